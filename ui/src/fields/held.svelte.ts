// An answer as it is shown: what the person just chose or typed, until the program has it and says the same.
import { untrack } from "svelte";

import type { Answer } from "../api";
import { answer, autosave, placeOf, session } from "../state/session.svelte";
import type { CellView, Value } from "../bindings";

/** Where an answer is. */
export interface Place {
  row: string;
  field: string;
}

export class Held {
  readonly #place: Place;
  readonly #project: string;
  #own = $state.raw<{ value: Value | null; doc?: unknown } | null>(null);
  #cell: () => CellView;

  /** Made while a component starts; `cell` is read again at each change. */
  constructor(place: Place, cell: () => CellView) {
    this.#place = place;
    this.#cell = cell;
    this.#project = session.overview?.head.id ?? "";
    const kept = autosave.unsaved(this.key)?.answer;
    if (kept) this.#own = { value: kept.value, doc: kept.doc };
    $effect(() => {
      void this.#cell();
      void session.changes;
      untrack(() => {
        if (this.#own && !this.dirty) this.#own = null;
      });
    });
  }

  get key(): string {
    return placeOf(this.#project, this.#place.row, this.#place.field);
  }

  get dirty(): boolean {
    return autosave.isDirty(this.key);
  }

  get value(): Value | null {
    return this.#own ? this.#own.value : (this.#cell().value ?? null);
  }

  get doc(): unknown {
    return this.#own && "doc" in this.#own && this.#own.doc !== undefined ? this.#own.doc : this.#cell().doc;
  }

  #wire(value: Value | null, doc: unknown): Answer {
    return { ...this.#place, value, ...(doc === undefined ? {} : { doc }) };
  }

  /** Takes a new answer. A choice is written at once, typing after a pause. */
  set(value: Value | null, how: { soon: boolean; doc?: unknown }): void {
    this.#own = { value, doc: how.doc };
    answer(this.#place, how.soon, () => this.#wire(value, how.doc));
  }

  /** Takes a new text; the tree is asked for when it is written. */
  write(value: Value | null, doc: () => unknown): void {
    answer(this.#place, false, () => this.#wire(value, doc()));
  }

  flush = (): void => {
    if (this.dirty) void autosave.flush();
  };
}
