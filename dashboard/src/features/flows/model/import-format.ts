/** In which format is this file? */
import { isRecord } from "./definition";

/** By what is in it; the name decides only between texts. A Typebot export has groups, or blocks in the older versions. */
export function formatOf(name: string, text: string): "json" | "yaml" | "typebot" {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value) && !("nodes" in value) && ("groups" in value || "blocks" in value || "edges" in value || "typebot" in value)) return "typebot";
    return "json";
  } catch {
    return /\.json$/i.test(name) ? "json" : "yaml";
  }
}
