// How wide the columns of a table are on the page.
import type { ColumnView, FieldKind } from "../bindings";

/** The least width of a column, px, and its share of the width that is left. */
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

/** The width of the columns with the number and the actions, px. */
const FIXED = 82;

/** Whether a column shows the name of its own row. */
export const isOwnLine = (column: ColumnView): boolean => !column.field && column.id === "label";

/**
 * The widths of the columns, or null where they do not fit side by side. `scale` is how much larger than usual all
 * letters are.
 */
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
  // A width of 0 is not measured yet: the columns may fit.
  if (width > 0 && rest < 0) return null;
  const shares = columns.map((c, i) => {
    const share = asked[i]?.share ?? 1;
    return c.width && c.field ? (share + Math.min(c.width, 8) * 0.6) / 1.6 : share;
  });
  const total = shares.reduce((sum, n) => sum + n, 0);
  return asked.map((a, i) => a.least + (Math.max(rest, 0) * (shares[i] ?? 0)) / total);
}

/** The least width of the name of a row beside the columns that matter, px. */
const NAME = 170;
/** The kinds of answers by which rows are compared: short, and mostly chosen. */
const COMPARED = new Set<FieldKind | "computed">(["level", "computed", "choice", "date", "choices", "refs"]);

/**
 * The columns by which rows are compared where not all of them fit, by their place and with their widths: as many short
 * ones as fit beside the name, those with levels first.
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

/** The order of the answers on a sheet: a level that is worked out follows the scores it is worked out from. */
export function sheetOrder(columns: ColumnView[]): number[] {
  const order: number[] = [];
  columns.forEach((column, at) => {
    const score = column.field ? -1 : order.findLastIndex((i) => columns[i]?.field?.kind === "level");
    if (score < 0) order.push(at);
    else order.splice(score + 1, 0, at);
  });
  return order;
}
