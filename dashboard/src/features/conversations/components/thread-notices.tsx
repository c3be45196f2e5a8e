/** What lies over the thread: older messages on their way, the way back to the newest, nothing loaded yet? */
import { ArrowDown, LoaderCircle } from "lucide-react";
import { useRef } from "react";

import { cx } from "@/lib/classes";
import { Skeleton } from "@/ui/states";

import type { End } from "../near";

export function EndNotice({ end, below = false }: { end: End; below?: boolean }) {
  if (!end.more) return null;
  return (
    <div className={cx("absolute inset-x-0 z-10 flex justify-center", below ? "bottom-1" : "top-2")}>
      {end.failed ? (
        <button type="button" onClick={end.load} className="rounded-full bg-raised px-3 py-1 text-sm font-medium text-danger-text shadow-float">
          As mensagens {below ? "seguintes" : "anteriores"} não carregaram. Tentar de novo
        </button>
      ) : (
        <LoaderCircle className="size-4 animate-spin text-ink-3" aria-label={below ? "Carregando mensagens seguintes" : "Carregando mensagens anteriores"} />
      )}
    </div>
  );
}

export function JumpToNewest({ shown, newest, onJump }: { shown: boolean; newest: string | undefined; onJump: () => void }) {
  const seen = useRef(newest);
  if (!shown) seen.current = newest;
  const news = shown && seen.current !== newest;
  return (
    <button
      type="button"
      onClick={onJump}
      aria-hidden={!shown}
      tabIndex={shown ? 0 : -1}
      data-testid="jump-newest"
      className={cx(
        "absolute right-4 bottom-4 flex h-9 items-center gap-1.5 rounded-full border border-line bg-raised px-2.5 text-sm font-medium text-ink shadow-float transition-opacity",
        !shown && "pointer-events-none opacity-0",
        news && "!bg-accent !text-accent-ink",
      )}
    >
      <ArrowDown className="size-4" aria-hidden />
      {news ? "Nova mensagem" : <span className="sr-only">Ir para a mensagem mais nova</span>}
    </button>
  );
}

export function ThreadSkeleton() {
  return (
    <div className="flex flex-1 flex-col justify-end gap-3 overflow-hidden bg-thread p-6" role="status" aria-label="Carregando mensagens">
      {["w-64", "w-80 self-end", "w-44", "w-72 self-end", "w-56"].map((place) => (
        <Skeleton key={place} className={cx("h-11 max-w-[80%] !rounded-xl", place)} />
      ))}
    </div>
  );
}
