/** Which comparisons can the filter builder make, and how does a filter travel in the address? */
import type { Condition, ContactField, FieldType, Filter } from "@/api/contacts";

export interface Choice {
  field: string;
  label: string;
  ops: string[];
  type: "text" | "number" | "date" | "choice" | "boolean" | "days" | "tag" | "source";
  choices?: string[];
}

export const operatorNames: Record<string, string> = {
  is: "é", is_not: "não é", contains: "contém", set: "está preenchido", unset: "está vazio", less: "é menor que", more: "é maior que",
  before: "antes de", after: "a partir de", within_days: "nos últimos (dias)", area: "tem o DDD", yes: "sim", no: "não",
};
export const withoutValue = new Set(["set", "unset", "yes", "no"]);

const builtIn: Choice[] = [
  { field: "tag", label: "Etiqueta", ops: ["is", "is_not", "set", "unset"], type: "tag" },
  { field: "name", label: "Nome", ops: ["contains", "set", "unset"], type: "text" },
  { field: "phone", label: "Telefone", ops: ["area", "is", "set", "unset"], type: "text" },
  { field: "email", label: "E-mail", ops: ["is", "set", "unset"], type: "text" },
  { field: "cpf", label: "CPF", ops: ["is", "set", "unset"], type: "text" },
  { field: "created_at", label: "Criado", ops: ["within_days", "before", "after"], type: "date" },
  { field: "source", label: "Origem", ops: ["is", "is_not"], type: "source" },
  { field: "opted_out", label: "Descadastrado", ops: ["yes", "no"], type: "boolean" },
];
const OPS: Record<FieldType, string[]> = {
  text: ["is", "is_not", "contains", "set", "unset"],
  number: ["is", "is_not", "less", "more", "set", "unset"],
  money: ["is", "is_not", "less", "more", "set", "unset"],
  date: ["is", "is_not", "less", "more", "set", "unset"],
  choice: ["is", "is_not", "set", "unset"],
  boolean: ["is", "set", "unset"],
};

export function choicesOf(fields: ContactField[]): Choice[] {
  return [
    ...builtIn,
    ...fields.map((field): Choice => {
      const type = field.type as FieldType;
      return { field: `fields.${field.key}`, label: field.label, ops: OPS[type], type: type === "money" ? "text" : type, choices: field.choices };
    }),
  ];
}

/** A condition is whole when the API could ask it. */
export const isWhole = ({ op, value }: Condition): boolean => withoutValue.has(op) || (value !== undefined && value !== "");

export const writeFilter = (filter: Filter): string => {
  const conditions = filter.conditions.filter(isWhole);
  return conditions.length ? JSON.stringify({ [filter.joint]: conditions }) : "";
};

export function readFilter(text: string): Filter {
  const none: Filter = { joint: "all", conditions: [] };
  try {
    const tree: unknown = JSON.parse(text);
    if (typeof tree !== "object" || tree === null) return none;
    const [joint, parts] = Object.entries(tree)[0] ?? [];
    if ((joint !== "all" && joint !== "any") || !Array.isArray(parts)) return none;
    return { joint, conditions: parts.filter(isCondition) };
  } catch {
    return none;
  }
}

function isCondition(part: unknown): part is Condition {
  return typeof part === "object" && part !== null && "field" in part && "op" in part && typeof part.field === "string" && typeof part.op === "string";
}
