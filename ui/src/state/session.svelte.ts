// The open project as the window shows it: the views of the model, made reactive. It keeps nothing that the model has.
import { tick } from "svelte";

import { api } from "../api";
import { refusal, type Refusal } from "../bridge";
import type {
  Changed,
  ChoiceOption,
  CitationView,
  Findings,
  FindingView,
  FormView,
  ProjectOverview,
  RiskDetail,
  RiskRegister,
  SectionView,
  Status,
} from "../bindings";
import { Model, type TouchedAt, type Typed } from "./model";
import { notesByPlace } from "./own-notes";
import type { SaveState } from "./queue";
import { tellRefusal } from "./toasts.svelte";
import type { Views } from "./views";

/** What the person writes in. The panel follows it. */
export interface Subject {
  /** The answer; null where statements are looked for on a subject. */
  at: { row: string; field: string } | null;
  label: string;
  hint: string;
  law: string[];
  /** The topics of statements that fit. */
  topics: string[];
  /** The subject of a table under which new measures are put. */
  serves?: string;
  /** The options of the field, so that earlier choices in its history have a label. */
  options: ChoiceOption[];
  /** Whether statements can be appended to this text. */
  takesText: boolean;
}

/** Values are replaced as a whole and never changed in place, so only the fields are reactive. */
class Session {
  status = $state.raw<Status | null>(null);
  overview = $state.raw<ProjectOverview | null>(null);
  form = $state.raw<FormView | null>(null);
  section = $state.raw<SectionView | null>(null);
  /** The register of risks and the open risk; null before their screen is opened. */
  risks = $state.raw<RiskRegister | null>(null);
  risk = $state.raw<RiskDetail | null>(null);
  citations = $state.raw<Record<string, CitationView>>({});
  findings = $state.raw<Findings | null>(null);
  /**
   * The open findings by the place of the answer that they are about, `row/field`, and by their row. Gaps are left out:
   * the page marks them at the question.
   */
  readonly foundAt = $derived.by(() => {
    const places = new Map<string, FindingView[]>();
    const add = (place: string, finding: FindingView): void => {
      const known = places.get(place);
      if (known) known.push(finding);
      else places.set(place, [finding]);
    };
    for (const finding of this.findings?.findings ?? []) {
      const { row, field } = finding.place;
      if (!row || !finding.open || finding.gap) continue;
      add(row, finding);
      if (field) add(`${row}/${field}`, finding);
    }
    return places;
  });
  /** The own notes by the name of their place. */
  readonly notesAt = $derived(notesByPlace(this.overview?.own_notes ?? []));
  /** The citations of the open form in the order of their numbers. Most changes keep this object. */
  readonly cited = $derived(this.form?.cited ?? []);
  save = $state.raw<SaveState>({ at: "rest" });
  /**
   * The revisions of the last changes other than typing, by what they touched: lists of rows, statements or versions
   * are then read again.
   */
  touched = $state.raw<TouchedAt>({ head: 0, rows: 0, citations: 0, notes: 0, any: 0 });
  subject = $state.raw<Subject | null>(null);
  trouble = $state.raw<Refusal | null>(null);
}

export const session = new Session();

function send(typed: Typed): Promise<Changed> {
  switch (typed.what) {
    case "answer": {
      const { row, field, own } = typed;
      return api.setValue(typed.project, { row, field, value: own.value, ...(own.doc ? { doc: own.doc() } : {}) });
    }
    case "note":
      return api.judge(typed.project, typed.statement, { note_doc: typed.own.doc?.() });
    case "title":
      return api.changeProject({ project: typed.project, title: typed.title });
  }
}

/** The reason why something could not be written, and the next step. */
function whyNot(thrown: unknown): string {
  const { message, help } = refusal(thrown);
  return [message, help].filter(Boolean).join(" ");
}

export const model = new Model({
  program: {
    project: api.project,
    citations: api.citations,
    findings: api.findings,
    form: api.form,
    risks: api.risks,
    risk: api.risk,
    write: send,
  },
  onShown: show,
  onTouched: (at) => (session.touched = at),
  onSaveState: (state) => (session.save = state),
  onRefused: (thrown) => tellRefusal(refusal(thrown)),
  messageOf: whyNot,
  isGone: (thrown) => refusal(thrown).code === "not_found",
  drawn: tick,
});

/** All writes go through the queue, in the order in which the person made them. */
export const queue = model.queue;

// The section to show as soon as its form is there.
let wanted: { form: string; section: string | undefined } | null = null;

function show({ overview, citations, findings, form, risks, risk }: Views): void {
  if (overview) session.overview = overview;
  if (citations) session.citations = citations.citations;
  if (findings) session.findings = findings;
  session.risks = risks?.register ?? null;
  session.risk = risk?.detail ?? null;
  if (!form) return;
  // While another form is loading, the shown section stays.
  const id = wanted?.form === form.form ? wanted.section : session.section?.id;
  session.form = form;
  session.section = form.sections.find((section) => section.id === id) ?? form.sections[0] ?? null;
}

// The project that the person asked for last; null after the person left it.
let wantedProject: { project: string } | null = null;

/** Opens a project, or stays in it. Returns false when it cannot be opened. */
export async function openProject(project: string): Promise<boolean> {
  const goal = { project };
  wantedProject = goal;
  if (model.views?.project === project) return model.open(project);
  await queue.flush();
  // The person went elsewhere meanwhile.
  if (wantedProject !== goal) return true;
  forgetTrouble();
  try {
    // The person opened another project meanwhile.
    if (!(await model.open(project))) return true;
    const findings = model.views?.findings ?? null;
    Object.assign(session, {
      form: null,
      section: null,
      risks: null,
      risk: null,
      subject: null,
      trouble: null,
      findings,
    });
    return true;
  } catch (thrown) {
    session.trouble = refusal(thrown);
    return false;
  }
}

/** Removes the error of another screen. It stays when the workspace itself cannot be read. */
function forgetTrouble(): void {
  if (session.status) session.trouble = null;
}

export function closeProject(): void {
  wanted = wantedProject = null;
  model.close();
  forgetTrouble();
  Object.assign(session, {
    overview: null,
    form: null,
    section: null,
    risks: null,
    risk: null,
    subject: null,
    citations: {},
    findings: null,
  });
}

/** Opens a section of a form, after what was typed elsewhere is saved. */
export async function openSection(project: string, form: string, section: string | undefined): Promise<void> {
  const goal = { form, section };
  wanted = goal;
  await queue.flush();
  const views = model.views;
  if (wanted !== goal || views?.project !== project) return;
  if (!(await views.showForm(form)) || wanted !== goal || model.views !== views) return;
  show(views);
  session.subject = null;
}

/** Shows the register of risks of the open project; with `risk`, also that risk. */
export async function openRisks(project: string, risk: string | null): Promise<void> {
  const views = model.views;
  if (views?.project !== project) return;
  await Promise.all([views.showRisks(), views.showRisk(risk)]);
  if (model.views === views) show(views);
}

/** The revision that every later answer of the program has at least. */
export const knownRevision = (): number => model.views?.known ?? 0;

/** The number of a citation in the open form, which is its number in the report; null where it has none yet. */
export function numberOf(citation: string): number | null {
  const at = session.cited.indexOf(citation);
  return at < 0 ? null : at + 1;
}
