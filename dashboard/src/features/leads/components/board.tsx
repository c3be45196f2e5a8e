/** Where does each business stand, and where does it go when it is dragged, or moved by the keyboard? */
import { Plus } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";

import type { BoardColumn, Deal } from "@/api/leads";
import { plainText } from "@/lib/text-marks";
import { cx } from "@/lib/classes";
import { formatMoney, formatMoneyShort } from "@/lib/money";
import { formatCount } from "@/lib/numbers";
import { useNow } from "@/lib/use-now";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Dot } from "@/ui/state-badge";

import { cardAbove, type Direction, staysPut, stepTo } from "../board-rules";
import { DealCard } from "./deal-card";

interface BoardProps {
  columns: BoardColumn[];
  mayMove: boolean;
  onOpen: (deal: Deal) => void;
  onMove: (deal: Deal, stageId: string, afterId: string | null) => void;
  onMore: (stageId: string, shown: number) => void;
  onAdd: (stageId: string) => void;
}

interface Over {
  stageId: string;
  afterId: string | null;
}

export function Board({ columns, mayMove, onOpen, onMove, onMore, onAdd }: BoardProps) {
  const now = useNow(60_000);
  const [dragged, setDragged] = useState<Deal | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const [said, setSaid] = useState("");
  const focused = useRef<string | null>(null);

  // A card that moved by the keyboard is drawn anew in its column: the focus goes along.
  useEffect(() => {
    if (focused.current === null) return;
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(focused.current)}"]`)?.focus();
    focused.current = null;
  }, [columns]);

  const move = (deal: Deal, stageId: string, afterId: string | null) => {
    if (staysPut(columns, deal.id, stageId, afterId)) return;
    setSaid(`${deal.title}: ${columns.find((column) => column.id === stageId)?.name ?? ""}`);
    onMove(deal, stageId, afterId);
  };
  const step = (deal: Deal, direction: Direction) => {
    const to = stepTo(columns, deal.id, direction);
    if (!to) return;
    focused.current = deal.id;
    move(deal, to.stageId, to.afterId);
  };
  const drop = () => {
    if (dragged && over) move(dragged, over.stageId, over.afterId);
    setDragged(null);
    setOver(null);
  };

  return (
    // A long board is scrolled by its edges too, so it must be reachable by the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="flex min-h-0 flex-1 snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-4 md:snap-none md:px-6" tabIndex={0} role="region" aria-label="Etapas do funil" data-testid="board">
      <p id="funil-teclado" className="sr-only">
        Enter abre. Shift com as setas move entre etapas e posições.
      </p>
      <p className="sr-only" role="status" aria-live="polite">
        {said}
      </p>
      {columns.map((column) => (
        <section
          key={column.id}
          aria-label={`${plainText(column.name)}: ${formatCount(column.count)}`}
          data-testid="board-column"
          data-stage={column.id}
          onDragOver={(event) => {
            if (!dragged) return;
            event.preventDefault();
            setOver(overOf(event, column.id, dragged.id));
          }}
          onDrop={(event) => {
            event.preventDefault();
            drop();
          }}
          className={cx("flex w-[84vw] max-w-76 shrink-0 snap-start flex-col rounded-xl bg-sunken md:w-70", over?.stageId === column.id && "outline-2 outline-accent")}
        >
          <ColumnHead column={column} onAdd={mayMove && column.kind === "open" ? () => onAdd(column.id) : null} />
          <ul className="flex min-h-16 flex-1 flex-col gap-2 overflow-y-auto px-2 pb-2">
            {over?.stageId === column.id && over.afterId === null && <Gap />}
            {column.deals.map((deal) => (
              <CardAndGap key={deal.id} gap={over?.stageId === column.id && over.afterId === deal.id}>
                <DealCard
                  deal={deal}
                  columns={columns}
                  now={now}
                  mayMove={mayMove}
                  dragged={dragged?.id === deal.id}
                  onOpen={() => onOpen(deal)}
                  onMoveTo={(stageId) => move(deal, stageId, null)}
                  onStep={(direction) => step(deal, direction)}
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = "move";
                    event.dataTransfer.setData("text/plain", deal.title);
                    setDragged(deal);
                  }}
                  onDragEnd={() => {
                    setDragged(null);
                    setOver(null);
                  }}
                />
              </CardAndGap>
            ))}
            {column.deals.length === 0 && over?.stageId !== column.id && <li className="rounded-lg border border-dashed border-line-strong px-3 py-5 text-center text-sm text-ink-3">Nenhum negócio aqui</li>}
            {column.next_cursor !== null && column.count > column.deals.length && (
              <li>
                <Button size="sm" look="ghost" className="w-full" onClick={() => onMore(column.id, column.deals.length)} data-testid="column-more">
                  Mostrar mais ({formatCount(column.count - column.deals.length)})
                </Button>
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ColumnHead({ column, onAdd }: { column: BoardColumn; onAdd: (() => void) | null }) {
  return (
    <header className="flex items-center gap-2 px-3 pt-2.5 pb-2">
      <Dot tone={column.color} />
      <h2 className="min-w-0 flex-1 truncate text-list font-semibold" title={plainText(column.name)}>
        <SafeText text={column.name} max={60} />
      </h2>
      <span className="text-sm text-ink-2 tabular-nums" data-testid="column-count">
        {formatCount(column.count)}
      </span>
      <span className="text-sm font-medium text-ink-2 tabular-nums" title={formatMoney(column.value_cents)} data-testid="column-value">
        {formatMoneyShort(column.value_cents)}
      </span>
      {onAdd && <IconButton label={`Novo negócio em ${plainText(column.name)}`} icon={<Plus aria-hidden />} className="-mr-1.5 size-7" onClick={onAdd} />}
    </header>
  );
}

function CardAndGap({ gap, children }: { gap: boolean; children: ReactNode }) {
  return (
    <>
      {children}
      {gap && <Gap />}
    </>
  );
}

const Gap = () => <li aria-hidden className="h-1 shrink-0 rounded-full bg-accent" />;

function overOf(event: DragEvent<HTMLElement>, stageId: string, dragged: string): Over {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-deal]")].map((card) => {
    const box = card.getBoundingClientRect();
    return { id: card.dataset.deal ?? "", middle: box.top + box.height / 2 };
  });
  return { stageId, afterId: cardAbove(cards, event.clientY, dragged) };
}
