// Asks for the pages of the report: one question at a time, and none while the person types. Only the newest wish is
// asked. An answer whose revision is older than the newest known one is dropped, and the wish is asked again.

/** The time without a key before the pages are asked for, ms. */
export const PAUSE = 300;

export interface AskingOptions<Wish, Answer extends { revision: number }> {
  /** Asks the program. Gives null where a change made the question out of date. */
  ask: (wish: Wish) => Promise<Answer | null>;
  /** The revision that an answer must have at least. */
  known: () => number;
  onAnswer: (answer: Answer, wish: Wish) => void;
  onRefused: (thrown: unknown) => void;
}

export class Asking<Wish, Answer extends { revision: number }> {
  #wish: Wish | null = null;
  #running = false;
  #closed = false;
  #lastKey = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #o: AskingOptions<Wish, Answer>;

  constructor(options: AskingOptions<Wish, Answer>) {
    this.#o = options;
  }

  /** Called at each key: the program is asked after a pause. */
  typed(): void {
    this.#lastKey = performance.now();
  }

  /** Asks for `wish` in place of an earlier wish that is not asked yet. */
  want(wish: Wish): void {
    this.#wish = wish;
    this.#plan();
  }

  /** Ends asking. An answer that comes later is dropped. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#running || this.#closed || this.#wish === null) return;
    const wait = this.#lastKey + PAUSE - performance.now();
    if (wait <= 0) void this.#ask();
    else this.#timer = setTimeout(() => this.#plan(), wait);
  }

  async #ask(): Promise<void> {
    const wish = this.#wish;
    if (wish === null) return;
    this.#wish = null;
    this.#running = true;
    try {
      const answer = await this.#o.ask(wish);
      if (this.#closed) return;
      // A newer wish replaces the one that failed.
      if (!answer || answer.revision < this.#o.known()) this.#wish ??= wish;
      else this.#o.onAnswer(answer, wish);
    } catch (thrown) {
      if (!this.#closed) this.#o.onRefused(thrown);
    } finally {
      this.#running = false;
    }
    this.#plan();
  }
}
