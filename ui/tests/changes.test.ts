// What changed under a project: old and new words side by side, and the ways to settle it.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { DriftItem } from "../src/bindings";
import { gone, place, projectDrift, reworded } from "./drift-data";
import { asOfNow, changed } from "./program";

let items: DriftItem[] = [];
let settled: Record<string, unknown>[] = [];
let refuses = false;
let undone = 0;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    if (name === "project_drift") return projectDrift(items);
    if (name === "project")
      return asOfNow({
        head: { id: "p", title: "P", version: "", language: "en", providers: ["north"], forms: [] },
        undo: { undo: "settling", redo: null },
        forms: [],
        providers: [],
        controllers: [],
      });
    if (name === "citations") return asOfNow({ citations: {} });
    if (name === "undo") undone += 1;
    if (name !== "settle") return changed();
    if (refuses) throw { code: "conflict", message: "Not now." };
    settled.push(args);
    items = items.map((one) =>
      (args.citations as string[]).includes(one.citation ?? "") ? { ...one, open: false } : one,
    );
    return changed({ citations: args.citations as string[] });
  },
}));
const { router } = await import("../src/state/route.svelte");
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
const itemOf = (statement: string): HTMLElement => one(`[data-open] [data-statement="${statement}"]`);
const groupOf = (change: string): HTMLElement => one(`[data-group=${change}]`);
const write = (field: HTMLTextAreaElement, words: string): void => {
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
};
/** Shows other items. */
async function show(those: DriftItem[], shown = those.length): Promise<void> {
  await unmount(page);
  items = those;
  page = mount(Changes, { target: document.body }) as Record<string, never>;
  await until(() => expect(openItems().length).toBe(shown));
}
/** The same words, now on another page. */
const moved = (n: number, more: Partial<DriftItem> = {}): DriftItem => ({
  ...reworded,
  citation: `m${n}`,
  statement: `north/old#${n}`,
  change: "moved",
  before: `Sentence ${n}.`,
  now: [{ statement: `north/new#${n}`, words: `Sentence ${n}.`, page: "Handbook", address: "https://example.org/h" }],
  words: [],
  ...more,
});
const tickOf = (statement: string): HTMLInputElement => one("[data-testid=drift-tick]", itemOf(statement));
const ways = (within: ParentNode): (string | undefined)[] =>
  all("[data-way]", within)
    .filter((button) => !button.closest("[hidden]"))
    .map((button) => button.dataset.way);
async function until(check: () => void): Promise<void> {
  await vi.waitFor(() => {
    flushSync();
    check();
  });
}

let page: Record<string, never>;
beforeEach(async () => {
  [items, settled, refuses, undone] = [[reworded, gone], [], false, 0];
  router.route = { screen: "changes", project: "p" };
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
  const [before, now] = all(".compared > div", itemOf(reworded.statement));
  if (!before || !now) throw new Error("there are no two sides");
  expect(seen(one(".words", before))).toBe("Home folders are copied every night.");
  expect(seen(one(".words", now))).toBe("Home folders are copied every week.");
  expect(seen(one("del", before))).toBe("night.");
  expect(one("del", before).textContent).toContain("Removed:");
  expect(one("ins", now).textContent).toContain("Added:");
  expect(before.querySelector("ins"), "what came is not among the old words").toBeNull();
  expect(before.textContent).toContain("1 May 2025");
  expect(now.textContent).toContain("4 May 2026");
});

it("shows the sentence of the draft, and leads to its place", () => {
  const item = itemOf(reworded.statement);
  expect(item.textContent).toContain("Files are copied every night to another building.");
  expect(one<HTMLAnchorElement>("[data-testid=drift-place]", item).getAttribute("href")).toBe(
    "#/p/p/form/rar/7?at=m-copy%2Fwords",
  );
});

it("does not offer to say that words which are gone are still true", () => {
  expect(ways(itemOf(gone.statement))).toEqual(["keep_old_words"]);
});

it("settles nothing without a reason, and with one says how to take it back", async () => {
  const item = itemOf(reworded.statement);
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
  expect(toasts.map((toast) => toast.action?.label)).toEqual(["Undo"]);
  expect(one("[data-testid=changes-open]").textContent).toBe("1 change to look at");
  expect(one("[data-testid=settled]").textContent).toBe("1 change settled");
});

it("keeps the reason where settling was refused", async () => {
  refuses = true;
  const item = itemOf(gone.statement);
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
  const item = itemOf(gone.statement);
  one("[data-way=keep_old_words]", item).click();
  await until(() => expect(document.activeElement).toBe(one("[data-testid=settle-reason]", item)));
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await until(() => expect(document.activeElement).toBe(one("[data-way=keep_old_words]", item)));
});

it("names new statements with what waits for them, and documents that ended", () => {
  expect(document.body.textContent).toContain("Waiting for this: Ask how files are deleted");
  expect(document.body.textContent).toContain("ended on 1 October 2026");
});

it("tells two answers of one row apart by their fields", async () => {
  await show([
    { ...reworded, places: [place(), place({ field: "evidence", field_label: "Evidence", sentences: [] })] },
  ]);
  const places = all(".places li").map(seen);
  expect(places).toEqual([
    "M4 Copies every night Measure Files are copied every night to another building.",
    "M4 Copies every night Evidence",
  ]);
});

it("puts what tells most first, with how many there are", async () => {
  await show([
    moved(1),
    reworded,
    { ...moved(2), change: "relinked" },
    { ...reworded, citation: "c8", change: "widened" },
    gone,
    { ...reworded, citation: "c9", change: "narrowed" },
    moved(3),
  ]);
  expect(all("[data-testid=drift-group] legend").map(seen)).toEqual([
    "No longer published 1",
    "Promises less 1",
    "Reworded 1",
    "Promises more 1",
    "Links elsewhere 1",
    "Moved 2",
  ]);
  const kinds = all<HTMLButtonElement>("nav button");
  expect(kinds.map(seen)).toEqual(all("[data-testid=drift-group] legend").map(seen));
  kinds[3]?.click();
  expect(seen(document.activeElement ?? document.body), "it leads there").toBe("Promises more 1");
});

it("settles all that only moved with one reason, in one step that can be taken back", async () => {
  const [first, ...others] = Array.from({ length: 8 }, (_, at) => moved(at + 1));
  if (!first) throw new Error("nothing moved");
  // A judgement stands on the same citation as an answer; and where nobody says which statement it is now, it stays.
  const judgement: DriftItem = { ...first, kind: "judgement", row: "j1" };
  const divided = moved(9, { now: [...first.now, ...(others[0]?.now ?? [])] });
  // Who keeps the pack calls it the same statement, but it has other words.
  const other = moved(10, { before: "Sentence x." });
  await show([reworded, first, judgement, ...others, divided, other], 8);
  const group = groupOf("moved");
  expect(seen(one("legend", group))).toBe("Moved 11");
  expect(seen(one("[data-testid=settle-all]", group))).toBe("All 9 with the same words are still true …");
  expect(seen(one("[data-testid=drift-more]", group)), "the others are shown when they are asked for").toBe("4 more");
  one("[data-testid=settle-all]", group).click();
  await until(() => expect(document.activeElement).toBe(one("[data-testid=settle-reason]", group)));
  expect(seen(one("[data-testid=settle-help]", group))).toContain("9 citations and judgements");
  expect(seen(one("[data-testid=settle-do]", group))).toBe("Settle 9");
  one("[data-testid=settle-do]", group).click();
  flushSync();
  expect(settled, "not without a reason").toEqual([]);
  write(one("[data-testid=settle-reason]", group), "The site was put in order.");
  one("[data-testid=settle-do]", group).click();
  await until(() => expect(openItems().map((item) => item.dataset.citation)).toEqual(["c1", "m9", "m10"]));
  expect(settled).toEqual([
    {
      project: "p",
      citations: ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"],
      how: "still_true",
      reason: "The site was put in order.",
    },
  ]);
  expect(document.activeElement?.closest("[data-testid=drift-item]"), "the focus is on what is left").not.toBeNull();
  expect(toasts.map((toast) => [toast.text, toast.action?.label])).toEqual([["9 changes settled", "Undo"]]);
  toasts[0]?.action?.run();
  await until(() => expect(undone).toBe(1));
});

it("takes the same statement where it says the same still, and others beside it", async () => {
  const beside = { statement: "north/new#77", words: "And more.", page: "Handbook", address: "" };
  const own = { ...beside, statement: "north/old#1", words: "Sentence 1." };
  await show([moved(1, { now: [beside, own] }), moved(2)]);
  expect(seen(one("[data-testid=settle-all]"))).toBe("All 2 with the same words are still true …");
  one("[data-way=still_true]", itemOf("north/old#1")).click();
  flushSync();
  const radios = all<HTMLInputElement>("input[type=radio]", itemOf("north/old#1"));
  expect(radios.map((radio) => radio.checked)).toEqual([false, true]);
});

it("does not offer to call all that has other words true", async () => {
  await show([reworded, { ...reworded, citation: "c3", statement: "north/backup#3" }]);
  expect(all("[data-testid=settle-all]")).toEqual([]);
});

it("shows the same words once, with the page that they are on now", async () => {
  await show([moved(1)]);
  expect(openItems()[0]?.querySelector(".compared")).toBeNull();
  expect(seen(one(".words", openItems()[0]))).toBe("Sentence 1.");
  expect(openItems()[0]?.textContent).toContain("Now on: Handbook");
});

it("settles those that are ticked together, and says how many they are", async () => {
  const third: DriftItem = { ...reworded, citation: "c3", statement: "north/backup#3" };
  const fourth: DriftItem = { ...reworded, citation: "c4", statement: "north/backup#4" };
  await show([reworded, third, fourth]);
  const group = groupOf("reworded");
  const count = one("[data-testid=settle-bar] [role=status]", group);
  expect([seen(count), ways(one("[data-testid=settle-bar]", group))]).toEqual(["", []]);
  tickOf(reworded.statement).click();
  tickOf(fourth.statement).click();
  flushSync();
  expect(seen(count)).toBe("2 chosen:");
  expect(document.body.contains(count), "the same element tells it").toBe(true);
  tickOf(fourth.statement).dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  expect((document.activeElement as HTMLElement | null)?.dataset.way).toBe("still_true");
  document.activeElement?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  await until(() => expect(document.activeElement).toBe(one("[data-testid=settle-reason]", group)));
  write(one("[data-testid=settle-reason]", group), "Only the wording.");
  one("[data-testid=settle-do]", group).click();
  await until(() => expect(openItems().length).toBe(1));
  expect(settled).toEqual([{ project: "p", citations: ["c1", "c4"], how: "still_true", reason: "Only the wording." }]);
  expect(document.activeElement?.closest<HTMLElement>("[data-testid=drift-item]")?.dataset.citation).toBe("c3");
  expect(all("[data-testid=drift-tick]"), "a single one is not ticked").toEqual([]);
});

it("offers for ticked ones only what holds for each of them", async () => {
  const third: DriftItem = { ...reworded, citation: "c3", statement: "north/backup#3" };
  const divided: DriftItem = {
    ...third,
    citation: "c5",
    statement: "north/backup#5",
    now: [...third.now, ...third.now],
  };
  await show([reworded, third, divided, gone, { ...gone, citation: "c6", statement: "north/backup#6" }]);
  const bar = one("[data-testid=settle-bar]", groupOf("reworded"));
  tickOf(reworded.statement).click();
  tickOf(third.statement).click();
  flushSync();
  expect(ways(bar)).toEqual(["still_true", "keep_old_words"]);
  tickOf(divided.statement).click();
  flushSync();
  expect(ways(bar), "which one says it now is asked one by one").toEqual(["keep_old_words"]);
  one("[data-testid=settle-choose-none]", bar).click();
  flushSync();
  expect([ways(bar), tickOf(third.statement).checked]).toEqual([[], false]);
  tickOf(gone.statement).click();
  tickOf("north/backup#6").click();
  flushSync();
  expect(ways(one("[data-testid=settle-bar]", groupOf("removed")))).toEqual(["keep_old_words"]);
});

it("keeps ticks and reason where settling together was refused", async () => {
  const third: DriftItem = { ...reworded, citation: "c3", statement: "north/backup#3" };
  await show([reworded, third]);
  refuses = true;
  const bar = one("[data-testid=settle-bar]");
  tickOf(reworded.statement).click();
  tickOf(third.statement).click();
  flushSync();
  one("[data-way=keep_old_words]", bar).click();
  await until(() => expect(document.activeElement).toBe(one("[data-testid=settle-reason]", bar)));
  write(one("[data-testid=settle-reason]", bar), "We hold their letter.");
  one("[data-testid=settle-do]", bar).click();
  await until(() => expect(toasts.map((toast) => toast.text)).toEqual(["Not now."]));
  expect(one<HTMLTextAreaElement>("[data-testid=settle-reason]", bar).value).toBe("We hold their letter.");
  expect([tickOf(reworded.statement).checked, tickOf(third.statement).checked]).toEqual([true, true]);
});

it("does not tick requests, which are settled elsewhere", async () => {
  const request: DriftItem = { ...reworded, kind: "request", citation: null, row: "r1", statement: "deletion" };
  await show([reworded, { ...reworded, citation: "c3", statement: "north/backup#3" }, request]);
  expect(all("[data-testid=drift-tick]").length).toBe(2);
  expect(itemOf("deletion").querySelector("[data-testid=drift-tick], [data-way]")).toBeNull();
});
