/** What is in the form of a new template? */
import type { TemplateDraft } from "@/api/templates";

export type DraftButton = NonNullable<TemplateDraft["buttons"]>[number];
export type Draft = Required<TemplateDraft>;

export function emptyDraft(channelId: string): Draft {
  return {
    channel_id: channelId, name: "", language: "pt_BR", category: "UTILITY", header_format: "", header: "", header_sample: "", header_handle: "",
    body: "", footer: "", buttons: [], samples: {},
  };
}

/** Variables in the order of their first use, each once. */
export const variablesOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((found) => found[1] ?? ""))];

/** A name as Meta takes it, from whatever was typed. */
export const nameOf = (typed: string): string =>
  typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/[^a-z0-9_]/g, "")
    .slice(0, 512);

/** Only samples of variables that are there go along. */
export function submitted(draft: Draft): Draft {
  const names = variablesOf(draft.body);
  return { ...draft, samples: Object.fromEntries(names.map((name) => [name, draft.samples[name] ?? ""])) };
}
