import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Derived } from "../src/bindings";
import { asOfNow, changed } from "./program";

// The program behind the window, reduced to what it was asked.
const asked: string[] = [];
let refuse: string | null = null;
let derives = true;
const undoState = { undo: "change of an answer", redo: null };
const overview = (): object =>
  asOfNow({ head: { id: "p" }, undo: undoState, forms: [], providers: [], controllers: [] });
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    asked.push(name === "set_value" ? `set_value ${JSON.stringify(args.value)}` : name);
    if (refuse === name) throw { code: "read_only", message: "The file can't be written to." };
    if (name === "project") return overview();
    if (name === "form") return asOfNow({ form: args.form, sections: [{ id: "1" }, { id: "2" }], cited: [] });
    if (name === "citations") return asOfNow({ citations: {} });
    if (name === "findings") return asOfNow({ findings: [], idle: [] });
    const { revision: since } = overview() as { revision: number };
    const answer = changed({ fields: [["r", "f"]] });
    if (!derives) return answer;
    const form = { form: "dpia", since, sections: [], cited: null };
    return { ...answer, derived: { since, overview: overview(), citations: {}, gone: [], form } as unknown as Derived };
  },
}));

const { closeProject, model, openProject, openSection, queue, session } = await import("../src/state/session.svelte");
const { change, undo, undoOnly } = await import("../src/state/changes");
const { dismiss, toasts } = await import("../src/state/toasts.svelte");
const { FieldAnswer } = await import("../src/fields/answer.svelte");
const { takeAnswerBack } = await import("../src/fields/removed-words");
const { placeOf } = await import("../src/state/model");
const type = (value: string, soon = false): void =>
  model.writeAnswer("p", "r", "f", { value: { kind: "line", value }, by: null }, soon);

describe("the open project", () => {
  beforeEach(async () => {
    vi.useFakeTimers();
    refuse = null;
    derives = true;
    await openProject("p");
    flushSync();
    asked.length = 0;
  });
  afterEach(async () => {
    refuse = null;
    await queue.flush();
    closeProject();
    vi.useRealTimers();
  });

  it("undo writes what was just typed first, so that this is what is undone, and shows what it brought", async () => {
    type("typed");
    const place = placeOf("p", "r", "f");
    const before = model.answers.replacedAt(place);
    const stop = model.answers.watch(place, () => {});
    await openSection("p", "dpia", "1");
    await undo();
    expect(asked).toEqual(['set_value {"kind":"line","value":"typed"}', "form", "undo"]);
    expect(model.answers.replacedAt(place)).toBeGreaterThan(before);
    stop();
  });

  it("the button of a message takes back its own change, and nothing that was made or typed since", async () => {
    const replaced = await change(async () => changed({ fields: [["r", "f"]] }));
    if (!replaced) throw new Error("the change was refused");
    type("typed since");
    await undoOnly(replaced);
    expect(asked, "the typed words are written, and not undone").toContain(
      'set_value {"kind":"line","value":"typed since"}',
    );
    expect(asked).not.toContain("undo");
    expect(toasts.at(-1)?.text).toContain("Not undone, because the project changed since. Press Ctrl+Z");
    const last = await change(async () => changed({ fields: [["r", "f"]] }));
    if (last) await undoOnly(last);
    expect(asked.at(-1)).toBe("undo");
    for (const toast of [...toasts]) dismiss(toast.id);
  });

  it("an answer that was taken back comes back only where no other was given since", async () => {
    const noted = { kind: "choice", value: { option: "no", note: "Asked twice." } } as const;
    const other = { kind: "choice", value: { option: "yes", note: "By letter." } } as const;
    const answer = new FieldAnswer({ row: "r", field: "f" }, () => ({ value: noted }) as never);
    takeAnswerBack(answer, null);
    toasts.at(-1)?.action?.run();
    expect(answer.value).toEqual(noted);
    takeAnswerBack(answer, null);
    const message = toasts.at(-1);
    answer.set(other, { soon: true });
    message?.action?.run();
    expect(answer.value, "newer words stay").toEqual(other);
    expect([toasts.at(-1)?.words, toasts.at(-1)?.text.includes("Not brought back")]).toEqual(["Asked twice.", true]);
    for (const toast of [...toasts]) dismiss(toast.id);
  });

  it("a project that the person left again is not opened behind another screen", async () => {
    const opening = openProject("q");
    closeProject();
    await opening;
    expect([model.views, asked.includes("project")]).toEqual([null, false]);
    await openProject("p");
    asked.length = 0;
    const other = openProject("q");
    await openProject("p");
    await other;
    expect([model.views?.project, session.overview?.head.id]).toEqual(["p", "p"]);
  });

  it("an answer is written once after a pause, with the project it was typed in", async () => {
    type("t");
    type("ty");
    expect(model.answers.isUnsaved(placeOf("p", "r", "f"))).toBe(true);
    await vi.advanceTimersByTimeAsync(600);
    expect(asked.filter((what) => what.startsWith("set_value"))).toEqual(['set_value {"kind":"line","value":"ty"}']);
    expect(session.save.at).toBe("saved");
  });

  it("a choice is written at once", async () => {
    type("chosen", true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked[0]).toContain("chosen");
  });

  it("a refused save is said, and its text stays for the next screen that shows the place", async () => {
    refuse = "set_value";
    type("kept");
    await vi.advanceTimersByTimeAsync(600);
    expect(session.save).toEqual({ at: "failed", message: "The file can't be written to." });
    expect(model.answers.own(placeOf("p", "r", "f"))?.value).toEqual({ kind: "line", value: "kept" });
  });

  it("another section of the open form is there without asking; another form is read", async () => {
    await openSection("p", "dpia", "1");
    asked.length = 0;
    await openSection("p", "dpia", "2");
    expect(session.section?.id).toBe("2");
    expect(asked).toEqual([]);
    await openSection("p", "rar", "1");
    expect(asked).toEqual(["form"]);
    expect(session.form?.form).toBe("rar");
  });

  it("nothing is read again after a save: what it derived is shown", async () => {
    await openSection("p", "dpia", "1");
    asked.length = 0;
    type("a", true);
    await vi.advanceTimersByTimeAsync(20);
    type("b", true);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.filter((what) => !what.startsWith("set_value"))).toEqual([]);
    expect(model.views?.form?.revision).toBe(model.views?.known);
  });

  it("what was not derived is read once, not once for each of the changes that came meanwhile", async () => {
    await openSection("p", "dpia", "1");
    asked.length = 0;
    derives = false;
    type("a", true);
    type("b", true);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.filter((what) => what === "project")).toHaveLength(1);
    expect(asked.filter((what) => what === "form")).toHaveLength(1);
    expect(model.views?.form?.revision).toBe(model.views?.known);
  });
});
