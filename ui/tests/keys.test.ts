import { DOMParser as TreeReader } from "prosemirror-model";
import { EditorState, TextSelection, type Command, type Plugin } from "prosemirror-state";
import { describe, expect, it, vi } from "vitest";

import {
  insertCitation,
  insertTable,
  removeTableAtEdge,
  setHeading,
  setLink,
  toggleList,
} from "../src/editor/commands";
import { editorKeys } from "../src/editor/keys";
import { fromWire, schema, toWire } from "../src/editor/schema";

function state(html: string, caret: "start" | "end" | [number, number] = "end"): EditorState {
  const page = new DOMParser().parseFromString(html, "text/html");
  const doc = TreeReader.fromSchema(schema).parse(page.body);
  const selection =
    caret === "start"
      ? TextSelection.atStart(doc)
      : caret === "end"
        ? TextSelection.atEnd(doc)
        : TextSelection.create(doc, ...caret);
  return EditorState.create({ doc, selection });
}
function after(of: EditorState, command: Command): EditorState | null {
  let next: EditorState | null = null;
  const did = command(of, (tr) => (next = of.apply(tr)));
  return did ? (next ?? of) : null;
}
const shape = (of: EditorState | null): string => (of ? of.doc.toString() : "nothing");

/** What a key does: the first of the keymaps that takes it. */
function press(
  of: EditorState,
  key: string,
  mods: Partial<KeyboardEventInit> = {},
  around = { cite: vi.fn(), link: vi.fn() },
): EditorState | null {
  let current = of;
  let did = false;
  const plugins: Plugin[] = editorKeys(around);
  const view = {
    get state() {
      return current;
    },
    dispatch: (tr: never) => {
      current = current.apply(tr);
    },
    endOfTextblock: () => true,
    composing: false,
  } as never;
  const event = new KeyboardEvent("keydown", { key, ...mods });
  for (const plugin of plugins) {
    const handler = plugin.props.handleKeyDown as ((v: never, e: KeyboardEvent) => boolean) | undefined;
    if (handler?.call(plugin, view, event)) {
      did = true;
      break;
    }
  }
  return did ? current : null;
}

describe("keys of the rich text", () => {
  it("Tab leaves a text, and a list too unless the caret is at the start of an item", () => {
    expect(press(state("<p>abc</p>"), "Tab")).toBeNull();
    expect(press(state("<ul><li><p>a</p></li><li><p>b</p></li></ul>"), "Tab")).toBeNull();
    const list = state("<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    const atStart = list.apply(list.tr.setSelection(TextSelection.create(list.doc, list.doc.content.size - 4)));
    expect(shape(press(atStart, "Tab"))).toContain(
      'bullet_list(list_item(paragraph("a"), bullet_list(list_item(paragraph("b")))))',
    );
  });
  it("Ctrl+Shift+C asks for a statement at the caret, Ctrl+Shift+K for an address", () => {
    const around = { cite: vi.fn(), link: vi.fn() };
    press(state("<p>abc</p>"), "C", { ctrlKey: true, shiftKey: true }, around);
    expect(around.cite).toHaveBeenCalledExactlyOnceWith();
    press(state("<p>abc</p>"), "K", { ctrlKey: true, shiftKey: true }, around);
    expect(around.link).toHaveBeenCalledOnce();
  });
  it("Ctrl+Z is left to the project, whose undo reaches across fields", () => {
    expect(press(state("<p>abc</p>"), "z", { ctrlKey: true })).toBeNull();
    expect(press(state("<p>abc</p>"), "k", { ctrlKey: true })).toBeNull();
  });
  it("Enter makes a new item, and ends the list in an empty one", () => {
    const two = press(state("<ul><li><p>a</p></li></ul>"), "Enter");
    expect(shape(two)).toBe('doc(bullet_list(list_item(paragraph("a")), list_item(paragraph)))');
    expect(shape(press(two as EditorState, "Enter"))).toBe('doc(bullet_list(list_item(paragraph("a"))), paragraph)');
  });
});

describe("commands", () => {
  it("turn a list into the other kind and back into text", () => {
    const bullets = after(state("<p>a</p>"), toggleList("bullet_list"));
    const numbers = after(bullets as EditorState, toggleList("ordered_list"));
    expect(shape(numbers)).toBe('doc(ordered_list(list_item(paragraph("a"))))');
    expect(shape(after(numbers as EditorState, toggleList("ordered_list")))).toBe('doc(paragraph("a"))');
  });
  it("set headings at the top only", () => {
    expect(shape(after(state("<p>a</p>"), setHeading(2)))).toBe('doc(heading("a"))');
    expect(after(state("<ul><li><p>a</p></li></ul>"), setHeading(2))).toBeNull();
  });
  it("cite after the words, with a space, in place of what opened the search", () => {
    const at = state("<p>Backups are kept@</p>", [17, 18]);
    const cited = after(at, insertCitation("c-1", 17, 18));
    expect(toWire((cited as EditorState).doc)).toEqual({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Backups are kept " },
            { type: "citation", attrs: { id: "c-1" } },
          ],
        },
      ],
    });
  });
  it("cite even when the text has become shorter meanwhile", () => {
    expect(shape(after(state("<p>a</p>"), insertCitation("c-1", 90, 95)))).toContain("citation");
  });
  it("put a table in with a line after it, and take an empty one out", () => {
    const table = after(state("<p></p>"), insertTable(2, 2)) as EditorState;
    expect(shape(table)).toBe(
      "doc(table(table_row(table_header(paragraph), table_header(paragraph)), table_row(table_cell(paragraph), table_cell(paragraph))), paragraph)",
    );
    expect(fromWire(toWire(table.doc))?.eq(table.doc)).toBe(true);
    expect(shape(after(table, removeTableAtEdge))).toBe("doc(paragraph)");
  });
  it("link the selection, the whole link at the caret, or the address itself", () => {
    const linked = after(state("<p>see this</p>", [5, 9]), setLink("https://example.org")) as EditorState;
    expect(JSON.stringify(toWire(linked.doc))).toContain(
      '"marks":[{"type":"link","attrs":{"href":"https://example.org"}}],"text":"this"',
    );
    const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 7)));
    expect(JSON.stringify(toWire((after(inside, setLink("")) as EditorState).doc))).not.toContain("link");
    expect(
      JSON.stringify(toWire((after(state("<p></p>"), setLink("https://example.org")) as EditorState).doc)),
    ).toContain('"text":"https://example.org"');
  });
});
