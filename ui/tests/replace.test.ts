// Find and replace: what was found is listed and chosen, and what is left out stays.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { FoundPlace } from "../src/bindings";

const place = (nth: number, more: Partial<FoundPlace> = {}): FoundPlace => ({
  row: "d1",
  field: "name",
  nth,
  name: "D1 Blood",
  label: "Data item",
  form: "edpb-dpia",
  section: "2",
  before: "Of ",
  words: "blood",
  after: " and hair",
  ...more,
});
const calls: [string, Record<string, unknown>][] = [];
let found = { revision: 4, count: 2, places: [place(0), place(1)] };
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    calls.push([name, args]);
    return name === "find" ? found : {};
  },
}));
vi.mock("../src/state/changes", () => ({
  savedFirst: async () => true,
  undo: async () => {},
  change: async (make: (project: string) => Promise<unknown>) => make("p"),
}));
const { session } = await import("../src/state/session.svelte");
const { default: ReplaceDialog } = await import("../src/kit/ReplaceDialog.svelte");

let page: Record<string, never>;
let closed = 0;
const get = <E extends HTMLElement>(id: string): E => {
  const one = document.querySelector<E>(`[data-testid=${id}]`);
  if (!one) throw new Error(`there is no ${id}`);
  return one;
};
const places = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-testid=replace-place]")];
function type(id: string, words: string): void {
  const field = get<HTMLInputElement>(id);
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
}
async function look(words: string): Promise<void> {
  type("replace-words", words);
  await vi.waitFor(() => {
    flushSync();
    expect(calls.some(([name]) => name === "find")).toBe(true);
    expect(get("replace-outcome").textContent?.trim()).not.toBe("");
  });
}
beforeEach(() => {
  calls.length = closed = 0;
  found = { revision: 4, count: 2, places: [place(0), place(1)] };
  session.overview = { head: { id: "p" }, forms: [{ form: "edpb-dpia", short: "DPIA", sections: [] }] } as never;
  page = mount(ReplaceDialog, { target: document.body, props: { onclose: () => closed++ } }) as Record<string, never>;
  flushSync();
});
afterEach(() => unmount(page));

it("replaces at the places that are ticked, of the revision in which they were found", async () => {
  await look("blood");
  expect(places().length).toBe(2);
  expect(places()[0]?.textContent).toContain("DPIA 2 · D1 Blood · Data item");
  places()[0]?.querySelector<HTMLInputElement>("input")?.click();
  flushSync();
  type("replace-with", "saliva");
  get<HTMLButtonElement>("replace-do").click();
  await vi.waitFor(() => expect(closed).toBe(1));
  const [, args] = calls.find(([name]) => name === "replace") ?? [];
  expect(args).toEqual({
    project: "p",
    words: "blood",
    case: false,
    whole: false,
    with: "saliva",
    revision: 4,
    places: [{ row: "d1", field: "name", nth: 1 }],
  });
});

it("says when there is nothing, and when not all is listed", async () => {
  found = { revision: 4, count: 0, places: [] };
  await look("hair");
  expect(get("replace-outcome").textContent).toContain("no answer");
  expect(get<HTMLButtonElement>("replace-do").disabled).toBe(true);
  found = { revision: 4, count: 900, places: [place(0)] };
  calls.length = 0;
  await look("blood");
  await vi.waitFor(() => {
    flushSync();
    expect(get("replace-outcome").textContent).toContain("900 places");
  });
  expect(get("replace-outcome").textContent).toContain("first 1 places");
});

it("replaces nothing when everything is left out", async () => {
  await look("blood");
  for (const one of places()) one.querySelector<HTMLInputElement>("input")?.click();
  flushSync();
  expect(get<HTMLButtonElement>("replace-do").disabled).toBe(true);
  expect(calls.some(([name]) => name === "replace")).toBe(false);
});

/** Presses Enter as a webview does: unless the window prevents it, the form of the field is sent. */
function enter(id: string, held = false): void {
  const at = get<HTMLElement>(id);
  const press = new KeyboardEvent("keydown", { key: "Enter", repeat: held, bubbles: true, cancelable: true });
  if (at.dispatchEvent(press)) at.closest("form")?.requestSubmit(get<HTMLButtonElement>("replace-do"));
  flushSync();
}
const replaced = (): Record<string, unknown>[] => calls.flatMap(([name, args]) => (name === "replace" ? [args] : []));

it("searches with Enter in the words to find, and changes nothing", async () => {
  type("replace-words", "blood");
  enter("replace-words");
  expect(document.activeElement, "the replacement is next").toBe(get("replace-with"));
  await vi.waitFor(() => {
    flushSync();
    expect(places().length).toBe(2);
  });
  enter("replace-words");
  enter("replace-words", true);
  await Promise.resolve();
  expect(replaced(), "the replacement is still empty: Enter would delete every place").toEqual([]);
});

it("deletes only where the person presses the button that says so", async () => {
  await look("blood");
  await vi.waitFor(() => {
    flushSync();
    expect(get("replace-do").textContent).toBe("Delete at 2 places");
  });
  enter("replace-with");
  expect(document.activeElement).toBe(get("replace-do"));
  enter("replace-do", true);
  expect(replaced(), "a key that is held down does not go on to the button").toEqual([]);
  type("replace-with", "saliva");
  expect(get("replace-do").textContent).toBe("Replace at 2 places");
  enter("replace-with");
  await vi.waitFor(() => expect(replaced().length).toBe(1));
});

it("never sends new words with the places of the words before", async () => {
  await look("blood");
  await vi.waitFor(() => {
    flushSync();
    expect(places().length).toBe(2);
  });
  type("replace-words", "hair");
  expect(places(), "the places of other words are gone at once").toEqual([]);
  expect(get<HTMLButtonElement>("replace-do").disabled).toBe(true);
  type("replace-words", "blood");
  get<HTMLInputElement>("replace-case").click();
  flushSync();
  expect(places(), "so are places without regard to case").toEqual([]);
  get("replace-do").closest("form")?.requestSubmit();
  await Promise.resolve();
  expect(replaced()).toEqual([]);
});
