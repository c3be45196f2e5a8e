/** What is done to all that are marked? */
import { Archive, Mail, MailOpen, Tag, UserRound, X } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import type { BulkAct } from "@/api/inbox";
import { sessionStore } from "@/api/session";
import { isPlain } from "@/lib/text-marks";
import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";

import { useBulk } from "./mutations";
import { useFilterChoices } from "./queries";
import type { Selection } from "./selection";

export function BulkBar({ selection }: { selection: Selection }) {
  const [tagging, setTagging] = useState(false);
  const bulk = useBulk(selection.clear);
  const count = selection.ids.size;
  const act = (one: BulkAct) => bulk.mutate({ ids: [...selection.ids], act: one, key: crypto.randomUUID() });
  return (
    <div role="toolbar" aria-label="Ações para as conversas marcadas" className="flex h-11 items-center gap-0.5 border-b border-line bg-selected pr-2 pl-4" data-testid="bulk-bar">
      <span className="min-w-0 flex-1 truncate text-list font-medium text-accent-text tabular-nums" role="status">
        {count} {count === 1 ? "marcada" : "marcadas"}
      </span>
      <IconButton label="Marcar como lidas" icon={<MailOpen aria-hidden />} disabled={bulk.isPending} onClick={() => act({ action: "mark_read", tag: "" })} />
      <IconButton label="Marcar como não lidas" icon={<Mail aria-hidden />} disabled={bulk.isPending} onClick={() => act({ action: "mark_unread", tag: "" })} />
      <IconButton label="Etiquetar" icon={<Tag aria-hidden />} disabled={bulk.isPending} onClick={() => setTagging(true)} data-testid="bulk-tag" />
      <AssignMenu busy={bulk.isPending} onAssign={(assignee_id) => act({ action: "assign", assignee_id, tag: "" })} />
      <IconButton label="Arquivar" icon={<Archive aria-hidden />} disabled={bulk.isPending} onClick={() => act({ action: "archive", tag: "" })} data-testid="bulk-archive" />
      <IconButton label="Desmarcar todas" shortcut="Esc" icon={<X aria-hidden />} onClick={selection.clear} />
      {tagging && (
        <TagDialog
          onClose={() => setTagging(false)}
          onTag={(tag) => {
            setTagging(false);
            act({ action: "tag", tag });
          }}
        />
      )}
    </div>
  );
}

function AssignMenu({ busy, onAssign }: { busy: boolean; onAssign: (id: string | null) => void }) {
  const { data: choices } = useFilterChoices();
  const me = sessionStore.get()?.user.id;
  const others = (choices?.members ?? []).filter((one) => one.id !== me);
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" disabled={busy} aria-label="Atribuir" title="Atribuir" className="inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-ink-2 hover:bg-hover hover:text-ink disabled:opacity-45" data-testid="bulk-assign">
          <UserRound className="size-4.5" aria-hidden />
        </button>
      }
    >
      <MenuLabel>Atribuir a</MenuLabel>
      {me !== undefined && <MenuItem onSelect={() => onAssign(me)}>Mim</MenuItem>}
      {others.map((one) => (
        <MenuItem key={one.id} onSelect={() => onAssign(one.id)}>
          <SafeText text={one.name} max={40} />
        </MenuItem>
      ))}
      <MenuItem onSelect={() => onAssign(null)}>Ninguém</MenuItem>
    </Menu>
  );
}

function TagDialog({ onClose, onTag }: { onClose: () => void; onTag: (tag: string) => void }) {
  const [tag, setTag] = useState("");
  const { data: choices } = useFilterChoices();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (tag.trim() !== "") onTag(tag.trim());
  };
  return (
    <Dialog label="Etiquetar" onClose={onClose} className="w-[min(22rem,calc(100vw-2rem))]">
      <form onSubmit={submit} className="flex flex-col gap-4 p-5">
        <Field label="Etiqueta" value={tag} maxLength={60} list="known-tags" onChange={(event) => setTag(event.target.value)} hint="Criada se não existir." data-testid="bulk-tag-name" />
        <datalist id="known-tags">
          {(choices?.tags ?? []).filter(isPlain).map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <Button look="primary" type="submit" disabled={tag.trim() === ""} className="self-end">
          Etiquetar
        </Button>
      </form>
    </Dialog>
  );
}
