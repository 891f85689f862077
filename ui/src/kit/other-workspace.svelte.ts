// Opens another workspace. Words that are not saved belong to the open workspace, so they are shown before it is left.
import { refusal } from "../bridge";
import { savedFirst } from "../state/changes";
import { tellRefusal } from "../state/toasts.svelte";
import { takeActiveField } from "../state/unkept";
import { unsavedTexts } from "../state/unsaved";

/** Opens a workspace. Gives its path, or null when the person cancels. */
export type Opening = () => Promise<string | null>;

/** The steps to another workspace, with a question where words are not saved. */
export class OtherWorkspace {
  /** The words that are not saved, while the person is asked about them; else null. */
  unsaved = $state.raw<string[] | null>(null);
  #asked: Opening | null = null;

  /**
   * Opens the other workspace as soon as all words are saved. Where some cannot be saved, the person is asked first.
   */
  async open(opening: Opening): Promise<void> {
    try {
      takeActiveField();
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

  /** The person keeps the open workspace. */
  stay(): void {
    this.#asked = this.unsaved = null;
  }

  /** The person gives up the words that are not saved. */
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
