// The places of own notes.
import type { CellView, OwnNoteView } from "../bindings";

/** The place of an own note: an answer, a row, or a section. */
export type NotePlace = { row: string; field?: string } | { form: string; section: string };

/** The name of a place: `row/field`, `row`, or `section:form/section`. */
export function nameOfPlace(place: NotePlace): string {
  if ("form" in place) return `section:${place.form}/${place.section}`;
  return place.field ? `${place.row}/${place.field}` : place.row;
}

/** The name of the place of a note; null where its row no longer exists. */
export function placeOfNote(note: OwnNoteView): string | null {
  if (note.at_row)
    return nameOfPlace({ row: note.at_row, ...(note.at_field === undefined ? {} : { field: note.at_field }) });
  return note.form && note.section ? nameOfPlace({ form: note.form, section: note.section }) : null;
}

/** The notes by the name of their place. A note at an answer is also found by the row, as `of:row`. */
export function notesByPlace(notes: readonly OwnNoteView[]): Map<string, OwnNoteView[]> {
  const places = new Map<string, OwnNoteView[]>();
  const add = (place: string, note: OwnNoteView): void => {
    const known = places.get(place);
    if (known) known.push(note);
    else places.set(place, [note]);
  };
  for (const note of notes) {
    const place = placeOfNote(note);
    if (place !== null) add(place, note);
    if (note.at_row) add(`of:${note.at_row}`, note);
  }
  return places;
}

/** The notes whose place is in a section. */
export const notesIn = (notes: readonly OwnNoteView[], form?: string, section?: string): OwnNoteView[] =>
  notes.filter((note) => note.form === form && note.section === section);

/** The address of the answer that holds the words of a note. */
export const answerOf = (note: OwnNoteView): string => `${note.row}/${note.field}`;

/** A note as a cell, so that a field can show it. */
export const cellOf = (note: OwnNoteView): CellView => ({ asked: true, doc: note.doc, refs: [], missing: false });
