// Whether the pages of the report stand beside the form. It is kept on this computer.
const KEY = "vurder-report-pages";

class Shown {
  open = $state(localStorage.getItem(KEY) === "open");
  /** When they were called for last, as `performance.now()` tells it: in a narrow window they give way to the panel. */
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
