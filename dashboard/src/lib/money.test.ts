import { describe, expect, it } from "vitest";

import { formatMoney, moneyField, parseMoney } from "./money";

const plain = (text: string): string => text.replace(/\u00a0/g, " ");

describe("parseMoney", () => {
  it.each([
    ["", 0],
    ["1", 100],
    ["1.500", 150_000],
    ["1.234,56", 123_456],
    ["R$ 1234,5", 123_450],
    ["1234.56", 123_456],
    ["12.345.678", 1_234_567_800],
  ])("reads %s", (text, cents) => expect(parseMoney(text)).toBe(cents));

  it.each(["abc", "-1", "1,234", "1.23.4", "1e9", "99999999999999999"])("does not guess at %s", (text) => expect(parseMoney(text)).toBeNull());

  it("reads back what it wrote", () => {
    for (const cents of [1, 10, 100, 123_456, 100_000_000]) expect(parseMoney(moneyField(cents))).toBe(cents);
  });
});

describe("formatMoney", () => {
  it("leaves centavos out where there are none", () => {
    expect(plain(formatMoney(150_000))).toBe("R$ 1.500");
    expect(plain(formatMoney(150_050))).toBe("R$ 1.500,50");
  });
});
