// Whether the pages of the report stand beside the form.
import { Pane } from "../state/pane.svelte";

export const reportPages = new Pane("vurder-report-pages", false);
