import { describe, expect, it } from "vitest";

import { readContacts, readLocation } from "./message-content";

describe("readLocation", () => {
  it("reads flat and nested places", () => {
    const place = { latitude: "-23.5", longitude: -46.6, name: "Clínica", address: null };
    const read = { latitude: -23.5, longitude: -46.6, name: "Clínica", address: null };
    expect(readLocation(place)).toEqual(read);
    expect(readLocation({ location: place })).toEqual(read);
  });

  it.each([[null], [{}], [{ latitude: "javascript:", longitude: 1 }], [{ latitude: 91, longitude: 0 }], [{ location: "x" }]])("refuses %j", (content) => {
    expect(readLocation(content)).toBeNull();
  });
});

describe("readContacts", () => {
  it("reads WhatsApp's cards and simple ones, and passes over what is none", () => {
    const contacts = [
      { name: { formatted_name: "Dr. Paulo" }, phones: [{ phone: "+55 21 9", wa_id: "5521" }, { wa_id: "5522" }, { type: "HOME" }] },
      { name: "Ana", phones: ["1"] },
      { phones: "x" },
      "lixo",
      null,
    ];
    expect(readContacts({ contacts })).toEqual([
      { name: "Dr. Paulo", phones: ["+55 21 9", "5522"] },
      { name: "Ana", phones: ["1"] },
      { name: "Contato sem nome", phones: [] },
    ]);
    expect(readContacts(null)).toEqual([]);
  });
});
