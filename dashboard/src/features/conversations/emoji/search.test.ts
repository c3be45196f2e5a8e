import { describe, expect, it } from "vitest";

import { groups, QUICK } from "./list";
import { askedEmoji, findEmoji } from "./search";

const found = (word: string) => findEmoji(word).map((one) => one.emoji);

describe("emoji", () => {
  it("stand in the list once, each with a name", () => {
    const all = groups.flatMap((group) => group.emoji);
    expect(new Set(all.map((one) => one.emoji)).size).toBe(all.length);
    expect(all.filter((one) => one.words.length === 0 || !/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(one.emoji))).toEqual([]);
    expect(QUICK.filter((one) => !all.some(({ emoji }) => emoji === one))).toEqual([]);
  });

  it("are found by Portuguese words, accents or not", () => {
    expect(found("joinha")[0]).toBe("👍");
    expect(found("coração")).toEqual(found("coracao"));
    expect(found("coracao verde")).toEqual(["💚"]);
    expect(found("OBRIG")).toContain("🙏");
    expect(found("vacina")).toEqual(["💉"]);
    expect(found("  ")).toEqual([]);
    expect(found("xyz")).toEqual([]);
  });

  it("are asked for by a colon and a word, not by punctuation", () => {
    expect(askedEmoji("oi :jo", 6)).toEqual({ word: "jo", from: 3 });
    expect(askedEmoji(":festa", 6)).toEqual({ word: "festa", from: 0 });
    expect(askedEmoji("Obs:leia", 8)).toBeNull();
    expect(askedEmoji(":D", 2)).toBeNull();
    expect(askedEmoji("às 10:30", 8)).toBeNull();
  });
});
