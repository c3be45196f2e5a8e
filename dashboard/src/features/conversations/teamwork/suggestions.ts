/** What is one about to pick while typing: a quick reply after `/`, a colleague after `@`? Pure: text in, choices out. */
import type { DeskPerson, QuickReply } from "@/api/teamwork";

import { fold } from "./texts";

export interface Choice {
  id: string;
  title: string;
  detail: string;
  aside: string;
}

const MOST = 8;



/** The word after `/`, where the whole text is that word and the caret stands behind it. */
export function askedReply(text: string, caret: number): string | null {
  return /^\/([^\s/]*)$/u.exec(text.slice(0, caret))?.[1] !== undefined && text.slice(caret).trim() === "" ? text.slice(1, caret) : null;
}

/** What is typed after the last `@` before the caret; an address (a@b) asks for nobody. */
export function askedColleague(text: string, caret: number): { word: string; from: number } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}._-]{0,30}(?: [\p{L}]{1,20})?)$/u.exec(text.slice(0, caret));
  return found ? { word: found[1] ?? "", from: caret - (found[1] ?? "").length } : null;
}

/** Shortcuts that begin so come first, then what has the word anywhere; the most used first within each. */
export function matchingReplies(replies: QuickReply[], word: string): Choice[] {
  const asked = fold(word);
  const rank = (reply: QuickReply): number => {
    if (reply.shortcut.startsWith(asked)) return 0;
    if (fold(reply.title).includes(asked)) return 1;
    return fold(reply.text).includes(asked) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || b.reply.uses - a.reply.uses || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .slice(0, MOST)
    .map(({ reply }) => ({ id: reply.id, title: `/${reply.shortcut}`, detail: reply.title || reply.text, aside: reply.shared ? "" : "sua" }));
}

export function matchingColleagues(people: DeskPerson[], word: string, me: string | null): Choice[] {
  const asked = fold(word);
  return people
    .filter((person) => person.id !== me && fold(person.name).split(" ").some((_, at, parts) => parts.slice(at).join(" ").startsWith(asked)))
    .slice(0, MOST)
    .map((person) => ({ id: person.id, title: person.name, detail: "", aside: person.present ? "presente" : "" }));
}
