import { describe, expect, it } from "vitest";

import { type Inline, isFewEmoji, parseRichText, safeHref } from "./rich-text";

function shape(parts: Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      if (part.kind === "link") return `[${part.text}→${part.href}${part.host ? ` !${part.host}` : ""}]`;
      return part.kind === "mono" ? `<mono ${part.text}>` : `<${part.kind} ${shape(part.children)}>`;
    })
    .join("");
}

describe("parseRichText", () => {
  it.each([
    ["*a* _b_ ~c~ ```d *e*```", "<bold a> <italic b> <strike c> <mono d *e*>"],
    ["*_junto_*", "<bold <italic junto>>"],
    ["2*3*4 e snake_case_name", "2*3*4 e snake_case_name"],
    ["* não* e *não *", "* não* e *não *"],
    ["*linha\nnova*", "*linha\nnova*"],
    ["```aberto", "```aberto"],
    ["(*dentro*), *fim*.", "(<bold dentro>), <bold fim>."],
    ["<b>x</b>", "<b>x</b>"],
  ])("formats %j as WhatsApp does", (text, expected) => {
    expect(shape(parseRichText(text))).toBe(expected);
  });

  it.each([
    ["veja https://a.example/x?y=1.", "veja [https://a.example/x?y=1→https://a.example/x?y=1]."],
    ["www.a.example, ok", "[www.a.example→https://www.a.example/], ok"],
    ["escreva a eu@a.example", "escreva a [eu@a.example→mailto:eu@a.example]"],
    ["javascript:alert(1) data:text/html,x", "javascript:alert(1) data:text/html,x"],
    ["https://banco.example@mau.example/pix", "[https://banco.example@mau.example/pix→https://banco.example@mau.example/pix !mau.example]"],
    ["https://раypal.com", "[https://раypal.com→https://xn--ypal-43d9g.com/ !xn--ypal-43d9g.com]"],
  ])("links %j and names the true host", (text, expected) => {
    expect(shape(parseRichText(text))).toBe(expected);
  });

  it("stays quick on texts made to slow it down", () => {
    const started = performance.now();
    for (const text of ["*a ".repeat(3_000), "*".repeat(10_000), "`".repeat(10_000), "http://" + "a".repeat(9_000), "a@".repeat(5_000)]) {
      parseRichText(text);
    }
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it("loses no character of any text", () => {
    const alphabet = ["*", "_", "~", "`", "```", " ", "\n", "a", "é", "https://x.y", "@", ".", "/"];
    const flat = (parts: Inline[]): string => parts.map((part) => ("children" in part ? flat(part.children) : part.text)).join("");
    for (let seed = 1; seed < 800; seed += 1) {
      const text = Array.from({ length: 14 }, (_, at) => alphabet[(seed * 7919 + at * at * 104729 + seed * at) % alphabet.length]).join("");
      expect(flat(parseRichText(text)).replace(/[*_~`]/g, "")).toBe(text.replace(/[*_~`]/g, ""));
    }
  });
});

describe("safeHref", () => {
  it.each(["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:https://x/y", "nada"])("refuses %s", (raw) => {
    expect(safeHref(raw)).toBeNull();
  });
});

describe("isFewEmoji", () => {
  it.each([["🐶", true], ["❤️👨‍👩‍👧‍👦🇧🇷", true], ["🐶🐶🐶🐶", false], ["oi 🐶", false], ["", false], ["12", false]])("%s → %s", (text, expected) => {
    expect(isFewEmoji(text)).toBe(expected);
  });
});
