// The search for a statement to cite: what opens it, and what becomes of the text when it closes.
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { active, type Citing } from "./active.svelte";

/** The letters that open the search; each stands in the text as long as the search is open. */
const ASKS = /^(?:@|\[\[)$/;

/** Opens the search. The citation goes behind what is selected, in place of what was typed from `from` on. */
export function seekCitation(view: EditorView, from?: number): void {
  const to = view.state.selection.to;
  active.citing = { view, from: from ?? to, to };
}

/** Whether the letters that opened the search still stand where they were typed. */
function stillAsks({ view, from, to }: Citing): boolean {
  const { doc } = view.state;
  return to <= doc.content.size && from < to && ASKS.test(doc.textBetween(from, to));
}

/** Where the citation goes: in the place of the letters that opened the search, or where the caret is by now. */
export function placeOfCitation(citing: Citing): { from: number; to: number } {
  const caret = citing.view.state.selection.to;
  return stillAsks(citing) ? citing : { from: caret, to: caret };
}

/**
 * Closes the search without a citation. The letters that opened it were typed for it, so they go, too.
 * With `writeOn` they stay, and these letters come behind them: somebody meant a plain "@".
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
