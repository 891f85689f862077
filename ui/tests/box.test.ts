import { TextSelection } from "prosemirror-state";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { active } from "../src/editor/active.svelte";
import { Box, sliceOf, withoutStrangers } from "../src/editor/box";
import { cleanPasted } from "../src/editor/paste";
import { toasts } from "../src/state/toasts.svelte";

const still = { count: 0, run: 0 };
const doc = (text: string): unknown => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

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
    box = new Box(el, {
      doc: doc("before"),
      cites: true,
      knows: () => true,
      changing: still,
      onEdit: (wire) => edits.push(wire),
      onLeave: () => (left += 1),
    });
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

  it("is what the toolbar acts on, also when somebody comes with the Tab key", () => {
    el.dispatchEvent(new FocusEvent("focus"));
    expect(active.view).toBe(box.view);
    expect(el.classList.contains("ProseMirror-focused")).toBe(true);
    expect(active.cites).toBe(true);
  });

  it("has no caret left in it once the focus is elsewhere, since WebKit sends keys to the caret", () => {
    el.focus();
    el.dispatchEvent(new FocusEvent("focus"));
    const caret = (): boolean => el.contains(document.getSelection()?.anchorNode ?? null);
    document.getSelection()?.collapse(el.querySelector("p"), 0);
    expect(caret()).toBe(true);
    el.dispatchEvent(new FocusEvent("blur"));
    expect(caret()).toBe(false);
  });

  it("keeps its caret while another window is in front", () => {
    el.dispatchEvent(new FocusEvent("focus"));
    document.getSelection()?.collapse(el.querySelector("p"), 0);
    const inFront = vi.spyOn(document, "hasFocus").mockReturnValue(false);
    el.dispatchEvent(new FocusEvent("blur"));
    inFront.mockRestore();
    expect(el.contains(document.getSelection()?.anchorNode ?? null)).toBe(true);
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

  it("goes back to what the program says even when that was said before the writing", () => {
    box.show(doc("before"));
    el.dispatchEvent(new FocusEvent("focus"));
    box.view!.dispatch(box.view!.state.tr.insertText("!", 2));
    box.show(doc("before"));
    expect(box.view!.state.doc.textContent).toBe("before");
  });

  it("sets what was typed while undo was on its way into what undo brought back, the caret behind it", () => {
    box.destroy();
    const changing = { count: 0, run: 0 };
    box = new Box(el, {
      doc: doc("One. Two. Three."),
      cites: true,
      knows: () => true,
      changing,
      onEdit: (wire) => edits.push(wire),
      onLeave: () => {},
    });
    el.dispatchEvent(new FocusEvent("focus"));
    const view = box.view!;
    const type = (text: string, at: number): void => view.dispatch(view.state.tr.insertText(text, at));
    type("Typed before. ", 1);
    Object.assign(changing, { count: 1, run: 1 });
    type("!", view.state.doc.content.size - 1);
    type("?", view.state.doc.content.size - 1);
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    box.replaceDocument(doc("One. Three."));
    expect(view.state.doc.textContent).toBe("One. Three.!?");
    expect(view.state.selection.head).toBe(view.state.doc.content.size - 1);
    expect(edits.at(-1)?.()).toEqual(doc("One. Three.!?"));
    // A second step back right after the first.
    box.replaceDocument(doc("One."));
    expect(view.state.doc.textContent).toBe("One.!?");
    // What was typed when none was on its way is not set into anything.
    Object.assign(changing, { count: 0, run: 2 });
    type(" Later.", view.state.doc.content.size - 1);
    box.replaceDocument(doc("Something else."));
    expect(view.state.doc.textContent).toBe("One.!? Later.");
  });

  it("leaves citations of another project behind when a text is pasted", () => {
    const { body } = cleanPasted(
      '<p>Kept <span data-citation="ours">1</span> and <span data-citation="theirs">2</span>.</p>',
    );
    const kept = withoutStrangers(sliceOf(body), (id) => id === "ours");
    const ids: string[] = [];
    kept.content.descendants((node) => void (node.type.name === "citation" && ids.push(node.attrs.id as string)));
    expect(ids).toEqual(["ours"]);
    expect(kept.content.firstChild?.textContent).toContain("and .");
  });

  it("tells what a paste could not take over", () => {
    el.dispatchEvent(new FocusEvent("focus"));
    const clipboardData = {
      getData: (type: string) =>
        type === "text/html"
          ? "<p>One <s>two three</s> four<img src='a.png'><img src='b.png'></p>" +
            "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Is it so?</p></div></div>"
          : "",
      files: [],
    };
    el.dispatchEvent(Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData }));
    expect(el.textContent).toContain("One four");
    expect(toasts.map((toast) => toast.text)).toEqual([
      "2 words that were struck out were not pasted. One comment was not pasted. " +
        "2 pictures were not pasted: a text holds words only.",
    ]);
    toasts.splice(0);
  });

  it("never opens a text it can't hold", () => {
    const other = document.body.appendChild(document.createElement("div"));
    const strange = new Box(other, {
      doc: { type: "doc", content: [{ type: "poem" }] },
      cites: false,
      knows: () => true,
      changing: still,
      onEdit: () => {},
      onLeave: () => {},
    });
    other.dispatchEvent(new FocusEvent("focus"));
    expect(strange.readable).toBe(false);
    expect(strange.view).toBeNull();
  });
});
