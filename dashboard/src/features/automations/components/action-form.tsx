/** What does one action need to know? */
import type { ReactNode } from "react";

import type { Action, Catalogue } from "@/api/automations";
import { moneyField, parseMoney } from "@/lib/money";

import { Labelled, Select, TextInput, Tick, WordsInput } from "./controls";
import { VariableText } from "./variable-text";

interface ActionFormProps {
  action: Action;
  catalogue: Catalogue;
  onChange: (action: Action) => void;
}

type Of<N extends Action["do"]> = { action: Extract<Action, { do: N }>; catalogue: Catalogue; onChange: (action: Action) => void };

export function ActionForm({ action, catalogue, onChange }: ActionFormProps) {
  const Form = forms[action.do] as (props: ActionFormProps) => ReactNode;
  return <Form action={action} catalogue={catalogue} onChange={onChange} />;
}

const forms: { [N in Action["do"]]: (props: Of<N>) => ReactNode } = {
  send_text: ({ action, onChange }) => <VariableText label="Mensagem" help="Sai só com a janela de 24 horas aberta; fora dela use um modelo." value={action.text} onChange={(text) => onChange({ ...action, text })} />,
  add_note: ({ action, onChange }) => <VariableText label="Nota, só para a equipe" value={action.text} onChange={(text) => onChange({ ...action, text })} />,
  assign: ({ action, catalogue, onChange }) => (
    <div className="grid gap-3 sm:grid-cols-2">
      <Named label="Equipe" kind="teams" none="Nenhuma" value={action.team_id} catalogue={catalogue} onChoose={(team_id) => onChange({ ...action, team_id })} />
      <Named label="Pessoa" kind="members" none="Ninguém em especial" value={action.member_id} catalogue={catalogue} onChoose={(member_id) => onChange({ ...action, member_id })} />
    </div>
  ),
  open_handoff: HandoffForm,
  notify: NotifyForm,
  tags: ({ action, catalogue, onChange }) => (
    <div className="grid gap-3 sm:grid-cols-2">
      <Words label="Pôr etiquetas" values={action.add ?? []} suggestions={catalogue.tags} onChange={(add) => onChange({ ...action, add })} />
      <Words label="Tirar etiquetas" values={action.remove ?? []} suggestions={catalogue.tags} onChange={(gone) => onChange({ ...action, remove: gone })} />
    </div>
  ),
  set_field: FieldForm,
  create_deal: DealForm,
  move_deal: ({ action, catalogue, onChange }) => (
    <div className="grid gap-3 sm:grid-cols-2">
      <Stage label="Para a etapa" value={action.stage_id} catalogue={catalogue} onChoose={(stage_id, pipeline_id) => onChange({ ...action, stage_id, pipeline_id })} />
      <Labelled label="Motivo, se for perda">
        <TextInput value={action.reason_note ?? ""} maxLength={200} onChange={(event) => onChange({ ...action, reason_note: event.target.value })} />
      </Labelled>
    </div>
  ),
  start_flow: ({ action, catalogue, onChange }) => <Named label="Bot" kind="bots" value={action.bot_id} catalogue={catalogue} onChoose={(bot_id) => onChange({ ...action, bot_id: bot_id ?? "" })} />,
  call_webhook: ({ action, catalogue, onChange }) => <Named label="Webhook" kind="webhooks" value={action.webhook_id} catalogue={catalogue} onChoose={(webhook_id) => onChange({ ...action, webhook_id: webhook_id ?? "" })} />,
  send_template: TemplateForm,
  hand_back: () => <p className="text-list text-ink-3">O bot volta a responder esta conversa.</p>,
  resolve: () => <p className="text-list text-ink-3">A conversa é arquivada; a pesquisa de satisfação segue a regra da organização.</p>,
};

function HandoffForm({ action, catalogue, onChange }: Of<"open_handoff">) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Labelled label="Motivo" className="sm:col-span-2">
        <TextInput value={action.reason} maxLength={200} placeholder="Sem resposta há 30 minutos" onChange={(event) => onChange({ ...action, reason: event.target.value })} data-testid="handoff-reason" />
      </Labelled>
      <Labelled label="Prioridade">
        <Select value={action.priority ?? "normal"} choices={[["low", "Baixa"], ["normal", "Normal"], ["high", "Alta"]]} onChoose={(priority) => onChange({ ...action, priority: priority as "low" })} />
      </Labelled>
      <Named label="Equipe" kind="teams" none="Qualquer" value={action.team_id} catalogue={catalogue} onChoose={(team_id) => onChange({ ...action, team_id })} />
    </div>
  );
}

function NotifyForm({ action, catalogue, onChange }: Of<"notify">) {
  const members = catalogue.named.filter((one) => one.kind === "members");
  const toggle = (id: string) => onChange({ ...action, member_ids: action.member_ids.includes(id) ? action.member_ids.filter((one) => one !== id) : [...action.member_ids, id] });
  return (
    <div className="flex flex-col gap-3">
      <div role="group" aria-label="Quem avisar" className="flex max-h-40 flex-col gap-1.5 overflow-y-auto rounded-lg border border-line bg-surface p-2.5">
        {members.map((one) => (
          <Tick key={one.id} label={one.name} checked={action.member_ids.includes(one.id)} onChange={() => toggle(one.id)} />
        ))}
      </div>
      <VariableText label="O que dizer" value={action.text} onChange={(text) => onChange({ ...action, text })} />
      <Tick label="Também por e-mail" checked={action.by_email ?? false} onChange={(event) => onChange({ ...action, by_email: event.target.checked })} />
    </div>
  );
}

function FieldForm({ action, catalogue, onChange }: Of<"set_field">) {
  const fields = catalogue.fields.filter((one) => one.key.startsWith("contact.fields.")).map((one) => [one.key.replace("contact.fields.", ""), one.label] as const);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Labelled label="Campo" {...(fields.length ? {} : { help: "Nenhum campo personalizado foi criado em Contatos." })}>
        <Select value={action.field} choices={[["", "Escolha…"], ...fields]} onChoose={(field) => onChange({ ...action, field })} />
      </Labelled>
      <VariableText short label="Valor" help="Vazio apaga o que havia." value={action.value ?? ""} onChange={(value) => onChange({ ...action, value })} />
    </div>
  );
}

function DealForm({ action, catalogue, onChange }: Of<"create_deal">) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Stage label="Na etapa" value={action.stage_id ?? ""} pipeline={action.pipeline_id} catalogue={catalogue} onChoose={(stage, pipeline_id) => onChange({ ...action, stage_id: stage || null, pipeline_id })} />
      <Labelled label="Valor (R$)">
        <TextInput inputMode="decimal" defaultValue={moneyField(action.value_cents ?? 0)} onBlur={(event) => onChange({ ...action, value_cents: parseMoney(event.target.value) ?? 0 })} />
      </Labelled>
      <div className="sm:col-span-2">
        <VariableText short label="Título" help="Vazio usa o nome da pessoa." value={action.title ?? ""} onChange={(title) => onChange({ ...action, title })} />
      </div>
      <div className="sm:col-span-2">
        <Tick label="Criar mesmo que já haja um negócio aberto neste funil" checked={action.even_if_open ?? false} onChange={(event) => onChange({ ...action, even_if_open: event.target.checked })} />
      </div>
    </div>
  );
}

function TemplateForm({ action, catalogue, onChange }: Of<"send_template">) {
  const values = action.values ?? [];
  const choose = (key: string) => {
    const [name = "", language = "pt_BR"] = key.split("|");
    onChange({ ...action, name, language });
  };
  return (
    <div className="flex flex-col gap-3">
      <Labelled label="Modelo aprovado" help="As variáveis do corpo são preenchidas na ordem em que aparecem.">
        <Select value={`${action.name}|${action.language ?? "pt_BR"}`} choices={catalogue.templates.map((one) => [`${one.name}|${one.language}`, `${one.name} (${one.language})`] as const)} onChoose={choose} />
      </Labelled>
      {[...values, ""].slice(0, 20).map((one, at) => (
        <VariableText
          key={at}
          short
          label={`Variável ${at + 1}`}
          value={one}
          onChange={(text) => {
            const next = [...values];
            next[at] = text;
            while (next.length && next.at(-1) === "") next.pop();
            onChange({ ...action, values: next });
          }}
        />
      ))}
    </div>
  );
}

function Named({ label, kind, value, none, catalogue, onChoose }: { label: string; kind: string; value: string | null | undefined; none?: string; catalogue: Catalogue; onChoose: (id: string | null) => void }) {
  const named = catalogue.named.filter((one) => one.kind === kind).map((one) => [one.id, one.name] as const);
  const gone = value && !named.some(([id]) => id === value) ? [[value, "(não existe mais)"] as const] : [];
  return (
    <Labelled label={label}>
      <Select value={value ?? ""} choices={[...(none === undefined && value ? [] : [["", none ?? "Escolha…"] as const]), ...gone, ...named]} onChoose={(id) => onChoose(id || null)} />
    </Labelled>
  );
}

function Stage({ label, value, pipeline = "", catalogue, onChoose }: { label: string; value: string; pipeline?: string; catalogue: Catalogue; onChoose: (stage: string, pipeline: string) => void }) {
  const pipelines = catalogue.named.filter((one) => one.kind === "pipelines");
  const stages = catalogue.named.filter((one) => one.kind === "stages");
  const choices = pipelines.flatMap((each) => [...(pipeline ? [[`:${each.id}`, `${each.name} › primeira etapa`] as const] : []), ...stages.filter((one) => one.within === each.id).map((one) => [one.id, `${each.name} › ${one.name}`] as const)]);
  const choose = (key: string) => (key.startsWith(":") ? onChoose("", key.slice(1)) : onChoose(key, stages.find((one) => one.id === key)?.within ?? ""));
  return (
    <Labelled label={label}>
      <Select value={value || `:${pipeline}`} choices={choices} onChoose={choose} />
    </Labelled>
  );
}

function Words({ label, values, suggestions, onChange }: { label: string; values: string[]; suggestions: string[]; onChange: (values: string[]) => void }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-sm font-medium text-ink-2">{label}</span>
      <WordsInput label={label} values={values} suggestions={suggestions} onChange={onChange} />
    </div>
  );
}
