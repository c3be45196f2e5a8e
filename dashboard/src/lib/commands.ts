/** What can the palette do on the screen at hand? */
import { useEffect } from "react";

import { createStore } from "./store";

export interface Command {
  id: string;
  label: string;
  shortcut?: string;
  run: () => void;
}

/** Commands of the screens now mounted, the most specific first. */
export const commandStore = createStore<Command[]>([]);

/** Offers commands while the component is mounted. Pass a memoised array. */
export function useCommands(commands: Command[]): void {
  useEffect(() => {
    commandStore.set([...commands, ...commandStore.get()]);
    return () => commandStore.set(commandStore.get().filter((other) => !commands.includes(other)));
  }, [commands]);
}
