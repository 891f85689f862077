// The commands of the toolbar and the keys on a text, and whether each applies at the caret.
import { setBlockType } from "prosemirror-commands";
import type { MarkType, Node } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { TextSelection, type Command, type EditorState } from "prosemirror-state";
import { isInTable, tableNodeTypes } from "prosemirror-tables";

import { schema } from "./schema";

const { nodes } = schema;
type ListName = "bullet_list" | "ordered_list";

export function hasMark(state: EditorState, mark: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return !!mark.isInSet(state.storedMarks ?? $from.marks());
  return state.doc.rangeHasMark(from, to, mark);
}

/** The innermost list around the caret. */
export function listAround(state: EditorState): ListName | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const name = $from.node(depth).type.name;
    if (name === "bullet_list" || name === "ordered_list") return name;
  }
  return null;
}

/** The level of the heading at the caret; 0 for plain text. */
export function headingAt(state: EditorState): number {
  const parent = state.selection.$from.parent;
  return parent.type === nodes.heading ? (parent.attrs.level as number) : 0;
}

/** Makes the paragraphs a list, turns a list into the other kind, or ends it. */
export function toggleList(name: ListName): Command {
  return (state, dispatch) => {
    const around = listAround(state);
    if (around === name) return liftListItem(nodes.list_item)(state, dispatch);
    if (!around) return wrapInList(nodes[name])(state, dispatch);
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type.name !== around) continue;
      dispatch?.(
        state.tr.setNodeMarkup($from.before(depth), nodes[name], name === "ordered_list" ? { start: 1 } : null),
      );
      return true;
    }
    return false;
  };
}

/** Sets a heading of this level, or plain text with 0. */
export function setHeading(level: number): Command {
  return level === 0 ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level });
}

/** A table of `rows` and `columns`, its first row the header, with the caret in the first cell. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false;
    const { $from } = state.selection;
    // After the block at the top level: a table inside a list reads badly on paper.
    const at = $from.depth ? $from.after(1) : state.doc.content.size;
    if (dispatch) {
      const types = tableNodeTypes(schema);
      const row = (type: Node["type"]): Node =>
        nodes.table_row.create(
          null,
          Array.from({ length: columns }, () => type.createAndFill() as Node),
        );
      const body = Array.from({ length: rows - 1 }, () => row(types.cell));
      const table = nodes.table.create(null, [row(types.header_cell), ...body]);
      const blank = $from.depth === 1 && $from.parent.type === nodes.paragraph && $from.parent.content.size === 0;
      const from = blank ? $from.before(1) : at;
      const tr = state.tr.replaceWith(from, at, table);
      // A line below the table, so that the person can go on writing there.
      const end = from + table.nodeSize;
      if (end === tr.doc.content.size) tr.insert(end, nodes.paragraph.create());
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView());
    }
    return true;
  };
}

/** Backspace at the start of an otherwise empty table removes it. */
export const removeTableAtEdge: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset !== 0) return false;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type !== nodes.table) continue;
    if (node.textContent !== "" || $from.pos > $from.start(depth) + 3) return false;
    dispatch?.(state.tr.delete($from.before(depth), $from.after(depth)));
    return true;
  }
  return false;
};

/** The address of the link at the caret. */
export function linkAt(state: EditorState): string | null {
  const { $from, from, to, empty } = state.selection;
  let href: string | null = null;
  if (empty) {
    href = (schema.marks.link.isInSet($from.marks())?.attrs.href as string | undefined) ?? null;
  } else {
    state.doc.nodesBetween(from, to, (node) => {
      href ??= (schema.marks.link.isInSet(node.marks)?.attrs.href as string | undefined) ?? null;
    });
  }
  return href;
}

/** Links the selection, or the address itself where nothing is selected; an empty address takes the link away. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const link = schema.marks.link;
    let { from, to } = state.selection;
    const { $from, empty } = state.selection;
    const tr = state.tr;
    if (empty && link.isInSet($from.marks())) {
      // The whole link that the caret is in.
      $from.parent.forEach((node, offset) => {
        const start = $from.start() + offset;
        if (start <= $from.pos && $from.pos <= start + node.nodeSize && link.isInSet(node.marks)) {
          from = start;
          to = start + node.nodeSize;
        }
      });
    }
    if (href === "") tr.removeMark(from, to, link);
    else if (from === to) tr.insert(from, schema.text(href, [link.create({ href })]));
    else tr.removeMark(from, to, link).addMark(from, to, link.create({ href }));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Puts a citation in place of `from` to `to`. A caret that stands there goes behind it; another one stays. */
export function insertCitation(id: string, from: number, to: number): Command {
  return (state, dispatch) => {
    const size = state.doc.content.size;
    const start = Math.min(from, size);
    const end = Math.min(Math.max(to, start), size);
    const before = state.doc.resolve(start).nodeBefore;
    const tr = state.tr.delete(start, end);
    // A citation follows its words after a space, as a footnote number in running text.
    const space = before?.isText && !/\s$/.test(before.text ?? "") ? [schema.text(" ")] : [];
    tr.insert(start, [...space, nodes.citation.create({ id })]);
    const after = start + space.length + 1;
    const { to: caret } = state.selection;
    if (start <= caret && caret <= end) tr.setSelection(TextSelection.near(tr.doc.resolve(after)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
