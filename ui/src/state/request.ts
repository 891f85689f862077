// Adds a request to a provider: for an action that it offers, on a topic that its pages do not state, or to confirm or
// correct a statement.
import { api, type RequestMatter } from "../api";
import { refusal } from "../bridge";
import { addRow, change } from "./changes";
import { go, router } from "./route.svelte";
import { tell, tellRefusal } from "./toasts.svelte";
import type { Preset } from "../bindings";
import { t } from "../words";

// While the program adds a request, a second click would add it again.
let busy = false;

/** Adds the request. A request on a statement pins the statement in the same step. */
async function made(provider: string, of: RequestMatter, values: Preset[]): Promise<boolean> {
  if (!("statement" in of)) return (await addRow("request", values)) !== null;
  return (await change((project) => api.askProvider(project, provider, of))) !== null;
}

/** Adds a request, or goes to the open request on the same matter. */
export async function noteRequest(provider: string, of: RequestMatter, title: string): Promise<void> {
  const project = router.route.project;
  if (!project || busy) return;
  busy = true;
  try {
    const { row, form, section, values } = await api.requestFor(project, provider, of);
    if (row) {
      tell(t("request-open", { title }));
      if (form && section) go({ screen: "form", project, form, section, at: row });
    } else if (await made(provider, of, values)) tell(t("request-added", { title }));
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  } finally {
    busy = false;
  }
}
