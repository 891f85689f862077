// Notes on statements are saved while they are typed, as answers are.
import { api } from "../api";
import { refusal } from "../bridge";
import { Autosave } from "../state/autosave";
import { session } from "../state/session.svelte";

export const notes = new Autosave<{ project: string; statement: string; doc: unknown }>({
  write: async (_key, { project, statement, doc }) => {
    const changed = await api.judge(project, statement, { note_doc: doc });
    if (session.overview?.head.id === project) session.overview = { ...session.overview, undo: changed.undo };
  },
  onState: (state) => (session.save = state),
  messageOf: (thrown) => refusal(thrown).message,
});
