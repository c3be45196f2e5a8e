/** What is on its way, or stuck? */
import { useQueryClient } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";

import { ApiProblem } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { clockTime } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { discard, type Outgoing, retry } from "../outgoing";
import { sentences } from "../texts";
import { Bubble } from "./bubble";
import { Trouble } from "./delivery-trouble";
import { LongText } from "./long-text";
import { Ticks } from "./message-footer";
import { QuotedMessage } from "./quoted-message";

const INTERRUPTED = "A página foi recarregada durante o envio. Tentar de novo não repete a mensagem.";

export function OutgoingBubble({ outgoing }: { outgoing: Outgoing }) {
  const client = useQueryClient();
  const failed = outgoing.state === "failed";
  return (
    <div className="flex justify-end px-3 pt-0.5 md:px-6" data-testid="message" data-direction="out" data-status={failed ? "unsent" : "sending"} data-key={outgoing.key}>
      <div className="flex max-w-[min(85%,560px)] min-w-0 flex-col items-end">
        <Bubble out tail={false}>
          {outgoing.replyTo && <QuotedMessage reply={outgoing.replyTo} contactName="Cliente" onJump={() => undefined} />}
          {outgoing.media && (
            <p className="flex items-center gap-2 text-list">
              <Paperclip className="size-3.5 shrink-0" aria-hidden />
              <SafeText text={outgoing.media.name} max={80} />
            </p>
          )}
          <LongText
            text={outgoing.text}
            end={
              <span className="float-right mt-1.5 ml-3 flex h-4 items-center gap-1 text-xs text-bubble-meta">
                {clockTime(outgoing.at)}
                <Ticks status={failed ? "failed" : "queued"} />
              </span>
            }
          />
        </Bubble>
        {failed && (
          <>
            <Trouble tone="danger" title="Não enviada">
              {reason(outgoing.problem)}
            </Trouble>
            <div className="mt-1 flex gap-1.5">
              <Button size="sm" look="ghost" onClick={() => discard(client, outgoing.key)}>
                Descartar
              </Button>
              <Button size="sm" onClick={() => retry(client, outgoing.key)} data-testid="retry-send">
                Tentar de novo
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function reason(problem: Outgoing["problem"]): string {
  if (problem?.code === "interrupted") return INTERRUPTED;
  return sentenceFor(problem && new ApiProblem(problem.status, problem.code, problem.data), sentences);
}
