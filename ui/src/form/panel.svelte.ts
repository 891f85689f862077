// The panel beside the text: whether it is open, and which tab it shows.
import { Pane } from "../state/pane.svelte";

export type Tab = "hint" | "library" | "history" | "findings" | "notes" | "remarks";

class Panel extends Pane {
  tab = $state<Tab>("hint");
  /** The finding that gets the focus once the list is shown. */
  finding = $state<string | null>(null);
  /** The remark that gets the focus once the list is shown. */
  remark = $state<string | null>(null);
  /** The own note that gets the focus once the list is shown. */
  ownNote = $state<string | null>(null);

  constructor() {
    super("vurder-panel", true);
  }

  showTab(tab: Tab): void {
    this.show();
    this.tab = tab;
  }

  /** Opens the list of own notes at the given note. */
  showOwnNote(row: string): void {
    this.ownNote = row;
    this.showTab("notes");
  }

  /** Opens the list of findings at the given finding. */
  showFinding(key: string): void {
    this.finding = key;
    this.showTab("findings");
  }

  /** Opens the remarks on the section at the given remark. */
  showRemark(row: string): void {
    this.remark = row;
    this.showTab("remarks");
  }
}

export const panel = new Panel();
