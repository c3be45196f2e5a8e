import { describe, expect, it } from "vitest";

import { choicesOf, isWhole, readFilter, writeFilter } from "./filter";

describe("filters in the address", () => {
  it("come back as they went", () => {
    const filter = { joint: "any" as const, conditions: [{ field: "tag", op: "is", value: "VIP" }, { field: "opted_out", op: "no" }] };
    expect(readFilter(writeFilter(filter))).toEqual(filter);
  });
  it("leave out what is not whole", () => {
    expect(writeFilter({ joint: "all", conditions: [{ field: "tag", op: "is" }] })).toBe("");
    expect(isWhole({ field: "fields.ativo", op: "is", value: false })).toBe(true);
  });
  it("survive what somebody wrote into the address", () => {
    for (const text of ["", "{", "null", "[]", '{"all":1}', '{"none":[]}', '{"all":[1,null,{"field":1,"op":"is"}]}']) {
      expect(readFilter(text).conditions).toEqual([]);
    }
  });
  it("know an organization's own fields", () => {
    const found = choicesOf([{ id: "1", key: "plano", label: "Plano", type: "choice", choices: ["Ouro"] }]);
    expect(found.at(-1)).toMatchObject({ field: "fields.plano", type: "choice", choices: ["Ouro"] });
  });
});
