// What the parts of a page share while it is read.
import type { Passage } from "../../bindings";
import type { Found } from "./find";

/** What is known of a passage besides its words. */
export interface PassageFacts {
  /** How often the project cites it. */
  cited: number;
  /** How it differs from the revision before. */
  change?: "new" | "reworded";
  /** The number of statements made from it. */
  statements: number;
}

/** Something that can be done with a passage; absent where it cannot. */
export type PassageAct = (passage: Passage) => void;

export interface Reading {
  /** The stretches that are marked, by place, each with its number among all that were found. */
  marks: ReadonlyMap<string, (Found & { n: number })[]>;
  /** The number of the stretch that the search stands at. */
  current: number;
  facts: ReadonlyMap<number, PassageFacts>;
  /** The passage that has the one place in the order of the Tab key. */
  inOrder: number | undefined;
  cite?: PassageAct;
  state?: PassageAct;
}
