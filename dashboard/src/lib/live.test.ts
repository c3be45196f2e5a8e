import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { type LiveState, openLive } from "./live";

function streaming(...pieces: string[]): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      pieces.forEach((piece) => controller.enqueue(new TextEncoder().encode(piece)));
      controller.close();
    },
  });
  return new Response(body, { status: 200 });
}

describe("openLive", () => {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
  const headersOf = (call: number) => fetched.mock.calls[call]?.[1].headers as Record<string, string>;
  let close = () => {};

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", fetched.mockReset().mockImplementation(() => new Promise(() => undefined)));
  });
  afterEach(() => {
    close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function start(token: (renew: boolean) => Promise<string | null> = () => Promise.resolve("t1")) {
    const facts: string[] = [];
    const states: LiveState[] = [];
    close = openLive({ url: "/live", token, onFact: (event) => facts.push(event.name), onState: (state) => states.push(state) });
    return { facts, states };
  }

  it("resumes after the last event that was heard", async () => {
    fetched.mockResolvedValueOnce(streaming("id: 41\nevent: one\ndata: {}\n\n", "id: 42\nevent: two\ndata: {}\n\n"));
    const { facts, states } = start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(facts).toEqual(["one", "two"]);
    expect(headersOf(0)).not.toHaveProperty("Last-Event-ID");
    expect(headersOf(1)["Last-Event-ID"]).toBe("42");
    expect(states.slice(0, 3)).toEqual(["connecting", "open", "lost"]);
  });

  it("renews the token after a 401 and stops when the session is over", async () => {
    fetched.mockResolvedValue(new Response(null, { status: 401 }));
    const asked: boolean[] = [];
    start((renew) => {
      asked.push(renew);
      return Promise.resolve(renew ? null : "old");
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([false, true]);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it("goes on with a fresh token, unnoticed, when the old one has run out", async () => {
    fetched.mockResolvedValueOnce(streaming("id: 9\nevent: one\ndata: {}\n\nevent: signed-out\ndata: {}\n\n"));
    const { facts, states } = start((renew) => Promise.resolve(renew ? "fresh" : "old"));
    await vi.advanceTimersByTimeAsync(1);
    expect(headersOf(1)).toMatchObject({ Authorization: "Bearer fresh", "Last-Event-ID": "9" });
    expect(facts).toEqual(["one"]);
    expect(states).toEqual(["connecting", "open"]);
  });

  it("does not storm a server that refuses fresh tokens", async () => {
    fetched.mockImplementation(() => Promise.resolve(streaming("event: signed-out\ndata: {}\n\n")));
    start(() => Promise.resolve("any"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fetched.mock.calls.length).toBeLessThan(30);
  });

  it("tries again at once when the network comes back", async () => {
    fetched.mockRejectedValue(new TypeError("offline"));
    start();
    await vi.advanceTimersByTimeAsync(120_000);
    const before = fetched.mock.calls.length;
    expect(before).toBeLessThan(16);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(1);
    expect(fetched.mock.calls.length).toBe(before + 1);
  });

  const silence = (_: string, init: RequestInit) =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start: (controller) => init.signal?.addEventListener("abort", () => controller.error(new Error("aborted"))),
        }),
      ),
    );

  it("says at once that the network is gone", async () => {
    fetched.mockImplementationOnce(silence);
    const { states } = start();
    await vi.advanceTimersByTimeAsync(1_000);
    window.dispatchEvent(new Event("offline"));
    await vi.advanceTimersByTimeAsync(1);
    expect(states).toEqual(["connecting", "open", "lost"]);
  });

  it("gives up a connection that has fallen silent", async () => {
    fetched.mockImplementationOnce(silence);
    start();
    await vi.advanceTimersByTimeAsync(44_000);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});
