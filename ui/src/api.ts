// The commands that the window can give to the program. Names, arguments and answers are those of the program's list of
// commands.
import type {
  Chosen,
  Commands,
  EmptyParts,
  OfState,
  OfStatements,
  Preset,
  ReportFormat,
  RequestState,
  Value,
} from "./bindings";
import { call } from "./bridge";
import type { CutArguments } from "./export/cut";

export type { Chosen, EmptyParts };
export type StatementFilter = OfStatements;
/** What `set_value` takes besides the project: the place of an answer and the answer. */
export interface Answer {
  row: string;
  field: string;
  value: Value | null;
  doc?: unknown;
}

/** The matter of a request to a provider. */
export type RequestMatter =
  | { action: string }
  | { topic: string }
  | { statement: string }
  | { about: string; topics?: string[] }
  | { sought: string };

type Arguments<K extends keyof Commands> = Commands[K]["arguments"];

const presets = (values: Preset[]): Record<string, Value> => Object.fromEntries(values.map((p) => [p.field, p.value]));
/** Leaves out arguments that are undefined or null: the program does not take these for "absent". */
function present<T extends object>(args: T): T {
  return Object.fromEntries(Object.entries(args).filter(([, v]) => v !== undefined && v !== null)) as T;
}

/** Where a person puts a remark: at a row, an answer or a section. */
export type PlaceChosen = { row: string; field?: string } | { form: string; section: string };

export const api = {
  status: () => call("status", {}),
  templates: () => call("templates", {}),
  projects: () => call("projects", {}),
  project: (project: string) => call("project", { project }),
  duties: (project?: string) => call("duties", present({ project })),
  form: (project: string, form: string) => call("form", { project, form }),
  history: (project: string, row: string, field: string, before?: string) =>
    call("history", present({ project, row, field, before })),
  example: (project: string, row: string, field: string) => call("example", { project, row, field }),
  trash: (project?: string) => call("trash", present({ project })),
  findings: (project: string) => call("findings", { project }),
  waive: (project: string, finding: string, reason: string) => call("waive", { project, finding, reason }),
  unwaive: (project: string, finding: string) => call("unwaive", { project, finding }),
  citations: (project: string) => call("citations", { project }),
  search: (query: string, project?: string, within?: boolean) =>
    call("search", present({ query, project, within_project: within })),
  find: (of: Arguments<"find">) => call("find", of),
  replace: (of: Arguments<"replace">) => call("replace", of),
  library: (project?: string) => call("library", present({ project })),
  page: (provider: string, page: string, project?: string) => call("page", present({ provider, page, project })),
  risks: (project: string) => call("risks", { project }),
  highestRisks: (project: string) => call("highest_risks", { project }),
  risk: (project: string, row: string) => call("risk", { project, row }),
  scenarios: (project: string) => call("scenarios", { project }),
  namedBy: (project: string, row: string) => call("named_by", { project, row }),
  statements: (filter: StatementFilter) => call("statements", filter),
  topics: (project?: string) => call("topics", present({ project })),
  coverage: (project: string) => call("coverage", { project }),
  fillGap: (project: string, topic: string, measure?: string) => call("fill_gap", present({ project, topic, measure })),
  topic: (topic: string, project?: string) => call("topic", present({ topic, project })),
  compare: (left: OfState, right: OfState, project?: string) => call("compare", present({ left, right, project })),
  requestFor: (project: string, provider: string, of: RequestMatter) =>
    call("request_for", { project, provider, ...of }),
  requests: (project: string) => call("requests", { project }),
  answers: (project: string, query?: string) => call("answers", present({ project, query })),
  letter: (project: string, provider: string, requests: string[]) => call("letter", { project, provider, requests }),
  drift: (provider: string, from?: string, to?: string) => call("drift", present({ provider, from, to })),
  projectDrift: (project: string) => call("project_drift", { project }),
  revisions: (provider?: string) => call("revisions", present({ provider })),
  passages: (of: Arguments<"passages">) => call("passages", of),
  proposeTopics: (words: string) => call("propose_topics", { words }),
  preview: (project: string, form: string, of: Omit<Arguments<"preview">, "project" | "form">) =>
    call("preview", { project, form, ...of }),
  reportPages: (of: Arguments<"report_pages">) => call("report_pages", of),
  cutContents: (project: string, form: string, cut: CutArguments) => call("cut_contents", { project, form, ...cut }),

  lookAtImport: (path: string, format?: string) => call("look_at_import", present({ path, format })),
  importPages: (what: Arguments<"import">) => call("import", what),
  removeRevision: (provider: string, revision: string) => call("remove_revision", { provider, revision }),
  makeStatement: (made: Arguments<"make_statement">) => call("make_statement", made),
  removeStatement: (statement: string) => call("remove_statement", { statement }),

  createProject: (project: Arguments<"create_project">) => call("create_project", present(project)),
  duplicateProject: (project: string, title: string) => call("duplicate_project", { project, title }),
  changeProject: (change: Arguments<"change_project">) => call("change_project", change),
  trashProject: (project: string) => call("trash_project", { project }),
  restoreProject: (project: string) => call("restore_project", { project }),
  sample: () => call("sample", {}),
  addProject: (from: string) => call("add_project", { from }),

  setValue: (project: string, answer: Answer) =>
    call("set_value", present({ project, ...answer }) as Arguments<"set_value">),
  setRegisterValue: (project: string, answer: Omit<Arguments<"set_value">, "project">) =>
    call("set_value", present({ project, ...answer })),
  addRow: (project: string, register: string, after: string | undefined, values: Preset[]) =>
    call("add_row", present({ project, register, after, values: presets(values) })),
  addRowForEach: (project: string, register: string, field: string) =>
    call("add_row_for_each", { project, register, field }),
  noteSubject: (project: string, table: string, subject: string) => call("note_subject", { project, table, subject }),
  lookAtForm: (project: string, form: string) => call("look_at_form", { project, form }),
  moveForm: (project: string, form: string, version: string) => call("move_form", { project, form, version }),
  exportConsultation: (project: string, out: string, empty: EmptyParts, date?: string, format?: ReportFormat) =>
    call("export_consultation", present({ project, out, empty, date, format })),
  moveRow: (project: string, row: string, after: string | undefined) =>
    call("move_row", present({ project, row, after })),
  trashRow: (project: string, row: string, detach = false) => call("trash_row", { project, row, detach }),
  restoreRow: (project: string, row: string) => call("restore_row", { project, row }),
  score: (of: Arguments<"score">) => call("score", of),
  asBefore: (project: string, rows: string[]) => call("as_before", { project, rows }),
  takeOverRisks: (project: string) => call("take_over_risks", { project }),
  pickScenario: (project: string, scenario: string) => call("pick_scenario", { project, scenario }),
  useScales: (project: string, scales: string) => call("use_scales", { project, scales }),
  cite: (project: string, statement: string) => call("cite", { project, statement }),
  askProvider: (project: string, provider: string, of: RequestMatter) =>
    call("ask_provider", { project, provider, ...of }),
  setRequestStatus: (project: string, requests: string[], status: RequestState) =>
    call("set_request_status", { project, requests, status }),
  setRequestDue: (project: string, requests: string[], due?: string) =>
    call("set_request_due", present({ project, requests, due })),
  exportLetter: (letter: Arguments<"export_letter">) => call("export_letter", letter),
  settle: (settled: Arguments<"settle">) => call("settle", present(settled)),
  followRevision: (project: string, provider: string, revision: string) =>
    call("follow_revision", { project, provider, revision }),
  takeOverScreening: (project: string) => call("take_over_screening", { project }),
  judge: (project: string, statement: string, what: { judgement?: string; note_doc?: unknown }) =>
    call("judge", { project, statement, ...what }),
  useStatements: (project: string, statements: string[], where: { serves?: string; row?: string; field?: string }) =>
    call("use_statements", { project, statements, ...where }),
  restoreAnswer: (project: string, row: string, field: string, version: string) =>
    call("restore_answer", { project, row, field, version }),
  undo: (project: string) => call("undo", { project }),
  redo: (project: string) => call("redo", { project }),

  export: (report: Arguments<"export">) => call("export", report),
  exportComparison: (left: OfState, right: OfState, out: string, format: ReportFormat, project?: string) =>
    call("export_comparison", present({ left, right, out, format, project })),
  exportPack: (of: Arguments<"export_pack">) => call("export_pack", of),
  versions: (project: string) => call("versions", { project }),
  version: (project: string, version: number, form: string) => call("version", { project, version, form }),
  compareVersions: (project: string, from?: number, to?: number) =>
    call("compare_versions", present({ project, from, to })),
  lookAtRemarks: (of: Arguments<"look_at_remarks">) => call("look_at_remarks", of),
  readRemarks: (of: Arguments<"read_remarks">) => call("read_remarks", of),
  remarks: (project: string) => call("remarks", { project }),
  acceptRemark: (project: string, remark: string) => call("accept_remark", { project, remark }),
  answerRemark: (project: string, remark: string, answer: string) => call("answer_remark", { project, remark, answer }),
  declineRemark: (project: string, remark: string, reason: string) =>
    call("decline_remark", { project, remark, reason }),
  doneRemark: (project: string, remarks: string[]) => call("done_remark", { project, remarks }),
  placesForRemark: (project: string, remark: string, query: string) =>
    call("places_for_remark", { project, remark, query }),
  placeRemark: (project: string, remark: string, where: PlaceChosen) =>
    call("place_remark", { project, remark, ...where }),
  reopenRemark: (project: string, remarks: string[]) => call("reopen_remark", { project, remarks }),
  setRound: (of: Arguments<"set_round">) => call("set_round", of),
  addOwnNote: (of: Arguments<"add_own_note">) => call("add_own_note", of),
  markReady: (of: Arguments<"mark_ready">) => call("mark_ready", of),
  unmarkReady: (of: Arguments<"unmark_ready">) => call("unmark_ready", of),
  checkSpelling: (project: string, texts: string[]) => call("check_spelling", { project, texts }),
  suggestSpelling: (project: string, word: string) => call("suggest_spelling", { project, word }),
  spelling: (project?: string) => call("spelling", present({ project })),
  chooseSpelling: (on: boolean, folder?: string) => call("choose_spelling", present({ on, folder })),
  addWord: (word: string) => call("add_word", { word }),
  removeWord: (word: string) => call("remove_word", { word }),
  ignoreWord: (project: string, word: string) => call("ignore_word", { project, word }),
  freezeVersion: (version: Arguments<"freeze_version">) => call("freeze_version", version),
  renumber: (project: string) => call("renumber", { project }),
  exportVersion: (version: Arguments<"export_version">) => call("export_version", version),
  attachments: (project: string) => call("attachments", { project }),
  attach: (project: string, path: string, row?: string) => call("attach", present({ project, path, row })),
  addPicture: (project: string, path: string) => call("add_picture", { project, path }),
  picture: (project: string, attachment: string) => call("picture", { project, attachment }),
  trashAttachment: (project: string, attachment: string) => call("trash_attachment", { project, attachment }),
  restoreAttachment: (project: string, attachment: string) => call("restore_attachment", { project, attachment }),
  exportAttachment: (project: string, attachment: string, out: string) =>
    call("export_attachment", { project, attachment, out }),
  backup: (out: string) => call("backup", { out }),
  backUpNow: () => call("back_up_now", {}),
  backups: () => call("backups", {}),
  lookAtBackup: (backup: string) => call("look_at_backup", { backup }),
  restoreBackup: (backup: string, out: string) => call("restore_backup", { backup, out }),
  planBackups: (plan: Arguments<"plan_backups">) => call("plan_backups", plan),
};
