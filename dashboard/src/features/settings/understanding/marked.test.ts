import { expect, test } from "vitest";

import { piecesOf } from "./marked";

test("pieces join to the text, and a place counts code points", () => {
  const text = "😀 oi Ana às 3";
  const name = { start: 5, end: 8 };
  const pieces = piecesOf(text, [name, { start: 5, end: 13 }]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.find((piece) => piece.marks.includes(name))?.text).toBe("Ana");
  expect(pieces.map((piece) => piece.marks.length)).toEqual([0, 2, 1]);
});

test("a place outside of the text marks nothing", () => {
  expect(piecesOf("oi", [{ start: 7, end: 9 }]).map((piece) => piece.text)).toEqual(["oi"]);
});
