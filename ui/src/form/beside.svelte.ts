// The panel beside the text: whether it is open, and which tab it shows.
export type Tab = "hint" | "library" | "history" | "findings" | "notes" | "remarks";

const KEY = "vurder-panel";

class Beside {
  open = $state(localStorage.getItem(KEY) !== "closed");
  tab = $state<Tab>("hint");
  /**
   * When the panel was last opened, as `performance.now()` gives it. -1 before that: then the pages of the report have
   * precedence.
   */
  calledAt = $state(-1);
  /** The finding that gets the focus once the list is shown. */
  finding = $state<string | null>(null);
  /** The remark that gets the focus once the list is shown. */
  remark = $state<string | null>(null);

  /** The own note that gets the focus once the list is shown. */
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

  /** Opens the list of own notes at the given note. */
  showOwnNote(row: string): void {
    this.ownNote = row;
    this.show("notes");
  }

  /** Opens the list of findings at the given finding. */
  showFinding(key: string): void {
    this.finding = key;
    this.show("findings");
  }

  /** Opens the remarks on the section at the given remark. */
  showRemark(row: string): void {
    this.remark = row;
    this.show("remarks");
  }
}

export const beside = new Beside();
