// Where something that opens over the page stands: below what it belongs to where there is room, else above it.
import { autoUpdate, computePosition, flip, offset, shift, size, type VirtualElement } from "@floating-ui/dom";

/** The most that something over the page takes of its height, px. */
const TALLEST = 420;
/** The height with which it is still read well: with so much room below, it does not go above, px. */
const ENOUGH = 240;
/** What stays free between it and the edge of what it may cover, px. */
const EDGE = 8;

interface Placing {
  /** How far it stands from what it belongs to, px. */
  gap?: number;
}

/**
 * Places `popup` at `anchor`, and keeps it there while the page scrolls or either of them changes its size. Gives the
 * function that ends this.
 */
export function placeAt(anchor: Element | VirtualElement, popup: HTMLElement, { gap = 4 }: Placing = {}): () => void {
  const place = async (): Promise<void> => {
    const { x, y } = await computePosition(anchor, popup, {
      placement: "bottom-start",
      strategy: "fixed",
      middleware: [
        offset(gap),
        size({
          padding: EDGE,
          apply: ({ availableHeight, elements }) => {
            const height = Math.max(ENOUGH, Math.min(TALLEST, availableHeight));
            elements.floating.style.maxHeight = `${height}px`;
          },
        }),
        flip({ padding: EDGE }),
        shift({ padding: EDGE, crossAxis: true }),
      ],
    });
    popup.style.left = `${x}px`;
    popup.style.top = `${y}px`;
  };
  return autoUpdate(anchor, popup, () => void place());
}
