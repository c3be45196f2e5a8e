/** How long is the code on the screen still good? */
import { useState } from "react";

import { useNow } from "@/lib/use-now";

/** Seconds until `code` expires, counted from when it was first seen: asking again does not make it younger. */
export function useExpiry(code: string | null | undefined, expiresAt: string | null | undefined): number | null {
  const now = useNow(1_000);
  const [first, setFirst] = useState<{ code: string; until: number } | null>(null);
  if (code && expiresAt && first?.code !== code) setFirst({ code, until: Date.parse(expiresAt) });
  if (!code || first?.code !== code) return null;
  return Math.max(0, Math.round((first.until - now) / 1000));
}

export const inWords = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`;
};
