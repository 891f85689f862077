import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { UnsavedWords, WriteQueue, type SaveState } from "../src/state/queue";

describe("the queue of writes", () => {
  let written: [string, string][];
  let states: SaveState["at"][];
  let refuse: string | null;
  let hold: Promise<void> | null;

  function make(): WriteQueue<string> {
    return new WriteQueue<string>({
      write: async (text, key) => {
        if (hold) await hold;
        if (refuse) throw new Error(refuse);
        written.push([key, text]);
      },
      onState: (state) => states.push(state.at),
      messageOf: (thrown) => (thrown as Error).message,
    });
  }

  beforeEach(() => {
    vi.useFakeTimers();
    written = [];
    states = [];
    refuse = null;
    hold = null;
  });
  afterEach(() => vi.useRealTimers());

  it("writes the last content once the typing pauses, and not before", async () => {
    const save = make();
    save.edit("a", () => "H");
    await vi.advanceTimersByTimeAsync(400);
    save.edit("a", () => "He");
    await vi.advanceTimersByTimeAsync(599);
    expect(written).toEqual([]);
    expect(save.isDirty("a")).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual([["a", "He"]]);
    expect(save.dirty).toBe(false);
    expect(states.at(-1)).toBe("saved");
  });

  it("writes a choice before the page is drawn with it, and of several in one go the last", async () => {
    const save = make();
    save.edit("a", () => "typed");
    save.edit("b", () => "2", true);
    save.edit("b", () => "3", true);
    expect(written, "not before the handler of the event has ended").toEqual([]);
    // No timer is let run.
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    expect(written).toEqual([
      ["a", "typed"],
      ["b", "3"],
    ]);
    expect(save.dirty).toBe(false);
  });

  it("does not wait for a pause for ever: typing without one is written every three seconds", async () => {
    const save = make();
    for (let i = 0; i < 40; i += 1) {
      save.edit("a", () => String(i));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThanOrEqual(1);
  });

  it("writes places in the order in which they were last touched, one at a time", async () => {
    const save = make();
    save.edit("a", () => "1");
    save.edit("b", () => "2");
    save.edit("a", () => "3");
    expect(await save.flush()).toBe(true);
    expect(written).toEqual([
      ["b", "2"],
      ["a", "3"],
    ]);
  });

  it("keeps what could not be saved, says why, and tries again", async () => {
    const save = make();
    refuse = "The disk is full.";
    save.edit("a", () => "kept");
    await vi.advanceTimersByTimeAsync(600);
    expect(save.state).toEqual({ at: "failed", message: "The disk is full." });
    expect(save.unsaved("a")).toBe("kept");
    refuse = null;
    await vi.advanceTimersByTimeAsync(2000);
    expect(written).toEqual([["a", "kept"]]);
    expect(save.state.at).toBe("saved");
  });

  it("says that a place is unsaved even when another was saved after it", async () => {
    const save = make();
    refuse = "no";
    save.edit("a", () => "kept");
    await vi.advanceTimersByTimeAsync(600);
    refuse = null;
    save.edit("b", () => "fine");
    await vi.advanceTimersByTimeAsync(600);
    expect(written).toEqual([["b", "fine"]]);
    expect(save.state).toEqual({ at: "failed", message: "no" });
  });

  it("lets what was typed during a write win over what was being written", async () => {
    const save = make();
    let release = (): void => {};
    hold = new Promise((go) => (release = go));
    save.edit("a", () => "old");
    await vi.advanceTimersByTimeAsync(600);
    save.edit("a", () => "new");
    refuse = "lost the connection";
    release();
    hold = null;
    await vi.advanceTimersByTimeAsync(0);
    expect(save.unsaved("a")).toBe("new");
    refuse = null;
    expect(await save.flush()).toBe(true);
    expect(written.at(-1)).toEqual(["a", "new"]);
  });

  it("tells the window not to close while something can't be saved", async () => {
    const save = make();
    refuse = "read only";
    save.edit("a", () => "kept");
    expect(await save.flush()).toBe(false);
    expect(save.unsaved("a")).toBe("kept");
  });

  it("says nothing of saving when there was nothing to save", async () => {
    const save = make();
    expect(await save.flush()).toBe(true);
    expect(states).toEqual([]);
  });

  it("lets two who ask for all to be written at once both have it", async () => {
    const save = make();
    save.edit("a", () => "1");
    const first = save.flush();
    save.edit("b", () => "2");
    expect(await Promise.all([first, save.flush()])).toEqual([true, true]);
    expect(written).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
  });
});

describe("a change in the queue of writes", () => {
  let done: string[];
  let refused: Record<string, string>;
  let slow: number;
  const queue = (): WriteQueue<string> =>
    new WriteQueue<string>({
      write: async (text, place) => {
        await new Promise((go) => setTimeout(go, slow));
        if (refused[place]) throw new Error(refused[place]);
        done.push(`${place} ${text}`);
      },
      messageOf: (thrown) => (thrown as Error).message,
      isGone: (thrown) => (thrown as Error).message === "gone",
    });
  const make = (name: string) => async (): Promise<string> => {
    await new Promise((go) => setTimeout(go, slow));
    done.push(name);
    return name;
  };
  const later = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    vi.useFakeTimers();
    done = [];
    refused = {};
    slow = 30;
  });
  afterEach(() => vi.useRealTimers());

  it("is neither refused nor put off by typing on, and comes between the words before and after it", async () => {
    const save = queue();
    let text = "";
    const key = async (): Promise<void> => {
      text += "x";
      const now = text;
      save.edit("a", () => now);
      await later(12);
    };
    for (let i = 0; i < 5; i += 1) await key();
    const row = save.change(make("row"));
    for (let i = 0; i < 20; i += 1) await key();
    expect(await row).toBe("row");
    await later(4000);
    expect(done[0]).toBe("a xxxxx");
    expect(done[1]).toBe("row");
    expect(done.at(-1)).toBe(`a ${text}`);
  });

  it("comes in the order in which changes and words were made", async () => {
    const save = queue();
    save.edit("a", () => "1");
    void save.change(make("first"));
    save.edit("b", () => "2");
    void save.change(make("second"));
    save.edit("a", () => "3");
    await later(0);
    save.edit("b", () => "4");
    await later(2000);
    expect(done).toEqual(["a 1", "first", "b 2", "second", "a 3", "b 4"]);
  });

  it("is refused with the reason when words before it are, and what comes behind it is not lost", async () => {
    const save = queue();
    refused.a = "The disk is full.";
    save.edit("a", () => "kept");
    const row = save.change(make("row")).catch((thrown: unknown) => thrown);
    save.edit("b", () => "other");
    await later(1000);
    const why = await row;
    expect(why).toBeInstanceOf(UnsavedWords);
    expect((why as Error).message).toBe("The disk is full.");
    expect(save.unsaved("a")).toBe("kept");
    refused = {};
    await later(3000);
    expect(done).toEqual(["b other", "a kept"]);
  });

  it("is made although words before it have no place any more, since it may bring the place back", async () => {
    const save = queue();
    refused.a = "gone";
    save.edit("a", () => "kept");
    await later(700);
    const back = save.change(async () => {
      refused = {};
      return make("back")();
    });
    await later(100);
    expect(await back).toBe("back");
    await later(5000);
    expect(done).toEqual(["back", "a kept"]);
    expect(save.dirty).toBe(false);
  });

  it("that failed says why, and leaves the queue as it is", async () => {
    const save = queue();
    const row = save.change(() => Promise.reject(new Error("no such row"))).catch((thrown: unknown) => thrown);
    save.edit("a", () => "1");
    await later(1000);
    expect(await row).toEqual(new Error("no such row"));
    expect(done).toEqual(["a 1"]);
    expect(save.changing.count).toBe(0);
  });

  it("never lets refused words be written over newer ones of the same place", async () => {
    const save = queue();
    refused.a = "gone";
    save.edit("a", () => "older");
    await later(700);
    void save.change(make("row"));
    save.edit("a", () => "newer");
    await later(100);
    refused = {};
    await later(10_000);
    expect(done).toEqual(["row", "a newer"]);
  });
});
