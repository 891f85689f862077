// Which fields take their own words back on Ctrl+Z. Everywhere else, undo is that of the project.

/** Fields in which a person types plain words. What cannot be written in has nothing to take back. */
const TYPED = "textarea:not([readonly]), input:not([type=checkbox], [type=radio], [readonly])";
/** Places whose words go into the project while the person types, so that each pause is a step of its undo. */
const OF_PROJECT = "[data-at], [data-of-project]";

/**
 * Whether the field takes its own words back: a search, or words that are only sent by a button, such as the answer to
 * a remark. The project does not know these words, so its undo would change something else, perhaps out of sight. Rich
 * text always belongs to the project and has no undo of its own.
 */
export const hasOwnUndo = (field: Element | null): boolean => !!field?.matches?.(TYPED) && !field.closest(OF_PROJECT);
