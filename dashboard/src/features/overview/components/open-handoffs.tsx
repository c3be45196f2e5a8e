/** How many did the machine hand over that nobody took yet, and how many of those are late? */
import { ArrowRight } from "lucide-react";

import type { Overview } from "@/api/contract";
import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";
import { duration } from "@/lib/time";
import { useNow } from "@/lib/use-now";

import { Card } from "./card";

const PARTS = [
  { name: "open", label: "Abertos", colour: "bg-amber" },
  { name: "late", label: "Atrasados", colour: "bg-danger" },
  { name: "taken", label: "Assumidos", colour: "bg-info" },
] as const;

export function OpenHandoffs({ handoffs, onOpen }: { handoffs: Overview["handoffs"]; onOpen: () => void }) {
  const now = useNow(30_000);
  return (
    <Card
      title="Transbordos"
      aside={
        <button type="button" onClick={onOpen} className="flex items-center gap-1 rounded-md text-list font-medium text-accent-text hover:underline" data-testid="see-handoffs">
          Ver <ArrowRight className="size-3.5" aria-hidden />
        </button>
      }
    >
      <div className="px-4 pt-2 pb-4">
        <dl className="grid grid-cols-3 gap-2">
          {PARTS.map(({ name, label, colour }) => (
            <div key={name}>
              <dt className="flex items-center gap-1.5 text-sm text-ink-2">
                <span className={cx("size-2 rounded-full", colour)} aria-hidden />
                {label}
              </dt>
              <dd
                className={cx("text-lg font-semibold tabular-nums", name === "late" && handoffs.late > 0 && "text-danger-text")}
                data-testid={name === "open" ? "open-handoffs" : `handoffs-figure-${name}`}
              >
                {formatCount(handoffs[name])}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-1 text-sm text-ink-2">{handoffs.oldest === null ? "Ninguém espera por uma pessoa." : `O mais antigo espera há ${duration(now - Date.parse(handoffs.oldest))}.`}</p>
      </div>
    </Card>
  );
}
