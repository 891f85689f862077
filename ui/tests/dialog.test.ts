// A dialog closes by a press on what lies behind it, and not by a press that only ends there.
import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it } from "vitest";

import Dialog from "../src/kit/Dialog.svelte";

let page: Record<string, unknown>;
let closed = 0;
beforeEach(() => {
  closed = 0;
  const children = createRawSnippet(() => ({ render: () => '<p><input value="typed words" /></p>' }));
  page = mount(Dialog, { target: document.body, props: { label: "Reason", onclose: () => closed++, children } });
  flushSync();
});
afterEach(() => unmount(page));

const dialog = (): Element => document.querySelector("dialog") as Element;
const field = (): Element => document.querySelector("input") as Element;
/** Presses at one place and lets go at another. As in a webview, the click goes to what holds both. */
function press(from: Element, to: Element): void {
  from.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  to.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
  (from === to ? from : dialog()).dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

it("stays open where words were selected to beyond its edge, so that none are lost", () => {
  press(field(), dialog());
  expect(closed).toBe(0);
  press(dialog(), field());
  expect(closed, "nor by the other way").toBe(0);
});

it("closes by a press on the backdrop, also after a press that did not count", () => {
  press(field(), field());
  press(field(), dialog());
  expect(closed).toBe(0);
  press(dialog(), dialog());
  expect(closed).toBe(1);
});
