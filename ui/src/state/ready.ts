// The sections that people marked ready for review, and whether a mark still counts.
import type { FormSummary, ProjectOverview, ReadySection } from "../bindings";

/** The mark of a section; undefined where there is none. */
export const readyOf = (overview: ProjectOverview | null, form: string, section: string): ReadySection | undefined =>
  overview?.ready?.find((one) => one.form === form && one.section === section);

/** Whether a mark counts: nothing in the section changed since it was set. */
export const counts = (mark: ReadySection | undefined): boolean => !!mark && !mark.changed;

/** The number of ready sections of a form, and the number of its sections. */
export function readyIn(overview: ProjectOverview, form: FormSummary): { ready: number; sections: number } {
  const ready = form.sections.filter((section) => counts(readyOf(overview, form.form, section.id))).length;
  return { ready, sections: form.sections.length };
}

/** A section that is not ready, with its mark if that no longer counts. */
export interface Unready {
  form: FormSummary;
  section: FormSummary["sections"][number];
  mark: ReadySection | undefined;
}

/**
 * The sections that are not ready, in the order of the forms. Empty where no section has a mark: the project does not
 * use them.
 */
export function unready(overview: ProjectOverview | null): Unready[] {
  if (!overview?.ready?.length) return [];
  return overview.forms.flatMap((form) =>
    form.sections
      .map((section) => ({ form, section, mark: readyOf(overview, form.form, section.id) }))
      .filter(({ mark }) => !counts(mark)),
  );
}
