import { describe, expect, it } from "vitest";

import { fromWire, isAddress, isBlank, schema, toWire } from "../src/editor/schema";

const p = (...content: unknown[]): unknown => ({ type: "paragraph", content });
const text = (words: string, ...marks: unknown[]): unknown =>
  marks.length ? { type: "text", text: words, marks } : { type: "text", text: words };

describe("the tree on the wire", () => {
  it("comes back as it came, with every node and mark there is", () => {
    const tree = {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 2 }, content: [text("Backups")] },
        p(text("Bold", { type: "strong" }), { type: "hard_break" }, text("both", { type: "strong" }, { type: "em" }), {
          type: "citation",
          attrs: { id: "c-1" },
        }),
        p(text("link", { type: "link", attrs: { href: "https://example.org/" } })),
        {
          type: "bullet_list",
          content: [
            {
              type: "list_item",
              content: [
                p(text("a")),
                {
                  type: "ordered_list",
                  attrs: { start: 3 },
                  content: [{ type: "list_item", content: [p(text("b"))] }],
                },
              ],
            },
          ],
        },
        {
          type: "table",
          content: [
            {
              type: "table_row",
              content: [
                { type: "table_header", content: [p(text("Who"))] },
                { type: "table_header", content: [{ type: "paragraph" }] },
              ],
            },
            {
              type: "table_row",
              content: [
                { type: "table_cell", content: [p(text("Æsa"))] },
                { type: "table_cell", content: [p(text("ß λ Ж"))] },
              ],
            },
          ],
        },
      ],
    };
    const doc = fromWire(tree);
    expect(doc).not.toBeNull();
    expect(toWire(doc!)).toEqual(tree);
  });

  it("takes an empty text as one empty line to write in", () => {
    for (const empty of [null, undefined, { type: "doc", content: [] }, { type: "doc" }]) {
      const doc = fromWire(empty);
      expect(doc && isBlank(doc)).toBe(true);
    }
  });

  it("does not open a text it can't hold, since saving would lose it", () => {
    expect(fromWire({ type: "doc", content: [{ type: "video", attrs: { src: "x" } }] })).toBeNull();
    expect(fromWire({ type: "doc", content: [{ type: "list_item", content: [p(text("stray"))] }] })).toBeNull();
  });

  it("names nodes and marks as the program does", () => {
    expect(Object.keys(schema.nodes).sort()).toEqual([
      "bullet_list",
      "citation",
      "doc",
      "hard_break",
      "heading",
      "list_item",
      "ordered_list",
      "paragraph",
      "table",
      "table_cell",
      "table_header",
      "table_row",
      "text",
    ]);
    expect(Object.keys(schema.marks).sort()).toEqual(["em", "link", "strong"]);
  });

  it("takes only addresses that lead somewhere harmless", () => {
    expect(isAddress("https://example.org/a?b=c")).toBe(true);
    expect(isAddress("mailto:dpo@example.org")).toBe(true);
    for (const bad of ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "example.org", "https://a b"])
      expect(isAddress(bad), bad).toBe(false);
  });
});
