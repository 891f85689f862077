// Writes a file: asks the person for its path first, and keeps the result for the page to show.
import { chooseSavePath, refusal, type Refusal } from "../bridge";
import { savedFirst } from "../state/changes";

export class FileSave<T> {
  busy = $state(false);
  /** The program's answer about the file that was written last. */
  done = $state.raw<T | null>(null);
  refused = $state.raw<Refusal | null>(null);

  /** Forgets the result. */
  clear(): void {
    [this.done, this.refused] = [null, null];
  }

  /**
   * Asks the person for a path, beginning with a proposed name or path, and writes the file there. What was typed is
   * saved before. Calls `onpath` with the path. Returns the program's answer; nothing where the program refused or the
   * person cancelled.
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
