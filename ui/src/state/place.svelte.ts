// The model's data of one place on the page, made reactive.
import { createSubscriber } from "svelte/reactivity";

import type { OwnWords } from "./answers";
import { model, queue } from "./session.svelte";

export class PlaceOnPage {
  protected readonly place: string;
  // Every getter calls it, so that effects which read the getter run again after a change.
  readonly #watch: () => void;

  /** `place` is a name that `placeOf` or `notePlace` gives. */
  constructor(place: string) {
    this.place = place;
    this.#watch = createSubscriber((changed) => model.answers.watch(place, changed));
  }

  /** What the person typed or chose, until the program has it. */
  get own(): OwnWords | null {
    this.#watch();
    return model.answers.own(this.place);
  }

  /** How often this place got other words: while the number is the same, its answer is the same. */
  get turn(): number {
    return model.answers.turnOf(this.place);
  }

  /** Whether the person's own words are not saved yet. */
  get dirty(): boolean {
    this.#watch();
    return model.answers.isUnsaved(this.place);
  }

  /** The revision of the last change, other than typing, that gave this place its words; 0 for none. */
  get replacedAt(): number {
    this.#watch();
    return model.answers.replacedAt(this.place);
  }

  /** Where the own text was written: in this view, or in another view of the same answer on the page. */
  get writtenBy(): "here" | "elsewhere" | null {
    const own = this.own;
    return !own?.doc ? null : own.by === this ? "here" : "elsewhere";
  }

  /** Writes what was typed at once. Called when the caret leaves. */
  leave = (): void => {
    if (this.dirty) void queue.flush();
  };
}

/** A function that calls `what` at its first call only and gives that result at every call. */
export function once<T>(what: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: what() }).value;
}
