/** How does a template read, in which state is it, and what can be done about it? */
import { Trash2 } from "lucide-react";
import { useState } from "react";

import { categoryName, languageName } from "@/api/template-texts";
import type { Template } from "@/api/templates";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { TemplateBubble } from "@/ui/template-bubble";

import { useRemove } from "../mutations";
import { qualityOf, reasonOf, stateOf } from "../texts";

export function TemplateDetail({ template, mayWrite, onClose }: { template: Template; mayWrite: boolean; onClose: () => void }) {
  const [sure, setSure] = useState(false);
  const removal = useRemove(onClose);
  const state = stateOf(template.status);
  const media = template.header_format !== "TEXT" ? template.header_format.toLowerCase() : "";
  return (
    <Dialog label={`Modelo ${template.name}`} onClose={onClose} className="w-[min(94vw,560px)]">
      <div className="flex max-h-[86vh] flex-col">
        <header className="flex items-center justify-between gap-3 border-b border-line px-5 py-4">
          <h2 className="min-w-0 truncate text-lg font-semibold">
            <SafeText text={template.name} max={80} />
          </h2>
          <Pill tone={state.tone} dot>
            {state.label}
          </Pill>
        </header>
        <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 py-4">
          <Why template={template} text={state.text} />
          {template.complete && (
            <div className="flex justify-center rounded-lg bg-canvas p-4">
              <TemplateBubble header={template.header} body={template.body} footer={template.footer} media={media} buttons={template.buttons} />
            </div>
          )}
          <Facts template={template} />
        </div>
        <footer className="flex justify-between gap-2 border-t border-line px-5 py-3">
          {mayWrite && template.status !== "DELETED" ? (
            <Button look="danger" busy={removal.isPending} onClick={() => (sure ? removal.mutate(template.id) : setSure(true))} data-testid="template-remove">
              <Trash2 className="size-3.5" aria-hidden />
              {sure ? "Confirmar: o nome fica bloqueado 30 dias" : "Excluir"}
            </Button>
          ) : (
            <span />
          )}
          <Button onClick={onClose}>Fechar</Button>
        </footer>
      </div>
    </Dialog>
  );
}

function Why({ template, text }: { template: Template; text: string }) {
  const why = reasonOf(template);
  return (
    <div className="flex flex-col gap-1 text-list text-pretty">
      <p>{text}</p>
      {why !== "" && <p className="text-danger-text">{why}</p>}
      {template.status_hint !== "" && (
        <p className="text-ink-2">
          Recado da Meta: <SafeText text={template.status_hint} max={600} />
        </p>
      )}
      {template.previous_category !== "" && template.previous_category !== template.category && (
        <p className="text-amber-text">
          A Meta mudou a categoria de {categoryName(template.previous_category)} para {categoryName(template.category)}: o preço por mensagem muda junto.
        </p>
      )}
      {template.correct_category !== "" && template.correct_category !== template.category && (
        <p className="text-amber-text">A Meta vai mudar a categoria para {categoryName(template.correct_category)}.</p>
      )}
    </div>
  );
}

function Facts({ template }: { template: Template }) {
  const facts: [string, string][] = [
    ["Categoria", categoryName(template.category)],
    ["Idioma", languageName(template.language)],
    ["Qualidade", qualityOf(template.quality)?.label ?? "Ainda sem avaliação"],
    ["Variáveis", String(template.slots.filter((slot) => slot.kind === "text").length)],
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-list sm:grid-cols-4">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-ink-3">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
