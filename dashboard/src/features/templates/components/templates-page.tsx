/** Which templates has the house, in which state is each, and why? */
import { MessageSquareDashed, Plus, RefreshCw, Search } from "lucide-react";
import { useState } from "react";

import { categoryName, languageName } from "@/api/template-texts";
import type { Template, TemplateSync } from "@/api/templates";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { ago } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { useSettled } from "@/lib/use-settled";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useSync } from "../mutations";
import { useTemplateChannels, useTemplates } from "../queries";
import { qualityOf, reasonOf, sentences, stateOf, syncProblem } from "../texts";
import { NewTemplate } from "./new-template";
import { TemplateDetail } from "./template-detail";

export function TemplatesPage() {
  const [q, setQ] = useState("");
  const [status, setStatus] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const list = useTemplates({ q: useSettled(q, 150), status });
  const channels = useTemplateChannels();
  const mayWrite = useMay("templates:write");
  const shown = list.templates.find((one) => one.id === open);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="templates">
      <div className="mx-auto max-w-240 px-4 py-5 md:px-8 md:py-7">
        <header className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <h1 className="text-xl font-semibold tracking-tight">Modelos</h1>
            <p className="mt-1 max-w-160 text-list text-pretty text-ink-2">Mensagens aprovadas pela Meta, que chegam também depois das 24 horas.</p>
          </div>
          {mayWrite && channels.length > 0 && (
            <Button look="primary" onClick={() => setMaking(true)} data-testid="template-new">
              <Plus className="size-4" aria-hidden />
              Novo modelo
            </Button>
          )}
        </header>
        <Toolbar q={q} onQ={setQ} status={status} onStatus={setStatus} syncs={list.syncs} mayWrite={mayWrite} />
        <div className="mt-3 overflow-hidden rounded-xl border border-line bg-surface">
          {list.isPending ? (
            <Loading />
          ) : list.isError && list.templates.length === 0 ? (
            <ErrorState title="Os modelos não carregaram" detail={sentenceFor(list.error, sentences)} onRetry={() => void list.refetch()} />
          ) : list.templates.length === 0 ? (
            <Empty icon={<MessageSquareDashed aria-hidden />} title={q === "" && status === "" ? "Nenhum modelo ainda" : "Nenhum modelo encontrado"}>
              {q === "" && status === "" ? "Crie o primeiro, ou sincronize para trazer os que já existem na Meta." : "Tente outra busca ou outro estado."}
            </Empty>
          ) : (
            <ul className="divide-y divide-line">
              {list.templates.map((one) => (
                <Row key={one.id} template={one} channel={channels.length > 1 ? (channels.find((channel) => channel.id === one.channel_id)?.name ?? "") : ""} onOpen={() => setOpen(one.id)} />
              ))}
            </ul>
          )}
        </div>
        {list.hasNextPage && (
          <div className="mt-4 flex justify-center">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Mostrar mais
            </Button>
          </div>
        )}
      </div>
      {shown && <TemplateDetail template={shown} mayWrite={mayWrite} onClose={() => setOpen(null)} />}
      {making && <NewTemplate channels={channels} onClose={() => setMaking(false)} />}
    </div>
  );
}

interface ToolbarProps {
  q: string;
  onQ: (q: string) => void;
  status: string;
  onStatus: (status: string) => void;
  syncs: TemplateSync[];
  mayWrite: boolean;
}

const FILTERS = ["", "APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "DELETED"];

function Toolbar({ q, onQ, status, onStatus, syncs, mayWrite }: ToolbarProps) {
  const sync = useSync();
  const now = useNow(30_000);
  const running = syncs.some((one) => one.running);
  const failed = syncs.find((one) => one.problem !== "");
  const last = syncs.map((one) => one.finished_at ?? "").sort().at(-1);
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <div className="relative min-w-0 flex-1 basis-56">
          <Search className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-ink-3" aria-hidden />
          <input
            type="search"
            value={q}
            aria-label="Buscar modelo"
            placeholder="Buscar pelo nome ou texto"
            onChange={(event) => onQ(event.target.value)}
            className="h-9 w-full rounded-lg border border-line-strong bg-surface pr-2 pl-8 text-list outline-none focus:border-accent"
          />
        </div>
        <select
          value={status}
          aria-label="Estado"
          onChange={(event) => onStatus(event.target.value)}
          className="h-9 rounded-lg border border-line-strong bg-surface px-2 text-list outline-none focus:border-accent"
        >
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {one === "" ? "Todos os estados" : stateOf(one).label}
            </option>
          ))}
        </select>
        {mayWrite && (
          <Button busy={running || sync.isPending} onClick={() => sync.mutate()} data-testid="template-sync">
            <RefreshCw className="size-3.5" aria-hidden />
            Sincronizar
          </Button>
        )}
      </div>
      <p className="mt-2 text-sm text-ink-2" role="status">
        {failed ? (
          <span className="text-danger-text">{syncProblem(failed.problem)}</span>
        ) : (
          last && `Lista da Meta lida ${ago(now - Date.parse(last))}. Mudanças chegam sozinhas.`
        )}
      </p>
    </>
  );
}

function Row({ template, channel, onOpen }: { template: Template; channel: string; onOpen: () => void }) {
  const state = stateOf(template.status);
  const quality = qualityOf(template.quality);
  const why = reasonOf(template);
  return (
    <li>
      <button type="button" onClick={onOpen} className="flex w-full flex-col gap-1 px-4 py-3 text-left hover:bg-hover" data-testid="template-row" data-status={template.status}>
        <span className="flex w-full flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 truncate text-list font-medium">
            <SafeText text={template.name} max={80} />
          </span>
          <Pill tone={state.tone} dot>
            {state.label}
          </Pill>
          {quality && template.quality !== "GREEN" && <Pill tone={quality.tone}>{quality.label}</Pill>}
        </span>
        <span className="line-clamp-2 text-sm text-ink-2">
          {template.complete ? <SafeText text={template.body} max={220} /> : "O conteúdo chega na próxima sincronização."}
        </span>
        {why !== "" && <span className="text-sm text-danger-text">{why}</span>}
        <span className="text-sm text-ink-3">
          {categoryName(template.category)} · {languageName(template.language)}
          {channel !== "" && (
            <>
              {" · "}
              <SafeText text={channel} max={60} />
            </>
          )}
        </span>
      </button>
    </li>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando modelos" className="flex flex-col gap-4 p-4">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-12 w-full" />
      ))}
    </div>
  );
}
