// Finding a place on the page by its address, and going there.

function focusable(place: HTMLElement): HTMLElement | null {
  return place.querySelector<HTMLElement>("[role=textbox], textarea, select, input, button, [tabindex='0']");
}

/** Goes to an answer (`row/field`), a row, or a part (`part:1.2`). False when it is not on this page. */
export function find(page: HTMLElement | undefined, at: string): boolean {
  if (!page) return false;
  const all = [...page.querySelectorAll<HTMLElement>("[data-at], [data-row], [data-part]")];
  const row = at.split("/")[0];
  const place =
    all.find((el) => el.dataset.at === at) ??
    all.find((el) => el.dataset.row === row) ??
    all.find((el) => `part:${el.dataset.part ?? ""}` === at);
  if (!place) return false;
  place.scrollIntoView({ block: at.startsWith("part:") || place.offsetHeight > page.clientHeight / 2 ? "start" : "center" });
  focusable(place)?.focus({ preventScroll: true });
  place.classList.add("arrived");
  setTimeout(() => place.classList.remove("arrived"), 1600);
  return true;
}
