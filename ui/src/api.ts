// What the program can be asked and told, by name and type.
import { call } from "./bridge";
import type {
  Changed, Citations, Exported, FormView, Library, PageView, Preset, Preview, ProjectOverview, ProjectSummary, SearchResult, SectionView,
  StatementView, Status, TemplateSummary, Topics, Trash, Value, Version, Written,
} from "./types";

export type EmptyParts = "leave_out" | "say";
export interface StatementFilter {
  project?: string; provider?: string; topics?: string[]; theme?: string; judged?: boolean; query?: string;
}
/** What goes to `set_value` besides the project: an answer's place and the answer. */
export interface Answer { row?: string; register?: string; field: string; value: Value | null; doc?: unknown }

const presets = (values: Preset[]): Record<string, Value> => Object.fromEntries(values.map((p) => [p.field, p.value]));

export const api = {
  status: () => call<Status>("status"),
  templates: () => call<TemplateSummary[]>("templates"),
  projects: () => call<ProjectSummary[]>("projects"),
  project: (project: string) => call<ProjectOverview>("project", { project }),
  form: (project: string, form: string) => call<FormView>("form", { project, form }),
  section: (project: string, form: string, section: string) => call<SectionView>("section", { project, form, section }),
  history: (project: string, row: string, field: string) => call<Version[]>("history", { project, row, field }),
  trash: (project?: string) => call<Trash>("trash", { project }),
  citations: (project: string) => call<Citations>("citations", { project }),
  search: (query: string, project?: string) => call<SearchResult>("search", { query, project }),
  library: (project?: string) => call<Library>("library", { project }),
  page: (provider: string, page: string, project?: string) => call<PageView>("page", { provider, page, project }),
  statements: (filter: StatementFilter) => call<StatementView[]>("statements", filter),
  topics: (project?: string) => call<Topics>("topics", { project }),
  preview: (project: string, form: string, empty: EmptyParts, date?: string) =>
    call<Preview>("preview", { project, form, empty, date }),

  createProject: (project: {
    title: string; controllers: string[]; providers: string[]; forms: string[]; language: string;
  }) => call<Changed>("create_project", project),
  changeProject: (change: {
    project: string; title?: string; language?: string; version?: string; providers?: string[]; forms?: string[];
  }) => call<Changed>("change_project", change),
  trashProject: (project: string) => call<Changed>("trash_project", { project }),
  restoreProject: (project: string) => call<Changed>("restore_project", { project }),
  sample: () => call<Changed>("sample"),

  setValue: (project: string, answer: Answer) => call<Changed>("set_value", { project, ...answer }),
  addRow: (project: string, register: string, after: string | undefined, values: Preset[]) =>
    call<Changed>("add_row", { project, register, after, values: presets(values) }),
  moveRow: (project: string, row: string, after: string | undefined) => call<Changed>("move_row", { project, row, after }),
  trashRow: (project: string, row: string) => call<Changed>("trash_row", { project, row }),
  restoreRow: (project: string, row: string) => call<Changed>("restore_row", { project, row }),
  cite: (project: string, statement: string) => call<Changed>("cite", { project, statement }),
  judge: (project: string, statement: string, what: { judgement?: string; note_doc?: unknown }) =>
    call<Changed>("judge", { project, statement, ...what }),
  useStatements: (project: string, statements: string[], where: { serves?: string; row?: string; field?: string }) =>
    call<Changed>("use_statements", { project, statements, ...where }),
  restoreAnswer: (project: string, row: string, field: string, version: number) =>
    call<Changed>("restore_answer", { project, row, field, version }),
  undo: (project: string) => call<Changed>("undo", { project }),
  redo: (project: string) => call<Changed>("redo", { project }),

  export: (project: string, form: string, out: string, empty: EmptyParts, date?: string) =>
    call<Exported>("export", { project, form, out, empty, date }),
  backup: (out: string) => call<Written>("backup", { out }),
};
