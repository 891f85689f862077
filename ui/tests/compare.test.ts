// Two providers, or two states of one, side by side by topic; and a topic with all that is stated on it.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Comparison, ProviderSummary, RevisionView, TopicView } from "../src/bindings";
import { choicesOf, sidesOf, stateBeside, stateName, stateNamed } from "../src/compare/sides";
import { fileName } from "../src/kit/file-name";
import { backup, revision, silent, stated, states, twoProviders, twoStates } from "./compare-data";

let revisions: RevisionView[] = [];
let told: Comparison = twoProviders;
let topicView: TopicView | null = null;
let refused: { code: string; message: string; help?: string } | null = null;
let saveTo: string | null = "/tmp/out.pdf";
let asked: [string, Record<string, unknown>][] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  chooseSavePath: async (name: string) => (asked.push(["save", { name }]), saveTo),
  openFile: async () => {},
  call: async (name: string, args: Record<string, unknown>) => {
    asked.push([name, args]);
    if (name === "library")
      return {
        providers: ["north", "south"]
          .filter((id) => revisions.some((one) => one.provider === id))
          .map(
            (id) => ({ id, name: id, revision: id === "north" ? "2" : "s", pages: [] }) as unknown as ProviderSummary,
          ),
        topics: [backup],
      };
    if (name === "revisions") return revisions;
    if (refused) throw refused;
    if (name === "compare") return told;
    if (name === "topic") return topicView;
    return { path: "/tmp/out.pdf", pages: 9, bytes: 81_000, missing_glyphs: [], fonts: [], names: [] };
  },
}));
const { address, router, routeOf } = await import("../src/state/route.svelte");
const { default: Library } = await import("../src/screens/Library.svelte");

const all = (css: string, within: ParentNode = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(css),
];
const byId = (id: string): HTMLElement[] => all(`[data-testid="${id}"]`);
const words = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const until = (check: () => void): Promise<void> =>
  vi.waitFor(() => {
    flushSync();
    check();
  });
const choose = (id: string, value: string): void => {
  const select = byId(id)[0] as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  // Where the person is stands in the address, which this page does not follow by itself.
  router.route = routeOf(location.hash);
  flushSync();
};
const lastAsked = (name: string): unknown => asked.findLast(([one]) => one === name)?.[1];
const topics = (): string[] => all("[data-testid=compared-topic] .topic a").map(words);

let page: Record<string, never> | null = null;
async function shown(to: string, ready: string): Promise<void> {
  router.route = routeOf(to);
  page = mount(Library, { target: document.body }) as Record<string, never>;
  await until(() => expect(byId(ready).length).toBe(1));
}
beforeEach(() => {
  revisions = [
    revision("north", "1", { captured: "2025-05-01" }),
    revision("north", "2", { captured: "2026-05-04", follows: "1" }),
    revision("south", "s"),
  ];
  [told, topicView, refused, saveTo, asked] = [twoProviders, null, null, "/tmp/out.pdf", []];
});
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
});

it("names a state in the address, and reads it from there", () => {
  for (const of of [{ provider: "north" }, { provider: "north", revision: "2026-05-04" }])
    expect(stateNamed(stateName(of))).toEqual(of);
  expect(stateNamed("")).toBeNull();
  const route = { screen: "library", view: "compare", left: "north/1", right: "south", only: "differing" } as const;
  expect(routeOf(address(route))).toEqual(route);
});

it("compares two providers where nothing is chosen, and the last two states of a provider that is alone", () => {
  const choices = choicesOf(revisions, new Map([["south", "s"]]));
  expect(choices.map((one) => [one.provider, one.read])).toEqual([
    ["south", "s"],
    ["north", "2"],
  ]);
  expect(sidesOf(choices)).toEqual({ left: { provider: "south" }, right: { provider: "north" } });
  expect(sidesOf(choices, "north/1")).toEqual({
    left: { provider: "north", revision: "1" },
    right: { provider: "south" },
  });
  expect(sidesOf(choices, undefined, "south")).toEqual({ left: { provider: "north" }, right: { provider: "south" } });
  const alone = choicesOf(revisions.slice(0, 2), new Map());
  expect(sidesOf(alone)).toEqual({
    left: { provider: "north", revision: "1" },
    right: { provider: "north", revision: "2" },
  });
  expect(sidesOf(choicesOf(revisions.slice(2), new Map()))).toBeNull();
});

it("never puts a state beside itself", () => {
  const choices = choicesOf(revisions, new Map());
  expect(stateBeside(choices, "north", { provider: "north" })).toEqual({ provider: "north", revision: "1" });
  expect(stateBeside(choices, "north", { provider: "north", revision: "1" })).toEqual({ provider: "north" });
  expect(stateBeside(choices, "south", { provider: "south", revision: "s" })).toBeNull();
});

it("shows topic by topic what both state, with page and day, and that one states nothing", async () => {
  await shown("#/library/by-compare", "comparison");
  expect(lastAsked("compare")).toEqual({ left: { provider: "north" }, right: { provider: "south" } });
  expect(topics()).toEqual(["Backup and restore", "Deletion of data", "Staff", "Audits"]);
  expect(all("[data-testid=comparison] h2").map(words)).toEqual(["Operation", "People"]);
  const [first, second] = byId("compared-topic");
  const left = words(first?.querySelector("[data-testid=left-side]"));
  expect(left).toContain("Provided Folders are copied every night.");
  expect(left).toContain("Copies of folders / What is copied, 4 May 2026");
  expect(left).toContain("Left to you Users save what lies on scratch.");
  expect(left).toContain("Uncertain: Another page says else.");
  expect(words(first?.querySelector("[data-testid=right-side]"))).toContain("Judged: Partly");
  const right = second?.querySelector("[data-testid=right-side]");
  expect(words(right?.querySelector("[data-testid=not-stated]"))).toBe("Not stated");
  expect(words(right?.querySelector("[data-testid=left-open]"))).toBe("Left open: How files are deleted.");
  const heads = all("thead th", byId("compared-topics")[0]).slice(0, 2).map(words);
  expect(heads).toEqual(["North Compute, 4 May 2026", "South, revision s"]);
});

it("leads to the statement on its page, and to the topic", async () => {
  await shown("#/library/by-compare", "comparison");
  expect(all("a", byId("left-side")[0])[0]?.getAttribute("href")).toBe(
    address({ screen: "library", provider: "north", page: "north/backup", at: "north/copies" }),
  );
  expect(all(".topic a")[0]?.getAttribute("href")).toBe("#/library/by-topics?topic=backup");
});

it("tells the two in numbers, and leaves out a row that is about nothing", async () => {
  await shown("#/library/by-compare", "comparison");
  const rows = all("[data-testid=compare-sums] tbody tr").map((row) => all("th, td", row).map(words));
  expect(rows).toEqual([
    ["As of", "4 May 2026", "revision s"],
    ["Pages", "12", "3"],
    ["Statements", "4", "4"],
    ["Topics stated", "1", "1"],
    ["Topics not stated", "1", "1"],
    ["Topics with something left open", "1", "1"],
  ]);
});

it("shows only the topics asked for, and says how many there are", async () => {
  await shown("#/library/by-compare", "comparison");
  expect(all("[data-testid=compare-show] option").map(words)).toEqual([
    "All topics (4)",
    "Where they differ (2)",
    "Where one of them states nothing (1)",
    "Where neither states anything (1)",
  ]);
  choose("compare-show", "differing");
  expect(topics()).toEqual(["Backup and restore", "Deletion of data"]);
  expect(location.hash).toContain("only=differing");
  choose("compare-show", "one-states");
  expect(topics()).toEqual(["Deletion of data"]);
  choose("compare-show", "none-states");
  expect(topics()).toEqual(["Audits"]);
  choose("compare-show", "all");
  expect(topics().length).toBe(4);
  expect(location.hash).not.toContain("only");
});

it("puts what is chosen into the address, and asks for it", async () => {
  await shown("#/library/by-compare", "comparison");
  choose("compare-right", "north");
  expect(router.route).toMatchObject({ left: "north", right: "north/1" });
  await until(() =>
    expect(lastAsked("compare")).toEqual({
      left: { provider: "north" },
      right: { provider: "north", revision: "1" },
    }),
  );
  const taken = all("[data-testid=compare-right-revision] option[disabled]").map(words);
  expect(taken, "the state on the other side").toEqual(["4 May 2026"]);
});

it("marks what became of a statement on the side of the earlier state and of the later", async () => {
  told = twoStates;
  await shown("#/library/by-compare?left=north%2F2&right=north%2F1", "comparison");
  const [left, right] = ["left-side", "right-side"].map((id) => byId(id)[0]);
  expect(words(left?.querySelector("[data-testid=became]"))).toBe("Promises less");
  expect(words(left?.querySelector("ins"))).toContain("week.");
  expect(left?.querySelector("del")).toBeNull();
  expect(words(right)).toContain("Promises less since 1 February 2026 Less often than before.");
  expect(words(right?.querySelector("del"))).toContain("night.");
  expect(right?.querySelector("ins")).toBeNull();
  expect(left?.querySelector("a.words"), "the library shows this state").not.toBeNull();
  expect(right?.querySelector("a.words"), "and not that one").toBeNull();
});

it("says what is missing where there is nothing to compare with", async () => {
  revisions = [revision("south", "s")];
  await shown("#/library/by-compare", "compare-nothing");
  expect(words(byId("compare-nothing")[0])).toContain("only one set of pages");
  expect(byId("bring-in").length).toBe(1);
  expect(asked.some(([name]) => name === "compare")).toBe(false);
});

it("shows what was refused, and lets the person choose anew", async () => {
  refused = { code: "not_found", message: "Nobody is not here.", help: "Choose another." };
  await shown("#/library/by-compare?left=nobody", "compare-left");
  await until(() => expect(words(all("[role=alert]")[0])).toBe("Nobody is not here. Choose another."));
  refused = null;
  choose("compare-left", "north");
  await until(() => expect(byId("comparison").length).toBe(1));
  expect(all("[role=alert]")).toEqual([]);
});

it("saves what is compared as a PDF, under a name that tells what it is", async () => {
  await shown("#/library/by-compare", "comparison");
  saveTo = null;
  byId("compare-save")[0]?.click();
  await until(() => expect(lastAsked("save")).toEqual({ name: "north-compute-2026-05-04-south-s.pdf" }));
  expect(
    asked.some(([name]) => name === "export_comparison"),
    "nothing was chosen",
  ).toBe(false);
  saveTo = "/tmp/out.pdf";
  byId("compare-save")[0]?.click();
  await until(() => expect(words(byId("compare-saved")[0])).toMatch(/^Done: 9 pages, 81 kB\. \/tmp\/out\.pdf/));
  expect(lastAsked("export_comparison")).toEqual({
    left: { provider: "north" },
    right: { provider: "south" },
    format: "pdf",
    out: "/tmp/out.pdf",
  });
});

it("names files in small letters, without marks and spaces", () => {
  expect(fileName("Ærø & Søn: Café, 2026-05-04")).toBe("ærø-søn-cafe-2026-05-04");
});

it("shows all that is stated on a topic, by all providers, and what was stated otherwise", async () => {
  topicView = {
    topic: backup,
    providers: [
      {
        state: twoProviders.left,
        chosen: true,
        coverage: states(stated("north/copies", "Folders are copied every night.")),
        otherwise: [
          {
            of: { provider: "north", provider_name: "North Compute", revision: "1", day: "2025-05-01" },
            statement: stated("north/weekly", "Folders are copied every hour.", {
              became: { change: "removed", others: [], words: [], note: "", since: null },
            }),
          },
        ],
      },
      { state: twoProviders.right, chosen: false, coverage: silent(), otherwise: [] },
    ],
  };
  await shown("#/p/p/library/by-topics?topic=backup", "topic-read");
  expect(lastAsked("topic")).toEqual({ topic: "backup", project: "p" });
  expect(words(byId("topic-read")[0])).toContain("GDPR 32(1)(c) · ISO/IEC 27001 A.8.13");
  const [north, south] = ["topic-of-north", "topic-of-south"].map((id) => words(byId(id)[0]));
  expect(north).toContain("North Compute, 4 May 2026 12 pages were read");
  expect(north).toContain("Folders are copied every night. Copies of folders / What is copied, 4 May 2026");
  expect(words(byId("topic-otherwise")[0])).toMatch(
    /Pages of 1 May 2025 No longer published Folders are copied every hour/,
  );
  expect(south).toContain("Not stated");
  expect(south).toContain("not chosen for this project");
  expect(byId("topic-all")[0]?.getAttribute("href")).toBe("#/p/p/library/by-topics?at=backup");
});
