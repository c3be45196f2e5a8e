/** Which emoji does a Portuguese word ask for? */
import { fold } from "../teamwork/texts";
import { type Emoji, groups } from "./list";

const all: Emoji[] = groups.flatMap((group) => group.emoji);

/** Every word must begin a word of the emoji; those whose name it is come first. Accents do not matter. */
export function findEmoji(asked: string, most = 48): Emoji[] {
  const wanted = fold(asked).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return [];
  return all
    .map((one) => ({ one, rank: rank(one, wanted) }))
    .filter(({ rank: found }) => found < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

function rank({ words }: Emoji, wanted: string[]): number {
  const folded = words.map(fold);
  const places = wanted.map((word) => folded.findIndex((known) => known.startsWith(word)));
  if (places.some((place) => place < 0)) return Infinity;
  const exact = wanted.some((word) => folded.includes(word)) ? 0 : 100;
  return exact + Math.max(...places);
}

export const nameOf = ({ words }: Emoji): string => words[0] ?? "";

const RECENT = "recado.emoji";
const MOST_RECENT = 12;

export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is string => all.some(({ emoji }) => emoji === one)) : [];
  } catch {
    return [];
  }
}

export function keepRecent(emoji: string): void {
  try {
    localStorage.setItem(RECENT, JSON.stringify([emoji, ...recentEmoji().filter((one) => one !== emoji)].slice(0, MOST_RECENT)));
  } catch {
    // Without a storage there is only nothing to offer next time.
  }
}

/** What is typed after a colon at the beginning of a word: two letters or more, so that "Obs: " and ":D" stay what they are. */
export function askedEmoji(text: string, caret: number): { word: string; from: number } | null {
  const found = /(?:^|\s):([\p{L}]{2,20})$/u.exec(text.slice(0, caret));
  return found?.[1] === undefined ? null : { word: found[1], from: caret - found[1].length - 1 };
}
