/** How does a condition read, and what may be compared with what? */
import { isRecord, type Json } from "./definition";

export interface Operator {
  key: string;
  label: string;
  right: "operand" | "list" | "two" | "pattern" | "none";
}

export const OPERATORS: readonly Operator[] = [
  { key: "equals", label: "é igual a", right: "operand" },
  { key: "not_equals", label: "é diferente de", right: "operand" },
  { key: "contains", label: "contém", right: "operand" },
  { key: "not_contains", label: "não contém", right: "operand" },
  { key: "starts_with", label: "começa com", right: "operand" },
  { key: "ends_with", label: "termina com", right: "operand" },
  { key: "greater_than", label: "é maior que", right: "operand" },
  { key: "at_least", label: "é pelo menos", right: "operand" },
  { key: "less_than", label: "é menor que", right: "operand" },
  { key: "at_most", label: "é no máximo", right: "operand" },
  { key: "between", label: "está entre", right: "two" },
  { key: "in", label: "é um de", right: "list" },
  { key: "not_in", label: "não é nenhum de", right: "list" },
  { key: "is_empty", label: "está vazio", right: "none" },
  { key: "is_not_empty", label: "está preenchido", right: "none" },
  { key: "is_true", label: "é sim", right: "none" },
  { key: "is_false", label: "é não", right: "none" },
  { key: "matches", label: "combina com o padrão", right: "pattern" },
  { key: "not_matches", label: "não combina com o padrão", right: "pattern" },
];

export const operatorOf = (key: Json | undefined): Operator | undefined => (typeof key === "string" ? OPERATORS.find((one) => one.key === key.toLowerCase()) : undefined);

/** An operand in few words: a name without its braces, text in quotes. */
export function operandText(value: Json | undefined): string {
  if (value === null || value === undefined) return "vazio";
  if (typeof value === "boolean") return value ? "sim" : "não";
  if (typeof value === "number") return value.toLocaleString("pt-BR");
  if (Array.isArray(value)) return value.map(operandText).join(", ");
  if (typeof value === "string") return /^\{\{\s*[\w.]+\s*\}\}$/u.test(value) ? value.slice(2, -2).trim() : `“${value}”`;
  return typeof value.variable === "string" ? value.variable : "…";
}

/** A whole condition as a sentence. */
export function conditionText(value: Json | undefined): string {
  if (!isRecord(value)) return "";
  if (Array.isArray(value.all)) return joined(value.all, " e ");
  if (Array.isArray(value.any)) return joined(value.any, " ou ");
  if (isRecord(value.not)) return `não (${conditionText(value.not)})`;
  const operator = operatorOf(value.op);
  const left = operandText(value.left);
  const label = operator?.label ?? "?";
  if (operator?.right === "none") return `${left} ${label}`;
  if (operator?.right === "two" && Array.isArray(value.right)) return `${left} ${label} ${value.right.map((one) => operandText(one)).join(" e ")}`;
  return `${left} ${label} ${operandText(value.right)}`;
}

const joined = (parts: Json[], word: string): string =>
  parts.map((part) => (isRecord(part) && (part.all ?? part.any) ? `(${conditionText(part)})` : conditionText(part))).join(word);

/** What stands right of an operator once another one is chosen: as much as fits. */
export function rightFor(operator: Operator, before: Json | undefined): Json | undefined {
  const first: Json = Array.isArray(before) ? (before[0] ?? "") : (before ?? "");
  switch (operator.right) {
    case "none":
      return undefined;
    case "pattern":
      return typeof first === "string" ? first : "";
    case "two":
      return Array.isArray(before) ? [before[0] ?? "", before[1] ?? ""] : [first, ""];
    case "list":
      return Array.isArray(before) ? before : [first];
    case "operand":
      return first;
  }
}
