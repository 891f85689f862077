// The remarks of reviewers on the open project, as they stand after the last change.
import { api } from "../api";
import { refusal } from "../bridge";
import { marksOf, NO_MARKS } from "../remarks/margin";
import type { Remarks } from "../bindings";
import { session } from "./session.svelte";
import { tellRefusal } from "./toasts.svelte";

class ReviewRemarks {
  told = $state.raw<Remarks | null>(null);
  #project = "";
  /** The open remarks on the page of the section that is open. */
  readonly marks = $derived.by(() => {
    const remarks = this.told?.remarks ?? [];
    const { form, section, overview } = session;
    if (!remarks.length || !form || !section || overview?.head.id !== this.#project) return NO_MARKS;
    return marksOf(remarks, form.form, section);
  });

  /** Reads the remarks of a project. An answer that is older than what is shown, or of another project, is dropped. */
  async read(project: string): Promise<void> {
    if (project !== this.#project) this.forget();
    this.#project = project;
    try {
      const found = await api.remarks(project);
      if (project === this.#project && found.revision >= (this.told?.revision ?? 0)) this.told = found;
    } catch (thrown) {
      if (project === this.#project) tellRefusal(refusal(thrown));
    }
  }

  /** Shows none any more. */
  forget(): void {
    this.#project = "";
    this.told = null;
  }
}

export const review = new ReviewRemarks();
