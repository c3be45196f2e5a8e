/** Where do the cards of a board stand, also while a move is on its way to the server? Pure, for tests. */
import type { BoardColumn, Deal } from "@/api/leads";

/** A move that the server has not confirmed yet. `afterId` is the card right above; null is the top. */
export interface PendingMove {
  deal: Deal;
  stageId: string;
  afterId: string | null;
}

/** The columns as they will be once the moves have arrived; totals move along. */
export function arrange(columns: BoardColumn[], pending: PendingMove[]): BoardColumn[] {
  return pending.reduce(apply, columns);
}

function apply(columns: BoardColumn[], { deal, stageId, afterId }: PendingMove): BoardColumn[] {
  const from = columns.find((column) => column.deals.some((one) => one.id === deal.id));
  const target = columns.find((column) => column.id === stageId);
  if (!target) return columns;
  const moved = { ...(from?.deals.find((one) => one.id === deal.id) ?? deal), stage_id: stageId, kind: target.kind };
  return columns.map((column) => {
    let deals = column.deals;
    let { count, value_cents: cents } = column;
    if (column.id === from?.id) {
      deals = deals.filter((one) => one.id !== deal.id);
      count -= 1;
      cents -= deal.value_cents;
    }
    if (column.id === stageId) {
      const at = afterId === null ? 0 : deals.findIndex((one) => one.id === afterId) + 1;
      deals = [...deals.slice(0, at), moved, ...deals.slice(at)];
      count += 1;
      cents += deal.value_cents;
    }
    return column === from || column.id === stageId ? { ...column, deals, count, value_cents: cents } : column;
  });
}

export type Direction = "left" | "right" | "up" | "down";

/** Where an arrow takes a card: the top of the stage beside it, or past its neighbour; null at an edge. */
export function stepTo(columns: BoardColumn[], dealId: string, direction: Direction): { stageId: string; afterId: string | null } | null {
  const at = columns.findIndex((column) => column.deals.some((deal) => deal.id === dealId));
  const column = columns[at];
  if (!column) return null;
  if (direction === "left" || direction === "right") {
    const beside = columns[at + (direction === "right" ? 1 : -1)];
    return beside ? { stageId: beside.id, afterId: null } : null;
  }
  const place = column.deals.findIndex((deal) => deal.id === dealId);
  if (direction === "up") return place === 0 ? null : { stageId: column.id, afterId: column.deals[place - 2]?.id ?? null };
  const below = column.deals[place + 1];
  return below ? { stageId: column.id, afterId: below.id } : null;
}

/** The card above the gap that a pointer at `y` is nearest to; `cards` are the middles of the cards from top to bottom. */
export function cardAbove(cards: { id: string; middle: number }[], y: number, dragged: string): string | null {
  let above: string | null = null;
  for (const card of cards) {
    if (card.id === dragged) continue;
    if (card.middle > y) break;
    above = card.id;
  }
  return above;
}

/** Whether a card that is dropped there would stand where it stands already. */
export function staysPut(columns: BoardColumn[], dealId: string, stageId: string, afterId: string | null): boolean {
  const column = columns.find((one) => one.id === stageId);
  const place = column?.deals.findIndex((deal) => deal.id === dealId) ?? -1;
  if (!column || place < 0) return false;
  return afterId === dealId || (column.deals[place - 1]?.id ?? null) === afterId;
}
