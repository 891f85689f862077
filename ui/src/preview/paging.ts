// Where the pages stand in their list, which of them are in sight, and where the list is scrolled to. All pages have
// the size of the paper, so that nothing has to be drawn to know its place.
import type { PagePlace } from "../bindings";

/** Width and height of the paper, in points. */
export const PAPER = { width: 595.28, height: 841.89 } as const;
/** The space above a page, in pixels of the window. */
export const GAP = 16;
/** A place is brought to this share of the height in sight. */
const BROUGHT_TO = 0.2;
/** What must be in sight of a place, at least, so that the list stays where it is; in pixels. */
const SEEN = 48;

/** The part of the list that is in sight, in pixels. */
export interface Sight {
  top: number;
  height: number;
  /** How wide a page is drawn. */
  width: number;
}

/** How many pixels a point has. */
const scale = (width: number): number => width / PAPER.width;

export const pageHeight = (width: number): number => scale(width) * PAPER.height;

/** Where a page begins, counted from 1. */
export const pageTop = (page: number, width: number): number => (page - 1) * (pageHeight(width) + GAP) + GAP;

/** The pages in sight, and on each side as many more as `around` says. */
export function pagesInSight({ top, height, width }: Sight, count: number, around = 0): number[] {
  if (count === 0 || width <= 0) return [];
  const step = pageHeight(width) + GAP;
  const first = Math.max(1, Math.floor(top / step) + 1 - around);
  // A page that begins where the sight ends is not in sight.
  const last = Math.min(count, Math.max(Math.ceil((top + height) / step), 1) + around);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Where the list is scrolled to, to show a place; null where the place is in sight. */
export function broughtTo(at: { page: number; y: number }, { top, height, width }: Sight): number | null {
  const place = pageTop(at.page, width) + at.y * scale(width);
  if (place >= top && place + SEEN <= top + height) return null;
  return Math.max(0, Math.round(place - height * BROUGHT_TO));
}

/** The smallest of the places of a page that a point lies in; `x` and `y` are pixels from the page's top left. */
export function placeAt(places: readonly PagePlace[], x: number, y: number, width: number): PagePlace | null {
  const [px, py] = [x / scale(width), y / scale(width)];
  const around = places.filter((p) => px >= p.x && px <= p.x + p.width && py >= p.y && py <= p.y + p.height);
  const size = (p: PagePlace): number => p.width * p.height;
  const [smallest] = around.toSorted((one, other) => size(one) - size(other));
  return smallest ?? null;
}
