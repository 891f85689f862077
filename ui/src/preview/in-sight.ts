// What of the form is in sight, as the report names it.

/** How far below the top of the page the line lies that decides which part is read, as a share of its height. */
const LINE = 0.3;

/**
 * The addresses of what a person looks at in the form, the narrowest first: the answer that is written in and its row,
 * while they are in sight, the part that is read, and its section. The report has the place of the first of them that
 * it shows.
 */
export function addressesInSight(page: HTMLElement, section: string): string[] {
  const around = page.getBoundingClientRect();
  const found: string[] = [];
  const focused = document.activeElement?.closest<HTMLElement>("[data-at]");
  const at = focused && page.contains(focused) ? focused.dataset.at : undefined;
  if (focused && at && seen(focused.getBoundingClientRect(), around)) {
    const [row = ""] = at.split("/");
    found.push(at, row);
  }
  const part = partInSight(page, around.top + around.height * LINE);
  if (part !== null) found.push(`part:${part}`);
  found.push(`section:${section}`);
  return found;
}

function seen(place: DOMRect, around: DOMRect): boolean {
  return place.bottom > around.top && place.top < around.bottom;
}

/** The part in which a line lies; the first one where the line lies above all. */
function partInSight(page: HTMLElement, line: number): string | null {
  const parts = [...page.querySelectorAll<HTMLElement>("[data-part]")];
  const above = parts.findLast((part) => part.getBoundingClientRect().top <= line);
  return (above ?? parts[0])?.dataset.part ?? null;
}
