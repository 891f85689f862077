// The open project as the program last told it, and the one way in which the window changes it.
import { api, type Answer } from "../api";
import { refusal, type Refusal } from "../bridge";
import type {
  Changed,
  ChoiceOption,
  CitationView,
  FormView,
  Preset,
  ProjectOverview,
  SectionView,
  Status,
} from "../bindings";
import { firstDifference } from "../form/difference";
import { t } from "../words";
import { UnsavedWords, WriteQueue, type SaveState } from "./queue";
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

/** What is typed, each with its project, since the person may be elsewhere when it is written. */
type Typed =
  | { what: "answer"; project: string; answer: Answer }
  | { what: "note"; project: string; statement: string; doc: unknown }
  | { what: "title"; project: string; title: string };

/** Why something could not be written, and the next step. */
function whyNot(thrown: unknown): string {
  const { message, help } = refusal(thrown);
  return [message, help].filter(Boolean).join(" ");
}

function send(typed: Typed): Promise<Changed> {
  switch (typed.what) {
    case "answer":
      return api.setValue(typed.project, typed.answer);
    case "note":
      return api.judge(typed.project, typed.statement, { note_doc: typed.doc });
    case "title":
      return api.changeProject({ project: typed.project, title: typed.title });
  }
}

/** All that goes to the program, in the order in which the person made it. */
export const queue = new WriteQueue<Typed>({
  write: async (typed) => {
    noteChange(typed.project, await send(typed));
    refreshSoon(typed.project);
  },
  onState: (state) => (session.save = state),
  messageOf: whyNot,
  isGone: (thrown) => refusal(thrown).code === "not_found",
});

/** Writes all that was typed before something else is done. False when that failed: the person is told, and the text kept. */
export async function savedFirst(): Promise<boolean> {
  return (await inTurn(() => Promise.resolve(true))) ?? false;
}

/** Writes all that was typed until nothing is left, however long one types on. False when some of it can't be written. */
export async function savedWhole(): Promise<boolean> {
  while (await queue.flush()) if (!queue.dirty) return true;
  return false;
}

/** The name of an answer's place in the queue. */
export const placeOf = (project: string, row: string, field: string): string => `${project}/${row}/${field}`;
/** The name in the queue of the note on a statement. */
export const notePlace = (project: string, statement: string): string => `note:${project}/${statement}`;
/** The name in the queue of a project's title. */
export const titlePlace = (project: string): string => `title:${project}`;

/** The short number of a citation in the open form, as the report will have it; null for one not yet counted. */
export function numberOf(citation: string): number | null {
  const at = session.form?.cited.indexOf(citation) ?? -1;
  return at < 0 ? null : at + 1;
}

function noteChange(project: string, changed: Changed): void {
  if (session.overview?.head.id === project) session.overview = { ...session.overview, undo: changed.undo };
}

let refreshTimer: ReturnType<typeof setTimeout> | undefined;
// What was written, and how much of it the form that is shown has seen.
let written = 0;
let seen = 0;
// How much of it the reading under way will see.
let asked = 0;

/** Reads state and computed places again, once the typing pauses. */
function refreshSoon(project: string): void {
  written += 1;
  clearTimeout(refreshTimer);
  refreshTimer = setTimeout(() => {
    // A change may have read it meanwhile, or be about to.
    if (seen !== written && !(reading && asked === written) && session.overview?.head.id === project) void refresh();
  }, 120);
}

// Going somewhere is overtaken by going elsewhere, not by reading again: a save that ends while a section is on its
// way must not keep it from coming.
let going = 0;
// Readings asked for, and the one under way.
let wanted = 0;
let reading: Promise<void> | null = null;
// Whether texts may have changed since the form that is shown was read.
let textsChanged = false;

/**
 * Reads the open project, form and section again. Unsaved words stay: the editors hold on to them. Whoever waits for
 * it waits until all is shown that was there when it was asked for: a reading that is overtaken is not shown, since
 * an editor would take words from before for those of now.
 */
export function refresh(): Promise<void> {
  wanted += 1;
  if (!session.overview) return Promise.resolve();
  // Over in the same moment as the reading is: who asks after that gets another one.
  reading ??= readAgain(() => (reading = null));
  return reading;
}

async function readAgain(over: () => void): Promise<void> {
  for (;;) {
    const project = session.overview?.head.id;
    if (!project) return over();
    const turn = wanted;
    const upTo = (asked = written);
    const shown = session.form;
    try {
      const [overview, formView, citations] = await Promise.all([
        api.project(project),
        shown ? api.form(project, shown.form) : null,
        api.citations(project),
      ]);
      // Something was written meanwhile, or the person has gone elsewhere.
      if (turn !== wanted || upTo !== written || session.overview?.head.id !== project || session.form !== shown)
        continue;
      clearTimeout(refreshTimer);
      seen = upTo;
      session.overview = overview;
      session.citations = citations.citations;
      if (formView) {
        // The section may be another one by now.
        const section = session.section?.id;
        session.form = formView;
        session.section = formView.sections.find((s) => s.id === section) ?? session.section;
      }
      // Never before the new texts are here: an open text takes them over at this word.
      if (textsChanged) session.epoch += 1;
      textsChanged = false;
      return over();
    } catch (thrown) {
      if (turn !== wanted) continue;
      tellRefusal(refusal(thrown));
      return over();
    }
  }
}

/** Opens a project, or stays in it. False when it can't be opened. */
export async function openProject(project: string): Promise<boolean> {
  if (session.overview?.head.id === project) {
    void refresh();
    return true;
  }
  await queue.flush();
  forgetTrouble();
  const turn = ++going;
  try {
    const [overview, citations] = await Promise.all([api.project(project), api.citations(project)]);
    if (turn !== going) return true;
    Object.assign(session, {
      overview,
      citations: citations.citations,
      form: null,
      section: null,
      subject: null,
      trouble: null,
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
  wanted += 1;
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
  const turn = ++going;
  await queue.flush();
  // A form that is open is read again after each change, so its other sections are as fresh as the one shown; but an
  // answer that was just written may stand in them, too.
  if (session.form?.form === form && session.overview?.head.id === project) {
    if (seen !== written) await refresh();
    if (turn === going && session.form?.form === form) show(session.form);
    return;
  }
  try {
    for (;;) {
      const upTo = written;
      const view = await api.form(project, form);
      if (turn !== going) return;
      if (upTo !== written) continue;
      seen = upTo;
      show(view);
      return;
    }
  } catch (thrown) {
    tellRefusal(refusal(thrown));
  }
}

/**
 * Makes one change that is not typing: rows, citations, judgements, undo. What was typed is written first, so that
 * the order in the history is the order in which the person worked. Nothing when it was refused; the person is told.
 */
export async function change<T extends Changed>(
  make: (project: string) => Promise<T>,
  touches: "texts" | "no texts" = "texts",
): Promise<T | null> {
  const project = session.overview?.head.id;
  if (!project) return null;
  return inTurn(async () => show(project, await make(project), touches));
}

/** Does something when its turn in the queue has come. Nothing when it was refused; the person is told. */
async function inTurn<T>(what: () => Promise<T>): Promise<T | null> {
  try {
    return await queue.change(what);
  } catch (thrown) {
    if (!(thrown instanceof UnsavedWords)) tellRefusal(refusal(thrown));
    else tellRefusal({ code: "unsaved", message: t("unsaved-first", { why: thrown.message }) });
    return null;
  }
}

/** Shows what a change made of the project. */
async function show<T extends Changed>(project: string, changed: T, touches: "texts" | "no texts"): Promise<T> {
  noteChange(project, changed);
  written += 1;
  queue.noteSaved(new Date(changed.saved));
  session.changes += 1;
  if (touches === "texts") textsChanged = true;
  await refresh();
  return changed;
}

/** Takes what was typed or chosen at a place; it is written after a short pause, or at once for a choice. */
export function answer(place: { row: string; field: string }, soon: boolean, payload: () => Answer): void {
  const project = session.overview?.head.id;
  if (!project) return;
  const typed = (): Typed => ({ what: "answer", project, answer: payload() });
  queue.edit(placeOf(project, place.row, place.field), typed, soon);
}

/** The answer at a place that is not yet acknowledged. */
export function unsavedAnswer(place: string): Answer | undefined {
  const typed = queue.unsaved(place);
  return typed?.what === "answer" ? typed.answer : undefined;
}

/** Takes what was typed as the note on a statement. */
export function writeNote(project: string, statement: string, doc: () => unknown): void {
  queue.edit(notePlace(project, statement), () => ({ what: "note", project, statement, doc: doc() }));
}

/** The note on a statement that is not yet acknowledged. */
export function unsavedNote(project: string, statement: string): unknown {
  const typed = queue.unsaved(notePlace(project, statement));
  return typed?.what === "note" ? typed.doc : undefined;
}

/** Takes what was typed as a project's title. */
export function writeTitle(project: string, title: string): void {
  queue.edit(titlePlace(project), () => ({ what: "title", project, title }));
}

/** The title of a project that is not yet acknowledged. */
export function unsavedTitle(project: string): string | undefined {
  const typed = queue.unsaved(titlePlace(project));
  return typed?.what === "title" ? typed.title : undefined;
}

/** Goes one step back or forth in the project's history, and to the place on the open form where that changed something. */
async function step(back: boolean): Promise<void> {
  const project = session.overview?.head.id;
  if (!project) return;
  const done = await inTurn(async () => {
    const what = session.overview?.undo[back ? "undo" : "redo"];
    if (!what || session.overview?.head.id !== project) return null;
    // What was just written is not on the form that was read last.
    if (session.form && seen !== written) await refresh();
    const before = session.form;
    await show(project, await (back ? api.undo : api.redo)(project), "texts");
    return { what, before };
  });
  if (!done) return;
  const { what, before } = done;
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
    if ((await change((project) => api.restoreRow(project, row))) && samePage(from, here.route))
      go({ ...from, at: row });
  };
  tell(t("row-trashed", { what: label }), {
    action: { label: t("take-back"), run: () => void takeBack() },
    about: "trashed",
  });
}
