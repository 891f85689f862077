// Finds the words of a plain field that no dictionary knows, as editor/spelling.ts does in a rich text. The field draws
// the underlines. The word that the person types is not marked until the caret leaves it.
import { active } from "../editor/active.svelte";
import { differenceOf } from "../state/merge";
import { afterShown, CheckTimes, nextOf, spelling, wordShown, type Stretch } from "../state/spelling.svelte";

/** A segment of a text, in the order of the text. */
export interface Segment {
  text: string;
  unknown: boolean;
}

/** The text in segments, so that each unknown word is a segment of its own. */
export function segmentsOf(text: string, words: readonly Stretch[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { from, to } of words) {
    if (from > at) segments.push({ text: text.slice(at, from), unknown: false });
    segments.push({ text: text.slice(from, to), unknown: true });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at), unknown: false });
  return segments;
}

/** The stretches in the text after an edit. Stretches that the edit touches are left out. */
export function moved(words: readonly Stretch[], before: string, after: string): Stretch[] {
  const edit = differenceOf(before, after);
  if (!edit) return [...words];
  const by = after.length - before.length;
  return words.flatMap(({ from, to }) => {
    if (to <= edit.start) return [{ from, to }];
    return from >= edit.end ? [{ from: from + by, to: to + by }] : [];
  });
}

export class LineSpelling {
  /** The unknown words that are underlined. */
  words = $state.raw<readonly Stretch[]>([]);
  /** The text that has these words. */
  text = $state.raw("");
  #field: HTMLTextAreaElement;
  #times: CheckTimes;

  constructor(field: HTMLTextAreaElement) {
    this.#field = field;
    this.text = field.value;
    this.#times = new CheckTimes(() => void this.#check());
  }

  /** The person typed, or the program changed the text. */
  follow(text: string, typed: boolean): void {
    if (text === this.text) return;
    this.words = moved(this.words, this.text, text);
    this.text = text;
    this.#times.changed(typed);
  }

  /** The caret moved, or left the field: the word that was typed is no longer under it. */
  caretMoved(): void {
    this.#times.caretMoved();
  }

  /** Opens the list of other words for the first unknown word after the caret, or else for the first in the text. */
  async openNext(marks: () => Element | undefined): Promise<void> {
    // Right after a key press the text is not checked yet, and "all words are known" would be untrue.
    await this.#ask();
    if (document.activeElement !== this.#field) return;
    this.#open(nextOf(spelling.of(this.text) ?? [], this.#field.selectionEnd), marks);
  }

  /** Opens the list of other words for the unknown word at the caret. Returns false where there is none. */
  openAtCaret(marks: () => Element | undefined): boolean {
    const head = this.#field.selectionEnd;
    const word = (spelling.of(this.text) ?? []).find(({ from, to }) => from <= head && head <= to);
    if (word) this.#show(word, marks);
    return !!word;
  }

  destroy(): void {
    this.#times.destroy();
    if (active.respelling?.owner === this.#field) active.respelling = null;
  }

  /** Opens the list for a word, or for the one after it where the person was shown this one already. */
  #open(word: Stretch | null, marks: () => Element | undefined): void {
    const field = this.#field;
    const words = spelling.of(this.text) ?? [];
    this.#show(word && afterShown(field, word, words, field.selectionEnd), marks);
  }

  #show(word: Stretch | null, marks: () => Element | undefined): void {
    const field = this.#field;
    if (word) {
      // From the end of the word, the person goes on.
      field.setSelectionRange(word.to, word.to);
      wordShown(field, word);
    }
    // The list is placed at the mark of its word, which may be the word that is being typed.
    this.#times.caretMoved();
    if (word) this.words = spelling.of(this.text) ?? [];
    const wrong = word ? this.text.slice(word.from, word.to) : "";
    const nth = word ? this.words.indexOf(word) : -1;
    active.respelling = {
      owner: field,
      element: field,
      word: wrong,
      place: () => (marks()?.querySelectorAll(".misspelt")[nth] ?? field).getBoundingClientRect(),
      focus: () => field.focus(),
      replace: (by) => {
        if (!word || field.value.slice(word.from, word.to) !== wrong) return;
        field.setRangeText(by, word.from, word.to, "end");
        field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: by }));
      },
    };
  }

  /** Asks the program about the text, unless it has checked it. */
  async #ask(): Promise<void> {
    const { text } = this;
    if (text.trim() && spelling.of(text) === undefined) await spelling.ask([text]);
  }

  async #check(): Promise<void> {
    const { text } = this;
    await this.#ask();
    // A text that was edited meanwhile is checked again later.
    if (text !== this.text) return;
    const { selectionStart, selectionEnd } = this.#field;
    this.words = this.#times.marked(spelling.of(text) ?? [], selectionStart === selectionEnd ? selectionEnd : null);
  }
}
