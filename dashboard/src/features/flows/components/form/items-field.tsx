/** How is a list of things written? Each a card that opens; moved, copied and taken away. */
import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import { cx } from "@/lib/classes";
import { IconButton } from "@/ui/button";

import { isRecord, type Json, type Options } from "../../model/definition";
import { blankOf, nameOf, propertiesOf, type Schema } from "../../model/manifest";
import { freeName } from "../../model/names";
import { Fields } from "./fields";
import { TemplateText } from "../canvas/template-text";

interface ItemsFieldProps {
  path: string;
  schema: Schema;
  value: Json | undefined;
  disabled: boolean;
  onChange: (value: Json) => void;
}

export function ItemsField({ path, schema, value, disabled, onChange }: ItemsFieldProps) {
  const items = (Array.isArray(value) ? value : []).map((item): Options => (isRecord(item) ? (item) : {}));
  const [open, setOpen] = useState<number | null>(null);
  const one = schema.items ?? {};
  const full = schema.maxItems !== undefined && items.length >= schema.maxItems;
  const few = items.length <= (schema.minItems ?? 0);
  const replace = (next: Options[]) => onChange(next);
  const add = () => {
    replace([...items, identified(blankOf(one), items, one)]);
    setOpen(items.length);
  };
  const move = (from: number, to: number) => {
    const next = [...items];
    const [moved] = next.splice(from, 1);
    if (moved) next.splice(to, 0, moved);
    replace(next);
    setOpen(open === from ? to : null);
  };
  return (
    <div className="flex flex-col gap-1.5" data-testid={`items-${path.split(".").pop() ?? ""}`}>
      {items.map((item, index) => (
        <ItemCard
          key={typeof item.id === "string" && item.id !== "" ? item.id : index}
          path={`${path}.${index}`}
          number={index + 1}
          schema={one}
          value={item}
          open={open === index}
          disabled={disabled}
          onToggle={() => setOpen(open === index ? null : index)}
          onChange={(next) => replace(items.map((other, at) => (at === index ? next : other)))}
          onUp={index > 0 ? () => move(index, index - 1) : null}
          onDown={index < items.length - 1 ? () => move(index, index + 1) : null}
          onRemove={few ? null : () => {
            replace(items.filter((_, at) => at !== index));
            setOpen(null);
          }}
        />
      ))}
      {!disabled && !full && (
        <button type="button" onClick={add} data-testid={`add-${path.split(".").pop() ?? ""}`} className="inline-flex h-8 items-center justify-center gap-1.5 rounded-lg border border-dashed border-line-strong text-sm font-medium text-accent-text hover:bg-hover">
          <Plus className="size-3.5" aria-hidden />
          Adicionar
        </button>
      )}
      {full && <p className="text-sm text-ink-3">O máximo é {schema.maxItems}.</p>}
    </div>
  );
}

interface ItemCardProps {
  path: string;
  number: number;
  schema: Schema;
  value: Options;
  open: boolean;
  disabled: boolean;
  onToggle: () => void;
  onChange: (value: Options) => void;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onRemove: (() => void) | null;
}

function ItemCard({ path, number, schema, value, open, disabled, onToggle, onChange, onUp, onDown, onRemove }: ItemCardProps) {
  const name = nameOf(value, schema);
  const named = value.id !== name || propertiesOf(schema).length === 1;
  return (
    <div className={cx("rounded-lg border bg-surface", open ? "border-line-strong" : "border-line")}>
      <div className="flex items-center">
        <button type="button" aria-expanded={open} onClick={onToggle} className="flex min-h-9 min-w-0 flex-1 items-center gap-1.5 rounded-lg px-2 text-left text-list hover:bg-hover">
          <ChevronRight className={cx("size-3.5 shrink-0 text-ink-3 transition-transform", open && "rotate-90")} aria-hidden />
          <span className="shrink-0 text-sm text-ink-3 tabular-nums">{number}</span>
          <span className={cx("min-w-0 flex-1 truncate", !named && "text-ink-3")}>{named && name !== "" ? <TemplateText text={name} max={60} /> : "sem nome"}</span>
        </button>
        {open && !disabled && (
          <span className="flex pr-0.5">
            {onUp && <IconButton label="Para cima" side="top" className="!size-7 [&_svg]:!size-3.5" icon={<ArrowUp aria-hidden />} onClick={onUp} />}
            {onDown && <IconButton label="Para baixo" side="top" className="!size-7 [&_svg]:!size-3.5" icon={<ArrowDown aria-hidden />} onClick={onDown} />}
            {onRemove && <IconButton label="Remover" side="top" className="!size-7 [&_svg]:!size-3.5" icon={<Trash2 aria-hidden />} onClick={onRemove} />}
          </span>
        )}
      </div>
      {open && (
        <div className="flex flex-col gap-3 border-t border-line px-2.5 py-2.5">
          <Fields path={path} schema={schema} value={value} disabled={disabled} onChange={onChange} inItem />
        </div>
      )}
    </div>
  );
}

/** What leads out of the node needs an identifier; nobody should have to think of one. */
function identified(item: Options, others: readonly Options[], schema: Schema): Options {
  if (schema.properties?.id === undefined) return item;
  const taken = new Set(others.map((other) => (typeof other.id === "string" ? other.id : "")));
  const stem = schema.properties.title ? "opcao" : "caminho";
  return { ...item, id: freeName(`${stem}_${others.length + 1}`, taken) };
}
