// What a change tells of a form, put into the view that the window has.
import { describe, expect, it } from "vitest";

import type { FormAnswer, FormChange, RowView, SectionView } from "../src/bindings";
import { patched } from "../src/state/patch";
import { sharing } from "../src/state/share";

const row = (id: string, text: string): RowView =>
  ({
    id,
    register: "risk",
    number: id,
    label: text,
    cells: [{ asked: true, value: { kind: "line", value: text } }],
  }) as never;
const section = (id: string, rows: RowView[], filled = 0): SectionView =>
  ({
    id,
    title: id,
    progress: { filled, required: 3, gaps: [] },
    parts: [{ id: `${id}.1`, blocks: [{ type: "table", id: "t", groups: [{ id: "", rows }] }] }],
  }) as never;
const form = (...sections: SectionView[]): FormAnswer => ({ form: "rar", revision: 4, cited: [], sections }) as never;
const before = form(section("1", [row("a", "A"), row("b", "B")]), section("2", [row("c", "C")]));

function change(told: RowView[], order: string[], more: Partial<FormChange> = {}): FormChange {
  const { parts, progress } = section("1", told, 1);
  const sections = [{ id: "1", progress, parts: [{ part: parts[0] as never, rows: [[order]] }] }];
  return { form: "rar", since: 4, sections, cited: null, ...more };
}

describe("a change of a form", () => {
  it("brings rows that came or changed, and keeps the others and their order", () => {
    const after = patched(before, change([row("b", "B!"), row("d", "D")], ["d", "b", "a"]), 5);
    expect(after).toEqual({
      ...form(section("1", [row("d", "D"), row("b", "B!"), row("a", "A")], 1), section("2", [row("c", "C")])),
      revision: 5,
    });
  });

  it("leaves what did not change the very same object, so that it is not drawn anew", () => {
    const after = patched(before, change([row("b", "B!")], ["a", "b"]), 5);
    expect(after?.sections[1]).toBe(before.sections[1]);
    const rowsOf = (view: FormAnswer | null): RowView[] => {
      const block = view?.sections[0]?.parts[0]?.blocks[0];
      return block?.type === "table" ? (block.groups[0]?.rows ?? []) : [];
    };
    expect(rowsOf(after)[0]).toBe(rowsOf(before)[0]);
    expect(rowsOf(after)[1]).not.toBe(rowsOf(before)[1]);
  });

  it("does not follow when it is for another revision or form, or names rows that the view does not have", () => {
    expect(patched(before, change([], ["a", "b"], { since: 3 }), 5)).toBeNull();
    expect(patched(before, change([], ["a", "b"], { since: 5 }), 6)).toBeNull();
    expect(patched(before, change([], ["a", "b"], { form: "edpb-dpia" }), 5)).toBeNull();
    expect(patched(before, change([], ["a", "x"]), 5)).toBeNull();
  });

  it("brings the names of the controllers where they changed", () => {
    const told = change([], ["a", "b"], { controllers: ["NTNU", "Aarhus University"] });
    expect(patched(before, told, 5)?.controllers).toEqual(["NTNU", "Aarhus University"]);
    const named = { ...before, controllers: ["NTNU"] };
    expect(patched(named, change([], ["a", "b"]), 5)?.controllers).toEqual(["NTNU"]);
  });

  it("fills a matrix: a risk that is not told stands where it stood", () => {
    const entry = (risk: string, likelihood: number): unknown => ({ risk: { row: risk }, likelihood, severity: 1 });
    const matrix = (...entries: unknown[]): SectionView =>
      ({
        ...section("1", []),
        parts: [{ id: "1.1", blocks: [{ type: "matrix", sides: [{ side: "org_before", entries }] }] }],
      }) as never;
    const view = form(matrix(entry("a", 1), entry("b", 1)));
    const told = (order: string[]): FormChange => {
      const { parts, progress } = matrix(entry("b", 3));
      const sections = [{ id: "1", progress, parts: [{ part: parts[0] as never, rows: [[order]] }] }];
      return { form: "rar", since: 4, sections, cited: null };
    };
    const after = patched(view, told(["a", "b"]), 5);
    expect(after).toEqual({ ...form(matrix(entry("a", 1), entry("b", 3))), revision: 5 });
    expect(patched(view, told(["a", "x"]), 5)).toBeNull();
  });

  it("of nothing in the form takes the view to the new revision", () => {
    expect(patched(before, change([], [], { sections: [] }), 9)).toEqual({ ...before, revision: 9 });
  });
});

describe("two readings of the same", () => {
  it("share what is equal, and only that", () => {
    const one = { a: [{ x: 1 }, { x: 2 }], b: { c: null } };
    const other = { a: [{ x: 1 }, { x: 3 }], b: { c: null } };
    const shared = sharing(one, other);
    expect(shared).toEqual(other);
    expect(shared.b).toBe(one.b);
    expect(shared.a[0]).toBe(one.a[0]);
    expect(sharing(one, structuredClone(one))).toBe(one);
    expect(sharing({ a: undefined }, {})).toEqual({});
    expect(sharing([1, 2], [1])).toEqual([1]);
    expect(Array.isArray(sharing({}, []))).toBe(true);
  });
});
