/** Who writes, what was said, and who is it? Three panes side by side, or one at a time on a phone. */
import { MessagesSquare } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { ConversationFilter } from "@/api/endpoints";
import { cx } from "@/lib/classes";
import { useMediaQuery } from "@/lib/media-query";
import { useShortcuts } from "@/lib/shortcuts";
import { Kbd } from "@/ui/kbd";
import { Empty } from "@/ui/states";

import { useSearchResults } from "../finding/queries";
import { useSelection } from "../finding/selection";
import { useConversationList, useWaitingCount } from "../queries";
import { ConversationList } from "./conversation-list";
import { ConversationView } from "./conversation-view";

// What a search finds is not marked.
const NOBODY: string[] = [];

interface InboxPageProps {
  filter: ConversationFilter;
  onFilter: (filter: ConversationFilter) => void;
  conversationId: string | null;
  onOpen: (conversationId: string | null, messageId?: string) => void;
  /** The message to be shown in the open conversation. */
  messageId: string | null;
}

export function InboxPage({ filter, onFilter, conversationId, onOpen, messageId }: InboxPageProps) {
  const list = useConversationList(filter);
  const waiting = useWaitingCount();
  const searchField = useRef<HTMLInputElement>(null);
  const roomy = useMediaQuery("(min-width: 1200px)");
  const [personShown, setPersonShown] = useState<boolean | null>(null);
  const { found } = useSearchResults(filter);
  const searching = filter.q !== "";
  const rows = useMemo(
    () => (searching ? found.map((one) => ({ id: one.conversation.id, message: one.hit.message_id ?? undefined })) : list.conversations.map(({ id }) => ({ id }))),
    [searching, found, list.conversations],
  );
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const selection = useSelection(searching ? NOBODY : ids);
  const step = useStep(rows, conversationId, onOpen);

  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ""}Conversas · Recado`;
  }, [waiting]);

  // Wide screens show the person beside the thread, narrow ones when asked; each conversation starts anew there.
  useEffect(() => {
    if (!roomy) setPersonShown(false);
  }, [conversationId, roomy]);

  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    "/": () => searchField.current?.focus(),
    x: () => conversationId !== null && ids.includes(conversationId) && selection.toggle(conversationId),
    1: () => onFilter({ ...filter, state: "active" }),
    2: () => onFilter({ ...filter, state: "waiting" }),
    3: () => onFilter({ ...filter, state: "archived" }),
    p: () => setPersonShown(!(personShown ?? roomy)),
    // Only where there is something to clear: the key means a mark in the thread otherwise.
    ...(selection.ids.size > 0 ? { Escape: selection.clear } : {}),
  });

  return (
    <div className="flex min-h-0 flex-1">
      <section aria-label="Lista de conversas" className={cx("min-h-0 w-full flex-col border-r border-line bg-surface md:flex md:w-72 md:shrink-0 lg:w-80 2xl:w-88", conversationId ? "hidden" : "flex")}>
        <ConversationList list={list} filter={filter} onFilter={onFilter} selected={conversationId} onOpen={onOpen} searchField={searchField} selection={selection} />
      </section>
      {conversationId ? (
        <ConversationView
          key={conversationId}
          conversationId={conversationId}
          onOpen={onOpen}
          wanted={messageId}
          onWanted={(message) => onOpen(conversationId, message ?? undefined)}
          personShown={personShown ?? roomy}
          onPerson={setPersonShown}
          roomy={roomy}
        />
      ) : (
        <div className="hidden min-w-0 flex-1 items-center justify-center bg-canvas md:flex">
          <Empty icon={<MessagesSquare aria-hidden />} title="Escolha uma conversa">
            <span className="leading-6">
              Use <Kbd>J</Kbd> e <Kbd>K</Kbd> para andar pela lista e <Kbd>/</Kbd> para buscar.
            </span>
          </Empty>
        </div>
      )}
    </div>
  );
}

/** Opens the neighbour in the list; when the open one has left the list, the place where it stood counts. */
function useStep(rows: { id: string; message?: string | undefined }[], current: string | null, onOpen: (id: string, message?: string) => void): (by: number) => void {
  const lastAt = useRef(0);
  const at = current === null ? -1 : rows.findIndex((row) => row.id === current);
  useEffect(() => {
    if (at >= 0) lastAt.current = at;
  }, [at]);
  return useCallback(
    (by: number) => {
      const wanted = at >= 0 ? at + by : current === null ? 0 : lastAt.current + (by > 0 ? 0 : -1);
      const row = rows[Math.max(0, Math.min(rows.length - 1, wanted))];
      if (row !== undefined && row.id !== current) onOpen(row.id, row.message);
    },
    [rows, at, current, onOpen],
  );
}
