/** Which identifier is free, and reads like the words it stands for? */

const LONGEST = 40;

export function slug(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/\{\{.*?\}\}/g, " ").replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, LONGEST).replace(/_+$/, "");
}

/** The wanted name, or the first of `name_2`, `name_3`… that nobody has. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted === "" ? "bloco" : wanted;
  if (!taken.has(base)) return base;
  const stem = base.replace(/_\d+$/, "");
  for (let count = 2; ; count += 1) if (!taken.has(`${stem}_${count}`)) return `${stem}_${count}`;
}
