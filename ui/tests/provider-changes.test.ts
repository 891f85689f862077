// What changed from one revision of a provider's pages to another.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

import type { Library, ProviderDrift, RevisionSummary } from "../src/bindings";
import { earlier, later, providerDrift } from "./drift-data";

let told: ProviderDrift = providerDrift;
let asked: Record<string, unknown>[] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (_: string, args: Record<string, unknown>) => (asked.push(args), told),
}));
const { router } = await import("../src/state/route.svelte");
const { default: ProviderChanges } = await import("../src/library/ProviderChanges.svelte");

const library = {
  providers: [
    { id: "north", name: "North Compute" },
    { id: "south", name: "South" },
  ],
  topics: [{ id: "deletion", title: "Deletion of data" }],
} as unknown as Library;
let page: Record<string, never> | null = null;
async function shown(revisions: RevisionSummary[] = [], of: Partial<ProviderDrift> = {}): Promise<void> {
  [told, asked] = [{ ...providerDrift, ...of }, []];
  page = mount(ProviderChanges, { target: document.body, props: { library, revisions } }) as Record<string, never>;
  await vi.waitFor(() => {
    flushSync();
    expect(document.querySelector("[role=status]"), "it is read").toBeNull();
  });
}
afterEach(async () => {
  if (page) await unmount(page);
  router.route = { screen: "library", view: "changes" };
});
const section = (title: string): Element => {
  const heading = [...document.querySelectorAll("h2")].find((h2) => h2.textContent?.startsWith(title));
  if (!heading?.parentElement) throw new Error(`there is no ${title}`);
  return heading.parentElement;
};

it("asks for the newest two revisions where none are chosen, and for those of the address", async () => {
  await shown();
  expect(asked).toEqual([{ provider: "north" }]);
  if (page) await unmount(page);
  router.route = { screen: "library", view: "changes", provider: "south", from: "1", to: "3" };
  await shown();
  expect(asked).toEqual([{ provider: "south", from: "1", to: "3" }]);
});

it("shows what tells most first, and a moved passage once with where it was", async () => {
  await shown();
  const heads = [...document.querySelectorAll("h2")].map((h2) => h2.textContent?.replace(/\s+\d+$/, "").trim());
  expect(heads).toEqual([
    "Statements",
    "Topics",
    "Pages",
    "Passages: No longer published",
    "Passages: Reworded",
    "Passages: Split",
    "Passages: Moved",
  ]);
  const moved = section("Passages: Moved");
  expect(moved.querySelector(".compared")).toBeNull();
  expect(moved.textContent).toContain("Was under: Copies of folders / Help");
  expect(section("Passages: Split").querySelectorAll(".words").length, "one before, two now").toBe(3);
});

it("says what those who keep the pack say, and names topics by their titles", async () => {
  await shown();
  expect(section("Statements").textContent).toContain("Less often than before.");
  expect(section("Topics").textContent).toContain("Deletion of data: stated now");
});

it("does not draw thousands of passages at once", async () => {
  const one = providerDrift.drift.passages[1];
  if (!one?.before[0]) throw new Error("there is no such passage");
  const at = one.before[0];
  const passages = Array.from({ length: 120 }, (_, n) => ({ ...one, before: [{ ...at, passage: `p#${n + 1}` }] }));
  await shown([], { drift: { pages: [], statements: [], topics: [], passages } });
  expect(document.querySelectorAll("article").length).toBe(50);
  document.querySelector<HTMLElement>("section button")?.click();
  flushSync();
  expect(document.querySelectorAll("article").length).toBe(100);
});

it("tells no change from a single revision", async () => {
  await shown([], { from: later });
  expect(document.body.textContent).toContain("There is only one set of these pages.");
  if (page) await unmount(page);
  await shown([], { drift: { pages: [], passages: [], statements: [], topics: [] } });
  expect(document.body.textContent).toContain("Nothing changed between these pages.");
});

it("lets two of several revisions be chosen", async () => {
  await shown([earlier, later, { ...later, provider: "south" }]);
  const [, from] = document.querySelectorAll<HTMLSelectElement>("select");
  expect([...(from?.options ?? [])].map((option) => [option.textContent, option.disabled])).toEqual([
    ["1 May 2025", false],
    ["4 May 2026", true],
  ]);
});

it("shows what says it now, be it the same words, several statements or a new one", async () => {
  const gone = "Not published any more";
  const told = { statement: "north/told", words: "Controllers are told." };
  const asked = { statement: "north/asked", words: "Controllers may ask." };
  const one = (change: "narrowed" | "removed" | "new", now: (typeof told)[]) => ({
    ...providerDrift.drift,
    statements: [
      { statement: "north/told", change, now, note: "", ...(change === "new" ? {} : { before: told.words }) },
    ],
  });
  const words = (): (string | undefined)[] =>
    [...section("Statements").querySelectorAll(".words")].map((el) => el.textContent?.trim());
  await shown([], { drift: one("removed", []) });
  expect(words()).toEqual([told.words]);
  expect(section("Statements").textContent).toContain(gone);
  for (const [change, now, all] of [
    ["narrowed", [told], [told.words, told.words]],
    ["narrowed", [told, asked], [told.words, told.words, asked.words]],
    ["new", [asked], [asked.words]],
  ] as const) {
    if (page) await unmount(page);
    await shown([], { drift: one(change, [...now]) });
    expect(words()).toEqual(all);
    expect(section("Statements").textContent).not.toContain(gone);
  }
});
