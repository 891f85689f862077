// An answer as it is shown: what the person just chose or typed, until the program has it and says the same.
import { untrack } from "svelte";

import type { Answer } from "../api";
import { answer, placeOf, queue, session, unsavedAnswer } from "../state/session.svelte";
import type { CellView, Value } from "../bindings";

/** Where an answer is. */
export interface Place {
  row: string;
  field: string;
}

/** What is newer than the program's word on one answer. An answer that stands twice on a page has one of it. */
class Newer {
  own = $state.raw<{ value: Value | null; doc?: unknown } | null>(null);
  /** Who is typing a text, and what; nobody once a form has come that has seen it. */
  typing: { by: Held; value: Value | null; doc: () => unknown } | null = null;
  /** How many places on the page show it. */
  shown = 0;
}
const newer = new Map<string, Newer>();

export class Held {
  readonly #place: Place;
  readonly #project: string;
  readonly #newer: Newer;
  #cell: () => CellView;

  /** Made while a component starts; `cell` is read again at each change. */
  constructor(place: Place, cell: () => CellView) {
    this.#place = place;
    this.#cell = cell;
    this.#project = session.overview?.head.id ?? "";
    this.#newer = newer.get(this.key) ?? new Newer();
    const kept = unsavedAnswer(this.key);
    if (kept) this.#newer.own = { value: kept.value, doc: kept.doc };
    newer.set(this.key, this.#newer);
    this.#newer.shown += 1;
    const key = this.key;
    $effect(() => () => {
      this.#newer.shown -= 1;
      if (!this.#newer.shown) newer.delete(key);
    });
    // Only a form that was read since has what was written; until it comes, one's own words stand.
    let read = cell();
    $effect(() => {
      const now = this.#cell();
      untrack(() => {
        if (now === read) return;
        read = now;
        if (this.dirty) return;
        this.#newer.own = null;
        this.#newer.typing = null;
      });
    });
  }

  get key(): string {
    return placeOf(this.#project, this.#place.row, this.#place.field);
  }

  get dirty(): boolean {
    return queue.isDirty(this.key);
  }

  /** Whether it is here, and not where the same answer stands once more, that a text is newer than the program's. */
  get writing(): boolean {
    return this.dirty && this.#newer.typing?.by === this;
  }

  /** What {@link doc} is from: another object after each reading, and after each writing elsewhere on the page. */
  get reading(): object {
    const own = this.#newer.own;
    return own?.doc !== undefined ? own : this.#cell();
  }

  get value(): Value | null {
    return this.#newer.own ? this.#newer.own.value : (this.#cell().value ?? null);
  }

  /** Whether {@link doc} was written on this page, and is not yet the program's word. */
  get ours(): boolean {
    return this.#newer.own?.doc !== undefined;
  }

  get doc(): unknown {
    const own = this.#newer.own;
    return own?.doc !== undefined ? own.doc : this.#cell().doc;
  }

  #wire(value: Value | null, doc: unknown): Answer {
    return { ...this.#place, value, ...(doc === undefined ? {} : { doc }) };
  }

  /** Takes a new answer. A choice is written at once, typing after a pause. */
  set(value: Value | null, how: { soon: boolean; doc?: unknown }): void {
    this.#newer.own = { value, doc: how.doc };
    this.#newer.typing = null;
    answer(this.#place, how.soon, () => this.#wire(value, how.doc));
  }

  /** Takes a new text; the tree is asked for when it is written. */
  write(value: Value | null, doc: () => unknown): void {
    this.#newer.typing = { by: this, value, doc };
    answer(this.#place, false, () => this.#wire(value, doc()));
  }

  /** Writes what was typed, and shows it where the same answer stands once more. */
  flush = (): void => {
    const typing = this.#newer.typing;
    if (typing?.by === this) this.#newer.own = { value: typing.value, doc: typing.doc() };
    if (this.dirty) void queue.flush();
  };

  /** The text as it stands here now. */
  get text(): unknown {
    return this.#newer.typing ? this.#newer.typing.doc() : this.doc;
  }
}
