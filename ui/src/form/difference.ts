// Finds where two readings of a form differ, so that the window can show what undo changed.
import type { CellView, FormView, PartView, TableView } from "../bindings";

/** A place in a form: a section, and the address of an answer, a row or a part in it. */
export interface FormPlace {
  section: string;
  at: string;
}

/** An answer as a string, so that two readings of it can be compared. */
const contentOf = (cell: CellView | undefined): string => JSON.stringify([cell?.value ?? null, cell?.doc ?? null]);

/** Every answer and every row of a part by its address, with its content, in reading order. */
function* contents(part: PartView): Generator<[string, string]> {
  for (const block of part.blocks) {
    if (block.type === "field") yield [`${block.row}/${block.field.id}`, contentOf(block.cell)];
    else if (block.type === "table") yield* rowContents(block);
  }
}

function* rowContents(table: TableView): Generator<[string, string]> {
  for (const row of table.groups.flatMap((group) => group.rows)) {
    yield [row.id, row.number];
    for (const [at, column] of table.columns.entries()) {
      if (column.field && !column.read_only) yield [`${row.id}/${column.field.id}`, contentOf(row.cells[at])];
    }
  }
}

/** The first place where `after` differs from `before`. For a removed row, it is the next row or the part. */
export function firstDifference(before: FormView, after: FormView, preferred: string | undefined): FormPlace | null {
  // Several sections may show the same row of a register: the open section comes first.
  const order = [...after.sections].sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  for (const section of order) {
    const earlier = before.sections.find((s) => s.id === section.id);
    for (const part of section.parts) {
      // Two tables of a part may show the same rows: each place counts once.
      const was = new Map(earlier?.parts.filter((p) => p.id === part.id).flatMap((p) => [...contents(p)]));
      const now = new Map(contents(part));
      const found = [...now].find(([at, content]) => was.get(at) !== content);
      if (found) return { section: section.id, at: found[0] };
      if (was.size !== now.size) return { section: section.id, at: `part:${part.id}` };
    }
  }
  return null;
}
