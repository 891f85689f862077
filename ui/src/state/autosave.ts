// Saving while typing. What was typed is kept here until the program has acknowledged it: no screen, reload or
// failure can lose it. Knows nothing of forms: a key names a place, a payload is what `write` is given.

/** What the person is told. */
export type SaveState =
  { at: "rest" } | { at: "saving" } | { at: "saved"; time: Date } | { at: "failed"; message: string };

export interface AutosaveOptions<P> {
  /** Writes one payload; rejects when it could not. */
  write: (key: string, payload: P) => Promise<void>;
  /** Told of each change of state. */
  onState?: (state: SaveState) => void;
  /** The message in what `write` rejected with. */
  messageOf?: (thrown: unknown) => string;
  /** Quiet time after the last key stroke, ms. */
  wait?: number;
  /** Longest time that typing without a pause stays unsaved, ms. */
  longest?: number;
  /** Time before a failed save is tried again, ms; doubles up to a minute. */
  retry?: number;
  now?: () => Date;
}

interface Pending<P> {
  payload: () => P;
  since: number;
  due: number;
  /** Why the last try failed; null before it. What is typed on top of it does not make it saved. */
  refused: string | null;
  /** Whether it was tried since it was typed. */
  tried: boolean;
}

export class Autosave<P> {
  #pending = new Map<string, Pending<P>>();
  #writing: { key: string; entry: Pending<P> } | null = null;
  #run: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #state: SaveState = { at: "rest" };
  readonly #o: Required<AutosaveOptions<P>>;

  constructor(options: AutosaveOptions<P>) {
    this.#o = {
      onState: () => {},
      messageOf: String,
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

  /** Takes a new content for `key`; it replaces what was not yet written there. `payload` is asked when it is written. */
  edit(key: string, payload: () => P): void {
    const now = Date.now();
    const before = this.#pending.get(key);
    const since = before?.since ?? now;
    // Re-inserted, so that places are written in the order in which they were last touched.
    this.#pending.delete(key);
    this.#pending.set(key, {
      payload,
      since,
      due: Math.min(now + this.#o.wait, since + this.#o.longest),
      refused: before?.refused ?? this.#entryWriting(key)?.refused ?? null,
      tried: false,
    });
    this.#tell();
    this.#plan();
  }

  /** Whether something typed at `key` is not yet acknowledged. */
  isDirty(key: string): boolean {
    return this.#pending.has(key) || this.#writing?.key === key;
  }

  /** The content at `key` that is not yet acknowledged, also while it is being written. */
  unsaved(key: string): P | undefined {
    return (this.#pending.get(key) ?? this.#entryWriting(key))?.payload();
  }

  #entryWriting(key: string): Pending<P> | undefined {
    return this.#writing?.key === key ? this.#writing.entry : undefined;
  }

  /** The places with something unsaved. */
  get places(): string[] {
    return [...new Set([...this.#pending.keys(), ...(this.#writing ? [this.#writing.key] : [])])];
  }

  get dirty(): boolean {
    return this.#pending.size > 0 || this.#writing !== null;
  }

  /** Writes everything now. True when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    for (const entry of this.#pending.values()) entry.due = 0;
    await this.#drain();
    // Typing may have gone on while it was written.
    if ([...this.#pending.values()].some((p) => !p.tried)) return this.flush();
    return !this.dirty;
  }

  #say(state: SaveState): void {
    this.#state = state;
    this.#o.onState(state);
  }

  /** Says how it stands. A refusal stays in sight until that very place is written, whatever else is. */
  #tell(wrote = false): void {
    const open = [...this.#pending.values(), ...(this.#writing ? [this.#writing.entry] : [])];
    const message = open.find((p) => p.refused !== null)?.refused ?? null;
    if (message !== null) {
      if (this.#state.at !== "failed" || this.#state.message !== message) this.#say({ at: "failed", message });
    } else if (open.length) {
      if (this.#state.at !== "saving") this.#say({ at: "saving" });
    } else if (wrote) this.#say({ at: "saved", time: this.#o.now() });
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#pending.size === 0) return;
    const due = Math.min(...[...this.#pending.values()].map((p) => p.due));
    this.#timer = setTimeout(() => void this.#drain(), Math.max(0, due - Date.now()));
  }

  #drain(): Promise<void> {
    // One write at a time, so that they arrive in the order they were made.
    this.#run ??= this.#writeDue().finally(() => {
      this.#run = null;
      this.#plan();
    });
    return this.#run;
  }

  async #writeDue(): Promise<void> {
    const tried = new Set<Pending<P>>();
    let wrote = false;
    for (;;) {
      const next = [...this.#pending].find(([, p]) => !tried.has(p) && p.due <= Date.now());
      if (!next) break;
      const [key, entry] = next;
      this.#pending.delete(key);
      this.#writing = { key, entry };
      this.#tell();
      try {
        await this.#o.write(key, entry.payload());
        this.#failures = 0;
        wrote = true;
        // The place is written; what was typed there meanwhile has not been refused.
        const newer = this.#pending.get(key);
        if (newer) newer.refused = null;
      } catch (thrown) {
        this.#failures += 1;
        const pause = Math.min(this.#o.retry * 2 ** (this.#failures - 1), 60_000);
        entry.refused = this.#o.messageOf(thrown);
        entry.tried = true;
        entry.due = Date.now() + pause;
        tried.add(entry);
        // What was typed meanwhile is newer and takes its place.
        const newer = this.#pending.get(key);
        if (newer) newer.refused = entry.refused;
        else this.#pending.set(key, entry);
      } finally {
        this.#writing = null;
      }
    }
    this.#tell(wrote);
  }
}
