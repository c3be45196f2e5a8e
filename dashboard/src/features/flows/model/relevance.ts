/** Which options of a node matter, given the others? Those that do not are not drawn. */
import type { Options } from "./definition";

type Rule = (options: Options) => boolean;

const is = (name: string, ...words: string[]): Rule => (options) => words.includes(typeof options[name] === "string" ? options[name].toLowerCase() : FIRST[name] ?? "");
const kind = (...kinds: string[]): Rule => is("kind", ...kinds);
const some = (name: string): Rule => (options) => Array.isArray(options[name]) && options[name].length > 0;

/** What stands where nothing was chosen. */
const FIRST: Record<string, string> = { kind: "text", mode: "for", body_kind: "none" };

const RULES: Record<string, Record<string, Rule>> = {
  question: {
    choices: kind("choice"),
    list_label: kind("choice"),
    minimum: kind("number", "money", "text"),
    maximum: kind("number", "money", "text"),
    whole: kind("number"),
    when: kind("date"),
    pattern: kind("text"),
    media: kind("media"),
  },
  message: { list_label: some("choices") },
  wait: {
    amount: is("mode", "for"),
    unit: is("mode", "for"),
    date: is("mode", "until"),
    offset_days: is("mode", "until"),
    time: is("mode", "until"),
    weekdays: is("mode", "until"),
  },
  api_call: { body: is("body_kind", "json", "text"), form: is("body_kind", "form") },
};

/** Is this option of any consequence? */
export function concerns(type: string, options: Options, name: string): boolean {
  const rule = RULES[type]?.[name];
  return rule === undefined || rule(options);
}
