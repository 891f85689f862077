// The pages beside the form: which are in sight, where the list is scrolled to, and when the program is asked.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Asking, PAUSE } from "../src/preview/asking";
import { addressesInSight } from "../src/preview/in-sight";
import { broughtTo, GAP, PAPER, pageHeight, pagesInSight, pageTop, placeAt } from "../src/preview/paging";

describe("pages in their list", () => {
  // A page is as high as 842 pixels then.
  const width = PAPER.width;
  const step = pageHeight(width) + GAP;

  it("are in sight by where the list is scrolled to", () => {
    expect(pagesInSight({ top: 0, height: 700, width }, 40)).toEqual([1]);
    expect(pagesInSight({ top: 0, height: step, width }, 40)).toEqual([1]);
    expect(pagesInSight({ top: 0, height: step + 1, width }, 40)).toEqual([1, 2]);
    expect(pagesInSight({ top: step * 9.5, height: step, width }, 40)).toEqual([10, 11]);
    expect(pagesInSight({ top: step * 9.5, height: step, width }, 40, 1)).toEqual([9, 10, 11, 12]);
  });

  it("are never any that the report has not", () => {
    expect(pagesInSight({ top: 0, height: 5000, width }, 2, 3)).toEqual([1, 2]);
    expect(pagesInSight({ top: step * 60, height: 700, width }, 40)).toEqual([]);
    expect(pagesInSight({ top: 0, height: 700, width }, 0)).toEqual([]);
    expect(pagesInSight({ top: 0, height: 700, width: 0 }, 40)).toEqual([]);
  });

  it("stay where they are as long as the place is in sight, and are brought to it else", () => {
    const sight = { top: pageTop(5, width), height: 600, width };
    expect(broughtTo({ page: 5, y: 100 }, sight)).toBeNull();
    expect(broughtTo({ page: 5, y: 590 }, sight)).toBe(Math.round(pageTop(5, width) + 590 - 120));
    expect(broughtTo({ page: 4, y: 800 }, sight)).toBe(Math.round(pageTop(4, width) + 800 - 120));
    expect(broughtTo({ page: 1, y: 10 }, sight)).toBe(0);
    const half = { ...sight, width: width / 2, top: 0 };
    expect(broughtTo({ page: 2, y: 100 }, half)).toBeNull();
  });

  it("lead to the smallest place under the pointer", () => {
    const place = (at: string, y: number, height: number) => ({ at, section: "1", x: 50, y, width: 400, height });
    const places = [place("part:1.1", 100, 300), place("row-1", 120, 100), place("row-1/name", 130, 20)];
    expect(placeAt(places, 60, 135, width)?.at).toBe("row-1/name");
    expect(placeAt(places, 60, 200, width)?.at).toBe("row-1");
    expect(placeAt(places, 30, 100, width / 2)?.at).toBe("row-1");
    expect(placeAt(places, 60, 390, width)?.at).toBe("part:1.1");
    expect(placeAt(places, 10, 135, width)).toBeNull();
  });
});

interface Told {
  revision: number;
  of: string;
}

describe("asking for the pages", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => vi.useRealTimers());

  /** A program that answers when it is told to. */
  function program() {
    const asked: { wish: string; answer: (told: Told | null) => Promise<void>; refuse: () => Promise<void> }[] = [];
    const shown: Told[] = [];
    const refused: unknown[] = [];
    const state = { known: 1 };
    const asking = new Asking<string, Told>({
      ask: (wish) =>
        new Promise((done, failed) =>
          asked.push({
            wish,
            answer: async (told) => {
              done(told);
              await vi.advanceTimersByTimeAsync(0);
            },
            refuse: async () => {
              failed(new Error("no"));
              await vi.advanceTimersByTimeAsync(0);
            },
          }),
        ),
      known: () => state.known,
      onAnswer: (answer) => shown.push(answer),
      onRefused: (thrown) => refused.push(thrown),
    });
    return { asked, shown, refused, state, asking };
  }

  it("waits for a pause in typing", async () => {
    const { asked, asking } = program();
    asking.want("a");
    expect(asked).toHaveLength(1);
    await asked[0]?.answer({ revision: 1, of: "a" });
    asking.typed();
    asking.want("b");
    await vi.advanceTimersByTimeAsync(PAUSE - 50);
    asking.typed();
    await vi.advanceTimersByTimeAsync(PAUSE - 50);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(51);
    expect(asked.map((one) => one.wish)).toEqual(["a", "b"]);
  });

  it("asks one question at a time, and of those that wait the last", async () => {
    const { asked, shown, asking } = program();
    asking.want("a");
    asking.want("b");
    asking.want("c");
    expect(asked).toHaveLength(1);
    await asked[0]?.answer({ revision: 1, of: "a" });
    expect(asked.map((one) => one.wish)).toEqual(["a", "c"]);
    await asked[1]?.answer({ revision: 1, of: "c" });
    expect(shown.map((one) => one.of)).toEqual(["a", "c"]);
    expect(asked).toHaveLength(2);
  });

  it("drops what a change overtook, and asks again", async () => {
    const { asked, shown, state, asking } = program();
    asking.want("a");
    state.known = 2;
    await asked[0]?.answer({ revision: 1, of: "old" });
    expect(shown).toEqual([]);
    expect(asked).toHaveLength(2);
    // The program says so where it knew before the window did.
    await asked[1]?.answer(null);
    expect(asked.map((one) => one.wish)).toEqual(["a", "a", "a"]);
    await asked[2]?.answer({ revision: 2, of: "new" });
    expect(shown).toEqual([{ revision: 2, of: "new" }]);
    expect(asked).toHaveLength(3);
  });

  it("asks for the newest wish instead of the one that was overtaken", async () => {
    const { asked, asking } = program();
    asking.want("a");
    asking.want("b");
    await asked[0]?.answer(null);
    expect(asked.map((one) => one.wish)).toEqual(["a", "b"]);
  });

  it("tells why it was refused, and goes on with the next wish only", async () => {
    const { asked, shown, refused, asking } = program();
    asking.want("a");
    await asked[0]?.refuse();
    expect(refused).toHaveLength(1);
    expect(asked).toHaveLength(1);
    asking.want("b");
    await asked[1]?.answer({ revision: 1, of: "b" });
    expect(shown).toHaveLength(1);
  });

  it("shows nothing any more once it is closed", async () => {
    const { asked, shown, asking } = program();
    asking.want("a");
    asking.want("b");
    asking.close();
    await asked[0]?.answer({ revision: 1, of: "a" });
    expect(shown).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});

describe("what of the form is in sight", () => {
  const at = (element: Element, top: number, height: number): void => {
    element.getBoundingClientRect = () => new DOMRect(0, top, 600, height);
  };

  function form(): HTMLElement {
    document.body.innerHTML = `<div class="page">
      <section data-part="2.1"><div data-at="one/purpose"><textarea></textarea></div></section>
      <section data-part="2.2"><div data-row="d-1"><div data-at="d-1/name"><input></div></div></section>
    </div>`;
    const page = document.querySelector<HTMLElement>(".page");
    if (!page) throw new Error("no page");
    at(page, 0, 600);
    return page;
  }
  const place = (page: HTMLElement, css: string): Element => {
    const found = page.querySelector(css);
    if (!found) throw new Error(css);
    return found;
  };

  it("is the part that is read, where nothing is written in", () => {
    const page = form();
    at(place(page, "[data-part='2.1']"), -900, 1000);
    at(place(page, "[data-part='2.2']"), 100, 800);
    expect(addressesInSight(page, "2")).toEqual(["part:2.2", "section:2"]);
    at(place(page, "[data-part='2.2']"), 500, 800);
    expect(addressesInSight(page, "2")).toEqual(["part:2.1", "section:2"]);
  });

  it("is the answer that is written in, as long as it is in sight", () => {
    const page = form();
    at(place(page, "[data-part='2.1']"), -900, 1000);
    at(place(page, "[data-part='2.2']"), 100, 800);
    (place(page, "input") as HTMLInputElement).focus();
    at(place(page, "[data-at='d-1/name']"), 300, 40);
    expect(addressesInSight(page, "2")).toEqual(["d-1/name", "d-1", "part:2.2", "section:2"]);
    at(place(page, "[data-at='d-1/name']"), 900, 40);
    expect(addressesInSight(page, "2")).toEqual(["part:2.2", "section:2"]);
  });
});
