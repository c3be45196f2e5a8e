/** Which test does a simulated conversation make? The YAML of one case. */
import type { Said } from "@/api/flows";

import { isRecord } from "./definition";
import type { Exchange } from "./simulation";

const MINUTE = 60_000;

/** What was done and what was answered, as a case for the flow's tests. Every scalar is quoted: any text is safe so. */
export function caseOf(name: string, exchanges: readonly Exchange[]): string {
  const steps = exchanges.flatMap((exchange, index) => [...acts(exchange, exchanges[index - 1], exchanges[index + 1]), ...outcomes(exchange, exchanges[index + 1])]);
  return [`- name: ${quoted(name)}`, "  script:", ...steps.map((step) => `    - ${step}`), ""].join("\n");
}

function acts({ input, title, moment }: Exchange, before: Exchange | undefined, next: Exchange | undefined): string[] {
  const gap = before ? Date.parse(moment) - Date.parse(before.moment) : 0;
  const steps: string[] = [];
  // What the outside answers is known before it is asked.
  if (next?.input.kind === "answer") steps.push(`http: ${reply(next.input.ok, next.input.value)}`);
  if (gap >= MINUTE && input.kind !== "answer") steps.push(`after: ${quoted(spanText(gap))}`);
  if (input.kind === "start") steps.push("begins");
  if (input.kind === "message") {
    if (input.choice_id) steps.push(`taps: ${quoted(title)}`);
    else if (input.media_type) steps.push(`sends: ${quoted(input.media_type)}`);
    else steps.push(`says: ${quoted(input.text ?? "")}`);
  }
  return steps;
}

function outcomes({ answer }: Exchange, next: Exchange | undefined): string[] {
  const said = answer.said.map((one) => `expect: ${wanted(one)}`);
  if (answer.handoff) return [...said, `handoff: ${JSON.stringify({ reason: answer.handoff.reason, ...(answer.handoff.team ? { team: answer.handoff.team } : {}) })}`];
  if (answer.status === "ended") return [...said, answer.effects.some((effect) => effect.kind === "end") ? "archives" : "ends"];
  return said.length > 0 || answer.ask || next?.input.kind === "answer" ? said : ["expect_nothing"];
}

function wanted(said: Said): string {
  const choices = said.choices.map((choice) => choice.title);
  const form = { ...(said.media ? { media: said.media.type } : {}), ...(said.template ? { template: said.template } : {}), ...(choices.length > 0 ? { choices } : {}) };
  return Object.keys(form).length === 0 ? quoted(said.text) : JSON.stringify({ ...(said.text ? { text: said.text } : {}), ...form });
}

function reply(ok: boolean, value: unknown): string {
  if (isRecord(value) && typeof value.error === "string") return JSON.stringify({ error: value.error });
  const { status = ok ? 200 : 500, body = null } = isRecord(value) ? value : {};
  return JSON.stringify({ status, body });
}

/** "26h", "2d 3h", "45min": exact to the minute. */
export function spanText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const parts = [
    [Math.floor(minutes / 1_440), "d"],
    [Math.floor((minutes % 1_440) / 60), "h"],
    [minutes % 60, "min"],
  ] as const;
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`).join(" ") || "1min";
}

// A JSON string is a YAML string.
const quoted = (text: string): string => JSON.stringify(text);
