/** Whom does this flow answer? The bots of the organization, and which of them begin here. */
import { Bot as BotIcon } from "lucide-react";
import { useState } from "react";

import type { Bot } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { Button } from "@/ui/button";
import { Pill } from "@/ui/state-badge";
import { Skeleton } from "@/ui/states";

import { useSaveBot } from "../../mutations";
import { useBots } from "../../queries";
import { useBuilder, useFlow } from "../../state/context";
import { BotDialog } from "./bot-dialog";

export function BotsForm() {
  const bots = useBots();
  const mayChange = useMay("flows:publish");
  const [editing, setEditing] = useState<Bot | "new" | null>(null);
  return (
    <section aria-label="Chatbots" className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-ink-2">Quem este fluxo atende</h3>
      <p className="text-sm text-pretty text-ink-3">Um chatbot começa a conversa pelo seu fluxo de entrada. Os outros fluxos são chamados por ele.</p>
      {bots.isPending && <Skeleton className="h-16 w-full" />}
      {bots.isError && <p className="text-list text-danger-text">{sentenceFor(bots.error)}</p>}
      {bots.data?.map((bot) => (
        <BotRow key={bot.id} bot={bot} mayChange={mayChange} onEdit={() => setEditing(bot)} />
      ))}
      {mayChange && (
        <button type="button" onClick={() => setEditing("new")} className="inline-flex h-8 items-center justify-center gap-1.5 rounded-lg border border-dashed border-line-strong text-sm font-medium text-accent-text hover:bg-hover">
          Novo chatbot
        </button>
      )}
      {editing !== null && <BotDialog bot={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function BotRow({ bot, mayChange, onEdit }: { bot: Bot; mayChange: boolean; onEdit: () => void }) {
  const { flowId } = useBuilder();
  const { name } = useFlow();
  const save = useSaveBot();
  const here = bot.entry_flow_id === flowId;
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-2.5" data-testid="bot-row">
      <div className="flex items-center gap-2">
        <BotIcon className="size-4 shrink-0 text-ink-3" aria-hidden />
        <span className="min-w-0 flex-1 truncate text-list font-medium">{bot.name}</span>
        {here && <Pill tone="green">começa aqui</Pill>}
      </div>
      {!here && bot.entry_flow_name && <p className="text-sm text-ink-3">Começa por “{bot.entry_flow_name}”.</p>}
      {mayChange && (
        <div className="flex gap-1.5">
          {!here && (
            <Button size="sm" busy={save.isPending} onClick={() => save.mutate({ id: bot.id, name: bot.name, entry_flow_id: flowId })} data-testid="bot-start-here">
              Começar por “{name}”
            </Button>
          )}
          <Button size="sm" look="ghost" onClick={onEdit}>
            Ajustar
          </Button>
        </div>
      )}
    </div>
  );
}
