// The panel beside the text: whether it is open, and which tab it shows.
export type Tab = "hint" | "library" | "history" | "missing";

const KEY = "vurder-panel";

class Beside {
  open = $state(localStorage.getItem(KEY) !== "closed");
  tab = $state<Tab>("hint");

  toggle(): void {
    this.open = !this.open;
    localStorage.setItem(KEY, this.open ? "open" : "closed");
  }

  show(tab: Tab): void {
    this.open = true;
    this.tab = tab;
  }
}

export const beside = new Beside();
