/** What do the organization's own fields say of this person? */
import { Plus } from "lucide-react";
import { useState } from "react";

import type { ContactField, FieldType, FieldValue, Person } from "@/api/contacts";
import { useMay } from "@/api/use-may";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { useChangePerson, useCreateField } from "../mutations";
import { useFields } from "../queries";
import { fieldTypes } from "../texts";
import { Section, Select, TextInput } from "./controls";

export function FieldsForm({ person, editable }: { person: Person; editable: boolean }) {
  const fields = useFields().data ?? [];
  const [adding, setAdding] = useState(false);
  const mayDefine = useMay("contacts:define");
  return (
    <Section title="Campos" action={mayDefine && <IconButton label="Novo campo" icon={<Plus aria-hidden />} onClick={() => setAdding(!adding)} />}>
      {fields.length === 0 && !adding && <p className="text-list text-ink-3">A organização ainda não tem campos próprios.</p>}
      <div className="flex flex-col gap-3">
        {fields.map((field) => (
          <FieldInput key={`${field.id}:${JSON.stringify(person.fields[field.key] ?? "")}`} field={field} person={person} editable={editable} />
        ))}
      </div>
      {adding && <NewField onDone={() => setAdding(false)} />}
    </Section>
  );
}

/** Centavos are typed as reais. */
function shownValue(field: ContactField, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (field.type === "money" && typeof value === "number") return (value / 100).toFixed(2).replace(".", ",");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
}

function FieldInput({ field, person, editable }: { field: ContactField; person: Person; editable: boolean }) {
  const change = useChangePerson(person.id);
  const before = shownValue(field, person.fields[field.key]);
  const [text, setText] = useState(before);
  const save = (next: string) => {
    if (next !== before) change.mutate({ fields: { [field.key]: valueOf(field, next) } }, { onError: () => setText(before) });
  };
  const id = `field-${field.id}`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        <SafeText text={field.label} max={60} />
      </label>
      {field.type === "choice" || field.type === "boolean" ? (
        <Select
          id={id}
          value={text}
          disabled={!editable}
          choices={[["", "–"], ...(field.type === "boolean" ? ([["true", "Sim"], ["false", "Não"]] as [string, string][]) : field.choices.map((one): [string, string] => [one, one]))]}
          onChange={(next) => {
            setText(next);
            save(next);
          }}
        />
      ) : (
        <TextInput id={id} type={field.type === "date" ? "date" : "text"} inputMode={field.type === "number" || field.type === "money" ? "decimal" : "text"} value={text} disabled={!editable} maxLength={2000} onChange={(event) => setText(event.target.value)} onBlur={() => save(text)} />
      )}
    </div>
  );
}

function valueOf(field: ContactField, text: string): FieldValue {
  if (text.trim() === "") return null;
  return field.type === "boolean" ? text === "true" : text;
}

function NewField({ onDone }: { onDone: () => void }) {
  const [label, setLabel] = useState("");
  const [type, setType] = useState<FieldType>("text");
  const [choices, setChoices] = useState("");
  const create = useCreateField();
  const types = Object.entries(fieldTypes) as [FieldType, string][];
  return (
    <form
      className="mt-3 flex flex-col gap-2 rounded-lg bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const listed = type === "choice" ? choices.split(",").map((one) => one.trim()).filter(Boolean) : [];
        create.mutate({ label, type, choices: listed }, { onSuccess: onDone });
      }}
    >
      <TextInput aria-label="Nome do campo" placeholder="Nome do campo" value={label} maxLength={60} required onChange={(event) => setLabel(event.target.value)} />
      <Select aria-label="Tipo do campo" value={type} choices={types} onChange={(next) => setType(types.find(([one]) => one === next)?.[0] ?? "text")} />
      {type === "choice" && <TextInput aria-label="Opções" placeholder="Opções, separadas por vírgula" value={choices} required onChange={(event) => setChoices(event.target.value)} />}
      <Button type="submit" size="sm" className="self-start" busy={create.isPending}>Criar campo</Button>
    </form>
  );
}
