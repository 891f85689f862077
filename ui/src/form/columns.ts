// The widths of the columns of a table on the page.
import type { ColumnView, FieldKind } from "../bindings";

/** By kind of field, the least width of a column, px, and its share of the width that remains. */
const wants: Record<FieldKind | "computed", { least: number; share: number }> = {
  text: { least: 185, share: 5 },
  yes_no: { least: 150, share: 4 },
  line: { least: 110, share: 3 },
  refs: { least: 120, share: 2.5 },
  choices: { least: 125, share: 2 },
  choice: { least: 120, share: 1.5 },
  level: { least: 105, share: 0.5 },
  date: { least: 118, share: 0.5 },
  citations: { least: 92, share: 0.5 },
  acceptance: { least: 150, share: 2 },
  scale: { least: 300, share: 5 },
  matrix: { least: 300, share: 5 },
  computed: { least: 84, share: 0.5 },
};

/** The width of the column with the number and of the column with the actions together, px. */
const FIXED = 82;

/** Whether a column shows the name of its own row. */
export const isOwnLine = (column: ColumnView): boolean => !column.field && column.id === "label";

/** The widths of the columns; null where the columns do not fit side by side. `scale` is the zoom of all letters. */
export function columnWidths(columns: ColumnView[], width: number, scale = 1): string[] | null {
  return fitted(columns, width / scale)?.map((px) => `${Math.floor(px * scale)}px`) ?? null;
}

/** The widths at the usual size of letters, px. */
function fitted(columns: ColumnView[], width: number): number[] | null {
  const asked = columns.map((c) =>
    c.field ? wants[c.field.kind] : c.id.includes(".") || isOwnLine(c) ? wants.refs : wants.computed,
  );
  const least = asked.reduce((sum, a) => sum + a.least, 0);
  const rest = width - FIXED - least;
  // A width of 0 means that nothing is measured yet: the columns may fit.
  if (width > 0 && rest < 0) return null;
  const shares = columns.map((c, i) => {
    const share = asked[i]?.share ?? 1;
    return c.width && c.field ? (share + Math.min(c.width, 8) * 0.6) / 1.6 : share;
  });
  const total = shares.reduce((sum, n) => sum + n, 0);
  return asked.map((a, i) => a.least + (Math.max(rest, 0) * (shares[i] ?? 0)) / total);
}

/** The least width of the name of a row beside the compared columns, px. */
const NAME = 170;
/** The kinds of answers by which rows are compared: short, and mostly chosen from a list. */
const COMPARED = new Set<FieldKind | "computed">(["level", "computed", "choice", "date", "choices", "refs"]);

/**
 * The columns to show where not all fit, by their index and with their widths: those by which rows are compared. Levels
 * get their room first, then other short columns as long as there is room beside the name.
 */
export function mainColumns(columns: ColumnView[], width: number, scale = 1): { at: number; width: string }[] {
  const kindOf = (c: ColumnView): FieldKind | "computed" => c.field?.kind ?? "computed";
  let room = width / scale - FIXED - NAME;
  const rank = (c: ColumnView): number => (["level", "computed"].includes(kindOf(c)) ? 0 : 1);
  const chosen = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => !column.names_row && !isOwnLine(column) && COMPARED.has(kindOf(column)))
    .toSorted((a, b) => rank(a.column) - rank(b.column))
    .filter(({ column }) => {
      const least = wants[kindOf(column)].least;
      if (least > room) return false;
      room -= least;
      return true;
    });
  return chosen
    .toSorted((a, b) => a.at - b.at)
    .map(({ column, at }) => ({ at, width: `${Math.floor(wants[kindOf(column)].least * scale)}px` }));
}

/** The order of the answers on a sheet: a computed level follows the scores that it is computed from. */
export function sheetOrder(columns: ColumnView[]): number[] {
  const order: number[] = [];
  columns.forEach((column, at) => {
    const score = column.field ? -1 : order.findLastIndex((i) => columns[i]?.field?.kind === "level");
    if (score < 0) order.push(at);
    else order.splice(score + 1, 0, at);
  });
  return order;
}
