// The queue of all writes: typed words and changes, one at a time, in the order in which the person made them. Words
// stay in the queue until the program has acknowledged them, whatever screen is shown and however often a write fails.
// The queue does not know forms: a place is a name, and a payload is what `write` takes.

/** What the person is told about saving. */
export type SaveState =
  { at: "rest" } | { at: "saving" } | { at: "saved"; time: Date } | { at: "failed"; message: string };

export interface QueueOptions<P> {
  /** Writes the words of one place. Rejects when that failed. */
  write: (payload: P, place: string) => Promise<void>;
  /** Called with each new state of saving. */
  onState?: (state: SaveState) => void;
  /** The message of the error with which `write` rejected. */
  messageOf?: (thrown: unknown) => string;
  /** Whether `write` rejected because the place does not exist: then only a change can bring the place back. */
  isGone?: (thrown: unknown) => boolean;
  /** The pause after the last key before the words are written, ms. */
  wait?: number;
  /** The longest time that words stay unsaved while the person types without a pause, ms. */
  longest?: number;
  /** The time before refused words are tried again, ms. It doubles up to a minute. */
  retry?: number;
  now?: () => Date;
}

/** The error of a change when words before it could not be written. The words stay in the queue. */
export class UnsavedWords extends Error {
  override readonly name = "UnsavedWords";
}

/**
 * What the person typed or chose at one place. Newer words of the place replace it, unless a change stands between
 * them.
 */
interface Words<P> {
  is: "words";
  place: string;
  payload: () => P;
  /** When the person pressed the first key of these words. */
  since: number;
  /** When the words are to be written. */
  due: number;
  writing: boolean;
  /** Why the last try failed; null before a try. Newer words take over the reason, since typing on saves nothing. */
  refused: string | null;
  /** Whether the words were refused because their place does not exist. */
  gone: boolean;
}

/** A function that runs after all words before it were tried. */
interface Step {
  is: "step";
  run: () => Promise<void>;
}

export class WriteQueue<P> {
  #items: (Words<P> | Step)[] = [];
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #state: SaveState = { at: "rest" };
  #changing = { count: 0, run: 0 };
  readonly #o: Required<QueueOptions<P>>;

  constructor(options: QueueOptions<P>) {
    this.#o = {
      onState: () => {},
      messageOf: String,
      isGone: () => false,
      wait: 600,
      longest: 3000,
      retry: 2000,
      now: () => new Date(),
      ...options,
    };
  }

  get state(): SaveState {
    return this.#state;
  }

  /**
   * How many changes the window waits for, from the click until the page shows the change; and the number of this
   * series of waits.
   */
  get changing(): Readonly<{ count: number; run: number }> {
    return this.#changing;
  }

  /**
   * Puts the words of a place into the queue. They are written after a pause in typing; with `soon`, as for a choice,
   * at once.
   */
  edit(place: string, payload: () => P, soon = false): void {
    const now = Date.now();
    const before = this.#latest(place);
    const replaced = before && !before.writing && this.#noStepAfter(before) ? before : null;
    if (replaced) this.#remove(replaced);
    const since = replaced?.since ?? now;
    const due = soon ? now : Math.min(now + this.#o.wait, since + this.#o.longest);
    this.#items.push({
      is: "words",
      place,
      payload,
      since,
      due,
      writing: false,
      refused: before?.refused ?? null,
      gone: before?.gone ?? false,
    });
    this.#tell();
    // A timer would run only after the page has been drawn with the choice.
    if (soon) queueMicrotask(() => void this.#work());
    else this.#plan();
  }

  /** Whether words of a place are not yet acknowledged. */
  isDirty(place: string): boolean {
    return this.#latest(place) !== undefined;
  }

  /** The newest words of a place that are not yet acknowledged, also while they are being written. */
  unsaved(place: string): P | undefined {
    return this.#latest(place)?.payload();
  }

  /** The newest words of every place that are not yet acknowledged. */
  allUnsaved(): P[] {
    const places = new Set(this.#words.map((words) => words.place));
    return [...places].flatMap((place) => this.#latest(place)?.payload() ?? []);
  }

  /** Whether any words are not yet acknowledged. */
  get dirty(): boolean {
    return this.#words.length > 0;
  }

  /**
   * Writes at once all words up to now. Resolves to true when all of them are written; words that are typed later do
   * not count.
   */
  flush(): Promise<boolean> {
    return new Promise((done) => this.#then((before) => Promise.resolve(done(before.length === 0))));
  }

  /**
   * Makes a change after the words before it are written, and before the words that are typed later. Rejects with
   * {@link UnsavedWords} when words before it could not be written. Words whose place does not exist do not hinder: the
   * change may bring the place back.
   */
  change<T>(make: () => Promise<T>): Promise<T> {
    if (this.#changing.count === 0) this.#changing.run += 1;
    this.#changing.count += 1;
    return new Promise<T>((done, failed) => {
      this.#then(async (before) => {
        try {
          const unsaved = before.find((words) => !words.gone);
          if (unsaved) throw new UnsavedWords(unsaved.refused ?? "");
          done(await make());
          // The change may have brought back the places of refused words.
          for (const words of this.#words) if (words.gone) words.due = 0;
        } catch (thrown) {
          failed(thrown);
        } finally {
          this.#changing.count -= 1;
        }
      });
    });
  }

  /** Reports that a change was saved, unless words are not saved. */
  noteSaved(time: Date): void {
    if (!this.dirty) this.#say({ at: "saved", time });
  }

  get #words(): Words<P>[] {
    return this.#items.filter((item) => item.is === "words");
  }

  #latest(place: string): Words<P> | undefined {
    return this.#words.findLast((words) => words.place === place);
  }

  #noStepAfter(words: Words<P>): boolean {
    return !this.#items.slice(this.#items.indexOf(words)).some((item) => item.is === "step");
  }

  #remove(item: Words<P> | Step): void {
    this.#items.splice(this.#items.indexOf(item), 1);
  }

  /** Adds a step at the end. `run` gets the words before it that could not be written. */
  #then(run: (before: Words<P>[]) => Promise<void>): void {
    for (const words of this.#words) words.due = 0;
    const step: Step = {
      is: "step",
      run: () => run(this.#items.slice(0, this.#items.indexOf(step)).filter((item) => item.is === "words")),
    };
    this.#items.push(step);
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    clearTimeout(this.#timer);
    let wrote = false;
    for (let item = this.#next(); item; item = this.#next()) {
      if (item.is === "words") wrote = (await this.#write(item)) || wrote;
      else {
        this.#tell(wrote);
        wrote = false;
        await item.run();
        this.#remove(item);
      }
    }
    this.#running = false;
    this.#tell(wrote);
    this.#plan();
  }

  // Takes the next item up to the last one that is due, in order. Refused words that wait for the next try are skipped:
  // a step behind them decides what that means for the step.
  #next(): Words<P> | Step | undefined {
    const now = Date.now();
    const isDue = (item: Words<P> | Step): boolean => item.is === "step" || item.due <= now;
    const upTo = this.#items.findLastIndex(isDue);
    return this.#items.slice(0, upTo + 1).find((item) => isDue(item) || (item.is === "words" && item.refused === null));
  }

  async #write(words: Words<P>): Promise<boolean> {
    // These words replace older, refused words of the same place.
    for (const older of this.#words)
      if (older.place === words.place && older !== words) this.#removeOlder(older, words);
    words.writing = true;
    this.#tell();
    try {
      await this.#o.write(words.payload(), words.place);
      this.#failures = 0;
      this.#remove(words);
      // The place exists again, so the newer words of the place are no longer refused.
      for (const newer of this.#words)
        if (newer.place === words.place) Object.assign(newer, { refused: null, gone: false });
      return true;
    } catch (thrown) {
      this.#failures += 1;
      words.refused = this.#o.messageOf(thrown);
      words.gone = this.#o.isGone(thrown);
      words.due = Date.now() + Math.min(this.#o.retry * 2 ** (this.#failures - 1), 60_000);
      words.writing = false;
      const newer = this.#latest(words.place);
      if (newer && newer !== words) {
        Object.assign(newer, { refused: words.refused, gone: words.gone });
        if (this.#noStepAfter(words)) this.#remove(words);
      }
      return false;
    }
  }

  #removeOlder(older: Words<P>, than: Words<P>): void {
    if (this.#items.indexOf(older) < this.#items.indexOf(than)) this.#remove(older);
  }

  #plan(): void {
    if (this.#running) return;
    clearTimeout(this.#timer);
    const dues = this.#words.map((words) => words.due);
    if (dues.length === 0) return;
    this.#timer = setTimeout(() => void this.#work(), Math.max(0, Math.min(...dues) - Date.now()));
  }

  #say(state: SaveState): void {
    this.#state = state;
    this.#o.onState(state);
  }

  /** Reports the state of saving. A refusal stays visible until its place is written, whatever else is written. */
  #tell(wrote = false): void {
    const message = this.#words.find((words) => words.refused !== null)?.refused ?? null;
    if (message !== null) {
      if (this.#state.at !== "failed" || this.#state.message !== message) this.#say({ at: "failed", message });
    } else if (this.dirty) {
      if (this.#state.at !== "saving") this.#say({ at: "saving" });
    } else if (wrote) this.#say({ at: "saved", time: this.#o.now() });
  }
}
