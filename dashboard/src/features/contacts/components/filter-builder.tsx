/** Which people are meant? Conditions one under the other, counted as they are made. */
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";

import { type Condition, contactKeys, contactsApi, type Filter } from "@/api/contacts";
import { useMay } from "@/api/use-may";
import { useSettled } from "@/lib/use-settled";
import { Button, IconButton } from "@/ui/button";

import { type Choice, choicesOf, isWhole, operatorNames, withoutValue, writeFilter } from "../filter";
import { useCreateSegment } from "../mutations";
import { useFields, useTags } from "../queries";
import { Select, TextInput } from "./controls";

interface FilterBuilderProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
  onSaved: () => void;
}

export function FilterBuilder({ filter, onChange, onSaved }: FilterBuilderProps) {
  // What is half written stays here; the address holds whole conditions only.
  const [draft, setDraft] = useState<Filter>(filter.conditions.length ? filter : { joint: "all", conditions: [{ field: "tag", op: "is", value: "" }] });
  const [name, setName] = useState("");
  const choices = choicesOf(useFields().data ?? []);
  const save = useCreateSegment();
  const mayDefine = useMay("contacts:define");
  const whole = draft.conditions.filter(isWhole);
  const change = (next: Filter) => {
    setDraft(next);
    onChange(next);
  };
  const set = (index: number, condition: Condition) => change({ ...draft, conditions: draft.conditions.map((one, place) => (place === index ? condition : one)) });
  return (
    <div className="mb-3 rounded-xl border border-line bg-surface p-3" data-testid="filter-builder">
      <div className="mb-2 flex flex-wrap items-center gap-2 text-list text-ink-2">
        Quem atende a
        <Select
          aria-label="Como as condições se juntam"
          value={draft.joint}
          choices={[["all", "todas as condições"], ["any", "qualquer condição"]]}
          onChange={(joint) => change({ ...draft, joint: joint === "any" ? "any" : "all" })}
        />
        <Count filter={{ ...draft, conditions: whole }} />
      </div>
      <ul className="flex flex-col gap-2">
        {draft.conditions.map((condition, index) => (
          <li key={index} className="flex flex-wrap items-center gap-2">
            <ConditionRow condition={condition} choices={choices} onChange={(next) => set(index, next)} />
            <IconButton label="Tirar condição" icon={<X aria-hidden />} onClick={() => change({ ...draft, conditions: draft.conditions.filter((_, place) => place !== index) })} />
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => setDraft({ ...draft, conditions: [...draft.conditions, { field: "tag", op: "is", value: "" }] })}>
          <Plus className="size-3.5" aria-hidden /> Condição
        </Button>
        {mayDefine && (
          <form
            className="ml-auto flex flex-wrap items-center gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate({ name, filter: { ...draft, conditions: whole } }, { onSuccess: onSaved });
            }}
          >
            <TextInput aria-label="Nome do segmento" placeholder="Nome do segmento" value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />
            <Button type="submit" size="sm" busy={save.isPending} disabled={!whole.length || !name.trim()}>
              Salvar segmento
            </Button>
          </form>
        )}
      </div>
    </div>
  );
}

function Count({ filter }: { filter: Filter }) {
  const settled = useSettled(writeFilter(filter), 300);
  const count = useQuery({
    queryKey: [...contactKeys.all, "count", settled],
    queryFn: () => contactsApi.count(filter),
    enabled: settled !== "" && settled === writeFilter(filter),
  });
  if (!settled || count.data === undefined) return null;
  return (
    <span className="ml-auto font-medium text-ink tabular-nums" role="status">
      {count.data.count.toLocaleString("pt-BR")} {count.data.count === 1 ? "contato" : "contatos"}
    </span>
  );
}

function ConditionRow({ condition, choices, onChange }: { condition: Condition; choices: Choice[]; onChange: (next: Condition) => void }) {
  const choice = choices.find((one) => one.field === condition.field) ?? choices[0];
  if (!choice) return null;
  const start = (field: string): Condition => {
    const next = choices.find((one) => one.field === field) ?? choice;
    return { field, op: next.ops[0] ?? "is", value: next.type === "boolean" ? true : "" };
  };
  return (
    <>
      <Select aria-label="Campo" value={condition.field} choices={choices.map((one): [string, string] => [one.field, one.label])} onChange={(field) => onChange(start(field))} />
      <Select aria-label="Comparação" value={condition.op} choices={choice.ops.map((op): [string, string] => [op, operatorNames[op] ?? op])} onChange={(op) => onChange({ ...condition, op, value: "" })} />
      {!withoutValue.has(condition.op) && <ValueInput condition={condition} choice={choice} onChange={(value) => onChange({ ...condition, value })} />}
    </>
  );
}

function ValueInput({ condition, choice, onChange }: { condition: Condition; choice: Choice; onChange: (value: string | number | boolean) => void }) {
  const tags = useTags().data ?? [];
  const text = String(condition.value ?? "");
  if (choice.type === "boolean") {
    return <Select aria-label="Valor" value={text || "true"} choices={[["true", "sim"], ["false", "não"]]} onChange={(value) => onChange(value === "true")} />;
  }
  if (choice.type === "source") {
    return <Select aria-label="Valor" value={text} choices={[["", "…"], ["channel", "WhatsApp"], ["person", "Cadastro manual"], ["import", "Importação"]]} onChange={onChange} />;
  }
  const listed = choice.type === "tag" ? tags.map((tag) => tag.name) : choice.choices?.length ? choice.choices : null;
  if (listed) return <Select aria-label="Valor" value={text} choices={[["", "…"], ...listed.map((one): [string, string] => [one, one])]} onChange={onChange} />;
  if (condition.op === "within_days") {
    return <TextInput aria-label="Dias" type="number" min={1} max={3650} className="w-24" value={text} onChange={(event) => onChange(event.target.value === "" ? "" : Number(event.target.value))} />;
  }
  return <TextInput aria-label="Valor" type={choice.type === "date" ? "date" : "text"} value={text} maxLength={200} onChange={(event) => onChange(event.target.value)} />;
}
