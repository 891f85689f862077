// The panel beside the text: whether it is open, and which tab it shows.
export type Tab = "hint" | "library" | "history" | "findings" | "notes";

const KEY = "vurder-panel";

class Beside {
  open = $state(localStorage.getItem(KEY) !== "closed");
  tab = $state<Tab>("hint");
  /** The finding that is to have the focus in the list, once it is shown. */
  finding = $state<string | null>(null);

  /** The own note that is to have the focus in the list, once it is shown. */
  ownNote = $state<string | null>(null);

  toggle(): void {
    this.open = !this.open;
    localStorage.setItem(KEY, this.open ? "open" : "closed");
  }

  show(tab: Tab): void {
    this.open = true;
    this.tab = tab;
  }

  /** Opens the list of own notes at one of them. */
  showOwnNote(row: string): void {
    this.ownNote = row;
    this.show("notes");
  }

  /** Opens the list of findings at one of them. */
  showFinding(key: string): void {
    this.finding = key;
    this.show("findings");
  }
}

export const beside = new Beside();
