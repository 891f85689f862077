// A file that the person writes: where it goes is asked first, and what came of it is there for the page to show.
import { chooseSavePath, refusal, type Refusal } from "../bridge";
import { savedFirst } from "../state/changes";

export class FileSave<T> {
  busy = $state(false);
  /** What the program says of the file that was written last. */
  done = $state.raw<T | null>(null);
  refused = $state.raw<Refusal | null>(null);

  /** Forgets what came of it. */
  clear(): void {
    [this.done, this.refused] = [null, null];
  }

  /** Asks where to save, with a name to begin from, and writes the file there; what was typed is saved before. */
  async save(suggested: string, write: (out: string) => Promise<T>): Promise<void> {
    this.refused = null;
    try {
      if (!(await savedFirst())) return;
      const out = await chooseSavePath(suggested);
      if (!out) return;
      [this.busy, this.done] = [true, null];
      this.done = await write(out);
    } catch (thrown) {
      this.refused = refusal(thrown);
    } finally {
      this.busy = false;
    }
  }
}
