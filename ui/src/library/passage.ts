// The name of a passage: the page that it stands on, and its number there.
const BETWEEN = "#";

/** The name of a passage, which commands take in place of a statement's id; without a number, what it begins with. */
export function passageName(page: string, number: number | ""): string {
  return `${page}${BETWEEN}${number}`;
}

/** The place on its page: the number of a passage; a statement is its own place. */
export function placeOf(name: string): string {
  return name.slice(name.lastIndexOf(BETWEEN) + 1);
}

/** Whether a name is that of a passage; else it is the id of a statement. */
export function isPassage(name: string): boolean {
  return name.includes(BETWEEN);
}
