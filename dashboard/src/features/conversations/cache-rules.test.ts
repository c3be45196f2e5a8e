import { describe, expect, it } from "vitest";

import type { Conversation, ConversationPage } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";

import { mergeMessages, mergeNewestPage, type Pages, placeConversation } from "./cache-rules";
import { conversation, message } from "./fixtures";

const at = (minute: number) => `2026-03-02T12:${String(minute).padStart(2, "0")}:00Z`;
const one = (id: string, minute: number, fields: Partial<Conversation> = {}) =>
  conversation({ id, last_message: { preview: id, direction: "in", at: at(minute) }, ...fields });
const list = (cursors: (string | null)[], ...pages: Conversation[][]): Pages<ConversationPage> => ({
  pages: pages.map((items, index) => ({ items, next_cursor: cursors[index] ?? null, counts: { active: 0, waiting: 0, archived: 0 } })),
  pageParams: pages.map(() => null),
});
const ids = (data: Pages<{ items: { id: string }[] }>) => data.pages.map((page) => page.items.map((item) => item.id).join(""));
const active: ConversationFilter = { state: "active", q: "", assignee: "" };

describe("placeConversation", () => {
  const data = list(["x", null], [one("a", 50), one("b", 40)], [one("c", 30), one("d", 20)]);

  it("lifts a conversation that got a message to the top, across pages", () => {
    expect(ids(placeConversation(data, one("d", 55), active, null))).toEqual(["dab", "c"]);
  });

  it("takes out what no longer fits the tab, and leaves other lists untouched", () => {
    expect(ids(placeConversation(data, one("b", 40, { state: "archived" }), active, null))).toEqual(["a", "cd"]);
    expect(placeConversation(data, one("z", 59, { state: "archived" }), active, null)).toBe(data);
  });

  it("does not put a row below what is loaded while more is to come", () => {
    const partial = list(["more"], [one("a", 50), one("b", 40)]);
    expect(ids(placeConversation(partial, one("z", 5), active, null))).toEqual(["ab"]);
    expect(ids(placeConversation(data, one("z", 5), active, null))).toEqual(["ab", "cdz"]);
  });

  it("leaves to the server what answers a search", () => {
    const search = { ...active, q: "vacina" };
    expect(ids(placeConversation(data, one("z", 59), search, null))).toEqual(["ab", "cd"]);
    expect(ids(placeConversation(data, one("c", 59), search, null))).toEqual(["cab", "d"]);
  });

  it("knows mine from nobody's", () => {
    const mine = { ...active, assignee: "me" };
    const bia = { id: "u1", name: "Bia" };
    expect(ids(placeConversation(data, one("z", 59, { assignee: bia }), mine, "u1"))).toEqual(["zab", "cd"]);
    expect(ids(placeConversation(data, one("a", 59), mine, "u1"))).toEqual(["b", "cd"]);
    expect(ids(placeConversation(data, one("a", 59, { assignee: bia }), { ...active, assignee: "none" }, "u1"))).toEqual(["b", "cd"]);
  });
});

describe("mergeMessages", () => {
  const thread = (...pages: ReturnType<typeof message>[][]) => ({
    pages: pages.map((items) => ({ items, next_cursor: null })),
    pageParams: pages.map(() => null),
  });
  const m = (id: string, minute: number, fields = {}) => message({ id, created_at: at(minute), ...fields });

  it("replaces known messages in their page and appends new ones in order", () => {
    const data = thread([m("c", 3), m("e", 5)], [m("a", 1), m("b", 2)]);
    const merged = mergeMessages(data, [m("d", 4), m("b", 2, { text: "editada" }), m("f", 6)]);
    expect(ids(merged)).toEqual(["cdef", "ab"]);
    expect(merged.pages[1]?.items[1]?.text).toBe("editada");
  });

  it("does not show a message older than what is loaded, out of its place", () => {
    expect(ids(mergeMessages(thread([m("c", 3)]), [m("a", 1)]))).toEqual(["c"]);
  });

  it("never takes a receipt back when answers overtake each other", () => {
    const data = thread([m("a", 1, { direction: "out", status: "read" })]);
    expect(mergeMessages(data, [m("a", 1, { direction: "out", status: "delivered" })]).pages[0]?.items[0]?.status).toBe("read");
    expect(mergeMessages(data, [m("a", 1, { direction: "out", status: "failed" })]).pages[0]?.items[0]?.status).toBe("failed");
  });

  it("follows a message that goes back to the queue before it was sent", () => {
    const data = thread([m("a", 1, { direction: "out", status: "unconfirmed" })]);
    expect(mergeMessages(data, [m("a", 1, { direction: "out", status: "queued" })]).pages[0]?.items[0]?.status).toBe("queued");
  });

  it("starts anew when messages may be missing in between", () => {
    const data = thread([m("b", 2)], [m("a", 1)]);
    expect(ids(mergeNewestPage(data, { items: [m("y", 8), m("z", 9)], next_cursor: "y" }))).toEqual(["yz"]);
    expect(ids(mergeNewestPage(data, { items: [m("b", 2), m("c", 3)], next_cursor: "b" }))).toEqual(["bc", "a"]);
  });
});
