// The search for a statement or a passage to cite, by keyboard.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const asked: (string | undefined)[] = [];
let delays: Record<string, number> = {};
const statement = (id: string): object => ({ provider_name: "P", statement: { id, words: id, sources: [] } });
const passages = [
  {
    name: "north/backup#9",
    provider_name: "North",
    page_title: "Copies of folders",
    heading: "How long",
    words: "Home | nightly | 30 days",
    snippet: [
      { text: "Home | ", hit: false },
      { text: "nightly", hit: true },
      { text: " | 30 days", hit: false },
    ],
  },
];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, { query }: { query?: string }) => {
    if (name === "passages") return query === "nightly" ? passages : [];
    asked.push(query);
    await new Promise((go) => setTimeout(go, delays[query ?? ""] ?? 1));
    return query === "nothing" ? [] : [statement(`${query ?? ""}1`), statement(`${query ?? ""}2`)];
  },
}));
const { session } = await import("../src/state/session.svelte");
const { default: SourceSearch } = await import("../src/library/SourceSearch.svelte");

let page: Record<string, never>;
const onchoose = vi.fn();
const field = (): HTMLInputElement => document.querySelector("input") as HTMLInputElement;
const later = async (ms: number): Promise<void> => {
  flushSync();
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
};
const type = (words: string): void => {
  field().value = words;
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
};
const press = (key: string, more: KeyboardEventInit = {}): void => {
  field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  flushSync();
};
const shown = (): string[] => [...document.querySelectorAll("[role=option] .words")].map((el) => el.textContent ?? "");

beforeEach(async () => {
  vi.useFakeTimers();
  delays = {};
  page = mount(SourceSearch, { target: document.body, props: { onchoose } }) as Record<string, never>;
  await later(20);
});
afterEach(async () => {
  await unmount(page);
  onchoose.mockReset();
  vi.useRealTimers();
});

it("chooses what the arrows moved to", async () => {
  type("key");
  await later(200);
  press("ArrowDown");
  const chosen = document.querySelector("[aria-selected=true]");
  expect(field().getAttribute("aria-activedescendant")).toBe(chosen?.id);
  press("Enter");
  expect(onchoose).toHaveBeenCalledWith("key2");
});

it("drops the answer to an earlier search that comes late", async () => {
  delays = { slow: 500 };
  type("slow");
  await later(100);
  type("quick");
  await later(1000);
  expect(shown()).toEqual(["quick1", "quick2"]);
});

const chosenOption = (): Element | null => document.querySelector("[aria-selected=true]");

it("never chooses from the results of the words before: Enter waits for the results of these words", async () => {
  delays = { slow: 500 };
  type("key");
  await later(200);
  type("slow");
  press("Enter");
  await later(300);
  expect(onchoose).not.toHaveBeenCalled();
  expect([chosenOption(), field().getAttribute("aria-activedescendant")], "no result is marked").toEqual([null, null]);
  await later(500);
  expect(onchoose.mock.calls).toEqual([["slow1"]]);
  expect(chosenOption()).not.toBeNull();
});

it("forgets an early Enter as soon as the person does something else", async () => {
  delays = { slow: 500, slower: 500 };
  type("slow");
  press("Enter");
  type("slower");
  await later(1000);
  press("ArrowDown");
  type("slow");
  press("Enter");
  press("ArrowDown");
  await later(1000);
  type("slower");
  press("Enter");
  field().dispatchEvent(new FocusEvent("blur"));
  await later(1000);
  press("Enter", { repeat: true });
  press("Enter", { isComposing: true });
  expect(onchoose, "nor by a key that is held or ends a composition").not.toHaveBeenCalled();
});

it("chooses nothing after it was closed", async () => {
  delays = { slow: 500 };
  type("slow");
  press("Enter");
  await later(160);
  await unmount(page);
  await later(1000);
  expect(onchoose).not.toHaveBeenCalled();
  page = mount(SourceSearch, { target: document.body, props: { onchoose } }) as Record<string, never>;
});

it("says that nothing was found only after a search", async () => {
  const said = (): string => document.querySelector("[role=status]")?.textContent ?? "";
  expect(said()).toBe("");
  type("nothing");
  await later(200);
  expect(said()).toBe("Nothing found to cite.");
});

it("shows passages after the statements, with page and heading, and chooses them by their name", async () => {
  type("nightly");
  await later(200);
  expect(shown()).toEqual(["nightly1", "nightly2", "Home | nightly | 30 days"]);
  const last = [...document.querySelectorAll("[role=option]")].at(-1);
  expect(last?.querySelector("mark")?.textContent).toBe("nightly");
  expect(last?.querySelector(".from")?.textContent?.replace(/\s+/g, " ").trim()).toBe(
    "Passage North · Copies of folders · How long",
  );
  expect(document.querySelector("[role=status]")?.textContent, "passages may be out of sight").toBe(
    "2 statements · 1 passage",
  );
  press("ArrowDown");
  press("ArrowDown");
  press("Enter");
  expect(onchoose).toHaveBeenCalledWith("north/backup#9");
});

it("begins with the passages that are ready to cite, newest first, and not with what is cited or changed", async () => {
  const cited = (id: string, statement: string, pinned: string, current = true): object => ({
    citation: { id, statement, pinned, words: id, provider_name: "North", sources: [] },
    current,
  });
  session.citations = {
    old: cited("old", "north/backup#1", "2026-05-01T10:00:00Z"),
    new: cited("new", "north/backup#2", "2026-05-02T10:00:00Z"),
    used: cited("used", "north/backup#3", "2026-05-03T10:00:00Z"),
    changed: cited("changed", "north/backup#4", "2026-05-03T10:00:00Z", false),
    judged: cited("judged", "north/audit", "2026-05-03T10:00:00Z"),
  } as never;
  session.form = { cited: ["used"] } as never;
  type("x");
  await later(200);
  type("");
  await later(200);
  expect(shown()).toEqual(["new", "old", "1", "2"]);
  press("Enter");
  expect(onchoose).toHaveBeenCalledWith("north/backup#2");
  [session.citations, session.form] = [{}, null];
});
