// Keys with which a browser leaves the page or prints it. The window is no browser: what is typed would be gone from
// sight, and paper shows what the export makes.

const isReload = (key: string, mod: boolean): boolean => key === "F5" || (mod && key === "r");
const isForBrowsers = (key: string, mod: boolean): boolean =>
  isReload(key, mod) || (mod && ["p", "j", "g", "u", "h"].includes(key)) || key === "F3" || key === "F7";

/** Takes the keys from the browser; a part of the window that uses one itself still gets it. */
export function keepBrowserKeys(target: EventTarget): void {
  target.addEventListener("keydown", (event) => {
    const e = event as KeyboardEvent;
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (isForBrowsers(key, (e.ctrlKey || e.metaKey) && !e.altKey)) e.preventDefault();
  });
}
