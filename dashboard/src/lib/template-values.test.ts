import { describe, expect, it } from "vitest";

import { firstName, prefill, type Slot, valuesOf } from "./template-values";

const slot = (part: Slot["part"], key: string, kind = "text"): Slot => ({ part, key, kind, example: "", label: "", needed: true });
const ANA = { firstName: "Ana", fullName: "Ana Souza", phone: "+55 11 98888-7777", me: "Rafael" };

describe("values of a template", () => {
  it.each([
    ["Olá {{1}}, seu horário é {{2}}.", { "body:1": "Ana" }],
    ["*Bom dia*, {{1}}! Sobre {{2}}", { "body:1": "Ana" }],
    ["Seu pedido {{1}} saiu, {{2}}.", {}],
    ["{{1}} e {{2}}", {}],
  ])("%s", (body, filled) => {
    expect(prefill([slot("body", "1"), slot("body", "2")], body, ANA)).toEqual(filled);
  });

  it("reads the names of variables and leaves strange ones to the person", () => {
    const slots = [slot("body", "nome"), slot("body", "nome_completo"), slot("body", "atendente"), slot("body", "valor"), slot("button", "0", "url")];
    expect(prefill(slots, "", ANA)).toEqual({ "body:nome": "Ana", "body:nome_completo": "Ana Souza", "body:atendente": "Rafael" });
    expect(prefill(slots, "", { ...ANA, firstName: "" })).not.toHaveProperty("body:nome");
  });

  it("words what was typed as the template wants it", () => {
    const slots = [slot("header", "1"), slot("body", "nome"), slot("button", "0", "payload"), slot("button", "1", "url")];
    const typed = { "header:1": "Aviso", "body:nome": " Ana \n Souza ", "button:1": "a1" };
    expect(valuesOf(slots, typed, true)).toEqual({
      header: [{ text: "Aviso", name: "1" }],
      body: [{ text: "Ana Souza", name: "nome" }],
      buttons: [{ index: 1, kind: "url", value: "a1" }],
      media_link: "",
    });
    expect(valuesOf(slots, {}, false).body).toEqual([{ text: "", name: "" }]);
  });

  it.each([
    ["Ana Souza", "Ana"],
    ["João-Pedro", "João-Pedro"],
    ["+55 11 9888", ""],
    ["", ""],
    ["🐶 Rex", ""],
  ])("the first name of %s", (name, first) => {
    expect(firstName(name)).toBe(first);
  });
});
