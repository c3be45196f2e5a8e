import { describe, expect, it } from "vitest";

import { composerState, fileObstacle } from "./composer-rules";
import { conversation, message } from "./fixtures";
import type { Outgoing } from "./outgoing";
import { systemLine } from "./system-lines";
import { failureSentence, unsupportedSentence } from "./texts";
import { threadItems } from "./thread-items";

const NOW = Date.parse("2026-03-02T13:00:00Z");

describe("composerState", () => {
  const bia = { id: "me", name: "Bia" };
  const rafa = { id: "other", name: "Rafa" };
  const reason = (fields: Parameters<typeof conversation>[0], mayWrite = true) => {
    const state = composerState(conversation(fields), "me", mayWrite, NOW);
    return state.kind === "closed" ? state.reason : (state.hint ?? "open");
  };

  it.each([
    ["read_only", { state: "archived" as const }, false],
    ["archived", { state: "archived" as const }, true],
    ["opted_out", { contact: { ...conversation().contact, opted_out: true } }, true],
    ["taken", { answerer: "person" as const, assignee: rafa }, true],
    ["window", { window: { open: false, closes_at: null } }, true],
    ["window", { window: { open: true, closes_at: "2026-03-02T12:59:59Z" } }, true],
    ["takes", {}, true],
    ["takes", { answerer: "person" as const, assignee: null }, true],
    ["open", { answerer: "person" as const, assignee: bia }, true],
    ["open", { answerer: "person" as const, assignee: bia, window: null }, true],
  ])("is %s for %j", (expected, fields, mayWrite) => {
    expect(reason(fields, mayWrite)).toBe(expected);
  });
});

describe("fileObstacle", () => {
  it("knows the limits of the Cloud API", () => {
    expect(fileObstacle({ type: "image/png", size: 5_000_001 })).toContain("5 MB");
    expect(fileObstacle({ type: "video/mp4", size: 16_000_000 })).toBeNull();
    expect(fileObstacle({ type: "", size: 99_000_000 })).toBeNull();
    expect(fileObstacle({ type: "application/pdf", size: 0 })).not.toBeNull();
  });
});

describe("threadItems", () => {
  it("groups by author and time, parts days and conversations, and shows what is on its way once", () => {
    const messages = [
      message({ id: "a", conversation_id: "c0", created_at: "2026-03-01T12:00:00Z" }),
      message({ id: "b", created_at: "2026-03-02T12:00:00Z" }),
      message({ id: "c", created_at: "2026-03-02T12:01:00Z" }),
      message({ id: "d", direction: "out", author: "flow", created_at: "2026-03-02T12:01:30Z" }),
      message({ id: "e", direction: "out", author: "person", created_at: "2026-03-02T12:02:00Z" }),
      message({ id: "f", direction: "out", author: "person", created_at: "2026-03-02T12:30:00Z" }),
    ];
    const outgoing = [{ key: "k1", messageId: "f" }, { key: "k2", messageId: null }] as Outgoing[];
    const shown = threadItems(messages, outgoing).map((item) => (item.kind === "message" ? `${item.key}${item.first ? "^" : ""}` : item.kind));
    expect(shown).toEqual(["day", "a^", "boundary", "day", "b^", "c", "d^", "e^", "f^", "outgoing"]);
  });

  it("leaves a reaction to the message it belongs to, where that is loaded", () => {
    const reaction = (id: string, about: string, text = "❤️") => message({ id, type: "reaction", text, content: { about } });
    const messages = [message({ id: "a", provider_id: "w1" }), reaction("b", "w1"), reaction("c", "w0"), reaction("d", "w0", "")];
    expect(threadItems(messages, []).map((item) => item.key)).toEqual(["day-a", "a", "c"]);
  });
});

describe("sentences", () => {
  it("tell who did what, by name or by kind", () => {
    expect(systemLine(message({ direction: "system", subtype: "taken", author: "system", content: { actor: "Bia" } }))).toBe("Assumida por Bia");
    expect(systemLine(message({ direction: "system", subtype: "handoff_opened", text: "", content: { reason: "Pediu uma pessoa" } }))).toBe("Transbordo: Pediu uma pessoa");
    expect(systemLine(message({ direction: "system", subtype: "coisa_nova", text: "Texto" }))).toBe("Texto");
    expect(systemLine(message({ direction: "system", subtype: "toString", text: "" }))).toBe("Atualização da conversa");
  });

  it("know codes of the provider and of ours, and say something of any other", () => {
    expect(failureSentence({ code: "131047", title: "x", details: "" })).toContain("24 horas");
    expect(failureSentence({ code: "opted_out", title: "", details: "" })).toContain("pediu");
    expect(failureSentence({ code: "999", title: "", details: "" })).toBe("O WhatsApp não aceitou esta mensagem.");
    expect(failureSentence(null)).toBe("O WhatsApp não aceitou esta mensagem.");
    expect(unsupportedSentence("unsupported", "poll_creation")).toMatch(/^Enquete/);
  });
});
