// The remarks of reviewers on the open project, after the last change.
import { api } from "../api";
import { refusal } from "../bridge";
import { marksOf, NO_MARKS } from "../remarks/margin";
import type { Remarks } from "../bindings";
import { session } from "./session.svelte";
import { tellRefusal } from "./toasts.svelte";

class ReviewRemarks {
  told = $state.raw<Remarks | null>(null);
  #project = "";
  /** The open remarks on the page of the open section. */
  readonly marks = $derived.by(() => {
    const remarks = this.told?.remarks ?? [];
    const { form, section, overview } = session;
    if (!remarks.length || !form || !section || overview?.head.id !== this.#project) return NO_MARKS;
    return marksOf(remarks, form.form, section);
  });

  /** Reads the remarks of a project. Drops an answer that is older than the shown one, or of another project. */
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

  /** Removes the remarks from the page. */
  forget(): void {
    this.#project = "";
    this.told = null;
  }
}

export const review = new ReviewRemarks();
