import { describe, expect, it } from "vitest";

import { EventStreamParser } from "./sse";

const names = (parser: EventStreamParser, ...pieces: string[]) => pieces.flatMap((piece) => parser.push(piece));

describe("EventStreamParser", () => {
  it("joins pieces that break inside a line, a CRLF and an event", () => {
    const whole = "id: 7\r\nevent: conversations.read\r\ndata: {\"a\":\r\ndata: 1}\r\n\r\n";
    for (let cut = 1; cut < whole.length; cut += 1) {
      const events = names(new EventStreamParser(), whole.slice(0, cut), whole.slice(cut));
      expect(events).toEqual([{ id: "7", name: "conversations.read", data: '{"a":\n1}' }]);
    }
  });

  it("passes over comments and empty lines", () => {
    expect(names(new EventStreamParser(), ": heartbeat\n\n\n: another\n\n")).toEqual([]);
  });

  it("keeps the last id for events that name none, and tells events without data", () => {
    const events = names(new EventStreamParser(), "id: 3\nevent: a\ndata: x\n\nevent: resync\n\n");
    expect(events).toEqual([
      { id: "3", name: "a", data: "x" },
      { id: "3", name: "resync", data: "" },
    ]);
  });

  it("takes a value without a space and a field without a value", () => {
    expect(names(new EventStreamParser(), "data:x\ndata\n\n")).toEqual([{ id: null, name: "message", data: "x\n" }]);
  });
});
