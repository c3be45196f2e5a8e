/** If what? Comparisons one under the other, in groups that hold together. */
import { FolderPlus, Plus, X } from "lucide-react";

import type { Catalogue, Group, Test } from "@/api/automations";
import { cx } from "@/lib/classes";
import { Button, IconButton } from "@/ui/button";

import { firstTest } from "../rules";
import { Select } from "./controls";
import { TestRow } from "./test-row";

const joins = [["all", "todas"], ["any", "qualquer uma"], ["none", "nenhuma"]] as const;
const DEEPEST = 3;

interface GroupEditorProps {
  group: Group;
  catalogue: Catalogue;
  onChange: (group: Group) => void;
  depth?: number;
  disabled: boolean;
}

export function GroupEditor({ group, catalogue, onChange, depth = 1, disabled }: GroupEditorProps) {
  const put = (at: number, one: Test | Group) => onChange({ ...group, tests: group.tests.map((each, place) => (place === at ? one : each)) });
  const add = (one: Test | Group) => onChange({ ...group, tests: [...group.tests, one] });
  const drop = (at: number) => onChange({ ...group, tests: group.tests.filter((_, place) => place !== at) });
  return (
    <div className={cx("flex flex-col gap-2", depth > 1 && "rounded-lg border border-line bg-sunken/60 p-3")} data-testid={`conditions-${depth}`}>
      {(group.tests.length > 1 || depth > 1) && (
        <p className="flex flex-wrap items-center gap-2 text-list text-ink-2">
          Vale quando
          <Select aria-label="Como as condições se juntam" value={group.join} choices={joins} disabled={disabled} onChoose={(join) => onChange({ ...group, join: join as Group["join"] })} />
          {group.join === "all" ? "forem verdadeiras" : "for verdadeira"}
        </p>
      )}
      {group.tests.length === 0 && depth === 1 && <p className="text-list text-ink-3">Sem condições: age sempre que o gatilho acontece.</p>}
      <ul className="flex flex-col gap-2">
        {group.tests.map((one, at) => (
          <li key={at} className="flex items-start gap-1.5">
            <div className="min-w-0 flex-1">
              {one.kind === "group" ? (
                <GroupEditor group={one} catalogue={catalogue} onChange={(next) => put(at, next)} depth={depth + 1} disabled={disabled} />
              ) : (
                <TestRow test={one} catalogue={catalogue} onChange={(next) => put(at, next)} disabled={disabled} />
              )}
            </div>
            {!disabled && <IconButton label={one.kind === "group" ? "Tirar grupo" : "Tirar condição"} icon={<X aria-hidden />} onClick={() => drop(at)} />}
          </li>
        ))}
      </ul>
      {!disabled && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => add(firstTest(catalogue, "message.text"))} data-testid={`add-condition-${depth}`}>
            <Plus className="size-3.5" aria-hidden /> Condição
          </Button>
          {depth < DEEPEST && (
            <Button size="sm" look="ghost" onClick={() => add({ kind: "group", join: "any", tests: [firstTest(catalogue, "message.text")] })}>
              <FolderPlus className="size-3.5" aria-hidden /> Grupo
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
