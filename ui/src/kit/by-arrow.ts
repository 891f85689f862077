// Some webviews change a closed list at each arrow key. Such a step is not yet the choice of the person, who is on the
// way to another option.

const STEPS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

/** Follows the keys and presses in a list, and tells whether a change is only a step. */
export class ByArrow {
  #stepping = false;

  /** With Alt, an arrow opens the list; what is chosen there is chosen. */
  key(e: KeyboardEvent): void {
    const types = e.key.length === 1 && e.key !== " ";
    this.#stepping = !e.altKey && !e.ctrlKey && !e.metaKey && (types || STEPS.includes(e.key));
  }

  press(): void {
    this.#stepping = false;
  }

  /** Whether the change that is told now was made by a step. */
  get isStep(): boolean {
    return this.#stepping;
  }
}
