import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { Box } from "../src/editor/box";

const doc = (text: string): unknown => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

describe("a text on the page", () => {
  let el: HTMLElement;
  let edits: (() => unknown)[];
  let left: number;
  let box: Box;

  beforeEach(() => {
    el = document.body.appendChild(document.createElement("div"));
    el.tabIndex = 0;
    edits = [];
    left = 0;
    box = new Box(el, { doc: doc("before"), cites: true, onEdit: (wire) => edits.push(wire), onLeave: () => (left += 1) });
  });
  afterEach(() => {
    box.destroy();
    el.remove();
  });

  it("is plain elements until somebody goes into it, and then the same element is the editor", () => {
    expect(box.view).toBeNull();
    expect(el.textContent).toBe("before");
    el.dispatchEvent(new FocusEvent("focus"));
    expect(box.view?.dom).toBe(el);
    expect(el.textContent).toBe("before");
  });

  it("hands over its tree at each change", () => {
    el.dispatchEvent(new FocusEvent("focus"));
    const view = box.view!;
    view.dispatch(view.state.tr.insertText("!", view.state.doc.content.size - 1));
    expect(edits).toHaveLength(1);
    expect(edits[0]?.()).toEqual(doc("before!"));
  });

  it("shows what the program has now, opened or not, and does not take that for writing", () => {
    box.show(doc("elsewhere"));
    expect(el.textContent).toBe("elsewhere");
    el.dispatchEvent(new FocusEvent("focus"));
    box.show(doc("undone"));
    expect(box.view?.state.doc.textContent).toBe("undone");
    expect(edits).toHaveLength(0);
  });

  it("marks an empty text, so that its prompt is shown", () => {
    expect(el.classList.contains("blank")).toBe(false);
    box.show(null);
    expect(el.classList.contains("blank")).toBe(true);
  });

  it("never opens a text it can't hold", () => {
    const other = document.body.appendChild(document.createElement("div"));
    const strange = new Box(other, { doc: { type: "doc", content: [{ type: "poem" }] }, cites: false, onEdit: () => {}, onLeave: () => {} });
    other.dispatchEvent(new FocusEvent("focus"));
    expect(strange.readable).toBe(false);
    expect(strange.view).toBeNull();
  });
});
