import { describe, expect, it } from "vitest";

import { bulkSentence, chipsOf, isNarrowed } from "./texts";

const plain = { state: "active" as const, q: "", assignee: "" };

describe("what narrows the list", () => {
  it("is said in words, each to be taken off", () => {
    const filter = { ...plain, assignee: "none", tag: "VIP", unread: true, waiting_minutes: 60 };
    const chips = chipsOf(filter, undefined);
    expect(chips.map((chip) => chip.label)).toEqual(["Sem responsável", "#VIP", "Não lidas", "Espera há 1 hora ou mais"]);
    expect(chips[0]?.without).toEqual({ ...filter, assignee: "" });
    expect(chips[1]?.without).not.toHaveProperty("tag");
    expect(isNarrowed(plain)).toBe(false);
  });
});

describe("what became of many", () => {
  it("counts, and says why some were refused", () => {
    expect(bulkSentence("archive", 1, [])).toBe("1 conversa arquivada.");
    expect(bulkSentence("tag", 3, ["conversation_not_found"])).toContain("3 contatos etiquetados. 1 não: ");
  });
});
