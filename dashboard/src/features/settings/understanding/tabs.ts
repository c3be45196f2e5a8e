/** Which parts does the page of the understanding have? */

export const tabs = [
  { key: "testar", label: "Testar" },
  { key: "rotular", label: "Rotular" },
  { key: "frases", label: "Frases" },
  { key: "vocabulario", label: "Vocabulário" },
  { key: "treino", label: "Treino" },
  { key: "numeros", label: "Números" },
] as const;

export type UnderstandingTab = (typeof tabs)[number]["key"];

/** The part that an address asks for. */
export function understandingSearch(search: Record<string, unknown>): { parte?: UnderstandingTab } {
  const found = tabs.find(({ key }) => key === search.parte);
  return found && found.key !== "testar" ? { parte: found.key } : {};
}
