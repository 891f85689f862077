// What is said about saving: by sight always, by voice only where words are not safe, and once when they are again.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it } from "vitest";

import Rail from "../src/kit/Rail.svelte";
import { session } from "../src/state/session.svelte";

let page: Record<string, unknown>;
beforeEach(() => {
  page = mount(Rail, { target: document.body, props: { onsearch: () => {}, onhelp: () => {} } });
  flushSync();
});
afterEach(() => {
  void unmount(page);
  session.save = { at: "rest" };
});
const time = new Date(2026, 0, 2, 14, 3, 7);
const spoken = (role: string): string =>
  [...document.querySelectorAll(`[role=${role}]`)].map((e) => e.textContent ?? "").join("");
const state = (): HTMLElement | null => document.querySelector("[data-testid=save-state]");

function say(save: typeof session.save): void {
  session.save = save;
  flushSync();
}

it("tells by voice of a failure and of its end, and of nothing else", () => {
  say({ at: "saving" });
  say({ at: "saved", time });
  expect(state()?.textContent).toContain("14:03:07");
  expect(spoken("status") + spoken("alert")).toBe("");
  say({ at: "failed", message: "The disk is full." });
  expect(spoken("alert")).toContain("The disk is full.");
  say({ at: "saving" });
  say({ at: "saved", time });
  expect(spoken("alert")).toBe("");
  expect(spoken("status")).toContain("14:03:07");
  say({ at: "saving" });
  say({ at: "saved", time });
  expect(spoken("status"), "once").toBe("");
});

it("stands on the first screen, too, where the words of a project that was left are not saved", () => {
  expect(session.overview).toBeNull();
  expect(state()).toBeNull();
  say({ at: "failed", message: "The disk is full." });
  expect(state()?.textContent).toContain("The disk is full.");
  expect(state()?.querySelector("button"), "one tries again from here").not.toBeNull();
});
