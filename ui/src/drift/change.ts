// How published words changed: the order of the changes, and which changes keep the words.
import type { DriftItem, PassageChange, PublishedWords, StatementChange } from "../bindings";

/** The most important change comes first. */
const ORDER: readonly StatementChange[] = [
  "removed",
  "narrowed",
  "reworded",
  "widened",
  "relinked",
  "moved",
  "new",
  "unchanged",
];

/** Whether a change is only one of place or links, not of words. Such a change is listed and asks for no attention. */
export function keepsWords(change: StatementChange | PassageChange): boolean {
  return change === "moved" || change === "relinked";
}

/** Items that changed in the same way. */
export interface ChangeGroup {
  change: StatementChange;
  items: DriftItem[];
  /** The items of the group that have the same words. */
  same: DriftItem[];
}

/** Groups the items by their change. In each group, items with the same words stand last. */
export function groupsOf(items: readonly DriftItem[]): ChangeGroup[] {
  return ORDER.flatMap((change) => {
    const those = items.filter((item) => item.change === change);
    const same = those.filter(hasSameWords);
    return those.length ? [{ change, items: [...those.filter((item) => !hasSameWords(item)), ...same], same }] : [];
  });
}

/** The citations that the items use, each once: a judgement and an answer may use the same citation. */
export function citationsOf(items: readonly DriftItem[]): string[] {
  return [...new Set(items.flatMap((item) => item.citation ?? []))];
}

/**
 * The published words that are cited from now on where the person chooses none: those of the same statement, else the
 * only ones that there are.
 */
function goesOnAs(item: DriftItem): PublishedWords | null {
  return (
    item.now.find((one) => one.statement === item.statement) ?? (item.now.length === 1 ? (item.now[0] ?? null) : null)
  );
}

/** Whether the words that are cited from now on are the words of the citation. */
function hasSameWords(item: DriftItem): boolean {
  return item.citation !== null && keepsWords(item.change) && goesOnAs(item)?.words === item.before;
}

/** Whether the person can call it still true without choosing between several published words. */
export function goesOnInOne(item: DriftItem): boolean {
  return item.now.length === 1 || hasSameWords(item);
}

/** A key that tells an item from all others. */
export function itemKey(item: DriftItem): string {
  return `${item.kind} ${item.citation ?? ""} ${item.row ?? ""} ${item.statement}`;
}
