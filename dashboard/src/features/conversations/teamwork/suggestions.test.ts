import { describe, expect, it } from "vitest";

import type { DeskPerson, QuickReply } from "@/api/teamwork";

import { askedColleague, askedReply, matchingColleagues, matchingReplies } from "./suggestions";

const reply = (shortcut: string, uses: number, text = "texto"): QuickReply => ({
  id: shortcut,
  shared: true,
  shortcut,
  title: "",
  text,
  uses,
  last_used_at: null,
  changed_at: "2026-01-01T00:00:00Z",
});
const person = (name: string): DeskPerson => ({ id: name, name, role: "agent", present: false, available: true, cap: 10, at_hand: 0, team_ids: [] });

describe("quick replies", () => {
  it("are asked for only where the text is nothing but a slash and a word", () => {
    expect(askedReply("/", 1)).toBe("");
    expect(askedReply("/hor", 4)).toBe("hor");
    expect(askedReply("bom dia /hor", 12)).toBeNull();
    expect(askedReply("/hor e mais", 4)).toBeNull();
    expect(askedReply("1/2", 3)).toBeNull();
  });

  it("come with the shortcut first, then the most used; accents do not matter", () => {
    const all = [reply("preco", 1), reply("pix", 9), reply("fim", 50, "Nosso horário é das 8 às 18")];
    expect(matchingReplies(all, "p").map((one) => one.title)).toEqual(["/pix", "/preco"]);
    expect(matchingReplies(all, "horario").map((one) => one.title)).toEqual(["/fim"]);
    expect(matchingReplies(all, "nada")).toEqual([]);
  });
});

describe("colleagues", () => {
  it("are asked for after an @ that is no address", () => {
    expect(askedColleague("veja @an", 8)).toEqual({ word: "an", from: 6 });
    expect(askedColleague("ana@exemplo", 11)).toBeNull();
    expect(askedColleague("veja @Ana Pau", 13)).toEqual({ word: "Ana Pau", from: 6 });
    expect(askedColleague("sem nada", 8)).toBeNull();
  });

  it("are found by any part of the name, but never oneself", () => {
    const people = [person("Ana Paula"), person("João Paulo"), person("Zé")];
    expect(matchingColleagues(people, "pa", null).map((one) => one.title)).toEqual(["Ana Paula", "João Paulo"]);
    expect(matchingColleagues(people, "joao p", null).map((one) => one.title)).toEqual(["João Paulo"]);
    expect(matchingColleagues(people, "z", "Zé")).toEqual([]);
  });
});
