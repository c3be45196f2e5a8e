/** One business on the board: what, with whom, how much, whose, since when. */
import { CalendarClock, MoreHorizontal, MoveRight } from "lucide-react";
import type { DragEvent, KeyboardEvent } from "react";

import type { BoardColumn, Deal } from "@/api/leads";
import { plainText } from "@/lib/text-marks";
import { cx } from "@/lib/classes";
import { formatMoney } from "@/lib/money";
import { ago } from "@/lib/time";
import { Avatar } from "@/ui/avatar";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";
import { Dot } from "@/ui/state-badge";

import type { Direction } from "../board-rules";

interface DealCardProps {
  deal: Deal;
  columns: BoardColumn[];
  now: number;
  mayMove: boolean;
  dragged: boolean;
  onOpen: () => void;
  onMoveTo: (stageId: string) => void;
  onStep: (direction: Direction) => void;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
}

const arrows: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

export function DealCard({ deal, columns, now, mayMove, dragged, onOpen, onMoveTo, onStep, onDragStart, onDragEnd }: DealCardProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (!event.shiftKey || direction === undefined || !mayMove) return;
    event.preventDefault();
    onStep(direction);
  };
  return (
    <li
      draggable={mayMove}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      data-deal={deal.id}
      data-testid="deal-card"
      className={cx("group relative rounded-lg border border-line bg-surface p-3 shadow-xs transition-colors hover:border-line-strong", mayMove && "cursor-grab active:cursor-grabbing", dragged && "opacity-40")}
    >
      <div className="flex items-start gap-1">
        <button
          type="button"
          data-card={deal.id}
          onClick={onOpen}
          onKeyDown={onKeyDown}
          aria-describedby={mayMove ? "funil-teclado" : undefined}
          className="min-w-0 flex-1 text-left text-list font-medium [overflow-wrap:anywhere] outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          <SafeText text={deal.title} max={120} />
        </button>
        {mayMove && (
          <Menu
            align="end"
            trigger={
              <button type="button" aria-label={`Mover “${plainText(deal.title)}”`} className="relative z-10 -mt-1 -mr-1.5 rounded-md p-1 text-ink-3 hover:bg-hover hover:text-ink">
                <MoreHorizontal className="size-4" aria-hidden />
              </button>
            }
          >
            <MenuLabel>Mover para</MenuLabel>
            {columns
              .filter((column) => column.id !== deal.stage_id)
              .map((column) => (
                <MenuItem key={column.id} icon={<MoveRight aria-hidden />} hint={<Dot tone={column.color} />} onSelect={() => onMoveTo(column.id)}>
                  <SafeText text={column.name} max={60} />
                </MenuItem>
              ))}
          </Menu>
        )}
      </div>
      <p className="mt-0.5 truncate text-sm text-ink-2">
        <SafeText text={deal.contact.name || deal.contact.phone || "Sem nome"} max={80} />
      </p>
      <div className="mt-2 flex items-center gap-2 text-sm text-ink-2">
        <span className={cx("font-semibold tabular-nums", deal.value_cents === 0 ? "text-ink-3" : "text-ink")}>{deal.value_cents === 0 ? "Sem valor" : formatMoney(deal.value_cents)}</span>
        <span className="ml-auto shrink-0 text-ink-3" title="Nesta etapa">
          {ago(now - Date.parse(deal.stage_since))}
        </span>
        {deal.owner && (
          <span title={`Responsável: ${plainText(deal.owner.name)}`}>
            <Avatar name={deal.owner.name} size="2xs" />
            <span className="sr-only">Responsável: {deal.owner.name}</span>
          </span>
        )}
      </div>
      <Footer deal={deal} now={now} />
    </li>
  );
}

function Footer({ deal, now }: { deal: Deal; now: number }) {
  const reason = [deal.reason?.name, deal.reason?.note].filter(Boolean).join(": ");
  const late = deal.kind === "open" && deal.expected_on !== null && Date.parse(`${deal.expected_on}T23:59:59`) < now;
  if (deal.origin === "" && deal.expected_on === null && reason === "") return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
      {deal.origin !== "" && (
        <span className="max-w-full truncate rounded-md bg-sunken px-1.5 py-0.5">
          <SafeText text={deal.origin} max={40} />
        </span>
      )}
      {deal.expected_on !== null && deal.kind === "open" && (
        <span className={cx("inline-flex items-center gap-1 rounded-md px-1.5 py-0.5", late ? "bg-danger-soft text-danger-text" : "bg-sunken")}>
          <CalendarClock className="size-3" aria-hidden />
          {deal.expected_on.split("-").reverse().slice(0, 2).join("/")}
          {late && <span className="sr-only"> (atrasado)</span>}
        </span>
      )}
      {reason !== "" && (
        <span className="w-full [overflow-wrap:anywhere] text-ink-3">
          <SafeText text={reason} max={120} />
        </span>
      )}
    </div>
  );
}
