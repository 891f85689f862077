// Passages that are ready to cite: the person chose them while reading, and no answer cites them yet.
import type { CitationView } from "../bindings";
import { api } from "../api";
import { change } from "../state/changes";
import { go, router } from "../state/route.svelte";
import { session } from "../state/session.svelte";
import { tell } from "../state/toasts.svelte";
import { t } from "../words";
import { isPassage } from "./passage";

/**
 * The citations of passages that no answer of the open form has, newest first. Only those whose words are still
 * published.
 */
export function readyToCite(): CitationView[] {
  const cited = new Set(session.form?.cited);
  return Object.values(session.citations)
    .filter(({ citation, current }) => current !== false && isPassage(citation.statement) && !cited.has(citation.id))
    .sort((a, b) => b.citation.pinned.localeCompare(a.citation.pinned));
}

/**
 * Cites a passage in the open project, and tells the person how to put the citation into an answer. The message leads
 * back to the answer that the person wrote in last.
 */
export async function makeReadyToCite(name: string): Promise<void> {
  const done = await change((project) => api.cite(project, name));
  if (!done) return;
  const { subject, form, section } = session;
  const project = router.route.project;
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
