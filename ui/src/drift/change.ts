// What became of what is published: which changes tell most, and which leave the words as they were.
import type { DriftItem, PassageChange, PublishedWords, StatementChange } from "../bindings";

/** What tells most comes first. */
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

/** Whether a change is one of place or links, and not of words: it is told, and asks for no attention. */
export function keepsWords(change: StatementChange | PassageChange): boolean {
  return change === "moved" || change === "relinked";
}

/** Items that changed in the same way. */
export interface ChangeGroup {
  change: StatementChange;
  items: DriftItem[];
  /** Those of them that have the same words. */
  same: DriftItem[];
}

/** The items by what changed; in each group, those that have the same words stand last. */
export function groupsOf(items: readonly DriftItem[]): ChangeGroup[] {
  return ORDER.flatMap((change) => {
    const those = items.filter((item) => item.change === change);
    const same = those.filter(hasSameWords);
    return those.length ? [{ change, items: [...those.filter((item) => !hasSameWords(item)), ...same], same }] : [];
  });
}

/** The citations that the items stand on, each once: a judgement and an answer may stand on the same one. */
export function citationsOf(items: readonly DriftItem[]): string[] {
  return [...new Set(items.flatMap((item) => item.citation ?? []))];
}

/** What is cited from now on where nobody chooses: the same statement, else the one that says it now. */
function goesOnAs(item: DriftItem): PublishedWords | null {
  return (
    item.now.find((one) => one.statement === item.statement) ?? (item.now.length === 1 ? (item.now[0] ?? null) : null)
  );
}

/** Whether the citation goes on in the very words that it has. */
function hasSameWords(item: DriftItem): boolean {
  return item.citation !== null && keepsWords(item.change) && goesOnAs(item)?.words === item.before;
}

/** Whether it can be called still true without a look at what is published now in several places. */
export function goesOnInOne(item: DriftItem): boolean {
  return item.now.length === 1 || hasSameWords(item);
}

/** What tells an item from all others. */
export function itemKey(item: DriftItem): string {
  return `${item.kind} ${item.citation ?? ""} ${item.row ?? ""} ${item.statement}`;
}
