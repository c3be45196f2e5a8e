/** Within which time is somebody to come, and who is told? */
import { X } from "lucide-react";
import { type SubmitEvent, useState } from "react";

import type { HandoffSettings, HandoffSettingsInput } from "@/api/handoffs";
import { sentenceFor } from "@/api/texts";
import { plainText } from "@/lib/text-marks";
import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { ErrorState, Skeleton } from "@/ui/states";

import { useSaveSettings } from "../mutations";
import { useHandoffSettings } from "../queries";
import { useChannelChoices } from "../use-channel-choices";

const MINUTES = [
  ["high_minutes", "Lead quente"],
  ["medium_minutes", "Lead morno"],
  ["low_minutes", "Lead frio"],
  ["unrated_minutes", "Sem classificação"],
] as const;

const RECIPIENTS = [
  ["email_recipients", "E-mails avisados de cada transbordo"],
  ["whatsapp_recipients", "WhatsApps avisados de cada transbordo"],
  ["late_email_recipients", "E-mails avisados também dos atrasados"],
  ["late_whatsapp_recipients", "WhatsApps avisados também dos atrasados"],
] as const;

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { data, isError, error, refetch } = useHandoffSettings();
  return (
    <Dialog label="Prazos e avisos" onClose={onClose} className="max-h-[90dvh] w-[min(40rem,calc(100vw-2rem))]">
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-5">
        <h2 className="text-base font-semibold">Prazos e avisos</h2>
        <IconButton label="Fechar" icon={<X aria-hidden />} onClick={onClose} />
      </div>
      {data ? <Form settings={data} onClose={onClose} /> : isError ? <ErrorState title="Não carregou" detail={sentenceFor(error)} onRetry={() => void refetch()} /> : <Skeleton className="m-5 h-72" />}
    </Dialog>
  );
}

type RecipientName = (typeof RECIPIENTS)[number][0];

const byName = <T,>(of: (name: RecipientName) => T) => Object.fromEntries(RECIPIENTS.map(([name]) => [name, of(name)])) as Record<RecipientName, T>;
const listOf = (text: string): string[] => text.split(/[\n,;]+/).map((one) => one.trim()).filter(Boolean);

function Form({ settings, onClose }: { settings: HandoffSettings; onClose: () => void }) {
  const save = useSaveSettings(onClose);
  const channels = useChannelChoices();
  const [draft, setDraft] = useState(settings);
  const [lists, setLists] = useState(() => byName((name) => settings[name].join(", ")));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { email_ready: _, ...rest } = draft;
    save.mutate({ ...rest, ...byName((name) => listOf(lists[name])) } satisfies HandoffSettingsInput);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5 px-5 py-4">
      <fieldset>
        <legend className="mb-2 text-list font-semibold">Minutos até alguém assumir</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {MINUTES.map(([name, label]) => (
            <Field key={name} label={label} type="number" min={1} max={10_080} required value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.valueAsNumber })} />
          ))}
        </div>
      </fieldset>
      <Field label="Horas até desistir de quem ninguém assumiu" type="number" min={1} max={8_760} required className="w-32" value={draft.expires_after_hours} onChange={(event) => setDraft({ ...draft, expires_after_hours: event.target.valueAsNumber })} />
      {RECIPIENTS.map(([name, label]) => (
        <Field key={name} label={label} value={lists[name]} onChange={(event) => setLists({ ...lists, [name]: event.target.value })} placeholder={name.includes("email") ? "ana@empresa.com.br, bia@empresa.com.br" : "(11) 98888-7777"} />
      ))}
      {!settings.email_ready && <p className="rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber-text">Esta instalação ainda não tem servidor de e-mail (RECADO_SMTP_HOST): os e-mails ficam marcados como não enviados.</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <label htmlFor="handoff-channel" className="text-list font-medium">
            Número que avisa pelo WhatsApp
          </label>
          <select id="handoff-channel" value={draft.channel_id ?? ""} onChange={(event) => setDraft({ ...draft, channel_id: event.target.value || null })} className="h-10 rounded-lg border border-line-strong bg-surface px-3 text-base">
            <option value="">Nenhum</option>
            {channels.map((channel) => (
              <option key={channel.id} value={channel.id}>
                {plainText(channel.name)}
              </option>
            ))}
          </select>
        </div>
        <Field label="Modelo fora da janela de 24 horas" value={draft.template_name} pattern="[a-z0-9_]*" onChange={(event) => setDraft({ ...draft, template_name: event.target.value })} placeholder="aviso_de_transbordo" hint="Até três variáveis: quem, motivo e link." />
      </div>
      <div className="flex justify-end gap-2 border-t border-line pt-4">
        <Button onClick={onClose}>Cancelar</Button>
        <Button look="primary" type="submit" busy={save.isPending} data-testid="handoff-settings-save">
          Salvar
        </Button>
      </div>
    </form>
  );
}
