/** How well are customers understood here, and how does it become better? */
import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";

import { Screen } from "../components/parts";
import { DoubtsPanel } from "./doubts-panel";
import { FiguresPanel } from "./figures-panel";
import { PhrasesPanel } from "./phrases-panel";
import { useUnderstanding } from "./queries";
import { TrainingsPanel } from "./trainings-panel";
import { TryPanel } from "./try-panel";
import type { UnderstandingTab } from "./tabs";
import { tabs } from "./tabs";
import { WordsPanel } from "./words-panel";

export function UnderstandingPage({ tab, onTab }: { tab: UnderstandingTab; onTab: (tab: UnderstandingTab) => void }) {
  const overview = useUnderstanding().data;
  const waiting = overview?.open ?? 0;
  return (
    <Screen title="Entendimento" lead="O que se entende do que as pessoas escrevem, por que, e como ensinar o que só a sua organização sabe.">
      <div role="tablist" aria-label="Partes do entendimento" className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`tab-${key}`}
            aria-selected={tab === key}
            aria-controls="understanding-part"
            onClick={() => onTab(key)}
            data-testid={`understanding-${key}`}
            className={cx(
              "flex h-10 shrink-0 items-center gap-1.5 border-b-2 px-3 text-list whitespace-nowrap transition-colors",
              tab === key ? "border-accent font-medium text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {label}
            {key === "rotular" && waiting > 0 && <span className="rounded-full bg-amber-soft px-1.5 text-xs font-medium text-amber-text tabular-nums">{formatCount(waiting)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="understanding-part" aria-labelledby={`tab-${tab}`} className="flex min-w-0 flex-col gap-4">
        {tab === "testar" && <TryPanel version={overview?.version ?? null} />}
        {tab === "rotular" && <DoubtsPanel />}
        {tab === "frases" && <PhrasesPanel />}
        {tab === "vocabulario" && <WordsPanel />}
        {tab === "treino" && <TrainingsPanel />}
        {tab === "numeros" && <FiguresPanel />}
      </div>
    </Screen>
  );
}
