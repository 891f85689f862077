// A dialog in which the person typed words does not close by accident: the backdrop does nothing, and Escape asks.
import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

let answer: (value: unknown) => void = () => undefined;
vi.mock("../src/state/changes", () => ({
  waive: () => new Promise((done) => (answer = done)),
  change: async () => null,
}));
const { default: Dialog } = await import("../src/kit/Dialog.svelte");
const { default: WaiveDialog } = await import("../src/kit/WaiveDialog.svelte");

const FIELDS = `<form>
  <textarea id="note">proposed</textarea><input id="sought" type="search" /><input id="box" type="checkbox" />
</form>`;
let page: Record<string, unknown> | undefined;
let closed = 0;
const onclose = (): void => void closed++;
async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  flushSync();
}
async function open(more: { busy?: boolean } = {}): Promise<void> {
  const children = createRawSnippet(() => ({ render: () => FIELDS }));
  page = mount(Dialog, { target: document.body, props: { label: "Reason", onclose, children, ...more } });
  await settle();
}
beforeEach(() => void (closed = 0));
afterEach(async () => page && (await unmount(page)));

const one = <E extends HTMLElement>(selector: string): E => document.querySelector(selector) as E;
const question = (): HTMLElement | null => document.querySelector("[role=alertdialog]");
function type(selector: string, words: string): void {
  const field = one<HTMLInputElement>(selector);
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
}
async function escape(more: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true, ...more });
  const goesOn = (document.activeElement ?? one("dialog")).dispatchEvent(event);
  await settle();
  return goesOn;
}
async function backdrop(): Promise<void> {
  for (const name of ["pointerdown", "pointerup"])
    one("dialog").dispatchEvent(new PointerEvent(name, { bubbles: true }));
  one("dialog").dispatchEvent(new MouseEvent("click", { bubbles: true }));
  await settle();
}

it("asks on Escape, with the focus on the way back, and loses nothing by a second Escape", async () => {
  await open();
  type("#note", "Because the ward agreed.");
  expect(await escape(), "the webview does not close it").toBe(false);
  expect([closed, question()?.textContent?.includes("Close without keeping what you wrote?")]).toEqual([0, true]);
  expect(document.activeElement).toBe(one("[data-testid=unkept-stay]"));
  expect(one(".inside").hasAttribute("inert"), "no field behind the question takes the focus").toBe(true);
  await escape({ repeat: true });
  expect(question(), "the key is still held").not.toBeNull();
  await escape();
  expect([closed, question(), document.activeElement]).toEqual([0, null, one("#note")]);
  expect(one<HTMLTextAreaElement>("#note").value).toBe("Because the ward agreed.");
  one("dialog").dispatchEvent(new Event("cancel", { cancelable: true }));
  await settle();
  one("[data-testid=unkept-close]").click();
  expect(closed).toBe(1);
});

it("does not close by the backdrop while a field has other words than at first", async () => {
  await open();
  type("#note", "Because");
  await backdrop();
  expect([closed, question()]).toEqual([0, null]);
  type("#note", "proposed ");
  await backdrop();
  expect(closed).toBe(1);
});

it("closes at once where nothing but a search was typed, and not by a key that ends a composition", async () => {
  await open();
  type("#sought", "keys");
  one("#box").click();
  await escape({ isComposing: true });
  expect(closed).toBe(0);
  await escape();
  expect([closed, question()]).toEqual([1, null]);
});

it("stays while what was asked for is under way", async () => {
  await open({ busy: true });
  await escape();
  await backdrop();
  expect(closed).toBe(0);
});

it("keeps the reason of a waiver that the program is writing down", async () => {
  const finding = { key: "f", text: "No reason is given.", waiver: { reason: "Earlier words" } } as never;
  page = mount(WaiveDialog, { target: document.body, props: { finding, onclose } });
  await settle();
  type("[data-testid=waive-reason]", "Newer words");
  one<HTMLFormElement>("form").requestSubmit();
  await settle();
  await escape();
  expect([closed, question()]).toEqual([0, null]);
  answer(false);
  await settle();
  await escape();
  expect([closed, question() === null], "the program refused: the words are still there").toEqual([0, false]);
});
