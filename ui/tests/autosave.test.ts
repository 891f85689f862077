import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Autosave, type SaveState } from "../src/state/autosave";

describe("autosave", () => {
  let written: [string, string][];
  let states: SaveState["at"][];
  let refuse: string | null;
  let hold: Promise<void> | null;

  function make(): Autosave<string> {
    return new Autosave<string>({
      write: async (key, text) => {
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
});
