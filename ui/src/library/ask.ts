// Asks a provider a question in the person's own words, as a request of the project.
import { api } from "../api";
import { refusal } from "../bridge";
import type { Preset, Value } from "../bindings";
import { addRow } from "../state/changes";
import { tell, tellRefusal } from "../state/toasts.svelte";
import { t } from "../words";

/** The first values of a request on a topic, with the person's words in place of the question. The provider stays. */
export function inWords(values: readonly Preset[], words: string): Preset[] {
  return values.map(({ field, value }, at): Preset => {
    // The first value names the provider.
    const asked: Value = value.kind === "text" ? { kind: "text", value: words } : { kind: "line", value: words };
    return { field, value: at === 0 ? value : asked };
  });
}

/** Adds a request with these words. Returns whether it was added. */
export async function ask(project: string, provider: { id: string; name: string }, words: string): Promise<boolean> {
  try {
    const topic = (await api.library(project)).topics[0]?.id;
    if (!topic) return false;
    const { values } = await api.requestFor(project, provider.id, { topic });
    if (!(await addRow("request", inWords(values, words)))) return false;
    tell(t("search-asked", { provider: provider.name, words }));
    return true;
  } catch (thrown) {
    tellRefusal(refusal(thrown));
    return false;
  }
}
