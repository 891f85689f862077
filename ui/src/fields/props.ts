import type { Acceptors, CellView, ChoiceOption, Field } from "../bindings";
import type { FieldAnswer } from "./answer.svelte";

/** What every kind of field is given. */
export interface FieldProps {
  answer: FieldAnswer;
  field: Field;
  /** The options, where they depend on the project. */
  options: ChoiceOption[];
  cell: CellView;
  /** The people and roles who could accept, where the field asks for an acceptance. */
  acceptors?: Acceptors | undefined;
  /** The accessible name: the label of the field, in a table with the row that it belongs to. */
  label: string;
  /** The field stands in a table, where there is little room. */
  compact: boolean;
  missing: boolean;
  describedby?: string;
}
