// Drags a row by its handle. It uses pointer events, which work alike in every webview and with a pen.
import { placeAtHeight } from "./row-order";

/**
 * The distance from the edge of the page at which the page scrolls by itself, px; and how far it scrolls at each step.
 */
const NEAR = 48;
const STEP = 12;

interface Dragging {
  handle: HTMLElement;
  pointer: PointerEvent;
  /** The rows that share the group of the dragged row, itself included, in their order on the page. */
  rows: HTMLElement[];
  from: number;
  /** The element that scrolls. */
  page: HTMLElement | null;
  /**
   * Called with the new place among `rows` when the person drops the row. Not called when the person cancels by Escape.
   */
  onplace: (to: number) => void;
}

/** Follows the pointer until the person drops the row. */
export function dragRow({ handle, pointer, rows, from, page, onplace }: Dragging): void {
  const dragged = rows[from];
  if (!dragged) return;
  let to = from;
  handle.setPointerCapture?.(pointer.pointerId);
  dragged.classList.add("dragged");

  const mark = (): void => {
    for (const row of rows) row.classList.remove("drop-before", "drop-after");
    if (to === from) return;
    const others = rows.filter((row) => row !== dragged);
    if (to < others.length) others[to]?.classList.add("drop-before");
    else others.at(-1)?.classList.add("drop-after");
  };
  const move = (e: PointerEvent): void => {
    if (page) {
      const { top, bottom } = page.getBoundingClientRect();
      if (e.clientY < top + NEAR) page.scrollBy(0, -STEP);
      else if (e.clientY > bottom - NEAR) page.scrollBy(0, STEP);
    }
    const spans = rows.map((row) => row.getBoundingClientRect());
    to = placeAtHeight(spans, from, e.clientY);
    mark();
  };
  const end = (place: boolean): void => {
    for (const [name, listener] of listeners) removeEventListener(name, listener as EventListener, true);
    dragged.classList.remove("dragged");
    for (const row of rows) row.classList.remove("drop-before", "drop-after");
    if (place && to !== from) onplace(to);
  };
  const keys = (e: KeyboardEvent): void => {
    if (e.key !== "Escape") return;
    e.preventDefault();
    e.stopPropagation();
    end(false);
  };
  const listeners = [
    ["pointermove", move],
    ["pointerup", () => end(true)],
    ["pointercancel", () => end(false)],
    ["keydown", keys],
  ] as const;
  for (const [name, listener] of listeners) addEventListener(name, listener as EventListener, true);
}
