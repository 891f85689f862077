// How a revision of a provider's pages is named.
import type { RevisionSummary } from "../bindings";
import { day, t } from "../words";

/** A revision by the day of its pages, or by its name where the day is not known. */
export function revisionName(of: RevisionSummary): string {
  return of.day ? day(of.day) : t("revision-named", { revision: of.revision });
}

/** A provider with the day of its pages, or the name of their revision where the day is not known. */
export function headOf(of: RevisionSummary): string {
  return t("provider-pages-of", { provider: of.provider_name, revision: revisionName(of) });
}

/** What stands above the words of two revisions. */
export function headsOf(before: RevisionSummary, now: RevisionSummary): { before: string; now: string } {
  return {
    before: t("pages-of", { revision: revisionName(before) }),
    now: t("pages-of", { revision: revisionName(now) }),
  };
}
