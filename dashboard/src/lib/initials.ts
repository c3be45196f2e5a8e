/** With which letters is a name abbreviated? */
import { splitMarks } from "./text-marks";

/** The first letters of the first and the last word, without hidden characters; "#" where there is no letter. */
export function initials(name: string): string {
  const clean = splitMarks(name)
    .map((piece) => (piece.kind === "text" ? piece.text : ""))
    .join("");
  const words = clean.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => /^\p{L}/u.exec(word ?? "")?.[0] ?? "");
  return letters.join("").toLocaleUpperCase("pt-BR") || "#";
}
