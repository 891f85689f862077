// What the parts of an open page share.
import type { Passage, PassageChange, PassageFacts, StatementView } from "../../bindings";
import type { Match } from "./find";

/** The facts on the passages of a page, by number. Passages without facts are absent. */
export type FactsOfPage = Readonly<Record<number, PassageFacts | undefined>>;

/** An action on a passage; absent where it is not possible. */
type PassageAct = (passage: Passage) => void;

export interface Reading {
  /** The stretches that the search found, by place, each with its index among all that were found. */
  marks: ReadonlyMap<string, (Match & { n: number })[]>;
  /** The index of the stretch that the search stands at. */
  current: number;
  facts: FactsOfPage;
  /** The statements of the page by id, those that people made from its passages included. */
  statements: Readonly<Record<string, StatementView>>;
  /** The passages that are ready to cite: chosen by the person, and cited in no answer yet. */
  ready: ReadonlySet<number>;
  /** The passage that is the stop of the Tab key. */
  tabStop: number | undefined;
  cite?: PassageAct;
  state?: PassageAct;
  /** Goes to a statement on the page. */
  onstatement: (id: string) => void;
}

/** How a passage changed since the revision before; undefined where it did not. */
export function changeOf(facts: FactsOfPage, passage: number): Exclude<PassageChange, "same"> | undefined {
  const change = facts[passage]?.change;
  return change && change !== "same" ? change : undefined;
}
