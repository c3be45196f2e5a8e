/** Which filters does one come back to? */
import { Bookmark, BookmarkPlus, Trash2, Users } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import type { ConversationFilter } from "@/api/endpoints";
import type { View } from "@/api/inbox";
import { useMay } from "@/api/use-may";
import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";

import { useRemoveView, useSaveView } from "./mutations";
import { useViews } from "./queries";

interface ViewsProps {
  filter: ConversationFilter;
  onFilter: (filter: ConversationFilter) => void;
}

const countOf = (view: View): string => `${view.count.n}${view.count.more ? "+" : ""}`;

/** What a kept filter looks like where one stands now; what it does not say is not narrowed. */
function filterIn(view: View): ConversationFilter {
  const said = Object.entries(view.filter).filter(([, value]) => value !== null && value !== "" && value !== false && value !== 0);
  return { state: "active", q: "", assignee: "", ...(Object.fromEntries(said) as Partial<ConversationFilter>) };
}

export function ViewsMenu({ filter, onFilter }: ViewsProps) {
  const { data: views = [] } = useViews();
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const mayWrite = useMay("conversations:write");
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button type="button" className="flex size-8 items-center justify-center rounded-lg text-ink-2 hover:bg-hover" aria-label="Visões salvas" data-testid="views-open">
            <Bookmark className="size-4" aria-hidden />
          </button>
        }
      >
        <MenuLabel>Visões</MenuLabel>
        {views.length === 0 && <p className="max-w-56 px-2.5 pb-2 text-sm text-ink-3">Filtre a lista e salve a visão para voltar a ela com um toque.</p>}
        {views.map((view) => (
          <MenuItem key={view.id} icon={view.shared ? <Users aria-hidden /> : <Bookmark aria-hidden />} hint={<span className="tabular-nums">{countOf(view)}</span>} testId="view" onSelect={() => onFilter(filterIn(view))}>
            <SafeText text={view.name} max={60} />
          </MenuItem>
        ))}
        {mayWrite && (
          <>
            <MenuSeparator />
            <MenuItem icon={<BookmarkPlus aria-hidden />} testId="view-save" onSelect={() => setDialog("save")}>
              Salvar esta visão
            </MenuItem>
            {views.some((view) => view.mine) && (
              <MenuItem icon={<Trash2 aria-hidden />} onSelect={() => setDialog("manage")}>
                Apagar visões
              </MenuItem>
            )}
          </>
        )}
      </Menu>
      {dialog === "save" && <SaveDialog filter={filter} onClose={() => setDialog(null)} />}
      {dialog === "manage" && <ManageDialog views={views.filter((view) => view.mine)} onClose={() => setDialog(null)} />}
    </>
  );
}

function SaveDialog({ filter, onClose }: { filter: ConversationFilter; onClose: () => void }) {
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const maySeeAll = useMay("conversations:all");
  const save = useSaveView();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== "") save.mutate({ name: name.trim(), filter, shared }, { onSuccess: onClose });
  };
  return (
    <Dialog label="Salvar visão" onClose={onClose} className="w-[min(24rem,calc(100vw-2rem))]">
      <form onSubmit={submit} className="flex flex-col gap-4 p-5">
        <h2 className="text-base font-semibold">Salvar esta visão</h2>
        <Field label="Nome" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} data-testid="view-name" />
        {maySeeAll && (
          <label className="flex items-center gap-2 text-list">
            <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} className="size-4 accent-[var(--color-accent)]" />
            Mostrar a toda a equipe
          </label>
        )}
        <div className="flex justify-end gap-2">
          <Button look="ghost" onClick={onClose}>
            Cancelar
          </Button>
          <Button look="primary" type="submit" busy={save.isPending} disabled={name.trim() === ""} data-testid="view-keep">
            Salvar
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ManageDialog({ views, onClose }: { views: View[]; onClose: () => void }) {
  const remove = useRemoveView();
  return (
    <Dialog label="Apagar visões" onClose={onClose} className="w-[min(24rem,calc(100vw-2rem))]">
      <div className="flex flex-col gap-3 p-5">
        <h2 className="text-base font-semibold">Suas visões</h2>
        <ul className="flex flex-col">
          {views.map((view) => (
            <li key={view.id} className="flex items-center justify-between gap-2 py-1 text-list">
              <span className="min-w-0 truncate">
                <SafeText text={view.name} max={60} />
              </span>
              <IconButton label={`Apagar ${view.name}`} icon={<Trash2 aria-hidden />} onClick={() => remove.mutate(view.id)} />
            </li>
          ))}
          {views.length === 0 && <li className="text-list text-ink-2">Nenhuma visão sua.</li>}
        </ul>
        <Button className="self-end" onClick={onClose}>
          Fechar
        </Button>
      </div>
    </Dialog>
  );
}
