/** What does the voice say? */
import { LoaderCircle, Mic, Music, Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { cx } from "@/lib/classes";
import { playTime } from "@/lib/time";

import { useMediaBlob, useObjectUrl } from "../media";
import { useWaveform } from "../waveform";

const SPEEDS = [1, 1.5, 2];
// Short enough to fetch unasked, so that the length and the shape stand there before the first press.
const LIGHT = 600_000;

let playing: HTMLAudioElement | null = null;

export function AudioPlayer({ url, voice, size }: { url: string; voice: boolean; size: number | null }) {
  const [wanted, setWanted] = useState(size !== null && size <= LIGHT);
  const { data: blob, isError, isFetching } = useMediaBlob(url, wanted);
  const source = useObjectUrl(blob);
  const audio = useRef<HTMLAudioElement>(null);
  const pressed = useRef(false);
  const [on, setOn] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [speed, setSpeed] = useState(1);
  const bars = useWaveform(blob);

  const toggle = () => {
    pressed.current = !on;
    setWanted(true);
    if (!source) return;
    if (on) audio.current?.pause();
    else void play(audio.current);
  };
  useEffect(() => {
    if (source && pressed.current) void play(audio.current);
  }, [source]);
  const changeSpeed = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };

  const Icon = voice ? Mic : Music;
  const Control = on ? Pause : Play;
  return (
    <div className="mb-0.5 flex w-68 max-w-full items-center gap-2 py-1" data-testid="audio">
      {/* Voices of customers carry no captions to offer. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        src={source ?? undefined}
        onPlay={() => setOn(true)}
        onPause={() => setOn(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => setLength(event.currentTarget.duration)}
        onDurationChange={(event) => setLength(event.currentTarget.duration)}
      />
      <button
        type="button"
        onClick={toggle}
        aria-label={on ? "Pausar áudio" : "Ouvir áudio"}
        className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-ink hover:bg-accent-hover"
      >
        {isFetching && pressed.current ? <LoaderCircle className="size-4 animate-spin" aria-hidden /> : <Control className="size-4 fill-current" aria-hidden />}
      </button>
      <div className="min-w-0 flex-1">
        <Track bars={bars} share={length > 0 ? at / length : 0} />
        <input
          type="range"
          min={0}
          max={Number.isFinite(length) && length > 0 ? length : 1}
          step={0.1}
          value={at}
          aria-label="Posição do áudio"
          aria-valuetext={playTime(at)}
          onChange={(event) => {
            if (audio.current) audio.current.currentTime = Number(event.target.value);
          }}
          className="-mt-7 block h-7 w-full cursor-pointer opacity-0"
        />
        <span className="flex items-center gap-1 text-xs text-bubble-meta tabular-nums">
          <Icon className="size-3" aria-hidden />
          {isError ? "Não carregou" : playTime(on || at > 0 ? at : length)}
        </span>
      </div>
      <button
        type="button"
        onClick={changeSpeed}
        aria-label={`Velocidade ${speed.toLocaleString("pt-BR")} vezes`}
        className={cx("h-6 w-9 shrink-0 self-start rounded-full text-xs font-semibold tabular-nums", speed === 1 ? "bg-black/6 text-bubble-meta dark:bg-white/10" : "bg-accent text-accent-ink")}
      >
        {speed.toLocaleString("pt-BR")}×
      </button>
    </div>
  );
}

function Track({ bars, share }: { bars: number[]; share: number }) {
  return (
    <svg viewBox={`0 0 ${bars.length * 4} 24`} preserveAspectRatio="none" className="h-7 w-full" aria-hidden>
      {bars.map((height, index) => (
        <rect
          key={index}
          x={index * 4 + 0.75}
          width={2.5}
          rx={1}
          y={12 - height * 10}
          height={height * 20}
          className={index / bars.length < share ? "fill-accent" : "fill-bubble-meta opacity-50"}
        />
      ))}
    </svg>
  );
}

/** Only one voice speaks at a time. */
async function play(audio: HTMLAudioElement | null): Promise<void> {
  if (playing && playing !== audio) playing.pause();
  playing = audio;
  // A browser may refuse to play before a gesture, or not know the format; the control then stays at play.
  await audio?.play().catch(() => undefined);
}
