/** What if the window closes before the server has it all? A copy on this computer until it is saved. */
import { type Definition, isRecord, readDefinition } from "../model/definition";

const PREFIX = "recado.flow-backup.";

export interface Backup {
  /** The revision on the server that this was drawn upon. */
  revision: number;
  definition: Definition;
  at: number;
}

export function keepBackup(flowId: string, backup: Backup): void {
  try {
    localStorage.setItem(PREFIX + flowId, JSON.stringify(backup));
  } catch {
    // A full or forbidden storage: the server's copy is then the only one.
  }
}

export function readBackup(flowId: string): Backup | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + flowId) ?? "null");
    if (!isRecord(value) || typeof value.revision !== "number" || typeof value.at !== "number") return null;
    return { revision: value.revision, at: value.at, definition: readDefinition(value.definition) };
  } catch {
    return null;
  }
}

export function dropBackup(flowId: string): void {
  try {
    localStorage.removeItem(PREFIX + flowId);
  } catch {
    // Nothing was kept then.
  }
}
