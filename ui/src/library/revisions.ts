// The states of a provider's pages, in their order.
import type { RevisionSummary, RevisionView } from "../bindings";

/** A provider's revisions, each before those that follow it. */
export function oldestFirst(revisions: readonly RevisionView[], provider: string): RevisionView[] {
  const left = revisions.filter((one) => one.provider === provider);
  const ordered: RevisionView[] = [];
  while (left.length) {
    const waits = (one: RevisionView): boolean => left.some((other) => other.revision === one.follows);
    // None is free only where they follow each other in a circle, which the program refuses.
    const at = Math.max(
      0,
      left.findIndex((one) => !waits(one)),
    );
    ordered.push(...left.splice(at, 1));
  }
  return ordered;
}

/** A revision as it is named where two are compared. */
export function summaryOf({ provider, provider_name, revision, captured }: RevisionView): RevisionSummary {
  return { provider, provider_name, revision, day: captured };
}
