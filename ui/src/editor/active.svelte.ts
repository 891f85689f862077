// The text that is being written in: the toolbar, the citation search and the library act on it.
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Where the citation goes that is being sought. */
export interface Citing {
  view: EditorView;
  /** The stretch of the text that the citation takes the place of: what was typed to ask for it. */
  from: number;
  to: number;
}

/** The word that is not known, for which others are shown; from and to are the same where no word is. */
export interface Respelling {
  view: EditorView;
  from: number;
  to: number;
}

class Active {
  /** The last text that had the caret; stays while the toolbar or the panel is used. */
  view = $state.raw<EditorView | null>(null);
  /** Whether citations can go into it. */
  cites = $state(false);
  /** Counts the changes of the text or its caret, so that the toolbar reads its state again. */
  changes = $state(0);
  /** The search for a statement, open over a stretch of the text. */
  citing = $state.raw<Citing | null>(null);
  /** The list of other words for one that is not known. */
  respelling = $state.raw<Respelling | null>(null);
  /** The question for a link's address. */
  linking = $state(false);
}

export const active = new Active();

/** Runs a command on the active text and goes back to writing. */
export function run(command: Command): void {
  const view = active.view;
  if (!view) return;
  command(view.state, view.dispatch);
  view.focus();
}
