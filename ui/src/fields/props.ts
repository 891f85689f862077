import type { CellView, ChoiceOption, Field } from "../bindings";
import type { FieldAnswer } from "./answer.svelte";

/** What every kind of field is given. */
export interface FieldProps {
  answer: FieldAnswer;
  field: Field;
  /** What could be chosen, where it depends on the project. */
  options: ChoiceOption[];
  cell: CellView;
  /** The accessible name: the field's label, in a table with the row it belongs to. */
  label: string;
  /** In a table, where room is short. */
  compact: boolean;
  missing: boolean;
  describedby?: string;
}
