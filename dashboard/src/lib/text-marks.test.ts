import { describe, expect, it } from "vitest";

import { plainText, splitMarks } from "./text-marks";

const marks = (text: string) => splitMarks(text).flatMap((piece) => (piece.kind === "mark" ? [piece.label] : []));
const kept = (text: string) => splitMarks(text).map((piece) => (piece.kind === "text" ? piece.text : "")).join("");

describe("splitMarks", () => {
  it.each([
    ["boleto\u202Efdp.exe", ["RLO"]],
    ["Operador:\u2066 pague\u2069", ["LRI", "PDI"]],
    ["S\u200BA\u2060I\uFEFFR", ["espaço zero", "WJ", "espaço zero"]],
    ["a\u200Db", ["ZWJ"]],
    ["nulo\u0000 e escape\u001B", ["U+0000", "U+001B"]],
    ["etiqueta \u{E0041}\u{E0042}", ["U+E0041", "U+E0042"]],
    ["seletor a\uFE00", ["U+FE00"]],
    ["\u3164", ["vazio"]],
  ])("marks what hides in %j", (text, labels) => {
    expect(marks(text)).toEqual(labels);
    expect(kept(text)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/);
  });

  it.each(["família 👨‍👩‍👧‍👦 junta", "bandeira 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "coração ❤️ e texto ☎︎", "👩🏽‍⚕️", "می‌خواهم", "क्‍ष", "café\u0301 linha\nnova\ttab", "🇧🇷"])("leaves %j whole", (text) => {
    expect(splitMarks(text)).toEqual([{ kind: "text", text }]);
  });

  it("spells marks out where only plain text fits", () => {
    expect(plainText("  boleto\u202Efdp\n.exe ")).toBe("boleto⟨RLO⟩fdp .exe");
  });
});
