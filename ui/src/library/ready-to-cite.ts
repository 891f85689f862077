// Passages that are ready to cite: the person chose them while reading, and no answer cites them yet.
import type { CitationView } from "../bindings";
import { api } from "../api";
import { change } from "../state/changes";
import { go, here } from "../state/route.svelte";
import { session } from "../state/session.svelte";
import { tell } from "../state/toasts.svelte";
import { t } from "../words";
import { isPassage } from "./passage";

/** The citations of passages that the open form has in no answer, newest first; those published as they were cited. */
export function readyToCite(): CitationView[] {
  const cited = new Set(session.form?.cited);
  return Object.values(session.citations)
    .filter(({ citation, current }) => current !== false && isPassage(citation.statement) && !cited.has(citation.id))
    .sort((a, b) => b.citation.pinned.localeCompare(a.citation.pinned));
}

/** Cites a passage in the open project, and says how it comes into an answer; leads back to the one last written in. */
export async function makeReadyToCite(name: string): Promise<void> {
  const done = await change((project) => api.cite(project, name));
  if (!done) return;
  const { subject, form, section } = session;
  const project = here.route.project;
  const back =
    subject?.at && form && section && project
      ? {
          screen: "form" as const,
          project,
          form: form.form,
          section: section.id,
          at: `${subject.at.row}/${subject.at.field}`,
        }
      : null;
  tell(t("passage-cited"), {
    about: "cited",
    long: true,
    ...(back ? { action: { label: t("passage-back"), run: () => go(back) } } : {}),
  });
}
