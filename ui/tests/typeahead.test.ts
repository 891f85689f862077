import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { Box } from "../src/editor/box";
import { Typeahead } from "../src/form/typeahead";

/** The field that waits, as the person's keys find it. */
const waiting = (): HTMLTextAreaElement | null => document.querySelector("textarea.unseen");
const type = (words: string): void => {
  const field = document.activeElement as HTMLTextAreaElement;
  field.value += words;
};

describe("keys pressed before the new row is there", () => {
  let old: HTMLTextAreaElement;
  let fresh: HTMLTextAreaElement;

  beforeEach(() => {
    old = document.body.appendChild(document.createElement("textarea"));
    fresh = document.body.appendChild(document.createElement("textarea"));
    old.focus();
  });
  afterEach(() => document.body.replaceChildren());

  const goTo = (field: HTMLElement) => (): boolean => (field.focus(), true);

  it("are held, and go into the new row's first text when it comes", () => {
    const typeahead = new Typeahead("Add measure");
    expect(document.activeElement).toBe(waiting());
    expect(waiting()?.ariaLabel).toBe("Add measure");
    type("The key");
    let told = "";
    fresh.addEventListener("input", () => (told = fresh.value));
    typeahead.end(goTo(fresh));
    expect(document.activeElement).toBe(fresh);
    expect(told).toBe("The key");
    expect(old.value).toBe("");
    expect(waiting()).toBeNull();
  });

  it("go into a rich text, too, each line as its own paragraph", () => {
    const el = document.body.appendChild(document.createElement("div"));
    el.tabIndex = 0;
    const box = new Box(el, {
      doc: null,
      cites: false,
      knows: () => true,
      changing: { count: 0, run: 0 },
      onEdit: () => {},
      onLeave: () => {},
    });
    const typeahead = new Typeahead("Add measure");
    type("one\ntwo");
    typeahead.end(goTo(el));
    expect([...el.querySelectorAll("p")].map((p) => p.textContent)).toEqual(["one", "two"]);
    box.destroy();
  });

  it("go into the row without calling the person back who has gone elsewhere meanwhile", () => {
    const typeahead = new Typeahead("Add measure");
    type("x");
    old.focus();
    expect(typeahead.end(goTo(fresh))).toBe("");
    expect(document.activeElement).toBe(old);
    expect([old.value, fresh.value]).toEqual(["", "x"]);
  });

  it("go to the last of two rows that were asked for at once", () => {
    const first = new Typeahead("Add measure");
    type("a");
    const second = new Typeahead("Add measure");
    type("b");
    first.end(goTo(old));
    expect(document.activeElement).toBe(waiting());
    second.end(goTo(fresh));
    expect([old.value, fresh.value]).toEqual(["", "ab"]);
  });

  it("are handed back when the row was refused, and the focus is where it was", () => {
    const typeahead = new Typeahead("Add measure");
    type("not lost");
    expect(typeahead.end(null)).toBe("not lost");
    expect(document.activeElement).toBe(old);
    expect(waiting()).toBeNull();
  });

  it("are handed back when the row is not on the page", () => {
    const typeahead = new Typeahead("Add measure");
    type("not lost");
    expect(typeahead.end(() => false)).toBe("not lost");
  });

  it("stand before what is typed when the row is asked for once more", () => {
    const typeahead = new Typeahead("Add measure", "not ");
    type("lost");
    typeahead.end(goTo(fresh));
    expect(fresh.value).toBe("not lost");
  });
});
