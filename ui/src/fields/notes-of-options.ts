import type { Chosen } from "../bindings";

/**
 * The notes that a person wrote for the options of one field, as long as the field is on the page. A note says why this
 * option is chosen, so it does not move to another option. It comes back when its own option is chosen again.
 */
export class NotesOfOptions {
  readonly #notes = new Map<string, string>();

  /** Keeps the notes of the options that are chosen now. Called before other options are chosen. */
  keep(chosen: readonly Chosen[]): void {
    for (const { option, note } of chosen) this.#notes.set(option, note ?? "");
  }

  of(option: string): string {
    return this.#notes.get(option) ?? "";
  }
}
