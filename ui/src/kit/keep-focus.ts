// The focus stays in a list when a button takes its own row away.
import { tick } from "svelte";

const ROW = "tr, li, section";
const CAN_HAVE_FOCUS = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled)";
/** The longest time that a row may take to leave after the change, ms: the list is read again first. */
const LONGEST = 3_000;

const isLost = (): boolean => document.activeElement === document.body || document.activeElement === null;

/** Waits until an element has left the page. */
async function gone(element: HTMLElement): Promise<void> {
  await tick();
  if (!element.isConnected) return;
  await new Promise<void>((done) => {
    const watch = new MutationObserver(() => element.isConnected || end());
    const timer = setTimeout(end, LONGEST);
    function end(): void {
      watch.disconnect();
      clearTimeout(timer);
      done();
    }
    watch.observe(document.body, { childList: true, subtree: true });
  });
}

/**
 * Runs `what` for a button in a row of a list. Where the button goes with it, the focus goes to the row that took the
 * place, or to the last row; after the last row has gone, to `otherwise`, or to the heading above the list.
 */
export async function keepFocus(
  button: HTMLElement,
  what: () => Promise<unknown>,
  otherwise?: () => HTMLElement | null | undefined,
): Promise<void> {
  const row = button.closest<HTMLElement>(ROW);
  const list = row?.parentElement;
  const around = [...ancestors(list ?? button)];
  const rows = (): HTMLElement[] =>
    [...(list?.isConnected ? list.children : [])].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one.tagName === row?.tagName,
    );
  const placesIn = (one: HTMLElement): HTMLElement[] => [...one.querySelectorAll<HTMLElement>(CAN_HAVE_FOCUS)];
  const at = row ? rows().indexOf(row) : -1;
  const place = row ? placesIn(row).indexOf(button) : -1;
  // A button that a pointer pressed has no focus in every webview.
  button.focus({ preventScroll: true });
  await what();
  await gone(button);
  if (button.isConnected || !isLost()) return;
  const left = rows();
  const places = placesIn(left[Math.min(Math.max(at, 0), left.length - 1)] ?? document.createElement("i"));
  const next = places[Math.min(place, places.length - 1)] ?? otherwise?.();
  if (next) return next.focus();
  const heading = around.find((one) => one.isConnected)?.querySelector<HTMLElement>("h1, h2, h3");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function* ancestors(of: HTMLElement): Generator<HTMLElement> {
  for (let one: HTMLElement | null = of; one; one = one.parentElement)
    if (one.matches("section, aside, .sheet")) yield one;
}
