// Reads and writes days in the notation of a person.
import { monthNames } from "../words";

/** The least number of letters by which a month is known: "nov". */
const LETTERS = 3;
let names: string[][] | null = null;

/** The number of a month from its name, which may be shortened; NaN where it is no month, or might be several. */
function monthOf(name: string): number {
  names ??= monthNames();
  const word = name.toLocaleLowerCase();
  const fits = (one: string): boolean => one === word || (word.length >= LETTERS && one.startsWith(word));
  const months = names.flatMap((of, month) => (of.some(fits) ? [month + 1] : []));
  return months.length === 1 ? (months[0] ?? NaN) : NaN;
}

/**
 * Reads a day that a person typed, with the day before the month: 22.11.2026, 22 November 2026, 22 nov 26. A year of
 * two digits is one of this century. Returns `YYYY-MM-DD`; null where it is no day.
 */
export function parseDay(written: string): string | null {
  const text = written.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const numbers = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d\d)$/.exec(text);
  const named = /^(\d{1,2})[./\s-]*([\p{L}\p{M}]+)[.,/\s-]*(\d{4}|\d\d)$/u.exec(text);
  const [date, month, year] = iso
    ? [iso[3], Number(iso[2]), iso[1]]
    : named
      ? [named[1], monthOf(named[2] ?? ""), named[3]]
      : [numbers?.[1], Number(numbers?.[2]), numbers?.[3]];
  return year ? realDay(Number(year.length === 2 ? `20${year}` : year), month, Number(date)) : null;
}

/** The day as `YYYY-MM-DD`; null where the calendar has no such day. */
function realDay(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  const real = day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return real ? day.toISOString().slice(0, 10) : null;
}

/** Writes a day from `YYYY-MM-DD` in the notation that a person would type: 22.11.2026. */
export function writtenDay(iso: string | null): string {
  return (iso ?? "").split("-").reverse().join(".");
}
