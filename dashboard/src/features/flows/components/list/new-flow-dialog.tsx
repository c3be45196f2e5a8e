/** With what does a new flow begin? A template, or an empty canvas. */
import { FilePlus2, LayoutTemplate } from "lucide-react";
import { type ReactNode, type SyntheticEvent, useId, useState } from "react";

import { cx } from "@/lib/classes";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Skeleton } from "@/ui/states";

import { useCreateFlow } from "../../mutations";
import { useBots, useTemplates } from "../../queries";
import { plural } from "../../texts";
import { Labelled, Select } from "../form/controls";

export function NewFlowDialog({ onClose, onOpen }: { onClose: () => void; onOpen: (flowId: string) => void }) {
  const [name, setName] = useState("");
  const [template, setTemplate] = useState("");
  const [bot, setBot] = useState<string | null>(null);
  const templates = useTemplates();
  const bots = useBots();
  const create = useCreateFlow();
  const id = useId();
  const chosen = templates.data?.find((one) => one.key === template);
  const botId = bot ?? bots.data?.[0]?.id ?? "";
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const called = name.trim() || chosen?.name || "Fluxo sem nome";
    create.mutate({ name: called, bot_id: botId === "" ? null : botId, ...(template === "" ? {} : { template }) }, { onSuccess: (made) => onOpen(made.id) });
  };
  return (
    <Dialog label="Novo fluxo" onClose={onClose} className="w-[min(94vw,640px)]">
      <form onSubmit={submit} className="flex max-h-[86vh] flex-col">
        <h2 className="border-b border-line px-5 py-4 text-lg font-semibold">Novo fluxo</h2>
        <div className="flex flex-col gap-4 overflow-y-auto px-5 py-4">
          <div className="grid gap-3 sm:grid-cols-2">
            <Labelled htmlFor={`${id}-name`} label="Nome">
              <input
                id={`${id}-name`}
                value={name}
                maxLength={120}
                // eslint-disable-next-line jsx-a11y/no-autofocus -- the first thing asked
                autoFocus
                placeholder={chosen?.name ?? "Primeiro contato"}
                onChange={(event) => setName(event.target.value)}
                className="h-9 rounded-lg border border-line-strong bg-surface px-2.5 text-list outline-none focus:border-accent"
                data-testid="new-flow-name"
              />
            </Labelled>
            <Labelled htmlFor={`${id}-bot`} label="Chatbot">
              <Select id={`${id}-bot`} value={botId} choices={[...(bots.data ?? []).map((one) => [one.id, one.name] as const), ["", "Nenhum: subfluxo compartilhado"]]} onChange={setBot} data-testid="new-flow-bot" />
            </Labelled>
          </div>
          <fieldset className="grid gap-2 sm:grid-cols-2">
            <legend className="mb-1.5 text-sm font-medium text-ink-2">Começar com</legend>
            <TemplateCard name="Do zero" description="Só o início; o resto você desenha." icon={<FilePlus2 aria-hidden />} on={template === ""} onChoose={() => setTemplate("")} testId="template-blank" />
            {templates.isPending && [0, 1, 2].map((one) => <Skeleton key={one} className="h-20" />)}
            {templates.data?.map((one) => (
              <TemplateCard key={one.key} name={one.name} description={one.description} hint={plural(one.nodes, "bloco", "blocos")} icon={<LayoutTemplate aria-hidden />} on={template === one.key} onChoose={() => setTemplate(one.key)} testId={`template-${one.key}`} />
            ))}
          </fieldset>
        </div>
        <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" busy={create.isPending} data-testid="new-flow-create">
            Criar
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

interface TemplateCardProps {
  name: string;
  description: string;
  hint?: string;
  icon: ReactNode;
  on: boolean;
  testId: string;
  onChoose: () => void;
}

function TemplateCard({ name, description, hint, icon, on, testId, onChoose }: TemplateCardProps) {
  return (
    <label className={cx("flex cursor-pointer items-start gap-2.5 rounded-lg border p-3 has-focus-visible:outline-2 has-focus-visible:outline-accent [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3", on ? "border-accent bg-selected" : "border-line hover:bg-hover")}>
      <input type="radio" name="template" className="sr-only" checked={on} onChange={onChoose} data-testid={testId} />
      {icon}
      <span className="min-w-0">
        <span className="block text-list font-medium">{name}</span>
        <span className="block text-sm text-pretty text-ink-2">{description}</span>
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
