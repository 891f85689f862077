// One rich text on the page. It is drawn as plain elements until the person goes into it, so that a section with two
// hundred texts opens at once. Then ProseMirror takes over the same element, and the focus stays in it.
import { DOMParser as TreeReader, DOMSerializer, Fragment, Slice, type Node } from "prosemirror-model";
import { EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { fixTables, tableEditing } from "prosemirror-tables";
import { Mapping, type Step } from "prosemirror-transform";
import { EditorView } from "prosemirror-view";

import { active } from "./active.svelte";
import { takeCaretOutOf } from "./caret";
import { seekCitation } from "./citing";
import { editorKeys } from "./keys";
import { cleanPasted } from "./paste";
import { tellLeftOut } from "./left-out";
import { spellingOf } from "./spelling";
import { fromWire, isBlank, schema, toWire } from "./schema";

const OPENING = ["pointerenter", "pointerdown", "focus"] as const;

export interface BoxOptions {
  /** The tree at the beginning, as the program sent it. */
  doc: unknown;
  cites: boolean;
  /** Whether a citation is one of this project. Pasted text may have citations of another project. */
  knows: (citation: string) => boolean;
  /** Called at each change. `wire` makes the tree, and is called when the text is saved. */
  onEdit: (wire: () => unknown) => void;
  /** How many changes such as undo the window waits for, and the number of this series of waits. */
  changing: Readonly<{ count: number; run: number }>;
  /** Called when the caret leaves. */
  onLeave: () => void;
}

export class Box {
  #el: HTMLElement;
  #o: BoxOptions;
  #doc: Node;
  #view: EditorView | null = null;
  /** The tree that was shown last; null once something was written on it. */
  #shown: { json: unknown } | null;
  #written = false;
  /**
   * The steps of typing since the window waits for a change such as undo, each with its inverse.
   * {@link replaceDocument} undoes them and repeats them in the text that the change brings.
   */
  #since: { run: number; steps: { step: Step; back: Step }[] } | null = null;
  #pressed = false;
  #gone = false;
  /**
   * False for a text that the editor cannot hold. Such a text is shown and not opened: saving it would lose a part of
   * it.
   */
  readonly readable: boolean;

  constructor(el: HTMLElement, options: BoxOptions) {
    this.#el = el;
    this.#o = options;
    this.#shown = { json: options.doc };
    const doc = fromWire(options.doc);
    this.readable = doc !== null;
    this.#doc = doc ?? (schema.topNodeType.createAndFill() as Node);
    this.#draw();
    if (!this.readable) return;
    for (const event of OPENING) el.addEventListener(event, this.#open);
  }

  get view(): EditorView | null {
    return this.#view;
  }

  /** Whether the person wrote here since another tree was shown. */
  get written(): boolean {
    return this.#written;
  }

  /** Shows another tree: the one that the program has now. The caret stays where that is possible. */
  show(json: unknown): void {
    if (this.#shown && this.#shown.json === json) return;
    const doc = fromWire(json);
    if (!doc) return;
    this.#shown = { json };
    this.#written = false;
    if (doc.eq(this.#doc)) return;
    this.#doc = doc;
    if (!this.#view) {
      this.#draw();
      return;
    }
    const at = Math.min(this.#view.state.selection.from, doc.content.size);
    const fresh = EditorState.create({ doc, plugins: this.#view.state.plugins });
    this.#view.updateState(fresh.apply(fresh.tr.setSelection(TextSelection.near(doc.resolve(at)))));
    this.#mark(doc);
  }

  /**
   * Shows the text that a change such as undo brought, although the person typed while the window waited for it. What
   * was typed since then is taken out, the new text is put in its place, and the typed steps are repeated in it.
   */
  replaceDocument(json: unknown): void {
    const doc = fromWire(json);
    const steps = this.#since?.run === this.#o.changing.run ? this.#since.steps : [];
    if (!this.#view || !doc || !steps.length) return;
    const { tr, selection } = this.#view.state;
    for (const { back } of steps.toReversed()) tr.step(back);
    const start = tr.doc.content.findDiffStart(doc.content);
    const end = tr.doc.content.findDiffEnd(doc.content);
    if (start === null || !end) return;
    // The two ends may overlap where the same letters stand before and after the difference.
    const more = Math.max(0, start - Math.min(end.a, end.b));
    tr.replace(start, end.a + more, doc.slice(start, end.b + more));
    const way = new Mapping(tr.mapping.maps.slice());
    const kept: typeof steps = [];
    steps.forEach(({ step }, i) => {
      const again = step.map(way.slice(steps.length - i));
      const on = tr.doc;
      if (!again || tr.maybeStep(again).failed) return;
      // Where a step puts back what its inverse took out, positions before and after are the same.
      way.appendMap(again.getMap(), steps.length - 1 - i);
      kept.push({ step: again, back: again.invert(on) });
    });
    tr.setSelection(TextSelection.near(tr.doc.resolve(way.map(selection.head))));
    this.#view.dispatch(tr);
    this.#since = { run: this.#o.changing.run, steps: kept };
  }

  destroy(): void {
    if (active.view === this.#view) Object.assign(active, { view: null, citing: null });
    if (active.respelling?.owner === this.#view) active.respelling = null;
    this.#view?.destroy();
    this.#view = null;
    this.#gone = true;
    for (const event of OPENING) this.#el.removeEventListener(event, this.#open);
  }

  #draw(): void {
    this.#el.replaceChildren(DOMSerializer.fromSchema(schema).serializeFragment(this.#doc.content));
    this.#mark(this.#doc);
  }

  #mark(doc: Node): void {
    this.#el.classList.toggle("blank", isBlank(doc));
  }

  // Opening replaces the elements of the text. During a press of the pointer, WebKit would lose the target and with it
  // the press. So the pointer opens the text a moment later, most often when it has only come near.
  #open = (event: Event): void => {
    if (this.#view || this.#gone) return;
    if (!(event instanceof PointerEvent)) {
      if (this.#pressed) return;
      const view = this.#mount();
      view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
      view.focus();
      // The editor was not there at this event, so it is told by another event.
      this.#el.dispatchEvent(new FocusEvent("focus"));
    } else if (event.type === "pointerenter") {
      setTimeout(() => {
        if (!this.#pressed && !this.#gone) this.#mount();
      });
    } else {
      this.#pressed = true;
      const at = { left: event.clientX, top: event.clientY };
      setTimeout(() => {
        this.#pressed = false;
        if (this.#gone) return;
        // The press gave the focus to the plain element; the editor has to be told.
        if (document.activeElement === this.#el) this.#el.blur();
        const view = this.#mount();
        const pos = view.posAtCoords(at)?.pos ?? view.state.doc.content.size;
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
        view.focus();
        Object.assign(active, { view, cites: this.#o.cites });
      });
    }
  };

  #mount(): EditorView {
    if (this.#view) return this.#view;
    const view = new EditorView(
      { mount: this.#el },
      {
        state: EditorState.create({
          doc: this.#doc,
          plugins: [
            ...editorKeys({
              cite: (from) => {
                if (this.#o.cites) seekCitation(view, from);
              },
              link: () => (active.linking = true),
            }),
            tableEditing(),
            spellingOf(),
          ],
        }),
        dispatchTransaction: (tr) => {
          const { state } = view.state.applyTransaction(tr);
          view.updateState(state);
          active.changes += 1;
          if (!tr.docChanged) return;
          this.#shown = null;
          this.#written = true;
          this.#note(tr);
          this.#doc = state.doc;
          this.#mark(state.doc);
          const doc = state.doc;
          this.#o.onEdit(() => toWire(doc));
        },
        // At the foot of the page, the person also sees some of the next lines.
        scrollThreshold: { top: 8, right: 0, bottom: 48, left: 0 },
        scrollMargin: { top: 24, right: 0, bottom: 120, left: 0 },
        handlePaste: (_view, paste) => this.#paste(paste),
        transformPasted: (slice) => withoutStrangers(slice, this.#o.knows),
        handleDOMEvents: {
          focus: () => {
            Object.assign(active, { view, cites: this.#o.cites });
            return false;
          },
          blur: () => {
            takeCaretOutOf(this.#el);
            this.#o.onLeave();
            return false;
          },
          click: (_view, click) => {
            // Following a link would leave the program; it is only edited here.
            if ((click.target as Element).closest("a")) click.preventDefault();
            return false;
          },
        },
      },
    );
    this.#view = view;
    this.#mark(view.state.doc);
    return view;
  }

  #note(tr: Transaction): void {
    const { count, run } = this.#o.changing;
    if (count === 0) return;
    if (this.#since?.run !== run) this.#since = { run, steps: [] };
    tr.steps.forEach((step, i) => this.#since?.steps.push({ step, back: step.invert(tr.docs[i] as Node) }));
  }

  #paste(paste: ClipboardEvent): boolean {
    const html = paste.clipboardData?.getData("text/html");
    // Text that was copied from Vurder needs no cleaning.
    if (!this.#view || !html || html.includes("data-pm-slice")) return false;
    const view = this.#view;
    const pasted = cleanPasted(html);
    const slice = withoutStrangers(sliceOf(pasted.body), this.#o.knows);
    view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true));
    const fixed = fixTables(view.state);
    if (fixed) view.dispatch(fixed);
    tellLeftOut(pasted.leftOut);
    return true;
  }
}

/**
 * A stretch of text without the citations that the project does not have: a text with such citations cannot be saved.
 */
export function withoutStrangers(slice: Slice, knows: (citation: string) => boolean): Slice {
  const clean = (fragment: Fragment): Fragment => {
    const kept: Node[] = [];
    fragment.forEach((node) => {
      if (node.type.name === "citation" && !knows(node.attrs.id as string)) return;
      kept.push(node.isLeaf ? node : node.copy(clean(node.content)));
    });
    return Fragment.from(kept);
  };
  return new Slice(clean(slice.content), slice.openStart, slice.openEnd);
}

/** The stretch of text that a document from the clipboard gives. */
export function sliceOf(body: HTMLElement): Slice {
  return TreeReader.fromSchema(schema).parseSlice(body, { preserveWhitespace: false });
}
