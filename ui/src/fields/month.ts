// The days of a calendar. Days are `YYYY-MM-DD`; weeks begin on Monday.

const DAY = 86_400_000;
const asDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Today by this computer's clock. */
export function today(): string {
  const now = new Date();
  return isoOf(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

/** The weeks that have days of the month of `iso`, each from Monday to Sunday. */
export function weeksOf(iso: string): string[][] {
  const first = asDate(`${iso.slice(0, 7)}-01`);
  const weeks: string[][] = [];
  let at = first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY;
  do {
    weeks.push(Array.from({ length: 7 }, (_, i) => isoOf(new Date(at + i * DAY))));
    at += 7 * DAY;
  } while (isoOf(new Date(at)).slice(0, 7) === iso.slice(0, 7));
  return weeks;
}

/** The same day `by` months later or earlier; in a shorter month, its last day. */
export function monthsOn(iso: string, by: number): string {
  const from = asDate(iso);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + by + 1, 0));
  return isoOf(
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(from.getUTCDate(), last.getUTCDate()))),
  );
}

/** The day that a key moves to from a day; null for any other key. */
export function dayAfterKey(iso: string, key: string, shift: boolean): string | null {
  const on = (days: number): string => isoOf(new Date(asDate(iso).getTime() + days * DAY));
  const weekday = (asDate(iso).getUTCDay() + 6) % 7;
  switch (key) {
    case "ArrowLeft":
      return on(-1);
    case "ArrowRight":
      return on(1);
    case "ArrowUp":
      return on(-7);
    case "ArrowDown":
      return on(7);
    case "Home":
      return on(-weekday);
    case "End":
      return on(6 - weekday);
    case "PageUp":
      return monthsOn(iso, shift ? -12 : -1);
    case "PageDown":
      return monthsOn(iso, shift ? 12 : 1);
    default:
      return null;
  }
}
