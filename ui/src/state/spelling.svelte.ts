// The unknown words of paragraphs. The program is asked once about a paragraph, until words are allowed or another
// project is opened.
import { api } from "../api";
import { model } from "./session.svelte";
import { tell } from "./toasts.svelte";

/** A stretch of a text. */
export interface Stretch {
  from: number;
  to: number;
}

/** The most paragraphs that are remembered. */
const MOST = 5000;
/** The pause in typing after which a text is checked, ms. */
const PAUSE = 400;

class Spelling {
  /** The dictionary for the texts; null where there is none: then the webview checks them itself. */
  dictionary = $state<string | null>(null);
  #known = new Map<string, readonly Stretch[]>();
  #project: string | null = null;
  #told = "";
  #watching = new Set<() => void>();

  /** The unknown words of a paragraph; undefined before the program answered. */
  of(text: string): readonly Stretch[] | undefined {
    return this.#project === (model.views?.project ?? null) ? this.#known.get(text) : undefined;
  }

  /** Asks the program about paragraphs. Where that fails, it asks again at the next change. */
  async ask(texts: readonly string[]): Promise<void> {
    const project = model.views?.project;
    if (!project || texts.length === 0) return;
    if (this.#project !== project || this.#known.size > MOST) {
      this.#project = project;
      this.#known = new Map();
    }
    const known = this.#known;
    try {
      const { dictionary, problem, unknown } = await api.checkSpelling(project, [...texts]);
      if (known !== this.#known) return;
      this.dictionary = dictionary ?? null;
      texts.forEach((text, i) => known.set(text, unknown[i] ?? []));
      if (problem && problem !== this.#told) tell((this.#told = problem));
    } catch {
      // Spelling is an aid: without an answer nothing is underlined.
    }
  }

  /** Drops all answers and asks again: words were allowed, or another dictionary was chosen. */
  renew(): void {
    this.#known = new Map();
    this.#told = "";
    this.#watching.forEach((again) => again());
  }

  /** Calls `again` when everything is to be asked again. Returns the function that ends this. */
  watch(again: () => void): () => void {
    this.#watching.add(again);
    return () => this.#watching.delete(again);
  }
}

export const spelling = new Spelling();

/** The first of these words that ends at the caret or after it, or else the first; null where there is none. */
export const nextOf = (words: readonly Stretch[], caret: number): Stretch | null =>
  words.find(({ to }) => to >= caret) ?? words[0] ?? null;

/** The end of the word whose list was opened last, by the editor or field that has it. */
const shownLast = new WeakMap<object, number>();

/** Remembers that the list for a word was opened, with the caret at the end of the word. */
export const wordShown = (owner: object, word: Stretch): void => void shownLast.set(owner, word.to);

/**
 * The word to show in place of `word`: the one after it where the person was shown `word` already and left the caret
 * there. So a word that they want to keep does not hold up the rest.
 */
export function afterShown(owner: object, word: Stretch, words: readonly Stretch[], caret: number): Stretch {
  if (shownLast.get(owner) !== word.to || caret !== word.to) return word;
  return words.find(({ from }) => from >= word.to) ?? words[0] ?? word;
}

/**
 * Says when one text is checked: at once, after a pause in typing, and when everything is to be asked again. The word
 * that the person types is not marked until the caret leaves it.
 */
export class CheckTimes {
  #check: () => void;
  #typing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unwatch: () => void;

  constructor(check: () => void) {
    this.#check = check;
    this.#unwatch = spelling.watch(() => this.#soon(0));
    this.#soon(0);
  }

  /** The text changed; `typed` says whether the person typed at the caret. */
  changed(typed = true): void {
    this.#typing = typed;
    this.#soon(PAUSE);
  }

  /** The caret moved or left the text, and the text is the same. */
  caretMoved(): void {
    if (!this.#typing) return;
    this.#typing = false;
    this.#soon(0);
  }

  /** The words to mark. `caret` is null where a stretch is selected. */
  marked(words: readonly Stretch[], caret: number | null): Stretch[] {
    const isTyped = ({ from, to }: Stretch): boolean => this.#typing && caret !== null && from <= caret && caret <= to;
    return words.filter((word) => !isTyped(word));
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#unwatch();
  }

  #soon(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#check, pause);
  }
}
