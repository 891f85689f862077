// What is newer than the views, by place: the person's own words until a view has them, and the revision of the change
// that brought other words. A place is an answer or the note on a statement, named by a string that begins with its
// project.
import type { Value } from "../bindings";

/** What the person typed or chose at a place. The object never changes: the next key makes another one. */
export interface OwnWords {
  value: Value | null;
  /** The tree of a rich text; absent where the answer has none. */
  doc?: () => unknown;
  /** The view in which the words were written: the same answer may have several views on a page. */
  by: object | null;
}

interface PlaceState {
  own: OwnWords | null;
  /** The revision that has the own words; null while they are not saved. */
  savedAt: number | null;
  /** The revision of the last change, other than typing here, that gave the place its words; 0 for none. */
  replacedAt: number;
  /** The same for the changes that a view already shows. */
  shownAt: number;
  watching: Set<() => void>;
}

export class Answers {
  #states = new Map<string, PlaceState>();
  /** How often each place got other words. */
  #turns = new Map<string, number>();

  /** The person's words at a place that the view may not have yet. */
  own(place: string): OwnWords | null {
    return this.#states.get(place)?.own ?? null;
  }

  /** Whether the words at a place are not saved. */
  isUnsaved(place: string): boolean {
    const at = this.#states.get(place);
    return !!at?.own && at.savedAt === null;
  }

  /** The revision of the last change that brought other words to a place and that a view shows; 0 for none. */
  replacedAt(place: string): number {
    return this.#states.get(place)?.shownAt ?? 0;
  }

  /** How often a place got other words: while the number is the same, its answer is the same. */
  turnOf(place: string): number {
    return this.#turns.get(place) ?? 0;
  }

  /** Stores what the person typed or chose. */
  write(place: string, own: OwnWords): void {
    this.#turns.set(place, this.turnOf(place) + 1);
    this.#change(place, { own, savedAt: null });
  }

  /** Stores that words are saved. They are shown until a view of `revision` is there. */
  saved(place: string, words: OwnWords, revision: number): void {
    if (this.own(place) === words) this.#change(place, { savedAt: revision });
  }

  /** Stores that a change brought other words to a place. */
  bring(place: string, revision: number): void {
    this.#turns.set(place, this.turnOf(place) + 1);
    this.#change(place, { replacedAt: revision });
  }

  /**
   * Called when a view of `revision` shows all places that begin with `prefix`. It has the words that were saved
   * before.
   */
  settle(prefix: string, revision: number): void {
    for (const [place, at] of [...this.#states]) {
      if (!place.startsWith(prefix)) continue;
      const known = at.own !== null && at.savedAt !== null && at.savedAt <= revision;
      const brought = at.replacedAt > at.shownAt && at.replacedAt <= revision;
      if (known || brought) {
        this.#change(place, { ...(known ? { own: null } : {}), ...(brought ? { shownAt: at.replacedAt } : {}) });
      }
    }
  }

  /** Calls `changed` at each change at a place, until the returned function is called. */
  watch(place: string, changed: () => void): () => void {
    const at = this.#at(place);
    at.watching.add(changed);
    return () => {
      at.watching.delete(changed);
      this.#forget(place, at);
    };
  }

  #at(place: string): PlaceState {
    const at = this.#states.get(place) ?? { own: null, savedAt: null, replacedAt: 0, shownAt: 0, watching: new Set() };
    this.#states.set(place, at);
    return at;
  }

  #change(place: string, what: Partial<PlaceState>): void {
    const at = Object.assign(this.#at(place), what);
    for (const changed of [...at.watching]) changed();
    this.#forget(place, at);
  }

  // Removes a place that nothing shows and that has no own words.
  #forget(place: string, at: PlaceState): void {
    if (!at.own && at.watching.size === 0) this.#states.delete(place);
  }
}
