// The note on a statement as the page shows it.
import type { TextSource } from "../editor/source";
import { notePlace } from "../state/model";
import { once, PlaceOnPage } from "../state/place.svelte";
import { model } from "../state/session.svelte";

export class StatementNote extends PlaceOnPage implements TextSource {
  readonly #project: string;
  readonly #statement: string;
  readonly #told: () => unknown;

  /** `told` is the note as the program told it last; it is asked at each reading. */
  constructor(project: string, statement: string, told: () => unknown) {
    super(notePlace(project, statement));
    this.#project = project;
    this.#statement = statement;
    this.#told = told;
  }

  get doc(): unknown {
    const own = this.own;
    return own?.doc ? own.doc() : this.#told();
  }

  get toldDoc(): unknown {
    return this.#told();
  }

  /** Takes a new text; the tree is made when it is asked for. */
  write(doc: () => unknown): void {
    model.writeNote(this.#project, this.#statement, { value: null, doc: once(doc), by: this });
  }

  /** Takes note that a list of `revision` or later is shown: it has the words that were saved before. */
  shownAt(revision: number): void {
    model.answers.settle(this.place, revision);
  }
}
