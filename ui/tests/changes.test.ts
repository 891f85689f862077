// What changed under a project: old and new words side by side, and the ways to settle it.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { DriftItem } from "../src/bindings";
import { gone, place, projectDrift, reworded } from "./drift-data";
import { asOfNow, changed } from "./program";

let items: DriftItem[] = [];
let settled: Record<string, unknown>[] = [];
let refuses = false;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    if (name === "project_drift") return projectDrift(items);
    if (name === "project")
      return asOfNow({
        head: { id: "p", title: "P", version: "", language: "en", providers: ["north"], forms: [] },
        undo: { undo: null, redo: null },
        forms: [],
        providers: [],
        controllers: [],
      });
    if (name === "citations") return asOfNow({ citations: {} });
    if (name !== "settle") return {};
    if (refuses) throw { code: "conflict", message: "Not now." };
    settled.push(args);
    items = items.map((one) =>
      (args.citations as string[]).includes(one.citation ?? "") ? { ...one, open: false } : one,
    );
    return changed({ citations: args.citations as string[] });
  },
}));
const { here } = await import("../src/state/route.svelte");
const { closeProject, openProject } = await import("../src/state/session.svelte");
const { toasts } = await import("../src/state/toasts.svelte");
const { default: Changes } = await import("../src/screens/Changes.svelte");

const all = <E extends HTMLElement>(css: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(css),
];
const one = <E extends HTMLElement>(css: string, within: ParentNode = document): E => {
  const found = within.querySelector<E>(css);
  if (!found) throw new Error(`there is no ${css}`);
  return found;
};
/** The words of an element as a person sees them. */
const seen = (el: Element): string => {
  const copy = el.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
};
const openItems = (): HTMLElement[] => all("[data-open] [data-testid=drift-item]");
async function until(check: () => void): Promise<void> {
  await vi.waitFor(() => {
    flushSync();
    check();
  });
}

let page: Record<string, never>;
beforeEach(async () => {
  [items, settled, refuses] = [[reworded, gone], [], false];
  here.route = { screen: "changes", project: "p" };
  await openProject("p");
  page = mount(Changes, { target: document.body }) as Record<string, never>;
  await until(() => expect(openItems().length).toBe(2));
});
afterEach(async () => {
  await unmount(page);
  toasts.splice(0);
  closeProject();
});

it("shows old and new side by side, and says to those who can't see it what went and what came", () => {
  const [before, now] = all(".compared > div", openItems()[0]);
  if (!before || !now) throw new Error("there are no two sides");
  expect(seen(one(".words", before))).toBe("Home folders are copied every night.");
  expect(seen(one(".words", now))).toBe("Home folders are copied every week.");
  expect(seen(one("del", before))).toBe("night.");
  expect(one("del", before).textContent).toContain("Went:");
  expect(one("ins", now).textContent).toContain("Came:");
  expect(before.querySelector("ins"), "what came is not among the old words").toBeNull();
  expect(before.textContent).toContain("1 May 2025");
  expect(now.textContent).toContain("4 May 2026");
});

it("shows the sentence of the draft, and leads to its place", () => {
  const item = openItems()[0];
  expect(item?.textContent).toContain("Files are copied every night to another building.");
  expect(one<HTMLAnchorElement>("[data-testid=drift-place]", item).getAttribute("href")).toBe(
    "#/p/p/form/rar/7?at=m-copy%2Fwords",
  );
});

it("does not offer to say that words which are gone are still true", () => {
  expect(all("[data-way]", openItems()[1]).map((button) => button.dataset.way)).toEqual(["keep_old_words"]);
});

it("settles nothing without a reason, and with one says how to take it back", async () => {
  const item = openItems()[0];
  if (!item) throw new Error("there is no item");
  one("[data-way=still_true]", item).click();
  await until(() => expect(document.activeElement).toBe(one("[data-testid=settle-reason]", item)));
  one("[data-testid=settle-do]", item).click();
  flushSync();
  expect(settled, "without a reason").toEqual([]);
  const field = one<HTMLTextAreaElement>("[data-testid=settle-reason]", item);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  field.value = "Weekly is enough for this project.";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  one("[data-testid=settle-do]", item).click();
  await until(() => expect(openItems().length).toBe(1));
  expect(settled).toEqual([
    {
      project: "p",
      citations: ["c1"],
      how: "still_true",
      reason: "Weekly is enough for this project.",
      statement: "north/backup#2",
    },
  ]);
  expect(toasts.map((toast) => toast.action?.label)).toEqual(["Take back"]);
  expect(one("[data-testid=changes-open]").textContent).toBe("1 change to look at");
  expect(one("[data-testid=settled]").textContent).toBe("1 change settled");
});

it("keeps the reason where settling was refused", async () => {
  refuses = true;
  const item = openItems()[1];
  if (!item) throw new Error("there is no item");
  one("[data-way=keep_old_words]", item).click();
  await until(() => expect(document.activeElement).toBe(one("[data-testid=settle-reason]", item)));
  const field = one<HTMLTextAreaElement>("[data-testid=settle-reason]", item);
  field.value = "We hold their letter.";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  one("[data-testid=settle-do]", item).click();
  await until(() => expect(toasts.length).toBe(1));
  expect(field.value).toBe("We hold their letter.");
  expect(field.isConnected).toBe(true);
});

it("goes back to the button on Escape", async () => {
  const item = openItems()[1];
  if (!item) throw new Error("there is no item");
  one("[data-way=keep_old_words]", item).click();
  await until(() => expect(document.activeElement).toBe(one("[data-testid=settle-reason]", item)));
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await until(() => expect(document.activeElement).toBe(one("[data-way=keep_old_words]", item)));
});

it("names new statements with what waits for them, and documents that ended", () => {
  expect(document.body.textContent).toContain("Waiting for it: Ask how files are deleted");
  expect(document.body.textContent).toContain("ended on 1 October 2026");
});

it("tells two answers of one row apart by their fields", async () => {
  items = [{ ...reworded, places: [place(), place({ field: "evidence", field_label: "Evidence", sentences: [] })] }];
  await unmount(page);
  page = mount(Changes, { target: document.body }) as Record<string, never>;
  await until(() => expect(openItems().length).toBe(1));
  const places = all(".places li").map(seen);
  expect(places).toEqual([
    "M4 Copies every night Measure Files are copied every night to another building.",
    "M4 Copies every night Evidence",
  ]);
});
