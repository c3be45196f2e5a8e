import { describe, expect, it } from "vitest";

import { fileEnding, isRiskyFile, safeFileName } from "./file-names";

describe("file names of strangers", () => {
  it("lose direction controls, paths and dots in front", () => {
    expect(safeFileName("boleto\u202Efdp.exe", "application/pdf")).toBe("boletofdp.exe");
    expect(safeFileName("../../etc/passwd", "text/plain")).toBe("_.._etc_passwd");
    expect(safeFileName(".\u0000.htaccess", "text/plain")).toBe("htaccess");
  });

  it("keep their ending when cut, and get one when nameless", () => {
    const name = safeFileName("a".repeat(300) + ".pdf", "application/pdf");
    expect(name).toHaveLength(120);
    expect(name.endsWith(".pdf")).toBe(true);
    expect(safeFileName(null, "audio/ogg; codecs=opus")).toBe("arquivo.ogg");
    expect(safeFileName("\u202E", "x/y")).toBe("arquivo");
  });

  it("show the ending that the computer obeys", () => {
    expect(fileEnding("foto\u202Egpj.exe")).toBe("exe");
    expect(isRiskyFile("foto\u202Egpj.EXE")).toBe(true);
    expect(isRiskyFile("pagina.svg")).toBe(true);
    expect(isRiskyFile("laudo.pdf")).toBe(false);
  });
});
