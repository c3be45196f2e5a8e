/** Which businesses does the person of a conversation have, and how does one begin? */
import { Kanban, Plus } from "lucide-react";
import { useState } from "react";

import { useMay } from "@/api/use-may";
import { formatMoney } from "@/lib/money";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Dot } from "@/ui/state-badge";

import { useDealsOfConversation, usePipelines } from "../queries";
import { NewDealDialog } from "./new-deal-dialog";

interface PersonDealsProps {
  conversation: { id: string; name: string };
  onOpen: (pipelineId: string, dealId: string) => void;
}

export function PersonDeals({ conversation, onOpen }: PersonDealsProps) {
  const mayRead = useMay("leads:read");
  return mayRead ? <Deals conversation={conversation} onOpen={onOpen} /> : null;
}

function Deals({ conversation, onOpen }: PersonDealsProps) {
  const mayWrite = useMay("leads:write");
  const pipelines = usePipelines();
  const deals = useDealsOfConversation(conversation.id);
  const [beginning, setBeginning] = useState(false);
  const all = pipelines.data ?? [];
  const first = all[0];
  // Without a pipeline there is nowhere to begin.
  if (!first) return null;
  const stages = new Map(all.flatMap((one) => one.stages.map((stage) => [stage.id, stage] as const)));
  return (
    <section className="border-t border-line px-4 py-3.5" data-testid="person-deals">
      <h3 className="mb-2 flex items-center gap-1.5 text-sm font-semibold text-ink-2">
        <Kanban className="size-3.5" aria-hidden /> Negócios
      </h3>
      <ul className="flex flex-col gap-1.5">
        {(deals.data ?? []).map((deal) => {
          const stage = stages.get(deal.stage_id);
          return (
            <li key={deal.id}>
              <button type="button" onClick={() => onOpen(deal.pipeline_id, deal.id)} className="w-full rounded-lg border border-line px-3 py-2 text-left text-list hover:bg-hover">
                <span className="block font-medium [overflow-wrap:anywhere]">
                  <SafeText text={deal.title} max={120} />
                </span>
                <span className="flex items-center gap-1.5 text-sm text-ink-2">
                  <Dot tone={stage?.color ?? "grey"} />
                  <span className="min-w-0 flex-1 truncate">
                    <SafeText text={stage?.name ?? ""} max={60} />
                  </span>
                  {deal.value_cents > 0 && <span className="tabular-nums">{formatMoney(deal.value_cents)}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <Button size="sm" className="mt-2 w-full" onClick={() => setBeginning(true)} data-testid="deal-from-conversation">
          <Plus className="size-3.5" aria-hidden /> Criar negócio
        </Button>
      )}
      {beginning && <NewDealDialog pipelines={all} pipelineId={first.id} conversation={conversation} onClose={() => setBeginning(false)} />}
    </section>
  );
}
