// Unknown words of a plain field are underlined where they stand, and replaced from the list of other words.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { asked } from "./spelling-program";

vi.mock("../src/bridge", () => import("./spelling-program"));
const { default: TextInput } = await import("../src/fields/TextInput.svelte");
const { default: Grow } = await import("../src/fields/Grow.svelte");
const { moved, segmentsOf } = await import("../src/fields/line-spelling.svelte");
const { active } = await import("../src/editor/active.svelte");
const { model } = await import("../src/state/session.svelte");
const { spelling } = await import("../src/state/spelling.svelte");

let grow: Record<string, never> | undefined;
const told: string[] = [];
function show(value: string, more: { rows?: number; [prop: string]: unknown } = {}): HTMLTextAreaElement {
  const props = { value, label: "Item", oninput: (text: string) => told.push(text), ...more };
  const { rows } = more;
  const target = document.body;
  grow = rows ? mount(TextInput, { target, props: { ...props, rows } }) : mount(Grow, { target, props });
  flushSync();
  return document.querySelector("textarea") as HTMLTextAreaElement;
}
const underlined = (): (string | null)[] => [...document.querySelectorAll(".misspelt")].map((e) => e.textContent);
const later = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(500);
  flushSync();
};
const press = (field: HTMLElement): boolean =>
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "F7", altKey: true, bubbles: true, cancelable: true }));
function type(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(model, "views", "get").mockReturnValue({ project: "p" } as never);
  asked.length = told.length = 0;
  spelling.renew();
});
afterEach(async () => {
  if (grow) await unmount(grow);
  grow = undefined;
  active.respelling = null;
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the words of a plain field", () => {
  it("are asked about when the person comes in, and underlined", async () => {
    const field = show("All wrnog here, wrnog");
    await later();
    expect(asked).toEqual([]);
    field.focus();
    await later();
    expect(asked).toEqual([["All wrnog here, wrnog"]]);
    expect(underlined()).toEqual(["wrnog", "wrnog"]);
    // The copy that is underlined has the same text, so that each underline lies below its word.
    expect(document.querySelector(".marks")?.textContent).toBe(field.value);
  });

  it("are underlined in a dialog, too, where a label of the page names the field", async () => {
    const field = show("All wrnog", { id: "reason", rows: 2 });
    field.focus();
    await later();
    expect(underlined()).toEqual(["wrnog"]);
    expect([field.id, field.getAttribute("aria-label")]).toEqual(["reason", null]);
    expect(field.closest(".grow")?.getAttribute("data-room"), "room for two lines").toBe("\n ");
  });

  it("are not underlined while they are typed, and are when the caret has left", async () => {
    const field = show("");
    field.focus();
    type(field, "All wrnog");
    await later();
    expect(underlined()).toEqual([]);
    field.blur();
    await later();
    expect(underlined()).toEqual(["wrnog"]);
  });

  it("are replaced by another word, as if the person had typed it", async () => {
    const field = show("So wrnog it is");
    field.focus();
    await later();
    field.setSelectionRange(0, 0);
    press(field);
    await later();
    expect(active.respelling?.word).toBe("wrnog");
    active.respelling?.replace("wrong");
    expect(told).toEqual(["So wrong it is"]);
    // The word no longer stands there: nothing is replaced twice.
    active.respelling?.replace("strong");
    expect(told).toEqual(["So wrong it is"]);
  });

  it("are found by the key although the program has not checked the text yet", async () => {
    const field = show("");
    field.focus();
    await later();
    type(field, "All wrnog");
    press(field);
    // The pause in typing, after which the text is checked, is not over.
    await vi.advanceTimersByTimeAsync(0);
    flushSync();
    expect(active.respelling?.word).toBe("wrnog");
  });

  it("are reached one after the other, also where the person leaves one as it is", async () => {
    const field = show("So wrnog it is, wrnog");
    field.focus();
    await later();
    field.setSelectionRange(0, 0);
    const next = async (): Promise<number> => {
      press(field);
      await vi.advanceTimersByTimeAsync(0);
      // Escape closes the list and changes nothing.
      active.respelling = null;
      return field.selectionEnd;
    };
    expect([await next(), await next(), await next()], "the ends of both words, then from the beginning").toEqual([
      8, 21, 8,
    ]);
    field.setSelectionRange(3, 3);
    expect(await next(), "a caret that was moved before the word finds it again").toBe(8);
  });

  it("are not asked about where the field has no prose", async () => {
    const field = show("Kari wrnog", { noProse: true });
    field.focus();
    press(field);
    await later();
    expect(asked).toEqual([]);
    expect(active.respelling).toBeNull();
    expect(field.getAttribute("spellcheck")).toBe("false");
  });

  it("give up the list of other words when the field is removed", async () => {
    const field = show("wrnog");
    field.focus();
    await later();
    press(field);
    await later();
    expect(active.respelling).not.toBeNull();
    if (grow) await unmount(grow);
    grow = undefined;
    expect(active.respelling).toBeNull();
  });
});

describe("stretches", () => {
  it("move with the text, and go where the edit touches them", () => {
    const words = [
      { from: 0, to: 5 },
      { from: 10, to: 15 },
    ];
    expect(moved(words, "wrnog and wrnog", "wrnog or and wrnog")).toEqual([
      { from: 0, to: 5 },
      { from: 13, to: 18 },
    ]);
    expect(moved(words, "wrnog and wrnog", "wrong and wrnog")).toEqual([{ from: 10, to: 15 }]);
    expect(moved(words, "wrnog and wrnog", "")).toEqual([]);
  });

  it("cut a text into pieces that make the text again", () => {
    const text = "A wrnog, b";
    const pieces = segmentsOf(text, [{ from: 2, to: 7 }]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter((piece) => piece.unknown)).toEqual([{ text: "wrnog", unknown: true }]);
  });
});
