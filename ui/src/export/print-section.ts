// Writes the open section as a PDF and opens it. A person prints this PDF, not the window.
import { api } from "../api";
import { chooseSavePath, openFile, refusal } from "../bridge";
import { today } from "../fields/month";
import { exportName, keepPath, suggestedPath } from "../kit/export-name";
import { savedFirst } from "../state/changes";
import { session } from "../state/session.svelte";
import { tell, tellRefusal } from "../state/toasts.svelte";
import { t } from "../words";

/** The key under which the folder and name of these files are remembered. */
const KIND = "section";

let busy = false;

/**
 * Asks the person for a path, writes the open section there as a PDF, and opens it. The program that opens it can
 * print.
 */
export async function printSection(): Promise<void> {
  const { form, section, overview } = session;
  if (busy || !form || !section || !overview) return;
  busy = true;
  try {
    if (!(await savedFirst())) return;
    const { id, title, version } = overview.head;
    const what = `${form.short} ${section.id} ${section.title}`;
    const named = { date: today(), what, project: title, version, draft: t("export-name-draft") };
    const key = `${KIND}:${id}:${form.form}:${section.id}`;
    const offered = suggestedPath(key, exportName(named), version);
    const out = await chooseSavePath(offered);
    if (!out) return;
    keepPath(key, offered, out, version);
    const sections = [section.id];
    await api.export({ project: id, form: form.form, out, sections, without_summary: true });
    tell(t("print-section-done", { section: `${section.id} ${section.title}` }));
    await openFile(out);
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  } finally {
    busy = false;
  }
}
