// An answer as the page shows it: the person's own words until the program has them, then the program's.
import type { CellView, Value } from "../bindings";
import type { TextSource } from "../editor/source";
import type { OwnWords } from "../state/answers";
import { mergedAnswer } from "../state/merge";
import { placeOf } from "../state/model";
import { once, PlaceOnPage } from "../state/place.svelte";
import { model, queue, session } from "../state/session.svelte";

export class FieldAnswer extends PlaceOnPage implements TextSource {
  readonly #project: string;
  readonly #row: string;
  readonly #field: string;
  readonly #cell: () => CellView;
  /** The answer that stood here when the person first changed it while the window waited for a change such as undo. */
  #beforeTyping: { run: number; value: Value | null } | null = null;

  /** `cell` gives what the program sent last. It is called at each reading. */
  constructor(at: { row: string; field: string }, cell: () => CellView) {
    const project = session.overview?.head.id ?? "";
    super(placeOf(project, at.row, at.field));
    this.#project = project;
    this.#row = at.row;
    this.#field = at.field;
    this.#cell = cell;
  }

  get value(): Value | null {
    const own = this.own;
    return own ? own.value : (this.#cell().value ?? null);
  }

  get doc(): unknown {
    const own = this.own;
    return own?.doc ? own.doc() : this.toldDoc;
  }

  get toldDoc(): unknown {
    return this.#cell().doc;
  }

  /** Stores a new answer to be written: with `soon`, as for a choice, at once, else after a pause in typing. */
  set(value: Value | null, how: { soon: boolean; doc?: unknown }): void {
    const { doc } = how;
    const { count, run } = queue.changing;
    if (count > 0 && this.#beforeTyping?.run !== run) this.#beforeTyping = { run, value: this.value };
    this.#take({ value, by: null, ...(doc === undefined ? {} : { doc: () => doc }) }, how.soon);
  }

  /**
   * Puts what the person changed here, while the window waited for a change such as undo, into what that change
   * brought. A rich text does the same by itself, step by step.
   */
  setIntoBrought(): void {
    const before = this.#beforeTyping;
    const own = this.own;
    if (!before || before.run !== queue.changing.run || !own || own.doc || !this.dirty) return;
    const brought = this.#cell().value ?? null;
    this.#beforeTyping = { run: before.run, value: brought };
    this.#take({ value: mergedAnswer(before.value, own.value, brought), by: null }, false);
  }

  /**
   * Stores a new text, with the value that has it as text or as reason. `doc` makes the tree, and is called only when
   * the tree is needed.
   */
  write(value: Value | null, doc: () => unknown): void {
    this.#take({ value, by: this, doc: once(doc) }, false);
  }

  #take(own: OwnWords, soon: boolean): void {
    if (this.#project) model.writeAnswer(this.#project, this.#row, this.#field, own, soon);
  }
}
