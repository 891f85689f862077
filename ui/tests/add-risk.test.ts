// Keys that the person presses right after "Add a risk" or "Add a measure" go into the new row.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { asOfNow, changed } from "./program";

const field = (id: string, role: string, kind = "line"): object => ({
  id,
  role,
  kind,
  label: id,
  hint: "",
  law: [],
  options: [],
});
const cell = { value: null, refs: [], missing: true, asked: true };
const fieldView = (row: string, of: object): object => ({ row, field: of, options: [], cell });
const title = field("title", "risk_title");
const words = field("words", "measure_words", "text");
const named = (row: string): object => ({ row, register: "risk", number: row.toUpperCase(), label: "" });
let risks: string[] = [];
let measures: string[] = [];
let added: string[] = [];
let slow: Promise<void> | null = null;
const register = (): object => ({
  frame: {
    method: { likelihood: [], severity: [], risk: [], matrix: [], sides: [] },
    risk: { id: "risk", fields: [title] },
    measure: { id: "measure", fields: [words, field("serves", "measure_serves", "choice")] },
  },
  risks: risks.map((row) => ({
    risk: named(row),
    concerns: ["subjects"],
    owner: "",
    sides: [],
    options: [],
    measures: [],
    open: [],
  })),
});
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    if (name === "project")
      return asOfNow({
        head: { id: "p" },
        undo: { undo: null, redo: null },
        forms: [],
        providers: [],
        controllers: [],
      });
    if (name === "citations") return asOfNow({ citations: {} });
    if (name === "findings") return asOfNow({ findings: [] });
    if (name === "scenarios") return { scenarios: [], scales: [] };
    if (name === "risks") return asOfNow({ register: register() });
    if (name === "risk") {
      const all = measures.map((row) => ({ measure: named(row), fields: [fieldView(row, words)] }));
      return asOfNow({
        detail: { risk: named(String(args.row)), fields: [fieldView(String(args.row), title)], measures: all },
      });
    }
    if (name !== "add_row") return changed();
    const row = `${args.register === "risk" ? "r" : "m"}${added.length + 1}`;
    added.push(row);
    await slow;
    (args.register === "risk" ? risks : measures).push(row);
    return changed({ rows: [row] }, { row });
  },
}));
const { closeProject, model, openProject } = await import("../src/state/session.svelte");
const { placeOf } = await import("../src/state/model");
const { router } = await import("../src/state/route.svelte");
const { default: Risks } = await import("../src/screens/Risks.svelte");

let page: Record<string, never>;
let go: () => void = () => {};
const button = (testid: string): HTMLButtonElement | null => document.querySelector(`[data-testid=${testid}]`);
async function until(check: () => void): Promise<void> {
  await vi.waitFor(() => {
    flushSync();
    check();
  });
}
/** Types at the focus, as the window does where the focus takes no letters: they are lost. */
function type(letters: string): void {
  const at = document.activeElement;
  if (at instanceof HTMLTextAreaElement) at.value += letters;
}
beforeEach(() => {
  [risks, measures, added] = [[], [], []];
  slow = new Promise((done) => (go = done));
});
async function open(at?: string): Promise<void> {
  router.route = { screen: "risks", project: "p", ...(at ? { at } : {}) };
  await openProject("p");
  page = mount(Risks, { target: document.body }) as Record<string, never>;
}
afterEach(async () => {
  await unmount(page);
  closeProject();
});

it("become the name of the new risk, and ask for no second one", async () => {
  await open();
  await until(() => expect(button("add-risk")).not.toBeNull());
  button("add-risk")?.click();
  button("add-risk")?.click();
  type("Loss of keys");
  go();
  await until(() =>
    expect(document.querySelector<HTMLTextAreaElement>("[data-risk-panel] textarea")?.value).toBe("Loss of keys"),
  );
  expect(document.activeElement).toBe(document.querySelector("[data-risk-panel] textarea"));
  expect(model.answers.own(placeOf("p", "r1", "title"))?.value).toEqual({ kind: "line", value: "Loss of keys" });
  expect(added).toEqual(["r1"]);
});

it("become the words of the new measure", async () => {
  risks = ["r9"];
  await open("r9");
  await until(() => expect(button("add-measure")).not.toBeNull());
  button("add-measure")?.click();
  button("add-measure")?.click();
  type("Train the ward");
  go();
  const text = (): HTMLElement | null => document.querySelector("[data-risk-panel] .measure [role=textbox]");
  await until(() => expect(text()?.textContent).toBe("Train the ward"));
  expect(document.activeElement).toBe(text());
  expect(added).toEqual(["m1"]);
});
