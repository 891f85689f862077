// Keeps keys out of a text that has lost the focus.

/**
 * Takes the selection out of a text that has lost the focus.
 *
 * WebKit sends keys to the selection, not to the focus, and leaves the selection in the text when the focus goes to a
 * button or a radio button. The next letters or Backspace would change that text, which the person has left. The
 * editor keeps the place of the caret itself, and sets it again when the text gets the focus back.
 *
 * While another window is in front, the selection stays: the person comes back to where they wrote.
 */
export function takeCaretOutOf(text: HTMLElement): void {
  const page = text.ownerDocument;
  if (!page.hasFocus()) return;
  const selection = page.getSelection();
  if (selection?.anchorNode && text.contains(selection.anchorNode)) selection.removeAllRanges();
}
