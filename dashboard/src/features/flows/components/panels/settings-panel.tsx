/** What belongs to the flow as a whole: its variables, and whom it answers. */
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import { IconButton } from "@/ui/button";

import type { Declared } from "../../model/definition";
import { setVariables } from "../../model/edit";
import { freeName } from "../../model/names";
import { useBuilder, useFlow } from "../../state/context";
import { TextInput } from "../form/controls";
import { BotsForm } from "./bots-form";

export function SettingsPanel() {
  return (
    <div className="flex flex-col gap-6 p-4" data-flow-form>
      <BotsForm />
      <Variables />
    </div>
  );
}

function Variables() {
  const { draft, mayWrite } = useBuilder();
  const variables = useFlow().variables ?? {};
  const write = (next: Record<string, Declared>, mark: string | null = null) => draft.edit((flow) => setVariables(flow, next), mark);
  const entries = Object.entries(variables);
  return (
    <section aria-label="Variáveis" className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-ink-2">Variáveis</h3>
      <p className="text-sm text-pretty text-ink-3">O que o fluxo guarda durante a conversa. Uma pergunta cria a sua sozinha; aqui se dá um nome para pessoas e um valor inicial.</p>
      {entries.map(([name, declared]) => (
        <Variable
          key={name}
          name={name}
          declared={declared}
          taken={new Set(Object.keys(variables))}
          onRename={(next) => write(Object.fromEntries(entries.map(([key, value]) => [key === name ? next : key, value])))}
          onChange={(next) => write({ ...variables, [name]: next }, `variable:${name}`)}
          onRemove={() => write(Object.fromEntries(entries.filter(([key]) => key !== name)))}
        />
      ))}
      {mayWrite && (
        <button
          type="button"
          onClick={() => write({ ...variables, [freeName("variavel", new Set(Object.keys(variables)))]: {} })}
          className="inline-flex h-8 items-center justify-center gap-1.5 rounded-lg border border-dashed border-line-strong text-sm font-medium text-accent-text hover:bg-hover"
        >
          <Plus className="size-3.5" aria-hidden /> Adicionar variável
        </button>
      )}
    </section>
  );
}

interface VariableProps {
  name: string;
  declared: Declared;
  taken: ReadonlySet<string>;
  onRename: (name: string) => void;
  onChange: (declared: Declared) => void;
  onRemove: () => void;
}

function Variable({ name, declared, taken, onRename, onChange, onRemove }: VariableProps) {
  const { mayWrite } = useBuilder();
  const [wanted, setWanted] = useState(name);
  const unfit = wanted !== name && (taken.has(wanted) || !/^[^\W\d][\wÀ-ÿ]{0,59}$/.test(wanted));
  const standing = declared.default;
  const set = (key: "label" | "default", value: string) => {
    const { [key]: _, ...rest } = declared;
    onChange(value === "" ? rest : { ...rest, [key]: value });
  };
  return (
    <div className="flex flex-col gap-1.5 rounded-lg border border-line p-2">
      <div className="flex items-center gap-1.5">
        <TextInput
          aria-label="Nome da variável"
          value={wanted}
          invalid={unfit}
          disabled={!mayWrite}
          className="!text-info-text"
          onChange={(event) => setWanted(event.target.value.replace(/\s/g, "_"))}
          onBlur={() => (unfit || wanted === name ? setWanted(name) : onRename(wanted))}
        />
        {mayWrite && <IconButton label="Remover a variável" icon={<Trash2 aria-hidden />} className="!size-7 [&_svg]:!size-3.5" onClick={onRemove} />}
      </div>
      <div className="grid grid-cols-2 gap-1.5">
        <TextInput aria-label="O que ela é" placeholder="O que ela é" maxLength={120} value={declared.label ?? ""} disabled={!mayWrite} onChange={(event) => set("label", event.target.value)} />
        <TextInput aria-label="Valor inicial" placeholder="Valor inicial" value={standing === null || standing === undefined ? "" : String(standing)} disabled={!mayWrite} onChange={(event) => set("default", event.target.value)} />
      </div>
    </div>
  );
}
