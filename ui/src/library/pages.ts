// The pages of a provider, by folder.
import type { PageSummary } from "../bindings";

/** Pages that follow each other and lie in the same folder. */
export interface PagesInFolder {
  /** The path of the folder; empty for pages that lie in none. */
  folder: string;
  pages: PageSummary[];
}

/** The pages with these words in title or folder, grouped by folder, in their order. */
export function foldersOf(provider: string, pages: readonly PageSummary[], words = ""): PagesInFolder[] {
  const sought = words.trim().toLowerCase();
  const folders: PagesInFolder[] = [];
  for (const page of pages) {
    // The id of a page begins with its provider and ends with its own name.
    const steps = page.id.split("/").slice(page.id.startsWith(`${provider}/`) ? 1 : 0, -1);
    const folder = steps.join(" / ");
    if (sought && !`${folder} ${page.title}`.toLowerCase().includes(sought)) continue;
    const last = folders.at(-1);
    if (last?.folder === folder) last.pages.push(page);
    else folders.push({ folder, pages: [page] });
  }
  return folders;
}
