/** What a rich text on the page shows, and where it stands with the program. */
export interface TextSource {
  /** The tree as it is to be shown: the person's own, else the program's. */
  readonly doc: unknown;
  /** The tree as the program told it last. */
  readonly toldDoc: unknown;
  /** Whether own words are not saved yet. */
  readonly dirty: boolean;
  /** Where the own words were written that the program has not told yet: in this text, or where it stands once more. */
  readonly writtenBy: "here" | "elsewhere" | null;
  /** The revision of the last change, other than typing, that gave the text its words; 0 for none. */
  readonly broughtAt: number;
  /** Called when the caret leaves. */
  leave(): void;
}
