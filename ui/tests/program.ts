// The program behind the window, for tests in which reading, writing and typing overlap: it answers one call after the
// other, in time, and takes as long for a form as it is told to.
export type Answering = (name: string, args: Record<string, unknown>) => unknown;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

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
