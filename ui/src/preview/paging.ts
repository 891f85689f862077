// The positions of the pages in their list, which pages are in sight, and the scroll position that shows a place. All
// pages have the size of the paper, so their positions are known before they are drawn.
import type { PagePlace } from "../bindings";

/** Width and height of the paper, in points. */
export const PAPER = { width: 595.28, height: 841.89 } as const;
/** The space above a page, in pixels of the window. */
export const GAP = 16;
/** The share of the visible height at which a place is shown after scrolling to it. */
const BROUGHT_TO = 0.2;
/** The height below a place that must be in sight, so that the list need not scroll, px. */
const SEEN = 48;

/** The visible part of the list, px. */
export interface Sight {
  top: number;
  height: number;
  /** The width of a drawn page. */
  width: number;
}

/** The number of pixels of a point. */
const scale = (width: number): number => width / PAPER.width;

export const pageHeight = (width: number): number => scale(width) * PAPER.height;

/** The top of a page, counted from 1. */
export const pageTop = (page: number, width: number): number => (page - 1) * (pageHeight(width) + GAP) + GAP;

/** The pages in sight, and `around` more pages on each side. */
export function pagesInSight({ top, height, width }: Sight, count: number, around = 0): number[] {
  if (count === 0 || width <= 0) return [];
  const step = pageHeight(width) + GAP;
  const first = Math.max(1, Math.floor(top / step) + 1 - around);
  // A page that begins where the visible part ends is not in sight.
  const last = Math.min(count, Math.max(Math.ceil((top + height) / step), 1) + around);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** The scroll position that shows a place; null where the place is in sight. */
export function broughtTo(at: { page: number; y: number }, { top, height, width }: Sight): number | null {
  const place = pageTop(at.page, width) + at.y * scale(width);
  if (place >= top && place + SEEN <= top + height) return null;
  return Math.max(0, Math.round(place - height * BROUGHT_TO));
}

/** The smallest place of a page that contains a point. `x` and `y` are pixels from the top left of the page. */
export function placeAt(places: readonly PagePlace[], x: number, y: number, width: number): PagePlace | null {
  const [px, py] = [x / scale(width), y / scale(width)];
  const around = places.filter((p) => px >= p.x && px <= p.x + p.width && py >= p.y && py <= p.y + p.height);
  const size = (p: PagePlace): number => p.width * p.height;
  const [smallest] = around.toSorted((one, other) => size(one) - size(other));
  return smallest ?? null;
}
