/** Who waits for a person, who is late, and who looks after whom? */
import { Bell, BellOff, CircleCheckBig, Settings2 } from "lucide-react";
import { useState } from "react";

import type { HandoffPage, HandoffView } from "@/api/handoffs";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";
import { useNow } from "@/lib/use-now";
import { Button, IconButton } from "@/ui/button";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { allowAnnouncing, announcing } from "../announcing";
import { useHandoffs } from "../queries";
import { sentences, viewNames } from "../texts";
import { HandoffRow } from "./handoff-row";
import { SettingsDialog } from "./settings-dialog";

interface HandoffsPageProps {
  view: HandoffView;
  onView: (view: HandoffView) => void;
  onOpen: (conversationId: string) => void;
}

export function HandoffsPage({ view, onView, onOpen }: HandoffsPageProps) {
  const list = useHandoffs(view);
  const now = useNow(15_000);
  const [settingUp, setSettingUp] = useState(false);
  const maySet = useMay("handoffs:settings");
  const counts = list.data?.pages[0]?.counts;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="handoffs">
      <div className="mx-auto max-w-300 px-4 py-5 md:px-8 md:py-7">
        <header className="flex items-center gap-2">
          <h1 className="flex-1 text-xl font-semibold tracking-tight">Transbordos</h1>
          <AnnounceButton />
          {maySet && (
            <Button onClick={() => setSettingUp(true)} data-testid="handoff-settings">
              <Settings2 className="size-4" aria-hidden />
              <span className="hidden sm:inline">Prazos e avisos</span>
              <span className="sr-only sm:hidden">Prazos e avisos</span>
            </Button>
          )}
        </header>
        <p className="mt-1 max-w-160 text-list text-pretty text-ink-2">Quem o robô passou para uma pessoa. Os atrasados vêm primeiro.</p>
        <Tabs view={view} onView={onView} counts={counts} />
        <div className="overflow-hidden rounded-xl border border-line bg-surface">
          {list.isPending ? (
            <Loading />
          ) : list.isError && list.handoffs.length === 0 ? (
            <ErrorState title="Os transbordos não carregaram" detail={sentenceFor(list.error, sentences)} onRetry={() => void list.refetch()} />
          ) : list.handoffs.length === 0 ? (
            <Nothing view={view} />
          ) : (
            <ul className="divide-y divide-line">
              {list.handoffs.map((handoff) => (
                <HandoffRow key={handoff.id} handoff={handoff} now={now} onOpen={onOpen} />
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
      {settingUp && <SettingsDialog onClose={() => setSettingUp(false)} />}
    </div>
  );
}

function Tabs({ view, onView, counts }: { view: HandoffView; onView: (view: HandoffView) => void; counts: HandoffPage["counts"] | undefined }) {
  return (
    <div role="tablist" aria-label="Situação" className="mt-4 mb-3 flex gap-1">
      {(["open", "taken", "ended"] as const).map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={view === name}
          onClick={() => onView(name)}
          data-testid={`handoffs-${name}`}
          className={cx("flex h-8 items-center gap-1.5 rounded-lg px-3 text-list font-medium", view === name ? "bg-selected text-accent-text" : "text-ink-2 hover:bg-hover")}
        >
          {viewNames[name]}
          {counts && name !== "ended" && <span className="tabular-nums">{formatCount(counts[name])}</span>}
          {counts && name === "open" && counts.late > 0 && (
            <span className="rounded-full bg-danger-soft px-1.5 text-sm text-danger-text tabular-nums" data-testid="handoffs-late">
              {formatCount(counts.late)} {counts.late === 1 ? "atrasado" : "atrasados"}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function AnnounceButton() {
  const [state, setState] = useState(announcing);
  if (state === "unsupported") return null;
  const on = state === "on";
  const label = { on: "O navegador avisa de novos transbordos", ask: "Avisar pelo navegador", blocked: "Os avisos estão bloqueados no navegador" }[state];
  return <IconButton label={label} icon={on ? <Bell aria-hidden /> : <BellOff aria-hidden />} pressed={on} disabled={state === "blocked"} onClick={() => void allowAnnouncing().then(setState)} />;
}

function Nothing({ view }: { view: HandoffView }) {
  const texts = {
    open: ["Ninguém espera", "Quando o robô passar alguém para uma pessoa, aparece aqui com o prazo."],
    taken: ["Nada em atendimento", "O que alguém assumir fica aqui até ser resolvido."],
    ended: ["Nada encerrado ainda", "O que foi resolvido ou expirou fica aqui, com quem cuidou."],
  }[view];
  return (
    <Empty icon={<CircleCheckBig aria-hidden />} title={texts[0] ?? ""}>
      {texts[1]}
    </Empty>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando os transbordos" className="flex flex-col gap-3 p-4">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-14 w-full" />
      ))}
    </div>
  );
}
