/** Which list hangs over the field while one types, and what does picking from it do? */
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { sessionStore } from "@/api/session";
import { type QuickReply, teamworkApi } from "@/api/teamwork";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { useStore } from "@/lib/store";
import { notify } from "@/ui/toast";

import { askedEmoji, findEmoji, keepRecent } from "../emoji/search";
import { sentences } from "../texts";
import { useDesk, useQuickReplies } from "./queries";
import { askedColleague, askedReply, type Choice, matchingColleagues, matchingReplies } from "./suggestions";

const MOST_EMOJI = 8;

interface Options {
  conversationId: string;
  note: boolean;
  text: string;
  write: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

export interface Suggestions {
  label: string;
  choices: Choice[];
  at: number;
  /** True where a list is asked for, even if nothing fits. */
  open: boolean;
  empty: string;
  pick: (choice: Choice) => void;
  /** True where the key was meant for the list. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Where the caret stands after a key, told before the text changes. */
  track: (text: string, caret: number) => void;
  /** The ids of colleagues picked whose names still stand in the text. */
  mentioned: (text: string) => string[];
}

type Asked = { kind: "reply"; word: string } | { kind: "colleague" | "emoji"; word: string; from: number } | null;

/** What is being asked for at the caret. */
function asked(text: string, caret: number, note: boolean, may: boolean): Asked {
  const picture = askedEmoji(text, caret);
  if (picture) return { kind: "emoji", ...picture };
  if (note) {
    const called = askedColleague(text, caret);
    return called && { kind: "colleague", ...called };
  }
  const word = may ? askedReply(text, caret) : null;
  return word === null ? null : { kind: "reply", word };
}

function useChoices(wanted: Asked): { choices: Choice[]; empty: string; ready: boolean } {
  const me = useStore(sessionStore)?.user.id ?? null;
  const replies = useQuickReplies(wanted?.kind === "reply").data?.items;
  const people = useDesk()?.people ?? [];
  if (wanted?.kind === "emoji") return matchingEmoji(wanted.word);
  if (wanted?.kind === "colleague") {
    const choices = matchingColleagues(people, wanted.word, me);
    return { choices, empty: "", ready: choices.length > 0 };
  }
  return wanted ? matching(wanted.word, replies) : { choices: [], empty: "", ready: false };
}

function matching(word: string, replies: QuickReply[] | undefined): { choices: Choice[]; empty: string; ready: boolean } {
  const empty = replies?.length ? "Nenhuma resposta rápida com este nome." : "Ainda não há respostas rápidas. Crie em Ajustes, Respostas rápidas.";
  return { choices: matchingReplies(replies ?? [], word), empty, ready: replies !== undefined };
}

function matchingEmoji(word: string): { choices: Choice[]; empty: string; ready: boolean } {
  const choices = findEmoji(word, MOST_EMOJI).map((one) => ({ id: one.emoji, title: one.emoji, detail: one.words.join(" "), aside: "" }));
  return { choices, empty: "", ready: choices.length > 0 };
}

export function useSuggestions({ conversationId, note, text, write, field }: Options): Suggestions {
  const [marked, setMarked] = useState({ text: "", at: 0 });
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const picked = useRef(new Map<string, string>());
  // While one types the field knows where; what was filled in ends where the caret is.
  const typed = useRef({ text: "", at: 0 });
  const caret = typed.current.text === text ? typed.current.at : text.length;
  const wanted = asked(text, caret, note, useMay("quick_replies:write"));
  const { choices, empty, ready } = useChoices(wanted);
  const open = closedFor !== text && ready;
  const at = marked.text === text ? Math.min(marked.at, choices.length - 1) : 0;

  const fillIn = async (choice: Choice) => {
    try {
      const used = await teamworkApi.useQuickReply(conversationId, choice.id);
      write(used.text);
      if (used.missing.length > 0) notify("info", "Falta um dado deste contato na resposta: confira antes de enviar.");
    } catch (error) {
      notify("error", sentenceFor(error, sentences));
    }
    field.current?.focus();
  };
  const pick = (choice: Choice) => {
    if (wanted?.kind === "reply") void fillIn(choice);
    if (wanted?.kind !== "colleague" && wanted?.kind !== "emoji") return;
    const word = wanted.word.length + (wanted.kind === "emoji" ? 1 : 0);
    if (wanted.kind === "emoji") keepRecent(choice.id);
    else picked.current.set(choice.id, choice.title);
    const before = `${text.slice(0, wanted.from)}${choice.title} `;
    // At once: whoever goes on typing must not find the caret elsewhere a frame later.
    flushSync(() => write(before + text.slice(wanted.from + word)));
    field.current?.focus();
    field.current?.setSelectionRange(before.length, before.length);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const took = keyOf(event, choices[at], pick, {
      step: (by) => setMarked({ text, at: choices.length === 0 ? 0 : (at + by + choices.length) % choices.length }),
      close: () => setClosedFor(text),
    });
    if (took) event.preventDefault();
    return took;
  };
  const mentioned = (final: string) => [...picked.current].filter(([, name]) => final.includes(`@${name}`)).map(([id]) => id);
  const track = (next: string, position: number) => {
    typed.current = { text: next, at: position };
  };
  return { label: labels[wanted?.kind ?? "reply"], choices, at, open, empty, pick, onKey, mentioned, track };
}

const labels = { reply: "Respostas rápidas", colleague: "Colegas", emoji: "Emoji" };

interface Moves {
  step: (by: number) => void;
  close: () => void;
}

function keyOf(event: KeyboardEvent, chosen: Choice | undefined, pick: (choice: Choice) => void, { step, close }: Moves): boolean {
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp":
      step(event.key === "ArrowDown" ? 1 : -1);
      return true;
    case "Escape":
      close();
      return true;
    case "Enter":
    case "Tab":
      if (event.shiftKey || !chosen) return false;
      pick(chosen);
      return true;
    default:
      return false;
  }
}
