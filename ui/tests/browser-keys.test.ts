import { expect, test } from "vitest";

import { keepBrowserKeys } from "../src/browser-keys";

function isKept(
  key: string,
  held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {},
) {
  const target = new EventTarget();
  keepBrowserKeys(target);
  const event = Object.assign(new Event("keydown", { cancelable: true }), {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

test("keys that reload or print the page do nothing", () => {
  for (const key of ["F5", "F3", "F7"]) expect(isKept(key), key).toBe(true);
  for (const key of ["r", "R", "p", "P"]) {
    expect(isKept(key, { ctrlKey: true }), `Ctrl+${key}`).toBe(true);
    expect(isKept(key, { metaKey: true }), `Command+${key}`).toBe(true);
  }
  expect(isKept("F5", { ctrlKey: true })).toBe(true);
});

test("keys that search, save or open a page do nothing in a dialog, and what the window does by them stays", () => {
  for (const key of ["f", "F", "s", "o"]) {
    expect(isKept(key), "a letter is typed").toBe(false);
    expect(isKept(key, { ctrlKey: true }), `Ctrl+${key}`).toBe(true);
  }
  const window = new EventTarget();
  const done: string[] = [];
  keepBrowserKeys(window);
  window.addEventListener("keydown", (e) => done.push((e as KeyboardEvent).key));
  window.dispatchEvent(
    Object.assign(new Event("keydown", { cancelable: true }), { key: "s", ctrlKey: true, altKey: false }),
  );
  expect(done, "the window saves").toEqual(["s"]);
});

test("the keys do nothing in a menu or a calendar either, which keep their keys to themselves", () => {
  const window = document.createElement("div");
  const menu = window.appendChild(document.createElement("div"));
  menu.addEventListener("keydown", (e) => e.stopPropagation());
  keepBrowserKeys(window);
  for (const held of [{ key: "F5" }, { key: "R", ctrlKey: true, shiftKey: true }, { key: "p", ctrlKey: true }]) {
    const event = new KeyboardEvent("keydown", { ...held, bubbles: true, cancelable: true });
    menu.dispatchEvent(event);
    expect(event.defaultPrevented, held.key).toBe(true);
  }
});

test("letters, and keys of the window, are left alone", () => {
  expect(isKept("r")).toBe(false);
  for (const key of ["c", "v", "x", "a", "z", "k", "."]) expect(isKept(key, { ctrlKey: true })).toBe(false);
  // An editor ignores a key whose action was stopped before it came there, and Alt+F7 is the key of its spelling.
  expect(isKept("F7", { altKey: true })).toBe(false);
  // AltGr is Ctrl and Alt on Windows: it types letters.
  expect(isKept("p", { ctrlKey: true, altKey: true })).toBe(false);
});
