// Keys that are pressed before the row they are meant for is there.
import { splitBlock } from "prosemirror-commands";

import { active } from "../editor/active.svelte";

/**
 * Takes the focus and holds what is typed from the moment somebody asks for a row until the program has made it.
 * Without it the first letters would go to the text written before, and a space would press "Add" once more.
 */
export class Typeahead {
  static #open: Typeahead | null = null;
  readonly #field = document.createElement("textarea");
  readonly #before: Element | null;

  /** `label` names what is being added, for who has the page read out. */
  constructor(label: string) {
    this.#field.className = "unseen";
    this.#field.style.position = "fixed";
    this.#field.ariaLabel = label;
    this.#field.addEventListener("keydown", (e) => {
      // There is no next field yet.
      if (e.key === "Tab") e.preventDefault();
    });
    // A second row asked for before the first is there: both come, and the words go to the last.
    const earlier = Typeahead.#open;
    this.#field.value = earlier ? earlier.#field.value : "";
    this.#before = earlier ? earlier.#before : document.activeElement;
    document.body.append(this.#field);
    this.#field.focus({ preventScroll: true });
    if (earlier) earlier.#remove();
    Typeahead.#open = this;
  }

  /** Whether the person still waits; otherwise they have gone elsewhere and should not be called back. */
  get waits(): boolean {
    return document.activeElement === this.#field;
  }

  /** Ends the wait: `goThere` moves the focus to the new row, and what was typed goes where the focus is then. */
  end(goThere: (() => boolean) | null): void {
    const words = this.#field.value;
    if (this.waits) {
      if (goThere?.() && !this.waits) typeInto(document.activeElement, words);
      else (this.#before as HTMLElement | null)?.focus({ preventScroll: true });
    }
    this.#remove();
  }

  #remove(): void {
    this.#field.remove();
    if (Typeahead.#open === this) Typeahead.#open = null;
  }
}

/** Puts words where the caret is, as if they were typed there. What takes no words takes none. */
function typeInto(target: Element | null, words: string): void {
  if (words === "") return;
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")) {
    target.setRangeText(words.replace(/\n+/g, " "), target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
    target.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  } else if (active.view?.dom === target) {
    const view = active.view;
    words.split("\n").forEach((line, i) => {
      if (i > 0) splitBlock(view.state, view.dispatch);
      if (line) view.dispatch(view.state.tr.insertText(line).scrollIntoView());
    });
  }
}
