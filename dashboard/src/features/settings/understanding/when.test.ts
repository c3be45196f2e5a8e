import { expect, test } from "vitest";

import { durationInWords, whenInWords } from "./when";

test.each([
  [{ kind: "instant", value: "2026-11-26T15:00:00-03:00", grain: "hour" }, "quinta-feira, 26 de novembro de 2026, às 15h"],
  [{ kind: "instant", value: "2026-11-26T15:30:00-03:00", grain: "minute" }, "quinta-feira, 26 de novembro de 2026, às 15h30"],
  [{ kind: "instant", value: "2026-11-26T00:00:00-03:00", grain: "day" }, "quinta-feira, 26 de novembro de 2026"],
  [{ kind: "interval", start: "2026-11-26T06:00:00-03:00", end: "2026-11-26T12:00:00-03:00", grain: "hour" }, "quinta-feira, 26 de novembro de 2026, das 6h às 12h"],
  [{ kind: "interval", start: "2026-11-26T18:00:00-03:00", end: "2026-11-27T00:00:00-03:00", grain: "hour" }, "quinta-feira, 26 de novembro de 2026, das 18h às 24h"],
  [{ kind: "interval", start: "2026-11-28T00:00:00-03:00", end: "2026-11-30T00:00:00-03:00", grain: "day" }, "de sábado, 28 de novembro de 2026 até o fim de domingo, 29 de novembro de 2026"],
  [{ kind: "interval", start: null, end: "2026-11-27T00:00:00-03:00", grain: "day" }, "antes de sexta-feira, 27 de novembro de 2026"],
  [{ kind: "interval", start: "2026-11-27T00:00:00-03:00", end: null, grain: "day" }, "a partir de sexta-feira, 27 de novembro de 2026"],
  [{ kind: "instant", value: "2026-11-24T10:00:00-03:00", grain: "hour", repeats: "FREQ=WEEKLY;BYDAY=TU" }, "toda terça-feira; a próxima vez, terça-feira, 24 de novembro de 2026, às 10h"],
])("a time reads in words", (value, words) => {
  expect(whenInWords(value)).toBe(words);
});

test.each([
  ["PT30M", "30 minutos"],
  ["PT1H30M", "1 hora e 30 minutos"],
  ["P1W", "1 semana"],
  ["P2M", "2 meses"],
  ["P1Y2M3D", "1 ano, 2 meses e 3 dias"],
])("a length reads in words", (iso, words) => {
  expect(durationInWords(iso)).toBe(words);
});
