/** Which conversations are marked for an act on many? */
import { useCallback, useMemo, useState } from "react";

const MOST_AT_ONCE = 100;

export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  toggle: (id: string, through?: boolean) => void;
  clear: () => void;
}

/** `through` marks everything between the last one touched and this one, as lists do with Shift. */
export function useSelection(listed: string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  // What has left the list is not acted on unseen.
  const ids = useMemo(() => new Set(listed.filter((id) => chosen.has(id))), [listed, chosen]);
  const toggle = useCallback(
    (id: string, through = false) => {
      setLast(id);
      setChosen((before) => {
        const next = new Set(before);
        const from = last === null ? -1 : listed.indexOf(last);
        const to = listed.indexOf(id);
        const range = through && from >= 0 && to >= 0 ? listed.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
        const on = !before.has(id);
        range.forEach((one) => (on ? next.add(one) : next.delete(one)));
        return new Set([...next].slice(0, MOST_AT_ONCE));
      });
    },
    [last, listed],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { ids, has: (id) => ids.has(id), toggle, clear };
}
