/** What may stand in the address of an automation? */
export interface AutomationSearch {
  /** Which example a new one begins with. */
  exemplo?: number;
  ver?: "registro";
}

export function automationSearch(search: Record<string, unknown>): AutomationSearch {
  const example = Number(search.exemplo);
  return { ...(Number.isInteger(example) && search.exemplo !== undefined && example >= 0 ? { exemplo: example } : {}), ...(search.ver === "registro" ? { ver: "registro" as const } : {}) };
}
