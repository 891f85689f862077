// The panel beside the text: whether it is open, and which tab it shows.
export type Tab = "hint" | "library" | "history" | "findings" | "notes" | "remarks";

const KEY = "vurder-panel";

class Beside {
  open = $state(localStorage.getItem(KEY) !== "closed");
  tab = $state<Tab>("hint");
  /** When it was called for last, as `performance.now()` tells it; before it was, the pages of the report go first. */
  calledAt = $state(-1);
  /** The finding that is to have the focus in the list, once it is shown. */
  finding = $state<string | null>(null);
  /** The remark that is to have the focus in the list, once it is shown. */
  remark = $state<string | null>(null);

  /** The own note that is to have the focus in the list, once it is shown. */
  ownNote = $state<string | null>(null);

  call(): void {
    this.open = true;
    this.calledAt = performance.now();
    localStorage.setItem(KEY, "open");
  }

  close(): void {
    this.open = false;
    localStorage.setItem(KEY, "closed");
  }

  show(tab: Tab): void {
    this.open = true;
    this.calledAt = performance.now();
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

  /** Opens the remarks on the section at one of them. */
  showRemark(row: string): void {
    this.remark = row;
    this.show("remarks");
  }
}

export const beside = new Beside();
