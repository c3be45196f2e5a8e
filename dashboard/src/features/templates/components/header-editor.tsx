/** What stands above the text: nothing, a line, or a file with a sample for the review? */
import { Paperclip } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { type Draft, variablesOf } from "../draft";
import { useSample } from "../mutations";
import { HEADERS } from "../texts";
import { Choice, Line, type Troubles } from "./fields";

interface HeaderEditorProps {
  draft: Draft;
  change: (fields: Partial<Draft>) => void;
  troubles: Troubles;
}

export function HeaderEditor({ draft, change, troubles }: HeaderEditorProps) {
  const format = draft.header_format;
  return (
    <>
      <Choice label="Cabeçalho" value={format} choices={HEADERS} onChoose={(word) => change({ header_format: word as Draft["header_format"], header_handle: "" })} />
      {format === "TEXT" && <Line label="Texto do cabeçalho" limit={60} value={draft.header} trouble={troubles("header")} onType={(header) => change({ header })} />}
      {format === "TEXT" && variablesOf(draft.header).length > 0 && (
        <Line label="Exemplo da variável do cabeçalho" value={draft.header_sample} trouble={troubles("header_sample")} onType={(header_sample) => change({ header_sample })} />
      )}
      {["IMAGE", "VIDEO", "DOCUMENT"].includes(format) && <Sample draft={draft} change={change} troubles={troubles} />}
    </>
  );
}

const ACCEPT: Record<string, string> = { IMAGE: "image/jpeg,image/png", VIDEO: "video/mp4", DOCUMENT: "application/pdf" };

function Sample({ draft, change, troubles }: HeaderEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const sample = useSample((handle, kept) => {
    change({ header_handle: handle });
    setName(kept);
  });
  const trouble = troubles("header_media");
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <Button size="sm" busy={sample.isPending} onClick={() => input.current?.click()}>
          <Paperclip className="size-3.5" aria-hidden />
          Arquivo de exemplo
        </Button>
        <span className="min-w-0 truncate text-sm text-ink-2">{draft.header_handle !== "" && <SafeText text={name} max={60} />}</span>
      </div>
      <p className={trouble === undefined ? "text-sm text-ink-3" : "text-sm text-danger-text"}>{trouble ?? "Só para a análise; ao enviar, você escolhe o arquivo de cada cliente."}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT[draft.header_format]}
        aria-label="Arquivo de exemplo"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) sample.mutate({ channel: draft.channel_id, file });
          event.target.value = "";
        }}
      />
    </div>
  );
}
