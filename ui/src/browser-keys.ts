// The keys with which a browser leaves the page, prints, saves or searches it, or opens a file in its place. In this
// window, leaving the page would hide what the person types, and a person prints the exported report instead of the
// page. What the window itself does by such a key, it does not do in a dialog: there, the browser would.

const LETTERS = new Set(["r", "p", "j", "g", "u", "h", "f", "s", "o"]);
const FUNCTION_KEYS = new Set(["F3", "F5", "F7"]);

// Alt is left out: Ctrl and Alt type letters on Windows, and an editor ignores Alt+F7 if its action was stopped before.
const isForBrowsers = (e: KeyboardEvent): boolean =>
  !e.altKey && (FUNCTION_KEYS.has(e.key) || ((e.ctrlKey || e.metaKey) && LETTERS.has(e.key.toLowerCase())));

/**
 * Stops the browser's action for these keys, wherever the focus is: a menu or a calendar keeps its keys from what
 * stands behind it, so they are heard on their way in. A part of the window that uses such a key still receives it.
 */
export function keepBrowserKeys(target: EventTarget): void {
  const heard = (event: Event): void => {
    if (isForBrowsers(event as KeyboardEvent)) event.preventDefault();
  };
  target.addEventListener("keydown", heard, { capture: true });
}
