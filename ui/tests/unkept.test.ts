// What the person wrote and nobody has kept yet is shown before the window closes or another workspace is opened.
import { createRawSnippet, flushSync, mount, unmount, type Component } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

let opened = 0;
const changes: unknown[] = [];
let refuse = false;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    const { asOfNow, changed } = await import("./program");
    if (name === "change_project") {
      if (refuse) throw { code: "disk_full", message: "The disk is full." };
      changes.push(args);
      return changed({ head: true });
    }
    if (name === "project")
      return asOfNow({
        head: { id: "p", title: "P", version: "1.0", language: "en", providers: [], forms: [] },
        undo: { undo: null, redo: null },
        forms: [],
        providers: [],
        controllers: [],
        steps: [],
        carry_over: null,
      });
    if (name === "citations") return asOfNow({ citations: {} });
    if (name === "duties") return { today: "2026-11-20", duties: [] };
    if (name === "highest_risks") return { risks: [] };
    if (name === "library") return { providers: [] };
    if (name === "look_at_import")
      return { pages: [], name: "North", address: "", date: null, format: "markdown", formats: [], troubles: [] };
    return {};
  },
  openWorkspace: async () => ((opened += 1), null),
  choosePages: async () => null,
}));
const { closeProject, openProject } = await import("../src/state/session.svelte");
const { savedWhole } = await import("../src/state/changes");
const { toasts } = await import("../src/state/toasts.svelte");
const { unsavedTexts } = await import("../src/state/unsaved");
const { holdsUnkept } = await import("../src/state/unkept");
const { draft } = await import("../src/state/new-project.svelte");
const { keepDraft } = await import("../src/remarks/drafts");
const { Typeahead } = await import("../src/form/typeahead");
const { default: Dialog } = await import("../src/kit/Dialog.svelte");
const { default: DayEntry } = await import("../src/fields/DayEntry.svelte");
const { default: Due } = await import("../src/requests/Due.svelte");
const { default: Settle } = await import("../src/drift/Settle.svelte");
const { default: Import } = await import("../src/screens/Import.svelte");
const { default: Overview } = await import("../src/screens/Overview.svelte");
const { default: OtherWorkspace } = await import("../src/kit/OtherWorkspace.svelte");

const pages: Record<string, unknown>[] = [];
async function open(what: unknown, props: object): Promise<void> {
  pages.push(mount(what as Component, { target: document.body, props: props }));
  await settle();
}
afterEach(async () => {
  for (const page of pages.splice(0)) await unmount(page);
  toasts.splice(0);
  closeProject();
  [opened, refuse] = [0, false];
  changes.length = 0;
  expect(unsavedTexts(), "a place that is gone holds nothing").toEqual([]);
});
async function settle(): Promise<void> {
  flushSync();
  await new Promise((done) => setTimeout(done, 5));
  flushSync();
}
function type(selector: string, words: string): HTMLInputElement {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`there is no ${selector}`);
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  return field;
}

it("in a dialog", async () => {
  const children = createRawSnippet(() => ({ render: () => '<p><input id="a" value="asked" /></p>' }));
  await open(Dialog, { label: "Reason", onclose: () => {}, children });
  expect(unsavedTexts()).toEqual([]);
  type("#a", "Because");
  expect(unsavedTexts()).toEqual(["Because"]);
});

it("in the answer to a remark, in a new project, and while a row is made", () => {
  keepDraft("p", "r", "We agree.");
  draft.title = "Kidneys";
  const typeahead = new Typeahead("Add a row");
  (document.activeElement as HTMLTextAreaElement).value = "Blood";
  const held = unsavedTexts();
  keepDraft("p", "r", "");
  draft.clear();
  typeahead.end(null);
  expect(new Set(held)).toEqual(new Set(["We agree.", "Kidneys", "Blood"]));
});

it("in the reason why changed words may stay", async () => {
  await open(Settle, { items: [{ citation: "c", now: [], place: {} }], onsettle: async () => false });
  document.querySelector<HTMLButtonElement>("[data-way]")?.click();
  await settle();
  type("[data-testid=settle-reason]", "Checked with the provider");
  expect(unsavedTexts()).toEqual(["Checked with the provider"]);
});

it("in a field with words that are no day", async () => {
  const answer = { replacedAt: 0, dirty: false, leave: () => {} };
  await open(DayEntry, { answer, value: null, label: "Day", prompt: "", onday: () => {} });
  type("textarea", "the week after Easter");
  expect(unsavedTexts()).toEqual(["the week after Easter"]);
  type("textarea", "22.11.2026");
  expect(unsavedTexts()).toEqual([]);
  type("textarea", "soon");
});

it("in the day of a request that is no day; a day is taken as if the person had left the field", async () => {
  await openProject("p");
  await open(Due, { one: { row: "q1", number: "Q1", due: null } });
  type("[data-testid=due-q1]", "soon");
  await savedWhole();
  flushSync();
  expect(unsavedTexts()).toEqual(["soon"]);
});

it("in the details of pages to import, but not what the pages themselves say", async () => {
  await open(Import, {});
  holdsUnkept(() => [])();
  expect(unsavedTexts()).toEqual([]);
});

it("is shown before another workspace is opened, with words that fit", async () => {
  await open(OtherWorkspace, {});
  draft.title = "Kidneys";
  document.querySelector<HTMLButtonElement>("[data-testid=open-workspace]")?.click();
  await settle();
  expect(opened).toBe(0);
  expect(document.querySelector("[data-testid=unsaved-texts]")?.textContent).toBe("Kidneys");
  expect(document.querySelector("[data-testid=leave-dialog] h2")?.textContent).toBe(
    "Something you wrote is not kept yet",
  );
  draft.clear();
});

it("is written where the field takes its words only when the person leaves it", async () => {
  await openProject("p");
  await open(Overview, {});
  const field = type(".facts input", "2.0");
  expect(await savedWhole()).toBe(true);
  expect(changes).toEqual([{ project: "p", version: "2.0" }]);
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
  refuse = true;
  field.value = "3.0";
  expect(await savedWhole(), "nothing is called saved that was refused").toBe(false);
});
