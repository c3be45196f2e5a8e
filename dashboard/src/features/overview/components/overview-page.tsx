/** How does the WhatsApp of the house stand today? */
import { ArrowRight, Inbox } from "lucide-react";

import type { ConversationState, Overview } from "@/api/contract";
import { sentenceFor } from "@/api/texts";
import { Button } from "@/ui/button";
import { ErrorState } from "@/ui/states";

import { useOverview } from "../queries";
import { Card } from "./card";
import { Connections, ConnectionsLink } from "./connections";
import { Delegation } from "./delegation";
import { ExportButton } from "./export-button";
import { Figures } from "./figures";
import { LongestWaiting } from "./longest-waiting";
import { MessagesPerHour } from "./messages-per-hour";
import { OpenHandoffs } from "./open-handoffs";
import { OverviewSkeleton } from "./overview-skeleton";
import { Repairs } from "./repairs";

interface OverviewPageProps {
  onOpen: (conversationId: string) => void;
  onOpenInbox: (state: ConversationState | null) => void;
  onOpenHandoffs: () => void;
  onOpenDelegation: () => void;
}

export function OverviewPage(props: OverviewPageProps) {
  const { onOpenInbox } = props;
  const { data, isPending, isError, error, refetch } = useOverview();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="overview">
      <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-5 md:px-8 md:py-7">
        <header className="flex items-center gap-2">
          <h1 className="flex-1 text-xl font-semibold tracking-tight">Visão geral</h1>
          <ExportButton />
          <Button look="primary" onClick={() => onOpenInbox(null)} data-testid="open-inbox">
            <Inbox className="size-4" aria-hidden />
            Abrir conversas
            <ArrowRight className="hidden size-4 sm:block" aria-hidden />
          </Button>
        </header>
        {isPending ? (
          <OverviewSkeleton />
        ) : isError && !data ? (
          <Card className="py-10">
            <ErrorState title="A visão geral não carregou" detail={sentenceFor(error)} onRetry={() => void refetch()} />
          </Card>
        ) : (
          <Loaded overview={data} {...props} />
        )}
      </div>
    </div>
  );
}

function Loaded({ overview, onOpen, onOpenHandoffs, onOpenDelegation }: OverviewPageProps & { overview: Overview }) {
  return (
    <>
      <Figures overview={overview} />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          <Card title="Quem espera há mais tempo">
            <LongestWaiting conversations={overview.longest_waiting} onOpen={onOpen} />
          </Card>
          <Card title="Mensagens por hora, hoje">
            <MessagesPerHour hours={overview.messages_per_hour} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <OpenHandoffs handoffs={overview.handoffs} onOpen={onOpenHandoffs} />
          <Delegation figures={overview.delegation} onOpen={onOpenDelegation} />
          {overview.to_repair > 0 && <Repairs count={overview.to_repair} onOpen={onOpen} />}
          <Card title="Conexões" aside={<ConnectionsLink />}>
            <Connections channels={overview.connections} />
          </Card>
        </div>
      </div>
    </>
  );
}
