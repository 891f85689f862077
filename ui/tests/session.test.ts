import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

// The program behind the window, reduced to what it was asked.
const asked: string[] = [];
let refuse: string | null = null;
const changed = {
  project: "p",
  row: null,
  rows: [],
  citation: null,
  saved: "2026-11-22T12:00:00Z",
  undo: { undo: "change of an answer", redo: null },
};
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    asked.push(name === "set_value" ? `set_value ${JSON.stringify(args.value)}` : name);
    if (refuse === name) throw { code: "read_only", message: "The file can't be written to." };
    if (name === "project") return { head: { id: "p" }, undo: changed.undo, forms: [], providers: [], controllers: [] };
    if (name === "form") return { form: "rar", sections: [{ id: "1" }], cited: [] };
    if (name === "citations") return { citations: {} };
    return changed;
  },
}));

const { answer, openProject, openSection, placeOf, queue, session, undo, unsavedAnswer } =
  await import("../src/state/session.svelte");
const line = (value: string) => () => ({ row: "r", field: "f", value: { kind: "line" as const, value } });
const place = { row: "r", field: "f" };

describe("the open project", () => {
  beforeEach(async () => {
    vi.useFakeTimers();
    refuse = null;
    await openProject("p");
    flushSync();
    asked.length = 0;
  });
  afterEach(async () => {
    refuse = null;
    await queue.flush();
    vi.useRealTimers();
  });

  it("undo writes what was just typed first, so that this is what is undone, then reads all again", async () => {
    answer(place, false, line("typed"));
    const before = session.epoch;
    await undo();
    expect(asked).toEqual(['set_value {"kind":"line","value":"typed"}', "undo", "project", "citations"]);
    expect(session.epoch).toBe(before + 1);
  });

  it("an answer is written once after a pause, with the project it was typed in", async () => {
    answer(place, false, line("t"));
    answer(place, false, line("ty"));
    expect(queue.isDirty(placeOf("p", "r", "f"))).toBe(true);
    await vi.advanceTimersByTimeAsync(600);
    expect(asked.filter((what) => what.startsWith("set_value"))).toEqual(['set_value {"kind":"line","value":"ty"}']);
    expect(session.save.at).toBe("saved");
  });

  it("a choice is written at once", async () => {
    answer(place, true, line("chosen"));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked[0]).toContain("chosen");
  });

  it("a refused save is said, and its text stays for the next screen that shows the place", async () => {
    refuse = "set_value";
    answer(place, false, line("kept"));
    await vi.advanceTimersByTimeAsync(600);
    expect(session.save).toEqual({ at: "failed", message: "The file can't be written to." });
    expect(unsavedAnswer(placeOf("p", "r", "f"))?.value).toEqual({ kind: "line", value: "kept" });
  });

  it("another section of the open form is there without asking; another form is read", async () => {
    session.form = { form: "dpia", sections: [{ id: "1" }, { id: "2" }], cited: [] } as never;
    await openSection("p", "dpia", "2");
    expect(session.section?.id).toBe("2");
    expect(asked).toEqual([]);
    await openSection("p", "rar", "1");
    expect(asked).toEqual(["form"]);
    session.form = null;
    session.section = null;
  });

  it("reading again after a save waits for the typing to pause, and is not repeated", async () => {
    answer(place, true, line("a"));
    await vi.advanceTimersByTimeAsync(20);
    answer(place, true, line("b"));
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.filter((what) => what === "project")).toHaveLength(1);
  });
});
