// Underlines the words of a rich text that no dictionary knows. The program checks the words; this file finds their
// places. The word that the person types is not marked until the caret leaves it.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, TextSelection, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { afterShown, CheckTimes, nextOf, spelling, wordShown, type Stretch } from "../state/spelling.svelte";
import { active } from "./active.svelte";

/** The character that stands for a citation in the text of a paragraph. */
const OBJECT = "\ufffc";

const key = new PluginKey<DecorationSet>("spelling");

/** A paragraph, with the position where its text begins. */
interface Paragraph {
  at: number;
  text: string;
}

/** The paragraphs of a document, headings and cells included. */
export function paragraphsOf(doc: Node): Paragraph[] {
  const found: Paragraph[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, (leaf) =>
      leaf.type.name === "hard_break" ? "\n" : OBJECT,
    );
    if (text.trim()) found.push({ at: pos + 1, text });
    return false;
  });
  return found;
}

/** The stretches of the document with an unknown word. */
export function unknownIn(doc: Node): Stretch[] {
  return paragraphsOf(doc).flatMap(({ at, text }) =>
    (spelling.of(text) ?? []).map(({ from, to }) => ({ from: at + from, to: at + to })),
  );
}

function underlined(state: EditorState, times: CheckTimes): DecorationSet {
  const { empty, head } = state.selection;
  const words = times.marked(unknownIn(state.doc), empty ? head : null);
  return DecorationSet.create(
    state.doc,
    words.map(({ from, to }) => Decoration.inline(from, to, { class: "misspelt" })),
  );
}

/** Opens the list for a word, or for the one after it where the person was shown this one already. */
function open(view: EditorView, word: Stretch | null): void {
  const { doc, selection } = view.state;
  show(view, word && afterShown(view, word, unknownIn(doc), selection.head));
}

/**
 * Opens the list of other words for this stretch of the text, or says that all words are known. The caret goes to the
 * end of the word: from there, the person goes on.
 */
function show(view: EditorView, stretch: Stretch | null): void {
  if (stretch) {
    const caret = TextSelection.create(view.state.doc, stretch.to);
    view.dispatch(view.state.tr.setSelection(caret).scrollIntoView());
    wordShown(view, stretch);
  }
  const at = stretch ?? { from: view.state.selection.head, to: view.state.selection.head };
  const textThere = (): string => {
    const end = view.state.doc.content.size;
    return view.isDestroyed || at.to > end ? "" : view.state.doc.textBetween(at.from, at.to);
  };
  const word = textThere();
  active.respelling = {
    owner: view,
    element: view.dom,
    word,
    place: () => {
      const { left, top, bottom } = view.coordsAtPos(Math.min(at.from, view.state.doc.content.size));
      return new DOMRect(left, top, 0, bottom - top);
    },
    replace: (by) => {
      if (word && textThere() === word) view.dispatch(view.state.tr.insertText(by, at.from, at.to));
    },
    focus: () => {
      if (!view.isDestroyed) view.focus();
    },
  };
}

/** Opens the list of other words for the unknown word at a position. Returns false where there is none. */
function openAt(view: EditorView, pos: number): boolean {
  const word = unknownIn(view.state.doc).find(({ from, to }) => from <= pos && pos <= to);
  if (word) show(view, word);
  return !!word;
}

/** Opens the list for the first unknown word after the caret, or else for the first in the text. */
function openNext(view: EditorView): void {
  open(view, nextOf(unknownIn(view.state.doc), view.state.selection.head));
}

class Checking {
  #view: EditorView;
  #times: CheckTimes;

  constructor(view: EditorView) {
    this.#view = view;
    this.#times = new CheckTimes(() => void this.#check());
  }

  update(view: EditorView, before: EditorState): void {
    this.#view = view;
    if (!view.state.doc.eq(before.doc)) this.#times.changed();
    else if (!view.state.selection.eq(before.selection)) this.#times.caretMoved();
  }

  destroy(): void {
    this.#times.destroy();
  }

  async #check(): Promise<void> {
    const { doc } = this.#view.state;
    const texts = new Set(paragraphsOf(doc).map(({ text }) => text));
    await spelling.ask([...texts].filter((text) => spelling.of(text) === undefined));
    // A text that was edited meanwhile is checked again later.
    if (this.#view.isDestroyed || !this.#view.state.doc.eq(doc)) return;
    const { state } = this.#view;
    this.#view.dispatch(state.tr.setMeta(key, underlined(state, this.#times)));
  }
}

/** The plugin that underlines unknown words in a text, and opens the list of other words. */
export function spellingOf(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) =>
        (tr.getMeta(key) as DecorationSet | undefined) ?? (tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown),
    },
    view: (view) => new Checking(view),
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (view, e) => {
        if (!e.altKey || e.key !== "F7") return false;
        openNext(view);
        return true;
      },
      handleDOMEvents: {
        contextmenu: (view, e) => {
          const pos = view.posAtCoords({ left: e.clientX, top: e.clientY })?.pos;
          if (pos === undefined || !openAt(view, pos)) return false;
          e.preventDefault();
          return true;
        },
      },
    },
  });
}
