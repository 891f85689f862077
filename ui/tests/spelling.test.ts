// Unknown words are underlined where they stand, but for the one that is being typed.
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { asked } from "./spelling-program";

vi.mock("../src/bridge", () => import("./spelling-program"));
const { fromWire } = await import("../src/editor/schema");
const { paragraphsOf, spellingOf, unknownIn } = await import("../src/editor/spelling");
const { active } = await import("../src/editor/active.svelte");
const { model } = await import("../src/state/session.svelte");
const { spelling } = await import("../src/state/spelling.svelte");

const words = (text: string) => ({ type: "text", text });
const doc = fromWire({
  type: "doc",
  content: [
    { type: "paragraph", content: [words("It is "), { type: "citation", attrs: { id: "c" } }, words(" wrnog.")] },
    {
      type: "bullet_list",
      content: [{ type: "list_item", content: [{ type: "paragraph", content: [words("wrnog")] }] }],
    },
  ],
});
if (!doc) throw new Error("the document can be read");

let view: EditorView;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(model, "views", "get").mockReturnValue({ project: "p" } as never);
  asked.length = 0;
  spelling.renew();
  view = new EditorView(document.body, { state: EditorState.create({ doc, plugins: [spellingOf()] }) });
});
afterEach(() => {
  view.destroy();
  active.respelling = null;
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const underlined = (): (string | null)[] => [...view.dom.querySelectorAll(".misspelt")].map((e) => e.textContent);
const later = (): Promise<unknown> => vi.advanceTimersByTimeAsync(500);

describe("the words of a text", () => {
  it("are asked by paragraph, with a sign for each citation, and only once", async () => {
    expect(paragraphsOf(doc).map(({ text }) => text)).toEqual(["It is \ufffc wrnog.", "wrnog"]);
    await later();
    expect(underlined()).toEqual(["wrnog", "wrnog"]);
    expect(unknownIn(doc).map(({ from, to }) => doc.textBetween(from, to))).toEqual(["wrnog", "wrnog"]);
    view.dispatch(view.state.tr.insertText("So ", 1));
    await later();
    expect(asked).toEqual([["It is \ufffc wrnog.", "wrnog"], ["So It is \ufffc wrnog."]]);
    expect(underlined()).toEqual(["wrnog", "wrnog"]);
  });

  it("are left alone while the caret is in them", async () => {
    const end = view.state.doc.content.size;
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    view.dispatch(view.state.tr.insertText(" wrnog"));
    expect(view.state.doc.content.size).toBeGreaterThan(end);
    await later();
    expect(underlined()).toEqual(["wrnog", "wrnog"]);
    view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)));
    await later();
    expect(underlined()).toEqual(["wrnog", "wrnog", "wrnog"]);
  });

  it("are reached by a key, from the caret on", async () => {
    await later();
    view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)));
    view.dom.dispatchEvent(new KeyboardEvent("keydown", { key: "F7", altKey: true, bubbles: true, cancelable: true }));
    expect(active.respelling?.word).toBe("wrnog");
    active.respelling?.replace("wrong");
    expect(view.state.doc.textContent).toBe("It is […] wrong.wrnog");
    // The word no longer stands there: nothing is replaced twice.
    active.respelling?.replace("strong");
    expect(view.state.doc.textContent).toBe("It is […] wrong.wrnog");
  });

  it("are reached one after the other, also where the person leaves one as it is", async () => {
    await later();
    view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)));
    const [first, second] = unknownIn(view.state.doc);
    const press = (): number => {
      const key = new KeyboardEvent("keydown", { key: "F7", altKey: true, bubbles: true, cancelable: true });
      view.dom.dispatchEvent(key);
      // Escape closes the list and changes nothing.
      active.respelling = null;
      return view.state.selection.head;
    };
    expect(press(), "the caret goes to the end of the word").toBe(first?.to);
    expect(press(), "the next word").toBe(second?.to);
    expect(press(), "after the last, the first again").toBe(first?.to);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, first?.from ?? 0)));
    expect(press(), "a caret that was moved before the word finds it again").toBe(first?.to);
  });
});
