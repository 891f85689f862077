// A page as an import gives it, in words made up for the tests.
import type { Inline, PageBlock, PageView, Passage, PassageShape } from "../src/bindings";

export const words = (text: string): Inline[] => (text ? [{ type: "text", text }] : []);

/** A passage; its words as plain text, or cell by cell. */
export function passage(
  number: number,
  shape: PassageShape,
  cells: string | Inline[][],
  boxes: string[] = [],
): PageBlock & { kind: "passage" } {
  const of: Passage = { number, shape, cells: typeof cells === "string" ? [words(cells)] : cells, boxes, line: number };
  return { kind: "passage", passage: of };
}
export const heading = (level: number, text: string): PageBlock => ({ kind: "heading", level, text });

const item = (depth: number, more: { ordinal?: number; continues?: boolean } = {}): PassageShape => ({
  shape: "item",
  depth,
  ...more,
});
const row = (head: boolean): PassageShape => ({ shape: "row", head });
const paragraph: PassageShape = { shape: "paragraph" };

export const body: PageBlock[] = [
  passage(1, paragraph, [
    [
      { type: "text", text: "Home folders are copied every night to " },
      { type: "text", text: "another", marks: [{ type: "strong" }] },
      { type: "text", text: " building, see " },
      {
        type: "text",
        text: "the list of places",
        marks: [{ type: "link", attrs: { href: "https://example.org/places" } }],
      },
      { type: "text", text: "." },
    ],
  ]),
  heading(2, "What is copied"),
  passage(2, item(1), "Home folders"),
  passage(3, item(2), "and what lies in them"),
  passage(4, item(1, { continues: true }), "Not the scratch folder."),
  passage(5, item(1), "Project folders"),
  passage(6, item(1, { ordinal: 3 }), "Write to the service desk"),
  passage(7, item(1, { ordinal: 4 }), "Name the folder"),
  heading(2, "How long"),
  passage(8, row(true), [words("Folder"), words("Copies"), words("Kept")]),
  passage(9, row(false), [words("Home"), words("nightly"), words("30 days")]),
  passage(10, row(false), [words("Scratch"), words("none")]),
  passage(11, { shape: "quote" }, "What is not copied cannot be brought back."),
  passage(12, { shape: "definition", term: true }, "Copy"),
  passage(13, { shape: "definition", term: false }, "A second place for the same file."),
  passage(14, { shape: "code" }, "restore --from monday\nls -l home"),
  passage(15, paragraph, "Scratch has no copy.", ["Warning"]),
  passage(16, item(1), "Move results away.", ["Warning"]),
  passage(17, paragraph, "Run the command.", ["Warning", "Linux"]),
  passage(18, { shape: "note", label: "1" }, "Since January."),
];

export const pageView: PageView = {
  page: {
    id: "north/backup",
    title: "Copies of folders",
    address: "https://example.org/backup",
    revision: "Revision 4f2a",
    captured: "2026-05-04",
    order: 1,
    body,
  },
  statements: {},
  actions: {},
  revision: "2",
  origin: "imported",
  passages: {},
  gone: [],
};
