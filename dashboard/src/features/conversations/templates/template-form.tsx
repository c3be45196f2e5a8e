/** With what is the chosen template filled in? The preview is the server's own rendering of what will be sent. */
import { useQueryClient } from "@tanstack/react-query";
import { Paperclip, SendHorizontal } from "lucide-react";
import { useId, useRef } from "react";

import type { Conversation } from "@/api/contract";
import { problemSentence } from "@/api/template-texts";
import type { Template, TemplateSlot } from "@/api/templates";
import { sentenceFor } from "@/api/texts";
import { mediaOf, slotId, typedSlots } from "@/lib/template-values";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { TemplateBubble } from "@/ui/template-bubble";

import { send } from "../outgoing";
import { sentences } from "../texts";
import { useTemplate } from "./use-template";

interface TemplateFormProps {
  template: Template;
  conversation: Conversation;
  draft: string;
  onSent: () => void;
}

export function TemplateForm({ template, conversation, draft, onSent }: TemplateFormProps) {
  const client = useQueryClient();
  const filling = useTemplate(template, conversation);
  const { preview, ready, file } = filling;
  const problems = preview.data?.problems ?? [];
  const submit = () => {
    if (!ready || !preview.data) return;
    const { header, body, footer } = preview.data;
    send(client, {
      conversationId: conversation.id,
      text: [header, body, footer].filter(Boolean).join("\n\n"),
      replyTo: null,
      media: file && { id: file.id, name: file.name, mimeType: file.type, size: 0 },
      template: { name: template.name, language: template.language, values: filling.values },
    });
    onSent();
  };
  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto p-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          {typedSlots(template.slots).map((slot) => (
            <SlotField key={slotId(slot)} slot={slot} value={filling.typed[slotId(slot)] ?? ""} draft={draft} onType={(text) => filling.type(slotId(slot), text)} />
          ))}
          <MediaField slot={mediaOf(template.slots)} filling={filling} />
          {template.slots.length === 0 && <p className="text-list text-ink-2">Este modelo não tem variáveis: vai como está.</p>}
          {draft !== "" && (
            <p className="rounded-lg bg-sunken px-3 py-2 text-sm text-ink-2">
              O que você escreveu continua guardado como rascunho: <SafeText text={draft} max={140} />
            </p>
          )}
        </div>
        <div className="flex min-w-0 flex-col items-center gap-2 rounded-lg bg-canvas p-3">
          {preview.data ? (
            <TemplateBubble
              header={preview.data.header}
              body={preview.data.body}
              footer={preview.data.footer}
              media={preview.data.media || (mediaOf(template.slots)?.kind ?? "")}
              picture={file?.picture ?? null}
              buttons={preview.data.buttons.map((text, index) => ({ text, kind: template.buttons[index]?.kind ?? "quick_reply" }))}
            />
          ) : (
            preview.isError && <p className="text-sm text-danger-text">{sentenceFor(preview.error, sentences)}</p>
          )}
        </div>
      </div>
      <footer className="flex items-center justify-between gap-3 border-t border-line px-4 py-3">
        <p className="min-w-0 text-sm text-pretty text-ink-2" role="status" data-testid="template-problem">
          {problems[0] ? problemSentence(problems[0]) : "Assim o cliente vai ler."}
        </p>
        <Button look="primary" type="submit" disabled={!ready || filling.upload.isPending} data-testid="template-send">
          <SendHorizontal className="size-4" aria-hidden />
          Enviar
        </Button>
      </footer>
    </form>
  );
}

interface SlotFieldProps {
  slot: TemplateSlot;
  value: string;
  draft: string;
  onType: (text: string) => void;
}

function SlotField({ slot, value, draft, onType }: SlotFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex items-baseline justify-between gap-2 text-sm font-medium text-ink-2">
        <SafeText text={labelOf(slot)} max={60} />
        {draft !== "" && slot.kind === "text" && slot.part === "body" && value === "" && (
          <button type="button" className="font-normal text-info-text hover:underline" onClick={() => onType(draft)}>
            usar o rascunho
          </button>
        )}
      </label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        maxLength={slot.kind === "copy_code" ? 20 : 1024}
        placeholder={slot.example && `Por exemplo: ${slot.example.slice(0, 60)}`}
        onChange={(event) => onType(event.target.value)}
        className="h-9 rounded-lg border border-line-strong bg-surface px-2.5 text-list outline-none focus:border-accent"
        data-testid="template-value"
      />
    </div>
  );
}

function labelOf(slot: TemplateSlot): string {
  if (slot.kind === "copy_code") return "Código do botão de copiar";
  if (slot.kind === "url") return `Fim do endereço do botão “${slot.label}”`;
  const name = /^\d+$/.test(slot.key) ? `Variável ${slot.key}` : slot.key.replaceAll("_", " ");
  return slot.part === "header" ? `Cabeçalho: ${name}` : name;
}

const ACCEPT: Record<string, string> = { image: "image/jpeg,image/png", video: "video/mp4", document: "application/pdf" };
const FILES: Record<string, string> = { image: "Imagem do cabeçalho", video: "Vídeo do cabeçalho", document: "Documento do cabeçalho" };

function MediaField({ slot, filling }: { slot: TemplateSlot | undefined; filling: ReturnType<typeof useTemplate> }) {
  const input = useRef<HTMLInputElement>(null);
  if (!slot) return null;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm font-medium text-ink-2">{FILES[slot.kind]}</p>
      <div className="flex items-center gap-2">
        <Button size="sm" busy={filling.upload.isPending} onClick={() => input.current?.click()}>
          <Paperclip className="size-3.5" aria-hidden />
          {filling.file ? "Trocar arquivo" : "Escolher arquivo"}
        </Button>
        <span className="min-w-0 truncate text-sm text-ink-2">{filling.file && <SafeText text={filling.file.name} max={60} />}</span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT[slot.kind]}
        aria-label={FILES[slot.kind]}
        data-testid="template-file"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) filling.upload.mutate(chosen);
          event.target.value = "";
        }}
      />
      {filling.upload.isError && <p className="text-sm text-danger-text">{sentenceFor(filling.upload.error, sentences)}</p>}
    </div>
  );
}
