// Where two readings of a form differ: what undo changed is shown to the person, as a word processor does.
import type { CellView, FormView, PartView, TableView } from "../bindings";

/** A place on a form: its section, and the address of an answer, a row or a part in it. */
export interface FormPlace {
  section: string;
  at: string;
}

const said = (cell: CellView | undefined): string => JSON.stringify([cell?.value ?? null, cell?.doc ?? null]);

/** Every answer and every row of a part with what stands there, in reading order. */
function* standing(part: PartView): Generator<[string, string]> {
  for (const block of part.blocks) {
    if (block.type === "field") yield [`${block.row}/${block.field.id}`, said(block.cell)];
    else if (block.type === "table") yield* rows(block);
  }
}

function* rows(table: TableView): Generator<[string, string]> {
  for (const row of table.groups.flatMap((group) => group.rows)) {
    yield [row.id, row.number];
    for (const [at, column] of table.columns.entries()) {
      if (column.field && !column.read_only) yield [`${row.id}/${column.field.id}`, said(row.cells[at])];
    }
  }
}

/** The first place where `after` says something else than `before`: where a row went, the row that follows, or its part. */
export function firstDifference(before: FormView, after: FormView, preferred: string | undefined): FormPlace | null {
  // The facts of a register stand in several sections: the one that is open comes first.
  const order = [...after.sections].sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  for (const section of order) {
    const earlier = before.sections.find((s) => s.id === section.id);
    for (const part of section.parts) {
      // Two tables of a part may show the same rows: each place counts once.
      const was = new Map(earlier?.parts.filter((p) => p.id === part.id).flatMap((p) => [...standing(p)]));
      const now = new Map(standing(part));
      const found = [...now].find(([at, what]) => was.get(at) !== what);
      if (found) return { section: section.id, at: found[0] };
      if (was.size !== now.size) return { section: section.id, at: `part:${part.id}` };
    }
  }
  return null;
}
