// Shows the drawing of a page. The drawing before it stays until the new one is ready to be painted, so that nothing
// flickers.
import type { Attachment } from "svelte/attachments";

/** A drawing and its alternative text. */
export interface Drawing {
  fingerprint: string;
  svg: string;
  says: string;
}

const sourceOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Shows a drawing in an element; without a drawing, the element is empty. */
export const shows =
  (drawing: Drawing | undefined): Attachment<HTMLElement> =>
  (place) => {
    if (!drawing) {
      place.replaceChildren();
      return;
    }
    const before = place.firstElementChild as HTMLImageElement | null;
    if (before?.dataset.fingerprint === drawing.fingerprint) {
      before.alt = drawing.says;
      return;
    }
    let gone = false;
    const next = new Image();
    next.alt = drawing.says;
    next.dataset.fingerprint = drawing.fingerprint;
    next.draggable = false;
    next.src = sourceOf(drawing.svg);
    const put = (): void => {
      if (!gone) place.replaceChildren(next);
    };
    // A drawing that cannot be decoded beforehand is shown at once.
    next.decode().then(put, put);
    return () => (gone = true);
  };
