// Places a popup at its anchor: below the anchor where there is room, else above it.
import { autoUpdate, computePosition, flip, offset, shift, size, type VirtualElement } from "@floating-ui/dom";

/** The greatest height of a popup, px. */
const TALLEST = 420;
/** The least height of a popup, px. With this much room below the anchor, the popup stays below it. */
const ENOUGH = 240;
/** The distance between a popup and the edge of the window, px. */
const EDGE = 8;

interface Placing {
  /** The distance between the popup and its anchor, px. */
  gap?: number;
}

/**
 * Places `popup` at `anchor`, and again when the page scrolls or one of them changes its size. Returns the function
 * that ends this.
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

/**
 * Places `popup` at `anchor`, and calls `onoutside` when the person presses elsewhere. Returns the function that ends
 * this.
 */
export function openAt(
  anchor: Element | VirtualElement,
  popup: HTMLElement,
  onoutside: () => void,
  placing?: Placing,
): () => void {
  const placed = placeAt(anchor, popup, placing);
  const pressed = ({ target }: PointerEvent): void => {
    const onAnchor = anchor instanceof Element && anchor.contains(target as Node);
    if (!onAnchor && !popup.contains(target as Node)) onoutside();
  };
  addEventListener("pointerdown", pressed);
  return () => {
    placed();
    removeEventListener("pointerdown", pressed);
  };
}
