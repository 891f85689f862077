// A pane beside the form that the person opens and closes. Whether it is open is kept on this computer.

export class Pane {
  open: boolean;
  /**
   * When the pane was last opened, as `performance.now()` gives it; -1 before that. A narrow window shows only the pane
   * that was opened last.
   */
  calledAt = $state(-1);
  #key: string;

  /** `key` names the pane in the storage. `open` says whether it is open at the first start. */
  constructor(key: string, open: boolean) {
    this.#key = key;
    const kept = localStorage.getItem(key);
    this.open = $state(kept === null ? open : kept === "open");
  }

  call(): void {
    this.show();
    localStorage.setItem(this.#key, "open");
  }

  /** Opens the pane without keeping that: the person asked for something in it. */
  protected show(): void {
    this.open = true;
    this.calledAt = performance.now();
  }

  close(): void {
    this.open = false;
    localStorage.setItem(this.#key, "closed");
  }
}
