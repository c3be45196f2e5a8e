/** Who did what, and does the trail hold? */
import { History, ShieldCheck } from "lucide-react";
import { useState } from "react";

import type { AuditEntry, AuditFilter, Verification } from "@/api/settings";
import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty } from "@/ui/states";

import { actionLabel, detailLabel } from "../audit-texts";
import { useVerifyAudit } from "../mutations";
import { useAudit, useMembers } from "../queries";

import { Labelled, Loaded, Panel, Screen, Select, TextInput } from "./parts";

const FLAWS: Record<string, string> = {
  seal_missing: "falta um elo",
  entry_missing: "falta um registro",
  chain_broken: "a corrente foi partida",
  entry_changed: "um registro foi alterado",
  signature_wrong: "a assinatura não confere",
  cut_short: "a corrente foi cortada",
};

export function AuditPage() {
  const [filter, setFilter] = useState<AuditFilter>({ action: "", actor: "", since: "", until: "" });
  const found = useAudit(filter);
  const verify = useVerifyAudit();
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Screen
      title="Auditoria"
      lead="Cada ato sensível, gravado junto com ele e selado numa corrente que ninguém altera sem que apareça."
      action={
        <Button busy={verify.isPending} onClick={() => verify.mutate(undefined)} data-testid="verify-audit">
          <ShieldCheck className="size-4" aria-hidden />
          Conferir a corrente
        </Button>
      }
    >
      {verify.data && <Verdict found={verify.data} />}
      <Filters filter={filter} actions={found.data?.pages[0]?.actions ?? []} onFilter={setFilter} />
      <Panel>
        <Loaded query={found}>
          {() =>
            items.length === 0 ? (
              <Empty icon={<History aria-hidden />} title="Nada com estes filtros" />
            ) : (
              <ul className="divide-y divide-line">
                {items.map((entry) => (
                  <Row key={entry.id} entry={entry} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {found.hasNextPage && (
        <div className="flex justify-center">
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            Mostrar mais
          </Button>
        </div>
      )}
    </Screen>
  );
}

function Verdict({ found }: { found: Verification }) {
  const tail = found.unsealed === 0 ? "" : ` ${formatCount(found.unsealed)} ainda sem selo${found.unsealed_since ? `, desde ${moment(found.unsealed_since)}` : ""}.`;
  return (
    <div role="status" data-testid="verdict" data-intact={found.intact} className={cx("rounded-xl px-4 py-3 text-list", found.intact ? "bg-accent-soft text-accent-text" : "bg-danger-soft text-danger-text")}>
      <p className="font-medium">
        {found.intact ? `A corrente está íntegra: ${formatCount(found.length)} registros selados.` : `A corrente não confere no elo ${String(found.first_bad)}: ${FLAWS[found.reason ?? ""] ?? found.reason ?? ""}.`}
        {tail}
      </p>
      <p className="mt-1 text-sm break-all">
        Anote para conferir depois: elo {found.length}, <code className="select-all">{found.head}</code>
      </p>
    </div>
  );
}

function Filters({ filter, actions, onFilter }: { filter: AuditFilter; actions: string[]; onFilter: (filter: AuditFilter) => void }) {
  const people = useMembers().data ?? [];
  const set = (change: Partial<AuditFilter>) => onFilter({ ...filter, ...change });
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Labelled label="Ato">
        <Select choices={[["", "Todos"], ...actions.map((one) => [one, actionLabel(one)] as const)]} value={filter.action} onChoose={(action) => set({ action })} data-testid="audit-action" />
      </Labelled>
      <Labelled label="Pessoa">
        <Select choices={[["", "Todas"], ...people.map((one) => [one.id, one.name] as const)]} value={filter.actor} onChoose={(actor) => set({ actor })} data-testid="audit-actor" />
      </Labelled>
      <Labelled label="De">
        <TextInput type="date" value={filter.since} max={filter.until} onChange={(event) => set({ since: event.target.value })} />
      </Labelled>
      <Labelled label="Até">
        <TextInput type="date" value={filter.until} min={filter.since} onChange={(event) => set({ until: event.target.value })} />
      </Labelled>
    </div>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  const detail = Object.entries(entry.detail);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5" data-testid="audit-entry" data-action={entry.action}>
      <span className="w-36 shrink-0 text-sm text-ink-2 tabular-nums">{moment(entry.at)}</span>
      <span className="min-w-48 flex-1 text-list">
        <span className="font-medium">{actionLabel(entry.action)}</span>
        <span className="text-ink-2">
          {" "}
          por <SafeText text={entry.actor.name} max={60} />
        </span>
        {detail.length > 0 && (
          <span className="block text-sm break-words text-ink-3">
            <SafeText text={detail.map(([name, value]) => detailLabel(name, value)).join(" · ")} max={300} />
          </span>
        )}
      </span>
      <span className="text-sm text-ink-3 tabular-nums">{entry.seal_index === null ? "sem selo ainda" : `elo ${entry.seal_index}`}</span>
    </li>
  );
}
