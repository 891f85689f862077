// For whom something waits in a project.
import type { DutyView } from "../bindings";

/** Somebody for whom something waits. */
export interface Waiting {
  /** Who; empty where nobody is named. */
  whose: string;
  count: number;
  /** The nearest day, and whether it is past. */
  day: string;
  overdue: boolean;
}

/** For whom how much waits, the nearest day first. */
export function waiting(duties: readonly DutyView[]): Waiting[] {
  const people = new Map<string, Waiting>();
  for (const { whose, day, overdue } of duties) {
    const known = people.get(whose);
    if (!known) people.set(whose, { whose, count: 1, day, overdue });
    else {
      known.count += 1;
      if (day < known.day) known.day = day;
      known.overdue ||= overdue;
    }
  }
  return [...people.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}
