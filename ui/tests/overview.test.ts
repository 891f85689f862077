// The project's title while it is typed in and undo is under way.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { asOfNow, changed } from "./program";

let stored = "Old";
let providers: string[] = [];
let copies = 0;
let before = "Old";
function answerTo(name: string, args: Record<string, unknown>): unknown {
  if (name === "change_project") {
    if (args.providers) {
      providers = args.providers as string[];
      return changed({ head: true });
    }
    before = stored;
    stored = String(args.title);
    return changed({ head: true });
  }
  if (name === "undo") {
    stored = before;
    return changed({ head: true });
  }
  if (name === "duties") return { today: "2026-11-20", duties: [] };
  if (name === "highest_risks") return { risks: [] };
  const head = { id: "p", title: stored, version: "", language: "en", providers, forms: [] };
  if (name === "duplicate_project") {
    copies += 1;
    return { project: "copy" };
  }
  if (name === "library") return { providers: ["north", "south"].map((id) => ({ id, name: id, origin: "imported" })) };
  if (name === "templates") return [];
  const undo = { undo: "change of the name", redo: null };
  const overview = { head, undo, forms: [], providers: [], controllers: [], steps: [], carry_over: null };
  return asOfNow(name === "project" ? overview : { citations: {} });
}
vi.mock("../src/bridge", async () => (await import("./program")).oneAfterTheOther(answerTo, () => 60));

const { closeProject, openProject } = await import("../src/state/session.svelte");
const { undo } = await import("../src/state/changes");
const { default: Overview } = await import("../src/screens/Overview.svelte");

async function wait(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 5) {
    await vi.advanceTimersByTimeAsync(5);
    flushSync();
  }
}
let page: Record<string, never>;
beforeEach(async () => {
  vi.useFakeTimers();
  void openProject("p");
  await wait(100);
  page = mount(Overview, { target: document.body }) as Record<string, never>;
  flushSync();
});
afterEach(async () => {
  await unmount(page);
  closeProject();
  vi.useRealTimers();
});

it.each([0, 5, 10, 15])("takes the next keys into what undo brings back (%i ms)", async (ms) => {
  stored = "Old";
  const field = document.querySelector<HTMLTextAreaElement>("[data-testid=project-title] textarea");
  const type = (letters: string): void => {
    if (!field) throw new Error("the title has no field");
    field.value += letters;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    flushSync();
  };
  type(" and new");
  const undone = undo();
  await wait(ms);
  type("!");
  await wait(600);
  await undone;
  await wait(2000);
  expect(field?.value).toBe("Old!");
  expect(stored).toBe("Old!");
});

it("takes two providers that are ticked one right after the other", async () => {
  const details = document.querySelector<HTMLDetailsElement>("details.choose-what");
  if (details) details.open = true;
  details?.dispatchEvent(new Event("toggle"));
  await wait(50);
  const boxes = [...document.querySelectorAll<HTMLInputElement>(".offers fieldset:first-child input[type=checkbox]")];
  for (const box of boxes) box.click();
  await wait(500);
  expect(providers).toEqual(["north", "south"]);
});

it("makes one copy, however often the button is pressed while it is made", async () => {
  const button = document.querySelector<HTMLButtonElement>("[data-testid=duplicate]");
  button?.click();
  button?.click();
  await wait(500);
  expect(copies).toBe(1);
});
