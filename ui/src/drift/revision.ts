// Names of the revisions of a provider's pages.
import type { RevisionSummary } from "../bindings";
import { day, t } from "../words";

/** The name of a revision: the day of its pages, or its id where the day is not known. */
export function revisionName(of: RevisionSummary): string {
  return of.day ? day(of.day) : t("revision-named", { revision: of.revision });
}

/** The provider with the day of its pages, or with the id of the revision where the day is not known. */
export function headOf(of: RevisionSummary): string {
  return t("provider-pages-of", { provider: of.provider_name, revision: revisionName(of) });
}

/** The headings above the words of two revisions. */
export function headsOf(before: RevisionSummary, now: RevisionSummary): { before: string; now: string } {
  return {
    before: t("pages-of", { revision: revisionName(before) }),
    now: t("pages-of", { revision: revisionName(now) }),
  };
}
