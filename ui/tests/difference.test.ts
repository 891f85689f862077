import { describe, expect, it } from "vitest";

import type { FormView } from "../src/bindings";
import { firstDifference } from "../src/form/difference";

interface Row {
  id: string;
  text: string;
}
/** A form with a field in each of two sections, and a table of rows that both show. */
function form(fields: [string, string], rows: Row[]): FormView {
  const cell = (value: string): unknown => ({ value: { kind: "line", value } });
  const table = {
    type: "table",
    columns: [
      { id: "name", field: { id: "name" }, read_only: false },
      { id: "level", read_only: true },
    ],
    groups: [
      {
        rows: rows.map((row, at) => ({
          id: row.id,
          number: `D${at + 1}`,
          cells: [cell(row.text), cell("worked out")],
        })),
      },
    ],
  };
  const section = (id: string, field: string): unknown => ({
    id,
    parts: [
      { id: `${id}.1`, blocks: [{ type: "field", row: "one", field: { id: `f${id}` }, cell: cell(field) }] },
      { id: `${id}.2`, blocks: [table] },
    ],
  });
  return { form: "f", sections: [section("1", fields[0]), section("2", fields[1])], cited: [] } as unknown as FormView;
}
const rows: Row[] = [
  { id: "a", text: "A" },
  { id: "b", text: "B" },
];

describe("what undo changed", () => {
  it("is the answer that says something else, wherever it is", () => {
    expect(firstDifference(form(["x", "y"], rows), form(["x", "z"], rows), "1")).toEqual({
      section: "2",
      at: "one/f2",
    });
  });
  it("is found in the open section first, where several show it", () => {
    const after = form(["x", "y"], [rows[0]!, { id: "b", text: "changed" }]);
    expect(firstDifference(form(["x", "y"], rows), after, "2")).toEqual({ section: "2", at: "b/name" });
    expect(firstDifference(form(["x", "y"], rows), after, undefined)).toEqual({ section: "1", at: "b/name" });
  });
  it("is a row that came back, the row after one that went, or the part that lost its last one", () => {
    expect(firstDifference(form(["x", "y"], [rows[1]!]), form(["x", "y"], rows), "1")).toEqual({
      section: "1",
      at: "a",
    });
    expect(firstDifference(form(["x", "y"], rows), form(["x", "y"], [rows[1]!]), "1")).toEqual({
      section: "1",
      at: "b",
    });
    expect(firstDifference(form(["x", "y"], rows), form(["x", "y"], [rows[0]!]), "1")).toEqual({
      section: "1",
      at: "part:1.2",
    });
  });
  it("is not a row that stands in two tables of a part", () => {
    const twice = form(["x", "y"], rows);
    for (const section of twice.sections) section.parts[1]!.blocks.push(section.parts[1]!.blocks[0]!);
    expect(firstDifference(twice, twice, "1")).toBeNull();
  });
  it("is nothing where the form says the same", () => {
    expect(firstDifference(form(["x", "y"], rows), form(["x", "y"], rows), "1")).toBeNull();
  });
});
