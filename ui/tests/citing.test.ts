import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { active } from "../src/editor/active.svelte";
import { Box } from "../src/editor/box";
import { closeCiting, placeOfCitation, seekCitation } from "../src/editor/citing";

describe("the search for a statement to cite", () => {
  let box: Box;
  let view: EditorView;

  function open(text: string): void {
    const el = document.body.appendChild(document.createElement("div"));
    el.tabIndex = 0;
    box = new Box(el, {
      doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
      cites: true,
      knows: () => true,
      changing: { count: 0, run: 0 },
      onEdit: () => {},
      onLeave: () => {},
    });
    el.dispatchEvent(new FocusEvent("focus"));
    view = box.view as EditorView;
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
  }
  const text = (): string => view.state.doc.textContent;

  beforeEach(() => open("Stored in the EEA @"));
  afterEach(() => {
    active.citing = null;
    box.destroy();
    document.body.replaceChildren();
  });

  it("takes back the @ that opened it when nothing is cited", () => {
    seekCitation(view, 19);
    closeCiting();
    expect(text()).toBe("Stored in the EEA ");
    expect(active.citing).toBeNull();
  });

  it("keeps the @ when somebody writes on", () => {
    seekCitation(view, 19);
    closeCiting(" ");
    expect(text()).toBe("Stored in the EEA @ ");
    expect(view.state.selection.from).toBe(21);
  });

  it("takes nothing from the text when it was opened by a button or by keys", () => {
    seekCitation(view);
    closeCiting();
    expect(text()).toBe("Stored in the EEA @");
  });

  it("cites behind selected words, not in their place", () => {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1, 18)));
    seekCitation(view);
    expect(placeOfCitation(active.citing!)).toEqual({ from: 18, to: 18 });
  });

  it("takes nothing that has come to stand there meanwhile", () => {
    seekCitation(view, 19);
    view.dispatch(view.state.tr.insertText("New. ", 1));
    const citing = active.citing!;
    expect(placeOfCitation(citing)).toEqual({ from: 25, to: 25 });
    closeCiting();
    expect(text()).toBe("New. Stored in the EEA @");
  });
});
