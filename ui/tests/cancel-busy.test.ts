// "Cancel" does nothing while what the person asked for is under way: it could not be cancelled any more.
import { createRawSnippet, flushSync, mount, unmount, type Component } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

const never = (): Promise<never> => new Promise(() => undefined);
const asked: string[] = [];
const move = { form: "dpia", short: "DPIA", from: "1", to: "2", new: [], changed: [], gone: [], carried: 0 };
const place = { row: "d", field: "name", nth: 0, name: "D1", label: "Name", before: "", words: "blood", after: "" };
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) =>
    name === "look_at_form" ? move : name === "find" ? { revision: 1, count: 1, places: [place] } : {},
}));
const slow = (): Promise<never> => (asked.push("it"), never());
vi.mock("../src/state/changes", () => ({
  savedFirst: async () => true,
  change: () => slow(),
  waive: () => slow(),
  undo: () => slow(),
}));
const { session } = await import("../src/state/session.svelte");
const { default: ConfirmRemoval } = await import("../src/kit/ConfirmRemoval.svelte");
const { default: ReplaceDialog } = await import("../src/kit/ReplaceDialog.svelte");
const { default: WaiveDialog } = await import("../src/kit/WaiveDialog.svelte");
const { default: FreezeDialog } = await import("../src/versions/FreezeDialog.svelte");
const { default: MoveForm } = await import("../src/form/MoveForm.svelte");
const { default: MakeStatement } = await import("../src/library/MakeStatement.svelte");

let page: Record<string, unknown> | undefined;
afterEach(async () => {
  if (page) await unmount(page);
  asked.length = 0;
});
const button = (testid: string): HTMLButtonElement | null => document.querySelector(`[data-testid=${testid}]`);
const cancel = (): HTMLButtonElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>("dialog button")].find((one) => one.textContent === "Cancel");

function type(testid: string, words: string): void {
  const field = document.querySelector<HTMLInputElement>(`[data-testid=${testid}]`);
  if (!field) throw new Error(`there is no ${testid}`);
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

const topic = { id: "backup", title: "Copies", question: "", group: "", iso: [], gdpr: [] };
const children = createRawSnippet(() => ({ render: () => "<p>It stays.</p>" }));
const dialogs: [string, unknown, object, string, () => void][] = [
  [
    "a removal",
    ConfirmRemoval,
    { title: "Remove?", remove: "Remove", onremove: slow, children, testid: "x" },
    "x-do",
    () => {},
  ],
  ["replacing", ReplaceDialog, {}, "replace-do", () => type("replace-words", "blood")],
  [
    "a waiver",
    WaiveDialog,
    { finding: { key: "f", text: "No reason." } },
    "waive-do",
    () => type("waive-reason", "Because."),
  ],
  ["a version", FreezeDialog, { kind: "approved", number: 1 }, "freeze", () => type("freeze-by", "Kari")],
  ["another version of a form", MoveForm, { project: "p", form: "dpia" }, "move-form-do", () => {}],
  [
    "a statement",
    MakeStatement,
    { passage: "Copied.", topics: [topic], onmake: slow },
    "statement-make",
    () => document.querySelector<HTMLInputElement>("fieldset input")?.click(),
  ],
];

it.each(dialogs)("of %s", async (_, dialog, props, act, fill) => {
  session.overview = { head: { id: "p" }, forms: [], providers: [] } as never;
  const onclose = vi.fn();
  page = mount(dialog as Component, { target: document.body, props: { ...props, onclose } });
  const doing = `dialog button[data-testid=${act}]`;
  await vi.waitFor(() => {
    flushSync();
    expect(document.querySelector(doing)).not.toBeNull();
  });
  fill();
  await vi.waitFor(() => {
    flushSync();
    expect(document.querySelector<HTMLButtonElement>(doing)?.disabled).toBe(false);
  });
  document.querySelector<HTMLButtonElement>(doing)?.click();
  await vi.waitFor(() => {
    flushSync();
    expect([asked, button(act) === null]).toEqual([["it"], false]);
  });
  cancel()?.click();
  expect(onclose).not.toHaveBeenCalled();
  expect(cancel()?.getAttribute("aria-disabled")).toBe("true");
});
