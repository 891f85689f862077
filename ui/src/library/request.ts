// A request to a provider, from what it offers or from what its pages leave open.
import { api } from "../api";
import { refusal } from "../bridge";
import { addRow } from "../state/changes";
import { go, here } from "../state/route.svelte";
import { tell, tellRefusal } from "../state/toasts.svelte";
import { t } from "../words";

// A second click before the first is done asks for the same request.
let busy = false;

/** Makes a request of it, or goes to the one that is open already. */
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
