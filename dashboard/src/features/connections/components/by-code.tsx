/** Which code does the phone's owner type, and for which number is it? */
import { type SubmitEvent, useState } from "react";

import { sentenceFor } from "@/api/texts";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";

import { useCode } from "../queries";
import { sentences } from "../texts";
import { CodeLife } from "./code-life";

export function ByCode({ id, number }: { id: string; number: string }) {
  const [typed, setTyped] = useState(number);
  const [phone, setPhone] = useState("");
  const code = useCode(id, "pairing_code", phone, phone !== "");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setPhone(typed.trim());
    if (phone === typed.trim()) void code.refetch();
  };
  const shown = code.data?.pairing_code;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <Field label="Número do aparelho" type="tel" autoComplete="tel" placeholder="(11) 99000-0001" value={typed} onChange={(event) => setTyped(event.target.value)} required />
        {!shown && (
          <Button type="submit" look="primary" busy={code.isFetching} className="self-start">
            Gerar código
          </Button>
        )}
      </div>
      {code.isError && (
        <p role="alert" className="text-list text-danger-text">
          {sentenceFor(code.error, sentences)}
        </p>
      )}
      {shown && (
        <>
          <output
            aria-label="Código de pareamento"
            className="rounded-lg bg-sunken py-3 text-center font-mono text-2xl font-semibold tracking-widest select-all"
            data-testid="pairing-code"
          >
            {shown.slice(0, 4)}-{shown.slice(4)}
          </output>
          <CodeLife code={shown} expiresAt={code.data?.expires_at} />
          <ol className="flex list-decimal flex-col gap-2 pl-5 text-list text-ink-2">
            <li>
              No WhatsApp do celular, abra <b className="font-medium text-ink">Dispositivos conectados</b> e toque em{" "}
              <b className="font-medium text-ink">Conectar com número de telefone</b>.
            </li>
            <li>Digite o código acima quando o aparelho pedir.</li>
          </ol>
        </>
      )}
    </form>
  );
}
