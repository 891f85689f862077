// Reading a provider's page: what it shows, the search on it, and citing by keyboard.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Passage } from "../src/bindings";
import { pageView } from "./published";

vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) => (name === "page" ? pageView : {}),
}));
const { default: PageRead } = await import("../src/library/PageRead.svelte");

let cited: number[] = [];
let made: number[] = [];
let page: Record<string, never>;
const all = <E extends HTMLElement>(css: string): E[] => [...document.querySelectorAll<E>(css)];
const press = (key: string, more: KeyboardEventInit = {}): void => {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
  );
  flushSync();
};
const atPassage = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>("[data-passage]")?.dataset.passage;

beforeEach(async () => {
  [cited, made] = [[], []];
  page = mount(PageRead, {
    target: document.body,
    props: {
      provider: "north",
      page: "north/backup",
      facts: new Map([[9, { cited: 2, change: "reworded" as const, statements: 0 }]]),
      cite: (one: Passage) => cited.push(one.number),
      state: (one: Passage) => made.push(one.number),
    },
  }) as Record<string, never>;
  await vi.waitFor(() => {
    flushSync();
    expect(all("[data-passage]").length).toBe(18);
  });
});
afterEach(() => unmount(page));

it("draws rows as one table whose heads are heads of columns", () => {
  expect(all("table").length).toBe(1);
  expect(all("thead th[scope=col]").map((th) => th.firstChild?.textContent?.trim() || th.textContent?.trim())).toEqual([
    "Folder",
    "Copies",
    expect.stringContaining("Kept"),
  ]);
  expect(
    all("tbody tr").map((tr) => tr.querySelectorAll("td").length),
    "a short row is filled up",
  ).toEqual([3, 3]);
});

it("keeps the numbers of a numbered list and the line ends of code", () => {
  expect(all<HTMLLIElement>("ol > li").map((li) => li.getAttribute("value"))).toEqual(["3", "4"]);
  expect(document.querySelector("pre")?.textContent).toContain("restore --from monday\nls -l home");
});

it("leads nowhere outside the window, and says where a link leads", () => {
  expect(all("article a").length).toBe(0);
  expect(document.querySelector<HTMLElement>("[data-passage='1'] .link")?.title).toBe("https://example.org/places");
});

it("says in words how often a passage is cited and that it has other words than before", () => {
  const beside = document.querySelector("[data-passage='9'] .facts")?.textContent ?? "";
  expect(beside).toContain("Reworded");
  expect(beside).toContain("2");
  expect(all(".facts").length, "nothing is said of the other passages").toBe(1);
});

it("has one passage in the order of the Tab key; an arrow and Enter cite the next", () => {
  const inOrder = all<HTMLButtonElement>("[data-act]").filter((button) => button.tabIndex === 0);
  expect(inOrder.length).toBe(1);
  inOrder[0]?.focus();
  press("ArrowDown");
  expect(atPassage()).toBe("2");
  expect(all<HTMLButtonElement>("[data-act]").filter((b) => b.tabIndex === 0)[0]).toBe(document.activeElement);
  press("c");
  press("s");
  expect([cited, made]).toEqual([[2], [2]]);
  press("End");
  expect(atPassage()).toBe("18");
  press("ArrowDown");
  expect(atPassage(), "there is none below").toBe("18");
});

it("marks what is found as one types, counts it, and goes round with Enter and Shift+Enter", () => {
  const field = document.querySelector<HTMLInputElement>("[data-testid=page-find]");
  if (!field) throw new Error("there is no field to find words");
  const said = (): string => field.closest(".find")?.querySelector("[role=status]")?.textContent ?? "";
  const type = (text: string): void => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    flushSync();
  };
  field.focus();
  type("scratch");
  expect(all("mark").map((mark) => mark.textContent)).toEqual(["scratch", "Scratch", "Scratch"]);
  expect(said()).toBe("1 of 3");
  press("Enter", { shiftKey: true });
  expect(said()).toBe("3 of 3");
  expect(document.querySelector("mark.current")?.closest<HTMLElement>("[data-passage]")?.dataset.passage).toBe("15");
  press("Enter");
  expect(said()).toBe("1 of 3");
  type("scratch x");
  expect(said()).toBe("Not on this page");
  press("Escape");
  expect([field.value, said(), all("mark").length]).toEqual(["", "", 0]);
});

it("leads to the headings", () => {
  const jump = all<HTMLButtonElement>("[data-testid=page-contents] button");
  expect(jump.map((button) => button.textContent)).toEqual(["What is copied", "How long"]);
  jump[1]?.click();
  expect(document.activeElement?.textContent).toBe("How long");
});
