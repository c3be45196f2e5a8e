/** What was said so far on the simulated phone, and what can come next? */
import type { Said, Simulated, SimulatedAsk, SimulatedInput } from "@/api/flows";

import { momentInSentence } from "@/lib/time";

import { isRecord } from "./definition";
import { edgeId } from "./exits";
import type { Lit } from "../state/view";

export type Bubble =
  | { kind: "mine"; text: string; media: string; at: string }
  | { kind: "said"; said: Said; at: string; turn: number }
  | { kind: "note"; text: string; tone: "time" | "problem" | "handoff" | "end" | "effect" };

export interface Exchange {
  input: SimulatedInput;
  title: string;
  moment: string;
  answer: Simulated;
}

export interface Simulation {
  session: Record<string, unknown> | null;
  bubbles: Bubble[];
  exchanges: Exchange[];
  ask: SimulatedAsk | null;
  timer: { key: string; at: string } | null;
  /** The moment on the simulated clock; null until the conversation begins. */
  moment: string | null;
  status: string;
  variables: Record<string, unknown>;
  turn: number;
}

export const fresh: Simulation = { session: null, bubbles: [], exchanges: [], ask: null, timer: null, moment: null, status: "", variables: {}, turn: 0 };

const OVER = new Set(["ended", "handed_over", "failed"]);
export const isOver = (simulation: Simulation): boolean => OVER.has(simulation.status);

/** The simulation after a turn. `title` are the words of a tapped choice. */
export function after(before: Simulation, input: SimulatedInput, title: string, moment: string, answer: Simulated): Simulation {
  const turn = before.turn + 1;
  const mine: Bubble[] = input.kind === "message" ? [{ kind: "mine", text: title || input.text || "", media: input.media_type ?? "", at: moment }] : [];
  const said = answer.said.map((one): Bubble => ({ kind: "said", said: one, at: moment, turn }));
  return {
    session: OVER.has(answer.status) ? null : answer.session,
    bubbles: [...before.bubbles, ...mine, ...said, ...notes(answer)],
    exchanges: [...before.exchanges, { input, title, moment, answer }],
    ask: answer.ask,
    timer: answer.timer ?? stillWaiting(before.timer, answer.session),
    moment,
    status: answer.status,
    variables: answer.variables,
    turn,
  };
}

/** A message in the middle of a wait leaves the timer running: the session still waits for its key. */
function stillWaiting(timer: Simulation["timer"], session: unknown): Simulation["timer"] {
  return timer && isRecord(session) && session.waiting_for === timer.key ? timer : null;
}

function notes(answer: Simulated): Bubble[] {
  const effects = answer.effects.flatMap((effect): Bubble[] => {
    const text = effectText(effect.kind, effect.name, effect.value);
    return text === "" ? [] : [{ kind: "note", text, tone: "effect" }];
  });
  const problems = answer.problems.map((problem): Bubble => ({ kind: "note", text: problem.sentence, tone: "problem" }));
  const handoff: Bubble[] = answer.handoff ? [{ kind: "note", text: `Passou para uma pessoa: ${answer.handoff.reason}${answer.handoff.team ? ` (${answer.handoff.team})` : ""}`, tone: "handoff" }] : [];
  const end: Bubble[] = answer.status === "ended" || answer.status === "failed" ? [{ kind: "note", text: "Fim do fluxo. A próxima mensagem começa de novo.", tone: "end" }] : [];
  return [...effects, ...problems, ...handoff, ...end];
}

function effectText(kind: string, name: string, value: unknown): string {
  if (kind === "untag") return `Etiqueta “${name}” retirada`;
  if (kind === "tag") return value === false ? `Etiqueta “${name}” retirada` : `Etiqueta “${name}” no contato`;
  if (kind === "contact_field") return `Contato: ${name} = ${valueText(value)}`;
  if (kind === "deal") return `Negócio: ${name} › ${valueText(value) || "primeira etapa"}`;
  return kind === "end" ? "Conversa arquivada" : "";
}

/** A value as a person reads it: typed ones by their text. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "vazio";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "sim" : "não";
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (!isRecord(value)) return "";
  if (typeof value.$money === "number") return (value.$money / 100).toLocaleString("pt-BR", { style: "currency", currency: "BRL" });
  if (typeof value.$day === "string") return value.$day.split("-").reverse().join("/");
  if (typeof value.$moment === "string") return momentInSentence(value.$moment, Date.now());
  return JSON.stringify(value.$object ?? value);
}

/** The way so far on the canvas: every node and edge walked, the one that waits now marked. */
export function litBy(simulation: Simulation): Lit {
  const answers = simulation.exchanges.map((one) => one.answer);
  return {
    nodes: new Set(answers.flatMap((answer) => answer.path)),
    edges: new Set(answers.flatMap((answer) => answer.exits.map(({ node, exit }) => edgeId(node, exit)))),
    here: answers.at(-1)?.waiting_at || null,
    last: answers.at(-1)?.path.at(-1) ?? null,
    coverage: false,
  };
}

/** Only the last choices can still be tapped, as long as the conversation goes on. */
export function tappable(simulation: Simulation, bubble: Bubble): boolean {
  return bubble.kind === "said" && bubble.said.choices.length > 0 && bubble.turn === simulation.turn;
}
