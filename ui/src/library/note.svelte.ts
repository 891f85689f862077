// The note on a statement, as the page shows and edits it.
import type { TextSource } from "../editor/source";
import { notePlace } from "../state/model";
import { once, PlaceOnPage } from "../state/place.svelte";
import { model } from "../state/session.svelte";

export class StatementNote extends PlaceOnPage implements TextSource {
  readonly #project: string;
  readonly #statement: string;
  readonly #told: () => unknown;

  /** `told` gives the note that the program sent last. It is called at each reading. */
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

  /** Stores a new text to be saved. `doc` makes its tree and is called only when the tree is needed. */
  write(doc: () => unknown): void {
    model.writeNote(this.#project, this.#statement, { value: null, doc: once(doc), by: this });
  }

  /** The page shows a list of `revision` or later: notes that were saved before it need not be kept here. */
  shownAt(revision: number): void {
    model.answers.settle(this.place, revision);
  }
}
