// Opening another workspace: what is not saved belongs to the one that is open now, and is shown before it is left.
import { refusal } from "../bridge";
import { savedFirst } from "../state/changes";
import { tellRefusal } from "../state/toasts.svelte";
import { unsavedTexts } from "../state/unsaved";

/** Opens a workspace. Gives its path, or null when nothing is to be opened. */
export type Opening = () => Promise<string | null>;

/** The way to another workspace, with the question that may stand in it. */
export class OtherWorkspace {
  /** What is not saved, while the person is asked about it. */
  unsaved = $state.raw<string[] | null>(null);
  #asked: Opening | null = null;

  /** Opens it as soon as all words are saved; asks the person first where some can't be. */
  async open(opening: Opening): Promise<void> {
    try {
      if (!(await savedFirst())) return;
      const texts = unsavedTexts();
      if (texts.length) {
        this.#asked = opening;
        this.unsaved = texts;
        return;
      }
      await this.#go(opening);
    } catch (thrown) {
      tellRefusal(refusal(thrown));
    }
  }

  /** The person stays. */
  stay(): void {
    this.#asked = this.unsaved = null;
  }

  /** The person leaves what is not saved. */
  async leave(): Promise<void> {
    const opening = this.#asked;
    this.stay();
    try {
      if (opening) await this.#go(opening);
    } catch (thrown) {
      tellRefusal(refusal(thrown));
    }
  }

  async #go(opening: Opening): Promise<void> {
    if (!(await opening())) return;
    location.hash = "#/";
    location.reload();
  }
}
