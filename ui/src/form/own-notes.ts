// Begins an own note.
import { tick } from "svelte";

import { api } from "../api";
import { change } from "../state/changes";
import type { NotePlace } from "../state/own-notes";
import { panel } from "./panel.svelte";

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
 */
export async function addOwnNote(place: NotePlace): Promise<void> {
  const done = await change((project) => api.addOwnNote({ project, ...place }));
  if (!done?.row) return;
  await tick();
  const row = CSS.escape(done.row);
  const text = document.querySelector<HTMLElement>(`[data-testid=page] [data-note="${row}"] [role=textbox]`);
  if (text) text.focus();
  else panel.showOwnNote(done.row);
}
