import { describe, expect, it } from "vitest";

import { message } from "./fixtures";
import { together } from "./near";
import { ourReaction, takesReaction, unseenFrom, withReaction } from "./thread-acts";
import { threadItems } from "./thread-items";

const NOW = Date.parse("2026-03-02T13:00:00Z");

describe("reactions", () => {
  it("are taken by what the person wrote, for thirty days", () => {
    const theirs = message({ provider_id: "w1" });
    expect(takesReaction(theirs, NOW)).toBe(true);
    expect(takesReaction(message({ provider_id: "w1", direction: "out" }), NOW)).toBe(false);
    expect(takesReaction(message({ provider_id: "w1", revoked: true }), NOW)).toBe(false);
    expect(takesReaction(message(), NOW)).toBe(false);
    expect(takesReaction(theirs, NOW + 31 * 86_400_000)).toBe(false);
  });

  it("stand one on each side", () => {
    const both = message({ reactions: [{ emoji: "🙏", by: "contact" }, { emoji: "👍", by: "phone" }] });
    expect(ourReaction(both)).toBe("👍");
    expect(withReaction(both, "❤️").reactions).toEqual([{ emoji: "🙏", by: "contact" }, { emoji: "❤️", by: "person" }]);
    expect(withReaction(both, "").reactions).toEqual([{ emoji: "🙏", by: "contact" }]);
  });
});

describe("what nobody had read", () => {
  const lines = [message({ id: "1" }), message({ id: "2", direction: "out" }), message({ id: "3" }), message({ id: "4" })];

  it("begins so many of theirs before the end", () => {
    expect(unseenFrom(lines, 2)).toBe("3");
    expect(unseenFrom(lines, 99)).toBe("1");
    expect(unseenFrom(lines, 0)).toBeNull();
    expect(unseenFrom([], 3)).toBeNull();
  });

  it("is divided from the rest once, also where it begins with a reaction", () => {
    const kinds = (unseen: string, all = lines) => threadItems(all, [], unseen).map((item) => (item.kind === "message" ? item.message.id : item.kind));
    expect(kinds("3")).toEqual(["day", "1", "2", "unseen", "3", "4"]);
    const reacted = [message({ id: "1", provider_id: "w" }), message({ id: "2", type: "reaction", text: "👍", content: { about: "w" } }), message({ id: "3" })];
    expect(kinds("2", reacted)).toEqual(["day", "1", "unseen", "3"]);
  });
});

it("what was loaded around an old message meets the newest without repeating any", () => {
  const near = [message({ id: "1" }), message({ id: "2", text: "antes" })];
  const live = [message({ id: "2", text: "agora" }), message({ id: "3" })];
  expect(together(near, live).map((one) => one.text + one.id)).toEqual(["oi1", "agora2", "oi3"]);
});
