// Applies a change to a form: the changed parts are put into the view that the window has.
import type {
  FormAnswer,
  FormChange,
  MatrixView,
  PartChange,
  PartView,
  RowView,
  SectionView,
  TableView,
} from "../bindings";
import { sharing } from "./share";

/**
 * The form at `revision`, made by applying `change` to `form`. Null where the change does not apply: it is of another
 * form or of another revision, or it names rows that the view does not have.
 */
export function patched(form: FormAnswer, change: FormChange, revision: number): FormAnswer | null {
  if (change.form !== form.form || change.since !== form.revision) return null;
  try {
    const sections = form.sections.map((section) => {
      const changed = change.sections.find((one) => one.id === section.id);
      if (!changed) return section;
      return sharing(section, {
        ...section,
        progress: changed.progress,
        parts: section.parts.map((part) => whole(part, changed.parts)),
      } satisfies SectionView);
    });
    const { cited, controllers } = change;
    return { ...form, revision, sections, cited: cited ?? form.cited, controllers: controllers ?? form.controllers };
  } catch (thrown) {
    if (thrown instanceof UnknownRow) return null;
    throw thrown;
  }
}

class UnknownRow extends Error {}

/** A part with all its rows. Rows that the change does not contain are taken from `before`. */
function whole(before: PartView, changes: PartChange[]): PartView {
  const changed = changes.find((one) => one.part.id === before.id);
  if (!changed) return before;
  const known = new Map(before.blocks.flatMap(tableIn).map((table) => [table.id, rowsOf(table)]));
  const blocks = changed.part.blocks.map((block, at) => {
    if (block.type === "matrix") return withRisks(block, changed.rows[at] ?? [], before);
    const [table] = tableIn(block);
    if (!table) return block;
    const filled = withRows(table, changed.rows[at] ?? [], known.get(table.id));
    return block.type === "rows" ? { ...block, table: filled } : { ...block, ...filled };
  });
  return { ...changed.part, blocks };
}

function tableIn(block: PartView["blocks"][number]): TableView[] {
  return block.type === "table" ? [block] : block.type === "rows" ? [block.table] : [];
}

const rowsOf = (table: TableView): Map<string, RowView> =>
  new Map(table.groups.flatMap((group) => group.rows).map((row) => [row.id, row]));

function withRows(table: TableView, order: string[][], known: Map<string, RowView> | undefined): TableView {
  const told = rowsOf(table);
  return {
    ...table,
    groups: table.groups.map((group, at) => ({
      ...group,
      rows: (order[at] ?? []).map((id) => {
        const row = told.get(id) ?? known?.get(id);
        if (!row) throw new UnknownRow(id);
        return row;
      }),
    })),
  };
}

function withRisks<M extends MatrixView>(matrix: M, order: string[][], before: PartView): M {
  const was = before.blocks.flatMap((block) => (block.type === "matrix" ? block.sides : []));
  const sides = matrix.sides.map((side, at) => {
    const same = [...was.filter((known) => known.side === side.side), side];
    const known = new Map(same.flatMap((one) => one.entries).map((entry) => [entry.risk.row, entry]));
    const entries = (order[at] ?? []).map((id) => {
      const entry = known.get(id);
      if (!entry) throw new UnknownRow(id);
      return entry;
    });
    return { ...side, entries };
  });
  return { ...matrix, sides };
}
