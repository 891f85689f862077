// Fills an answer with the answer of the row above, in one change, for every kind of answer.
import { api, type Answer } from "../api";
import type { ColumnView, RowView, Value } from "../bindings";
import { change } from "../state/changes";
import { placeOf } from "../state/model";
import { model } from "../state/session.svelte";
import { tell } from "../state/toasts.svelte";
import { textOfTree } from "../state/unsaved";
import { t } from "../words";

/** The content of an answer: its value, and the tree of its text or of its reason. */
interface AnswerContent {
  value: Value | null;
  doc: unknown;
}

/** The answer for `row` that `content`, the answer of the row above, gives; null where `content` is empty. */
export function filledWith(content: AnswerContent, row: RowView, column: ColumnView, at: number): Answer | null {
  const { field } = column;
  if (!field || column.read_only || !row.cells[at]?.asked) return null;
  const place = { row: row.id, field: field.id };
  // For a text, the tree is the text; for a yes or no, the tree is the reason.
  if (field.kind === "text") {
    return textOfTree(content.doc).trim() ? { ...place, value: null, doc: content.doc } : null;
  }
  if (!content.value) return null;
  const reason = field.kind === "yes_no" && content.doc ? { doc: content.doc } : {};
  return { ...place, value: content.value, ...reason };
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
  // What the person typed in the row above counts, although the view does not have it yet.
  const own = above && column.field ? model.answers.own(placeOf(project, above.id, column.field.id)) : null;
  const content = own ? { value: own.value, doc: own.doc?.() } : { value: cell?.value ?? null, doc: cell?.doc };
  const answer = above?.register === row.register ? filledWith(content, row, column, at) : null;
  if (answer) await change((of) => api.setValue(of, answer));
  else tell(t("fill-down-nothing"), { about: "fill-down" });
}
