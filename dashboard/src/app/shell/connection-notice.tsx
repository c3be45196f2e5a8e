/** Is what stands on the screen still fresh? */
import { LoaderCircle } from "lucide-react";
import { useEffect, useState } from "react";

import { useStore } from "@/lib/store";

import { liveState } from "../live-bridge";

// A blink of the connection is nobody's business.
const PATIENCE = 1_500;

export function ConnectionNotice() {
  const lost = useStore(liveState) === "lost";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(lost), lost ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-16 z-40 flex justify-center md:inset-x-auto md:top-auto md:bottom-4 md:left-24">
      {shown && (
        <span
          data-testid="reconnecting"
          className="rise flex items-center gap-2 rounded-full border border-line bg-amber-soft px-3 py-1 text-sm font-medium text-amber-text shadow-float"
        >
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
          Sem conexão ao vivo, reconectando…
        </span>
      )}
    </div>
  );
}
