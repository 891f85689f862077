import type { Acceptors, CellView, ChoiceOption, Field } from "../bindings";
import type { FieldAnswer } from "./answer.svelte";

/** What every kind of field is given. */
export interface FieldProps {
  answer: FieldAnswer;
  field: Field;
  /** What could be chosen, where it depends on the project. */
  options: ChoiceOption[];
  cell: CellView;
  /** Who could accept, where an acceptance is asked for. */
  acceptors?: Acceptors | undefined;
  /** The accessible name: the field's label, in a table with the row it belongs to. */
  label: string;
  /** In a table, where room is short. */
  compact: boolean;
  missing: boolean;
  describedby?: string;
}
