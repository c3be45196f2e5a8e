/** Does the message that was asked for stand before the reader's eyes? It is shown once, and lit for a moment. */
import { useEffect, useRef, useState } from "react";

import type { ThreadItem } from "./thread-items";

const LIT_FOR = 2_400;

export function useTarget(wanted: string | null, items: ThreadItem[], show: (id: string) => boolean) {
  const [id, setId] = useState<string | null>(null);
  const shown = useRef<string | null>(null);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  const light = (next: string) => {
    if (!latest.current(next)) return;
    setId(next);
    // Rows were estimated until they were drawn; a second look finds the place.
    requestAnimationFrame(() => requestAnimationFrame(() => latest.current(next)));
  };
  useEffect(() => {
    if (wanted === null) shown.current = null;
    if (wanted === null || shown.current === wanted || !items.some((item) => item.key === wanted)) return;
    shown.current = wanted;
    light(wanted);
  }, [wanted, items]);
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => setId(null), LIT_FOR);
    return () => clearTimeout(timer);
  }, [id]);
  return { id, light };
}
