// Finds words on a page, and cuts the words of a passage where marks, emphasis and links begin and end.
import type { Inline, PageBlock } from "../../bindings";

/** A stretch of words that was found on the page. */
export interface Match {
  /** For example `h3` for a heading, the fourth block; `12.0` for the first cell of passage 12. */
  place: string;
  from: number;
  to: number;
}

export const headingPlace = (block: number): string => `h${block}`;
export const cellPlace = (passage: number, cell: number): string => `${passage}.${cell}`;

/** The words of a cell without emphasis and links. */
export function plain(cell: readonly Inline[]): string {
  return cell.map((one) => (one.type === "text" ? one.text : one.type === "hard_break" ? "\n" : "")).join("");
}

/** Every place of a page with its words, from top to bottom. */
export function* places(body: readonly PageBlock[]): Generator<{ place: string; words: string }> {
  for (const [at, block] of body.entries()) {
    if (block.kind === "heading") yield { place: headingPlace(at), words: block.text };
    else if (block.kind === "passage") {
      for (const [cell, inlines] of block.passage.cells.entries())
        yield { place: cellPlace(block.passage.number, cell), words: plain(inlines) };
    }
  }
}

/** The words in lower case with the same length, and with a space for every white space. */
function folded(words: string): string {
  let out = "";
  for (const letter of words) {
    const lower = letter.toLowerCase();
    out += /\s/.test(letter) ? " " : lower.length === letter.length ? lower : letter;
  }
  return out;
}

/** Finds words on the page, from top to bottom. Upper and lower case count as the same. */
export function findOn(body: readonly PageBlock[], words: string): Match[] {
  const sought = folded(words.trim().replace(/\s+/g, " "));
  if (!sought) return [];
  const found: Match[] = [];
  for (const { place, words: there } of places(body)) {
    const text = folded(there);
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
      found.push({ place, from: at, to: at + sought.length });
  }
  return found;
}

/** A run of words with the same look. */
export interface TextRun {
  text: string;
  strong: boolean;
  em: boolean;
  href: string | null;
  /** The index of the mark that the run lies in; null for none. */
  mark: number | null;
}

/** The words of a cell in runs: cut where emphasis, links and `marks` begin and end. */
export function textRunsOf(cell: readonly Inline[], marks: readonly { from: number; to: number }[]): TextRun[] {
  const runs: TextRun[] = [];
  let start = 0;
  for (const inline of cell) {
    const text = plain([inline]);
    const end = start + text.length;
    const link = inline.type === "text" ? inline.marks?.find((m) => m.type === "link") : undefined;
    const has = (type: string): boolean => inline.type === "text" && !!inline.marks?.some((m) => m.type === type);
    const look = { strong: has("strong"), em: has("em"), href: link?.type === "link" ? link.attrs.href : null };
    const inner = marks.flatMap(({ from, to }) => [from, to]).filter((cut) => start < cut && cut < end);
    const cuts = [...new Set([start, ...inner, end])].sort((a, b) => a - b);
    for (const [at, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[at + 1] ?? end;
      const mark = marks.findIndex((m) => m.from <= from && to <= m.to);
      runs.push({ text: text.slice(from - start, to - start), ...look, mark: mark < 0 ? null : mark });
    }
    start = end;
  }
  return runs;
}
