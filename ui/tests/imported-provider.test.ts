// A project whose provider was imported: nobody knows what its pages leave unstated, and nothing says so.
import { flushSync, mount, unmount, type Component } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { AssessedTopic, CoverageStatus, Library, PagesRead, ProviderSummary } from "../src/bindings";
import { asOfNow } from "./program";

const provider = (id: string, more: Partial<ProviderSummary> = {}): ProviderSummary => ({
  id,
  name: id,
  country: "Norway",
  website: "",
  revision: "1",
  captured: "2026-05-04",
  origin: "imported",
  pages: [{ id: `${id}/start`, title: "Start", statements: 0 }],
  passages: 96,
  statements: 0,
  actions: 0,
  topics_stated: 0,
  topics_not_stated: [],
  topics_left_open: [],
  judged: 0,
  ...more,
});
const bundled = provider("south", { origin: "bundled", statements: 9, topics_stated: 3, judged: 9, passages: 0 });
let providers: ProviderSummary[] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) => {
    if (name === "project")
      return asOfNow({
        head: {
          id: "p",
          title: "P",
          version: "",
          language: "en",
          providers: providers.map((one) => one.id),
          forms: [],
        },
        undo: { undo: null, redo: null },
        changed: "2026-05-06T10:00:00Z",
        drifted: 0,
        forms: [],
        providers,
        controllers: [],
        steps: [],
        carry_over: null,
      });
    if (name === "duties") return { today: "2026-11-20", duties: [] };
    if (name === "highest_risks") return { risks: [] };
    if (name === "citations") return asOfNow({ citations: {} });
    return [];
  },
}));
const { router } = await import("../src/state/route.svelte");
const { closeProject, openProject } = await import("../src/state/session.svelte");
const { default: Overview } = await import("../src/screens/Overview.svelte");
const { default: Coverage } = await import("../src/form/Coverage.svelte");
const { default: Shelf } = await import("../src/form/Shelf.svelte");
const { default: Statements } = await import("../src/library/Statements.svelte");

const words = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const all = (css: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(css)];
let page: Record<string, never> | null = null;
/** Shows a component in the project, whose providers are these. */
async function show<Props extends Record<string, unknown>>(
  what: Component<Props>,
  props: Props,
  those: ProviderSummary[],
): Promise<void> {
  providers = those;
  await openProject("p");
  page = mount(what, { target: document.body, props });
  flushSync();
}
const until = (check: () => void): Promise<void> =>
  vi.waitFor(() => {
    flushSync();
    check();
  });
beforeEach(() => {
  router.route = { screen: "overview", project: "p" };
});
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  closeProject();
});

it("does not say in the overview that imported pages leave no topic unstated", async () => {
  const read = provider("north", { statements: 2, topics_stated: 1, judged: 2 });
  await show(Overview as Component, {}, [bundled, provider("west"), read]);
  const rows = all("tbody tr").map((row) => [...row.children].slice(1).map(words));
  const unread = "No statement taken from its pages yet";
  expect(rows).toEqual([
    ["9", "9", "3", "None"],
    ["0", `–${unread}`, `–${unread}`, unread],
    ["2", "2", "1", expect.stringMatching(/^Not known: only someone/)],
  ]);
  expect(all("tbody tr")[1]?.querySelector("td a")?.getAttribute("href"), "it leads to the pages").toBe(
    "#/p/p/library/west",
  );
});

const coverage = (status: CoverageStatus): AssessedTopic[] => {
  const none = { provided: [], limitations: [], duties: [], missing: [], open: false };
  const covered = { provider: "west", provider_name: "West", status, ...none };
  const topic = { id: "backup", title: "Backup", question: "", group: "", iso: [], gdpr: [] };
  return [{ topic, measures: [], providers: [{ covered }] }];
};
const pages = (...used: number[]): PagesRead[] => [
  {
    provider: "west",
    provider_name: "West",
    pages: used.map((statements, at) => ({ title: `Page ${at + 1}`, address: "", captured: null, statements })),
  },
];
it.each([
  ["not_stated", pages(0, 0), "West: 2 pages were read (Page 1; Page 2)"],
  ["not_looked_at", pages(0, 0), "West: 2 pages are imported"],
  ["not_looked_at", pages(0, 3, 0), "West: 3 pages are imported. Statements were made from 1 of them (Page 2)"],
] as const)("says of pages that they were read only where it is known (%s)", async (status, read, said) => {
  await show(
    Coverage as Component<{ topics: AssessedTopic[]; read: PagesRead[] }>,
    { topics: coverage(status), read },
    [provider("west")],
  );
  expect(words(all("[data-testid=pages-read]")[0])).toBe(said);
});

it("says beside the text that passages can be cited, where no statement was made yet", async () => {
  await show(Shelf as Component, {}, [provider("west")]);
  await until(() => expect(words(all("[data-testid=shelf-none]")[0])).toContain("cite passages of imported pages"));
});

it("says nothing of passages beside the text where all providers came with the program", async () => {
  await show(Shelf as Component, {}, [bundled]);
  await until(() => expect(words(all("[data-testid=shelf-none]")[0])).toBe("No statement found."));
});

it.each([
  [[provider("west")], true],
  [[provider("west", { statements: 1 })], false],
  [[bundled, provider("west")], false],
] as const)(
  "leads from an empty list of statements to the pages, where none was made yet (%#)",
  async (those, leads) => {
    const library: Library = { providers: [...those], topics: [] };
    await show(Statements as Component<{ library: Library }>, { library }, [...those]);
    await until(() => expect(words(all("[role=status]")[0])).toBe("0 statements"));
    expect(all("[data-testid=statements-unread] a").map((a) => a.getAttribute("href"))).toEqual(
      leads ? ["#/p/p/library/west"] : [],
    );
  },
);
