// Which of the panes beside the form have room, by the width of the window at the usual zoom.

/** From this width on, px, both the pages of the report and the panel have room beside the form. */
const ROOM_FOR_BOTH = 1500;
/** Below this width, px, a pane beside the form would leave no room for words: one of them has the place. */
export const ROOM_FOR_ONE = 900;

interface Pane {
  open: boolean;
  /** When the person last opened it. */
  calledAt: number;
}

/** The panes to show. `turnedAt` is when the person last turned to the form itself. */
export function shownPanes(
  width: number,
  panel: Pane,
  pages: Pane,
  turnedAt: number,
): { panel: boolean; pages: boolean } {
  const has = (pane: Pane): boolean => pane.open && (width >= ROOM_FOR_ONE || pane.calledAt > turnedAt);
  const [panelHas, pagesHave] = [has(panel), has(pages)];
  if (width >= ROOM_FOR_BOTH) return { panel: panelHas, pages: pagesHave };
  const panelFirst = panelHas && panel.calledAt > pages.calledAt;
  return { panel: panelHas && (panelFirst || !pagesHave), pages: pagesHave && !panelFirst };
}
