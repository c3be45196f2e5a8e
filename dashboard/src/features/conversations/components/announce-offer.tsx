/** Shall the browser tell of new messages? Asked once, when somebody has begun to answer people, and never by itself. */
import { BellRing } from "lucide-react";

import { useStore } from "@/lib/store";
import { Button } from "@/ui/button";

import { declineAnnouncing, offerStore, toggleAnnouncing } from "../finding/announcing";

export function AnnounceOffer() {
  if (!useStore(offerStore)) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-2.5 text-list" role="status" data-testid="announce-offer">
      <BellRing className="size-4 shrink-0 text-accent-text" aria-hidden />
      <p className="min-w-40 flex-1">Avisar neste navegador quando um cliente seu escrever e esta aba estiver atrás?</p>
      <span className="flex gap-1.5">
        <Button size="sm" look="ghost" onClick={declineAnnouncing}>
          Agora não
        </Button>
        <Button size="sm" look="primary" onClick={() => void toggleAnnouncing()} data-testid="announce-accept">
          Avisar
        </Button>
      </span>
    </div>
  );
}
