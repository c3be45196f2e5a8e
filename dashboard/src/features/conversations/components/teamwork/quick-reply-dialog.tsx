/** What does a quick reply say, under which word? */
import { useId, useRef, useState } from "react";

import { sentenceFor } from "@/api/texts";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";

import { type ReplyDraft, useKeepQuickReply } from "../../teamwork/mutations";
import { variableNames } from "../../teamwork/texts";
import { sentences } from "../../texts";

interface QuickReplyDialogProps {
  draft: ReplyDraft;
  variables: string[];
  mayShare: boolean;
  onClose: () => void;
}

export function QuickReplyDialog({ draft, variables, mayShare, onClose }: QuickReplyDialogProps) {
  const [shortcut, setShortcut] = useState(draft.shortcut);
  const [title, setTitle] = useState(draft.title);
  const [text, setText] = useState(draft.text);
  const [shared, setShared] = useState(draft.shared);
  const keep = useKeepQuickReply();
  const field = useRef<HTMLTextAreaElement>(null);
  const textId = useId();
  const insert = (name: string) => {
    const at = field.current?.selectionStart ?? text.length;
    const end = field.current?.selectionEnd ?? at;
    setText(`${text.slice(0, at)}{{ ${name} }}${text.slice(end)}`);
    field.current?.focus();
  };
  const submit = () => keep.mutate({ id: draft.id, shared, shortcut: shortcut.trim().replace(/^\//, ""), title: title.trim(), text: text.trim() }, { onSuccess: onClose });
  return (
    <Dialog label="Resposta rápida" onClose={onClose} className="w-[min(36rem,calc(100vw-2rem))]">
      <form
        className="flex flex-col gap-4 p-5"
        data-testid="quick-reply-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 className="text-lg font-semibold">{draft.id === null ? "Nova resposta rápida" : "Mudar resposta rápida"}</h2>
        <div className="grid gap-4 md:grid-cols-[12rem_1fr]">
          <Field label="Atalho" value={shortcut} maxLength={41} required autoComplete="off" placeholder="horario" hint="Sem espaços nem acentos" onChange={(event) => setShortcut(event.target.value.toLowerCase())} data-testid="quick-reply-shortcut" />
          <Field label="Título (opcional)" value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} data-testid="quick-reply-title" />
        </div>
        <div className="flex flex-col gap-1.5">
          <label htmlFor={textId} className="text-list font-medium">
            Texto
          </label>
          <textarea
            id={textId}
            ref={field}
            rows={5}
            required
            maxLength={4_096}
            value={text}
            onChange={(event) => setText(event.target.value)}
            data-testid="quick-reply-text"
            className="resize-y rounded-lg border border-line-strong bg-surface px-3 py-2 text-base outline-none focus:border-accent"
          />
          <div className="flex flex-wrap gap-1.5" role="group" aria-label="Inserir no texto">
            {variables.map((name) => (
              <Button key={name} size="sm" onClick={() => insert(name)} className="!font-normal">
                {variableNames[name] ?? name}
              </Button>
            ))}
          </div>
        </div>
        {draft.id === null && mayShare && (
          <label className="flex items-center gap-2 text-list">
            <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} className="size-4 accent-accent" />
            Para todos da empresa
          </label>
        )}
        {keep.isError && (
          <p role="alert" className="text-list text-danger-text" data-testid="quick-reply-error">
            {sentenceFor(keep.error, { ...sentences, invalid_request: "Confira o atalho: letras sem acento, números, - e _, sem espaços." })}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" busy={keep.isPending} data-testid="quick-reply-save">
            Salvar
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
