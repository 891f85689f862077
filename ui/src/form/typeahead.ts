// Keeps the keys that a person presses while the program still makes the row that they are for.
import { splitBlock } from "prosemirror-commands";

import { active } from "../editor/active.svelte";
import { holdsUnkept } from "../state/unkept";

/**
 * Takes the focus and keeps what is typed from the moment the person asks for a row until the program has made it.
 * Without it, the first letters would go into the text written before, and a space would press "Add" again.
 */
export class Typeahead {
  static #open: Typeahead | null = null;
  readonly #field = document.createElement("textarea");
  readonly #before: Element | null;
  readonly #release: () => void;

  /** A screen reader reads `label`, which names the added row. `words` are what was typed before this. */
  constructor(label: string, words = "") {
    this.#field.className = "unseen";
    this.#field.style.position = "fixed";
    this.#field.ariaLabel = label;
    this.#field.addEventListener("keydown", (e) => {
      // The next field belongs to the new row, which is not there yet.
      if (e.key === "Tab") e.preventDefault();
    });
    // The person may ask for a second row before the first is there: both are made, and the words go to the second.
    const earlier = Typeahead.#open;
    this.#field.value = (earlier ? earlier.#field.value : "") + words;
    if (earlier) earlier.#field.value = "";
    this.#before = earlier ? earlier.#before : document.activeElement;
    document.body.append(this.#field);
    this.#release = holdsUnkept(() => [this.#field.value]);
    this.#field.focus({ preventScroll: true });
    if (earlier) earlier.#remove();
    Typeahead.#open = this;
  }

  /**
   * Whether the waiting field still has the focus. If not, the person went to another place, and the focus stays there.
   */
  get waits(): boolean {
    return document.activeElement === this.#field;
  }

  /**
   * Ends the wait: `goThere` moves the focus to the new row, and the typed words go into the element with the focus. A
   * person who went to another place gets the focus back there; `quietly` then asks `goThere` not to scroll. Returns
   * the words that could not be put into the row.
   */
  end(goThere: ((quietly: boolean) => boolean) | null): string {
    const words = this.#field.value;
    const { waits } = this;
    const elsewhere = waits ? null : document.activeElement;
    let placed = words === "";
    if (goThere && (waits || !placed) && goThere(!waits) && !this.waits) {
      placed = typeInto(document.activeElement, words) || placed;
      (elsewhere as HTMLElement | null)?.focus({ preventScroll: true });
    } else if (waits) (this.#before as HTMLElement | null)?.focus({ preventScroll: true });
    this.#remove();
    return placed ? "" : words;
  }

  #remove(): void {
    this.#release();
    this.#field.remove();
    if (Typeahead.#open === this) Typeahead.#open = null;
  }
}

/**
 * Inserts words at the caret, as if they were typed. Returns false, and changes nothing, for an element that takes no
 * text.
 */
function typeInto(target: Element | null, words: string): boolean {
  if (words === "") return true;
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")) {
    target.setRangeText(words.replace(/\n+/g, " "), target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
    target.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  } else if (active.view?.dom === target) {
    const view = active.view;
    words.split("\n").forEach((line, i) => {
      if (i > 0) splitBlock(view.state, view.dispatch);
      if (line) view.dispatch(view.state.tr.insertText(line).scrollIntoView());
    });
  } else return false;
  return true;
}
