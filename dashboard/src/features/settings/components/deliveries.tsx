/** What was told to an address, and what came of it? */
import { useState } from "react";

import type { WebhookDelivery } from "@/api/settings";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { Pill } from "@/ui/state-badge";

import { useResend, useTestWebhook } from "../mutations";
import { useDeliveries } from "../queries";
import { deliveryStates } from "../texts";

export function Deliveries({ webhookId }: { webhookId: string }) {
  const found = useDeliveries(webhookId);
  const test = useTestWebhook(webhookId);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="border-t border-line">
      <div className="flex items-center justify-between gap-2 px-4 py-2">
        <p className="text-sm text-ink-2">{items.length === 0 && !found.isPending ? "Nada foi avisado ainda." : "Os últimos trinta dias"}</p>
        <Button size="sm" busy={test.isPending} onClick={() => test.mutate(undefined)} data-testid="test-webhook">
          Enviar teste
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {items.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} webhookId={webhookId} />
        ))}
      </ul>
      {found.hasNextPage && (
        <div className="flex justify-center p-3">
          <Button size="sm" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            Mostrar mais
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({ delivery, webhookId }: { delivery: WebhookDelivery; webhookId: string }) {
  const [open, setOpen] = useState(false);
  const resend = useResend(webhookId);
  const state = deliveryStates[delivery.state] ?? { label: delivery.state, tone: "grey" as const };
  return (
    <li className="px-4 py-2.5" data-testid="delivery" data-state={delivery.state}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Pill tone={state.tone}>{state.label}</Pill>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="min-w-0 flex-1 truncate text-left text-list hover:underline">
          <code>{delivery.fact}</code>
        </button>
        <span className="text-sm text-ink-2 tabular-nums">{outcome(delivery)}</span>
        <span className="text-sm text-ink-3 tabular-nums">{moment(delivery.created_at)}</span>
        {delivery.state !== "pending" && (
          <Button size="sm" busy={resend.isPending} onClick={() => resend.mutate(delivery.id)} data-testid="resend">
            Reenviar
          </Button>
        )}
      </div>
      {open && (
        <div className="mt-2 flex flex-col gap-1">
          <p className="text-sm text-ink-2">
            webhook-id <code className="select-all">{delivery.id}</code>
            {delivery.next_at && ` · próxima tentativa ${moment(delivery.next_at)}`}
          </p>
          <pre className="overflow-x-auto rounded-lg border border-line bg-sunken p-3 text-sm">{JSON.stringify(delivery.body, null, 2)}</pre>
        </div>
      )}
    </li>
  );
}

function outcome({ attempts, last_status, last_error, last_ms }: WebhookDelivery): string {
  if (attempts === 0) return "";
  const tries = attempts === 1 ? "1 tentativa" : `${attempts} tentativas`;
  const answer = last_status === null ? last_error : `HTTP ${last_status}`;
  return [tries, answer, last_ms === null ? "" : `${last_ms} ms`].filter(Boolean).join(" · ");
}
