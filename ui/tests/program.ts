// The program behind the window, for tests in which reading, writing and typing overlap: it answers one call after the
// other, in time, and takes as long for a form as it is told to.
import type { Changed, Touched } from "../src/bindings";

export type Answering = (name: string, args: Record<string, unknown>) => unknown;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

let revision = 1;

/** The answer of a change. Nothing is told as derived from it, so the window has to ask again. */
export function changed(touched: Partial<Touched> = {}, more: Partial<Changed> = {}): Changed {
  revision += 1;
  return {
    project: "p",
    row: null,
    rows: [],
    citation: null,
    saved: new Date().toISOString(),
    undo: { undo: "change of an answer", redo: null },
    revision,
    touched: {
      head: false,
      rows: [],
      registers: [],
      fields: [],
      citations: [],
      notes: [],
      order: [],
      attachments: [],
      versions: [],
      ...touched,
    },
    derived: null,
    ...more,
  };
}

/** A view as the program tells it: with the revision that it is of. */
export const asOfNow = <T extends object>(view: T): T & { revision: number } => ({ ...view, revision });

/** What stands in for `src/bridge`. `reads` is how long a form takes, ms. */
export function oneAfterTheOther(answerTo: Answering, reads: () => number): object {
  let chain: Promise<unknown> = Promise.resolve();
  return {
    refusal: (thrown: unknown) => thrown,
    call: (name: string, args: Record<string, unknown>) => {
      const answer = chain.then(() => sleep(name === "form" ? reads() : 3)).then(() => answerTo(name, args));
      chain = answer.catch(() => {});
      return answer;
    },
  };
}
