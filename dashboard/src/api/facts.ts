/** What can a fact from the live stream name? */

/** Ids only; the data are fetched under the reader's own permissions. */
export interface Fact {
  name: string;
  conversation_id?: string;
  message_id?: string;
  message_ids?: string[];
  member_id?: string | null;
  team_id?: string | null;
  by?: string | null;
  doing?: string;
}

/** A feature's share of the live stream: reacts to facts that arrived together. */
export type FactListener = (facts: Fact[]) => void;

export const RESYNC = "resync";

export function readFact(name: string, data: string): Fact {
  try {
    const body: unknown = JSON.parse(data);
    return typeof body === "object" && body !== null ? { ...body, name } : { name };
  } catch {
    return { name };
  }
}

export const conversationIds = (facts: Fact[]): string[] => [...new Set(facts.flatMap((fact) => fact.conversation_id ?? []))];

export const messageIds = (facts: Fact[]): string[] => [
  ...new Set(facts.flatMap((fact) => [...(fact.message_id ? [fact.message_id] : []), ...(fact.message_ids ?? [])])),
];
