import { describe, expect, it } from "vitest";

import { flow, kinds } from "../fixtures";
import { copyNodes, paste, readClip, writeClip } from "./clipboard";
import { addNode, connect, disconnect, moveNodes, removeNodes, renameNode, setLabel } from "./edit";
import { redo, startHistory, step, undo } from "./history";

describe("gestures on the canvas", () => {
  it("lets a new node follow the exit it was pulled from, under a free name", () => {
    const once = addNode(flow, kinds.message, { x: 13.4, y: 7 }, { node: "outra", exit: "next" });
    const twice = addNode(once.flow, kinds.message, { x: 0, y: 0 }, null);
    expect(once.id).toBe("mensagem");
    expect(twice.id).toBe("mensagem_2");
    expect(once.flow.nodes.outra?.exits).toEqual({ next: "mensagem" });
    expect(once.flow.nodes.mensagem?.layout).toEqual({ x: 12, y: 8 });
    expect(flow.nodes.mensagem).toBeUndefined();
  });

  it("takes nodes away with every line to them, and never the entry", () => {
    const left = removeNodes(flow, ["inicio", "preco", "fim"]);
    expect(Object.keys(left.nodes)).toEqual(["inicio", "menu", "outra"]);
    expect(left.nodes.menu?.exits).toEqual({ outra: "outra" });
    expect(left.nodes.outra).toBe(flow.nodes.outra);
  });

  it("connects anew and lets go", () => {
    const other = connect(flow, { node: "menu", exit: "banho" }, "fim");
    expect(other.nodes.menu?.exits?.banho).toBe("fim");
    expect(disconnect(other, [{ node: "menu", exit: "banho" }]).nodes.menu?.exits).toEqual({ outra: "outra" });
  });

  it("renames with all links, and refuses a name that is taken or unfit", () => {
    const renamed = renameNode(flow, "preco", "valor");
    expect(renamed.nodes.menu?.exits?.banho).toBe("valor");
    expect(Object.keys(renamed.nodes)).toEqual(["inicio", "menu", "valor", "outra", "fim"]);
    expect(renameNode(flow, "inicio", "comeco").entry).toBe("comeco");
    expect(renameNode(flow, "preco", "fim")).toBe(flow);
    expect(renameNode(flow, "preco", "não pode")).toBe(flow);
  });

  it("keeps untouched nodes as they are, so that they are not drawn again", () => {
    const moved = moveNodes(flow, new Map([["preco", { x: 810, y: 2 }]]));
    expect(moved.nodes.preco?.layout).toEqual({ x: 812, y: 4 });
    expect(moved.nodes.menu).toBe(flow.nodes.menu);
    expect(setLabel(setLabel(flow, "fim", "Adeus"), "fim", "").nodes.fim).toEqual(flow.nodes.fim);
  });
});

describe("the clipboard", () => {
  it("carries nodes with the links among them to another flow", () => {
    const clip = copyNodes(flow, ["inicio", "preco", "fim"]);
    const read = readClip(writeClip(clip ?? { kind: "recado.flow-nodes", nodes: {} }));
    const { flow: pasted, ids } = paste(flow, read ?? { kind: "recado.flow-nodes", nodes: {} }, { x: 100, y: 50 });
    expect(ids).toEqual(["preco_2", "fim_2"]);
    expect(pasted.nodes.preco_2?.exits).toEqual({ next: "fim_2" });
    expect(pasted.nodes.preco_2?.layout).toEqual({ x: 100, y: 50 });
    expect(pasted.nodes.fim_2?.layout).toEqual({ x: 500, y: 50 });
  });

  it.each(["", "oi", '{"kind":"recado.flow-nodes"}', '{"kind":"recado.flow-nodes","nodes":{"a":{"type":7}}}', '{"kind":"recado.flow-nodes","nodes":'])("is no clip: %s", (text) => {
    expect(readClip(text)).toBeNull();
  });

  it("drops what no node has", () => {
    const clip = readClip('{"kind":"recado.flow-nodes","nodes":{"a":{"type":"message","exits":{"next":3},"layout":{"x":"1","y":2},"evil":true}}}');
    expect(clip?.nodes.a).toEqual({ type: "message", exits: {}, layout: { y: 2 } });
  });
});

describe("undo", () => {
  it("takes back typing as one step, and pauses apart", () => {
    let history = startHistory("");
    history = step(history, "o", "text", 0);
    history = step(history, "oi", "text", 300);
    history = step(history, "oi!", "text", 5_000);
    expect(undo(history).present).toBe("oi");
    expect(undo(undo(history)).present).toBe("");
    expect(redo(undo(history)).present).toBe("oi!");
    expect(redo(history)).toBe(history);
  });

  it("forgets what was undone once something new is done", () => {
    const history = step(undo(step(startHistory(1), 2, null, 0)), 3, null, 1);
    expect([history.past, history.present, history.future]).toEqual([[1], 3, []]);
  });
});
