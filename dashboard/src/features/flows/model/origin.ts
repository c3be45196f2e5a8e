/** Where does an address of the author's lead, as far as it is written out? */

/** Scheme, host and port; empty where the host is not all written, or is no address. */
export function originOf(address: string): string {
  const text = address.trim();
  const hole = text.search(/\{\{|\{%/);
  const written = hole < 0 ? text : text.slice(0, hole);
  const rest = /^https?:\/\/(.*)$/i.exec(written)?.[1];
  if (rest === undefined || (hole >= 0 && !/[/?#]/.test(rest))) return "";
  try {
    const { origin, username } = new URL(written);
    return username === "" ? origin : "";
  } catch {
    return "";
  }
}

/** A name for a secret of that place: `api.exemplo.com.br` → `exemplo`. */
export function nameFor(origin: string): string {
  const labels = origin.replace(/^https?:\/\//, "").replace(/:\d+$/, "").split(".");
  const plain = labels.filter((label) => !["www", "api", "com", "net", "org", "br", "app", "io"].includes(label));
  return (plain[0] ?? "").toLowerCase().replace(/[^a-z0-9_-]/g, "");
}
