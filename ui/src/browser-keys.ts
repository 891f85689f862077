// The keys with which a browser leaves the page, prints, saves or searches it, or opens a file in its place. In this
// window, leaving the page would hide what the person types, and a person prints the exported report instead of the
// page. What the window itself does by such a key, it does not do in a dialog: there, the browser would.

const isReload = (key: string, mod: boolean): boolean => key === "F5" || (mod && key === "r");
const isForBrowsers = (key: string, mod: boolean): boolean =>
  isReload(key, mod) || (mod && ["p", "j", "g", "u", "h", "f", "s", "o"].includes(key)) || key === "F3" || key === "F7";

/** Stops the browser's action for these keys. A part of the window that uses such a key itself still receives it. */
export function keepBrowserKeys(target: EventTarget): void {
  target.addEventListener("keydown", (event) => {
    const e = event as KeyboardEvent;
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (isForBrowsers(key, (e.ctrlKey || e.metaKey) && !e.altKey)) e.preventDefault();
  });
}
