import { describe, expect, it } from "vitest";

import type { BoardColumn, Deal } from "@/api/leads";

import { arrange, cardAbove, staysPut, stepTo } from "./board-rules";

const deal = (id: string, value_cents = 100): Deal => ({ id, value_cents, stage_id: "", kind: "open" }) as Deal;
const column = (id: string, ids: string[], kind: BoardColumn["kind"] = "open"): BoardColumn => ({
  id, kind, name: id, color: "blue", count: ids.length, value_cents: ids.length * 100, next_cursor: null, deals: ids.map((one) => deal(one)),
});
const board = [column("novo", ["a", "b", "c"]), column("proposta", ["d"]), column("ganho", [], "won")];
const shape = (columns: BoardColumn[]) => columns.map((one) => [one.deals.map((card) => card.id).join(""), one.count, one.value_cents]);

describe("arrange", () => {
  it("moves a card between columns with its value", () => {
    expect(shape(arrange(board, [{ deal: deal("b"), stageId: "proposta", afterId: "d" }]))).toEqual([["ac", 2, 200], ["db", 2, 200], ["", 0, 0]]);
  });

  it("takes the kind of where it goes", () => {
    const [moved] = arrange(board, [{ deal: deal("a"), stageId: "ganho", afterId: null }])[2]?.deals ?? [];
    expect([moved?.kind, moved?.stage_id]).toEqual(["won", "ganho"]);
  });

  it("changes places within a column and counts nothing twice", () => {
    expect(shape(arrange(board, [{ deal: deal("a"), stageId: "novo", afterId: "c" }]))[0]).toEqual(["bca", 3, 300]);
  });

  it("puts a card whose neighbour has gone to the top, and leaves an unknown stage alone", () => {
    expect(shape(arrange(board, [{ deal: deal("a"), stageId: "proposta", afterId: "gone" }]))[1]).toEqual(["ad", 2, 200]);
    expect(arrange(board, [{ deal: deal("a"), stageId: "nowhere", afterId: null }])).toBe(board);
  });

  it("applies several moves in turn", () => {
    const twice = [{ deal: deal("a"), stageId: "proposta", afterId: null }, { deal: deal("a"), stageId: "ganho", afterId: null }];
    expect(shape(arrange(board, twice))).toEqual([["bc", 2, 200], ["d", 1, 100], ["a", 1, 100]]);
  });
});

describe("stepTo", () => {
  it("goes to the top of the stage beside", () => expect(stepTo(board, "b", "right")).toEqual({ stageId: "proposta", afterId: null }));
  it("stops at the edges", () => {
    expect(stepTo(board, "a", "left")).toBeNull();
    expect(stepTo(board, "a", "up")).toBeNull();
    expect(stepTo(board, "c", "down")).toBeNull();
  });
  it("passes one neighbour", () => {
    expect(stepTo(board, "c", "up")).toEqual({ stageId: "novo", afterId: "a" });
    expect(stepTo(board, "b", "up")).toEqual({ stageId: "novo", afterId: null });
    expect(stepTo(board, "a", "down")).toEqual({ stageId: "novo", afterId: "b" });
  });
});

describe("dropping", () => {
  const cards = [{ id: "a", middle: 10 }, { id: "b", middle: 30 }, { id: "c", middle: 50 }];
  it("finds the card above the pointer, never the dragged one", () => {
    expect(cardAbove(cards, 5, "c")).toBeNull();
    expect(cardAbove(cards, 35, "c")).toBe("b");
    expect(cardAbove(cards, 35, "b")).toBe("a");
  });
  it("knows when nothing would change", () => {
    expect(staysPut(board, "b", "novo", "a")).toBe(true);
    expect(staysPut(board, "a", "novo", null)).toBe(true);
    expect(staysPut(board, "a", "novo", "b")).toBe(false);
    expect(staysPut(board, "a", "proposta", null)).toBe(false);
  });
});
