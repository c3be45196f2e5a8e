/** What changed, in words? */
import { Minus, Pencil, Plus } from "lucide-react";

import type { Change } from "@/api/flows";

export function ChangeList({ changes, onVisit }: { changes: Change[]; onVisit?: (node: string) => void }) {
  return (
    <ul className="divide-y divide-line">
      {changes.map((change, index) => (
        <li key={index} className="flex items-start gap-2 px-3 py-2 text-list" data-testid="flow-change">
          <Mark kind={change.kind} />
          {onVisit && change.node !== "" ? (
            <button type="button" onClick={() => onVisit(change.node)} className="min-w-0 flex-1 text-left [overflow-wrap:anywhere] hover:underline">
              {change.sentence}
            </button>
          ) : (
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{change.sentence}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Mark({ kind }: { kind: string }) {
  const [Icon, colour] = /add|new|nov/.test(kind) ? [Plus, "text-accent-text"] : /remov|gone|delet/.test(kind) ? [Minus, "text-danger-text"] : [Pencil, "text-ink-3"];
  return <Icon className={`mt-0.5 size-3.5 shrink-0 ${colour}`} aria-hidden />;
}
