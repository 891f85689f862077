// How wide the columns of a table are on the page.
import type { ColumnView, FieldKind } from "../bindings";

/** The least in which a column can be read, and how much it asks of the rest; px. */
const wants: Record<FieldKind | "computed", { least: number; share: number }> = {
  text: { least: 185, share: 5 },
  yes_no: { least: 150, share: 4 },
  line: { least: 110, share: 3 },
  refs: { least: 120, share: 2.5 },
  choices: { least: 125, share: 2 },
  choice: { least: 120, share: 1.5 },
  level: { least: 105, share: 0.5 },
  date: { least: 95, share: 0.5 },
  citations: { least: 76, share: 0.5 },
  acceptance: { least: 150, share: 2 },
  scale: { least: 300, share: 5 },
  matrix: { least: 300, share: 5 },
  computed: { least: 84, share: 0.5 },
};

/** Number and actions. */
const FIXED = 102;

/** Whether a column says the row itself in one line, rather than something of it. */
export const isOwnLine = (column: ColumnView): boolean => !column.field && column.id === "label";

/** The widths of the columns, or null where they do not fit side by side. */
export function columnWidths(columns: ColumnView[], width: number): string[] | null {
  const asked = columns.map((c) =>
    c.field ? wants[c.field.kind] : c.id.includes(".") || isOwnLine(c) ? wants.refs : wants.computed,
  );
  const least = asked.reduce((sum, a) => sum + a.least, 0);
  const rest = width - FIXED - least;
  // Not measured yet: nothing is known to be too narrow.
  if (width > 0 && rest < 0) return null;
  const shares = columns.map((c, i) => {
    const share = asked[i]?.share ?? 1;
    return c.width && c.field ? (share + Math.min(c.width, 8) * 0.6) / 1.6 : share;
  });
  const total = shares.reduce((sum, n) => sum + n, 0);
  return asked.map((a, i) => `${Math.floor(a.least + (Math.max(rest, 0) * (shares[i] ?? 0)) / total)}px`);
}

/** The order of the answers on a sheet: a level that is worked out stands beside the scores it comes from. */
export function sheetOrder(columns: ColumnView[]): number[] {
  const order: number[] = [];
  columns.forEach((column, at) => {
    const score = column.field ? -1 : order.findLastIndex((i) => columns[i]?.field?.kind === "level");
    if (score < 0) order.push(at);
    else order.splice(score + 1, 0, at);
  });
  return order;
}
