// The places of the open remarks on the page of a section.
import type { RemarkView, SectionView } from "../bindings";

/** The open remarks of a section, by the lines of its page. */
export interface Marks {
  /** The remarks that belong to no line of the page. They are marked beside the heading. */
  heading: readonly RemarkView[];
  /** The remarks by the address of an answer (`row/field`) or of a row of a table. */
  at: ReadonlyMap<string, readonly RemarkView[]>;
  /** All remarks of the section, each once. */
  all: readonly RemarkView[];
}

export const NO_MARKS: Marks = { heading: [], at: new Map(), all: [] };

/** The open remarks to show. A reply to an open remark is not counted separately. */
export function openOnes(remarks: readonly RemarkView[]): RemarkView[] {
  const open = new Set(remarks.filter((one) => one.state === "open").map((one) => one.row));
  return remarks.filter((one) => one.state === "open" && !(one.reply_to && open.has(one.reply_to)));
}

/** A remark in one line: its words, or what it does besides, or its proposed change, or the words that it marks. */
export function gistOf(remark: RemarkView): string {
  if (remark.words) return remark.words;
  const change = [remark.quoted, remark.new_words].filter(Boolean).join(" → ");
  return remark.told || (remark.proposes ? change : remark.quoted);
}

/** The addresses of the lines that a remark can stand beside, on the page of a section. */
function linesOf(section: SectionView): Set<string> {
  const lines = new Set<string>();
  for (const block of section.parts.flatMap((part) => part.blocks)) {
    if (block.type === "field" && block.cell.asked) lines.add(`${block.row}/${block.field.id}`);
    const table = block.type === "table" ? block : block.type === "rows" ? block.table : null;
    for (const row of table?.groups.flatMap((group) => group.rows) ?? []) lines.add(row.id);
  }
  return lines;
}

/** The open remarks that the page of a section marks, with their places. */
export function marksOf(remarks: readonly RemarkView[], form: string, section: SectionView): Marks {
  const open = openOnes(remarks);
  if (open.length === 0) return NO_MARKS;
  const lines = linesOf(section);
  const at = new Map<string, RemarkView[]>();
  const heading: RemarkView[] = [];
  const all: RemarkView[] = [];
  for (const one of open) {
    const answer = one.at_row && one.at_field ? `${one.at_row}/${one.at_field}` : "";
    const line = [answer, one.at_row ?? ""].find((place) => lines.has(place));
    if (line) {
      const there = at.get(line);
      if (there) there.push(one);
      else at.set(line, [one]);
    } else if (one.form === form && one.section === section.id) heading.push(one);
    else continue;
    all.push(one);
  }
  return { heading, at, all };
}

/** The remarks of `of` and all open replies to them, in the order of `remarks`. */
export function withReplies(remarks: readonly RemarkView[], of: readonly RemarkView[]): RemarkView[] {
  const shown = new Set(of.map((one) => one.row));
  // A reply stands after the remark that it replies to, so one pass also finds replies to replies.
  for (const one of remarks) if (one.reply_to && shown.has(one.reply_to) && one.state === "open") shown.add(one.row);
  return remarks.filter((one) => shown.has(one.row));
}
