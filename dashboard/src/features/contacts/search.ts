/** Which part of the list of people stands in the address bar? */

export interface ContactSearch {
  busca?: string | undefined;
  segmento?: string | undefined;
  filtro?: string | undefined;
}

const LONGEST = 8_000;

export function contactSearch(search: Record<string, unknown>): ContactSearch {
  const found: ContactSearch = {};
  for (const word of ["busca", "segmento", "filtro"] as const) {
    const value = search[word];
    // The router reads digits and JSON in an address as what they are.
    const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : typeof value === "object" && value !== null ? JSON.stringify(value) : "";
    if (text !== "" && text.length <= LONGEST) found[word] = text;
  }
  return found;
}
