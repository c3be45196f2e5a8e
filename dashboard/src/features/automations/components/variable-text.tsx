/** A text that may say who it is for: variables are put in by a press. */
import { useRef } from "react";

import { Labelled, TextArea, TextInput } from "./controls";

const variables = [["contact.first_name", "primeiro nome"], ["contact.name", "nome"], ["contact.phone", "telefone"], ["organization.name", "organização"], ["greeting", "saudação"]] as const;

interface VariableTextProps {
  label: string;
  help?: string;
  value: string;
  onChange: (text: string) => void;
  short?: boolean;
}

export function VariableText({ label, help, value, onChange, short = false }: VariableTextProps) {
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const put = (name: string) => {
    const at = box.current?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}{{ ${name} }}${value.slice(box.current?.selectionEnd ?? at)}`);
    box.current?.focus();
  };
  const Input = short ? TextInput : TextArea;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Labelled label={label} {...(help ? { help } : {})}>
        <Input ref={box} value={value} maxLength={short ? 200 : 4_000} onChange={(event: { target: { value: string } }) => onChange(event.target.value)} data-testid="variable-text" />
      </Labelled>
      {!short && (
        <p className="flex flex-wrap items-center gap-1.5 text-sm text-ink-3">
          {variables.map(([name, word]) => (
            <button key={name} type="button" onClick={() => put(name)} className="rounded-md border border-line bg-surface px-1.5 py-0.5 text-ink-2 hover:bg-hover">
              + {word}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
