/** How does one thing that was said look on the phone? */
import { CircleAlert, Clock, File, Flag, Image, ListIcon, MapPin, Mic, Tag, UserRound, Video } from "lucide-react";
import { useState } from "react";

import type { Said, SaidChoice } from "@/api/flows";
import { cx } from "@/lib/classes";
import { lookup } from "@/lib/lookup";
import { clockTime } from "@/lib/time";
import { RichText, SafeText } from "@/ui/safe-text";

import { type Bubble, type Simulation, tappable } from "../../model/simulation";

interface PhoneBubbleProps {
  bubble: Bubble;
  previous: Bubble | undefined;
  simulation: Simulation;
  busy: boolean;
  onTap: (id: string, title: string) => void;
}

const MEDIA = { image: [Image, "Foto"], video: [Video, "Vídeo"], audio: [Mic, "Áudio"], document: [File, "Documento"], location: [MapPin, "Localização"], sticker: [Image, "Figurinha"] } as const;

export function PhoneBubble({ bubble, previous, simulation, busy, onTap }: PhoneBubbleProps) {
  if (bubble.kind === "note") return <Note bubble={bubble} />;
  const mine = bubble.kind === "mine";
  const tail = previous?.kind !== bubble.kind;
  return (
    <li className={cx("flex flex-col", mine ? "items-end" : "items-start", tail && "mt-1.5")} data-testid={mine ? "simulated-mine" : "simulated-said"}>
      <div className={cx("max-w-[88%] min-w-16 overflow-hidden rounded-lg text-list shadow-[0_1px_0.5px_rgb(0_0_0/0.08)]", mine ? "bg-bubble-out" : "bg-bubble-in", tail && (mine ? "rounded-tr-none" : "rounded-tl-none"))}>
        <div className="px-2.5 pt-1.5 pb-1">
          {mine ? <Mine text={bubble.text} media={bubble.media} /> : <Words said={bubble.said} />}
          <span className="mt-0.5 block text-right text-[10px] leading-none text-bubble-meta tabular-nums">{clockTime(bubble.at)}</span>
        </div>
        {bubble.kind === "said" && bubble.said.choices.length > 0 && <Choices said={bubble.said} live={tappable(simulation, bubble) && !busy} onTap={onTap} />}
      </div>
    </li>
  );
}

function Mine({ text, media }: { text: string; media: string }) {
  return (
    <>
      {media && <Attachment type={media} name="" />}
      {text && (
        <span className="[overflow-wrap:anywhere]">
          <RichText text={text} />
        </span>
      )}
    </>
  );
}

function Words({ said }: { said: Said }) {
  return (
    <>
      {said.template && <span className="mb-1 block text-sm font-medium text-ink-3">Modelo {said.template}</span>}
      {said.media && <Attachment type={said.media.type} name={said.media.filename || said.media.link} />}
      {said.header && <strong className="block">{said.header}</strong>}
      <span className="[overflow-wrap:anywhere]">
        <RichText text={said.text} />
      </span>
      {said.footer && <span className="mt-1 block text-sm text-ink-3">{said.footer}</span>}
    </>
  );
}

function Attachment({ type, name }: { type: string; name: string }) {
  const [Icon, label] = lookup(MEDIA, type) ?? [File, type];
  return (
    <span className="mb-1 flex items-center gap-2 rounded-md bg-black/5 px-2 py-2 text-list dark:bg-white/6">
      <Icon className="size-4 shrink-0 text-bubble-meta" aria-hidden />
      <span className="min-w-0 truncate">{name === "" ? label : <SafeText text={name} max={80} />}</span>
    </span>
  );
}

function Choices({ said, live, onTap }: { said: Said; live: boolean; onTap: (id: string, title: string) => void }) {
  const [open, setOpen] = useState(false);
  if (said.type === "list")
    return (
      <div className="border-t border-line">
        <button type="button" disabled={!live} aria-expanded={open} onClick={() => setOpen(!open)} className="flex w-full items-center justify-center gap-1.5 px-3 py-2 font-medium text-accent-text disabled:text-ink-3" data-testid="simulated-open-list">
          <ListIcon className="size-3.5" aria-hidden />
          {said.list_label || "Ver opções"}
        </button>
        {open && live && (
          <ul className="border-t border-line">
            {said.choices.map((choice) => (
              <Choice key={choice.id} choice={choice} live={live} onTap={onTap} row />
            ))}
          </ul>
        )}
      </div>
    );
  return (
    <ul className="divide-y divide-line border-t border-line">
      {said.choices.map((choice) => (
        <Choice key={choice.id} choice={choice} live={live} onTap={onTap} />
      ))}
    </ul>
  );
}

function Choice({ choice, live, row = false, onTap }: { choice: SaidChoice; live: boolean; row?: boolean; onTap: (id: string, title: string) => void }) {
  return (
    <li>
      <button
        type="button"
        disabled={!live}
        data-testid="simulated-choice"
        onClick={() => onTap(choice.id, choice.title)}
        className={cx("w-full px-3 py-2 enabled:hover:bg-hover disabled:text-ink-3", row ? "text-left text-ink" : "text-center font-medium text-accent-text")}
      >
        <SafeText text={choice.title} max={80} />
        {choice.description && (
          <span className="block text-sm font-normal text-ink-3">
            <SafeText text={choice.description} max={120} />
          </span>
        )}
      </button>
    </li>
  );
}

const NOTES = { time: Clock, problem: CircleAlert, handoff: UserRound, end: Flag, effect: Tag };

function Note({ bubble }: { bubble: Extract<Bubble, { kind: "note" }> }) {
  const Icon = NOTES[bubble.tone];
  return (
    <li className="my-1 flex justify-center" data-testid={`simulated-${bubble.tone}`}>
      <span className={cx("inline-flex max-w-[92%] items-center gap-1.5 rounded-md border border-line bg-raised px-2.5 py-1 text-sm", bubble.tone === "problem" ? "text-danger-text" : bubble.tone === "handoff" ? "text-amber-text" : "text-ink-2")}>
        <Icon className="size-3.5 shrink-0" aria-hidden />
        <SafeText text={bubble.text} max={240} />
      </span>
    </li>
  );
}
