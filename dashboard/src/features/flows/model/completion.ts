/** What may be completed at the caret of a template? Names after `{{`, filters after `|`. */

export interface Completion {
  kind: "name" | "filter";
  /** What is typed so far of the word. */
  word: string;
  /** Where the word begins in the text. */
  from: number;
  /** Whether the braces are closed already. */
  closed: boolean;
}

export function completionAt(text: string, caret: number): Completion | null {
  const before = text.slice(0, caret);
  const open = before.lastIndexOf("{{");
  if (open < 0 || before.indexOf("}}", open) >= 0) return null;
  const inside = before.slice(open + 2);
  if (inside.includes("\n") || inside.length > 120) return null;
  const closed = /^[^{\n]*\}\}/.test(text.slice(caret));
  const filter = /\|\s*([\w]*)$/.exec(inside)?.[1];
  if (filter !== undefined) return { kind: "filter", word: filter, from: caret - filter.length, closed };
  const name = /^\s*([\p{L}\d_.]*)$/u.exec(inside)?.[1];
  return name === undefined ? null : { kind: "name", word: name, from: caret - name.length, closed };
}

/** The text with the word completed, and where the caret stands then. */
export function complete(text: string, caret: number, at: Completion, chosen: string): { text: string; caret: number } {
  const spaced = at.kind === "name" && text.slice(0, at.from).endsWith("{{") ? ` ${chosen}` : chosen;
  const tail = at.closed ? "" : " }}";
  const before = text.slice(0, at.from) + spaced;
  return { text: before + tail + text.slice(caret), caret: (before + tail).length };
}
