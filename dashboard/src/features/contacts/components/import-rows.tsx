/** What became of each row? */
import { useState } from "react";

import type { ImportRow, RowOutcome } from "@/api/contacts";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/states";

import { useImportRows } from "../queries";
import { outcomeNames, rowReason } from "../texts";
import { Select } from "./controls";

const outcomes = Object.entries(outcomeNames) as [RowOutcome, string][];

export function ImportRows({ id, onPerson }: { id: string; onPerson: (id: string) => void }) {
  const [outcome, setOutcome] = useState<RowOutcome | "">("");
  const list = useImportRows(id, outcome);
  return (
    <div className="mt-3">
      <Select aria-label="Resultado" value={outcome} choices={[["", "Todas as linhas"], ...outcomes]} onChange={(next) => setOutcome(outcomes.find(([one]) => one === next)?.[0] ?? "")} />
      {list.isPending ? (
        <Skeleton className="mt-2 h-16 w-full" />
      ) : (
        <table className="mt-2 w-full text-left text-list">
          <tbody className="divide-y divide-line">
            {list.rows.map((row) => (
              <Row key={row.number} row={row} onPerson={onPerson} />
            ))}
          </tbody>
        </table>
      )}
      {list.isSuccess && list.rows.length === 0 && <p className="mt-2 text-list text-ink-3">Nenhuma linha.</p>}
      {list.hasNextPage && (
        <Button size="sm" className="mt-2" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Mostrar mais
        </Button>
      )}
    </div>
  );
}

function Row({ row, onPerson }: { row: ImportRow; onPerson: (id: string) => void }) {
  const { contact_id: contact } = row;
  const name = outcomes.find(([one]) => one === row.outcome)?.[1] ?? row.outcome;
  return (
    <tr data-testid="import-row" data-outcome={row.outcome}>
      <td className="py-1.5 pr-3 text-ink-3 tabular-nums">Linha {row.number}</td>
      <td className={row.outcome === "refused" ? "pr-3 text-danger-text" : "pr-3"}>{name.replace(/s$/, "")}</td>
      <td className="w-full text-ink-2">{row.reason && rowReason(row.reason)}</td>
      <td>
        {contact && (
          <Button size="sm" look="ghost" onClick={() => onPerson(contact)}>
            Abrir
          </Button>
        )}
      </td>
    </tr>
  );
}
