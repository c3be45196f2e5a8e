/** What do we often say, and under which word is it found? */
import { MessageSquarePlus, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import type { QuickReply } from "@/api/teamwork";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { type ReplyDraft, useRemoveQuickReply } from "../../teamwork/mutations";
import { useQuickReplies } from "../../teamwork/queries";
import { fold } from "../../teamwork/texts";
import { QuickReplyDialog } from "./quick-reply-dialog";

export function QuickRepliesPage() {
  const list = useQuickReplies();
  const mayWrite = useMay("quick_replies:write");
  const mayShare = useMay("quick_replies:shared");
  const [draft, setDraft] = useState<ReplyDraft | null>(null);
  const [word, setWord] = useState("");
  const replies = (list.data?.items ?? []).filter((reply) => fold(`${reply.shortcut} ${reply.title} ${reply.text}`).includes(fold(word.trim())));
  const begin = () => setDraft({ id: null, shared: mayShare, shortcut: "", title: "", text: "" });
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="quick-replies">
      <div className="mx-auto max-w-240 px-4 py-5 md:px-8 md:py-7">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h1 className="text-xl font-semibold tracking-tight">Respostas rápidas</h1>
            <p className="mt-1 max-w-160 text-list text-pretty text-ink-2">
              Na conversa, escreva <b className="font-medium text-ink">/</b> e o atalho para usar uma. As da empresa servem a todos; as suas, só a você.
            </p>
          </div>
          {mayWrite && (
            <Button look="primary" onClick={begin} data-testid="new-quick-reply">
              <Plus className="size-4" aria-hidden /> Nova resposta
            </Button>
          )}
        </div>
        {(list.data?.items.length ?? 0) > 6 && (
          <input
            value={word}
            onChange={(event) => setWord(event.target.value)}
            placeholder="Buscar"
            aria-label="Buscar resposta rápida"
            className="mt-4 h-9 w-full rounded-lg border border-line-strong bg-surface px-3 text-base outline-none focus:border-accent md:w-80"
          />
        )}
        <div className="mt-4 overflow-hidden rounded-xl border border-line bg-surface">
          {list.isPending ? (
            <Loading />
          ) : list.isError ? (
            <ErrorState title="As respostas não carregaram" detail={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
          ) : replies.length === 0 ? (
            <Empty icon={<MessageSquarePlus aria-hidden />} title={word ? "Nada com este nome" : "Ainda não há respostas rápidas"}>
              {word ? "Busque por outra palavra." : "Crie a primeira: o endereço, os horários, como pagar. Ela aparece ao escrever / na conversa."}
            </Empty>
          ) : (
            <ul className="divide-y divide-line">
              {replies.map((reply) => (
                <ReplyRow key={reply.id} reply={reply} mayChange={mayWrite && (!reply.shared || mayShare)} onChange={() => setDraft(reply)} />
              ))}
            </ul>
          )}
        </div>
      </div>
      {draft && <QuickReplyDialog draft={draft} variables={list.data?.variables ?? []} mayShare={mayShare} onClose={() => setDraft(null)} />}
    </div>
  );
}

function ReplyRow({ reply, mayChange, onChange }: { reply: QuickReply; mayChange: boolean; onChange: () => void }) {
  const remove = useRemoveQuickReply();
  const [asked, setAsked] = useState(false);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3 md:flex-nowrap" data-testid="quick-reply">
      <div className="flex w-full shrink-0 items-baseline gap-2 md:block md:w-44">
        <span className="block font-medium [overflow-wrap:anywhere]">/{reply.shortcut}</span>
        <span className="text-sm text-ink-3">
          {reply.shared ? "Da empresa" : "Só sua"} · {reply.uses === 1 ? "1 uso" : `${reply.uses} usos`}
        </span>
      </div>
      <div className="min-w-0 flex-1 text-list">
        {reply.title && (
          <p className="font-medium">
            <SafeText text={reply.title} max={120} />
          </p>
        )}
        <p className="line-clamp-3 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
          <SafeText text={reply.text} max={400} />
        </p>
      </div>
      {mayChange && (
        <div className="flex shrink-0 items-center gap-1">
          {asked ? (
            <>
              <Button size="sm" look="danger" busy={remove.isPending} onClick={() => remove.mutate(reply.id)} data-testid="quick-reply-remove-sure">
                Excluir
              </Button>
              <Button size="sm" onClick={() => setAsked(false)}>
                Manter
              </Button>
            </>
          ) : (
            <>
              <IconButton label={`Mudar /${reply.shortcut}`} icon={<Pencil aria-hidden />} onClick={onChange} data-testid="quick-reply-change" />
              <IconButton label={`Excluir /${reply.shortcut}`} icon={<Trash2 aria-hidden />} onClick={() => setAsked(true)} data-testid="quick-reply-remove" />
            </>
          )}
        </div>
      )}
    </li>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando respostas rápidas" className="flex flex-col gap-3 p-4">
      {Array.from({ length: 4 }, (_, index) => (
        <Skeleton key={index} className="h-10 w-full" />
      ))}
    </div>
  );
}
