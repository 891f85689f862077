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

  /**
   * Asks where to save, with a name or path to begin from, and writes the file there; what was typed is saved before.
   * `onpath` is told the path. Gives what the program says; nothing where it was refused, or the person changed their
   * mind.
   */
  async save(
    suggested: string,
    write: (out: string) => Promise<T>,
    onpath?: (path: string) => void,
  ): Promise<T | null> {
    this.refused = null;
    try {
      if (!(await savedFirst())) return null;
      const out = await chooseSavePath(suggested);
      if (!out) return null;
      onpath?.(out);
      [this.busy, this.done] = [true, null];
      return (this.done = await write(out));
    } catch (thrown) {
      this.refused = refusal(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
