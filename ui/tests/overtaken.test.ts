// What the window shows while reading, writing and typing overlap. The program answers one call after the other, and
// takes its time for a form.
import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { asOfNow, changed } from "./program";
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
  const at = `${String(args.row)}/${String(args.field)}`;
  if (name === "set_value") {
    history.push({ ...texts });
    texts[at] = (args.value as { value: string } | null)?.value ?? "";
    log.push(`wrote ${texts[at]}`);
    return changed({ fields: [[String(args.row), String(args.field)]] });
  }
  if (name === "project") {
    return asOfNow({ head: { id: "p", title: "P" }, undo, forms: [], providers: [], controllers: [] });
  }
  if (name === "form") {
    const sections = ["1", "2"].map((id) => ({ id, parts: [], text: texts["r/f"] }));
    return asOfNow({ form: args.form, cited: [], sections });
  }
  if (name === "citations") return asOfNow({ citations: {} });
  if (name === "findings") return asOfNow({ findings: [], idle: [] });
  log.push(name);
  if (name === "undo") {
    Object.assign(texts, history.pop());
    return changed({ fields: [["r", "f"]] });
  }
  return name === "add_row" ? changed({ rows: ["new"] }, { row: "new" }) : changed();
}

vi.mock("../src/bridge", async () => (await import("./program")).oneAfterTheOther(answerTo, () => reads));

const { closeProject, model, openProject, openSection, queue, session } = await import("../src/state/session.svelte");
const { addRow, change, undo } = await import("../src/state/changes");
const { notePlace, placeOf, titlePlace } = await import("../src/state/model");
const { PlaceOnPage } = await import("../src/state/place.svelte");
const { toasts } = await import("../src/state/toasts.svelte");

const at = new PlaceOnPage(placeOf("p", "r", "f"));
const type = (value: string): void =>
  model.writeAnswer("p", "r", "f", { value: { kind: "line", value }, by: null }, false);
/** What the program told, as it is shown where nothing newer was typed. */
const shown = (): unknown => (session.section as unknown as { text: string } | null)?.text;
/** What is shown: one's own words, until the program told them. */
const onThePage = (): unknown => {
  const own = at.own?.value;
  return own?.kind === "line" ? own.value : shown();
};
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
    const before = at.replacedAt;
    const seen: unknown[] = [];
    const brought = new Set<number>();
    const stop = watch(() => {
      if (at.replacedAt === before) return;
      brought.add(at.replacedAt);
      seen.push(onThePage());
    });
    await until(undo());
    expect(at.replacedAt).toBeGreaterThan(before);
    expect(onThePage()).toBe("old");
    flushSync();
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen[0]).toBe("old");
    expect(new Set(seen)).toEqual(new Set(["old"]));
    expect(brought.size).toBe(1);
    stop();
  });
});

describe("a reading that is overtaken", () => {
  it.each(DURATIONS)("is never shown over what was written since (%i ms)", async (ms) => {
    reads = ms;
    for (let i = 0; i < 8; i += 1) {
      type(`typed ${i}`);
      void queue.flush();
      await vi.advanceTimersByTimeAsync(i * 25 + 4);
      // Neither while it is written nor once it is acknowledged is anything older shown.
      expect(onThePage()).toBe(`typed ${i}`);
    }
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toBe("typed 7");
    expect(at.own).toBeNull();
  });

  it("is waited for until the next one is there", async () => {
    reads = 80;
    type("older");
    await until(queue.flush());
    const first = model.views?.current();
    type("newer");
    await vi.advanceTimersByTimeAsync(40);
    await until(Promise.all([first, queue.flush()]));
    await until(Promise.resolve(model.views?.current()));
    expect(shown()).toBe("newer");
  });

  it("gives way when another form was opened meanwhile", async () => {
    reads = 60;
    type("typed");
    void queue.flush();
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
    model.writeTitle("p", "New");
    model.writeNote("p", "s", { value: null, doc: () => null, by: null });
    const states: string[] = [];
    const stop = watch(() => void states.push(session.save.at));
    await vi.advanceTimersByTimeAsync(900);
    expect(queue.unsaved(titlePlace("p")) ?? queue.unsaved(notePlace("p", "s"))).toBeUndefined();
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
      "Not done, because what you wrote before could not be saved. It is still here. The disk is full.",
    ]);
    expect(at.own?.value).toEqual({ kind: "line", value: "kept" });
    expect(at.dirty).toBe(true);
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
        return changed();
      }),
    );
    await until(queue.flush());
    expect(texts["r/f"]).toBe("for a row in the trash");
    expect(session.save.at).toBe("saved");
  });
});
