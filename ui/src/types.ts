// The shapes that the program answers with, until they are generated from the Rust types.

export type FieldKind =
  | "text" | "line" | "date" | "choice" | "choices" | "yes_no" | "refs" | "level" | "scale" | "matrix" | "citations" | "acceptance";
export type ScaleName = "likelihood" | "severity" | "risk";
export interface ChoiceOption { id: string; label: string; group?: string; explain?: string }
export interface Field {
  id: string; label: string; kind: FieldKind; hint: string; prompt: string; law: string[]; required: boolean; cite: boolean;
  options: ChoiceOption[]; to: string[]; scale?: ScaleName;
}
export interface Chosen { option: string; note?: string }
export interface ScaleLevel { label: string; meaning: string; acceptable: boolean; accepted_by: string }
export interface Acceptance { accepted: boolean; name: string; role: string; date: string | null }
export type Value =
  | { kind: "text"; value: string }
  | { kind: "line"; value: string }
  | { kind: "date"; value: string }
  | { kind: "choice"; value: Chosen }
  | { kind: "choices"; value: Chosen[] }
  | { kind: "yes_no"; value: { answer: boolean; reason: string } }
  | { kind: "refs"; value: string[] }
  | { kind: "level"; value: number }
  | { kind: "scale"; value: ScaleLevel[] }
  | { kind: "matrix"; value: number[][] }
  | { kind: "citations"; value: string[] }
  | { kind: "acceptance"; value: Acceptance };

export interface Gap { part: string; label: string; kind: "field" | "rows" | "cells" | "subjects"; missing: number; of: number; row?: string; field?: string }
export interface Progress { answered: number; required: number; gaps: Gap[] }
export interface LevelView { level: number; of: number; label: string; acceptable?: boolean }
export interface RefView { row: string; register: string; number: string; label: string }
export interface CellView {
  asked: boolean; value?: Value; doc?: unknown; refs: RefView[]; level?: LevelView; options: ChoiceOption[]; missing: boolean;
  matrix?: MatrixView;
}
export interface Preset { field: string; value: Value }
export interface RowView { id: string; register: string; number: string; label: string; cells: CellView[] }
export interface GroupView {
  id: string; label: string; law: string[]; hint: string; topics: string[]; required: boolean; new_row: Preset[]; rows: RowView[];
}
export interface ColumnView { id: string; label: string; hint: string; field?: Field; read_only: boolean; width: number; required: boolean }
export interface AddView { register: string; one: string; values: Preset[] }
export interface TableView {
  id: string; title: string; columns: ColumnView[]; subjects_label?: string; groups: GroupView[]; adds: AddView[]; empty: string;
}
export interface FieldView { row: string; register: string; field: Field; cell: CellView }
export type ComputedCell = "subjects_inherent" | "subjects_residual" | "organisation_inherent" | "organisation_residual";
export interface MatrixEntry { risk: RefView; likelihood: number; severity: number }
export interface MatrixSide { side: ComputedCell; entries: MatrixEntry[]; unscored: RefView[] }
export interface MatrixView { likelihood: ScaleLevel[]; severity: ScaleLevel[]; risk: ScaleLevel[]; matrix: number[][]; sides: MatrixSide[] }
export interface LevelsView { risk: ScaleLevel[]; before: number[]; after: number[]; highest_before?: LevelView; highest_after?: LevelView }
export interface SourceView { provider_name: string; page: string; address: string; revision: string; captured: string; citations: string[] }
export type BlockView =
  | ({ type: "field" } & FieldView)
  | ({ type: "table" } & TableView)
  | ({ type: "matrix" } & MatrixView)
  | ({ type: "levels" } & LevelsView)
  | { type: "coverage"; topics: TopicCoverage[] }
  | { type: "rows"; what: string; table: TableView }
  | { type: "sources"; pages: SourceView[] };
export interface PartView {
  id: string; title: string; paragraphs: number[]; law: string[]; hint: string; optional: boolean; empty: boolean; blocks: BlockView[];
}
export interface SectionView { id: string; title: string; law: string[]; hint: string; parts: PartView[]; progress: Progress }
export interface FormView { form: string; version: string; title: string; short: string; source: string; sections: SectionView[]; cited: string[] }

export type StatementKind = "measure" | "assurance" | "right" | "service" | "boundary" | "claim";
export type Side = "provided" | "limitation" | "controllers_duty";
export type Theme = "organisational" | "people" | "physical" | "technological";
export interface Source { page: string; page_title: string; heading: string; address: string; revision: string; captured: string }
export interface Statement {
  id: string; provider: string; words: string; kind: StatementKind; side: Side; theme: Theme; topics: string[]; sources: Source[]; iso: string[]; hash: string;
}
export interface Action { id: string; provider: string; title: string; words: string; statements: string[]; page: string; heading: string }
export type PageBlock =
  | { kind: "heading"; level: number; text: string }
  | { kind: "statement"; id: string }
  | { kind: "action"; id: string }
  | { kind: "document"; id: string }
  | { kind: "text"; text: unknown };
export interface Page { id: string; title: string; address: string; revision: string; captured: string; order: number; body: PageBlock[] }
export interface Topic { id: string; title: string; question: string; group: string; iso: string[]; gdpr: string[] }
export type CoverageStatus = "stated" | "limitation" | "controllers_duty" | "not_stated";
export interface ProviderCoverage {
  provider: string; provider_name: string; status: CoverageStatus; provided: string[]; limitations: string[]; duties: string[];
}
export interface TopicCoverage { topic: Topic; providers: ProviderCoverage[] }

export interface FormChoice { template: string; version: string }
export interface ProjectHead {
  id: string; title: string; language: string; version: string; forms: FormChoice[]; providers: string[]; created: string; trashed: string | null;
}
export interface PinnedSource { page: string; heading: string; address: string; revision: string; captured: string }
export interface Citation {
  id: string; provider: string; provider_name: string; statement: string; words: string; hash: string; sources: PinnedSource[]; pinned: string;
}
export interface UndoState { undo: string | null; redo: string | null }
export interface Changed {
  project: string | null; row: string | null; rows: string[]; citation: string | null; saved: string; undo: UndoState;
}
export interface Status { version: string; workspace: string; first_start: boolean; languages: string[] }
export interface TemplateSummary { id: string; version: string; title: string; short: string; source: string }
export interface SectionSummary { id: string; title: string; progress: Progress }
export interface FormSummary { form: string; short: string; title: string; version: string; progress: Progress; sections: SectionSummary[] }
export interface ProjectSummary { head: ProjectHead; controllers: string[]; forms: FormSummary[]; changed: string }
export interface PageSummary { id: string; title: string; statements: number }
export interface ProviderSummary {
  id: string; name: string; country: string; website: string; revision: string; captured: string; pages: PageSummary[]; statements: number;
  actions: number; topics_stated: number; topics_not_stated: string[]; judged: number;
}
export interface ProjectOverview {
  head: ProjectHead; controllers: string[]; forms: FormSummary[]; providers: ProviderSummary[]; undo: UndoState; changed: string;
}
export interface Library { providers: ProviderSummary[]; topics: Topic[] }
export interface Topics { topics: Topic[]; coverage: TopicCoverage[] }
export interface StatementView {
  statement: Statement; provider: string; provider_name: string; judgement: string | null; note: unknown; note_row: string | null; cited: number;
}
export interface PageView { page: Page; statements: Record<string, StatementView>; actions: Record<string, Action> }
export interface Version { version: number; at: string; value: Value | null; doc: unknown; current: boolean }
export interface TrashedRow { project: string; row: string; one: string; label: string; trashed: string }
export interface Trash { projects: ProjectHead[]; rows: TrashedRow[] }
export interface CitationView { citation: Citation; current: boolean | null }
export interface Citations { citations: Record<string, CitationView> }
export type HitKind = "project" | "answer" | "note" | "statement";
export interface Hit {
  kind: HitKind; project: string | null; context: string; title: string; snippet: string[]; form: string | null; section: string | null;
  row: string | null; field: string | null; provider: string | null; page: string | null; statement: string | null;
}
export interface SearchResult { hits: Hit[] }
export interface Preview { svg: string; pages: number; missing_glyphs: string[] }
export interface Exported { path: string; pages: number; bytes: number; missing_glyphs: string[] }
export interface Written { path: string; bytes: number }
