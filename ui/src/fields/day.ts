// Reads and writes days in the notation of a person.

/** Reads a day that a person typed, with the day before the month. Returns `YYYY-MM-DD`; null where it is no day. */
export function parseDay(written: string): string | null {
  const text = written.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const european = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4})$/.exec(text);
  const found = iso ? [iso[1], iso[2], iso[3]] : european ? [european[3], european[2], european[1]] : null;
  if (!found) return null;
  const [year = 0, month = 0, date = 0] = found.map(Number);
  const day = new Date(Date.UTC(year, month - 1, date));
  const real = day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return real ? day.toISOString().slice(0, 10) : null;
}

/** Writes a day from `YYYY-MM-DD` in the notation that a person would type: 22.11.2026. */
export function writtenDay(iso: string | null): string {
  return (iso ?? "").split("-").reverse().join(".");
}
