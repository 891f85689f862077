// What the window shows while reading, writing and typing overlap. The program answers one call after the other, and
// takes its time for a form.
import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { watch } from "./watch.svelte";

const texts: Record<string, string> = {};
const log: string[] = [];
let history: Record<string, string>[] = [];
let reads = 0;
let refuse: ((name: string, args: Record<string, unknown>) => object | null) | null = null;

function answerTo(name: string, args: Record<string, unknown>): unknown {
  const refused = refuse?.(name, args);
  if (refused) throw refused;
  const undo = { undo: "change of an answer", redo: null };
  if (name === "set_value") {
    history.push({ ...texts });
    texts[`${String(args.row)}/${String(args.field)}`] = (args.value as { value: string } | null)?.value ?? "";
    log.push(`wrote ${texts[`${String(args.row)}/${String(args.field)}`]}`);
  }
  if (name === "undo") Object.assign(texts, history.pop());
  if (!["project", "form", "citations", "set_value"].includes(name)) log.push(name);
  if (name === "project") return { head: { id: "p", title: "P" }, undo, forms: [], providers: [], controllers: [] };
  if (name === "form")
    return { form: args.form, cited: [], sections: ["1", "2"].map((id) => ({ id, parts: [], text: texts["r/f"] })) };
  if (name === "citations") return { citations: {} };
  const row = name === "add_row" ? "new" : null;
  return { project: "p", row, rows: [], citation: null, saved: new Date().toISOString(), undo };
}

vi.mock("../src/bridge", async () => (await import("./program")).oneAfterTheOther(answerTo, () => reads));

const {
  addRow,
  answer,
  queue,
  change,
  closeProject,
  openProject,
  openSection,
  placeOf,
  refresh,
  session,
  undo,
  unsavedAnswer,
  unsavedNote,
  unsavedTitle,
  writeNote,
  writeTitle,
} = await import("../src/state/session.svelte");
const { toasts } = await import("../src/state/toasts.svelte");

const place = { row: "r", field: "f" };
const type = (value: string, at = place): void => answer(at, false, () => ({ ...at, value: { kind: "line", value } }));
const shown = (): unknown => (session.section as unknown as { text: string } | null)?.text;
const full = { code: "disk_full", message: "The disk is full." };
const DURATIONS = Array.from({ length: 21 }, (_, i) => i * 10);

/** Runs the clock until `what` has come. */
async function until<T>(what: Promise<T>): Promise<T> {
  let over = false;
  void what.finally(() => (over = true)).catch(() => {});
  for (let i = 0; i < 2000 && !over; i += 1) await vi.advanceTimersByTimeAsync(5);
  return what;
}

beforeEach(async () => {
  vi.useFakeTimers();
  for (const key of Object.keys(texts)) delete texts[key];
  texts["r/f"] = "old";
  history = [];
  reads = 5;
  refuse = null;
  toasts.length = 0;
  await until(openProject("p"));
  await until(openSection("p", "dpia", "1"));
  flushSync();
  log.length = 0;
});
afterEach(async () => {
  refuse = null;
  await until(queue.flush());
  await vi.advanceTimersByTimeAsync(1000);
  closeProject();
  vi.useRealTimers();
});

describe("undo right after typing", () => {
  it.each(DURATIONS)("has the old text on the page before it says so, when reading a form takes %i ms", async (ms) => {
    reads = ms;
    type("typed");
    const before = session.epoch;
    const seen: unknown[] = [];
    const stop = watch(() => {
      if (session.epoch !== before) seen.push(shown());
    });
    await until(undo());
    expect(session.epoch).toBe(before + 1);
    expect(shown()).toBe("old");
    flushSync();
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen[0]).toBe("old");
    expect(new Set(seen)).toEqual(new Set(["old"]));
    expect(session.epoch).toBe(before + 1);
    stop();
  });
});

describe("a reading that is overtaken", () => {
  it.each(DURATIONS)("is never shown over what was written since (%i ms)", async (ms) => {
    reads = ms;
    const said: unknown[] = [];
    for (let i = 0; i < 8; i += 1) {
      type(`typed ${i}`);
      void queue.flush();
      await vi.advanceTimersByTimeAsync(i * 25 + 4);
      // Once something is acknowledged, a form that has come since must have it.
      if (!queue.dirty) said.push(shown());
      void refresh();
    }
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toBe("typed 7");
    const order = said
      .map(String)
      .filter((s) => s.startsWith("typed"))
      .map((s) => Number(s.slice(6)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("is waited for until the next one is there", async () => {
    reads = 80;
    const first = refresh();
    texts["r/f"] = "newer";
    await vi.advanceTimersByTimeAsync(40);
    const second = refresh();
    await until(first);
    await until(second);
    expect(shown()).toBe("newer");
  });

  it("gives way when another form was opened meanwhile", async () => {
    reads = 60;
    void refresh();
    await vi.advanceTimersByTimeAsync(10);
    await until(openSection("p", "rar", "2"));
    expect(session.form?.form).toBe("rar");
    await vi.advanceTimersByTimeAsync(500);
    expect(session.form?.form).toBe("rar");
    expect(session.section?.id).toBe("2");
  });
});

describe("going to another section", () => {
  it.each([0, 60, 200])("shows there what was just typed (%i ms)", async (ms) => {
    reads = ms;
    type("typed");
    await until(openSection("p", "dpia", "2"));
    expect(session.section?.id).toBe("2");
    expect(shown()).toBe("typed");
  });

  it("shows there what was saved a moment ago, too", async () => {
    type("typed");
    await until(queue.flush());
    await until(openSection("p", "dpia", "2"));
    expect(shown()).toBe("typed");
  });
});

describe("typing on while a row is added", () => {
  it.each([0, 30, 90])("neither refuses the row nor says that words could not be saved (%i ms)", async (ms) => {
    reads = ms;
    const states: string[] = [];
    const stop = watch(() => void states.push(session.save.at));
    let text = "";
    const keys = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) {
        text += "x";
        type(text);
        await vi.advanceTimersByTimeAsync(12);
      }
    };
    await keys(5);
    const leave = queue.flush();
    const row = addRow("risk", []);
    await keys(40);
    expect(await until(row)).toBe("new");
    await leave;
    await until(queue.flush());
    expect(toasts.map((toast) => toast.text)).toEqual([]);
    expect(states).not.toContain("failed");
    expect(log.slice(0, 2)).toEqual(["wrote xxxxx", "add_row"]);
    expect(texts["r/f"]).toBe(text);
    stop();
  });
});

describe("what could not be saved", () => {
  const only = (failing: string) => (name: string) => (name === failing ? full : null);

  it("outweighs what was saved elsewhere, until it is saved itself", async () => {
    refuse = only("set_value");
    type("kept");
    await vi.advanceTimersByTimeAsync(700);
    expect(session.save).toEqual({ at: "failed", message: full.message });
    writeTitle("p", "New");
    writeNote("p", "s", () => null);
    const states: string[] = [];
    const stop = watch(() => void states.push(session.save.at));
    await vi.advanceTimersByTimeAsync(900);
    expect(unsavedTitle("p") ?? unsavedNote("p", "s")).toBeUndefined();
    // A word more at the refused place, and a try at it, are no saving yet.
    type("kept, too");
    await vi.advanceTimersByTimeAsync(700);
    expect(new Set(states)).toEqual(new Set(["failed"]));
    refuse = null;
    await vi.advanceTimersByTimeAsync(70_000);
    expect(texts["r/f"]).toBe("kept, too");
    expect(session.save.at).toBe("saved");
    stop();
  });

  it("keeps a change from being made, says so, and stays", async () => {
    refuse = only("set_value");
    type("kept");
    expect(await until(addRow("risk", []))).toBeNull();
    await until(undo());
    expect(log).toEqual([]);
    expect(session.save.at).toBe("failed");
    expect(toasts.filter((toast) => toast.refused).map((toast) => toast.text)).toEqual([
      "Not done, because what you wrote before it could not be saved. It is still here. The disk is full.",
    ]);
    expect(unsavedAnswer(placeOf("p", "r", "f"))?.value).toEqual({ kind: "line", value: "kept" });
    refuse = null;
    await until(addRow("risk", []));
    expect(log).toEqual(["wrote kept", "add_row"]);
    expect(session.save.at).toBe("saved");
  });

  it("is in the way of nothing when its row is gone, so that the row can be brought back", async () => {
    let gone = true;
    refuse = (name) => (name === "set_value" && gone ? { code: "not_found", message: "The row is not there." } : null);
    type("for a row in the trash");
    await vi.advanceTimersByTimeAsync(700);
    expect(session.save.at).toBe("failed");
    await until(
      change(async () => {
        gone = false;
        return { project: "p", rows: [], saved: new Date().toISOString(), undo: { undo: null, redo: null } } as never;
      }),
    );
    await until(queue.flush());
    expect(texts["r/f"]).toBe("for a row in the trash");
    expect(session.save.at).toBe("saved");
  });
});
