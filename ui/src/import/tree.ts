// The pages that were found, as a tree of folders.
import type { PageFound } from "../bindings";

export interface Folder {
  name: string;
  /** The path of the folder, each step followed by `/`; empty for the root. */
  path: string;
  folders: Folder[];
  pages: PageFound[];
}

/** The tree of the folders that have pages. Folders stand in the order of their first page. */
export function treeOf(pages: readonly PageFound[]): Folder {
  const root: Folder = { name: "", path: "", folders: [], pages: [] };
  for (const page of pages) {
    let at = root;
    for (const name of page.file.split("/").slice(0, -1)) {
      let next = at.folders.find((folder) => folder.name === name);
      if (!next) {
        next = { name, path: `${at.path}${name}/`, folders: [], pages: [] };
        at.folders.push(next);
      }
      at = next;
    }
    at.pages.push(page);
  }
  return root;
}

/** Every page in a folder and in the folders below it. */
export function pagesIn(folder: Folder): PageFound[] {
  return [...folder.pages, ...folder.folders.flatMap(pagesIn)];
}
