/** How does a phone become part of this: by reading a code, or by typing one? */
import { CircleCheckBig, Hash, QrCode } from "lucide-react";
import { type ReactNode, useState } from "react";

import type { Method } from "@/api/connections";
import type { Channel } from "@/api/contract";
import { cx } from "@/lib/classes";
import { plainText } from "@/lib/text-marks";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

import { ByCode } from "./by-code";
import { ByQr } from "./by-qr";

export function PairingDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const [method, setMethod] = useState<Method>("qr");
  const done = channel.state === "connected";
  return (
    <Dialog label="Conectar número" onClose={onClose} className="w-[min(27rem,calc(100vw-2rem))]">
      <div className="flex flex-col gap-4 p-5" data-testid="pairing">
        <h2 className="text-lg font-semibold">Conectar {plainText(channel.name).slice(0, 60)}</h2>
        {done ? (
          <div className="flex flex-col items-center gap-2 py-6 text-center" role="status" data-testid="paired">
            <CircleCheckBig className="size-10 text-accent" aria-hidden />
            <p className="font-medium">Número conectado</p>
            <p className="text-list text-ink-2">As mensagens já chegam aqui.</p>
          </div>
        ) : (
          <>
            <div role="tablist" aria-label="Como conectar" className="grid grid-cols-2 gap-1 rounded-lg bg-sunken p-1">
              <Tab on={method === "qr"} onPress={() => setMethod("qr")} icon={<QrCode className="size-4" aria-hidden />}>
                QR code
              </Tab>
              <Tab on={method === "pairing_code"} onPress={() => setMethod("pairing_code")} icon={<Hash className="size-4" aria-hidden />}>
                Código
              </Tab>
            </div>
            {method === "qr" ? <ByQr id={channel.id} /> : <ByCode id={channel.id} number={channel.number} />}
          </>
        )}
        <div className="flex justify-end">
          <Button look={done ? "primary" : "secondary"} onClick={onClose}>
            {done ? "Pronto" : "Cancelar"}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Tab({ on, onPress, icon, children }: { on: boolean; onPress: () => void; icon: ReactNode; children: ReactNode }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={on}
      onClick={onPress}
      className={cx("flex h-8 items-center justify-center gap-1.5 rounded-md text-list font-medium", on ? "bg-selected text-accent-text" : "text-ink-2 hover:text-ink")}
    >
      {icon}
      {children}
    </button>
  );
}
