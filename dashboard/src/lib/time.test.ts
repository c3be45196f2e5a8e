import { afterEach, describe, expect, it } from "vitest";

import { ago, clockTime, dayKey, dayLabel, duration, momentInSentence, playTime, setTimeZone, shortMoment } from "./time";

const NOW = Date.parse("2026-03-02T15:00:00Z");

afterEach(() => setTimeZone("America/Sao_Paulo"));

describe("moments", () => {
  it("are told in the organization's zone, not the browser's", () => {
    expect(clockTime("2026-03-02T02:30:00Z")).toBe("23:30");
    expect(dayKey("2026-03-02T02:30:00Z")).toBe("2026-03-01");
    setTimeZone("America/Manaus");
    expect(clockTime("2026-03-02T02:30:00Z")).toBe("22:30");
  });

  it("keep the zone when an unknown one is named", () => {
    setTimeZone("Marte/Olympus");
    expect(clockTime("2026-03-02T12:00:00Z")).toBe("09:00");
  });

  it.each([
    ["2026-03-02T03:00:00Z", "Hoje", "00:00"],
    ["2026-03-02T02:59:00Z", "Ontem", "ontem"],
    ["2026-02-27T15:00:00Z", "sexta-feira", "sex."],
    ["2026-01-05T15:00:00Z", "5 de janeiro", "05/01"],
    ["2024-12-31T15:00:00Z", "31 de dezembro de 2024", "31/12/24"],
  ])("%s reads %s, in lists %s", (at, day, short) => {
    expect(dayLabel(at, NOW)).toBe(day);
    expect(shortMoment(at, NOW)).toBe(short);
  });

  it("stand in a sentence", () => {
    expect(momentInSentence("2026-03-02T12:05:00Z", NOW)).toBe("hoje às 09:05");
    expect(momentInSentence("2026-03-01T12:05:00Z", NOW)).toBe("ontem às 09:05");
  });

  it("are silent about what is no moment", () => {
    expect(clockTime("nunca")).toBe("");
  });
});

describe("duration", () => {
  it.each([
    [-5, "menos de 1 min"],
    [59_000, "menos de 1 min"],
    [42 * 60_000, "42 min"],
    [3_600_000, "1h"],
    [23 * 3_600_000 + 12 * 60_000, "23h12"],
    [3_600_000 + 5 * 60_000, "1h05"],
    [26 * 3_600_000, "1 d 2 h"],
    [9 * 86_400_000 + 3_600_000, "9 d"],
  ])("%d ms reads %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});

it("says how long ago", () => {
  expect([ago(-1), ago(59_999), ago(60_000), ago(90 * 60_000)]).toEqual(["agora", "agora", "há 1 min", "há 1h30"]);
});

it("tells seconds of a recording", () => {
  expect([playTime(7.9), playTime(754), playTime(Infinity), playTime(NaN)]).toEqual(["0:07", "12:34", "0:00", "0:00"]);
});
