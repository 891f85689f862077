// The name of a passage: the id of its page, and its number on the page.
const BETWEEN = "#";

/**
 * The name of a passage, which commands take in place of a statement's id. Without a number, it is the beginning of the
 * names of all passages of the page.
 */
export function passageName(page: string, number: number | ""): string {
  return `${page}${BETWEEN}${number}`;
}

/** The place of a passage or statement on its page: the number of a passage, or the id of a statement. */
export function placeOf(name: string): string {
  return name.slice(name.lastIndexOf(BETWEEN) + 1);
}

/** Whether a name is that of a passage; otherwise it is the id of a statement. */
export function isPassage(name: string): boolean {
  return name.includes(BETWEEN);
}
