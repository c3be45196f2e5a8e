/** Why did a message not arrive, or may have arrived twice? */
import type { Message } from "@/api/contract";
import { cx } from "@/lib/classes";

import { DUPLICATE, failureSentence, UNCONFIRMED } from "../texts";

export function DeliveryTrouble({ message }: { message: Message }) {
  if (message.direction !== "out") return null;
  const code = message.failure?.code ?? "";
  return (
    <>
      {message.status === "failed" && (
        <Trouble tone="danger" title="Não enviada">
          {failureSentence(message.failure)}
          {code !== "" && <> (código {code.slice(0, 40)})</>}
        </Trouble>
      )}
      {message.status === "unconfirmed" && (
        <Trouble tone="amber" title="Não confirmada">
          {UNCONFIRMED}
        </Trouble>
      )}
      {message.possible_duplicate && (
        <Trouble tone="amber" title="Possível duplicata">
          {DUPLICATE}
        </Trouble>
      )}
    </>
  );
}

export function Trouble({ tone, title, children }: { tone: "danger" | "amber"; title: string; children: React.ReactNode }) {
  return (
    <p data-testid="delivery-trouble" className={cx("mt-1 max-w-96 text-right text-sm text-pretty", tone === "danger" ? "text-danger-text" : "text-amber-text")}>
      <span className="font-semibold">{title}.</span> {children}
    </p>
  );
}
