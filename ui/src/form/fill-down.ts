// Takes the answer of the row above into a row: one change, whatever kind of answer it is.
import { api, type Answer } from "../api";
import type { ColumnView, RowView, Value } from "../bindings";
import { change } from "../state/changes";
import { placeOf } from "../state/model";
import { model } from "../state/session.svelte";
import { tell } from "../state/toasts.svelte";
import { textOfTree } from "../state/unsaved";
import { t } from "../words";

/** What stands in an answer: its value, and the tree of its text or of its reason. */
interface Standing {
  value: Value | null;
  doc: unknown;
}

/** What `standing`, the answer of the row above, makes of the same answer in `row`; null where it is empty. */
export function filledWith(standing: Standing, row: RowView, column: ColumnView, at: number): Answer | null {
  const { field } = column;
  if (!field || column.read_only || !row.cells[at]?.asked) return null;
  const place = { row: row.id, field: field.id };
  // A text is its tree; of a yes or no the tree is the reason.
  if (field.kind === "text") {
    return textOfTree(standing.doc).trim() ? { ...place, value: null, doc: standing.doc } : null;
  }
  if (!standing.value) return null;
  const reason = field.kind === "yes_no" && standing.doc ? { doc: standing.doc } : {};
  return { ...place, value: standing.value, ...reason };
}

/** Fills the answer at the column `at` of `row` from the row above it. */
export async function fillDown(
  above: RowView | undefined,
  row: RowView,
  column: ColumnView,
  at: number,
): Promise<void> {
  const project = model.views?.project ?? "";
  const cell = above?.cells[at];
  // What was typed above and is not in the view yet counts.
  const own = above && column.field ? model.answers.own(placeOf(project, above.id, column.field.id)) : null;
  const standing = own ? { value: own.value, doc: own.doc?.() } : { value: cell?.value ?? null, doc: cell?.doc };
  const answer = above?.register === row.register ? filledWith(standing, row, column, at) : null;
  if (answer) await change((of) => api.setValue(of, answer));
  else tell(t("fill-down-nothing"), { about: "fill-down" });
}
