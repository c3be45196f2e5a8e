/** One comparison: which field, how, with what. */
import type { Catalogue, Test, Value } from "@/api/automations";
import { moneyField, parseMoney } from "@/lib/money";

import { fieldOf, firstTest, needsNothing, opsOf } from "../rules";
import { Select, TextInput, WordsInput } from "./controls";

interface TestRowProps {
  test: Test;
  catalogue: Catalogue;
  onChange: (test: Test) => void;
  disabled: boolean;
}

export function TestRow({ test, catalogue, onChange, disabled }: TestRowProps) {
  const groups = [...new Set(catalogue.fields.map((one) => one.group))];
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-wrap items-center gap-2" data-testid="condition">
      <select
        aria-label="Campo"
        value={test.field}
        onChange={(event) => onChange(firstTest(catalogue, event.target.value))}
        className="h-9 w-full min-w-0 rounded-lg sm:w-60 border border-line-strong bg-surface px-2 text-list text-ink hover:border-ink-3 focus:border-accent disabled:opacity-60"
      >
        {!fieldOf(catalogue, test.field) && <option value={test.field}>(campo que não existe mais)</option>}
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {catalogue.fields.filter((one) => one.group === group).map((one) => (
              <option key={one.key} value={one.key}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Select aria-label="Comparação" value={test.op} choices={opsOf(catalogue, test.field).map((one) => [one.value, one.label] as const)} onChoose={(op) => onChange({ ...test, op })} />
      {!needsNothing(test.op) && <ValueInput test={test} catalogue={catalogue} onChange={(value) => onChange({ ...test, value })} />}
    </fieldset>
  );
}

interface ValueInputProps {
  test: Test;
  catalogue: Catalogue;
  onChange: (value: Value) => void;
}

const singleOf = (value: Value): string => String((Array.isArray(value) ? value[0] : value) ?? "");

function ValueInput({ test, catalogue, onChange }: ValueInputProps) {
  const field = fieldOf(catalogue, test.field);
  const single = singleOf(test.value);
  if (field?.choices.length) return <Select aria-label="Valor" value={single} choices={field.choices.map((one) => [one.value, one.label] as const)} onChoose={onChange} />;
  if (field?.kind === "ref") return <Reference single={single} refers={field.refers} catalogue={catalogue} onChange={onChange} />;
  if (field?.kind === "number") return <TextInput aria-label="Valor" type="number" className="w-24" value={single} onChange={(event) => onChange(event.target.value === "" ? "" : Number(event.target.value))} />;
  if (field?.kind === "money") return <TextInput aria-label="Valor em reais" inputMode="decimal" className="w-32" defaultValue={moneyField(Number(single) || 0)} onBlur={(event) => onChange(parseMoney(event.target.value) ?? 0)} />;
  const words = Array.isArray(test.value) ? test.value.map(String) : single === "" ? [] : [single];
  return <WordsInput label="Valores" values={words} onChange={onChange} suggestions={field?.kind === "tags" ? catalogue.tags : []} />;
}

function Reference({ single, refers, catalogue, onChange }: { single: string; refers: string; catalogue: Catalogue; onChange: (value: Value) => void }) {
  const named = catalogue.named.filter((one) => one.kind === refers);
  const within = (id: string | null) => (id ? `${catalogue.named.find((one) => one.id === id)?.name ?? ""} › ` : "");
  const unknown = named.some((one) => one.id === single) ? [] : [[single, "Escolha…"] as const];
  return <Select aria-label="Valor" value={single} choices={[...unknown, ...named.map((one) => [one.id, `${within(one.within)}${one.name}`] as const)]} onChoose={onChange} />;
}
