// Scores that the person just set: they are shown at once, and written in the order of the queue.
import { api } from "../api";
import type { RiskScore, RiskSide, RiskTime } from "../bindings";
import { change } from "../state/changes";

export type Which = "likelihood" | "severity";

const nameOf = (row: string, side: RiskSide, when: RiskTime, which: Which): string => `${row}/${side}/${when}/${which}`;

/** Scores that are not saved yet, by place. Elsewhere the scores of the program are shown. */
class Scores {
  // The map is replaced as a whole, so that a table with hundreds of scores watches one value.
  #own = $state.raw<ReadonlyMap<string, { level: number }>>(new Map());

  /** The score to show at a place. */
  shown(row: string, side: RiskSide, when: RiskTime, which: Which, told: RiskScore): number | undefined {
    const own = this.#own;
    return own.size === 0 ? told[which] : (own.get(nameOf(row, side, when, which))?.level ?? told[which]);
  }

  /** Sets scores of several risks in one step. */
  async set(
    rows: readonly string[],
    side: RiskSide,
    when: RiskTime,
    scores: Partial<Record<Which, number>>,
  ): Promise<boolean> {
    const set = new Map<string, { level: number }>();
    for (const which of ["likelihood", "severity"] as const) {
      const level = scores[which];
      if (level !== undefined) for (const row of rows) set.set(nameOf(row, side, when, which), { level });
    }
    this.#own = new Map([...this.#own, ...set]);
    const done = await change((project) => api.score({ project, rows: [...rows], side, when, ...scores }));
    // A later score at the same place stays until it is written, too.
    this.#own = new Map([...this.#own].filter(([place, score]) => set.get(place) !== score));
    return done !== null;
  }
}

export const scores = new Scores();
