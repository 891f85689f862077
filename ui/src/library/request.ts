// Adds a request to a provider: for an action that the provider offers, or on a topic that its pages do not state.
import { api } from "../api";
import { refusal } from "../bridge";
import { addRow } from "../state/changes";
import { go, here } from "../state/route.svelte";
import { tell, tellRefusal } from "../state/toasts.svelte";
import { t } from "../words";

// While the program adds a request, a second click would add it again.
let busy = false;

/** Adds a request, or goes to the open request for the same action or topic. */
export async function noteRequest(
  provider: string,
  of: { action: string } | { topic: string },
  title: string,
): Promise<void> {
  const project = here.route.project;
  if (!project || busy) return;
  busy = true;
  try {
    const { row, form, section, values } = await api.requestFor(project, provider, of);
    if (row) {
      tell(t("request-open", { title }));
      if (form && section) go({ screen: "form", project, form, section, at: row });
    } else if (await addRow("request", values)) tell(t("request-added", { title }));
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  } finally {
    busy = false;
  }
}
