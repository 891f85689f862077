// Keeps the keys that a person presses before the program has made the row they are for.
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

  /** A screen reader reads `label`, which names the row that is added. `words` were typed before this. */
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
    this.#field.focus({ preventScroll: true });
    if (earlier) earlier.#remove();
    Typeahead.#open = this;
  }

  /** Whether the focus is still in the waiting field. If not, the person is elsewhere, and the focus stays there. */
  get waits(): boolean {
    return document.activeElement === this.#field;
  }

  /**
   * Ends the wait: `goThere` moves the focus to the new row, and the typed words go to the element with the focus. A
   * person who is elsewhere gets the focus back there; `quietly` asks for no scrolling then. Gives the words that could
   * not be put into the row.
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
    this.#field.remove();
    if (Typeahead.#open === this) Typeahead.#open = null;
  }
}

/** Inserts words at the caret, as if they were typed. False for an element that takes no text: it is left as it is. */
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
