/** How does a bot begin, wait and answer when it does not know? */
import { type SyntheticEvent, useId, useState } from "react";

import type { Bot, BotForm } from "@/api/flows";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

import { useSaveBot } from "../../mutations";
import { useFlows } from "../../queries";
import { Labelled, NumberInput, Select, Switch, TextInput } from "../form/controls";

const LANGUAGES = [
  ["pt-BR", "Português"],
  ["en", "Inglês"],
  ["es", "Espanhol"],
] as const satisfies readonly (readonly [Language, string])[];

type Language = NonNullable<BotForm["language"]>;

const blank: BotForm = { name: "", entry_flow_id: null, keywords: [], bubble_window_ms: 1_500, session_minutes: 1_440, language: "pt-BR", fallback_text: "", is_fallback: false };

export function BotDialog({ bot, onClose }: { bot: Bot | null; onClose: () => void }) {
  const [form, setForm] = useState<BotForm>(bot ? { ...formOf(bot) } : blank);
  const [words, setWords] = useState((bot?.keywords ?? []).join(", "));
  const flows = useFlows();
  const save = useSaveBot();
  const id = useId();
  const set = (change: Partial<BotForm>) => setForm({ ...form, ...change });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const keywords = words.split(",").map((word) => word.trim()).filter(Boolean);
    save.mutate({ ...form, name: form.name.trim(), keywords }, { onSuccess: onClose });
  };
  return (
    <Dialog label={bot ? `Ajustar ${bot.name}` : "Novo chatbot"} onClose={onClose} className="w-[min(94vw,480px)]">
      <form onSubmit={submit} className="flex max-h-[86vh] flex-col">
        <h2 className="border-b border-line px-5 py-4 text-lg font-semibold">{bot ? `Ajustar ${bot.name}` : "Novo chatbot"}</h2>
        <div className="flex flex-col gap-4 overflow-y-auto px-5 py-4">
          <Labelled htmlFor={`${id}-name`} label="Nome" required>
            <TextInput id={`${id}-name`} value={form.name} maxLength={120} required onChange={(event) => set({ name: event.target.value })} />
          </Labelled>
          <Labelled htmlFor={`${id}-entry`} label="Fluxo de entrada">
            <Select id={`${id}-entry`} value={form.entry_flow_id ?? ""} choices={[["", "Nenhum"], ...(flows.data ?? []).map((flow) => [flow.id, flow.name] as const)]} onChange={(flow) => set({ entry_flow_id: flow === "" ? null : flow })} />
          </Labelled>
          <Labelled htmlFor={`${id}-words`} label="Palavras que o chamam" help="Separadas por vírgula. Vazio: atende quem nenhum outro atender.">
            <TextInput id={`${id}-words`} value={words} onChange={(event) => setWords(event.target.value)} placeholder="oi, agendar, banho" />
          </Labelled>
          <Switch id={`${id}-fallback`} label="Atende quando nenhuma palavra chama outro" checked={form.is_fallback === true} onChange={(on) => set({ is_fallback: on })} />
          <div className="grid grid-cols-2 gap-3">
            <Labelled htmlFor={`${id}-window`} label="Juntar mensagens seguidas (ms)" help="Até 30.000">
              <NumberInput id={`${id}-window`} whole minimum={0} maximum={30_000} value={form.bubble_window_ms ?? null} onChange={(value) => set({ bubble_window_ms: value ?? 0 })} />
            </Labelled>
            <Labelled htmlFor={`${id}-expiry`} label="Esquecer depois de (minutos)" help="1.440 são 24 horas">
              <NumberInput id={`${id}-expiry`} whole minimum={1} maximum={525_600} value={form.session_minutes ?? null} onChange={(value) => set({ session_minutes: value ?? 1_440 })} />
            </Labelled>
          </div>
          <Labelled htmlFor={`${id}-language`} label="Língua">
            <Select id={`${id}-language`} choices={LANGUAGES} value={form.language ?? "pt-BR"} onChange={(language) => set({ language: language as Language })} />
          </Labelled>
          <Labelled htmlFor={`${id}-text`} label="Se não souber o que dizer">
            <TextInput id={`${id}-text`} value={form.fallback_text ?? ""} maxLength={1_000} onChange={(event) => set({ fallback_text: event.target.value })} />
          </Labelled>
        </div>
        <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" busy={save.isPending} disabled={form.name.trim() === ""}>
            Salvar
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function formOf({ entry_flow_name: _, language, ...bot }: Bot): BotForm {
  return { ...bot, language: LANGUAGES.find(([key]) => key === language)?.[0] ?? "pt-BR" };
}
