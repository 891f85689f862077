// A button does its work once for a double click, and once for a key that is held down. Otherwise two rows or two
// copies are made where the person wants one, and the second press meets the button that moved to this place.

/** Around buttons that are meant to be pressed again and again, such as steps and undo. */
const AGAIN = "[data-again]";
/** A second press takes back the first: nothing is done twice. */
const OPENS_AND_CLOSES = "[aria-expanded], [aria-pressed]";

const buttonOf = (e: Event): Element | null => (e.target instanceof Element ? e.target.closest("button") : null);

function stop(e: Event): void {
  e.preventDefault();
  e.stopPropagation();
}

/** Stops the presses on their way in, so that no part of the window has to know them. */
export function keepPressesSingle(target: EventTarget): void {
  const clicked = (e: Event): void => {
    const button = buttonOf(e);
    // By keyboard, and by a script, the count is 0.
    if (!button || (e as MouseEvent).detail < 2) return;
    if (!button.closest(AGAIN) && !button.matches(OPENS_AND_CLOSES)) stop(e);
  };
  const pressed = (event: Event): void => {
    const e = event as KeyboardEvent;
    if (e.repeat && (e.key === "Enter" || e.key === " ") && buttonOf(e)?.closest(AGAIN) === null) stop(e);
  };
  target.addEventListener("click", clicked, { capture: true });
  target.addEventListener("keydown", pressed, { capture: true });
}
