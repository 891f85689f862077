// Answers on the page while they are written, saved, read again and undone: no words of before come back by themselves.
import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { FieldKind } from "../src/bindings";
import { asOfNow, changed } from "./program";

let stored: Record<string, unknown> = {};
let before: Record<string, unknown> = {};
let reads = 0;

const doc = (text: string): unknown => ({
  type: "doc",
  content: [text ? { type: "paragraph", content: [{ type: "text", text }] } : { type: "paragraph" }],
});
const undoState = { undo: "change of an answer", redo: null };

function answerTo(name: string, args: Record<string, unknown>): unknown {
  if (name === "set_value") {
    before = { ...stored };
    stored[`${String(args.row)}/${String(args.field)}`] = structuredClone({ value: args.value ?? null, doc: args.doc });
    return changed({ fields: [["r", "f"]] });
  }
  if (name === "undo") {
    stored = before;
    return changed({ fields: [["r", "f"]] });
  }
  if (name === "project")
    return asOfNow({ head: { id: "p", title: "P" }, undo: undoState, forms: [], providers: [], controllers: [] });
  if (name === "form") {
    const sections = ["1", "2"].map((id) => ({ id, parts: [], stored }));
    return structuredClone(asOfNow({ form: "dpia", cited: [], sections }));
  }
  if (name === "citations") return asOfNow({ citations: {} });
  return changed();
}
vi.mock("../src/bridge", async () => (await import("./program")).oneAfterTheOther(answerTo, () => reads));

const { closeProject, openProject, openSection, queue } = await import("../src/state/session.svelte");
const { change, undo } = await import("../src/state/changes");
const { default: Page } = await import("./Page.svelte");

const wait = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
};
async function until<T>(what: Promise<T>): Promise<T> {
  let over = false;
  void what.finally(() => (over = true)).catch(() => {});
  for (let i = 0; i < 2000 && !over; i += 1) await wait(5);
  return what;
}

let page: Record<string, never> | null = null;
async function open(kind: FieldKind, value: unknown, text = ""): Promise<HTMLElement[]> {
  stored = { "r/f": { value, doc: doc(text) } };
  await until(openProject("p"));
  await until(openSection("p", "dpia", "1"));
  page = mount(Page, { target: document.body, props: { kind } }) as Record<string, never>;
  flushSync();
  return [...document.querySelectorAll<HTMLElement>(".cell")];
}
const box = (cell: HTMLElement | undefined): HTMLElement =>
  cell?.querySelector<HTMLElement>(".rich, textarea") as HTMLElement;
const shownIn = (el: HTMLElement): string | null => (el instanceof HTMLTextAreaElement ? el.value : el.textContent);
/** Types at the end of a text, as a key stroke does. */
async function key(el: HTMLElement, letters: string): Promise<void> {
  if (el instanceof HTMLTextAreaElement) {
    el.value += letters;
    el.dispatchEvent(new InputEvent("input", { bubbles: true }));
  } else {
    const { active } = await import("../src/editor/active.svelte");
    const view = active.view!;
    expect(view.dom).toBe(el);
    view.dispatch(view.state.tr.insertText(letters, view.state.doc.content.size - 1));
  }
  flushSync();
}
async function enter(el: HTMLElement): Promise<void> {
  if (document.activeElement && document.activeElement !== document.body)
    (document.activeElement as HTMLElement).blur();
  el.focus();
  el.dispatchEvent(new FocusEvent("focus"));
  await tick();
}

beforeEach(() => {
  vi.useFakeTimers();
  reads = 60;
});
afterEach(async () => {
  await until(queue.flush());
  await wait(1500);
  if (page) await unmount(page);
  page = null;
  document.body.replaceChildren();
  closeProject();
  vi.useRealTimers();
});

describe("an open text", () => {
  it.each([0, 40, 80, 120, 160, 200])("has what undo brought back before the next key (%i ms)", async (ms) => {
    reads = ms;
    const [cell] = await open("text", null, "old");
    const el = box(cell);
    await enter(el);
    await key(el, " and new");
    await until(undo());
    flushSync();
    expect(el.textContent).toBe("old");
    await key(el, "!");
    await wait(2000);
    expect((stored["r/f"] as { doc: unknown }).doc).toEqual(doc("old!"));
  });

  it("takes what a form says that was read later, when nothing was written in it", async () => {
    const [cell] = await open("text", null, "old");
    await enter(box(cell));
    (stored["r/f"] as { doc: unknown }).doc = doc("from elsewhere");
    await until(change(async () => changed()));
    expect(box(cell).textContent).toBe("from elsewhere");
  });

  it("keeps its words while the caret is in it, however the program tidied them", async () => {
    const [cell] = await open("text", null, "old");
    await enter(box(cell));
    await key(box(cell), " ");
    await wait(610);
    (stored["r/f"] as { doc: unknown }).doc = doc("old");
    await wait(1000);
    expect(box(cell).textContent).toBe("old ");
  });
});

describe("an answer that stands twice on the page", () => {
  it.each(["text", "line"] as const)("is written on from either place (%s)", async (kind) => {
    const [one, other] = await open(kind, { kind: "line", value: "old" }, "old");
    await enter(box(one));
    await key(box(one), " one");
    await enter(box(other));
    await wait(0);
    await key(box(other), " two");
    await enter(box(one));
    await wait(0);
    await key(box(one), " three");
    await wait(2000);
    const said = stored["r/f"] as { value: { value: string } | null; doc: unknown };
    if (kind === "text") expect(said.doc).toEqual(doc("old one two three"));
    else expect(said.value?.value).toBe("old one two three");
    for (const cell of [one, other]) expect(shownIn(box(cell))).toBe("old one two three");
  });
});

describe("a line", () => {
  it("keeps what was typed while a change elsewhere is made and read", async () => {
    const [cell] = await open("line", { kind: "line", value: "" });
    const el = box(cell) as HTMLTextAreaElement;
    await enter(el);
    await key(el, "abc");
    void change(async () => changed());
    for (let i = 0; i < 40; i += 1) {
      await wait(5);
      expect(el.value).toBe("abc");
    }
  });
});

describe("while undo is on its way", () => {
  const delays = [5, 20, 60, 100, 130, 160, 240];
  const cases = (["text", "line"] as const).flatMap((kind) => delays.map((ms) => [kind, ms] as const));

  it.each(cases)("a %s takes the next keys into what undo brings back (%i ms)", async (kind, ms) => {
    reads = 120;
    const [cell] = await open(kind, kind === "line" ? { kind, value: "old" } : null, "old");
    const el = box(cell);
    await enter(el);
    await key(el, " and new");
    const undone = undo();
    await wait(ms);
    await key(el, "!");
    await key(el, "?");
    await until(undone);
    expect(shownIn(el)).toBe("old!?");
    await wait(2000);
    expect(shownIn(el)).toBe("old!?");
    const { value, doc: tree } = stored["r/f"] as { value: unknown; doc: unknown };
    if (kind === "line") expect(value).toEqual({ kind: "line", value: "old!?" });
    else expect(tree).toEqual(doc("old!?"));
  });
});

describe("a day", () => {
  it("shows what undo brought back", async () => {
    const [cell] = await open("date", { kind: "date", value: "2026-01-02" });
    const el = box(cell) as HTMLTextAreaElement;
    await enter(el);
    el.value = "";
    await key(el, "2026-03-04");
    await until(undo());
    expect(el.value, "as a person types it, since they are still there").toBe("02.01.2026");
  });
});

describe("a reason", () => {
  it("that undo brought back is not replaced by the earlier one when the answer is chosen anew", async () => {
    const [cell] = await open("yes_no", { kind: "yes_no", value: { answer: true, reason: "old" } }, "old");
    await enter(box(cell));
    await key(box(cell), " and new");
    await until(undo());
    const no = [...(cell?.querySelectorAll("input") ?? [])][1] as HTMLInputElement;
    no.checked = true;
    no.dispatchEvent(new Event("change", { bubbles: true }));
    await wait(1000);
    expect((stored["r/f"] as { doc: unknown }).doc).toEqual(doc("old"));
  });
});
