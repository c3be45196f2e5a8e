/** Outside the window, or instead of free text: which approved template goes to this person? */
import { ArrowLeft, FileSearch, Search } from "lucide-react";
import { useState } from "react";

import type { Conversation } from "@/api/contract";
import { categoryName, languageName } from "@/api/template-texts";
import type { Template } from "@/api/templates";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SafeText } from "@/ui/safe-text";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { TemplateForm } from "./template-form";
import { useTemplateList } from "./use-template";

interface TemplateDialogProps {
  conversation: Conversation;
  draft: string;
  onClose: () => void;
}

export function TemplateDialog({ conversation, draft, onClose }: TemplateDialogProps) {
  const [q, setQ] = useState("");
  const [chosen, setChosen] = useState<Template | null>(null);
  const list = useTemplateList(conversation.channel.id, q);
  return (
    <Dialog label="Enviar modelo" onClose={onClose} className="w-[min(96vw,860px)]">
      <div className="flex h-[min(86vh,620px)] flex-col" data-testid="template-dialog">
        <header className="flex items-center gap-2 border-b border-line px-4 py-3">
          {chosen && <IconButton label="Voltar à lista" icon={<ArrowLeft aria-hidden />} onClick={() => setChosen(null)} className="md:hidden" />}
          <h2 className="min-w-0 flex-1 truncate text-lg font-semibold">Enviar modelo</h2>
          <Button look="ghost" size="sm" onClick={onClose}>
            Fechar
          </Button>
        </header>
        <div className="flex min-h-0 flex-1">
          <section className={cx("flex min-h-0 w-full flex-col border-line md:w-72 md:shrink-0 md:border-r", chosen && "hidden md:flex")} aria-label="Modelos">
            <div className="relative p-3">
              <Search className="pointer-events-none absolute top-5.5 left-5.5 size-4 text-ink-3" aria-hidden />
              <input
                type="search"
                value={q}
                // eslint-disable-next-line jsx-a11y/no-autofocus -- whoever opens the list looks for one
                autoFocus
                aria-label="Buscar modelo"
                placeholder="Buscar pelo nome ou texto"
                onChange={(event) => setQ(event.target.value)}
                className="h-9 w-full rounded-lg border border-line-strong bg-surface pr-2 pl-8 text-list outline-none focus:border-accent"
                data-testid="template-search"
              />
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto pb-2">
              {list.isPending ? (
                <Loading />
              ) : list.isError ? (
                <ErrorState title="Os modelos não carregaram" detail={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
              ) : (
                <Options templates={list.data.items.filter((one) => one.sendable)} searched={q !== ""} chosen={chosen} onChoose={setChosen} />
              )}
            </div>
          </section>
          <section className={cx("min-h-0 min-w-0 flex-1 flex-col", chosen ? "flex" : "hidden md:flex")} aria-label="Prévia">
            {chosen ? (
              <TemplateForm key={chosen.id} template={chosen} conversation={conversation} draft={draft} onSent={onClose} />
            ) : (
              <Empty icon={<FileSearch aria-hidden />} title="Escolha um modelo" className="m-auto">
                Modelos aprovados chegam a qualquer hora. Quando o cliente responder, você volta a escrever livremente.
              </Empty>
            )}
          </section>
        </div>
      </div>
    </Dialog>
  );
}

interface OptionsProps {
  templates: Template[];
  searched: boolean;
  chosen: Template | null;
  onChoose: (template: Template) => void;
}

function Options({ templates, searched, chosen, onChoose }: OptionsProps) {
  if (templates.length === 0) {
    return (
      <Empty icon={<FileSearch aria-hidden />} title={searched ? "Nenhum modelo encontrado" : "Nenhum modelo aprovado"}>
        {searched ? "Tente outra palavra." : "Crie um em Ajustes, Modelos. A revisão da Meta costuma levar alguns minutos."}
      </Empty>
    );
  }
  return (
    <ul className="flex flex-col">
      {templates.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            aria-pressed={chosen?.id === one.id}
            onClick={() => onChoose(one)}
            className={cx("flex w-full flex-col gap-0.5 px-4 py-2 text-left hover:bg-hover", chosen?.id === one.id && "bg-selected")}
            data-testid="template-option"
          >
            <span className="truncate text-list font-medium">
              <SafeText text={one.name.replaceAll("_", " ")} max={80} />
            </span>
            <span className="line-clamp-2 text-sm text-ink-2">
              <SafeText text={one.body} max={160} />
            </span>
            <span className="text-sm text-ink-3">
              {categoryName(one.category)} · {languageName(one.language)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando modelos" className="flex flex-col gap-3 px-4 py-2">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-12 w-full" />
      ))}
    </div>
  );
}
