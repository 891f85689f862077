// What the parts of a page share while it is read.
import type { Passage, PassageChange, PassageFacts, StatementView } from "../../bindings";
import type { Found } from "./find";

/** What is known of the passages of a page, by number; only those of which something is known. */
export type FactsOfPage = Readonly<Record<number, PassageFacts | undefined>>;

/** Something that can be done with a passage; absent where it cannot. */
type PassageAct = (passage: Passage) => void;

export interface Reading {
  /** The stretches that are marked, by place, each with its number among all that were found. */
  marks: ReadonlyMap<string, (Found & { n: number })[]>;
  /** The number of the stretch that the search stands at. */
  current: number;
  facts: FactsOfPage;
  /** The statements of the page, those made from its passages among them, by id. */
  statements: Readonly<Record<string, StatementView>>;
  /** The passages that are ready to cite, and that no answer cites yet. */
  ready: ReadonlySet<number>;
  /** The passage that has the one place in the order of the Tab key. */
  inOrder: number | undefined;
  cite?: PassageAct;
  state?: PassageAct;
  /** Goes to a statement on the page. */
  onstatement: (id: string) => void;
}

/** How a passage differs from the state before; nothing where it does not. */
export function changeOf(facts: FactsOfPage, passage: number): Exclude<PassageChange, "same"> | undefined {
  const change = facts[passage]?.change;
  return change && change !== "same" ? change : undefined;
}
