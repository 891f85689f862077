// The places of the form that are in sight, by the addresses that the report uses.

/** The height of the line that decides which part the person reads, as a share of the page's height from its top. */
const LINE = 0.3;

/**
 * The addresses of what the person looks at in the form, the narrowest first: the answer with the focus and its row,
 * while they are in sight, then the part, then the section. The report shows the first of them that it has.
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

/** The part that a line lies in; the first part where the line lies above all parts. */
function partInSight(page: HTMLElement, line: number): string | null {
  const parts = [...page.querySelectorAll<HTMLElement>("[data-part]")];
  const above = parts.findLast((part) => part.getBoundingClientRect().top <= line);
  return (above ?? parts[0])?.dataset.part ?? null;
}
