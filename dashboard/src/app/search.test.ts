import { describe, expect, it } from "vitest";

import { filterOf, searchOf } from "./search";

const plain = { state: "active" as const, q: "", assignee: "" };

describe("a filter of the inbox", () => {
  it("stands in the address and comes back from it", () => {
    const id = "0197b5a0-0000-7000-8000-000000000001";
    const filter = { ...plain, state: "waiting" as const, q: "consulta", assignee: id, answerer: "person" as const, team_id: id, tag: "vip", unread: true, waiting_minutes: 15 };
    expect(filterOf(searchOf(filter))).toEqual(filter);
    const days = filterOf({ desde: "2026-03-01", ate: "2026-03-02" });
    expect(Date.parse(days.until ?? "") - Date.parse(days.since ?? "")).toBe(2 * 86_400_000);
    expect(searchOf(days)).toEqual({ desde: "2026-03-01", ate: "2026-03-02" });
  });

  it("takes nothing from an address that is no filter", () => {
    expect(filterOf({ equipe: "1; drop", numero: "x", espera: "-5", desde: "ontem", responde: "constructor" })).toEqual(plain);
  });
});
