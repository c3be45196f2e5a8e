/** What can be done to pipelines and deals, and what is stale afterwards? */
import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";

import { keys } from "@/api/keys";
import { type Deal, type DealChange, leadsApi, type NewDeal, type StageColor, type StageKind } from "@/api/leads";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import type { PendingMove } from "./board-rules";
import { leadSentences } from "./texts";

const complain = (error: unknown) => notify("error", sentenceFor(error, leadSentences));
const MOVE = ["leads", "move"];

export interface WantedMove extends PendingMove {
  reasonId?: string | null;
  reasonNote?: string;
}

function useStale(...stale: (readonly string[])[]): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
}

const useDealsStale = () => useStale(keys.boards, keys.deals, keys.dealsOfPeople, keys.conversions);

/** One key for each intention: a request that is repeated by the network moves once. */
export function useMoveDeal() {
  const refresh = useDealsStale();
  return useMutation({
    mutationKey: MOVE,
    // One after another: the second move of a card names the revision that the first one made.
    scope: { id: "leads.move" },
    mutationFn: async ({ deal, stageId, afterId, reasonId, reasonNote }: WantedMove) => {
      const revision = latest.get(deal.id) ?? deal.revision;
      const moved = await leadsApi.moveDeal(
        deal.id,
        { stage_id: stageId, after_id: afterId, revision: Math.max(revision, deal.revision), reason_id: reasonId ?? null, reason_note: reasonNote ?? "" },
        crypto.randomUUID(),
      );
      latest.set(deal.id, moved.revision);
      return moved;
    },
    onError: (error, { deal }) => {
      latest.delete(deal.id);
      complain(error);
    },
    onSettled: refresh,
  });
}

/** What our own moves have made of a deal before the board was read again. */
const latest = new Map<string, number>();

/** The moves that are on their way, oldest first. */
export const usePendingMoves = (): PendingMove[] =>
  useMutationState({ filters: { mutationKey: MOVE, status: "pending" }, select: (mutation) => mutation.state.variables as PendingMove });

export function useCreateDeal() {
  const refresh = useDealsStale();
  return useMutation({
    mutationFn: ({ deal, key }: { deal: NewDeal; key: string }) => leadsApi.createDeal(deal, key),
    onSuccess: () => notify("success", "Negócio criado."),
    onError: complain,
    onSettled: refresh,
  });
}

export function useChangeDeal() {
  const refresh = useDealsStale();
  return useMutation({
    mutationFn: ({ deal, changes }: { deal: Deal; changes: Omit<DealChange, "revision"> }) => leadsApi.changeDeal(deal.id, { revision: deal.revision, ...changes }),
    onError: complain,
    onSettled: refresh,
  });
}

export function useRemoveDeal() {
  const refresh = useDealsStale();
  return useMutation({ mutationFn: leadsApi.removeDeal, onSuccess: () => notify("success", "Negócio apagado."), onError: complain, onSettled: refresh });
}

export function usePipelineActs() {
  const refresh = useStale(keys.pipelines, keys.boards, keys.dealReasons, keys.conversions);
  const act = { onError: complain, onSettled: refresh };
  return {
    create: useMutation({ mutationFn: leadsApi.createPipeline, ...act }),
    rename: useMutation({ mutationFn: ({ id, name }: { id: string; name: string }) => leadsApi.renamePipeline(id, name), ...act }),
    remove: useMutation({ mutationFn: leadsApi.removePipeline, ...act }),
    addStage: useMutation({ mutationFn: ({ id, name, kind, color }: { id: string; name: string; kind: StageKind; color: StageColor }) => leadsApi.addStage(id, { name, kind, color }), ...act }),
    changeStage: useMutation({ mutationFn: ({ id, ...json }: { id: string; name?: string; color?: StageColor; position?: number }) => leadsApi.changeStage(id, json), ...act }),
    // Its refusal asks where the deals go, so whoever calls shows it.
    removeStage: useMutation({ mutationFn: ({ id, moveTo }: { id: string; moveTo: string | null }) => leadsApi.removeStage(id, moveTo), onSettled: refresh }),
    addReason: useMutation({ mutationFn: ({ kind, name }: { kind: "won" | "lost"; name: string }) => leadsApi.addReason(kind, name), ...act }),
    removeReason: useMutation({ mutationFn: leadsApi.removeReason, ...act }),
  };
}
