// The open project as the program last told it, and the one way in which the window changes it.
import { api, type Answer } from "../api";
import { refusal, type Refusal } from "../bridge";
import type { Changed, ChoiceOption, CitationView, FormView, Preset, ProjectOverview, SectionView, Status } from "../bindings";
import { firstDifference } from "../form/difference";
import { t } from "../words";
import { Autosave, type SaveState } from "./autosave";
import { go, here, samePage } from "./route.svelte";
import { tell, tellRefusal, withdraw } from "./toasts.svelte";

/** What the person is writing in: the right-hand side follows it. */
export interface Subject {
  /** The answer; none where it is a subject that statements are sought for. */
  at: { row: string; field: string } | null;
  label: string;
  hint: string;
  law: string[];
  /** Topics of statements that fit here. */
  topics: string[];
  /** The subject of a table under which new measures go. */
  serves?: string;
  /** What can be chosen there, so that earlier choices can be named. */
  options: ChoiceOption[];
  /** Whether statements can be appended to this text. */
  takesText: boolean;
}

/** Read whole and never changed in place, so only the roots are watched. */
class Session {
  status = $state.raw<Status | null>(null);
  overview = $state.raw<ProjectOverview | null>(null);
  form = $state.raw<FormView | null>(null);
  section = $state.raw<SectionView | null>(null);
  citations = $state.raw<Record<string, CitationView>>({});
  save = $state.raw<SaveState>({ at: "rest" });
  /** Counts changes other than typing: what lists of rows, statements or versions reads again. */
  changes = $state(0);
  /** Counts those of them that may have changed texts: undo, restore, filling from statements. Goes up once the
   * new texts are here, so that an open text takes them over. */
  epoch = $state(0);
  subject = $state.raw<Subject | null>(null);
  trouble = $state.raw<Refusal | null>(null);
}

export const session = new Session();

/** An answer on its way: with its project, since the person may be elsewhere by then. */
interface Unsaved {
  project: string;
  answer: Answer;
}

/** Why something could not be written, and the next step. */
function whyNot(thrown: unknown): string {
  const { message, help } = refusal(thrown);
  return [message, help].filter(Boolean).join(" ");
}

export const autosave = new Autosave<Unsaved>({
  write: async (_key, { project, answer }) => {
    const changed = await api.setValue(project, answer);
    noteChange(project, changed);
    refreshSoon(project);
  },
  onState: (state) => (session.save = state),
  messageOf: whyNot,
});

/** Notes on statements are saved while they are typed, as answers are. */
export const notes = new Autosave<{ project: string; statement: string; doc: unknown }>({
  write: async (_key, { project, statement, doc }) => {
    noteChange(project, await api.judge(project, statement, { note_doc: doc }));
    refreshSoon(project);
  },
  onState: (state) => (session.save = state),
  messageOf: whyNot,
});

/** The project's name is saved while it is typed, too, so that undo means the same there. */
export const titles = new Autosave<{ project: string; title: string }>({
  write: async (_key, change) => {
    noteChange(change.project, await api.changeProject(change));
    refreshSoon(change.project);
  },
  onState: (state) => (session.save = state),
  messageOf: whyNot,
});

/** Writes all that was typed. True when nothing is left unsaved. */
export async function flushAll(): Promise<boolean> {
  const done = await Promise.all([autosave.flush(), notes.flush(), titles.flush()]);
  return done.every(Boolean);
}

/** The place of an answer, as autosave knows it. */
export const placeOf = (project: string, row: string, field: string): string => `${project}/${row}/${field}`;

/** The short number of a citation in the open form, as the report will have it; null for one not yet counted. */
export function numberOf(citation: string): number | null {
  const at = session.form?.cited.indexOf(citation) ?? -1;
  return at < 0 ? null : at + 1;
}

function noteChange(project: string, changed: Changed): void {
  if (session.overview?.head.id === project) session.overview = { ...session.overview, undo: changed.undo };
}

let refreshTimer: ReturnType<typeof setTimeout> | undefined;
// What was written, and how much of it the form that was read last has seen.
let written = 0;
let seen = 0;

/** Reads state and computed places again, once the typing pauses. */
function refreshSoon(project: string): void {
  written += 1;
  clearTimeout(refreshTimer);
  refreshTimer = setTimeout(() => {
    if (session.overview?.head.id === project) void refresh();
  }, 120);
}

// Reading again is overtaken by reading again; going somewhere, by going elsewhere. Neither overtakes the other: a
// save that ends while a section is on its way must not keep it from coming.
let reading = 0;
let going = 0;

/** Reads the open project, form and section again. Unsaved words stay: the editors hold on to them. */
export async function refresh(): Promise<void> {
  const project = session.overview?.head.id;
  if (!project) return;
  const turn = ++reading;
  const upTo = written;
  const form = session.form?.form;
  try {
    const [overview, formView, citations] = await Promise.all([
      api.project(project),
      form ? api.form(project, form) : null,
      api.citations(project),
    ]);
    // Overtaken by a later reading, or the person has left.
    if (turn !== reading || session.overview?.head.id !== project) return;
    seen = upTo;
    session.overview = overview;
    session.citations = citations.citations;
    if (formView && session.form?.form === form) {
      // The section may be another one by now.
      const section = session.section?.id;
      session.form = formView;
      session.section = formView.sections.find((s) => s.id === section) ?? session.section;
    }
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  }
}

/** Opens a project, or stays in it. False when it can't be opened. */
export async function openProject(project: string): Promise<boolean> {
  if (session.overview?.head.id === project) {
    void refresh();
    return true;
  }
  await flushAll();
  forgetTrouble();
  const turn = ++going;
  try {
    const [overview, citations] = await Promise.all([api.project(project), api.citations(project)]);
    if (turn !== going) return true;
    Object.assign(session, {
      overview, citations: citations.citations, form: null, section: null, subject: null, trouble: null,
    });
    return true;
  } catch (thrown) {
    session.trouble = refusal(thrown);
    return false;
  }
}

/** What went wrong elsewhere is no matter here, unless the workspace itself can't be read. */
function forgetTrouble(): void {
  if (session.status) session.trouble = null;
}

export function closeProject(): void {
  reading += 1;
  going += 1;
  forgetTrouble();
  Object.assign(session, { overview: null, form: null, section: null, subject: null, citations: {} });
}

/** Opens a section of a form, after what was typed elsewhere is safe. */
export async function openSection(project: string, form: string, section: string | undefined): Promise<void> {
  const show = (view: FormView): void => {
    session.form = view;
    session.section = view.sections.find((s) => s.id === section) ?? view.sections[0] ?? null;
    session.subject = null;
  };
  const dirty = autosave.dirty;
  await flushAll();
  const turn = ++going;
  // A form that is open is read again after each change, so its other sections are as fresh as the one shown.
  if (session.form?.form === form && session.overview?.head.id === project) {
    show(session.form);
    if (dirty) void refresh();
    return;
  }
  try {
    const view = await api.form(project, form);
    if (turn === going) show(view);
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  }
}

/**
 * Makes one change that is not typing: rows, citations, judgements, undo. What was typed is written first, so that
 * the order in the history is the order in which the person worked. Nothing when it was refused; the person is told.
 */
export async function change<T extends Changed>(
  make: (project: string) => Promise<T>, touches: "texts" | "no texts" = "texts",
): Promise<T | null> {
  const project = session.overview?.head.id;
  if (!project) return null;
  await flushAll();
  try {
    const changed = await make(project);
    noteChange(project, changed);
    session.save = { at: "saved", time: new Date(changed.saved) };
    session.changes += 1;
    await refresh();
    if (touches === "texts") session.epoch += 1;
    return changed;
  } catch (thrown) {
    tellRefusal(refusal(thrown));
    return null;
  }
}

/** Takes what was typed or chosen at a place; it is written after a short pause, or at once for a choice. */
export function answer(place: { row: string; field: string }, soon: boolean, payload: () => Answer): void {
  const project = session.overview?.head.id;
  if (!project) return;
  autosave.edit(placeOf(project, place.row, place.field), () => ({ project, answer: payload() }));
  if (soon) void autosave.flush();
}

/** Goes one step back or forth in the project's history, and to the place on the open form where that changed something. */
async function step(back: boolean): Promise<void> {
  await flushAll();
  const what = session.overview?.undo[back ? "undo" : "redo"];
  if (!what) return;
  // What was just written is not on the form that was read last.
  if (session.form && seen !== written) await refresh();
  const before = session.form;
  if (!(await change((project) => (back ? api.undo(project) : api.redo(project))))) return;
  // One message on undo and redo; and what undo brought back needs no other way back.
  for (const about of ["undo", "trashed"]) withdraw(about);
  tell(t(back ? "undone" : "redone", { what }), { about: "undo" });
  const after = session.form;
  if (here.route.screen !== "form" || !before || !after || before.form !== after.form) return;
  const place = firstDifference(before, after, session.section?.id);
  if (place) go({ ...here.route, ...place });
}

export const undo = (): Promise<void> => step(true);
export const redo = (): Promise<void> => step(false);

export async function addRow(register: string, values: Preset[], after?: string): Promise<string | null> {
  return (await change((project) => api.addRow(project, register, after, values)))?.row ?? null;
}

export async function moveRow(row: string, after: string | undefined): Promise<void> {
  await change((project) => api.moveRow(project, row, after));
}

/** Puts a row into the trash, and offers the way back. */
export async function trashRow(row: string, label: string): Promise<void> {
  const done = await change((project) => api.trashRow(project, row));
  if (!done) return;
  const from = here.route;
  const takeBack = async (): Promise<void> => {
    // Back in its place, with the caret in it, if the person is still there.
    if ((await change((project) => api.restoreRow(project, row))) && samePage(from, here.route)) go({ ...from, at: row });
  };
  tell(t("row-trashed", { what: label }), { action: { label: t("take-back"), run: () => void takeBack() }, about: "trashed" });
}
