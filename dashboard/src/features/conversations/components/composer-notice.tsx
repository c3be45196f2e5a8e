/** Until when may one write, or why not now? */
import { Archive, BellOff, Eye, Hourglass, LayoutTemplate, StickyNote, UserRoundCheck } from "lucide-react";

import type { Conversation } from "@/api/contract";
import { cx } from "@/lib/classes";
import { duration, momentInSentence } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import type { ComposerState } from "../composer-rules";

// From here on the countdown asks for attention.
const SOON = 60 * 60_000;

interface WindowCountdownProps {
  state: Extract<ComposerState, { kind: "open" }>;
  onTemplate?: (() => void) | undefined;
}

export function WindowCountdown({ state, onTemplate }: WindowCountdownProps) {
  const now = useNow(10_000);
  const left = state.closesAt === null ? null : Date.parse(state.closesAt) - now;
  return (
    <span className="flex min-w-0 items-center gap-2 truncate">
      {left !== null && (
        <span
          data-testid="window-countdown"
          title={state.closesAt === null ? undefined : `Até ${momentInSentence(state.closesAt, now)} o WhatsApp aceita texto livre`}
          className={cx("flex shrink-0 items-center gap-1", left < SOON && "font-medium text-amber-text")}
        >
          <Hourglass className="size-3" aria-hidden />
          Janela fecha em {duration(left)}
        </span>
      )}
      {onTemplate && (
        <button type="button" className="shrink-0 font-medium text-info-text hover:underline" onClick={onTemplate} data-testid="template-open">
          Modelos
        </button>
      )}
      {state.hint === "takes" && <span className="truncate">{left !== null && "· "}Ao responder, você assume</span>}
    </span>
  );
}

interface ClosedNoticeProps {
  state: Extract<ComposerState, { kind: "closed" }>;
  conversation: Conversation;
  onNote?: () => void;
  onTemplate?: (() => void) | undefined;
  /** What was typed before the window closed. */
  draft?: string;
}

export function ClosedNotice({ state, conversation, onNote, onTemplate, draft = "" }: ClosedNoticeProps) {
  const { icon: Icon, title, text } = explain(state, conversation);
  return (
    <div className="flex flex-wrap items-center justify-end gap-3 border-t border-line bg-surface px-4 py-3 md:flex-nowrap" data-testid="composer-closed" data-reason={state.reason}>
      <span className="flex size-9 shrink-0 items-center justify-center rounded-lg bg-sunken text-ink-2">
        <Icon className="size-4.5" aria-hidden />
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-list font-medium text-ink">{title}</p>
        <p className="text-sm text-pretty text-ink-2">{text}</p>
        {draft !== "" && (
          <p className="mt-1 truncate text-sm text-ink-2" data-testid="kept-draft">
            <span className="font-medium">Rascunho guardado:</span> <SafeText text={draft} max={120} />
          </p>
        )}
      </div>
      {onTemplate && (
        <Button look="primary" size="sm" className="h-8" onClick={onTemplate} data-testid="template-open">
          <LayoutTemplate className="size-3.5" aria-hidden />
          Modelo
        </Button>
      )}
      {onNote && (
        <Button size="sm" className="h-8" onClick={onNote} data-testid="note-toggle">
          <StickyNote className="size-3.5" aria-hidden />
          Nota
        </Button>
      )}
    </div>
  );
}

function explain(state: ClosedNoticeProps["state"], conversation: Conversation) {
  switch (state.reason) {
    case "archived":
      return { icon: Archive, title: "Conversa arquivada", text: "Quando o cliente escrever de novo, uma nova conversa se abre, ligada a esta." };
    case "opted_out":
      return { icon: BellOff, title: "Este contato pediu para não receber mensagens", text: "Só ele pode desfazer isso, escrevendo VOLTAR pelo WhatsApp." };
    case "window": {
      const closed = conversation.window?.closes_at;
      return {
        icon: Hourglass,
        title: closed ? `A janela de 24 horas fechou ${momentInSentence(closed, Date.now())}` : "A janela de 24 horas está fechada",
        text: "O WhatsApp só aceita texto livre até 24 horas depois da última mensagem do cliente. Um modelo aprovado chega mesmo assim.",
      };
    }
    case "taken":
      return {
        icon: UserRoundCheck,
        title: (
          <>
            <SafeText text={state.by} max={60} /> está atendendo esta conversa
          </>
        ),
        text: "Para não responderem os dois, só quem atende escreve ao cliente. Você pode deixar uma nota.",
      };
    case "read_only":
      return { icon: Eye, title: "Somente leitura", text: "Seu papel permite acompanhar as conversas, sem responder." };
  }
}
