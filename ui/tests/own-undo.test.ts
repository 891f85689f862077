// Ctrl+Z in a field whose words are not in the project takes back what was typed there, and changes nothing else.
import { flushSync, mount, unmount } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";

import { hasOwnUndo } from "../src/kit/own-undo";

const steps = vi.hoisted(() => ({ made: [] as string[] }));
vi.mock("../src/state/changes", () => ({
  undo: async () => void steps.made.push("undo"),
  redo: async () => void steps.made.push("redo"),
  savedFirst: async () => true,
  savedWhole: async () => true,
  change: async () => null,
}));
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: () => new Promise(() => undefined),
  onNotices: () => () => undefined,
  beforeClose: () => undefined,
  closeNow: async () => undefined,
  onWorkspaceRequested: () => () => undefined,
  openRequested: async () => null,
}));
const { session } = await import("../src/state/session.svelte");
const { default: App } = await import("../src/App.svelte");

beforeEach(() => {
  document.body.innerHTML = "";
  steps.made.splice(0);
});

it("is meant for the field where the words are not in the project yet", () => {
  document.body.innerHTML = `
    <textarea id="remark"></textarea><input id="search" type="search" /><input id="name" />
    <div data-at="d/name"><textarea id="answer"></textarea><input id="line" /></div>
    <h1 data-of-project><textarea id="title"></textarea></h1>
    <textarea id="letter" readonly></textarea><input id="box" type="checkbox" /><select id="choice"></select>
    <div id="note" contenteditable="true"></div>`;
  const own = [...document.querySelectorAll("[id]")].filter(hasOwnUndo).map((one) => one.id);
  expect(own).toEqual(["remark", "search", "name"]);
  expect(hasOwnUndo(null)).toBe(false);
});

it("leaves the project alone in the answer to a remark, by undo and by redo", async () => {
  const page = mount(App, { target: document.body });
  flushSync();
  session.overview = {
    head: { id: "p", title: "Kidneys" },
    forms: [],
    providers: [],
    undo: { undo: null, redo: null },
  } as never;
  const place = document.createElement("div");
  place.innerHTML = '<textarea id="remark"></textarea><div data-at="d/name"><textarea id="answer"></textarea></div>';
  document.body.append(place);
  const press = (id: string, key: string, more: KeyboardEventInit = {}): boolean =>
    (document.getElementById(id) as HTMLElement).dispatchEvent(
      new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true, ...more }),
    );
  const each = (id: string): boolean[] => [press(id, "z"), press(id, "y"), press(id, "Z", { shiftKey: true })];
  expect(each("remark"), "the webview does it").toEqual([true, true, true]);
  expect(steps.made).toEqual([]);
  expect(each("answer")).toEqual([false, false, false]);
  expect(steps.made).toEqual(["undo", "redo", "redo"]);
  session.overview = null;
  await unmount(page);
});

it("leaves the project alone while a dialog is open, and opens no search over it", async () => {
  const page = mount(App, { target: document.body });
  session.overview = {
    head: { id: "p", title: "Kidneys" },
    forms: [],
    providers: [],
    undo: { undo: null, redo: null },
  } as never;
  flushSync();
  const press = (key: string): void => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true }));
    flushSync();
  };
  document.body.insertAdjacentHTML("beforeend", '<dialog id="other" open></dialog>');
  for (const key of ["z", "k", "h"]) press(key);
  expect([steps.made, document.querySelectorAll("dialog").length]).toEqual([[], 1]);
  document.querySelector("#other")?.remove();
  press("k");
  expect(document.querySelectorAll("dialog").length).toBe(1);
  press("k");
  expect(document.querySelectorAll("dialog").length, "the search is closed by its own key").toBe(0);
  session.overview = null;
  await unmount(page);
});
