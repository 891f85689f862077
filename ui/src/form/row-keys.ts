// The stops of the Tab key in a row of a table, and whether the row holds any answer.
import type { RowView } from "../bindings";

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

/** Whether a row has any answer. */
export const holdsWords = (row: RowView): boolean => row.cells.some((cell) => !!cell.value);
