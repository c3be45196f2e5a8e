/** What of a node's options does its card show? */
import type { FlowNode, Json } from "./definition";
import { isRecord } from "./definition";
import type { Manifest, Schema } from "./manifest";
import { propertiesOf } from "./manifest";
import { concerns } from "./relevance";
import { conditionText, operandText } from "./conditions";

export interface Line {
  label: string;
  text: string;
  /** The words a customer reads, shown as they are. */
  said: boolean;
}

const LINES = 3;

/** The first words that a customer reads, then the options that say most. What leads out is shown as an exit instead. */
export function summaryOf(node: FlowNode, manifest: Manifest | undefined, flowName: (id: string) => string): Line[] {
  if (!manifest) return [];
  const options = node.options ?? {};
  const lines = propertiesOf(manifest.options).flatMap(([name, schema]): Line[] => {
    const value = options[name];
    if (value === undefined || value === null || value === "" || !concerns(node.type, options, name)) return [];
    return lineOf(schema, name, value, flowName);
  });
  return [...lines.filter((line) => line.said).slice(0, 1), ...lines.filter((line) => !line.said)].slice(0, LINES);
}

function lineOf(schema: Schema, name: string, value: Json, flowName: (id: string) => string): Line[] {
  const said = schema.widget === "template" && (schema.rows ?? 1) > 1;
  const text = said ? scalar(value) : widgetText(schema, name, value, flowName);
  return text.flatMap((one): Line[] => (one.trim() === "" ? [] : [{ label: schema.title ?? name, text: one, said: said && name === "text" }]));
}

/** What one option says on the card; nothing where its words are for the form alone. */
function widgetText(schema: Schema, name: string, value: Json, flowName: (id: string) => string): string[] {
  switch (schema.widget) {
    case "items":
    case "checks":
      return listText(schema.items ?? {}, value);
    case "group":
      return isRecord(value) ? [strings(value).join(" · ")] : [];
    case "condition":
      return [conditionText(value)];
    case "value":
      return [operandText(value)];
    case "switch":
      return value === true ? ["sim"] : [];
    case "flow":
      return scalar(value).map(flowName);
    case "select":
      return [wordOf(schema, value)];
    default:
      return name === "list_label" ? [] : scalar(value);
  }
}

/** Items that lead out stand as exits already. */
function listText(item: Schema, value: Json): string[] {
  if (!Array.isArray(value) || item.properties?.id !== undefined) return [];
  return item.enum ? [value.map((word) => wordOf(item, word)).join(", ")] : value.slice(0, 2).map(itemText);
}

const scalar = (value: Json): string[] => (typeof value === "string" || typeof value === "number" ? [String(value)] : []);
const strings = (value: object): string[] => Object.values(value).filter((one): one is string => typeof one === "string" && one !== "");

function wordOf(schema: Schema, value: Json): string {
  const at = (schema.enum ?? []).indexOf(scalar(value)[0] ?? "");
  return schema.enumLabels?.[at] ?? scalar(value)[0] ?? "";
}

function itemText(item: Json): string {
  if (!isRecord(item)) return scalar(item)[0] ?? "";
  if (typeof item.variable === "string" && item.value !== undefined) return `${item.variable} = ${operandText(item.value)}`;
  return isRecord(item.when) ? conditionText(item.when) : strings(item).slice(0, 2).join(": ");
}

/** What an item that leads out says beside its exit: when a branch is taken. */
export function whenText(node: FlowNode, exit: string): string {
  for (const value of Object.values(node.options ?? {})) {
    if (!Array.isArray(value)) continue;
    const item = value.find((one) => isRecord(one) && one.id === exit);
    if (isRecord(item) && isRecord(item.when)) return conditionText(item.when);
  }
  return "";
}

export interface Piece {
  text: string;
  variable: boolean;
}

/** A template cut into plain words and the names in braces. */
export function pieces(template: string): Piece[] {
  return template.split(/(\{\{.*?\}\})/gs).flatMap((text): Piece[] => {
    if (text === "") return [];
    const inside = /^\{\{-?\s*(.*?)\s*-?\}\}$/s.exec(text)?.[1];
    return inside === undefined ? [{ text, variable: false }] : [{ text: inside, variable: true }];
  });
}
