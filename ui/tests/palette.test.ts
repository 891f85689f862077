// The search over everything: what it finds leads to its place.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Hit } from "../src/bindings";

const hit = (more: Partial<Hit>): Hit =>
  ({
    project: null,
    context: "North",
    title: "Copies of folders",
    snippet: [],
    form: null,
    section: null,
    row: null,
    ...more,
  }) as Hit;
const hits = [
  hit({ kind: "passage", provider: "north", page: "north/backup", statement: "north/backup#9" }),
  hit({ kind: "statement", provider: "north", page: "north/backup", statement: "north/audit" }),
];
vi.mock("../src/bridge", () => ({ refusal: (thrown: unknown) => thrown, call: async () => ({ hits }) }));
const { router } = await import("../src/state/route.svelte");
const { default: Palette } = await import("../src/kit/Palette.svelte");

let page: Record<string, never>;
const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-testid=hit]")];
beforeEach(async () => {
  router.route = { screen: "overview", project: "p" };
  page = mount(Palette, {
    target: document.body,
    props: { within: "everything", onclose: () => {}, onhelp: () => {} },
  }) as Record<string, never>;
  const field = document.querySelector<HTMLInputElement>("[data-testid=search-input]");
  if (!field) throw new Error("there is no field");
  field.value = "nightly";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => {
    flushSync();
    expect(options().length).toBe(2);
  });
});
afterEach(() => unmount(page));

it.each([
  [0, "Passage", "#/p/p/library/north?page=north%2Fbackup&at=9"],
  [1, "Statement", "#/p/p/library/north?page=north%2Fbackup&at=north%2Faudit"],
])("leads from hit %i, a %s, to its place on the page", async (at, kind, address) => {
  expect(options()[at]?.querySelector(".what")?.textContent).toBe(kind);
  options()[at]?.click();
  await vi.waitFor(() => expect(location.hash).toBe(address));
});
