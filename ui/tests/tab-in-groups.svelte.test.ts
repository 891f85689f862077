// Tab in the last answer of a group of rows: a new row of that group, which Tab takes back while it is empty.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { GroupView, RowView, TableView, Value } from "../src/bindings";

const made: { register: string; values: unknown }[] = [];
let undone = 0;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) => {
    if (name === "undo") undone++;
    return {};
  },
}));
vi.mock("../src/state/changes", () => ({
  addRow: async (register: string, values: unknown) => {
    made.push({ register, values });
    return "new";
  },
  change: async (make: (project: string) => Promise<unknown>) => make("p"),
}));
const { default: Table } = await import("../src/form/Table.svelte");

const field = (id: string) => ({ id, label: id, kind: "line", role: null, options: [], law: [], hint: "", prompt: "" });
const column = (id: string) => ({ id, label: id, hint: "", names_row: false, field: field(id), options: [], width: 1 });
const line = (value: string): Value => ({ kind: "line", value });
function row(id: string, words: string): RowView {
  const cells = [line("subject of the group"), words ? line(words) : undefined].map((value) => ({
    asked: true,
    missing: false,
    refs: [],
    value,
  }));
  return { id, register: "measure", number: id, label: words, cells };
}
const group = (id: string, rows: RowView[]): GroupView => ({
  id,
  label: id,
  law: [],
  hint: "",
  topics: [],
  required: false,
  new_row: [{ field: "serves", value: line("subject of the group") }],
  rows,
});
const table = (groups: GroupView[]): TableView =>
  ({
    id: "measures",
    title: "Measures",
    columns: [column("serves"), column("words")],
    subjects_label: "Objective",
    groups,
    adds: [{ register: "measure", one: "measure", values: [] }],
    empty: "",
  }) as never;

let page: Record<string, unknown>;
const props = $state({ table: table([]), around: { law: [], hint: "" }, partTitle: "" });
function open(groups: GroupView[]): void {
  props.table = table(groups);
  page = mount(Table, { target: document.body, props });
  flushSync();
}
/** Presses Tab in the last answer of a row. Returns whether the window kept the key from the webview. */
function tab(id: string): boolean {
  const last = [...document.querySelectorAll<HTMLElement>(`[data-row=${id}] textarea`)].at(-1) as HTMLElement;
  last.focus();
  const press = new KeyboardEvent("keydown", { key: "Tab", bubbles: true, cancelable: true });
  last.dispatchEvent(press);
  return press.defaultPrevented;
}
beforeEach(() => {
  made.length = undone = 0;
});
afterEach(() => unmount(page));

it("adds a row where the last row of the group holds words, and another group follows", () => {
  open([group("privacy", [row("m1", "Train"), row("m2", "Encrypt")]), group("safety", [row("m3", "Lock")])]);
  expect(tab("m1"), "a row follows in the group").toBe(false);
  expect(tab("m2")).toBe(true);
  const values = [{ field: "serves", value: line("subject of the group") }];
  expect(made, "the row has the subject of its group").toEqual([{ register: "measure", values }]);
});

it("goes on where the last row has nothing besides what a new row is given", () => {
  open([group("privacy", [row("m1", "")]), group("safety", [row("m2", "Lock")])]);
  expect(tab("m1")).toBe(false);
  expect(tab("m2"), "a group with words adds its row").toBe(true);
  expect(made.length).toBe(1);
});

it("takes the new row back while it is empty, and goes on to the button of the group", async () => {
  const first = group("privacy", [row("m1", "Train")]);
  open([first, group("safety", [row("m2", "Lock")])]);
  tab("m2");
  props.table = table([first, group("safety", [row("m2", "Lock"), row("new", "")])]);
  await vi.waitFor(() => {
    flushSync();
    expect(document.activeElement?.closest("[data-row]")?.getAttribute("data-row")).toBe("new");
  });
  expect(tab("new")).toBe(true);
  await vi.waitFor(() => expect(undone).toBe(1));
  await vi.waitFor(() =>
    expect(document.activeElement?.getAttribute("data-testid"), "not the button of the first group").toBe(
      "add-measures-safety",
    ),
  );
  expect(made.length, "no further row").toBe(1);
});
