// Finds a place on the page by its address and moves the focus there.

const FIELDS = "[role=textbox], textarea, select, input, button, [tabindex='0']";

/** The first field in a place. The fields of its first answer go before the marks beside the row's number. */
function focusable(place: HTMLElement): HTMLElement | null {
  const answer = place.querySelector<HTMLElement>("[data-at]");
  return answer?.querySelector<HTMLElement>(FIELDS) ?? place.querySelector<HTMLElement>(FIELDS);
}

function seen(place: HTMLElement, page: HTMLElement): boolean {
  const [at, around] = [place.getBoundingClientRect(), page.getBoundingClientRect()];
  return at.top >= around.top && at.bottom <= around.bottom;
}

/**
 * Goes to an answer (`row/field`), a row, or a part (`part:1.2`). Returns false when the page does not have it. With
 * `quietly`, only the focus moves: the page neither scrolls nor marks the place.
 */
export function find(page: HTMLElement | undefined, at: string, quietly = false): boolean {
  if (!page) return false;
  const all = [...page.querySelectorAll<HTMLElement>("[data-at], [data-row], [data-part]")];
  const row = at.split("/")[0];
  const place =
    all.find((el) => el.dataset.at === at) ??
    all.find((el) => el.dataset.row === row) ??
    all.find((el) => `part:${el.dataset.part ?? ""}` === at);
  if (!place) return false;
  // A row that shows only some of its answers opens first.
  place.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
  if (!quietly && !seen(place, page)) {
    place.scrollIntoView({
      block: at.startsWith("part:") || place.offsetHeight > page.clientHeight / 2 ? "start" : "center",
    });
  }
  // A person who already writes in this place keeps the caret.
  if (!place.contains(document.activeElement)) focusable(place)?.focus({ preventScroll: true });
  if (quietly) return true;
  place.classList.add("arrived");
  setTimeout(() => place.classList.remove("arrived"), 1600);
  return true;
}
