/** What was being written here, before the person went elsewhere? Kept for this tab's life, never longer. */

const PREFIX = "recado.draft.";

export function readDraft(name: string): string {
  try {
    return sessionStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(name: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
  } catch {
    // A full or forbidden storage costs the draft, not the message.
  }
}

export function clearDrafts(): void {
  try {
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(PREFIX))
      .forEach((name) => sessionStorage.removeItem(name));
  } catch {
    // Nothing was kept then.
  }
}
