// The words for remarks that a person wrote and has not sent. They stay while the person looks at the answer that the
// remark is about, at other remarks, or at another screen, until the program is closed.
import { SvelteMap } from "svelte/reactivity";

import { holdsUnkept } from "../state/unkept";

const kept = new SvelteMap<string, string>();
holdsUnkept(() => [...kept.values()]);
const keyOf = (project: string, row: string): string => `${project}/${row}`;

export const draftOf = (project: string, row: string): string => kept.get(keyOf(project, row)) ?? "";

export function keepDraft(project: string, row: string, words: string): void {
  if (words) kept.set(keyOf(project, row), words);
  else kept.delete(keyOf(project, row));
}
