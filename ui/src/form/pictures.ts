// Adds a picture to the project: the person chooses its file, and it becomes a row with caption and alternative text.
import { api } from "../api";
import { chooseFile, refusal } from "../bridge";
import { change } from "../state/changes";
import { tellRefusal } from "../state/toasts.svelte";

export async function addPicture(): Promise<void> {
  try {
    const path = await chooseFile();
    if (path) await change((project) => api.addPicture(project, path));
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  }
}
