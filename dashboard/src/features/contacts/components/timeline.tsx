/** What has happened with this person, the newest first? */
import { CircleUserRound, CopyCheck, FileSpreadsheet, Kanban, type LucideIcon, MessageSquareText, Pencil, ShieldCheck, StickyNote, Workflow } from "lucide-react";
import { useState } from "react";

import type { Happening } from "@/api/contacts";
import { sentenceFor } from "@/api/texts";
import { lookup } from "@/lib/lookup";
import { fullMoment, momentInSentence } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { ErrorState, Skeleton } from "@/ui/states";

import { useAddNote } from "../mutations";
import { useTimeline } from "../queries";
import { happeningTitle } from "../texts";
import { Section } from "./controls";

const ICONS: Record<string, LucideIcon> = { message: MessageSquareText, state: MessageSquareText, flow: Workflow, note: StickyNote, deal: Kanban, consent: ShieldCheck, imported: FileSpreadsheet, merged: CopyCheck, merge_undone: CopyCheck, created: CircleUserRound };
const SHOWN_AUTHORS = new Set(["note", "changed", "tagged", "created", "imported", "merged", "merge_undone", "identifier_added", "identifier_removed"]);

export function Timeline({ id, editable, onConversation }: { id: string; editable: boolean; onConversation: (id: string) => void }) {
  const list = useTimeline(id);
  const [text, setText] = useState("");
  const note = useAddNote(id);
  return (
    <Section title="Linha do tempo">
      {editable && (
        <form
          className="mb-4 flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            note.mutate(text, { onSuccess: () => setText("") });
          }}
        >
          <textarea
            aria-label="Nova nota"
            placeholder="Nota para a equipe"
            className="min-h-16 rounded-lg border border-line-strong bg-surface px-2.5 py-2 text-list text-ink focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
            value={text}
            maxLength={4000}
            onChange={(event) => setText(event.target.value)}
            data-testid="note-text"
          />
          <Button type="submit" size="sm" className="self-end" busy={note.isPending} disabled={!text.trim()}>Guardar nota</Button>
        </form>
      )}
      {list.isPending ? (
        <Skeleton className="h-40 w-full" />
      ) : list.isError ? (
        <ErrorState title="A linha do tempo não carregou" detail={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
      ) : list.lines.length === 0 ? (
        <p className="text-list text-ink-3">Nada aconteceu ainda.</p>
      ) : (
        <ol className="flex flex-col gap-3.5">
          {list.lines.map((line) => (
            <Line key={line.id} line={line} onConversation={onConversation} />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button size="sm" className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Mostrar mais
        </Button>
      )}
    </Section>
  );
}

function Line({ line, onConversation }: { line: Happening; onConversation: (id: string) => void }) {
  const Icon = lookup(ICONS, line.kind) ?? Pencil;
  const { conversation_id: conversation } = line;
  return (
    <li className="flex gap-3" data-testid="happening" data-kind={line.kind}>
      <span className="mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-3">
        <Icon className="size-3.5" aria-hidden />
      </span>
      <div className="min-w-0 flex-1 text-list">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{happeningTitle(line)}</span>
          <span className="text-sm text-ink-3" title={fullMoment(line.at)}>
            {momentInSentence(line.at, Date.now())}
            {SHOWN_AUTHORS.has(line.kind) && line.actor && (
              <>
                {" · "}
                <SafeText text={line.actor} max={60} />
              </>
            )}
          </span>
          {conversation && (
            <button type="button" className="text-sm text-accent-text hover:underline" onClick={() => onConversation(conversation)}>
              abrir conversa
            </button>
          )}
        </p>
        {line.text && (
          <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">
            <SafeText text={line.text} max={400} />
          </p>
        )}
      </div>
    </li>
  );
}
