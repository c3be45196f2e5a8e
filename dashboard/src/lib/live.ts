/** What happened at the server just now? A stream of facts over fetch, resumed where it broke off. */
import { backoff } from "./backoff";
import { EventStreamParser, type ServerEvent } from "./sse";

export type LiveState = "connecting" | "open" | "lost";

export interface LiveOptions {
  url: string;
  /** The bearer token now; `renew` after a 401. Resolves to null when the session is over. */
  token: (renew: boolean) => Promise<string | null>;
  onFact: (event: ServerEvent) => void;
  onState: (state: LiveState) => void;
}

// The server sends a comment every 15 s; three missed ones mean a dead connection that TCP has not noticed.
const SILENCE = 45_000;

// The server's word for a token that no longer counts.
const SIGNED_OUT = "signed-out";

/** Opens the stream and keeps it open until the returned function is called. */
export function openLive(options: LiveOptions): () => void {
  const stop = new AbortController();
  let wake = () => {};
  const hurry = () => wake();
  window.addEventListener("online", hurry);
  void run(options, stop.signal, (call) => (wake = call));
  return () => {
    window.removeEventListener("online", hurry);
    stop.abort();
    wake();
  };
}

async function run(options: LiveOptions, stop: AbortSignal, onWait: (wake: () => void) => void): Promise<void> {
  let lastId: string | null = null;
  let attempt = 0;
  let renew = false;
  options.onState("connecting");
  const heard = (event: ServerEvent) => {
    if (event.id !== null) lastId = event.id;
    options.onFact(event);
  };
  const over = () => stop.aborted;
  while (!over()) {
    const token = await options.token(renew).catch(() => undefined);
    if (token === null) return;
    if (token !== undefined) {
      const opened = () => {
        attempt = 0;
        options.onState("open");
      };
      const renewed = renew;
      const ended = await listen(options.url, token, lastId, stop, { heard, opened });
      renew = ended === "unauthorized";
      // A token that ran out is everyday life: a fresh one continues at once. One refused when fresh is not.
      if (renew && !renewed) continue;
    }
    if (over()) return;
    options.onState("lost");
    await pause(backoff(attempt), onWait);
    attempt += 1;
  }
}

async function listen(
  url: string,
  token: string,
  lastId: string | null,
  stop: AbortSignal,
  on: { heard: (event: ServerEvent) => void; opened: () => void },
): Promise<"closed" | "unauthorized"> {
  const silent = new AbortController();
  const giveUp = () => silent.abort();
  let timer = setTimeout(giveUp, SILENCE);
  // A browser that knows it is offline leaves the open stream hanging: nothing would come, and nobody would be told.
  window.addEventListener("offline", giveUp);
  const headers: Record<string, string> = { Authorization: `Bearer ${token}`, Accept: "text/event-stream" };
  if (lastId !== null) headers["Last-Event-ID"] = lastId;
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([stop, silent.signal]), cache: "no-store" });
    if (response.status === 401) return "unauthorized";
    if (!response.ok || !response.body) return "closed";
    on.opened();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new EventStreamParser();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return "closed";
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE);
      for (const event of parser.push(value)) {
        if (event.name === SIGNED_OUT) return "unauthorized";
        on.heard(event);
      }
    }
  } catch {
    return "closed";
  } finally {
    clearTimeout(timer);
    window.removeEventListener("offline", giveUp);
    silent.abort();
  }
}

function pause(ms: number, onWait: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    onWait(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
