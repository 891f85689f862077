// Attaches a file that the person chooses to a row of the open project.
import { api } from "../api";
import { chooseFile, refusal } from "../bridge";
import { change } from "./changes";
import { tellRefusal } from "./toasts.svelte";

/** Asks for a file and attaches it to the row; a refusal is told. */
export async function attachFile(row: string): Promise<void> {
  try {
    const path = await chooseFile();
    if (path) await change((project) => api.attach(project, path, row));
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  }
}
