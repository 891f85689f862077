// The new place of a row that is moved: among the rows of its group, and in its register.

/** The place of a row. */
export interface Placed {
  id: string;
  register: string;
}

/** The upper and lower end of an element on the page, px. */
export interface Span {
  top: number;
  bottom: number;
}

/**
 * The row behind which `row` goes, so that it becomes the `to`-th row of its register in its group (from 0); undefined
 * for the first place in the register. Null where the row is already there, or there is no such place. A group need not
 * hold all rows of a register: when a row moves up, it goes directly before the row whose place it takes.
 */
export function rowBefore(
  all: readonly Placed[],
  group: readonly Placed[],
  row: Placed,
  to: number,
): { after: string | undefined } | null {
  const same = group.filter((other) => other.register === row.register);
  const from = same.findIndex((other) => other.id === row.id);
  if (from < 0 || to < 0 || to >= same.length || to === from) return null;
  const others = same.filter((other) => other.id !== row.id);
  if (to > from) return { after: others[to - 1]?.id };
  const register = all.filter((other) => other.register === row.register && other.id !== row.id);
  const taken = register.findIndex((other) => other.id === others[to]?.id);
  return { after: register[taken - 1]?.id };
}

/**
 * The place among `rows` of the row at `from` when it is dropped at height `y`: behind every other row whose middle is
 * above.
 */
export function placeAtHeight(rows: readonly Span[], from: number, y: number): number {
  return rows.filter((row, at) => at !== from && (row.top + row.bottom) / 2 < y).length;
}
