/** Until when is this code good, and what happens then? */
import { inWords, useExpiry } from "../use-expiry";

export function CodeLife({ code, expiresAt }: { code: string | null | undefined; expiresAt: string | null | undefined }) {
  const left = useExpiry(code, expiresAt);
  if (left === null) return null;
  return (
    <p className="text-center text-sm text-ink-3 tabular-nums" data-testid="code-life">
      {left > 0 ? `Muda sozinho em até ${inWords(left)}.` : "Este código venceu. O próximo já vem."}
    </p>
  );
}
