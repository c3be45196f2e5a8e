/** How many conversations did the machine hand over that nobody took yet? */
import { ArrowRight } from "lucide-react";

import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";

import { Card } from "./card";

export function OpenHandoffs({ count, onOpen }: { count: number; onOpen: () => void }) {
  return (
    <Card>
      <button type="button" onClick={onOpen} className="flex items-center gap-4 rounded-xl px-4 py-3.5 text-left hover:bg-hover">
        <span className={cx("text-2xl font-semibold tabular-nums", count > 0 && "text-amber-text")} data-testid="open-handoffs">
          {formatCount(count)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block text-list font-semibold">{count === 1 ? "Transbordo aberto" : "Transbordos abertos"}</span>
          <span className="block text-sm text-ink-2">{count > 0 ? "O robô passou para uma pessoa" : "Ninguém espera por uma pessoa"}</span>
        </span>
        <ArrowRight className="size-4 text-ink-3" aria-hidden />
      </button>
    </Card>
  );
}
