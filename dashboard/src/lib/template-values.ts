/** How do typed-in words become what a template takes, and what can be filled in from what is known? */

export interface Slot {
  part: "header" | "body" | "button";
  key: string;
  kind: string;
  example: string;
  label: string;
  needed: boolean;
}

export interface Known {
  firstName: string;
  fullName: string;
  phone: string;
  me: string;
}

interface Worded {
  text: string;
  name: string;
}

export interface Values {
  header: Worded[];
  body: Worded[];
  buttons: { index: number; kind: "url" | "copy_code" | "payload"; value: string }[];
  media_link: string;
}

export const slotId = (slot: Slot): string => `${slot.part}:${slot.key}`;

/** The file of a header, which comes by upload. */
export const mediaOf = (slots: Slot[]): Slot | undefined => slots.find((slot) => slot.part === "header" && ["image", "video", "document"].includes(slot.kind));

/** What a person types: everything but files and what comes back when a quick reply is tapped. */
export const typedSlots = (slots: Slot[]): Slot[] => slots.filter((slot) => ["text", "url", "copy_code"].includes(slot.kind));

export function valuesOf(slots: Slot[], typed: Record<string, string>, named: boolean): Values {
  // The provider refuses line breaks and runs of blanks in a variable.
  const said = (slot: Slot) => (typed[slotId(slot)] ?? "").replace(/\s+/g, " ").trim();
  const words = (part: Slot["part"]) =>
    slots.filter((slot) => slot.part === part && slot.kind === "text").map((slot) => ({ text: said(slot), name: named ? slot.key : "" }));
  const buttons = slots
    .filter((slot) => slot.part === "button" && (slot.kind === "url" || slot.kind === "copy_code") && said(slot) !== "")
    .map((slot) => ({ index: Number(slot.key), kind: slot.kind as "url" | "copy_code", value: said(slot) }));
  return { header: words("header"), body: words("body"), buttons, media_link: "" };
}

const NAMES: [RegExp, keyof Known][] = [
  [/^(primeiro_?nome|first_?name|nome|name|cliente|customer|nome_cliente|customer_name)$/, "firstName"],
  [/^(nome_?completo|full_?name)$/, "fullName"],
  [/^(telefone|celular|phone|whatsapp)$/, "phone"],
  [/^(atendente|agente|operador|consultor|vendedor|agent)(_?nome)?$/, "me"],
];
const GREETING = /(^|[\s*_~])(ol[áa]|oi|bom dia|boa tarde|boa noite|prezad[oa]|car[oa]|sr\.?|sra\.?|hi|hello|hola)[\s,!*_]*$/i;

/** What a variable surely means: by its name, or a number that follows a greeting. Anything else is the person's to say. */
export function prefill(slots: Slot[], body: string, known: Known): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const slot of slots) {
    if (slot.kind !== "text") continue;
    const meant = NAMES.find(([name]) => name.test(slot.key))?.[1] ?? (greets(slot, body) ? "firstName" : undefined);
    const value = meant && known[meant];
    if (value) filled[slotId(slot)] = value;
  }
  return filled;
}

function greets(slot: Slot, body: string): boolean {
  if (slot.part !== "body" || !/^\d+$/.test(slot.key)) return false;
  const at = body.search(new RegExp(`\\{\\{\\s*${slot.key}\\s*\\}\\}`));
  return at > 0 && GREETING.test(body.slice(Math.max(0, at - 40), at));
}

/** A given name of somebody whose whole name is known; nothing of a number or an address. */
export function firstName(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? "";
  return /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(first) ? first : "";
}
