import { describe, expect, it } from "vitest";

import type { Simulated } from "@/api/flows";

import { flow, kinds, manifests } from "../fixtures";
import { complete, completionAt } from "./completion";
import { conditionText, operatorOf, rightFor } from "./conditions";
import { differences } from "./differences";
import { edgesOf, waysOf } from "./exits";
import { formatOf } from "./import-format";
import { layOut, ordered, placed } from "./layout";
import { freeName, slug } from "./names";
import { after, fresh, litBy, tappable, valueText } from "./simulation";
import { pieces, summaryOf } from "./summary";
import { knownVariables } from "./variables";
import type { FlowNode } from "./definition";

const menu = flow.nodes.menu as FlowNode;

describe("ways out", () => {
  it("shows a node's own items first, and needs no `next` where all of them lead somewhere", () => {
    expect(waysOf(menu, kinds.question, undefined).map((way) => [way.key, way.optional])).toEqual([["banho", true], ["outra", true], ["next", true], ["invalid", true]]);
    const open = { ...menu, exits: { banho: "preco" } };
    expect(waysOf(open, kinds.question, undefined).find((way) => way.key === "next")?.optional).toBe(false);
  });

  it("believes the engine where it has spoken", () => {
    const told = [{ key: "next", label: "Respondida", optional: false }, { key: "banho", label: "Banho (50 %)", optional: false }];
    expect(waysOf({ ...menu, exits: {} }, kinds.question, told).map((way) => way.label)).toEqual(["Banho (50 %)", "Respondida"]);
  });

  it("shows a way that no option has any more, and the failure once it leads somewhere", () => {
    const odd = { ...menu, exits: { error: "fim", gone: "fim" } };
    expect(waysOf(odd, kinds.question, undefined).slice(-2).map((way) => way.kind)).toEqual(["error", "unknown"]);
  });

  it("hides choices of a question that offers none", () => {
    expect(waysOf({ ...menu, options: { ...menu.options, kind: "text" } }, kinds.question, undefined).map((way) => way.key)).toEqual(["next", "invalid", "banho", "outra"]);
  });

  it("draws no edge to nowhere", () => {
    expect(edgesOf({ ...flow.nodes, fim: { type: "message", exits: { next: "nada" } } }).map((edge) => edge.id)).not.toContain("fim→next");
  });
});

describe("layout", () => {
  it("goes left to right without covering anything", () => {
    const places = layOut(flow, new Map());
    expect(places.get("inicio")?.x).toBeLessThan(places.get("menu")?.x ?? 0);
    expect(Math.abs((places.get("preco")?.y ?? 0) - (places.get("outra")?.y ?? 0))).toBeGreaterThan(100);
    expect(ordered(flow)).toEqual(["inicio", "menu", "preco", "fim", "outra"]);
  });

  it("leaves a drawing alone that can be read, and lays out one that cannot", () => {
    expect(placed(flow)).toBe(flow);
    const heap = { ...flow, nodes: Object.fromEntries(Object.entries(flow.nodes).map(([id, node]) => [id, { ...node, layout: { x: 0, y: 0 } }])) };
    const spread = Object.values(placed(heap).nodes).map((node) => node.layout?.x);
    expect(new Set(spread).size).toBeGreaterThan(2);
  });
});

describe("words", () => {
  it("makes names of what people call things", () => {
    expect(slug("Falar com {{ nome }} à tarde!")).toBe("falar_com_a_tarde");
    expect(freeName("banho", new Set(["banho", "banho_2"]))).toBe("banho_3");
  });

  it("cuts templates at their braces", () => {
    expect(pieces("Oi, {{ nome }}!")).toEqual([{ text: "Oi, ", variable: false }, { text: "nome", variable: true }, { text: "!", variable: false }]);
    expect(summaryOf(menu, kinds.question, String).map((line) => line.text)).toEqual(["Oi, {{ contact.first_name }}! O que vai ser?", "Escolha", "servico"]);
  });

  it("says conditions in Portuguese", () => {
    const age = { left: { variable: "idade" }, op: "between", right: [18, 65] };
    expect(conditionText({ any: [age, { left: { variable: "vip" }, op: "is_true" }] })).toBe("idade está entre 18 e 65 ou vip é sim");
    expect(conditionText({ not: { all: [age] } })).toBe("não (idade está entre 18 e 65)");
    const between = operatorOf("between");
    expect(between && rightFor(between, "7")).toEqual(["7", ""]);
  });

  it("knows the variables that nodes set", () => {
    expect(knownVariables(flow, manifests, [{ name: "contact.name", label: "Nome" }]).map((one) => one.name)).toEqual(["servico", "contact.name"]);
  });

  it("tells two drawings apart", () => {
    const mine = { ...flow, nodes: { ...flow.nodes, fim: { ...flow.nodes.fim, type: "message", options: { text: "Tchau" } }, novo: { type: "message" } } };
    expect(differences(flow, mine, manifests).map((one) => one.sentence)).toEqual(["Difere em “fim” (Mensagem): o conteúdo.", "Só na sua: “novo” (Mensagem)."]);
  });

  it.each([
    ["a.json", '{"version":"6","groups":[],"edges":[]}', "typebot"],
    ["a.json", '{"format":1,"nodes":{}}', "json"],
    ["a.flow.yaml", "name: Oi\nnodes: {}", "yaml"],
  ])("reads %s as it is", (name, text, format) => {
    expect(formatOf(name, text)).toBe(format);
  });
});

describe("completion", () => {
  it("completes a name after the braces and closes them", () => {
    const text = "Oi, {{cont";
    const at = completionAt(text, text.length);
    expect(at).toMatchObject({ kind: "name", word: "cont", closed: false });
    expect(at && complete(text, text.length, at, "contact.name")).toEqual({ text: "Oi, {{ contact.name }}", caret: 22 });
  });

  it("completes a filter inside closed braces", () => {
    const text = "{{ nome | up }}";
    const at = completionAt(text, 12);
    expect(at).toMatchObject({ kind: "filter", word: "up", closed: true });
    expect(at && complete(text, 12, at, "upcase").text).toBe("{{ nome | upcase }}");
  });

  it.each(["Oi {{ nome }} e", "sem nada", "{{ a\nb"])("offers nothing in %j", (text) => {
    expect(completionAt(text, text.length)).toBeNull();
  });
});

describe("the simulated phone", () => {
  const answer: Simulated = { session: { waiting_for: "t1" }, said: [], path: ["inicio", "menu"], whole_path: [], exits: [{ node: "inicio", exit: "next" }], problems: [], ask: null, timer: { key: "t1", at: "2026-11-23T15:00:00Z" }, status: "waiting", waiting_at: "menu", handoff: null, effects: [], variables: {}, moment: "2026-11-23T14:00:00Z" };

  it("lights the way, and keeps the timer that the session still waits for", () => {
    const first = after(fresh, { kind: "message", text: "oi" }, "", "2026-11-23T14:00:00Z", answer);
    const second = after(first, { kind: "message", text: "e aí?" }, "", "2026-11-23T14:01:00Z", { ...answer, timer: null, path: [], exits: [] });
    expect(second.timer?.key).toBe("t1");
    expect(litBy(second)).toMatchObject({ here: "menu", edges: new Set(["inicio→next"]) });
    expect(after(second, { kind: "timer", key: "t1" }, "", "2026-11-23T15:00:00Z", { ...answer, timer: null, session: {} }).timer).toBeNull();
  });

  it("lets only the last choices be tapped", () => {
    const said = { type: "buttons", text: "?", node: "menu", choices: [{ id: "menu:a", title: "A", description: "" }], list_label: "", header: "", footer: "", media: null, template: "" };
    const one = after(fresh, { kind: "start" }, "", "2026-11-23T14:00:00Z", { ...answer, said: [said] });
    const two = after(one, { kind: "message", text: "x" }, "", "2026-11-23T14:00:05Z", answer);
    const bubble = one.bubbles[0];
    expect(bubble && tappable(one, bubble)).toBe(true);
    expect(bubble && tappable(two, bubble)).toBe(false);
  });

  it("starts anew after the end", () => {
    expect(after(fresh, { kind: "start" }, "", "2026-11-23T14:00:00Z", { ...answer, status: "ended" }).session).toBeNull();
    expect([valueText({ $money: 123_450 }), valueText({ $day: "2026-03-02" }), valueText(true)]).toEqual(["R$\u00a01.234,50", "02/03/2026", "sim"]);
  });
});
