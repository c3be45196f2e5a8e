/** When does it look, and how often may it act? */
import { X } from "lucide-react";

import type { Catalogue, Draft, Hours, Rule } from "@/api/automations";

import { triggerText } from "../rules";
import { hoursNames } from "../texts";
import { Labelled, Select, TextInput } from "./controls";

interface WhenSectionProps {
  draft: Draft;
  catalogue: Catalogue;
  onChange: (draft: Draft) => void;
  disabled: boolean;
}

const units = [["1", "minutos"], ["60", "horas"], ["1440", "dias"]] as const;

export function WhenSection({ draft, catalogue, onChange, disabled }: WhenSectionProps) {
  const rest = catalogue.triggers.filter((one) => !draft.triggers.includes(one.fact));
  const setRule = (changes: Partial<Rule>) => onChange({ ...draft, rule: { ...draft.rule, ...changes } });
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-col gap-2">
        <ul className="flex flex-wrap gap-1.5">
          {draft.triggers.map((fact) => (
            <li key={fact} className="inline-flex items-center gap-1 rounded-lg bg-accent-soft py-1 pr-1 pl-2.5 text-list font-medium text-accent-text">
              {triggerText(catalogue, fact)}
              <button type="button" aria-label={`Tirar gatilho ${triggerText(catalogue, fact)}`} disabled={draft.triggers.length === 1} onClick={() => onChange({ ...draft, triggers: draft.triggers.filter((one) => one !== fact) })} className="rounded p-1 hover:bg-hover disabled:opacity-30">
                <X className="size-3" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <Select aria-label="Acrescentar gatilho" value="" className="w-full max-w-80 text-ink-2" choices={[["", "Ou quando…"], ...rest.map((one) => [one.fact, one.label] as const)]} onChoose={(fact) => fact && onChange({ ...draft, triggers: [...draft.triggers, fact] })} data-testid="add-trigger" />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Minutes label="Esperar antes de olhar" none="Não esperar" value={draft.rule.wait_minutes} onChange={(wait_minutes) => setRule({ wait_minutes })} help="As condições são conferidas depois da espera." />
        <Labelled label="Horário">
          <Select value={draft.rule.hours} choices={Object.entries(hoursNames)} onChoose={(hours) => setRule({ hours: hours as Hours })} />
        </Labelled>
      </div>
    </fieldset>
  );
}

export function LimitsSection({ rule, onChange, disabled }: { rule: Rule; onChange: (rule: Rule) => void; disabled: boolean }) {
  return (
    <fieldset disabled={disabled} className="grid gap-3 sm:grid-cols-2">
      <Labelled label="No máximo, por conversa e hora" help="0: só o limite geral de 30 ações automáticas por hora.">
        <TextInput type="number" min={0} max={60} value={rule.per_hour} onChange={(event) => onChange({ ...rule, per_hour: Math.min(60, Math.max(0, Number(event.target.value))) })} />
      </Labelled>
      <Minutes label="Depois de agir, deixar a conversa em paz por" none="Sem pausa" value={rule.again_after_minutes} onChange={(again_after_minutes) => onChange({ ...rule, again_after_minutes })} />
    </fieldset>
  );
}

function Minutes({ label, none, help, value, onChange }: { label: string; none: string; help?: string; value: number; onChange: (minutes: number) => void }) {
  const unit = value > 0 && value % 1440 === 0 ? 1440 : value > 0 && value % 60 === 0 ? 60 : 1;
  const set = (count: number, each: number) => onChange(Math.min(43_200, Math.max(0, Math.round(count)) * each));
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-1">
      <span className="text-sm font-medium text-ink-2">{label}</span>
      <span className="flex gap-2">
        <TextInput type="number" min={0} aria-label={`${label}: quanto`} className="w-24" placeholder="0" value={value === 0 ? "" : value / unit} onChange={(event) => set(Number(event.target.value), unit)} />
        <Select aria-label={`${label}: unidade`} className="flex-1" value={String(unit)} choices={units} onChoose={(each) => set(value / unit, Number(each))} />
      </span>
      <span className="text-sm text-pretty text-ink-3">{value === 0 ? none : help}</span>
    </div>
  );
}
