/** What the help shows: the hint of a field, all keys, or the guide. */
export type HelpTab = "hint" | "keys" | "guide";
