/** Which conversations are there? */
import { useVirtualizer } from "@tanstack/react-virtual";
import { Inbox, SearchX } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";

import type { Conversation } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";
import { sentenceFor } from "@/api/texts";
import { plainText } from "@/lib/text-marks";
import { cx } from "@/lib/classes";
import { useNow } from "@/lib/use-now";
import { Button } from "@/ui/button";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import type { useConversationList } from "../queries";
import { tabNames } from "../texts";
import { BulkBar } from "../finding/bulk-bar";
import { useSearchResults } from "../finding/queries";
import { SearchResults } from "../finding/search-results";
import type { Selection } from "../finding/selection";
import { isNarrowed } from "../finding/texts";
import { AnnounceOffer } from "./announce-offer";
import { ConversationRow } from "./conversation-row";
import { ListHeader } from "./list-header";

const ROW = 76;

interface ConversationListProps {
  list: ReturnType<typeof useConversationList>;
  filter: ConversationFilter;
  onFilter: (filter: ConversationFilter) => void;
  selected: string | null;
  onOpen: (id: string, messageId?: string) => void;
  searchField: RefObject<HTMLInputElement | null>;
  selection: Selection;
}

export function ConversationList({ list, filter, onFilter, selected, onOpen, searchField, selection }: ConversationListProps) {
  const results = useSearchResults(filter);
  return (
    <>
      <ListHeader filter={filter} onFilter={onFilter} counts={list.data?.pages[0]?.counts} searchField={searchField} />
      <AnnounceOffer />
      {selection.ids.size > 0 && filter.q === "" && <BulkBar selection={selection} />}
      {filter.q !== "" ? (
        <SearchResults results={results} selected={selected} onOpen={onOpen} onClear={() => onFilter({ state: filter.state, q: "", assignee: "" })} />
      ) : list.isPending ? (
        <RowSkeletons />
      ) : list.isError && list.conversations.length === 0 ? (
        <ErrorState title="A lista não carregou" detail={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
      ) : list.conversations.length === 0 ? (
        <NothingHere filter={filter} onFilter={onFilter} />
      ) : (
        <Rows list={list} selected={selected} onOpen={onOpen} selection={selection} />
      )}
    </>
  );
}

function Rows({ list, selected, onOpen, selection }: Pick<ConversationListProps, "list" | "selected" | "onOpen" | "selection">) {
  const { conversations, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const now = useNow(30_000);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: conversations.length + (hasNextPage ? 1 : 0),
    getScrollElement: () => scroller.current,
    getItemKey: (index) => conversations[index]?.id ?? "more",
    estimateSize: () => ROW,
    overscan: 8,
  });

  const shown = rows.getVirtualItems();
  const nearEnd = (shown.at(-1)?.index ?? 0) >= conversations.length - 5;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const selectedAt = conversations.findIndex((conversation) => conversation.id === selected);
  useEffect(() => {
    if (selectedAt >= 0) rows.scrollToIndex(selectedAt, { align: "auto" });
    // Only a new choice scrolls; a row that moves up with news must not drag the list along.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto" data-testid="conversation-list">
      <ul aria-label="Conversas" className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const conversation = conversations[row.index];
          return (
            <li key={row.key} className="group absolute inset-x-0 top-0" style={{ height: ROW, transform: `translateY(${row.start}px)` }}>
              {conversation ? (
                <>
                  <ConversationRow conversation={conversation} selected={conversation.id === selected} now={now} onOpen={onOpen} />
                  <Mark conversation={conversation} selection={selection} />
                </>
              ) : (
                <RowSkeleton />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Lies on the face of the person: it shows under the pointer, by keyboard, and wherever something is marked already. */
function Mark({ conversation, selection }: { conversation: Conversation; selection: Selection }) {
  const marked = selection.has(conversation.id);
  return (
    <span
      className={cx(
        "absolute top-1/2 left-4 flex size-9 -translate-y-1/2 items-center justify-center rounded-full bg-raised focus-within:opacity-100 group-hover:opacity-100",
        selection.ids.size > 0 ? "opacity-100" : "opacity-0 [@media(hover:none)]:pointer-events-none",
      )}
    >
      <input
        type="checkbox"
        checked={marked}
        aria-label={`Marcar a conversa com ${plainText(conversation.contact.name || conversation.contact.phone)}`}
        onChange={(event) => selection.toggle(conversation.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        data-testid="mark"
        className="size-4.5 accent-[var(--color-accent)]"
      />
    </span>
  );
}

function NothingHere({ filter, onFilter }: Pick<ConversationListProps, "filter" | "onFilter">) {
  if (isNarrowed(filter)) {
    return (
      <Empty
        icon={<SearchX aria-hidden />}
        title="Nada encontrado"
        action={<Button onClick={() => onFilter({ state: filter.state, q: "", assignee: "" })}>Limpar filtros</Button>}
      >
        Nenhuma conversa em {tabNames[filter.state].toLowerCase()} com estes filtros.
      </Empty>
    );
  }
  const next = {
    active: "Quando um cliente escrever para um dos seus números, a conversa aparece aqui na hora.",
    waiting: "Ninguém espera por uma pessoa agora. Bom trabalho!",
    archived: "Conversas arquivadas ficam guardadas aqui.",
  }[filter.state];
  return (
    <Empty icon={<Inbox aria-hidden />} title={filter.state === "waiting" ? "Tudo em dia" : "Nenhuma conversa"}>
      {next}
    </Empty>
  );
}

function RowSkeletons() {
  return (
    <div role="status" aria-label="Carregando conversas" className="overflow-hidden">
      {Array.from({ length: 9 }, (_, index) => (
        <RowSkeleton key={index} />
      ))}
    </div>
  );
}

function RowSkeleton() {
  return (
    <div className="flex h-19 items-center gap-3 px-4">
      <Skeleton className="size-9 !rounded-full" />
      <div className="flex flex-1 flex-col gap-2">
        <Skeleton className="h-3 w-32" />
        <Skeleton className="h-3 w-full" />
      </div>
    </div>
  );
}
