// A double click and a key that is held down do the work of a button once.
import { beforeEach, expect, it } from "vitest";

import { oneAtATime } from "../src/state/one-at-a-time";
import { keepPressesSingle } from "../src/single-press";

const did: string[] = [];
keepPressesSingle(globalThis);
beforeEach(() => {
  did.length = 0;
  document.body.innerHTML = `
    <button id="add"><i></i></button><button id="menu" aria-expanded="false"></button>
    <p data-again><button id="undo"></button></p><a id="link"></a><textarea id="text"></textarea>`;
  for (const one of document.querySelectorAll("[id]")) {
    one.addEventListener("click", () => did.push(one.id));
    one.addEventListener("keydown", () => did.push(`${one.id} key`));
  }
});
const click = (selector: string, detail: number): boolean =>
  document
    .querySelector(selector)
    ?.dispatchEvent(new MouseEvent("click", { detail, bubbles: true, cancelable: true })) ?? false;
const press = (selector: string, key: string, repeat: boolean): boolean =>
  document
    .querySelector(selector)
    ?.dispatchEvent(new KeyboardEvent("keydown", { key, repeat, bubbles: true, cancelable: true })) ?? false;

it("the second click of a double click does nothing on a button", () => {
  for (const detail of [1, 2, 3]) click("#add i", detail);
  expect(did).toEqual(["add"]);
  click("#add", 0);
  expect(did, "by keyboard, each press counts").toEqual(["add", "add"]);
});

it("steps, buttons that open and close, and what is no button keep every click", () => {
  for (const id of ["menu", "undo", "link"]) for (const detail of [1, 2]) click(`#${id}`, detail);
  expect(did).toEqual(["menu", "menu", "undo", "undo", "link", "link"]);
});

it("a key that is held down presses no button again, and types on in a text", () => {
  expect([press("#add", "Enter", false), press("#add", "Enter", true), press("#menu", " ", true)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([press("#undo", "Enter", true), press("#text", "Enter", true), press("#add", "ArrowDown", true)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(did).toEqual(["add key", "undo key", "text key", "add key"]);
});

it("what is under way is not begun again, and can be begun after it ended or failed", async () => {
  const made: string[] = [];
  let end: (failed?: Error) => void = () => {};
  const make = oneAtATime((name: string) => {
    made.push(name);
    return new Promise<void>((done, failed) => (end = (why) => (why ? failed(why) : done())));
  });
  const first = make("a");
  await make("b");
  end(new Error("refused"));
  await expect(first).rejects.toThrow("refused");
  void make("c");
  expect(made).toEqual(["a", "c"]);
  end();
});
