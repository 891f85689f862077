// What stands beside the text: whether it is open, and on which tab.
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
