/** Then what? Actions in their order. */
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";

import type { Action, ActionName, Catalogue } from "@/api/automations";
import { IconButton } from "@/ui/button";

import { lacking, newAction } from "../rules";
import { actionNames } from "../texts";
import { ActionForm } from "./action-form";

interface ActionListProps {
  actions: Action[];
  catalogue: Catalogue;
  onChange: (actions: Action[]) => void;
  disabled: boolean;
}

export function ActionList({ actions, catalogue, onChange, disabled }: ActionListProps) {
  const put = (at: number, one: Action) => onChange(actions.map((each, place) => (place === at ? one : each)));
  const swap = (at: number, to: number) => {
    const next = [...actions];
    [next[at], next[to]] = [next[to] as Action, next[at] as Action];
    onChange(next);
  };
  return (
    <>
      {actions.length === 0 && <p className="text-list text-ink-3">Escolha ao menos uma ação para poder ligar a automação.</p>}
      <ol className="flex flex-col gap-2">
        {actions.map((action, at) => (
          <li key={at} className="rounded-lg border border-line bg-sunken/50 p-3" data-testid="action" data-do={action.do}>
            <div className="mb-2 flex items-center gap-2">
              <span className="text-sm text-ink-3 tabular-nums">{at + 1}</span>
              <h3 className="min-w-0 flex-1 text-list font-medium">{actionNames[action.do]}</h3>
              {!disabled && (
                <>
                  <IconButton label="Subir ação" icon={<ArrowUp aria-hidden />} disabled={at === 0} onClick={() => swap(at, at - 1)} />
                  <IconButton label="Descer ação" icon={<ArrowDown aria-hidden />} disabled={at === actions.length - 1} onClick={() => swap(at, at + 1)} />
                  <IconButton label="Tirar ação" icon={<X aria-hidden />} onClick={() => onChange(actions.filter((_, place) => place !== at))} />
                </>
              )}
            </div>
            <fieldset disabled={disabled} className="min-w-0">
              <ActionForm action={action} catalogue={catalogue} onChange={(next) => put(at, next)} />
            </fieldset>
          </li>
        ))}
      </ol>
      {!disabled && <AddAction catalogue={catalogue} onAdd={(name) => onChange([...actions, newAction(name, catalogue)])} />}
    </>
  );
}

function AddAction({ catalogue, onAdd }: { catalogue: Catalogue; onAdd: (name: ActionName) => void }) {
  return (
    <label className="flex items-center gap-2">
      <Plus className="size-4 shrink-0 text-ink-3" aria-hidden />
      <span className="sr-only">Acrescentar ação</span>
      <select
        value=""
        onChange={(event) => onAdd(event.target.value as ActionName)}
        className="h-9 w-full max-w-72 rounded-lg border border-line-strong bg-surface px-2 text-list text-ink-2 hover:border-ink-3 focus:border-accent"
        data-testid="add-action"
      >
        <option value="" disabled>
          Acrescentar ação…
        </option>
        {(Object.keys(actionNames) as ActionName[]).map((name) => {
          const missing = lacking(name, catalogue);
          return (
            <option key={name} value={name} disabled={missing !== ""}>
              {actionNames[name]}
              {missing && ` (${missing})`}
            </option>
          );
        })}
      </select>
    </label>
  );
}
