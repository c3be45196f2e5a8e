/** What begins, with whom, for how much? */
import { type SyntheticEvent, useState } from "react";

import type { Pipeline } from "@/api/leads";
import { parseMoney } from "@/lib/money";
import { isPlain, plainText } from "@/lib/text-marks";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SafeText } from "@/ui/safe-text";

import { useCreateDeal } from "../mutations";
import { useColleagues } from "../queries";
import { fieldLook, Labelled, Select } from "./controls";

interface NewDealDialogProps {
  pipelines: Pipeline[];
  pipelineId: string;
  stageId?: string | undefined;
  /** The conversation that it begins in; without one the person is told by phone. */
  conversation?: { id: string; name: string };
  ownerId?: string | undefined;
  origins?: string[];
  onClose: () => void;
}

export function NewDealDialog({ pipelines, pipelineId, stageId, conversation, ownerId = "", origins = [], onClose }: NewDealDialogProps) {
  const create = useCreateDeal();
  const colleagues = useColleagues();
  // One key for this dialog: pressing twice, or an answer lost on its way, begins one deal.
  const [key] = useState(() => crypto.randomUUID());
  const [pipeline, setPipeline] = useState(pipelineId);
  const [stage, setStage] = useState(stageId ?? "");
  const [form, setForm] = useState({ title: "", value: "", phone: "", name: "", origin: "", owner: ownerId, expected: "" });
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const stages = (pipelines.find((one) => one.id === pipeline)?.stages ?? []).filter((one) => one.kind === "open");
  const cents = parseMoney(form.value);
  const ready = cents !== null && (conversation !== undefined || form.phone.trim() !== "");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    const who = conversation ? { conversation_ref: conversation.id, phone: "", name: "" } : { conversation_ref: "", phone: form.phone, name: form.name };
    create.mutate(
      {
        key,
        deal: { pipeline_id: pipeline, stage_id: stage || (stages[0]?.id ?? null), title: form.title, value_cents: cents, origin: form.origin, owner_id: form.owner || null, expected_on: form.expected || null, reason_note: "", ...who },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog label="Novo negócio" onClose={onClose} className="w-[min(94vw,520px)]">
      <form onSubmit={submit} className="flex max-h-[88vh] flex-col" data-testid="new-deal">
        <h2 className="border-b border-line px-5 py-4 text-lg font-semibold">
          Novo negócio
          {conversation && (
            <span className="block text-list font-normal text-ink-2">
              com <SafeText text={conversation.name} max={80} />
            </span>
          )}
        </h2>
        <div className="grid gap-3 overflow-y-auto px-5 py-4 sm:grid-cols-2">
          {!conversation && (
            <>
              <Labelled label="Telefone (WhatsApp)">{(id) => <input id={id} type="tel" value={form.phone} maxLength={40} required placeholder="(11) 98888-7777" onChange={(event) => set("phone")(event.target.value)} className={fieldLook} />}</Labelled>
              <Labelled label="Nome da pessoa">{(id) => <input id={id} value={form.name} maxLength={200} onChange={(event) => set("name")(event.target.value)} className={fieldLook} />}</Labelled>
            </>
          )}
          <Labelled label="Negócio" className="sm:col-span-2">
            {(id) => <input id={id} value={form.title} maxLength={200} placeholder={conversation ? plainText(conversation.name) : "O que está sendo vendido"} onChange={(event) => set("title")(event.target.value)} className={fieldLook} data-testid="new-deal-title" />}
          </Labelled>
          <Labelled label="Valor (R$)">{(id) => <input id={id} inputMode="decimal" value={form.value} placeholder="0,00" aria-invalid={cents === null || undefined} onChange={(event) => set("value")(event.target.value)} className={`${fieldLook} tabular-nums`} />}</Labelled>
          <Labelled label="Previsão de fechamento">{(id) => <input id={id} type="date" value={form.expected} onChange={(event) => set("expected")(event.target.value)} className={fieldLook} />}</Labelled>
          {pipelines.length > 1 && (
            <Labelled label="Funil">
              {(id) => <Select id={id} value={pipeline} choices={pipelines.map((one) => [one.id, one.name] as const)} onChange={(value) => { setPipeline(value); setStage(""); }} />}
            </Labelled>
          )}
          <Labelled label="Etapa">{(id) => <Select id={id} value={stage || (stages[0]?.id ?? "")} choices={stages.map((one) => [one.id, one.name] as const)} onChange={setStage} />}</Labelled>
          <Labelled label="Responsável">{(id) => <Select id={id} value={form.owner} choices={[["", "Ninguém ainda"], ...(colleagues.data ?? []).map((one) => [one.id, one.name] as const)]} onChange={set("owner")} />}</Labelled>
          <Labelled label="Origem">
            {(id) => (
              <>
                <input id={id} value={form.origin} maxLength={60} list={`${id}-list`} placeholder={conversation ? "WhatsApp" : "Indicação, Instagram…"} onChange={(event) => set("origin")(event.target.value)} className={fieldLook} />
                <datalist id={`${id}-list`}>
                  {origins.filter(isPlain).map((one) => (
                    <option key={one} value={one} />
                  ))}
                </datalist>
              </>
            )}
          </Labelled>
        </div>
        <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" busy={create.isPending} disabled={!ready} data-testid="new-deal-create">
            Criar negócio
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
