/** What was found, and where does it stand? */
import { useVirtualizer } from "@tanstack/react-virtual";
import { SearchX } from "lucide-react";
import { useEffect, useRef } from "react";

import type { Found } from "@/api/inbox";
import { sentenceFor } from "@/api/texts";
import { useNow } from "@/lib/use-now";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { ConversationRow } from "../components/conversation-row";
import type { useSearchResults } from "./queries";

const ROW = 76;

interface SearchResultsProps {
  results: ReturnType<typeof useSearchResults>;
  selected: string | null;
  onOpen: (id: string, messageId?: string) => void;
  onClear: () => void;
}

export function SearchResults({ results, selected, onOpen, onClear }: SearchResultsProps) {
  const { found, hasNextPage, isFetching, fetchNextPage } = results;
  // A page may come back short, or empty, with more to look through behind it.
  useEffect(() => {
    if (found.length < 10 && hasNextPage && !isFetching) void fetchNextPage();
  }, [found.length, hasNextPage, isFetching, fetchNextPage]);
  if (results.isError && found.length === 0) {
    return <ErrorState title="A busca não respondeu" detail={sentenceFor(results.error)} onRetry={() => void results.refetch()} />;
  }
  if (found.length === 0) {
    if (results.isPending || isFetching) return <Searching />;
    return (
      <Empty icon={<SearchX aria-hidden />} title="Nada encontrado" action={<Button onClick={onClear}>Limpar filtros</Button>}>
        Procuramos nas mensagens, nos nomes, nos telefones e nos documentos de todas as conversas que você pode ver.
      </Empty>
    );
  }
  return <Rows found={found} results={results} selected={selected} onOpen={onOpen} />;
}

function Rows({ found, results, selected, onOpen }: Omit<SearchResultsProps, "onClear"> & { found: Found[] }) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = results;
  const now = useNow(30_000);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => found[index]?.conversation.id ?? index,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const nearEnd = (shown.at(-1)?.index ?? 0) >= found.length - 5;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto" data-testid="search-results">
      <ul aria-label="Resultados da busca" className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const one = found[row.index];
          return (
            one && (
              <li key={row.key} className="absolute inset-x-0 top-0" style={{ height: ROW, transform: `translateY(${row.start}px)` }}>
                <ConversationRow conversation={one.conversation} selected={one.conversation.id === selected} now={now} onOpen={(id) => onOpen(id, one.hit.message_id ?? undefined)} preview={<HitPreview hit={one.hit} />} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function HitPreview({ hit }: { hit: Found["hit"] }) {
  if (hit.message_id === null) return <span className="min-w-0 flex-1 truncate text-list text-ink-2">Encontrada pela pessoa</span>;
  return (
    <span className="min-w-0 flex-1 truncate text-list text-ink-2" data-testid="snippet">
      {hit.snippet.map((piece, index) =>
        piece.marked ? (
          <mark key={index} className="rounded-sm bg-accent/20 font-medium text-ink">
            <SafeText text={piece.text} />
          </mark>
        ) : (
          <SafeText key={index} text={piece.text} />
        ),
      )}
    </span>
  );
}

function Searching() {
  return (
    <div role="status" aria-label="Buscando" className="flex flex-col gap-6 p-4">
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-3 w-full" />
      ))}
    </div>
  );
}
