// Which sections somebody called ready for review, and which of these marks still count.
import type { FormSummary, ProjectOverview, ReadySection } from "../bindings";

/** The mark on a section; none where nobody called it ready. */
export const readyOf = (overview: ProjectOverview | null, form: string, section: string): ReadySection | undefined =>
  overview?.ready?.find((one) => one.form === form && one.section === section);

/** Whether a mark counts: nothing in the section has changed since. */
export const counts = (mark: ReadySection | undefined): boolean => !!mark && !mark.changed;

/** How many sections of a form are ready, of how many. */
export function readyIn(overview: ProjectOverview, form: FormSummary): { ready: number; sections: number } {
  const ready = form.sections.filter((section) => counts(readyOf(overview, form.form, section.id))).length;
  return { ready, sections: form.sections.length };
}

/** A section that is not ready, with the mark that does not count any more. */
export interface Unready {
  form: FormSummary;
  section: FormSummary["sections"][number];
  mark: ReadySection | undefined;
}

/** The sections that are not ready, in the order of the forms. Nothing where nobody called any section ready. */
export function unready(overview: ProjectOverview | null): Unready[] {
  if (!overview?.ready?.length) return [];
  return overview.forms.flatMap((form) =>
    form.sections
      .map((section) => ({ form, section, mark: readyOf(overview, form.form, section.id) }))
      .filter(({ mark }) => !counts(mark)),
  );
}
