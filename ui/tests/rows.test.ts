// Rows of a table by keyboard and by pointer: where they go, where Tab stops, what is filled in from above.
import { describe, expect, it } from "vitest";

import type { ColumnView, RowView } from "../src/bindings";
import { filledWith } from "../src/form/fill-down";
import { dragRow } from "../src/form/row-drag";
import { holdsWords, isLastStop, stopsOf } from "../src/form/row-keys";
import { placeAtHeight, rowBefore } from "../src/form/row-order";

const row = (id: string, register = "r") => ({ id, register });

describe("a row that is moved", () => {
  const [a, b, x, c, d] = [row("a"), row("b"), row("x", "other"), row("c"), row("d")];
  const all = [a, b, x, c, d];
  it("goes behind the right one, up and down, to the first place and to the last", () => {
    expect(rowBefore(all, all, a, 1)).toEqual({ after: "b" });
    expect(rowBefore(all, all, a, 3)).toEqual({ after: "d" });
    expect(rowBefore(all, all, d, 0)).toEqual({ after: undefined });
    expect(rowBefore(all, all, d, 2)).toEqual({ after: "b" });
    expect(rowBefore(all, all, c, 1)).toEqual({ after: "a" });
  });
  it("stays where it is at its own place, and where there is none", () => {
    for (const to of [-1, 0, 4]) expect(rowBefore(all, all, a, to)).toBeNull();
    expect(rowBefore(all, [b], a, 0)).toBeNull();
  });
  it("upwards goes right before the one whose place it takes, which may follow rows of another group", () => {
    expect(rowBefore(all, [c, d], d, 0)).toEqual({ after: "b" });
  });
  it("by the pointer stands behind all whose middle it has passed", () => {
    const spans = [0, 10, 20, 30].map((top) => ({ top, bottom: top + 10 }));
    expect([-5, 4, 6, 16, 26, 99].map((y) => placeAtHeight(spans, 1, y))).toEqual([0, 0, 1, 1, 2, 3]);
  });
});

describe("dragging", () => {
  function rows(): HTMLElement[] {
    document.body.innerHTML = "";
    return [0, 1, 2].map((at) => {
      const el = document.createElement("div");
      el.getBoundingClientRect = () => ({ top: at * 10, bottom: at * 10 + 10 }) as DOMRect;
      document.body.append(el);
      return el;
    });
  }
  const pointer = (name: string, clientY = 0): void => {
    dispatchEvent(Object.assign(new Event(name), { clientY, pointerId: 1 }));
  };
  function drag(from: number): { places: number[]; elements: HTMLElement[] } {
    const places: number[] = [];
    const elements = rows();
    const handle = document.createElement("span");
    const start = Object.assign(new Event("pointerdown"), { pointerId: 1 }) as PointerEvent;
    dragRow({ handle, pointer: start, rows: elements, from, page: null, onplace: (to) => places.push(to) });
    return { places, elements };
  }
  it("marks where the row would go, and puts it there when it is let go", () => {
    const { places, elements } = drag(0);
    pointer("pointermove", 17);
    expect(elements.map((el) => el.className)).toEqual(["dragged", "", "drop-before"]);
    pointer("pointermove", 28);
    expect(elements.map((el) => el.className)).toEqual(["dragged", "", "drop-after"]);
    pointer("pointerup");
    expect(places).toEqual([2]);
    expect(elements.map((el) => el.className)).toEqual(["", "", ""]);
    pointer("pointerup");
    expect(places).toEqual([2]);
  });
  it("that ends by Escape, or where it began, changes nothing", () => {
    const given = drag(2);
    pointer("pointermove", 1);
    dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    pointer("pointerup");
    expect(given.places).toEqual([]);
    const still = drag(1);
    pointer("pointermove", 15);
    pointer("pointerup");
    expect(still.places).toEqual([]);
  });
});

describe("Tab in a row", () => {
  it("leaves it at the last stop; of radio buttons any, and nothing hidden or left out", () => {
    const line = document.createElement("div");
    for (const [tag, more] of [
      ["textarea", {}],
      ["input", { type: "radio", name: "n" }],
      ["input", { type: "radio", name: "n" }],
      ["button", { disabled: true }],
      ["button", { tabIndex: -1 }],
    ] as const)
      line.append(Object.assign(document.createElement(tag), more));
    const hidden = document.createElement("div");
    hidden.hidden = true;
    hidden.append(document.createElement("input"));
    line.append(hidden);
    const [text, first, second] = [...line.children];
    expect(stopsOf(line)).toEqual([text, second]);
    expect([text, first, second].map((el) => isLastStop(line, el as Element))).toEqual([false, true, true]);
  });
});

describe("filling in from above", () => {
  const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "so" }] }] };
  const column = (kind: string, more: object = {}): ColumnView =>
    ({ id: "f", field: { id: "f", kind }, ...more }) as never;
  const to = (asked = true): RowView => ({ id: "below", register: "r", cells: [{ asked }] }) as never;
  it.each([
    ["line", { kind: "line", value: "x" }],
    ["date", { kind: "date", value: "2026-11-22" }],
    ["choice", { kind: "choice", value: { option: "a", note: "n" } }],
    ["choices", { kind: "choices", value: [{ option: "a" }] }],
    ["refs", { kind: "refs", value: ["r1"] }],
    ["level", { kind: "level", value: 3 }],
    ["citations", { kind: "citations", value: ["c1"] }],
    ["acceptance", { kind: "acceptance", value: { accepted: true, name: "O", role: "R", date: null } }],
    ["scale", { kind: "scale", value: [] }],
    ["matrix", { kind: "matrix", value: [[1]] }],
  ])("takes a %s as it is", (kind, value) => {
    expect(filledWith({ value, doc: undefined } as never, to(), column(kind), 0)).toEqual({
      row: "below",
      field: "f",
      value,
    });
  });
  it("takes the words of a text, and the reason of a yes or no", () => {
    expect(filledWith({ value: null, doc }, to(), column("text"), 0)).toEqual({
      row: "below",
      field: "f",
      value: null,
      doc,
    });
    const yes = { kind: "yes_no", value: { answer: true, reason: "so" } } as never;
    expect(filledWith({ value: yes, doc }, to(), column("yes_no"), 0)).toEqual({
      row: "below",
      field: "f",
      value: yes,
      doc,
    });
  });
  it("takes nothing where nothing stands above, or nothing can be answered", () => {
    const line = { value: { kind: "line", value: "x" } as const, doc: undefined };
    expect(filledWith({ value: null, doc: undefined }, to(), column("line"), 0)).toBeNull();
    expect(
      filledWith({ value: null, doc: { type: "doc", content: [{ type: "paragraph" }] } }, to(), column("text"), 0),
    ).toBeNull();
    expect(filledWith(line, to(false), column("line"), 0)).toBeNull();
    expect(filledWith(line, to(), column("line", { read_only: true }), 0)).toBeNull();
    expect(filledWith(line, to(), { id: "computed" } as never, 0)).toBeNull();
  });
  it("knows a row without any answer", () => {
    expect(holdsWords({ cells: [{}, { value: null }] } as never)).toBe(false);
    expect(holdsWords({ cells: [{ value: { kind: "level", value: 1 } }] } as never)).toBe(true);
  });
});
