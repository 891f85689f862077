// How the passages of a page become lists, tables and boxes, and what is found in them.
import { expect, it } from "vitest";

import { cellPlace, findOn, textRunsOf, plain } from "../src/library/reading/find";
import { partsOf, type Part } from "../src/library/reading/parts";
import { body, heading, passage, words } from "./published";

/** A part as a line: what it is, and the passages in it. */
function told(part: Part): string {
  switch (part.kind) {
    case "block":
      return part.block.kind;
    case "passage":
      return String(part.passage.number);
    case "list":
      return `${part.ordered ? "ol" : "ul"}(${part.items.map((i) => i.inside.map(told).join(" ")).join(", ")})`;
    case "table":
      return `table(${part.head.map((p) => p.number).join()} / ${part.rows.map((p) => p.number).join()})`;
    case "terms":
      return `terms(${part.passages.map((p) => p.number).join()})`;
    case "box":
      return `${part.title}[${part.parts.map(told).join(" ")}]`;
  }
}

it("nests items, joins rows to one table and draws one box around what stands in it", () => {
  expect(partsOf(body).map(told)).toEqual([
    "1",
    "heading",
    "ul(2 ul(3) 4, 5)",
    "ol(6, 7)",
    "heading",
    "table(8 / 9,10)",
    "11",
    "terms(12,13)",
    "14",
    "Warning[15 ul(16) Linux[17]]",
    "18",
  ]);
});

it("begins another table where heads follow rows, and another list where the marks are of another kind", () => {
  const rows = [true, false, true, true, false].map((head, at) => passage(at + 1, { shape: "row", head }, "x"));
  expect(partsOf(rows).map(told)).toEqual(["table(1 / 2)", "table(3,4 / 5)"]);
});

it("keeps every passage of an item that stands deeper than its list begins", () => {
  const deep = [2, 3, 1].map((depth, at) => passage(at + 1, { shape: "item", depth }, "x"));
  expect(partsOf(deep).map(told)).toEqual(["ul(1 ul(2), 3)"]);
});

it("finds words across emphasis, whatever their capitals, and not across cells", () => {
  const found = findOn(body, " TO  another BUILDING");
  expect(found).toEqual([{ place: cellPlace(1, 0), from: 36, to: 55 }]);
  expect(findOn(body, "nightly 30"), "they stand in two cells").toEqual([]);
  expect(findOn(body, "   "), "nothing is sought").toEqual([]);
  expect(findOn([heading(2, "Copies, copies")], "copies").map((f) => f.from)).toEqual([0, 8]);
});

it("finds letters whose small form is longer at their right place", () => {
  const [found] = findOn([passage(1, { shape: "paragraph" }, "İİ backup")], "Backup");
  expect(found).toEqual({ place: "1.0", from: 3, to: 9 });
});

it("cuts the words where emphasis and marks begin and end, and loses none", () => {
  const first = body[0];
  const cell = first?.kind === "passage" ? (first.passage.cells[0] ?? []) : [];
  const pieces = textRunsOf(cell, [{ from: 36, to: 55 }]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(plain(cell));
  expect(pieces.filter((piece) => piece.mark === 0).map((piece) => [piece.text, piece.strong])).toEqual([
    ["to ", false],
    ["another", true],
    [" building", false],
  ]);
  expect(textRunsOf(words("one"), []).map((piece) => piece.text)).toEqual(["one"]);
});
