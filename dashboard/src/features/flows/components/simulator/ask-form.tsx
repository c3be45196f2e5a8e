/** What does the outside answer? In the simulation a person plays it. */
import { Globe } from "lucide-react";
import { useId, useState } from "react";

import type { SimulatedAsk } from "@/api/flows";
import { Button } from "@/ui/button";

import { Labelled, Select, TextInput } from "../form/controls";

const FAILURES = [
  ["timeout", "Demorou demais"],
  ["connection", "Não conectou"],
  ["bad_response", "Resposta ilegível"],
  ["too_large", "Resposta grande demais"],
] as const;

interface AskFormProps {
  ask: SimulatedAsk;
  busy: boolean;
  onAnswer: (key: string, ok: boolean, value: unknown) => void;
}

export function AskForm({ ask, busy, onAnswer }: AskFormProps) {
  const id = useId();
  const [status, setStatus] = useState("200");
  const [body, setBody] = useState("{}");
  const [failure, setFailure] = useState("");
  const parsed = parse(body);
  const method = typeof ask.request.method === "string" ? ask.request.method.toUpperCase() : "POST";
  const url = typeof ask.request.url === "string" ? ask.request.url : "";
  const sent = typeof ask.request.body === "string" ? ask.request.body : "";
  const answer = () => {
    if (failure !== "") { onAnswer(ask.key, false, { error: failure, detail: "" }); return; }
    const code = Number(status);
    onAnswer(ask.key, code >= 200 && code < 300, { status: code, headers: {}, body: parsed.value, ms: 120 });
  };
  return (
    <form
      className="mt-3 flex flex-col gap-2.5 rounded-xl border border-line bg-raised p-3"
      data-testid="simulator-ask"
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <p className="flex items-start gap-2 text-list">
        <Globe className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden />
        <span className="min-w-0">
          O fluxo chamou <b className="font-semibold [overflow-wrap:anywhere]">{`${method} ${url}`}</b>. Na simulação nada sai daqui: diga o que o sistema responderia.
        </span>
      </p>
      {sent && <pre className="max-h-24 overflow-auto rounded-md bg-sunken p-2 font-mono text-sm whitespace-pre-wrap">{sent}</pre>}
      <Labelled htmlFor={`${id}-how`} label="Resposta">
        <Select id={`${id}-how`} value={failure} choices={[["", "Responde"], ...FAILURES]} onChange={setFailure} />
      </Labelled>
      {failure === "" && (
        <>
          <Labelled htmlFor={`${id}-status`} label="Código">
            <TextInput id={`${id}-status`} inputMode="numeric" value={status} invalid={!/^[1-5]\d\d$/.test(status)} onChange={(event) => setStatus(event.target.value)} />
          </Labelled>
          <Labelled htmlFor={`${id}-body`} label="Conteúdo" help={parsed.json ? "JSON" : "Texto"}>
            <textarea id={`${id}-body`} rows={4} value={body} spellCheck={false} onChange={(event) => setBody(event.target.value)} className="rounded-lg border border-line-strong bg-surface px-2.5 py-2 font-mono text-sm outline-none focus:border-accent" data-testid="simulator-ask-body" />
          </Labelled>
        </>
      )}
      <Button type="submit" look="primary" size="sm" busy={busy} disabled={failure === "" && !/^[1-5]\d\d$/.test(status)} className="self-end" data-testid="simulator-ask-send">
        Responder
      </Button>
    </form>
  );
}

function parse(body: string): { value: unknown; json: boolean } {
  try {
    return { value: JSON.parse(body) as unknown, json: true };
  } catch {
    return { value: body, json: false };
  }
}
