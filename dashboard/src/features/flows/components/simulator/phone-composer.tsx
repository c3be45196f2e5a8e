/** What does the simulated customer write or send? */
import { File, Image, MapPin, Mic, Paperclip, SendHorizontal, Video } from "lucide-react";
import { type SyntheticEvent, useRef, useState } from "react";

import { IconButton } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";

import type { SimulationControl } from "./use-simulation";

const KINDS = [
  ["image", "Foto", Image],
  ["audio", "Áudio", Mic],
  ["document", "Documento", File],
  ["video", "Vídeo", Video],
  ["location", "Localização", MapPin],
] as const;

export function PhoneComposer({ control, over }: { control: SimulationControl; over: boolean }) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const blocked = control.simulation.ask !== null;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === "" || control.busy || blocked) return;
    control.say(text.trim());
    setText("");
    field.current?.focus();
  };
  return (
    <form onSubmit={send} className="flex shrink-0 items-center gap-1.5 border-t border-line bg-surface p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <Menu side="top" trigger={<IconButton label="Anexar" side="top" icon={<Paperclip aria-hidden />} disabled={blocked || control.busy} />}>
        {KINDS.map(([kind, label, Icon]) => (
          <MenuItem key={kind} icon={<Icon aria-hidden />} onSelect={() => control.attach(kind)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      <input
        ref={field}
        aria-label="Mensagem do cliente"
        value={text}
        maxLength={4_096}
        autoComplete="off"
        placeholder={blocked ? "Responda à chamada acima" : over ? "Escreva para começar de novo" : "Mensagem"}
        onChange={(event) => setText(event.target.value)}
        className="h-9 min-w-0 flex-1 rounded-full border border-line-strong bg-canvas px-3.5 text-list outline-none focus:border-accent"
        data-testid="simulator-text"
      />
      <button
        type="submit"
        aria-label="Enviar"
        disabled={text.trim() === "" || control.busy || blocked}
        className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-ink transition-colors hover:bg-accent-hover disabled:opacity-45"
        data-testid="simulator-send"
      >
        <SendHorizontal className="size-4" aria-hidden />
      </button>
    </form>
  );
}
