/** Which transbordos are looked at, as the address bar says it? */

const VIEWS = { abertos: "open", assumidos: "taken", encerrados: "ended" } as const;

export type HandoffWord = keyof typeof VIEWS;
export const handoffSearch = (search: Record<string, unknown>): { situacao?: HandoffWord } =>
  typeof search.situacao === "string" && search.situacao in VIEWS ? { situacao: search.situacao as HandoffWord } : {};
export const handoffView = (word: HandoffWord | undefined) => VIEWS[word ?? "abertos"];
export const wordOfView = (view: (typeof VIEWS)[HandoffWord]): HandoffWord => ({ open: "abertos", taken: "assumidos", ended: "encerrados" } as const)[view];
