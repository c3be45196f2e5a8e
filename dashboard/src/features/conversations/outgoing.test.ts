import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { discard, type NewOutgoing, outgoingStore, retry, send, settle } from "./outgoing";

const text = (words: string): NewOutgoing => ({ conversationId: "c1", text: words, replyTo: null, media: null });

describe("sending", () => {
  const sends: { key: string | null; text: string }[] = [];
  let answers: (() => Response)[] = [];
  const client = new QueryClient();

  beforeEach(() => {
    vi.useFakeTimers();
    sends.length = 0;
    answers = [];
    outgoingStore.set([]);
    sessionStorage.clear();
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
      if (!url.endsWith("/send")) return Promise.resolve(new Response("{}", { status: 404 }));
      const body = JSON.parse(init.body as string) as { text: string };
      sends.push({ key: new Headers(init.headers).get("idempotency-key"), text: body.text });
      const answer = answers.shift();
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError("offline"));
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const accepted = (id: string) => () => new Response(JSON.stringify({ message_id: id }), { status: 202 });
  const refused = (status: number, code: string) => () => new Response(JSON.stringify({ code }), { status });
  const failed = async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states()).toEqual(["um:failed"]);
  };
  const states = () => outgoingStore.get().map((entry) => `${entry.text}:${entry.state}`);

  it("keeps one key for all attempts of a message, and another for the next", async () => {
    send(client, text("um"));
    await failed();
    answers = [accepted("m1"), accepted("m2")];
    retry(client, outgoingStore.get()[0]?.key ?? "");
    await vi.waitFor(() => expect(states()).toEqual(["um:accepted"]));
    send(client, text("um"));
    await vi.waitFor(() => expect(states()).toEqual(["um:accepted", "um:accepted"]));
    const keys = sends.map((one) => one.key);
    expect(new Set(keys.slice(0, -1)).size).toBe(1);
    expect(keys.at(-1)).not.toBe(keys[0]);
  });

  it("asks again, with the same key, for an answer that was lost, before it bothers anybody", async () => {
    answers = [refused(503, "server_error"), accepted("m1")];
    send(client, text("um"));
    await vi.advanceTimersByTimeAsync(600);
    expect(states()).toEqual(["um:sending"]);
    await vi.advanceTimersByTimeAsync(200);
    expect(states()).toEqual(["um:accepted"]);
    expect(sends[1]?.key).toBe(sends[0]?.key);
  });

  it("does not ask again where the answer will be the same, or where there is no network", async () => {
    answers = [refused(409, "window_closed")];
    send(client, text("um"));
    await vi.advanceTimersByTimeAsync(10);
    expect(states()).toEqual(["um:failed"]);
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    outgoingStore.set([]);
    send(client, text("dois"));
    await vi.advanceTimersByTimeAsync(10);
    expect(states()).toEqual(["dois:failed"]);
    expect(sends).toHaveLength(2);
    vi.restoreAllMocks();
  });

  it("holds later messages behind one that failed, so that order survives", async () => {
    answers = [refused(422, "nothing_to_send"), accepted("m1"), accepted("m2")];
    send(client, text("um"));
    send(client, text("dois"));
    await vi.waitFor(() => expect(states()).toEqual(["um:failed", "dois:sending"]));
    expect(sends.map((one) => one.text)).toEqual(["um"]);
    retry(client, outgoingStore.get()[0]?.key ?? "");
    await vi.waitFor(() => expect(states()).toEqual(["um:accepted", "dois:accepted"]));
    expect(sends.map((one) => one.text)).toEqual(["um", "um", "dois"]);
  });

  it("goes on when the failed one is given up", async () => {
    answers = [refused(409, "window_closed"), accepted("m2")];
    send(client, text("um"));
    send(client, text("dois"));
    await vi.waitFor(() => expect(states()[0]).toBe("um:failed"));
    expect(outgoingStore.get()[0]?.problem?.code).toBe("window_closed");
    discard(client, outgoingStore.get()[0]?.key ?? "");
    await vi.waitFor(() => expect(states()).toEqual(["dois:accepted"]));
  });

  it("survives a reload as something to try again, and forgets what arrived", async () => {
    send(client, text("um"));
    await failed();
    expect(sessionStorage.getItem("recado.draft.outgoing")).toContain(sends[0]?.key ?? "none");
    answers = [accepted("m1")];
    retry(client, outgoingStore.get()[0]?.key ?? "");
    await vi.waitFor(() => expect(states()).toEqual(["um:accepted"]));
    expect(sessionStorage.getItem("recado.draft.outgoing")).toBeNull();
    settle(new Set(["m1"]));
    expect(states()).toEqual([]);
  });
});
