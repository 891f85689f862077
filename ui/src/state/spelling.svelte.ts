// What the program said of the spelling of paragraphs. A paragraph is asked once, until words are allowed or another
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

class Spelling {
  /** The dictionary that texts are checked with; null where there is none: then the webview's own check stands. */
  dictionary = $state<string | null>(null);
  #known = new Map<string, readonly Stretch[]>();
  #project: string | null = null;
  #told = "";
  #watching = new Set<() => void>();

  /** The words of a paragraph that are not known; undefined as long as it was not asked. */
  of(text: string): readonly Stretch[] | undefined {
    return this.#project === (model.views?.project ?? null) ? this.#known.get(text) : undefined;
  }

  /** Asks for paragraphs. What can't be asked now is asked again with the next change. */
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

  /** Asks for everything anew: words were allowed, or another dictionary chosen. */
  renew(): void {
    this.#known = new Map();
    this.#told = "";
    this.#watching.forEach((again) => again());
  }

  /** Calls `again` when everything is to be asked anew. Gives the function that ends this. */
  watch(again: () => void): () => void {
    this.#watching.add(again);
    return () => this.#watching.delete(again);
  }
}

export const spelling = new Spelling();
