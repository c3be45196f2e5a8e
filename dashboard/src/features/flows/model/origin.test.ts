import { describe, expect, it } from "vitest";

import { nameFor, originOf } from "./origin";

describe("originOf", () => {
  it.each([
    ["https://api.exemplo.com.br/v1/{{ id }}", "https://api.exemplo.com.br"],
    ["https://API.exemplo.com.br:8443?x={{ y }}", "https://api.exemplo.com.br:8443"],
    ["  https://exemplo.com.br  ", "https://exemplo.com.br"],
    ["https://{{ loja }}.exemplo.com.br/", ""],
    ["https://exemplo.com{{ x }}/", ""],
    ["{{ base }}/v1", ""],
    ["https://ana@exemplo.com.br/", ""],
    ["exemplo.com.br", ""],
    ["https://", ""],
    ["", ""],
  ])("%s leads to %s", (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });
});

describe("nameFor", () => {
  it.each([
    ["https://api.exemplo.com.br", "exemplo"],
    ["https://www.minha-loja.com:8443", "minha-loja"],
    ["", ""],
  ])("%s is called %s", (origin, name) => {
    expect(nameFor(origin)).toBe(name);
  });
});
