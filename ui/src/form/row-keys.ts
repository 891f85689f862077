// The stops of the Tab key in a row of a table, what a new row is given, and whether a row holds any other answer.
import type { AddView, ColumnView, GroupView, Preset, RowView } from "../bindings";

const STOPS = "[role=textbox], textarea, select, input, button, a[href], [tabindex]";

/** Where the Tab key stops in a row, in its order. Of radio buttons that belong together, one is a stop. */
export function stopsOf(row: Element): HTMLElement[] {
  const stops = [...row.querySelectorAll<HTMLElement>(STOPS)].filter(
    (el) => el.tabIndex >= 0 && !el.matches(":disabled") && !el.closest("[hidden]"),
  );
  return stops.filter((el, at) => !stops.slice(at + 1).some((later) => sameStop(el, later)));
}

function sameStop(one: Element, other: Element): boolean {
  return (
    one instanceof HTMLInputElement &&
    other instanceof HTMLInputElement &&
    one.type === "radio" &&
    other.type === "radio" &&
    one.name === other.name
  );
}

/** Whether Tab, pressed in `target`, leaves the row. */
export function isLastStop(row: Element, target: Element): boolean {
  const last = stopsOf(row).at(-1);
  return !!last && (last === target || last.contains(target) || sameStop(target, last));
}

/** What a new row of a group is given. */
export const givenTo = (what: AddView, group: GroupView): Preset[] => [
  ...what.values.filter((p) => !group.new_row.some((n) => n.field === p.field)),
  ...group.new_row,
];

/** Whether a row has any answer besides those that a new row is given. */
export function holdsWords(row: RowView, columns: readonly ColumnView[] = [], given: readonly Preset[] = []): boolean {
  return row.cells.some((cell, at) => {
    const preset = given.find(({ field }) => field === columns[at]?.field?.id);
    return !!cell.value && JSON.stringify(cell.value) !== JSON.stringify(preset?.value);
  });
}
