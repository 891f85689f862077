import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { active } from "../src/editor/active.svelte";
import { Box } from "../src/editor/box";
import { insertCitation } from "../src/editor/commands";
import { closeCiting, holdPlace, placeOfCitation, seekCitation } from "../src/editor/citing";

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

  /** Chooses a statement; the person types `letters` before its citation is there. */
  function cite(letters: string): void {
    const place = holdPlace(active.citing!);
    expect(document.activeElement, "the text has the keys at once").toBe(view.dom);
    view.dispatch(view.state.tr.insertText(letters));
    const { from, to } = place();
    insertCitation("c", from, to)(view.state, view.dispatch);
  }
  const shape = (): string[] => {
    const parts: string[] = [];
    view.state.doc.firstChild?.forEach((node) => void parts.push(node.text ?? node.type.name));
    return parts;
  };

  it("keeps letters that are typed before the citation is there, behind it, with the caret behind them", () => {
    seekCitation(view, 19);
    cite(" and");
    expect(shape()).toEqual(["Stored in the EEA ", "citation", " and"]);
    expect(view.state.selection.from, "at the end").toBe(view.state.doc.content.size - 1);
  });

  it("does the same where it was opened by a button, and never types over the selected words", () => {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1, 18)));
    seekCitation(view);
    cite(" zone");
    expect(shape()).toEqual(["Stored in the EEA ", "citation", " zone @"]);
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
