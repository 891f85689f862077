// Begins an own note.
import { tick } from "svelte";

import { api } from "../api";
import { change } from "../state/changes";
import { oneAtATime } from "../state/one-at-a-time";
import type { NotePlace } from "../state/own-notes";
import { t } from "../words";
import { panel } from "./panel.svelte";
import { Typeahead } from "./typeahead";
import { giveUnplacedBack } from "./unplaced-words";

/** The place of an own note that is begun from an element of the page: the answer, the row, or the section. */
export function placeAt(element: Element | null, section: NotePlace): NotePlace {
  const own = element?.closest<HTMLElement>("[data-note-at]");
  if (own) return section;
  const [row, field] = element?.closest<HTMLElement>("[data-at]")?.dataset.at?.split("/") ?? [];
  if (row && field) return { row, field };
  const whole = element?.closest<HTMLElement>("[data-row]")?.dataset.row;
  return whole ? { row: whole } : section;
}

/**
 * Begins an own note at a place and puts the caret into it: in the margin, or in the list where the page has no margin.
 * What the person types until the note is there goes into the note, and never into the answer beside it.
 */
export const addOwnNote = oneAtATime((place: NotePlace) => begin(place));

async function begin(place: NotePlace, words = ""): Promise<void> {
  const typeahead = new Typeahead(t("own-note-add"), words);
  const row = (await change((project) => api.addOwnNote({ project, ...place })))?.row ?? null;
  await tick();
  if (row && !textOf(row) && typeahead.waits) {
    panel.showOwnNote(row);
    // The list may have to be made first, and may have to show the notes of other sections.
    for (let turn = 0; turn < 5 && !textOf(row); turn += 1) await tick();
  }
  const left = typeahead.end(
    row === null
      ? null
      : (quietly) => {
          const text = textOf(row);
          text?.focus({ preventScroll: quietly });
          return text !== null;
        },
  );
  giveUnplacedBack(left, row !== null, (again) => void begin(place, again));
}

/** The text of a note that is in sight. */
function textOf(row: string): HTMLElement | null {
  const text = `[data-note="${CSS.escape(row)}"] [role=textbox]`;
  return (
    document.querySelector(`[data-testid=page] ${text}`) ?? document.querySelector(`[data-testid=own-notes] ${text}`)
  );
}
