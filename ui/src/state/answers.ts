// What is newer than the views, place by place: the person's own words until a view has them, and which change brought
// other words than theirs. A place is an answer or the note on a statement, named by a string that begins with its
// project.
import type { Value } from "../bindings";

/** What somebody typed or chose at a place. Never changed: the next key makes another one. */
export interface OwnWords {
  value: Value | null;
  /** The tree of a rich text; absent where the answer has none. */
  doc?: () => unknown;
  /** Where on the page it was written: the same answer may stand there twice. */
  by: object | null;
}

interface Place {
  own: OwnWords | null;
  /** The revision that has the own words; null while they are not saved. */
  savedAt: number | null;
  /** The last change, other than typing here, that gave the place its words: its revision. 0 for none. */
  broughtAt: number;
  /** The same, of those that a view shows. */
  shownAt: number;
  watching: Set<() => void>;
}

export class Answers {
  #places = new Map<string, Place>();

  /** The person's words at a place that the view may not have yet. */
  own(place: string): OwnWords | null {
    return this.#places.get(place)?.own ?? null;
  }

  /** Whether the words at a place are not saved. */
  isUnsaved(place: string): boolean {
    const at = this.#places.get(place);
    return !!at?.own && at.savedAt === null;
  }

  /** The revision of the last change that brought other words to a place, as far as a view shows it; 0 for none. */
  broughtAt(place: string): number {
    return this.#places.get(place)?.shownAt ?? 0;
  }

  /** Takes what the person typed or chose. */
  write(place: string, own: OwnWords): void {
    this.#change(place, { own, savedAt: null });
  }

  /** Notes that words are saved. They are shown on until a view of that revision is there. */
  saved(place: string, words: OwnWords, revision: number): void {
    if (this.own(place) === words) this.#change(place, { savedAt: revision });
  }

  /** Notes that a change brought other words to a place. */
  bring(place: string, revision: number): void {
    this.#change(place, { broughtAt: revision });
  }

  /** Takes note that a view of `revision` shows all places that begin with `prefix`: it has the words saved before. */
  settle(prefix: string, revision: number): void {
    for (const [place, at] of [...this.#places]) {
      if (!place.startsWith(prefix)) continue;
      const known = at.own !== null && at.savedAt !== null && at.savedAt <= revision;
      const brought = at.broughtAt > at.shownAt && at.broughtAt <= revision;
      if (known || brought) {
        this.#change(place, { ...(known ? { own: null } : {}), ...(brought ? { shownAt: at.broughtAt } : {}) });
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

  #at(place: string): Place {
    const at = this.#places.get(place) ?? { own: null, savedAt: null, broughtAt: 0, shownAt: 0, watching: new Set() };
    this.#places.set(place, at);
    return at;
  }

  #change(place: string, what: Partial<Place>): void {
    const at = Object.assign(this.#at(place), what);
    for (const changed of [...at.watching]) changed();
    this.#forget(place, at);
  }

  // Removes a place that nothing shows and that has no own words.
  #forget(place: string, at: Place): void {
    if (!at.own && at.watching.size === 0) this.#places.delete(place);
  }
}
