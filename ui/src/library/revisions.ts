// The revisions of a provider's pages, in their order.
import type { RevisionSummary, RevisionView } from "../bindings";

/** A provider's revisions, each before those that follow it. */
export function oldestFirst(revisions: readonly RevisionView[], provider: string): RevisionView[] {
  const left = revisions.filter((one) => one.provider === provider);
  const ordered: RevisionView[] = [];
  while (left.length) {
    const waits = (one: RevisionView): boolean => left.some((other) => other.revision === one.follows);
    // Each revision follows another one only where they form a circle, which the program refuses.
    const at = Math.max(
      0,
      left.findIndex((one) => !waits(one)),
    );
    ordered.push(...left.splice(at, 1));
  }
  return ordered;
}

/** The summary of a revision, as a comparison of two names it. */
export function summaryOf({ provider, provider_name, revision, captured }: RevisionView): RevisionSummary {
  return { provider, provider_name, revision, day: captured };
}
