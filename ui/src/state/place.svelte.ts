// What the model knows of one place on the page, made reactive.
import { createSubscriber } from "svelte/reactivity";

import type { OwnWords } from "./answers";
import { model, queue } from "./session.svelte";

export class PlaceOnPage {
  protected readonly place: string;
  // Each getter calls it, so that effects which read the getter run again after a change.
  readonly #watch: () => void;

  /** `place` as `placeOf` or `notePlace` name it. */
  constructor(place: string) {
    this.place = place;
    this.#watch = createSubscriber((changed) => model.answers.watch(place, changed));
  }

  /** What the person typed or chose, until the program says the same. */
  get own(): OwnWords | null {
    this.#watch();
    return model.answers.own(this.place);
  }

  /** Whether own words are not saved yet. */
  get dirty(): boolean {
    this.#watch();
    return model.answers.isUnsaved(this.place);
  }

  /** The revision of the last change, other than typing, that gave this place its words; 0 for none. */
  get broughtAt(): number {
    this.#watch();
    return model.answers.broughtAt(this.place);
  }

  /** Where the own text was written: at this very place, or where the same answer stands once more on the page. */
  get writtenBy(): "here" | "elsewhere" | null {
    const own = this.own;
    return !own?.doc ? null : own.by === this ? "here" : "elsewhere";
  }

  /** Writes what was typed. */
  leave = (): void => {
    if (this.dirty) void queue.flush();
  };
}

/** A function that calls `what` at its first call only and gives that result at every call. */
export function once<T>(what: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: what() }).value;
}
