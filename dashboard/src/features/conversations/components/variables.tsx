/** What did the flow learn? */
import { Braces } from "lucide-react";
import { useState } from "react";

import { SafeText } from "@/ui/safe-text";

import { Fact, Section } from "./person-pane-parts";

const FEW = 8;

export function Variables({ variables }: { variables: Record<string, unknown> }) {
  const [all, setAll] = useState(false);
  const entries = Object.entries(variables);
  if (entries.length === 0) return null;
  const filled = entries.filter(([, value]) => !isEmpty(value));
  const few = filled.slice(0, FEW);
  const shown = all ? entries : few;
  return (
    <Section title="Variáveis" icon={<Braces className="size-3.5" aria-hidden />}>
      {shown.map(([name, value]) => (
        <Fact key={name} label={<SafeText text={name} max={60} />}>
          <Value value={value} />
        </Fact>
      ))}
      {filled.length === 0 && !all && (
        <div>
          <dt className="sr-only">Valores</dt>
          <dd className="text-list text-ink-2">Nada preenchido ainda.</dd>
        </div>
      )}
      {entries.length > few.length && (
        <div>
          <dt className="sr-only">Mais</dt>
          <dd>
            <button type="button" onClick={() => setAll(!all)} className="text-sm font-medium text-accent-text hover:underline">
              {all ? "Mostrar menos" : `Mostrar todas (${entries.length})`}
            </button>
          </dd>
        </div>
      )}
    </Section>
  );
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";

function Value({ value }: { value: unknown }) {
  if (isEmpty(value)) return <span className="text-ink-3">vazio</span>;
  if (typeof value === "boolean") return value ? "sim" : "não";
  if (typeof value === "string") return <SafeText text={value} max={400} />;
  if (typeof value === "number") return value.toLocaleString("pt-BR");
  return (
    <code className="font-mono text-sm">
      <SafeText text={JSON.stringify(value)} max={400} />
    </code>
  );
}
