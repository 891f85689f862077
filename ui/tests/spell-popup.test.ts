// The words offered for an unknown word stay under the keys while the project is renewed.
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const asked: Record<string, unknown>[] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    if (name === "suggest_spelling") asked.push(args);
    return name === "suggest_spelling" ? { words: ["processor", "process"] } : {};
  },
}));
vi.mock("../src/kit/placement", () => ({ openAt: () => () => {} }));
const { fromWire } = await import("../src/editor/schema");
const { active } = await import("../src/editor/active.svelte");
const { session } = await import("../src/state/session.svelte");
const { default: SpellPopup } = await import("../src/editor/SpellPopup.svelte");

const doc = fromWire({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "A procesor" }] }],
});
if (!doc) throw new Error("the document can be read");
const overview = (id: string, revision: number) => ({ head: { id }, revision }) as never;
const words = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-testid=spell-popup] .word")];

let view: EditorView;
let popup: Record<string, never>;
beforeEach(async () => {
  asked.length = 0;
  session.overview = overview("p", 1);
  view = new EditorView(document.body, { state: EditorState.create({ doc }) });
  popup = mount(SpellPopup, { target: document.body }) as Record<string, never>;
  active.respelling = {
    owner: view,
    element: view.dom,
    word: "procesor",
    place: () => new DOMRect(),
    replace: () => {},
    focus: () => view.focus(),
  };
  await vi.waitFor(() => {
    flushSync();
    expect(words().length).toBe(2);
  });
});
afterEach(async () => {
  active.respelling = null;
  await unmount(popup);
  view.destroy();
});

it("keeps the focus on a word while a change is saved", () => {
  const [first] = words();
  first?.focus();
  session.overview = overview("p", 2);
  flushSync();
  expect(document.activeElement).toBe(first);
  expect(asked.length).toBe(1);
});

it("asks again in another project, which has words of its own", async () => {
  session.overview = overview("q", 1);
  await vi.waitFor(() => {
    flushSync();
    expect(asked.map(({ project }) => project)).toEqual(["p", "q"]);
  });
});

it("stands in the dialog of its field, outside of which nothing can be reached", async () => {
  active.respelling = null;
  flushSync();
  const dialog = document.body.appendChild(document.createElement("dialog"));
  const element = dialog.appendChild(document.createElement("textarea"));
  const focus = vi.fn();
  active.respelling = {
    owner: element,
    element,
    word: "procesor",
    place: () => new DOMRect(),
    replace: () => {},
    focus,
  };
  await vi.waitFor(() => {
    flushSync();
    expect(words().length).toBe(2);
  });
  expect(dialog.querySelector("[data-testid=spell-popup]")).not.toBeNull();
  words()[0]?.click();
  flushSync();
  expect(focus).toHaveBeenCalled();
  expect(document.querySelector("[data-testid=spell-popup]")).toBeNull();
  dialog.remove();
});
