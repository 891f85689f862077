// The search for a statement by keyboard.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const asked: (string | undefined)[] = [];
let delays: Record<string, number> = {};
const statement = (id: string): object => ({ provider_name: "P", statement: { id, words: id, sources: [] } });
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (_: string, { query }: { query?: string }) => {
    asked.push(query);
    await new Promise((go) => setTimeout(go, delays[query ?? ""] ?? 1));
    return query === "nothing" ? [] : [statement(`${query ?? ""}1`), statement(`${query ?? ""}2`)];
  },
}));
const { default: StatementSearch } = await import("../src/library/StatementSearch.svelte");

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
const press = (key: string): void => {
  field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  flushSync();
};
const shown = (): string[] => [...document.querySelectorAll("[role=option] .words")].map((el) => el.textContent ?? "");

beforeEach(async () => {
  vi.useFakeTimers();
  delays = {};
  page = mount(StatementSearch, { target: document.body, props: { onchoose } }) as Record<string, never>;
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

it("says that nothing was found only after a search", async () => {
  const said = (): string => document.querySelector("[role=status]")?.textContent ?? "";
  expect(said()).toBe("");
  type("nothing");
  await later(200);
  expect(said()).toBe("No statement found.");
});
