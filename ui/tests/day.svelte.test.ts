// A date in a field: what stands there while the person types, and what is read of it.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { parseDay } from "../src/fields/day";
import DayEntry from "../src/fields/DayEntry.svelte";

describe("days with the name of their month", () => {
  it("are read as the window writes them, and shortened", () => {
    for (const written of ["22 November 2026", "22 nov 2026", "22. NOV. 2026", "22-Nov-26", "22 november, 2026"])
      expect(parseDay(written), written).toBe("2026-11-22");
    expect(parseDay("5 sept 2026")).toBe("2026-09-05");
    expect(parseDay("5 Sep 2026")).toBe("2026-09-05");
  });
  it("are refused where the name is none, or that of several months", () => {
    for (const written of ["22 Nevember 2026", "22 no 2026", "5 ju 2026", "31 April 2026", "22 November"])
      expect(parseDay(written), written).toBeNull();
  });
  it("are read in the language of the window", async () => {
    vi.resetModules();
    vi.stubGlobal("vurderWords", { language: "da", files: [] });
    const danish = await import("../src/fields/day");
    vi.unstubAllGlobals();
    expect(danish.parseDay("5. maj 2026")).toBe("2026-05-05");
    expect(danish.parseDay("5. Okt. 26")).toBe("2026-10-05");
    expect(parseDay("5. maj 2026"), "English has no such month").toBeNull();
  });
});

it("takes a year of two digits for one of this century", () => {
  expect(parseDay("22.11.26")).toBe("2026-11-22");
  expect(parseDay("1/2/99")).toBe("2099-02-01");
});

describe("the field of a date", () => {
  let page: Record<string, unknown>;
  const state = $state({ value: null as string | null });
  const told: (string | null)[] = [];
  const field = (): HTMLTextAreaElement => document.querySelector("textarea") as HTMLTextAreaElement;
  function open(value: string | null): void {
    state.value = value;
    told.length = 0;
    page = mount(DayEntry, {
      target: document.body,
      props: {
        answer: { replacedAt: 0, dirty: false, leave: () => {} },
        get value() {
          return state.value;
        },
        label: "Deadline",
        prompt: "",
        onday: (iso: string | null) => {
          told.push(iso);
          state.value = iso;
        },
      },
    });
    flushSync();
  }
  function type(words: string): void {
    field().value = words;
    field().dispatchEvent(new InputEvent("input", { bubbles: true }));
    flushSync();
  }
  beforeEach(() => document.body.replaceChildren());
  afterEach(() => unmount(page));

  it("shows the date as a person types it while they are there, and keeps the room of the date in words", () => {
    open("2026-11-22");
    expect(field().value).toBe("22 November 2026");
    field().focus();
    flushSync();
    expect(field().value, "one digit of it can be changed").toBe("22.11.2026");
    expect(field().closest(".grow")?.getAttribute("data-room"), "nothing moves").toBe("22 November 2026");
    type("23.11.2026");
    expect([state.value, field().getAttribute("aria-invalid")]).toEqual(["2026-11-23", null]);
    field().blur();
    flushSync();
    expect(field().value).toBe("23 November 2026");
  });

  it("leaves no day behind that was only on the way to another one", () => {
    open("2026-11-22");
    field().focus();
    for (const words of ["1.2.", "1.2.2", "1.2.20", "1.2.202"]) type(words);
    expect(state.value, "1.2.20 was a day, 1.2.202 is none").toBe("2026-11-22");
    type("1.2.2027");
    expect(state.value).toBe("2027-02-01");
    type("1.2.2027 or later");
    expect(state.value, "what is no day leaves the day as it was").toBe("2026-11-22");
    type("");
    expect(state.value).toBeNull();
  });
});
