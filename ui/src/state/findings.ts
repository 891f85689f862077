// The findings after a change, and how they are sorted and counted.
import type { Derived, FindingCounts, Findings, FindingView } from "../bindings";

/** The number of open findings of each weight, and of waived ones. */
export function countsOf(findings: readonly FindingView[]): FindingCounts {
  const counts: FindingCounts = { law: 0, standard: 0, advice: 0, waived: 0 };
  for (const finding of findings) counts[finding.open ? finding.severity : "waived"] += 1;
  return counts;
}

/**
 * The findings after a change. Where the change does not apply to `before`, the findings stay as they are and are asked
 * for again.
 */
export function followed(before: Findings, derived: Derived, revision: number): Findings {
  if (before.revision !== derived.since) return before;
  // The program in tests may send no findings.
  const change = derived.findings ?? null;
  if (!change) return { ...before, revision };
  const known = new Map(before.findings.map((finding) => [finding.key, finding]));
  for (const finding of change.came) known.set(finding.key, finding);
  const order = change.order ?? before.findings.map((finding) => finding.key);
  const findings = order.flatMap((key) => known.get(key) ?? []);
  if (findings.length !== order.length) return before;
  return { ...before, revision, findings, idle: change.idle, counts: countsOf(findings) };
}

/** The open findings of a section. */
export const findingsOf = (findings: readonly FindingView[], form = "", section = ""): FindingView[] =>
  findings.filter((one) => one.place.form === form && one.place.section === section && one.open);

/** The address of a finding on the page of its section. */
export function placeOfFinding({ place }: FindingView): string {
  if (place.row) return place.field ? `${place.row}/${place.field}` : place.row;
  return `part:${place.part}`;
}
