/**
 * Makes a function that does nothing while its last call still runs: a press in that time is meant for the same thing.
 */
export function oneAtATime<A extends unknown[]>(what: (...of: A) => Promise<unknown>): (...of: A) => Promise<void> {
  let runs = false;
  return async (...of) => {
    if (runs) return;
    runs = true;
    try {
      await what(...of);
    } finally {
      runs = false;
    }
  };
}
