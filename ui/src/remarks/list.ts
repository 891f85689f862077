// The remarks that are listed, and their order.
import type { RemarkState, RemarkView } from "../bindings";

export interface RemarkFilter {
  state: "all" | RemarkState;
  /** The author; empty for all authors. */
  by: string;
  /** The number of the review round in which the remark came back; null for any. */
  round: number | null;
  /** The row of the returned file with the remark; empty for any. */
  file: string;
  /** Only remarks without a place. */
  withoutPlace: boolean;
}

export const STATES: readonly RemarkState[] = ["open", "accepted", "answered", "declined", "done"];
export const OPEN_REMARKS: RemarkFilter = { state: "open", by: "", round: null, file: "", withoutPlace: false };
export const ALL_REMARKS: RemarkFilter = { ...OPEN_REMARKS, state: "all" };

/** The remarks that fit the filter. A reply stands after the remark that it replies to, where both fit. */
export function listed(remarks: readonly RemarkView[], filter: RemarkFilter): RemarkView[] {
  const fits = remarks.filter(
    (one) =>
      (filter.state === "all" || one.state === filter.state) &&
      (!filter.by || one.by === filter.by) &&
      (filter.round === null || one.round === filter.round) &&
      (!filter.file || one.file === filter.file) &&
      (!filter.withoutPlace || !one.place),
  );
  const known = new Set(fits.map((one) => one.row));
  const replies = (to: string): RemarkView[] =>
    fits.filter((one) => one.reply_to === to).flatMap((one) => [one, ...replies(one.row)]);
  return fits.filter((one) => !one.reply_to || !known.has(one.reply_to)).flatMap((one) => [one, ...replies(one.row)]);
}
