// The text that the person writes in. The toolbar, the citation search and the library act on it.
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** The open search for a statement, and where its citation goes. */
export interface Citing {
  view: EditorView;
  /** The stretch of the text that the citation replaces: the letters that opened the search. */
  from: number;
  to: number;
}

/** The unknown word for which other words are shown. It stands in a rich text or in a plain field. */
export interface Respelling {
  /** The editor or the field. When it is removed, the list of other words is closed. */
  owner: object;
  /** The element that has the text. */
  element: Element;
  /** The word; empty where the text has no unknown word. */
  word: string;
  /** Where the word stands in the window. */
  place: () => DOMRect;
  /** Puts another word in its place. Where the word no longer stands there, nothing changes. */
  replace: (by: string) => void;
  /** Gives the focus back to the text. */
  focus: () => void;
}

class Active {
  /** The last text that had the caret. It stays the active text while the person uses the toolbar or the panel. */
  view = $state.raw<EditorView | null>(null);
  /** Whether citations can be put into the text. */
  cites = $state(false);
  /** Counts the changes of the text or its caret, so that the toolbar reads its state again. */
  changes = $state(0);
  /** The open search for a statement; null while none is open. */
  citing = $state.raw<Citing | null>(null);
  /** The open list of other words for an unknown word; null while none is open. */
  respelling = $state.raw<Respelling | null>(null);
  /** Whether the dialog that asks for a link's address is open. */
  linking = $state(false);
}

export const active = new Active();

/** Runs a command on the active text and gives the focus back to the text. */
export function run(command: Command): void {
  const view = active.view;
  if (!view) return;
  command(view.state, view.dispatch);
  view.focus();
}
