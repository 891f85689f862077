// Turns the blocks of a page into parts to draw: nested lists, tables, and boxes around other parts.
import type { Passage, PageBlock } from "../../bindings";

export type OtherBlock = Exclude<PageBlock, { kind: "passage" }>;

/** An item of a list: its passages and the lists below it, in their order. */
export interface Item {
  ordinal: number | null;
  inside: Part[];
}

/** A part of a page. `key` stays the same as long as the page does. */
export type Part = { key: string } & (
  | { kind: "block"; block: OtherBlock }
  | { kind: "passage"; passage: Passage }
  | { kind: "list"; ordered: boolean; items: Item[] }
  | { kind: "table"; columns: number; head: Passage[]; rows: Passage[] }
  | { kind: "terms"; passages: Passage[] }
  | { kind: "box"; title: string; parts: Part[] }
);

type List = Extract<Part, { kind: "list" }>;

/** The parts of a page from its blocks. */
export function partsOf(body: readonly PageBlock[]): Part[] {
  const parts: Part[] = [];
  let run: Passage[] = [];
  const end = (): void => {
    parts.push(...passageParts(run, 0));
    run = [];
  };
  for (const [at, block] of body.entries()) {
    if (block.kind === "passage") run.push(block.passage);
    else {
      end();
      parts.push({ key: `b${at}`, kind: "block", block });
    }
  }
  end();
  return parts;
}

/** The parts of passages that follow each other. `within` is the number of boxes around them that are already made. */
function passageParts(passages: readonly Passage[], within: number): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < passages.length;) {
    const title = passages[at]?.boxes?.[within];
    let to = at + 1;
    while (to < passages.length && passages[to]?.boxes?.[within] === title) to += 1;
    const same = passages.slice(at, to);
    if (title === undefined) parts.push(...plainParts(same));
    else parts.push({ key: `x${same[0]?.number}`, kind: "box", title, parts: passageParts(same, within + 1) });
    at = to;
  }
  return parts;
}

/** The parts of passages that stand in the same boxes. */
function plainParts(passages: readonly Passage[]): Part[] {
  const parts: Part[] = [];
  for (const passage of passages) {
    const { shape } = passage;
    const last = parts.at(-1);
    const key = `p${passage.number}`;
    if (shape.shape === "item") putItem(parts, passage, shape, 1);
    else if (shape.shape === "row") {
      // Rows of headings that follow each other are the head of one table.
      const table = last?.kind === "table" && !(shape.head && last.rows.length) ? last : null;
      const into = table ?? { key, kind: "table" as const, columns: 0, head: [], rows: [] };
      (shape.head ? into.head : into.rows).push(passage);
      into.columns = Math.max(into.columns, passage.cells.length);
      if (!table) parts.push(into);
    } else if (shape.shape === "definition") {
      if (last?.kind === "terms") last.passages.push(passage);
      else parts.push({ key, kind: "terms", passages: [passage] });
    } else parts.push({ key, kind: "passage", passage });
  }
  return parts;
}

/** Adds an item to the list at the end of `parts`, or below the last item of that list where the new item is deeper. */
function putItem(
  parts: Part[],
  passage: Passage,
  shape: { depth: number; ordinal?: number; continues?: boolean },
  depth: number,
): void {
  const last = parts.at(-1);
  const list = last?.kind === "list" ? last : null;
  const key = `p${passage.number}`;
  const below = list?.items.at(-1);
  if (below && shape.depth > depth) {
    putItem(below.inside, passage, shape, depth + 1);
    return;
  }
  const itself: Part = { key, kind: "passage", passage };
  if (below && shape.continues) {
    below.inside.push(itself);
    return;
  }
  const ordinal = shape.ordinal ?? null;
  const item: Item = { ordinal, inside: [itself] };
  if (list?.ordered === (ordinal !== null)) list.items.push(item);
  else parts.push({ key: `l${passage.number}`, kind: "list", ordered: ordinal !== null, items: [item] } satisfies List);
}
