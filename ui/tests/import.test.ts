// Bringing in a provider's pages: what is found is shown before anything is kept, and nothing is taken unasked.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { FormatChoice, ImportDone, ImportLook, PageFound } from "../src/bindings";
import { pagesIn, treeOf } from "../src/import/tree";
import { asOfNow, changed } from "./program";

const found = (file: string): PageFound => ({
  id: file.replace(".md", ""),
  title: file,
  file,
  passages: 3,
  statements: 0,
});
const formats = [
  { id: "vitepress", title: "VitePress" },
  { id: "mkdocs", title: "MkDocs" },
] as const satisfies FormatChoice[];
const look: ImportLook = {
  format: formats[0],
  recognised: "Recognised by the file .vitepress/config.ts.",
  formats,
  pages: ["index.md", "guide/access.md", "guide/deep/keys.md", "policies/security.md"].map(found),
  counts: { pages: 4, headings: 9, passages: 12, statements: 0, links: 5, dead_links: 1 },
  problems: [{ file: "guide/access.md", line: 41, words: "A file that is included is not there." }],
  dead_links: [{ file: "index.md", line: 7, target: "../old.md" }],
  name: "",
  address: "",
  date: null,
};
const done: ImportDone = {
  provider: "north",
  provider_name: "North",
  revision: "2",
  follows: "1",
  counts: { ...look.counts, pages: 3, passages: 9 },
  problems: look.problems,
  dead_links: [],
  format: formats[0],
  recognised: look.recognised,
};
const known = [
  { id: "south", name: "South", origin: "bundled", website: "https://south.example" },
  { id: "east", name: "East", origin: "imported", website: "https://east.example" },
];
let asked: [string, Record<string, unknown>][] = [];
let refused: { code: string; message: string; help?: string } | null = null;
let picked: string | null = "/pages";
let proposal: Partial<ImportLook> = {};
let chosenProviders: string[] = ["south"];
const head = (): object => ({
  id: "p",
  title: "Cohort",
  version: "",
  language: "en",
  providers: chosenProviders,
  forms: [],
});
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  choosePages: async () => picked,
  call: async (name: string, args: Record<string, unknown>) => {
    asked.push([name, args]);
    if (name === "library") return { providers: known, topics: [] };
    if (name === "project")
      return asOfNow({ head: head(), undo: { undo: null, redo: null }, forms: [], providers: [], controllers: [] });
    if (name === "citations") return asOfNow({ citations: {} });
    if (refused) throw refused;
    if (name === "change_project") {
      chosenProviders = args.providers as string[];
      return changed({ head: true });
    }
    const format = formats.find((one) => one.id === args.format);
    if (name === "look_at_import") return { ...look, ...proposal, ...(format ? { format } : {}) };
    return done;
  },
}));
const { router } = await import("../src/state/route.svelte");
const { closeProject, openProject } = await import("../src/state/session.svelte");
const { draft } = await import("../src/state/new-project.svelte");
const { default: Import } = await import("../src/screens/Import.svelte");

const one = <E extends HTMLElement>(css: string): E => {
  const there = document.querySelector<E>(css);
  if (!there) throw new Error(`there is no ${css}`);
  return there;
};
async function until(check: () => void): Promise<void> {
  await vi.waitFor(() => {
    flushSync();
    check();
  });
}
function write(testid: string, words: string): void {
  const field = one<HTMLInputElement>(`[data-testid=${testid}]`);
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
}
const imports = (): Record<string, unknown>[] => asked.filter(([name]) => name === "import").map(([, args]) => args);

let page: Record<string, never>;
async function open(): Promise<void> {
  page = mount(Import, { target: document.body }) as Record<string, never>;
  await until(() => expect(asked.some(([name]) => name === "library")).toBe(true));
}
beforeEach(async () => {
  [asked, refused, picked, proposal, chosenProviders] = [[], null, "/pages", {}, ["south"]];
  router.route = { screen: "import" };
  draft.clear();
  await open();
});
afterEach(async () => {
  await unmount(page);
  closeProject();
});
async function chosen(): Promise<void> {
  one("[data-testid=import-choose-folder]").click();
  await until(() => one("[data-testid=import-do]"));
}
async function imported(): Promise<void> {
  await chosen();
  write("import-name", "North");
  write("import-date", "4.5.2026");
  one("[data-testid=import-do]").click();
  await until(() => one("[data-testid=import-done]"));
}
const links = (): (string | null)[] =>
  [...document.querySelectorAll("[data-testid=import-done] a")].map((link) => link.getAttribute("href"));
const text = (testid: string): string => one(`[data-testid=${testid}]`).textContent?.replace(/\s+/g, " ").trim() ?? "";

it("puts pages under the folders that they lie in", () => {
  const tree = treeOf(look.pages);
  expect(tree.folders.map((folder) => folder.path)).toEqual(["guide/", "policies/"]);
  expect(tree.folders[0]?.folders.map((folder) => folder.path)).toEqual(["guide/deep/"]);
  expect(pagesIn(tree).length, "no page is lost").toBe(look.pages.length);
});

it("asks for nothing when the person changes their mind", async () => {
  picked = null;
  one("[data-testid=import-choose-folder]").click();
  await until(() => expect(asked.map(([name]) => name)).toEqual(["library"]));
  expect(document.querySelector("[data-testid=import-do]")).toBeNull();
});

it("says by what the format was recognised, and reads again in another", async () => {
  await chosen();
  expect(one("[data-testid=import-recognised]").textContent).toContain(".vitepress/config.ts");
  const list = one<HTMLSelectElement>("[data-testid=import-format]");
  list.value = "mkdocs";
  list.dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => expect(asked.at(-1)).toEqual(["look_at_import", { path: "/pages", format: "mkdocs" }]));
  write("import-name", "North");
  write("import-date", "4.5.2026");
  one("[data-testid=import-do]").click();
  await until(() => one("[data-testid=import-done]"));
  expect(imports()[0]).toMatchObject({ format: "mkdocs" });
});

it("names what could not be read by file and line", async () => {
  await chosen();
  expect(document.body.textContent).toContain("guide/access.md, line 41");
  expect(document.body.textContent).toContain("index.md, line 7");
});

it("imports nothing before it knows whose pages they are and of which day", async () => {
  await chosen();
  one("[data-testid=import-do]").click();
  flushSync();
  expect(imports()).toEqual([]);
  expect(document.activeElement).toBe(one("[data-testid=import-name]"));
  write("import-name", "North");
  one("[data-testid=import-do]").click();
  flushSync();
  expect(document.activeElement).toBe(one("[data-testid=import-date]"));
  expect(imports()).toEqual([]);
});

it("takes the day of the pages from a calendar", async () => {
  await chosen();
  write("import-name", "North");
  write("import-date", "4.5.2026");
  const press = new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true });
  one("[data-testid=import-date]").dispatchEvent(press);
  await until(() => one("[data-day='2026-05-07']"));
  one("[data-day='2026-05-07']").click();
  await until(() => expect(one<HTMLInputElement>("[data-testid=import-date]").value).toBe("07.05.2026"));
  one("[data-testid=import-do]").click();
  await until(() => one("[data-testid=import-done]"));
  expect(imports()[0]).toMatchObject({ name: "North", date: "2026-05-07" });
});

it("leaves out a folder with all below it, and says where to go next", async () => {
  await chosen();
  one("[data-testid='import-folder-guide/']").click();
  flushSync();
  expect(one("[data-testid=import-do]").textContent).toBe("Import 2 pages");
  expect(one<HTMLInputElement>("[data-testid='import-folder-']").indeterminate).toBe(true);
  write("import-name", " North ");
  write("import-date", "4.5.2026");
  one("[data-testid=import-do]").click();
  await until(() => one("[data-testid=import-done]"));
  expect(imports()[0]).toMatchObject({ name: "North", date: "2026-05-04" }); // as days are stored
  expect(imports()[0], "the format was recognised, not chosen").not.toHaveProperty("format");
  expect(new Set(imports()[0]?.left_out as string[])).toEqual(new Set(["guide/access", "guide/deep/keys"]));
  expect(document.activeElement).toBe(one("[data-testid=import-done]"));
  expect(text("import-done")).toContain("North: 3 pages imported, with 9 passages to cite.");
  expect(text("import-done"), "what could not be read is told once more").toContain("guide/access.md, line 41");
  expect(links()).toEqual(["#/library/north", "#/library/by-changes?from=1&to=2&provider=north"]);
});

it("keeps what was chosen and written where the import is refused, and tells the next step", async () => {
  await chosen();
  write("import-name", "North");
  write("import-date", "2026-05-04");
  refused = { code: "conflict", message: "These pages are there already.", help: "Choose a newer state." };
  one("[data-testid=import-do]").click();
  await until(() => expect(one("[data-testid=import-trouble]").textContent).toContain("Choose a newer state."));
  expect(one<HTMLInputElement>("[data-testid=import-name]").value).toBe("North");
});

it("goes back to the format that could be read where another is refused", async () => {
  await chosen();
  refused = { code: "wrong_value", message: "There is no mkdocs.yml." };
  const list = one<HTMLSelectElement>("[data-testid=import-format]");
  list.value = "mkdocs";
  list.dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => expect(text("import-trouble")).toContain("There is no mkdocs.yml."));
  expect(one<HTMLSelectElement>("[data-testid=import-format]").value).toBe("vitepress");
});

it("says that nothing was found instead of asking whose it is", async () => {
  proposal = { pages: [], counts: { ...look.counts, pages: 0, passages: 0 } };
  one("[data-testid=import-choose-folder]").click();
  await until(() => expect(document.body.textContent).toContain("No pages were found there."));
  expect(document.querySelector("[data-testid=import-do]")).toBeNull();
});

it("proposes the provider of the same name, else name, address and day; what a person wrote stays", async () => {
  proposal = { name: "West", address: "https://west.example", date: "2026-05-04" };
  await chosen();
  const value = (testid: string): string => one<HTMLInputElement>(`[data-testid=${testid}]`).value;
  expect([value("import-name"), value("import-address"), value("import-date")]).toEqual([
    "West",
    "https://west.example",
    "04.05.2026",
  ]);
  write("import-date", "1.6.2026");
  proposal = { name: "east", date: "2026-05-05" };
  one("[data-testid=import-choose-folder]").click();
  await until(() => expect(value("import-provider")).toBe("east"));
  expect([value("import-address"), value("import-date")]).toEqual(["https://east.example", "1.6.2026"]);
  one("[data-testid=import-do]").click();
  await until(() => one("[data-testid=import-done]"));
  expect(imports()[0]).toMatchObject({ provider: "east", address: "https://east.example", date: "2026-06-01" });
  expect(imports()[0], "the name of a known provider is not told anew").not.toHaveProperty("name");
});

it("says that pages of a provider that came with the program are kept beside what the program says", async () => {
  await chosen();
  const list = one<HTMLSelectElement>("[data-testid=import-provider]");
  const choose = (id: string): void => {
    list.value = id;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    flushSync();
  };
  choose("south");
  expect(text("import-provider-help")).toContain("What Vurder says about South stays.");
  choose("east");
  expect(text("import-provider-help")).toContain("as newer pages");
  choose("");
  expect(text("import-provider-help")).toBe("");
});

it("offers to choose the provider where the project lacks it, and reads it in the project from then on", async () => {
  await unmount(page);
  await openProject("p");
  router.route = { screen: "import", project: "p" };
  await open();
  await imported();
  expect(links()[0], "a project reads chosen providers only").toBe("#/library/north");
  one("[data-testid=import-choose-provider]").click();
  await until(() => expect(document.querySelector("[data-testid=import-choose-provider]")).toBeNull());
  expect(chosenProviders).toEqual(["south", "north"]);
  expect(text("import-done")).toContain("North is among the providers of “Cohort”.");
  expect(links()).toEqual([
    "#/p/p/library/north",
    "#/p/p/library/by-changes?from=1&to=2&provider=north",
    "#/p/p/changes",
  ]);
});

it("leads back to a new project that was begun, with the provider chosen", async () => {
  draft.title = "Biobank";
  await imported();
  one("[data-testid=import-to-draft]").click();
  expect([draft.title, [...draft.providers]]).toEqual(["Biobank", ["north"]]);
});

it("asks nothing of what Vurder's own files tell themselves", async () => {
  proposal = { format: { id: "pack", title: "Vurder's own pack" }, name: "West", date: "2026-05-04" };
  await chosen();
  expect(text("import-tells")).toBe("The file says: West, 04.05.2026.");
  expect(document.querySelector("[data-testid=import-name]")).toBeNull();
  one("[data-testid=import-do]").click();
  await until(() => one("[data-testid=import-done]"));
  expect(imports()[0]).toEqual({ path: "/pages", date: "2026-05-04", left_out: [] });
});
