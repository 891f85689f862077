// A button that is disabled while its work runs loses the focus. It gets the focus back when it can be pressed again,
// unless the person has gone on meanwhile.

/** Watches the whole page. Returns what ends that. */
export function giveFocusAgain(page: HTMLElement = document.body): () => void {
  let last: EventTarget | null = null;
  let waiting: HTMLElement | null = null;
  const forget = (): void => void (waiting = null);
  const note = (e: FocusEvent): void => {
    last = e.target;
    forget();
  };
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!(target instanceof HTMLElement)) continue;
      const isOff = target.matches(":disabled");
      if (isOff && target === last) waiting = target;
      if (isOff || target !== waiting) continue;
      forget();
      if (document.activeElement === document.body) target.focus({ preventScroll: true });
    }
  });
  watch.observe(page, { subtree: true, attributeFilter: ["disabled"] });
  page.addEventListener("focusin", note);
  for (const what of ["keydown", "pointerdown"]) page.addEventListener(what, forget, true);
  return () => {
    watch.disconnect();
    page.removeEventListener("focusin", note);
    for (const what of ["keydown", "pointerdown"]) page.removeEventListener(what, forget, true);
  };
}
