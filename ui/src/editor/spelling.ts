// Underlines the words of a rich text that no dictionary knows. The program checks the words; this file finds their
// places. The word that the person types is not marked until the caret leaves it.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { spelling, type Stretch } from "../state/spelling.svelte";
import { active } from "./active.svelte";

/** The pause in typing after which a text is checked, ms. */
const PAUSE = 400;
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

function underlined(state: EditorState, typing: boolean): DecorationSet {
  const { empty, head } = state.selection;
  const isTyped = ({ from, to }: Stretch): boolean => typing && empty && from <= head && head <= to;
  const words = unknownIn(state.doc).filter((word) => !isTyped(word));
  return DecorationSet.create(
    state.doc,
    words.map(({ from, to }) => Decoration.inline(from, to, { class: "misspelt" })),
  );
}

/** Opens the list of other words for this stretch of the text, or says that all words are known. */
function open(view: EditorView, stretch: Stretch | null): void {
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
  if (word) open(view, word);
  return !!word;
}

/** Opens the list for the first unknown word after the caret, or else for the first in the text. */
function openNext(view: EditorView): void {
  const words = unknownIn(view.state.doc);
  open(view, words.find(({ to }) => to >= view.state.selection.head) ?? words[0] ?? null);
}

class Checking {
  #view: EditorView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typing = false;
  #unwatch: () => void;

  constructor(view: EditorView) {
    this.#view = view;
    this.#unwatch = spelling.watch(() => this.#soon(0));
    this.#soon(0);
  }

  update(view: EditorView, before: EditorState): void {
    this.#view = view;
    if (!view.state.doc.eq(before.doc)) {
      this.#typing = true;
      this.#soon(PAUSE);
    } else if (this.#typing && !view.state.selection.eq(before.selection)) {
      this.#typing = false;
      this.#soon(0);
    }
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#unwatch();
  }

  #soon(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), pause);
  }

  async #check(): Promise<void> {
    const { doc } = this.#view.state;
    const texts = new Set(paragraphsOf(doc).map(({ text }) => text));
    await spelling.ask([...texts].filter((text) => spelling.of(text) === undefined));
    // A text that was edited meanwhile is checked again later.
    if (this.#view.isDestroyed || !this.#view.state.doc.eq(doc)) return;
    const { state } = this.#view;
    this.#view.dispatch(state.tr.setMeta(key, underlined(state, this.#typing)));
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
