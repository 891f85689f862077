/** Where a rich text on the page gets its words, and which of them are saved. */
export interface TextSource {
  /** The tree to show: the person's own, else the program's. */
  readonly doc: unknown;
  /** The tree that the program sent last. */
  readonly toldDoc: unknown;
  /** Whether the person's own words are not saved yet. */
  readonly dirty: boolean;
  /**
   * Where the person wrote the own words that the program has not sent back yet: in this text, or in another view of
   * the same answer.
   */
  readonly writtenBy: "here" | "elsewhere" | null;
  /** The revision of the last change, other than typing, that gave the text its words; 0 where there was none. */
  readonly replacedAt: number;
  /** Called when the caret leaves the text. */
  leave(): void;
}
