/** How far is what was delegated to Viviane? */
import { ArrowRight } from "lucide-react";

import type { Overview } from "@/api/contract";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";

import { Card } from "./card";

const PARTS = [
  { name: "sent", label: "Enviadas", bar: "bg-accent" },
  { name: "pending", label: "Pendentes", bar: "bg-amber" },
  { name: "failed", label: "Com falha", bar: "bg-danger" },
] as const;

export function Delegation({ figures, onOpen }: { figures: Overview["delegation"]; onOpen: () => void }) {
  const maySee = useMay("delegation:read");
  return (
    <Card title="Delegação à Viviane" aside={<span className="text-list text-ink-2 tabular-nums" data-testid="delegation-total">{formatCount(figures.total)} no total</span>}>
      <div className="px-4 pt-2 pb-4">
        <div className="flex h-2 gap-0.5 overflow-hidden rounded-full bg-sunken" aria-hidden>
          {PARTS.map(({ name, bar }) => figures[name] > 0 && <span key={name} className={cx("h-full", bar)} style={{ flexGrow: figures[name] }} />)}
        </div>
        <dl className="mt-3 grid grid-cols-3 gap-2">
          {PARTS.map(({ name, label, bar }) => (
            <div key={name}>
              <dt className="flex items-center gap-1.5 text-sm text-ink-2">
                <span className={cx("size-2 rounded-full", bar)} aria-hidden />
                {label}
              </dt>
              <dd className="text-lg font-semibold tabular-nums" data-testid={`delegation-${name}`}>
                {formatCount(figures[name])}
              </dd>
            </div>
          ))}
        </dl>
        {maySee && figures.total > 0 && (
          <button type="button" onClick={onOpen} className="mt-2 flex items-center gap-1 rounded-md text-list font-medium text-accent-text hover:underline" data-testid="see-delegations">
            Ver a fila <ArrowRight className="size-3.5" aria-hidden />
          </button>
        )}
        {figures.total === 0 && <p className="mt-1 text-sm text-ink-2">Nada foi delegado ainda.</p>}
      </div>
    </Card>
  );
}
