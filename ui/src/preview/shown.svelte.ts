// Whether the pages of the report stand beside the form. This is kept on this computer.
const KEY = "vurder-report-pages";

class Shown {
  open = $state(localStorage.getItem(KEY) === "open");
  /**
   * When the pages were last opened, as `performance.now()` gives it. A narrow window shows the pages or the panel,
   * whichever was opened last.
   */
  calledAt = $state(0);

  call(): void {
    this.open = true;
    this.calledAt = performance.now();
    localStorage.setItem(KEY, "open");
  }

  close(): void {
    this.open = false;
    localStorage.setItem(KEY, "closed");
  }
}

export const shown = new Shown();
