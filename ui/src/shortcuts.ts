// The keyboard shortcuts of the window, with the names of their keys on the person's keyboard.
import { t } from "./words";

/** `Mod` is the Command key on macOS and Ctrl elsewhere. A single character stands for its key. */
type Key = Named | Single;
type Named = "Mod" | "Shift" | "Alt" | "Enter" | "Tab" | "F1" | "F7" | "F10" | "↑" | "↓";
type Single = "." | "+" | "−" | "0" | "7" | "8" | "B" | "C" | "D" | "F" | "H" | "I" | "K" | "M" | "P" | "S" | "Y" | "Z";

// None has Mod and Alt together: on Windows, that is AltGr, with which keyboards type letters such as µ.
const SHORTCUTS = {
  search: ["Mod", "K"],
  undo: ["Mod", "Z"],
  redo: ["Mod", "Y"],
  panel: ["Mod", "."],
  pages: ["Mod", "Shift", "P"],
  toolbar: ["Alt", "F10"],
  help: ["F1"],
  find: ["Mod", "F"],
  replace: ["Mod", "H"],
  save: ["Mod", "S"],
  "zoom-in": ["Mod", "+"],
  "zoom-out": ["Mod", "−"],
  "zoom-reset": ["Mod", "0"],
  calendar: ["Alt", "↓"],
  "row-add": ["Mod", "Enter"],
  "make-at-once": ["Mod", "Enter"],
  "row-menu": ["Alt", "Enter"],
  print: ["Mod", "P"],
  spelling: ["Alt", "F7"],
  "own-note": ["Mod", "Shift", "M"],
  "row-next": ["Tab"],
  "fill-down": ["Mod", "D"],
  "row-up": ["Alt", "↑"],
  "row-down": ["Alt", "↓"],
  bold: ["Mod", "B"],
  italic: ["Mod", "I"],
  bullets: ["Mod", "Shift", "8"],
  numbers: ["Mod", "Shift", "7"],
  link: ["Mod", "Shift", "K"],
  cite: ["Mod", "Shift", "C"],
  copy: ["Mod", "C"],
} as const satisfies Record<string, readonly Key[]>;

export type Shortcut = keyof typeof SHORTCUTS;

/** The shortcuts that differ on macOS, where Redo is Shift-Command-Z. */
const ON_MAC: Partial<Record<Shortcut, readonly Key[]>> = { redo: ["Shift", "Mod", "Z"] };
const MAC_SYMBOLS: Partial<Record<Key, string>> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↩" };

const isMac = (): boolean => /Mac/.test(navigator.platform);

/** Whether the key `Mod` is held. */
export const holdsMod = (e: KeyboardEvent): boolean => e.ctrlKey || e.metaKey;

function nameOf(key: Key): string {
  switch (key) {
    case "Mod":
      return t("keyboard-ctrl");
    case "Shift":
      return t("keyboard-shift");
    case "Alt":
      return t("keyboard-alt");
    case "Enter":
      return t("keyboard-enter");
    case "Tab":
      return t("keyboard-tab");
    default:
      return key;
  }
}

/** The names of a shortcut's keys, in the order in which they are pressed: Ctrl and K, or ⌘ and K on macOS. */
export function keysOf(shortcut: Shortcut): string[] {
  if (!isMac()) return SHORTCUTS[shortcut].map(nameOf);
  const keys: readonly Key[] = ON_MAC[shortcut] ?? SHORTCUTS[shortcut];
  return keys.map((key) => MAC_SYMBOLS[key] ?? key);
}

/** A shortcut in one line: Ctrl+K, or ⌘K on macOS. */
export function shortcutText(shortcut: Shortcut): string {
  return keysOf(shortcut).join(isMac() ? "" : "+");
}

/** The action of a button, with its shortcut: Search everything (Ctrl+K). */
export function withShortcut(what: string, shortcut: Shortcut): string {
  return t("with-shortcut", { what, shortcut: shortcutText(shortcut) });
}
