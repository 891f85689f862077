// Who has duties in a project.
import type { DutyView } from "../bindings";

/** A person with open duties. */
export interface Waiting {
  /** The name; empty where no person is named. */
  whose: string;
  count: number;
  /** The earliest day, and whether it is past. */
  day: string;
  overdue: boolean;
}

/** The people with open duties and the number of these, the earliest day first. */
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
