// Which panes stand beside the form, by the room that the zoom leaves in the window.
import { flushSync } from "svelte";
import { afterEach, describe, expect, it } from "vitest";

import { shownPanes } from "../src/form/panes";
import { room, zoomBy } from "../src/state/zoom.svelte";

const pane = (open: boolean, calledAt = -1) => ({ open, calledAt });

describe("panes beside the form", () => {
  it("stand both in a wide window, and the one called last in a narrower one", () => {
    expect(shownPanes(1600, pane(true, 1), pane(true, 2), -1)).toEqual({ panel: true, pages: true });
    expect(shownPanes(1200, pane(true, 1), pane(true, 2), -1)).toEqual({ panel: false, pages: true });
    expect(shownPanes(1200, pane(true, 3), pane(true, 2), -1)).toEqual({ panel: true, pages: false });
    expect(shownPanes(1200, pane(true), pane(true), -1), "both open from the start").toEqual({
      panel: false,
      pages: true,
    });
  });

  it("take the place of the form only where the person called them, and until the person turns to the form", () => {
    expect(shownPanes(700, pane(true), pane(true), 5)).toEqual({ panel: false, pages: false });
    expect(shownPanes(700, pane(true, 6), pane(true), 5)).toEqual({ panel: true, pages: false });
    expect(shownPanes(700, pane(true, 6), pane(true, 7), 5)).toEqual({ panel: false, pages: true });
    expect(shownPanes(700, pane(true, 6), pane(true, 7), 8)).toEqual({ panel: false, pages: false });
  });
});

describe("the room of a window", () => {
  const resize = (width: number): void => {
    Object.assign(globalThis, { innerWidth: width });
    dispatchEvent(new Event("resize"));
    flushSync();
  };
  afterEach(() => zoomBy("usual"));

  it("is less in a larger zoom", () => {
    resize(1440);
    expect([room.width, document.documentElement.dataset.room]).toEqual([1440, "wide"]);
    for (let i = 0; i < 3; i += 1) zoomBy(1);
    expect([room.width, document.documentElement.dataset.room]).toEqual([960, "narrow"]);
    resize(1800);
    expect([room.width, document.documentElement.dataset.room]).toEqual([1200, "middle"]);
  });
});
