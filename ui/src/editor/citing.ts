// The search for a statement to cite: how it opens, and what it leaves in the text when it closes.
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { active, type Citing } from "./active.svelte";

/** The letters that open the search; each stands in the text as long as the search is open. */
const ASKS = /^(?:@|\[\[)$/;

/** Opens the search. The citation goes behind the selection; with `from`, it replaces what was typed from `from` on. */
export function seekCitation(view: EditorView, from?: number): void {
  const to = view.state.selection.to;
  active.citing = { view, from: from ?? to, to };
}

/** Whether the letters that opened the search still stand where they were typed. */
function stillAsks({ view, from, to }: Citing): boolean {
  const { doc } = view.state;
  return to <= doc.content.size && from < to && ASKS.test(doc.textBetween(from, to));
}

/** Where the citation goes: in place of the letters that opened the search; where these are gone, at the caret. */
export function placeOfCitation(citing: Citing): { from: number; to: number } {
  const caret = citing.view.state.selection.to;
  return stillAsks(citing) ? citing : { from: caret, to: caret };
}

/**
 * Closes the search because a statement was chosen, and gives the caret back to the text: letters that the person types
 * before the citation is there go into the text behind it. Returns the place of the citation, for when it is there.
 */
export function holdPlace(citing: Citing): () => { from: number; to: number } {
  const { view } = citing;
  active.citing = null;
  const { from } = placeOfCitation(citing);
  const { doc, selection } = view.state;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, selection.to)));
  view.focus();
  return () => {
    const changed = view.state.doc.content.findDiffStart(doc.content);
    const same = changed === null || changed >= from;
    return stillAsks(citing) || !same ? placeOfCitation(citing) : { from, to: from };
  };
}

/**
 * Closes the search without a citation and removes the letters that opened it. With `writeOn` these letters stay, and
 * `writeOn` follows them: the person meant a plain "@".
 */
export function closeCiting(writeOn?: string): void {
  const citing = active.citing;
  active.citing = null;
  if (!citing || citing.view.isDestroyed || !stillAsks(citing)) return;
  const { view, from, to } = citing;
  const { tr } = view.state;
  if (writeOn === undefined) tr.delete(from, to);
  else tr.setSelection(TextSelection.create(tr.doc, to)).insertText(writeOn);
  view.dispatch(tr);
}
