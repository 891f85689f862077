// The library's providers: their pages by folder, the states of their pages, and what is removed.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { PageSummary, ProviderSummary, RevisionView } from "../src/bindings";
import { foldersOf } from "../src/library/pages";
import { isPassage, passageName, placeOf } from "../src/library/passage";
import { providerSize } from "../src/library/provider";
import { oldestFirst } from "../src/library/revisions";
import { when } from "../src/words";

const revision = (name: string, more: Partial<RevisionView> = {}): RevisionView => ({
  provider: "north",
  provider_name: "North",
  revision: name,
  origin: "imported",
  captured: "2026-05-04",
  imported: "2026-05-06T10:00:00Z",
  follows: null,
  pages: 12,
  passages: 96,
  statements: 0,
  topics_not_stated: null,
  ...more,
});
const summary = (id: string): PageSummary => ({ id, title: id.split("/").at(-1) ?? "", statements: 0 });
const provider = (id: string, more: Partial<ProviderSummary> = {}): ProviderSummary =>
  ({
    id,
    name: id,
    country: "",
    website: "",
    revision: "1",
    captured: "2026-05-04",
    pages: [summary(`${id}/start`)],
    statements: 0,
    passages: 96,
    origin: "imported",
    ...more,
  }) as ProviderSummary;

let revisions: RevisionView[] = [];
let asked: [string, Record<string, unknown>][] = [];
let saveTo: string | null = "/tmp/out";
let refused: { code: string; message: string; help?: string } | null = null;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  chooseSavePath: async (name: string) => (asked.push(["save", { name }]), saveTo),
  openFile: async (path: string) => void asked.push(["open", { path }]),
  call: async (name: string, args: Record<string, unknown>) => {
    asked.push([name, args]);
    if (name === "library")
      return { providers: [provider("north"), provider("south", { origin: "bundled" })], topics: [] };
    if (name === "export_pack") {
      if (refused) throw refused;
      return { path: args.out, bytes: 12_000 };
    }
    if (name === "remove_revision") {
      if (refused) throw refused;
      revisions = revisions.filter((one) => one.revision !== args.revision);
    }
    return revisions;
  },
}));
const { router } = await import("../src/state/route.svelte");
const { default: Library } = await import("../src/screens/Library.svelte");

const all = (css: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(css)];
const until = (check: () => void): Promise<void> =>
  vi.waitFor(() => {
    flushSync();
    check();
  });
const words = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const cells = (row: Element | undefined): string[] => [...(row?.children ?? [])].map(words);

let page: Record<string, never>;
beforeEach(async () => {
  revisions = [
    revision("2", { follows: "1", captured: "2026-06-01", statements: 2 }),
    revision("1"),
    revision("s", {
      provider: "south",
      provider_name: "South",
      origin: "bundled",
      imported: null,
      captured: null,
      topics_not_stated: 3,
    }),
  ];
  [asked, refused, saveTo] = [[], null, "/tmp/out"];
  router.route = { screen: "library", view: "providers" };
  page = mount(Library, { target: document.body }) as Record<string, never>;
  await until(() => expect(all("[data-testid=revision]").length).toBe(3));
});
afterEach(() => unmount(page));
const remove = (): HTMLElement | undefined => all("[data-testid=revision-remove]")[0];

it("lists the states of each provider, newest first, with where they come from and how much they hold", () => {
  const rows = all("[data-testid=provider-north] [data-testid=revision]").map(cells);
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ["1 June 2026", `Imported: ${when("2026-05-06T10:00:00Z")}`, "12", "96", "2"],
    ["4 May 2026", `Imported: ${when("2026-05-06T10:00:00Z")}`, "12", "96", "0"],
  ]);
  expect(words(all("[data-testid=provider-north] .help")[0])).toBe("Imported · 96 passages");
  const leads = all("[data-testid=provider-north] [data-testid=revision] a").map((a) => a.getAttribute("href"));
  expect(leads, "only what follows a state can be compared").toEqual([
    "#/library/by-changes?from=1&to=2&provider=north",
  ]);
});

it("does not say that imported pages state everything: nobody knows what they don't", () => {
  const notStated = (id: string): Element | undefined =>
    all(`[data-testid=provider-${id}] [data-testid=revision]`)[0]?.children[5];
  expect(words(notStated("south"))).toBe("3");
  const [shown, read] = notStated("north")?.children ?? [];
  expect([words(shown), shown?.getAttribute("aria-hidden")]).toEqual(["–", "true"]);
  expect(words(read), "what a screen reader reads in its place").toMatch(/^Not known/);
});

it("offers to remove imported states only", () => {
  expect(words(all("[data-testid=provider-south] [data-testid=revision] td")[0])).toBe("Comes with Vurder");
  expect(all("[data-testid=provider-south] [data-testid=revision-remove]")).toEqual([]);
  expect(all("[data-testid=provider-north] [data-testid=revision-remove]").length).toBe(2);
});

it("names what goes before a state is removed, and removes it only then", async () => {
  remove()?.click();
  flushSync();
  const dialog = words(all("[data-testid=revision-remove-dialog]")[0]);
  expect(dialog).toContain("Remove the pages of North, 1 June 2026?");
  expect(dialog).toContain("12 pages · 96 passages");
  expect(dialog).toContain("2 statements");
  expect(dialog, "another state of its pages stays").not.toContain("itself");
  expect(asked.some(([name]) => name === "remove_revision")).toBe(false);
  all("[data-testid=revision-remove-do]")[0]?.click();
  await until(() => expect(all("[data-testid=revision]").length).toBe(2));
  expect(asked.find(([name]) => name === "remove_revision")?.[1]).toEqual({ provider: "north", revision: "2" });
  expect(all("[data-testid=revision-remove-dialog]")).toEqual([]);
  await until(() => expect(document.activeElement).toBe(all("[data-testid=providers]")[0]));
  expect(asked.filter(([name]) => name === "library").length, "the library is read anew").toBe(2);
  remove()?.click();
  flushSync();
  expect(words(all("[data-testid=revision-remove-dialog]")[0]), "the last state").toContain("North itself");
});

it("shows a refusal as it comes, and removes nothing", async () => {
  refused = { code: "in_use", message: "“Cohort” reads these pages.", help: "Move it to another state first." };
  remove()?.click();
  flushSync();
  all("[data-testid=revision-remove-do]")[0]?.click();
  await until(() =>
    expect(words(all("[data-testid=revision-remove-refused]")[0])).toBe(
      "“Cohort” reads these pages. Move it to another state first.",
    ),
  );
  expect(all("[data-testid=revision]").length).toBe(3);
});

const byId = (id: string, of = "north"): HTMLElement | undefined =>
  all(`[data-testid=provider-${of}] [data-testid=${id}]`)[0];

it("writes a state as a file under a name that tells what it is, and says where it is", async () => {
  saveTo = null;
  byId("revision-write-pack", "south")?.click();
  await until(() => expect(asked.at(-1)).toEqual(["save", { name: "south-s.zip" }]));
  saveTo = "/tmp/south.zip";
  byId("revision-write-pack", "south")?.click();
  await until(() => expect(words(byId("revision-written", "south"))).toBe("Done: 12 kB. /tmp/south.zip Open"));
  const written = asked.filter(([name]) => name === "export_pack").map(([, args]) => args);
  expect(written, "nothing was written before a place was chosen").toEqual([
    { provider: "south", revision: "s", format: "pack", out: "/tmp/south.zip" },
  ]);
  expect(byId("revision-written", "north"), "another provider's file").toBeUndefined();
  byId("revision-written", "south")?.querySelector("button")?.click();
  expect(asked.at(-1)).toEqual(["open", { path: "/tmp/south.zip" }]);
});

it("writes the state that was chosen as OSCAL, with the judgements of the project that is open", async () => {
  router.route = { screen: "library", view: "providers", project: "p" };
  flushSync();
  all("[data-testid=provider-north] [data-testid=revision-write-oscal]")[1]?.click();
  await until(() => expect(byId("revision-written")).toBeDefined());
  expect(asked.find(([name]) => name === "save")?.[1]).toEqual({ name: "north-1.json" });
  expect(asked.find(([name]) => name === "export_pack")?.[1]).toEqual({
    provider: "north",
    revision: "1",
    format: "oscal",
    out: "/tmp/out",
    project: "p",
  });
});

it("says whose words go out with a pack of imported pages, before it is written", () => {
  expect(words(byId("revision-write-words"))).toContain("the words that North published");
  const described = byId("revision-write-pack")?.getAttribute("aria-describedby");
  expect(described).toBe(byId("revision-write-words")?.id);
  expect(byId("revision-write-words", "south"), "the program's own words").toBeUndefined();
});

it("shows why a file was not written, and can try again", async () => {
  refused = { code: "io", message: "The disk is full.", help: "Choose another place." };
  byId("revision-write-oscal")?.click();
  const shown = (): string => words(all("[data-testid=provider-north] [role=alert]")[0]);
  await until(() => expect(shown()).toBe("The disk is full. Choose another place."));
  expect(byId("revision-written")).toBeUndefined();
  refused = null;
  byId("revision-write-oscal")?.click();
  await until(() => expect(byId("revision-written")).toBeDefined());
  expect(shown()).toBe("");
});

it("puts pages under their folders, and finds them by title or folder", () => {
  const pages = ["north/start", "north/guide/access", "north/guide/keys", "north/guide/deep/disks", "north/end"].map(
    summary,
  );
  const of = (words = ""): [string, string[]][] =>
    foldersOf("north", pages, words).map(({ folder, pages }) => [folder, pages.map((one) => one.title)]);
  expect(of()).toEqual([
    ["", ["start"]],
    ["guide", ["access", "keys"]],
    ["guide / deep", ["disks"]],
    ["", ["end"]],
  ]);
  expect(of(" KEY ")).toEqual([["guide", ["keys"]]]);
  expect(of("deep")).toEqual([["guide / deep", ["disks"]]]);
  expect(of("nowhere")).toEqual([]);
});

it("puts revisions after those that they follow, however they come", () => {
  const chain = [revision("c", { follows: "b" }), revision("a"), revision("b", { follows: "a" })];
  expect(oldestFirst([...chain, revision("x", { provider: "south" })], "north").map((one) => one.revision)).toEqual([
    "a",
    "b",
    "c",
  ]);
});

it("names passages as commands take them", () => {
  expect(passageName("north/backup", 9)).toBe("north/backup#9");
  expect([placeOf("north/backup#9"), placeOf("north/audit")]).toEqual(["9", "north/audit"]);
  expect([isPassage("north/backup#9"), isPassage("north/audit")]).toEqual([true, false]);
});

it("counts the statements of imported pages only where there are some", () => {
  expect(providerSize({ statements: 0, passages: 96 })).toBe("96 passages");
  expect(providerSize({ statements: 2, passages: 96 })).toBe("2 statements · 96 passages");
  expect(providerSize({ statements: 0, passages: 0 })).toBe("0 statements");
});
