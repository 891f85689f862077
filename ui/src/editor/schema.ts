// The nodes and marks of rich text. Their names are those of the program's tree, so that a document needs no
// conversion.
import { Schema, type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec } from "prosemirror-model";

/** Gives the words of a citation in the text: its number in the report. The window sets this once. */
let citationLabel: (id: string) => string = () => "…";
export function setCitationLabel(label: (id: string) => string): void {
  citationLabel = label;
}

const cellAttrs = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } };

const nodes = {
  doc: { content: "(flow | heading)+" },
  paragraph: {
    content: "inline*",
    group: "flow",
    parseDOM: [{ tag: "p" }],
    toDOM: (): DOMOutputSpec => ["p", 0],
  },
  heading: {
    attrs: { level: { default: 1, validate: "number" } },
    content: "(text | citation)*",
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
    // The headings inside an answer stand below those of the section and the part.
    toDOM: (node: Node): DOMOutputSpec => [`h${(node.attrs.level as number) + 3}`, 0],
  },
  bullet_list: {
    content: "list_item+",
    group: "flow",
    parseDOM: [{ tag: "ul" }],
    toDOM: (): DOMOutputSpec => ["ul", 0],
  },
  ordered_list: {
    attrs: { start: { default: 1, validate: "number" } },
    content: "list_item+",
    group: "flow",
    parseDOM: [{ tag: "ol", getAttrs: (dom: HTMLElement) => ({ start: Number(dom.getAttribute("start") ?? 1) || 1 }) }],
    toDOM: (node: Node): DOMOutputSpec =>
      node.attrs.start === 1 ? ["ol", 0] : ["ol", { start: String(node.attrs.start) }, 0],
  },
  list_item: {
    content: "paragraph flow*",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: (): DOMOutputSpec => ["li", 0],
  },
  table: {
    content: "table_row+",
    group: "flow",
    tableRole: "table",
    isolating: true,
    parseDOM: [{ tag: "table" }],
    toDOM: (): DOMOutputSpec => ["table", ["tbody", 0]],
  },
  table_row: {
    content: "(table_cell | table_header)+",
    tableRole: "row",
    parseDOM: [{ tag: "tr" }],
    toDOM: (): DOMOutputSpec => ["tr", 0],
  },
  table_header: {
    attrs: cellAttrs,
    content: "paragraph",
    tableRole: "header_cell",
    isolating: true,
    parseDOM: [{ tag: "th" }],
    // A screen reader would announce a header cell without words.
    toDOM: (node: Node): DOMOutputSpec => [node.textContent ? "th" : "td", 0],
  },
  table_cell: {
    attrs: cellAttrs,
    content: "paragraph",
    tableRole: "cell",
    isolating: true,
    parseDOM: [{ tag: "td" }],
    toDOM: (): DOMOutputSpec => ["td", 0],
  },
  text: { group: "inline" },
  hard_break: {
    inline: true,
    group: "inline",
    selectable: false,
    leafText: () => "\n",
    parseDOM: [{ tag: "br" }],
    toDOM: (): DOMOutputSpec => ["br"],
  },
  citation: {
    attrs: { id: { validate: "string" } },
    inline: true,
    group: "inline",
    atom: true,
    marks: "",
    leafText: (node: Node) => `[${citationLabel(node.attrs.id as string)}]`,
    parseDOM: [{ tag: "span[data-citation]", getAttrs: (dom: HTMLElement) => ({ id: dom.dataset.citation }) }],
    toDOM: (node: Node): DOMOutputSpec => [
      "span",
      { class: "cite", "data-citation": node.attrs.id as string },
      citationLabel(node.attrs.id as string),
    ],
  },
} satisfies Record<string, NodeSpec>;

const marks = {
  strong: {
    parseDOM: [
      { tag: "strong" },
      { tag: "b", getAttrs: (dom: HTMLElement) => (dom.style.fontWeight === "normal" ? false : null) },
      { style: "font-weight", getAttrs: (value: string) => (/^(bold(er)?|[6-9]\d{2})$/.test(value) ? null : false) },
    ],
    toDOM: (): DOMOutputSpec => ["strong", 0],
  },
  em: {
    parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
    toDOM: (): DOMOutputSpec => ["em", 0],
  },
  link: {
    attrs: { href: { validate: "string" } },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom: HTMLElement) => {
          const href = dom.getAttribute("href") ?? "";
          return isAddress(href) ? { href } : false;
        },
      },
    ],
    toDOM: (mark): DOMOutputSpec => ["a", { href: mark.attrs.href as string, rel: "noreferrer" }, 0],
  },
} satisfies Record<string, MarkSpec>;

/** Whether an address is one that a text may hold. */
export function isAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(href);
}

export const schema = new Schema({ nodes, marks });

/**
 * Makes a document from the tree that the program sent; null where the tree cannot be read. Such a text is shown as
 * empty, and the next save does not overwrite it.
 */
export function fromWire(json: unknown): Node | null {
  const tree = json as { content?: unknown[] } | null | undefined;
  if (!tree?.content?.length) return schema.topNodeType.createAndFill();
  try {
    const doc = schema.nodeFromJSON(tree);
    doc.check();
    return doc;
  } catch {
    return null;
  }
}

interface Wire {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Wire[];
  [more: string]: unknown;
}

/** The tree of a document as the program takes it: without the attributes of cells that only the editor needs. */
export function toWire(doc: Node): unknown {
  const strip = (node: Wire): Wire => {
    const { attrs, ...rest } = node;
    const bare = node.type === "table_cell" || node.type === "table_header" || !attrs ? rest : { ...rest, attrs };
    return node.content ? { ...bare, content: node.content.map(strip) } : bare;
  };
  return strip(doc.toJSON() as Wire);
}

/** Whether a document has no content. */
export function isBlank(doc: Node): boolean {
  return doc.childCount === 1 && doc.firstChild?.type.name === "paragraph" && doc.firstChild.content.size === 0;
}
