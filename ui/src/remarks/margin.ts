// Where the open remarks of reviewers stand on the page of a section.
import type { RemarkView, SectionView } from "../bindings";

/** The open remarks of a section, by the lines of its page. */
export interface Marks {
  /** Those that stand at no line of the page: they are marked beside the heading. */
  heading: readonly RemarkView[];
  /** By the address of an answer (`row/field`) or of a row of a table. */
  at: ReadonlyMap<string, readonly RemarkView[]>;
  /** All of them, each once. */
  all: readonly RemarkView[];
}

export const NO_MARKS: Marks = { heading: [], at: new Map(), all: [] };

/** The remarks that are to be looked at. A reply to an open one does not count besides it. */
export function openOnes(remarks: readonly RemarkView[]): RemarkView[] {
  const open = new Set(remarks.filter((one) => one.state === "open").map((one) => one.row));
  return remarks.filter((one) => one.state === "open" && !(one.reply_to && open.has(one.reply_to)));
}

/** What a remark says, in one line: its words, else the change that it proposes, else the words that it covers. */
export function gistOf(remark: RemarkView): string {
  if (remark.words) return remark.words;
  const change = [remark.quoted, remark.new_words].filter(Boolean).join(" → ");
  return remark.proposes ? change : remark.quoted;
}

/** The lines of a section's page that a remark can stand beside. */
function linesOf(section: SectionView): Set<string> {
  const lines = new Set<string>();
  for (const block of section.parts.flatMap((part) => part.blocks)) {
    if (block.type === "field" && block.cell.asked) lines.add(`${block.row}/${block.field.id}`);
    const table = block.type === "table" ? block : block.type === "rows" ? block.table : null;
    for (const row of table?.groups.flatMap((group) => group.rows) ?? []) lines.add(row.id);
  }
  return lines;
}

/** The open remarks that the page of a section marks, and where. */
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

/** Remarks and everything that answers them, in the order of the list. */
export function withReplies(remarks: readonly RemarkView[], of: readonly RemarkView[]): RemarkView[] {
  const shown = new Set(of.map((one) => one.row));
  // A reply stands after what it answers, so one walk finds the replies to replies too.
  for (const one of remarks) if (one.reply_to && shown.has(one.reply_to) && one.state === "open") shown.add(one.row);
  return remarks.filter((one) => shown.has(one.row));
}
