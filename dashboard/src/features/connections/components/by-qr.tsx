/** Which code does the phone's camera read? */
import { QRCodeSVG } from "qrcode.react";

import { sentenceFor } from "@/api/texts";
import { ErrorState, Skeleton } from "@/ui/states";

import { useCode } from "../queries";
import { sentences } from "../texts";
import { CodeLife } from "./code-life";

export function ByQr({ id }: { id: string }) {
  const code = useCode(id, "qr", "", true);
  if (code.isError) return <ErrorState title="O código não veio" detail={sentenceFor(code.error, sentences)} onRetry={() => void code.refetch()} />;
  return (
    <div className="flex flex-col items-center gap-4 sm:flex-row sm:items-start">
      {code.data?.qr ? (
        <div className="flex w-52 shrink-0 flex-col items-center gap-2">
          {/* Cameras want dark on light, whatever the theme. */}
          <div className="rounded-lg bg-white p-3" data-testid="qr" data-code={code.data.qr}>
            <QRCodeSVG value={code.data.qr} size={184} title="QR code para conectar o aparelho" />
          </div>
          <CodeLife code={code.data.qr} expiresAt={code.data.expires_at} />
        </div>
      ) : (
        <div role="status" aria-label="Preparando o código">
          <Skeleton className="size-52 shrink-0" />
        </div>
      )}
      <ol className="flex list-decimal flex-col gap-2 pl-5 text-list text-ink-2">
        <li>Abra o WhatsApp no celular.</li>
        <li>
          Toque em <b className="font-medium text-ink">Dispositivos conectados</b>.
        </li>
        <li>
          Toque em <b className="font-medium text-ink">Conectar dispositivo</b> e aponte a câmera para o código.
        </li>
      </ol>
    </div>
  );
}
