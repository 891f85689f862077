// Written by `cargo xtask bindings` from the list of commands. Do not edit.

/**
 * A remark whose proposed change is to be made.
 */
export type AcceptRemark = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The remark.
 */
remark: RowId, 
/**
 * Who decides; when left out, the person who leads the assessment.
 */
by?: string, };

/**
 * The acceptance of a residual risk by a person who may accept it.
 */
export type Acceptance = { 
/**
 * Whether the risk is accepted.
 */
accepted: boolean, 
/**
 * Who accepts or refuses.
 */
name: string, 
/**
 * The role in which the person accepts or refuses.
 */
role: string, 
/**
 * The day.
 */
date: string | null, };

/**
 * Who can accept a risk or approve a plan.
 */
export type Acceptors = { 
/**
 * The roles that may accept a risk of some level according to the method.
 */
roles: Array<string>, 
/**
 * The people named in the assessment.
 */
people: Array<Person>, };

/**
 * Something a provider offers a controller to do.
 */
export type Action = { 
/**
 * `<provider>/<slug>`.
 */
id: string, 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * What to do, as a short order: "Ask for the audit report".
 */
title: string, 
/**
 * How it is done and what it gives, in words of the pack's own.
 */
words: string, 
/**
 * What is required before it begins, in words of the pack's own: "Written approval before the test starts".
 */
condition?: string, 
/**
 * Ids of the statements on which it rests; at least one.
 */
statements: Array<string>, 
/**
 * Id of the page that offers it.
 */
page: string, 
/**
 * The heading on the page under which it stands.
 */
heading: string, };

/**
 * An own note beside an answer, a row or a section.
 */
export type AddOwnNote = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The id of the note; the program makes one when left out.
 */
id?: RowId, 
/**
 * The row.
 */
row?: RowId, 
/**
 * The field of the row; the whole row when left out.
 */
field?: string, 
/**
 * The form of a section, in place of a row.
 */
form?: string, 
/**
 * The section.
 */
section?: string, 
/**
 * The words, as plain text; empty when left out.
 */
words?: string, };

/**
 * A picture to add.
 */
export type AddPicture = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The file on the disk, PNG or JPEG. It is copied into the workspace.
 */
path?: string, 
/**
 * The name of the file; when left out, that of the file on the disk.
 */
name?: string, 
/**
 * The bytes of the file in base64, in place of a file on the disk.
 */
base64?: string, 
/**
 * The caption; may follow later.
 */
caption?: string, 
/**
 * The alternative text: what the picture shows, for people who cannot see it; may follow later.
 */
alternative?: string, 
/**
 * The id of the new row; the program makes one when left out.
 */
id?: RowId, };

/**
 * A new row.
 */
export type AddRow = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The register.
 */
register: string, 
/**
 * The id of the row; the program makes one when left out.
 */
id?: RowId, 
/**
 * The row it comes after; at the end when left out.
 */
after?: RowId, 
/**
 * First answers by field.
 */
values?: { [key in string]: Value }, };

/**
 * Add a row for each option of a choice that no row has.
 */
export type AddRowForEach = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The register of the rows.
 */
register: string, 
/**
 * The field of the choice.
 */
field: string, };

/**
 * A row that can be added.
 */
export type AddView = { 
/**
 * The register.
 */
register: string, 
/**
 * The name of one row of the register, as people say it.
 */
one: string, 
/**
 * First values.
 */
values: Array<Preset>, };

/**
 * The change of a row, an answer or an attachment.
 */
export type AnswerChange = "added" | "removed" | "changed";

/**
 * An answer that differs.
 */
export type AnswerComparison = { 
/**
 * Whether the answer was added, removed or changed.
 */
change: AnswerChange, 
/**
 * The field.
 */
field: string, 
/**
 * The label of the field.
 */
label: string, 
/**
 * The words of both answers, with removed and added words marked. If both have the same words, they differ in
 * something that is no words: a citation, or how the text is set.
 */
words: Array<ChangedWords>, };

/**
 * An example of an answer.
 */
export type AnswerExample = { 
/**
 * What the sample project answers to the same question; none if the sample has no words there.
 */
words: string | null, };

/**
 * An answer to a remark.
 */
export type AnswerRemark = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The remark.
 */
remark: RowId, 
/**
 * The answer, as plain text.
 */
answer: string, 
/**
 * Who answers; when left out, the person who leads the assessment.
 */
by?: string, };

/**
 * An answer of a provider that can be cited.
 */
export type AnswerView = { 
/**
 * The name by which `cite` takes the answer.
 */
name: string, 
/**
 * The request.
 */
row: RowId, 
/**
 * The number of the request.
 */
number: string, 
/**
 * Who answered.
 */
provider: string, 
/**
 * The words of the request, as plain text.
 */
question: string, 
/**
 * The answer, as plain text.
 */
words: string, 
/**
 * The day on which the answer came.
 */
on: string | null, };

/**
 * An error, ready to be shown.
 */
export type AppError = { 
/**
 * The kind, for programs.
 */
code: ErrorCode, 
/**
 * What happened, for people.
 */
message: string, 
/**
 * The next step, for people.
 */
help: string, 
/**
 * The technical cause, for support.
 */
detail: string, };

/**
 * A request to a provider: exactly one of `action`, `topic`, `statement`, `about` and `sought`.
 */
export type AskProvider = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Id of the action that it offers.
 */
action?: string, 
/**
 * Id of the topic.
 */
topic?: string, 
/**
 * Id of a statement, or name of a passage, that the provider is to confirm or correct. The request pins it.
 */
statement?: string, 
/**
 * Anything else in a few words, such as a finding; empty for a question that is yet to be written.
 */
about?: string, 
/**
 * Words that a person looked for in vain among the provider's statements.
 */
sought?: string, 
/**
 * Ids of further topics that the request is about.
 */
topics?: Array<string>, 
/**
 * The id of the request; the program makes one when left out.
 */
id?: RowId, };

/**
 * What the providers of a project state on the topics, and the project's answers about it.
 */
export type AssessedCoverage = { 
/**
 * One entry per topic.
 */
topics: Array<AssessedTopic>, 
/**
 * One entry per provider. "Not stated" means that none of these pages states it.
 */
read: Array<PagesRead>, 
/**
 * The options for the judgement of a statement.
 */
judgements: Array<ChoiceOption>, };

/**
 * What one provider states on a topic, and the project's answers about it.
 */
export type AssessedProvider = { 
/**
 * What it states.
 */
covered: ProviderCoverage, 
/**
 * The worst judgement; none if no statement on the topic is judged.
 */
judgement?: TopicJudgement, 
/**
 * The gap; none if there is none.
 */
gap?: CoverageGap, 
/**
 * The request to the provider about the topic. It waits for an answer or was answered.
 */
request?: RefView, };

/**
 * A topic with what each provider states on it.
 */
export type AssessedTopic = { 
/**
 * The topic.
 */
topic: Topic, 
/**
 * The measures that fill its gap, as the project says.
 */
measures: Array<RefView>, 
/**
 * One entry per provider, in the order of the project.
 */
providers: Array<AssessedProvider>, };

/**
 * A file to attach: a file on the disk, or text that becomes a text file.
 */
export type Attach = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row to attach the file to; the whole project when left out.
 */
row?: RowId, 
/**
 * The file on the disk. It is copied into the workspace.
 */
path?: string, 
/**
 * The name; when left out, the name of the file on the disk.
 */
name?: string, 
/**
 * The text of a text file, in place of a file on the disk.
 */
text?: string, };

/**
 * An attachment that was added or removed.
 */
export type AttachmentComparison = { 
/**
 * Whether the attachment was added or removed.
 */
change: AnswerChange, 
/**
 * The attachment.
 */
attachment: AttachmentLine, };

/**
 * A file attached to a project. Unique within its project.
 */
export type AttachmentId = string;

/**
 * A file attached to a project, as forms and reports name it.
 */
export type AttachmentLine = { 
/**
 * Identity within the project.
 */
id: AttachmentId, 
/**
 * The number that people see: `E1`. It stays the same when other files go into the trash.
 */
number: string, 
/**
 * The name of the file.
 */
name: string, 
/**
 * Its media type.
 */
media_type: string, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * SHA-256 of its bytes, in small hexadecimal letters.
 */
sha256: string, 
/**
 * The row to which it belongs; none if it belongs to the project as a whole.
 */
row?: RowId, };

/**
 * An attachment.
 */
export type AttachmentView = { 
/**
 * When it was attached.
 */
added: string, 
/**
 * The number of the row that the file is attached to; none if it is attached to the project, or the row is in
 * the trash.
 */
row_number: string | null, 
/**
 * That row in one line.
 */
row_label: string | null, 
/**
 * Identity within the project.
 */
id: AttachmentId, 
/**
 * The number that people see: `E1`. It stays the same when other files go into the trash.
 */
number: string, 
/**
 * The name of the file.
 */
name: string, 
/**
 * Its media type.
 */
media_type: string, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * SHA-256 of its bytes, in small hexadecimal letters.
 */
sha256: string, 
/**
 * The row to which it belongs; none if it belongs to the project as a whole.
 */
row?: RowId, };

/**
 * The attachments of a project.
 */
export type Attachments = { 
/**
 * The attachments, in the order in which they were attached.
 */
attachments: Array<AttachmentView>, 
/**
 * The attachments in the trash.
 */
trashed: Array<AttachmentView>, 
/**
 * The most bytes that an attachment can have.
 */
most: number, };

/**
 * The backup that somebody asked for.
 */
export type BackedUp = { 
/**
 * The newest backup. It holds everything, or it is less than a minute old. None if there is nothing to back up
 * yet.
 */
path?: string, 
/**
 * Whether the backup was written now.
 */
written: boolean, };

/**
 * A project as a backup holds it.
 */
export type BackedUpProject = { 
/**
 * Its title.
 */
title: string, 
/**
 * When anything in it changed last.
 */
changed: string, 
/**
 * Whether it lay in the trash.
 */
trashed: boolean, 
/**
 * How many answers stand in it.
 */
answers: number, };

/**
 * The backups of the workspace, and how many of them are kept.
 */
export type BackupList = { 
/**
 * The folder of the backups, beside the workspace. It exists only after the first backup.
 */
folder: string, 
/**
 * How many backups of single days are kept.
 */
days: number, 
/**
 * For how many weeks before these days one backup each is kept.
 */
weeks: number, 
/**
 * The largest number that `days` and `weeks` can have.
 */
most: number, 
/**
 * Another folder that each backup is copied to.
 */
second?: SecondFolder, 
/**
 * The backups, the newest first.
 */
backups: Array<BackupView>, };

/**
 * What a backup holds.
 */
export type BackupLook = { 
/**
 * The file.
 */
path: string, 
/**
 * Its projects.
 */
projects: Array<BackedUpProject>, };

/**
 * Where a backup stands.
 */
export type BackupPlace = "beside" | "second" | "before_format";

/**
 * How a backup relates to the workspace.
 */
export type BackupState = "earlier" | "outside_the_log" | "on_its_own" | "unreadable";

/**
 * A backup.
 */
export type BackupView = { 
/**
 * The file.
 */
path: string, 
/**
 * The day it was made, in UTC.
 */
day: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * Where it stands.
 */
place: BackupPlace, 
/**
 * Whether the backup can be read now, and how it relates to the workspace.
 */
state: BackupState, 
/**
 * Number of changes in the workspace since the backup.
 */
changes: number, 
/**
 * Titles of the projects that these changes touched.
 */
projects: Array<string>, };

/**
 * The backups that the program makes by itself, at most one a day.
 */
export type Backups = { 
/**
 * The folder of the backups. It exists only after the first backup.
 */
folder: string, 
/**
 * The day of the newest backup, YYYY-MM-DD.
 */
last: string | null, };

/**
 * A block.
 */
export type BlockView = { "type": "field" } & FieldView | { "type": "table" } & TableView | { "type": "matrix" } & MatrixView | { "type": "levels" } & LevelsView | { "type": "coverage" } & AssessedCoverage | { "type": "rows", 
/**
 * The kind of block.
 */
what: Computed, 
/**
 * The rows as a table that cannot be edited here.
 */
table: TableView, } | { "type": "screening" } & ScreeningView | { "type": "versions", 
/**
 * One line each.
 */
lines: Array<VersionLine>, } | { "type": "sources", 
/**
 * Pages in the order in which they are first cited.
 */
pages: Array<SourceView>, };

/**
 * A cell, or the answer of a field.
 */
export type CellView = { 
/**
 * Whether the question is asked here.
 */
asked: boolean, 
/**
 * The answer.
 */
value?: Value, 
/**
 * The answer (or its reason) as a tree, if it is rich text.
 */
doc?: unknown, 
/**
 * Rows to which the answer refers, or which refer to this row.
 */
refs: Array<RefView>, 
/**
 * The level that is the answer, or that is computed.
 */
level?: LevelView, 
/**
 * For an acceptance: the role that may accept a risk of this row's level according to the method.
 */
may_accept?: string, 
/**
 * The method in force, without risks, if the field is a scale or the matrix.
 */
matrix?: MatrixView, 
/**
 * The files attached to the row. They stand in the cell of its evidence, or else in the cell that names the row.
 */
attached?: Array<AttachmentLine>, 
/**
 * Whether the answer is required and is missing or incomplete.
 */
missing: boolean, 
/**
 * What a required answer lacks. A score outside its scale is reported even if it is not required.
 */
lacks?: Array<Lack>, };

/**
 * Changes to the head of a project. What is left out stays as it is.
 */
export type ChangeProject = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * A new name.
 */
title?: string, 
/**
 * Another language in which answers are written.
 */
language?: string, 
/**
 * Version of the report, as people count it.
 */
version?: string, 
/**
 * All chosen providers.
 */
providers?: Array<string>, 
/**
 * The revision to follow, by provider. Other providers keep theirs.
 */
follows?: { [key in string]: string }, 
/**
 * All forms of the project. Answers of a form that is left out stay in the file.
 */
forms?: Array<string>, };

/**
 * What a change did.
 */
export type Changed = { 
/**
 * The project that was changed.
 */
project: ProjectId | null, 
/**
 * The row that the change made, if it made one.
 */
row: RowId | null, 
/**
 * The rows that the change made, if it made several.
 */
rows: Array<RowId>, 
/**
 * The citation that the change made or found.
 */
citation: CitationId | null, 
/**
 * When it was saved.
 */
saved: string, 
/**
 * The changes that `undo` and `redo` would act on now.
 */
undo: UndoState, 
/**
 * The project's revision after this change; 0 if the change is of no single project (`load`).
 */
revision: number, 
/**
 * The records that the change touched.
 */
touched: Touched, 
/**
 * What was derived anew. None if the project was not in memory before the change, or if nobody asked for
 * `project`, `form` or `citations` since it is in memory. A window that shows the project then asks for them
 * again.
 */
derived: Derived | null, 
/**
 * What became of the answers, if the change moved the project to another version of a form.
 */
moved?: FormMove, };

/**
 * A run of words that are in both revisions, or in one of them.
 */
export type ChangedWords = { 
/**
 * Where the words are.
 */
side: WordSide, 
/**
 * The words, with single spaces between them.
 */
words: string, };

/**
 * Texts to check in the language of a project.
 */
export type CheckSpelling = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The texts, one paragraph each, with U+FFFC in place of a citation.
 */
texts: Array<string>, };

/**
 * One option of a choice.
 */
export type ChoiceOption = { 
/**
 * Stable id, stored in answers.
 */
id: string, 
/**
 * What people read.
 */
label: string, 
/**
 * Options of the same group stand together.
 */
group?: string, 
/**
 * If this option is chosen, an explanation is asked for, under this prompt ("how", "why").
 */
explain?: string, 
/**
 * Excludes the other options: "None".
 */
alone?: boolean, };

/**
 * The settings of spelling.
 */
export type ChooseSpelling = { 
/**
 * Whether texts are checked.
 */
on: boolean, 
/**
 * A folder with dictionaries, which is searched before the folders of the system; none when left out.
 */
folder?: string, };

/**
 * A chosen option, with the explanation that the option asks for (empty if it asks for none).
 */
export type Chosen = { 
/**
 * The option's id in the field's list.
 */
option: string, 
/**
 * The explanation why, how, or which, as plain text.
 */
note?: string, };

/**
 * A statement used as support, pinned to its words, revision and date. It does not need the pack. It can also be the
 * answer of a provider to a request of the project: then it stands on no page, and no revision changes it.
 */
export type Citation = { 
/**
 * Identity within the project.
 */
id: CitationId, 
/**
 * Id of the provider; empty for an answer of a provider that the library does not have.
 */
provider: string, 
/**
 * Name of the provider when the citation was made.
 */
provider_name: string, 
/**
 * Id of the statement, name of the passage, or name of the answer ([`answer_name`]).
 */
statement: string, 
/**
 * The words, as they stood when they were cited.
 */
words: string, 
/**
 * Hash of those words, to see whether the pack still has the same words.
 */
hash: string, 
/**
 * Where the words stood; empty for an answer.
 */
sources: Array<PinnedSource>, 
/**
 * When the citation was made.
 */
pinned: string, 
/**
 * The revision of the provider's content in which the words stood; none for the first bundled revision, because
 * citations that are older than the second one do not name it.
 */
revision?: string, 
/**
 * Set if the project keeps the words although the provider no longer publishes them.
 */
kept?: KeepDecision, 
/**
 * The earlier citations that this one replaces, because what they say is still true.
 */
renews?: Array<Renewal>, 
/**
 * Set if the words are a provider's answer to a request.
 */
answer?: CitedAnswer, };

/**
 * The attributes of a citation in a text.
 */
export type CitationAttrs = { 
/**
 * The citation's id within the project.
 */
id: string, };

/**
 * A citation. Unique within its project. In rich text it stands as `cite:ID`.
 */
export type CitationId = string;

/**
 * A citation, and whether the revision that the project follows still has its words.
 */
export type CitationView = { 
/**
 * The citation as it was pinned.
 */
citation: Citation, 
/**
 * Whether the statement still has these words; none if the revision that the project follows has no such
 * statement.
 */
current: boolean | null, };

/**
 * The citations of a project, by id.
 */
export type Citations = { 
/**
 * The revision of the project that this answer is of.
 */
revision: number, 
/**
 * The citations, each with its words as pinned.
 */
citations: { [key in string]: CitationView }, };

/**
 * A statement, a passage or an answer to cite.
 */
export type Cite = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the statement, name of the passage, or name of the answer as `answers` gives it.
 */
statement: string, 
/**
 * The id of the citation; the program makes one when left out.
 */
id?: CitationId, };

/**
 * The request to which cited words are the answer.
 */
export type CitedAnswer = { 
/**
 * The request.
 */
request: RowId, 
/**
 * What was asked.
 */
question: string, 
/**
 * The day on which the answer came, if it is known.
 */
on: string | null, };

/**
 * A column.
 */
export type ColumnView = { 
/**
 * Id of the field, or of what is computed; unique within the table.
 */
id: string, 
/**
 * Heading.
 */
label: string, 
/**
 * The field's own label, if the heading is an abbreviation ("C" for "Need of confidentiality").
 */
full_label?: string, 
/**
 * Help.
 */
hint: string, 
/**
 * Whether its cells give the rows their one-line names.
 */
names_row: boolean, 
/**
 * The field, if the cells are answers.
 */
field?: Field, 
/**
 * The options in each cell, if they depend on the project: levels of the method, rows of registers. Empty if the
 * cells cannot be edited here.
 */
options: Array<ChoiceOption>, 
/**
 * Who can accept, if the cells are acceptances.
 */
acceptors?: Acceptors, 
/**
 * Whether it is shown but cannot be edited here.
 */
read_only: boolean, 
/**
 * Share of the width, 1 to 12; 0 lets the layout decide.
 */
width: number, 
/**
 * Whether an empty cell is a gap.
 */
required: boolean, };

/**
 * Two states to be compared: of two providers, or two revisions of one.
 */
export type Compare = { 
/**
 * The state on the left.
 */
left: OfState, 
/**
 * The state on the right.
 */
right: OfState, 
/**
 * The project whose judgements are shown.
 */
project?: ProjectId, };

/**
 * Two states of a project to compare.
 */
export type CompareVersions = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Number of the earlier version; the last version when left out.
 */
from?: number, 
/**
 * Number of the later version; the draft when left out.
 */
to?: number, };

/**
 * How a statement differs between two revisions of one provider.
 */
export type ComparedChange = { 
/**
 * What changed from the earlier revision to the later one.
 */
change: StatementChange, 
/**
 * Ids of the statements of the other revision in which it goes on, or from which it comes.
 */
others: Array<string>, 
/**
 * The words that were removed and added, if one statement says it in other words.
 */
words: Array<ChangedWords>, 
/**
 * What changed, in the words of those who keep the pack. Only the earlier side has it; empty if they say nothing.
 */
note: string, 
/**
 * The day of the change, if it is known.
 */
since: string | null, };

/**
 * What one side states on a topic.
 */
export type ComparedCoverage = { 
/**
 * The kind of what it states on the topic.
 */
status: CoverageStatus, 
/**
 * The statements: what is provided, then what is limited, then what is left to the controller.
 */
statements: Array<ComparedStatement>, 
/**
 * What the pages leave open on the topic.
 */
missing: Array<string>, 
/**
 * Whether the pages leave something open, as [`ProviderCoverage::open`](crate::provider::ProviderCoverage::open)
 * says it.
 */
open: boolean, };

/**
 * A state of one provider's pages, in numbers.
 */
export type ComparedState = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * The revision.
 */
revision: string, 
/**
 * Day of the newest of its pages; none if no page has a day.
 */
day: string | null, 
/**
 * Where it comes from.
 */
origin: PackOrigin, 
/**
 * Number of pages that were read.
 */
pages: number, 
/**
 * Number of statements.
 */
statements: number, 
/**
 * Number of topics by what is stated on them.
 */
sums: CoverageSums, };

/**
 * A statement as it stands in a comparison.
 */
export type ComparedStatement = { 
/**
 * Its id.
 */
statement: string, 
/**
 * Its words.
 */
words: string, 
/**
 * Whose side it falls on.
 */
side: Side, 
/**
 * What kind of statement.
 */
kind: StatementKind, 
/**
 * Why it is uncertain; none if nothing makes it uncertain.
 */
uncertain: string | null, 
/**
 * Where it is published, with the day of each page; at least one place.
 */
sources: Array<Source>, 
/**
 * The project's judgement, as an option's id; none without a project.
 */
judgement: string | null, 
/**
 * What became of the statement, or what it was before; none if two providers are compared, or if it did not change
 * and has no note.
 */
became: ComparedChange | null, };

/**
 * A topic with what both sides state on it.
 */
export type ComparedTopic = { 
/**
 * The topic.
 */
topic: Topic, 
/**
 * The left side.
 */
left: ComparedCoverage, 
/**
 * The right side.
 */
right: ComparedCoverage, 
/**
 * Whether the sides differ: by [`ComparedCoverage::differs`].
 */
differs: boolean, };

/**
 * Two states of what providers publish, side by side.
 */
export type Comparison = { 
/**
 * The state on the left.
 */
left: ComparedState, 
/**
 * The state on the right.
 */
right: ComparedState, 
/**
 * The side of the earlier state, if both are of one provider; none for two providers.
 */
earlier: ComparisonSide | null, 
/**
 * One entry per topic, in the order in which assessments ask about them.
 */
topics: Array<ComparedTopic>, };

/**
 * A side of a comparison.
 */
export type ComparisonSide = "left" | "right";

/**
 * A block that the program can compute.
 */
export type Computed = "subjects_matrix" | "subjects_matrices" | "organisation_matrix" | "organisation_matrices" | "levels" | "coverage" | "requests" | "sources" | "notes" | "screening" | "versions";

/**
 * A value that the program can compute in a cell.
 */
export type ComputedCell = "label" | "subjects_inherent" | "subjects_residual" | "organisation_inherent" | "organisation_residual";

/**
 * The condition under which a field or part is asked.
 */
export type Condition = { 
/**
 * The conditions.
 */
any: Array<Condition>, } | { 
/**
 * The outcomes.
 */
screening: Array<ScreeningOutcome>, } | { 
/**
 * The field looked at, in the same row.
 */
field: string, 
/**
 * Any of these options.
 */
is: Array<string>, } | { 
/**
 * The field looked at, in the same row.
 */
field: string, 
/**
 * The options that do not count.
 */
is_not: Array<string>, } | { 
/**
 * The field looked at, in the same row.
 */
field: string, 
/**
 * The options that must not be chosen.
 */
without: Array<string>, } | { 
/**
 * The yes-or-no question looked at, in the same row.
 */
field: string, 
/**
 * The answer.
 */
answer: boolean, } | { 
/**
 * The field looked at, in the same row.
 */
field: string, 
/**
 * Whether it must have an answer.
 */
answered: boolean, } | { 
/**
 * The conditions.
 */
all: Array<Condition>, } | { 
/**
 * The register whose rows are counted.
 */
register: string, 
/**
 * The number that must be exceeded.
 */
more_than: number, 
/**
 * Only rows for which all of these hold are counted.
 */
only?: Array<Filter>, };

/**
 * The information that Article 36(3) of the GDPR asks a controller to give to the authority, if parts of a form hold
 * it.
 */
export type ConsultationPoint = "responsibilities" | "purposes" | "measures" | "other";

/**
 * A topic on which a provider states nothing, or too little.
 */
export type CoverageGap = { 
/**
 * Why it is a gap.
 */
cause: GapCause, 
/**
 * What is done about it.
 */
state: GapState, };

/**
 * The kind of what a provider states on a topic.
 */
export type CoverageStatus = "stated" | "limitation" | "controllers_duty" | "not_stated" | "not_looked_at";

/**
 * Number of topics by what a provider states on them.
 */
export type CoverageSums = { 
/**
 * At least one statement on something provided.
 */
stated: number, 
/**
 * Nothing provided, at least one limitation.
 */
limitation: number, 
/**
 * Only duties of the controller.
 */
controllers_duty: number, 
/**
 * No statement at all.
 */
not_stated: number, 
/**
 * Nobody has made a statement from the imported pages.
 */
not_looked_at: number, 
/**
 * Topics with a statement on which the pages leave something open.
 */
left_open: number, };

/**
 * A new project.
 */
export type CreateProject = { 
/**
 * The id of the project; the program makes one when left out.
 */
id?: ProjectId, 
/**
 * Its name.
 */
title: string, 
/**
 * Names of the controllers.
 */
controllers?: Array<string>, 
/**
 * Ids of the chosen providers.
 */
providers?: Array<string>, 
/**
 * The revision to follow, by provider; the newest one when left out.
 */
follows?: { [key in string]: string }, 
/**
 * Ids of the forms' templates; may be left out with `like`.
 */
forms?: Array<string>, 
/**
 * Language in which answers are written: `en`, `nb`, `nn`, `da`.
 */
language?: string, 
/**
 * A project whose facts the new project takes over. Arguments above that are left out come from that project,
 * too.
 */
like?: ProjectId, };

/**
 * The cuts of a report: which parts each kind of reader gets.
 */
export type Cut = "full" | "summary" | "owner" | "provider" | "public";

/**
 * What a cut of a report leaves out, in words.
 */
export type CutContents = { 
/**
 * The cuts of this form's report, the whole report first.
 */
cuts: Array<Cut>, 
/**
 * The sections of the form, in order.
 */
sections: Array<CutSection>, 
/**
 * In words: which sections are left out, whole or in part.
 */
left_out_sections: Array<string>, 
/**
 * In words: how many rows of which registers are left out.
 */
left_out_rows: Array<string>, 
/**
 * The questions whose answers are left out in rows that are shown.
 */
left_out_answers: Array<string>, 
/**
 * In words: what else is left out.
 */
left_out_besides: Array<string>, 
/**
 * In words: what the file holds besides the sections and parts that are shown.
 */
goes_along: Array<string>, 
/**
 * Names of people that are in the shown text although the cut withholds names.
 */
names: Array<string>, };

/**
 * A section that can be chosen.
 */
export type CutSection = { 
/**
 * Its number.
 */
id: string, 
/**
 * Its heading.
 */
title: string, };

/**
 * A link to a page that is not there.
 */
export type DeadLink = { 
/**
 * Path of the file.
 */
file: string, 
/**
 * Line in the file, counted from 1; 0 if the file has no lines of text.
 */
line: number, 
/**
 * The target of the link, as it is written.
 */
target: string, };

/**
 * A remark to decline.
 */
export type DeclineRemark = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The remark.
 */
remark: RowId, 
/**
 * The reason, as plain text.
 */
reason: string, 
/**
 * Who decides; when left out, the person who leads the assessment.
 */
by?: string, };

/**
 * What was derived anew after a change.
 */
export type Derived = { 
/**
 * The revision before the change. `citations` and `gone` apply to the citations of that revision.
 */
since: number, 
/**
 * The whole overview of the project.
 */
overview: ProjectOverview, 
/**
 * Citations that were added or changed, by id.
 */
citations: { [key in string]: CitationView }, 
/**
 * Citations that were removed.
 */
gone: Array<CitationId>, 
/**
 * How the findings differ from those before; none if they are the same.
 */
findings: FindingsChange | null, 
/**
 * What changed in the form for which `form` was called last. None if nobody asked for a form of the project, or if
 * the view can't be updated by parts because the project no longer follows the form, or follows another version. A
 * window that shows a form then asks for the form again.
 */
form: FormChange | null, 
/**
 * What changed in the register of risks since the last answer. None if nobody asked for `risks`.
 */
risks?: RiskChange, };

/**
 * A page that was drawn.
 */
export type DrawnPage = { 
/**
 * Number of the page, counted from 1.
 */
page: number, 
/**
 * Fingerprint of the page.
 */
fingerprint: string, 
/**
 * The drawing, as SVG.
 */
svg: string, 
/**
 * The text of the page.
 */
words: string, 
/**
 * The places of the form that stand on the page.
 */
places: Array<PagePlace>, };

/**
 * The differences between two revisions of a provider's content. What did not change is left out.
 */
export type Drift = { 
/**
 * Pages that are new, gone, renamed or have another title.
 */
pages: Array<PageDrift>, 
/**
 * Passages that changed: first those of the earlier revision in reading order, then the new ones.
 */
passages: Array<PassageDrift>, 
/**
 * Statements that changed: first those of the earlier revision in their order, then the new ones.
 */
statements: Array<StatementDrift>, 
/**
 * Topics on which something is stated in one of the two revisions only.
 */
topics: Array<TopicDrift>, };

/**
 * A citation, judgement or request of the project, and what became of its source.
 */
export type DriftItem = { 
/**
 * What it is: a citation, a judgement or a request.
 */
kind: DriftItemKind, 
/**
 * Whether somebody still has to look at the item.
 */
open: boolean, 
/**
 * The citation that can be settled; none for a request.
 */
citation: CitationId | null, 
/**
 * The row of the judgement or of the request. None for a citation, which may stand in several rows.
 */
row: RowId | null, 
/**
 * Id of the statement, action or topic, or name of the passage, that the item rests on.
 */
statement: string, 
/**
 * Where the project uses the item.
 */
places: Array<DriftPlace>, 
/**
 * The revision that the item was taken from.
 */
from: RevisionSummary, 
/**
 * The newest revision.
 */
newest: RevisionSummary, 
/**
 * What changed.
 */
change: StatementChange, 
/**
 * The words that the item rests on.
 */
before: string, 
/**
 * The words that are published in their place now; empty if they are gone.
 */
now: Array<PublishedWords>, 
/**
 * The words that were removed and added, if the source goes on in one statement.
 */
words: Array<ChangedWords>, 
/**
 * What the maintainers of the provider's pack say about the change; empty if they say nothing.
 */
note: string, 
/**
 * Day of the change, if it is known.
 */
since: string | null, 
/**
 * The revision that has the first change; none if nothing changed.
 */
since_revision: RevisionSummary | null, 
/**
 * Why the project keeps the old words, if it does.
 */
kept: KeepDecision | null, };

/**
 * The kinds of [`DriftItem`].
 */
export type DriftItemKind = "citation" | "judgement" | "request";

/**
 * Two revisions of a provider.
 */
export type DriftOf = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * The earlier revision; the one before the later revision when left out.
 */
from?: string, 
/**
 * The later revision; the newest when left out.
 */
to?: string, };

/**
 * A place of the project.
 */
export type DriftPlace = { 
/**
 * The row.
 */
row: RowId, 
/**
 * The register of the row.
 */
register: string, 
/**
 * The name for one row of the register.
 */
one: string, 
/**
 * The number by which people call the row; empty if the row has none.
 */
number: string, 
/**
 * The row in one line; empty for the answers of a form.
 */
label: string, 
/**
 * The field.
 */
field: string, 
/**
 * The field's label.
 */
field_label: string, 
/**
 * The form that shows it.
 */
form: string | null, 
/**
 * The section of the form.
 */
section: string | null, 
/**
 * The sentences with the citation; empty where it stands in a list of evidence.
 */
sentences: Array<string>, };

/**
 * A copy of a project.
 */
export type DuplicateProject = { 
/**
 * The project to copy.
 */
project: ProjectId, 
/**
 * The name of the copy.
 */
title: string, 
/**
 * The id of the copy; the program makes one when left out.
 */
id?: ProjectId, };

/**
 * Duties of a project, or of all projects, the earliest first.
 */
export type Duties = { 
/**
 * The day on which the answer was made.
 */
today: string, 
/**
 * The duties; overdue ones stand first.
 */
duties: Array<DutyView>, };

/**
 * Where a day stands in a project.
 */
export type DutyPlace = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * Number of the section.
 */
section: string, 
/**
 * The row.
 */
row: RowId, 
/**
 * The field.
 */
field: string, };

/**
 * A duty with its day.
 */
export type DutyView = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The name of the project.
 */
project_title: string, 
/**
 * The day.
 */
day: string, 
/**
 * Whether the day has passed.
 */
overdue: boolean, 
/**
 * What falls on that day: the label of the field, or the title of a document.
 */
what: string, 
/**
 * What the duty is about: the row in one line, or the short name of the form. Empty for a document.
 */
about: string, 
/**
 * Who has the duty, or who publishes the document; empty if nobody is named.
 */
whose: string, 
/**
 * The place of the day in the project; none for a document of a provider.
 */
place?: DutyPlace, 
/**
 * Address of a provider's document; empty if the document has none.
 */
document?: string, };

/**
 * The options of a choice that have no row yet.
 */
export type EachOption = { 
/**
 * The register of the rows.
 */
register: string, 
/**
 * The choice.
 */
field: string, 
/**
 * Number of its options without a row.
 */
missing: number, };

/**
 * What happens to optional parts in which nothing is written.
 */
export type EmptyParts = "leave_out" | "say";

/**
 * A document that is no longer valid, or will soon end.
 */
export type EndingDocument = { 
/**
 * Id of the document.
 */
document: string, 
/**
 * Title of the document.
 */
title: string, 
/**
 * Address of the document.
 */
address: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * The last day on which it is valid.
 */
valid_until: string, 
/**
 * Whether that day is over.
 */
ended: boolean, };

/**
 * The kinds of error that a caller can tell apart. The set is closed: a new kind changes the interface.
 */
export type ErrorCode = "bad_arguments" | "unknown_command" | "not_found" | "wrong_value" | "too_large" | "taken" | "nothing_to_undo" | "locked" | "missing" | "not_a_workspace" | "newer" | "damaged" | "read_only" | "disk_full" | "file" | "report" | "internal";

/**
 * A report to be written.
 */
export type Export = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * `dpia`, `rar`, or a template's id.
 */
form: string, 
/**
 * The file; an existing one is replaced whole.
 */
out: string, 
/**
 * The day on the report; today when left out.
 */
date?: string, 
/**
 * What happens to empty optional parts.
 */
empty?: EmptyParts, 
/**
 * What the file is: a PDF when left out.
 */
format?: ReportFormat, 
/**
 * Whether the file is for keeping (PDF/A-3a). Programs open such a file read-only, so a draft for comments
 * must not be one.
 */
archival?: boolean, 
/**
 * Whether the file carries the project, so that `load` can read the project from the PDF. A whole report
 * carries all answers of the project, also those of its other forms. A cut carries what it shows.
 */
with_project?: boolean, 
/**
 * The cut; the whole report when left out.
 */
cut?: Cut, 
/**
 * Numbers of the sections of the whole report to keep; all sections when left out. An empty list is refused.
 */
sections?: Array<string>, 
/**
 * Whether the summary in front of a whole report is left out.
 */
without_summary?: boolean, 
/**
 * Whether the summary of the whole project stands in front of chosen sections. Without it, the sections stand
 * alone.
 */
with_summary?: boolean, 
/**
 * Id of the provider that the report is for. It can be left out if the project has only one provider.
 */
provider?: string, 
/**
 * Whether the report has an appendix with the answers to the remarks of the last review round. A report never
 * holds anything else that reviewers sent back.
 */
with_answers?: boolean, 
/**
 * Number of an earlier version. The report lists what changed since that version.
 */
since?: number, 
/**
 * Whether the report also marks in its text what changed since that version.
 */
redline?: boolean, };

/**
 * An attachment to write.
 */
export type ExportAttachment = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The attachment.
 */
attachment: AttachmentId, 
/**
 * The file; an existing one is replaced whole.
 */
out: string, };

/**
 * A comparison to be written.
 */
export type ExportComparison = { 
/**
 * The state on the left.
 */
left: OfState, 
/**
 * The state on the right.
 */
right: OfState, 
/**
 * The project whose judgements are printed.
 */
project?: ProjectId, 
/**
 * Language of headings and messages, as BCP 47 tag; when left out, that of the project, or else that of the
 * program.
 */
language?: string, 
/**
 * The file; an existing one is replaced whole.
 */
out: string, 
/**
 * The day on the report; today when left out.
 */
date?: string, 
/**
 * The kind of file; a PDF when left out.
 */
format?: ReportFormat, };

/**
 * Write the file for a prior consultation, which Article 36(3) asks for.
 */
export type ExportConsultation = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The file; an existing one is replaced whole.
 */
out: string, 
/**
 * The day on the file; today when left out.
 */
date?: string, 
/**
 * What happens to empty optional parts.
 */
empty?: EmptyParts, 
/**
 * The kind of file; a PDF when left out.
 */
format?: ReportFormat, 
/**
 * Whether the file is final and for keeping (PDF/A-3a). Without it, every page says that it is a draft.
 */
archival?: boolean, };

/**
 * A letter to write as a file.
 */
export type ExportLetter = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the provider, or its name as the requests have it.
 */
provider: string, 
/**
 * The requests; all drafts when left out.
 */
requests?: Array<RowId>, 
/**
 * The day on the letter; today when left out.
 */
date?: string, 
/**
 * The format of the file.
 */
format: LetterFormat, 
/**
 * The file; an existing one is replaced whole.
 */
out: string, };

/**
 * A provider's content to write as a file.
 */
export type ExportPack = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * The revision; the newest when left out.
 */
revision?: string, 
/**
 * The format of the file.
 */
format: PackFormat, 
/**
 * A project whose judgements are written as remarks. Only OSCAL can hold them.
 */
project?: ProjectId, 
/**
 * Path of the file.
 */
out: string, };

/**
 * A report of a version to write.
 */
export type ExportVersion = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The number of the version.
 */
version: number, 
/**
 * The form, by id or short name.
 */
form: string, 
/**
 * Whether to write the report that tells what changed since an earlier version.
 */
changes?: boolean, 
/**
 * What the file is: the PDF of the version when left out. The Word file is made anew from the version.
 */
format?: ReportFormat, 
/**
 * The file; an existing one is replaced whole.
 */
out: string, };

/**
 * A report that was written.
 */
export type Exported = { 
/**
 * The file.
 */
path: string, 
/**
 * Number of pages; 0 for a file without fixed pages, such as a Word file.
 */
pages: number, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Characters that no font has. The file shows boxes in their place.
 */
missing_glyphs: Array<MissingCharacter>, 
/**
 * Fonts of this computer that the file uses for characters that the bundled fonts lack.
 */
fonts: Array<string>, 
/**
 * Names of people that the program knows and that are in the file although its cut withholds names.
 */
names: Array<string>, };

/**
 * A field of a register or of a form.
 */
export type Field = { 
/**
 * Stable id. Together with the row's id it is the address of an answer.
 */
id: string, 
/**
 * What people read above the field or column.
 */
label: string, 
/**
 * The kind of value that it takes.
 */
kind: FieldKind, 
/**
 * Help, in words of the project's own.
 */
hint: string, 
/**
 * The faint prompt in the empty field.
 */
prompt: string, 
/**
 * The articles, guidelines or clauses for which the field asks.
 */
law: Array<string>, 
/**
 * Whether the section is incomplete without an answer.
 */
required: boolean, 
/**
 * Whether statements of a provider can be cited here.
 */
cite: boolean, 
/**
 * For choices: the options.
 */
options: Array<ChoiceOption>, 
/**
 * For choices of several options: the explanation that each chosen option needs, if several are chosen.
 */
explain_several?: string, 
/**
 * For references: the registers to whose rows the answer can refer.
 */
to: Array<string>, 
/**
 * For levels: the scale.
 */
scale?: ScaleName, 
/**
 * For yes or no: the answer that needs a reason.
 */
reason?: ReasonFor, 
/**
 * The condition under which it is asked.
 */
when?: Condition, 
/**
 * What the program does with the field besides showing it.
 */
role?: FieldRole, 
/**
 * A field of the same row whose answer is enough: if it has one, none is required here.
 */
alternative?: string, 
/**
 * The field of the same row for whose answer this field gives the reason. Both are printed as one.
 */
reason_of?: string, 
/**
 * The first value of a new row, if nothing else is set. With it, the row stands in some table from the start.
 */
default?: Value, };

/**
 * What kind of value a field takes.
 */
export type FieldKind = "text" | "line" | "date" | "choice" | "choices" | "yes_no" | "refs" | "level" | "scale" | "matrix" | "citations" | "acceptance";

/**
 * What the program does with a field besides showing it. No two fields have the same role.
 */
export type FieldRole = "controller" | "data_protection_officer" | "processor_name" | "library_provider" | "concerns" | "risk_title" | "risk_scenario_id" | "risk_origin" | "risk_how" | "risk_sources" | "risk_impact" | "risk_environment" | "risk_scenario" | "risk_affected" | "risk_owner" | "subjects_reason" | "subjects_acceptable" | "subjects_residual_acceptable" | "subjects_acceptance" | "organisation_likelihood_reason" | "organisation_severity_reason" | "organisation_residual_reason" | "subjects_likelihood" | "subjects_severity" | "subjects_residual_likelihood" | "subjects_residual_severity" | "organisation_likelihood" | "organisation_severity" | "organisation_residual_likelihood" | "organisation_residual_severity" | "risk_acceptance" | "measure_words" | "measure_serves" | "measure_by" | "measure_treats" | "measure_option" | "measure_status" | "measure_responsible" | "measure_deadline" | "measure_evidence" | "measure_fills" | "request_to" | "request_about" | "request_topics" | "request_words" | "request_published" | "request_wanted" | "request_asked_by" | "request_status" | "request_sent" | "request_due" | "request_answer" | "request_answered" | "judged_statement" | "judgement" | "judgement_note" | "person_role" | "person_name" | "subject_note" | "picture_caption" | "picture_alternative" | "waiver_reason" | "waiver_words" | "waiver_fingerprint" | "waiver_date" | "round_recipients" | "round_date" | "round_version" | "round_closed" | "returned_name" | "returned_from" | "returned_date" | "returned_version" | "returned_round" | "remark_words" | "remark_by" | "remark_date" | "remark_kind" | "remark_quoted" | "remark_before" | "remark_after" | "remark_new_words" | "remark_row" | "remark_field" | "remark_section" | "remark_page" | "remark_state" | "remark_answer" | "remark_answered_by" | "remark_answered" | "remark_reply_to" | "remark_file" | "remark_identity" | "remark_seen" | "remark_edited" | "remark_earlier" | "remark_exported" | "remark_told" | "own_note_words" | "own_note_row" | "own_note_field" | "own_note_section" | "own_note_date" | "ready_by" | "ready_date" | "ready_fingerprint" | "ignored_word";

/**
 * A field with its answer.
 */
export type FieldView = { 
/**
 * The row of the answer.
 */
row: RowId, 
/**
 * The register of the row.
 */
register: string, 
/**
 * The question.
 */
field: Field, 
/**
 * The options, if they depend on the project: levels of the method, rows of registers.
 */
options: Array<ChoiceOption>, 
/**
 * Who can accept, if the field is an acceptance.
 */
acceptors?: Acceptors, 
/**
 * The answer.
 */
cell: CellView, };

/**
 * A measure that fills the gap of a topic.
 */
export type FillGap = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the topic.
 */
topic: string, 
/**
 * The measure that fills it; a new one when left out.
 */
measure?: RowId, 
/**
 * The id of the new measure; the program makes one when left out.
 */
id?: RowId, };

/**
 * A condition on a row. The row passes if its field holds one of `is`, or, with `is_not`, an option that is not in
 * that list.
 */
export type Filter = { 
/**
 * The choice whose options are compared.
 */
field: string, 
/**
 * The row passes with any of these options.
 */
is: Array<string>, 
/**
 * The row passes with an option that is not in this list.
 */
is_not: Array<string>, };

/**
 * Words to look for in the answers of a project.
 */
export type Find = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The words, in one line.
 */
words: string, 
/**
 * Whether upper and lower case must match.
 */
case?: boolean, 
/**
 * Whether only whole words count.
 */
whole?: boolean, };

/**
 * A remark to find a place for.
 */
export type FindRemarkPlaces = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The remark.
 */
remark: RowId, 
/**
 * Words in the name of the place; when left out, likely places are given.
 */
query?: string, };

/**
 * How many findings are open, and how many are waived.
 */
export type FindingCounts = { 
/**
 * Open findings of law, which block a decision.
 */
law: number, 
/**
 * Open findings of guidelines and standards.
 */
standard: number, 
/**
 * Open findings of advice.
 */
advice: number, 
/**
 * Waived findings.
 */
waived: number, };

/**
 * A finding in words.
 */
export type FindingView = { 
/**
 * Identifies the finding within the project.
 */
key: string, 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * The severity.
 */
severity: Severity, 
/**
 * The laws or standards behind the rule.
 */
law: Array<string>, 
/**
 * Whether the text is a question, because the rule reads words.
 */
question: boolean, 
/**
 * The words of the finding.
 */
text: string, 
/**
 * Whether it only says that something is not answered yet.
 */
gap: boolean, 
/**
 * Whether it counts: nobody waived it, or the waiver fell.
 */
open: boolean, 
/**
 * The place where a person can mend it.
 */
place: Place, 
/**
 * Ids of the topics that the finding is about, so that a request on it names them.
 */
topics?: Array<string>, 
/**
 * The change that mends the finding; none if more than one change is needed.
 */
mend?: MendView, 
/**
 * The waiver; none if the finding is not waived.
 */
waiver?: Waiver, };

/**
 * The findings of a project.
 */
export type Findings = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The revision of the project that this answer is of.
 */
revision: number, 
/**
 * The findings, waived ones included: the highest severity first, then in the order of the forms.
 */
findings: Array<FindingView>, 
/**
 * Waivers without a finding.
 */
idle: Array<IdleWaiver>, 
/**
 * Numbers of the findings.
 */
counts: FindingCounts, };

/**
 * How the findings differ from those that were told before.
 */
export type FindingsChange = { 
/**
 * The revision of the findings to which this change applies.
 */
since: number, 
/**
 * Findings that are new or have other words.
 */
came: Array<FindingView>, 
/**
 * The keys of all findings in order; none if keys and order are the same as before.
 */
order: Array<string> | null, 
/**
 * All waivers without a finding.
 */
idle: Array<IdleWaiver>, };

/**
 * A rule that holds, with the reasons.
 */
export type FiredView = { 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * What it says.
 */
label: string, 
/**
 * Articles and guidelines that it comes from.
 */
law: Array<string>, 
/**
 * Its other source.
 */
source: string, 
/**
 * Whether a person has to look at the authority's own list.
 */
check: boolean, 
/**
 * The outcome that follows from this rule alone.
 */
outcome: ScreeningOutcome, 
/**
 * The labels of the answers because of which it holds.
 */
answers: Array<string>, };

/**
 * The revision of a provider that a project follows.
 */
export type FollowRevision = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * The revision.
 */
revision: string, };

/**
 * A provider of which the project follows an earlier revision.
 */
export type FollowedProvider = { 
/**
 * The revision that the project follows.
 */
follows: RevisionSummary, 
/**
 * The newest revision.
 */
newest: RevisionSummary, };

/**
 * A form of a project, whole.
 */
export type FormAnswer = { 
/**
 * The revision of the project that the view is of.
 */
revision: number, 
/**
 * Id of the template.
 */
form: string, 
/**
 * Its version.
 */
version: string, 
/**
 * Full title.
 */
title: string, 
/**
 * Short name.
 */
short: string, 
/**
 * The published document that the form follows.
 */
source: string, 
/**
 * Names of the project's controllers; those without a name are left out.
 */
controllers: Array<string>, 
/**
 * The sections in reading order.
 */
sections: Array<SectionView>, 
/**
 * Citations in the form, in the order in which they are first cited.
 */
cited: Array<CitationId>, };

/**
 * How a change alters the view of one form.
 */
export type FormChange = { 
/**
 * Id of the template, as in the view.
 */
form: string, 
/**
 * The revision of the view that this applies to.
 */
since: number, 
/**
 * Sections in which something changed, in reading order. Sections and parts come from the template, so none are
 * added or removed.
 */
sections: Array<SectionChange>, 
/**
 * Citations that stand in the form, in order of first use; none if they are the same as before.
 */
cited: Array<CitationId> | null, 
/**
 * Names of the controllers; left out if they are the same as before.
 */
controllers?: Array<string>, };

/**
 * A form that a project fills in, with the version of the template that the project follows.
 */
export type FormChoice = { 
/**
 * Id of the template.
 */
template: string, 
/**
 * Its version.
 */
version: string, };

/**
 * What the move means for the answers of the project.
 */
export type FormMove = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * Short name of the form.
 */
short: string, 
/**
 * The version before the move.
 */
from: string, 
/**
 * The version after the move.
 */
to: string, 
/**
 * Questions that only the new version asks.
 */
new: Array<MovedQuestion>, 
/**
 * Questions that only the old version asks. Their answers stay visible.
 */
gone: Array<MovedQuestion>, 
/**
 * Questions that both versions ask, but differently. Answers that still fit stay.
 */
changed: Array<MovedQuestion>, 
/**
 * Number of answers to questions that both versions ask.
 */
carried: number, 
/**
 * Number of gaps before the move.
 */
open_before: number, 
/**
 * Number of gaps after the move.
 */
open_after: number, };

/**
 * A form with its progress.
 */
export type FormSummary = { 
/**
 * Id of the template.
 */
form: string, 
/**
 * Short name.
 */
short: string, 
/**
 * Full title.
 */
title: string, 
/**
 * The version that the project follows.
 */
version: string, 
/**
 * The newest version, if the project follows an older one.
 */
newer?: string, 
/**
 * The progress of the form. Lists of projects leave the gaps out.
 */
progress: Progress, 
/**
 * The sections. Lists of projects leave them out.
 */
sections: Array<SectionSummary>, };

/**
 * A form of a project, with everything that it shows.
 */
export type FormView = { 
/**
 * Id of the template.
 */
form: string, 
/**
 * Its version.
 */
version: string, 
/**
 * Full title.
 */
title: string, 
/**
 * Short name.
 */
short: string, 
/**
 * The published document that the form follows.
 */
source: string, 
/**
 * Names of the project's controllers; those without a name are left out.
 */
controllers: Array<string>, 
/**
 * The sections in reading order.
 */
sections: Array<SectionView>, 
/**
 * Citations in the form, in the order in which they are first cited.
 */
cited: Array<CitationId>, };

/**
 * A format that can be read.
 */
export type FormatChoice = { 
/**
 * The name that commands use.
 */
id: string, 
/**
 * The name that people use.
 */
title: string, };

/**
 * A place where the words stand.
 */
export type FoundPlace = { 
/**
 * The row.
 */
row: RowId, 
/**
 * The field.
 */
field: string, 
/**
 * Place of the words in this answer, counted from 0.
 */
nth: number, 
/**
 * Number and name of the row; empty for the row of a single register.
 */
name: string, 
/**
 * The field's label.
 */
label: string, 
/**
 * The form that shows the answer.
 */
form?: string, 
/**
 * The section of that form.
 */
section?: string, 
/**
 * The text before the words.
 */
before: string, 
/**
 * The words as they are written there.
 */
words: string, 
/**
 * The text after the words.
 */
after: string, };

/**
 * The places of a project in which the words stand.
 */
export type FoundPlaces = { 
/**
 * The revision of the project in which the places were found; `replace` needs it.
 */
revision: number, 
/**
 * Number of places.
 */
count: number, 
/**
 * The places in the order of the forms, up to a fixed number.
 */
places: Array<FoundPlace>, };

/**
 * A version to freeze.
 */
export type FreezeVersion = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The kind of version: `review` or `approved`.
 */
kind: VersionKind, 
/**
 * Who sends or approves the version.
 */
by: string, 
/**
 * What that person writes about it.
 */
note?: string, 
/**
 * The people who are asked to review; a review round begins with them. Only for a version that is sent for
 * review.
 */
recipients?: Array<string>, 
/**
 * Whether each report has an appendix with the answers to the remarks of the last review round.
 */
with_answers?: boolean, 
/**
 * Number of an earlier version. The version then also keeps reports that tell what changed since the earlier
 * one.
 */
since?: number, 
/**
 * Whether those reports also mark the changes in their text.
 */
redline?: boolean, };

/**
 * A file to be read.
 */
export type FromFile = { 
/**
 * The file.
 */
from: string, };

/**
 * A required answer, row or subject that is missing.
 */
export type Gap = { 
/**
 * The part in which it is.
 */
part: string, 
/**
 * Label of the field, column, table or subject.
 */
label: string, 
/**
 * The kind of gap.
 */
kind: GapKind, 
/**
 * What the answers lack, if they are incomplete.
 */
lacks?: Array<Lack>, 
/**
 * Number of answers, rows or subjects that are missing.
 */
missing: number, 
/**
 * Number of answers, rows or subjects that are required.
 */
of: number, 
/**
 * The row to which a person goes to fill it.
 */
row?: RowId, 
/**
 * The field to which a person goes to fill it.
 */
field?: string, };

/**
 * Why a topic has a gap.
 */
export type GapCause = "not_stated" | "insufficient" | "partly";

/**
 * The kind of a gap.
 */
export type GapKind = "field" | "rows" | "cells" | "subjects" | "incomplete" | "off_scale";

/**
 * What is done about a gap. If several apply, the first in this list counts.
 */
export type GapState = "filled" | "asked" | "answered" | "open";

/**
 * A passage of the revision before that no longer exists.
 */
export type GonePassage = { 
/**
 * The headings that stood above the passage, joined by ` / `.
 */
heading: string, 
/**
 * The words of the passage.
 */
words: string, };

/**
 * Rows under one prescribed subject.
 */
export type GroupView = { 
/**
 * Id of the subject; empty in a table without subjects.
 */
id: string, 
/**
 * What people read.
 */
label: string, 
/**
 * Articles from which it comes.
 */
law: Array<string>, 
/**
 * Help.
 */
hint: string, 
/**
 * Topics of statements that fit here.
 */
topics: Array<string>, 
/**
 * Whether at least one row is required.
 */
required: boolean, 
/**
 * The first values of a row that is added here.
 */
new_row: Array<Preset>, 
/**
 * Why no row is required here, if somebody has begun to write it.
 */
note?: NoteView, 
/**
 * The rows. A view that follows a change shares rows that did not change with the earlier view.
 */
rows: Array<RowView>, };

/**
 * The attributes of a heading.
 */
export type HeadingAttrs = { 
/**
 * 1 to 3, relative to the field the heading stands in.
 */
level: number, };

/**
 * A risk with its highest levels of both sides.
 */
export type HighestRisk = { 
/**
 * The risk.
 */
risk: RefView, 
/**
 * Before additional measures.
 */
before: LevelView, 
/**
 * After measures; none if a treated side has no score after measures yet.
 */
after: LevelView | null, };

/**
 * The risks of a project with the highest levels.
 */
export type HighestRisks = { 
/**
 * The risks with the highest levels, ordered by the level after measures, then by the level before. Risks
 * without a level are left out.
 */
risks: Array<HighestRisk>, };

/**
 * A place in which a search found the words.
 */
export type Hit = { 
/**
 * The kind of place.
 */
kind: HitKind, 
/**
 * The project, for all but statements.
 */
project: ProjectId | null, 
/**
 * Name of the project, or of the provider.
 */
context: string, 
/**
 * Title of the place, in one line.
 */
title: string, 
/**
 * The text around the words, in pieces.
 */
snippet: Array<SnippetPart>, 
/**
 * The form in which the answer stands.
 */
form: string | null, 
/**
 * The section in which it stands.
 */
section: string | null, 
/**
 * The row.
 */
row: RowId | null, 
/**
 * The field.
 */
field: string | null, 
/**
 * The provider.
 */
provider: string | null, 
/**
 * The page on which the statement stands first.
 */
page: string | null, 
/**
 * The statement.
 */
statement: string | null, };

/**
 * The kind of place that a search found.
 */
export type HitKind = "project" | "answer" | "own_note" | "note" | "statement" | "passage" | "attachment" | "remark";

/**
 * A waiver without a finding: somebody mended what it waived, or its rule no longer exists.
 */
export type IdleWaiver = { 
/**
 * The row that holds it.
 */
row: RowId, 
/**
 * The finding that it waived.
 */
key: string, 
/**
 * The message of the finding when it was waived.
 */
said: string, 
/**
 * The reason that a person gave.
 */
reason: string, 
/**
 * Whether the program has the rule.
 */
rule_known: boolean, };

/**
 * A word that is right in one project.
 */
export type IgnoreWord = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The word.
 */
word: string, };

/**
 * A word that is right in one project.
 */
export type IgnoredWord = { 
/**
 * The row of the word. To check the word again, move the row to the trash.
 */
row: RowId, 
/**
 * The word.
 */
word: string, };

/**
 * A state of a provider's pages to import.
 */
export type Import = { 
/**
 * A folder, a zip archive or a file.
 */
path: string, 
/**
 * Id of the format; when left out, the format is recognised.
 */
format?: string, 
/**
 * Id of the provider; made from the name when left out. For a provider that came with the program, the pages
 * are kept as those of a provider of their own, beside the content of the program.
 */
provider?: string, 
/**
 * Name of the provider; needed if the provider is new.
 */
name?: string, 
/**
 * Country of the provider, in English.
 */
country?: string, 
/**
 * Address of the site; without it, the address of a page is its path.
 */
address?: string, 
/**
 * The day of the state: the day on which the pages read like this.
 */
date: string, 
/**
 * The revision of the repository that the files come from, if it is known.
 */
revision?: string, 
/**
 * Ids of pages to leave out, as `look_at_import` gives them.
 */
left_out?: Array<string>, };

/**
 * How much was read.
 */
export type ImportCounts = { 
/**
 * Pages.
 */
pages: number, 
/**
 * Headings on all pages.
 */
headings: number, 
/**
 * Passages on all pages.
 */
passages: number, 
/**
 * Statements on all pages. Only some formats have statements.
 */
statements: number, 
/**
 * Links, dead ones included.
 */
links: number, 
/**
 * Links to pages that are not there.
 */
dead_links: number, };

/**
 * The imported revision.
 */
export type ImportDone = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * The new revision.
 */
revision: string, 
/**
 * The revision before it; none for the first of a provider.
 */
follows: string | null, 
/**
 * How much was imported.
 */
counts: ImportCounts, 
/**
 * What could not be read, by file and line.
 */
problems: Array<ImportProblem>, 
/**
 * Links to pages that are not there, by file and line.
 */
dead_links: Array<DeadLink>, 
/**
 * The format in which the files were read.
 */
format: FormatChoice, 
/**
 * The reason why this format was recognised, for people.
 */
recognised: string, };

/**
 * What a folder, an archive or a file would bring. Nothing is stored yet.
 */
export type ImportLook = { 
/**
 * The format in which the files are read.
 */
format: FormatChoice, 
/**
 * The reason why this format was recognised, for people.
 */
recognised: string, 
/**
 * All formats that can be read.
 */
formats: Array<FormatChoice>, 
/**
 * The pages in order.
 */
pages: Array<PageFound>, 
/**
 * How much was read.
 */
counts: ImportCounts, 
/**
 * What could not be read, by file and line.
 */
problems: Array<ImportProblem>, 
/**
 * Links to pages that are not there, by file and line.
 */
dead_links: Array<DeadLink>, 
/**
 * Proposed name of the provider.
 */
name: string, 
/**
 * Proposed address of the site; empty if nothing gives one.
 */
address: string, 
/**
 * Proposed day of the state: the day of the newest file. None if nothing gives one.
 */
date: string | null, };

/**
 * Something that could not be read.
 */
export type ImportProblem = { 
/**
 * Path of the file.
 */
file: string, 
/**
 * Line in the file, counted from 1; 0 for the whole file.
 */
line: number, 
/**
 * The problem in words, for people.
 */
words: string, };

/**
 * A part of a line of text.
 */
export type Inline = { "type": "text", 
/**
 * The words; never empty, without line ends.
 */
text: string, 
/**
 * The marks, in the order strong, em, link, each at most once.
 */
marks?: Array<Mark>, } | { "type": "hard_break", } | { "type": "citation", 
/**
 * The citation.
 */
attrs: CitationAttrs, };

/**
 * The controller's judgement and note on a statement. What is left out stays as it is.
 */
export type Judge = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the statement.
 */
statement: string, 
/**
 * `sufficient`, `partly`, `insufficient`, `not-relevant`; an empty string takes the judgement back.
 */
judgement?: string, 
/**
 * The note, as Markdown.
 */
note?: string, 
/**
 * The note as a tree, in place of Markdown.
 */
note_doc?: unknown, };

/**
 * The words of a statement, and the page that they stand on.
 */
export type JudgedWords = { 
/**
 * The words.
 */
words: string, 
/**
 * Id of the page.
 */
page: string, };

/**
 * Why the project keeps words that the provider no longer publishes.
 */
export type KeepDecision = { 
/**
 * The reason that a person gave.
 */
reason: string, 
/**
 * The day on which it was given.
 */
on: string, 
/**
 * The provider's newest revision on that day. If the words change in a later revision, the program asks again.
 */
revision: string, };

/**
 * What an answer lacks.
 */
export type Lack = "answer" | "name" | "role" | "date" | "reason" | "explanation" | "meaning" | "level";

/**
 * The dictionary of a language.
 */
export type LanguageDictionary = { 
/**
 * The language of texts.
 */
language: string, 
/**
 * Name of the dictionary; none if there is no dictionary.
 */
name?: string, 
/**
 * The dictionary's file of words.
 */
path?: string, };

/**
 * The format of a letter.
 */
export type LetterFormat = "pdf" | "docx" | "text";

/**
 * A letter with requests to a provider.
 */
export type LetterView = { 
/**
 * Name of the provider.
 */
provider: string, 
/**
 * The subject for an e-mail.
 */
subject: string, 
/**
 * The letter as plain text.
 */
text: string, 
/**
 * The requests in the letter.
 */
requests: Array<RowId>, };

/**
 * A level with its name.
 */
export type LevelView = { 
/**
 * Counted from 1.
 */
level: number, 
/**
 * Number of levels of the scale.
 */
of: number, 
/**
 * Its name.
 */
label: string, 
/**
 * For levels of risk: whether the level is acceptable.
 */
acceptable?: boolean, };

/**
 * The number of risks at each level.
 */
export type LevelsView = { 
/**
 * Levels of risk, lowest first.
 */
risk: Array<ScaleLevel>, 
/**
 * Number of risks at each level before treatment.
 */
before: Array<number>, 
/**
 * Number of risks at each level after treatment; none if no measure treats a risk. A risk that no measure treats
 * is counted at its level before treatment.
 */
after?: Array<number>, 
/**
 * Highest level before treatment.
 */
highest_before?: LevelView, 
/**
 * Highest level after treatment; none if no measure treats a risk.
 */
highest_after?: LevelView, 
/**
 * Risks whose scores after treatment differ although no measure treats them.
 */
untreated: Array<RefView>, 
/**
 * Risks without a level before treatment. They are not counted. As long as there are any, there is no highest
 * level before treatment and none after it.
 */
unscored: Array<RefView>, 
/**
 * Risks that a measure treats and that have no level after treatment. As long as there are any, there is no
 * highest level after treatment.
 */
unscored_after: Array<RefView>, };

/**
 * The providers with their numbers, and all topics.
 */
export type Library = { 
/**
 * The providers: those of the project, or all.
 */
providers: Array<ProviderSummary>, 
/**
 * All topics in order.
 */
topics: Array<Topic>, };

/**
 * The attributes of a link.
 */
export type LinkAttrs = { 
/**
 * An address with the scheme http, https or mailto, or `#place` inside the program.
 */
href: string, };

/**
 * A folder, archive or file to look at before it is imported.
 */
export type LookAtImport = { 
/**
 * A folder, a zip archive or a file.
 */
path: string, 
/**
 * Id of the format; when left out, the format is recognised.
 */
format?: string, };

/**
 * A returned file to look at.
 */
export type LookAtRemarks = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The file: a PDF or a Word document.
 */
path: string, 
/**
 * The password of the file, if it needs one.
 */
password?: string, };

/**
 * A statement made from a passage.
 */
export type MakeStatement = { 
/**
 * Name of the passage: `<page id>#<number>`.
 */
passage: string, 
/**
 * A project: the passage is taken from the revision that the project follows. When left out, it is taken from
 * the newest revision.
 */
project?: ProjectId, 
/**
 * The statement in the person's own words.
 */
words: string, 
/**
 * The kind of statement.
 */
kind: StatementKind, 
/**
 * What it is: something provided, a limitation, or a duty of the controller.
 */
side: Side, 
/**
 * Theme of ISO/IEC 27001:2022 annex A.
 */
theme: Theme, 
/**
 * Ids of the topics that the statement is about; at least one.
 */
topics: Array<string>, 
/**
 * Numbers of controls of ISO/IEC 27001:2022.
 */
iso?: Array<string>, };

/**
 * A mark on a text.
 */
export type Mark = { "type": "strong", } | { "type": "em", } | { "type": "link", 
/**
 * Where it leads.
 */
attrs: LinkAttrs, };

/**
 * A section to mark as ready for review.
 */
export type MarkReady = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The form, by its id or short name.
 */
form: string, 
/**
 * The section.
 */
section: string, 
/**
 * Who marks it; when left out, the person who leads the assessment.
 */
by?: string, 
/**
 * The day; today when left out.
 */
on?: string, };

/**
 * A risk and its place in the matrix.
 */
export type MatrixEntry = { 
/**
 * The risk.
 */
risk: RefView, 
/**
 * Likelihood, counted from 1.
 */
likelihood: number, 
/**
 * Severity, counted from 1.
 */
severity: number, };

/**
 * The risks of one side at one time, as one matrix shows them.
 */
export type MatrixSide = { 
/**
 * The side and the time.
 */
side: ComputedCell, 
/**
 * The risks that have both scores.
 */
entries: Array<MatrixEntry>, 
/**
 * Risks of this side that lack a score.
 */
unscored: Array<RefView>, 
/**
 * Risks whose scores after treatment differ although no measure treats them. They stand where they were before
 * treatment.
 */
untreated: Array<RefView>, };

/**
 * A matrix of risks, before treatment and, if asked for, after it.
 */
export type MatrixView = { 
/**
 * Levels of likelihood, lowest first.
 */
likelihood: Array<ScaleLevel>, 
/**
 * Levels of severity, lowest first.
 */
severity: Array<ScaleLevel>, 
/**
 * Levels of risk, lowest first.
 */
risk: Array<ScaleLevel>, 
/**
 * Level of risk per likelihood and severity, counted from 1.
 */
matrix: Array<Array<number>>, 
/**
 * The sides that are shown, each as one matrix.
 */
sides: Array<MatrixSide>, };

/**
 * A measure with its answers.
 */
export type MeasureDetail = { 
/**
 * Its number and its first words.
 */
measure: RefView, 
/**
 * The answers for which it is asked, in the order of the register.
 */
fields: Array<FieldView>, };

/**
 * A change that mends a finding. It has the arguments of the command of the same name.
 */
export type Mend = { "command": "set_value", 
/**
 * The row; none if a single register has no answer yet.
 */
row?: RowId, 
/**
 * The register.
 */
register: string, 
/**
 * The field.
 */
field: string, 
/**
 * The answer.
 */
value: Value, 
/**
 * The option that is added; none if the answer is copied from another field.
 */
option?: string, } | { "command": "add_row", 
/**
 * The register.
 */
register: string, 
/**
 * Its first answers by field.
 */
values: { [key in string]: Value }, };

/**
 * A change that mends a finding.
 */
export type MendView = { 
/**
 * What it does, in words.
 */
label: string, 
/**
 * The change.
 */
change: Mend, };

/**
 * A character that no font has. The report shows a box in its place.
 */
export type MissingCharacter = { 
/**
 * The character.
 */
character: string, 
/**
 * Its number in Unicode: "U+6F22".
 */
code: string, 
/**
 * The pages on which it stands.
 */
pages: Array<number>, };

/**
 * Move a project to another version of a form.
 */
export type MoveForm = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id or short name of the form.
 */
form: string, 
/**
 * The version; the newest when left out.
 */
version?: string, };

/**
 * Another place for a row.
 */
export type MoveRow = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row.
 */
row: RowId, 
/**
 * The row it comes after; first of its register when left out.
 */
after?: RowId, };

/**
 * A question of a form.
 */
export type MovedQuestion = { 
/**
 * The part in which it stands.
 */
part: string, 
/**
 * Title of the part.
 */
title: string, 
/**
 * The question.
 */
label: string, 
/**
 * Number of answers that the project has to it.
 */
answers: number, };

/**
 * The rows whose answers name a row.
 */
export type NamedBy = { 
/**
 * The rows, in the order of their registers.
 */
rows: Array<RefView>, };

/**
 * A topic on which a provider now states something that the revision the project follows does not state.
 */
export type NewlyStated = { 
/**
 * Id of the topic.
 */
topic: string, 
/**
 * Its name.
 */
title: string, 
/**
 * The newest revision.
 */
newest: RevisionSummary, 
/**
 * What is stated now.
 */
statements: Array<PublishedWords>, 
/**
 * Requests, judgements, measures and risks of the project that wait for such a statement.
 */
waiting: Array<DriftPlace>, };

/**
 * One step.
 */
export type NextStep = { 
/**
 * Its stage.
 */
stage: Stage, 
/**
 * What a person does in it.
 */
kind: StepKind, 
/**
 * Number of things that are open in it.
 */
open: number, 
/**
 * The form in which it is done; none if it is done elsewhere.
 */
form?: string, 
/**
 * The section.
 */
section?: string, 
/**
 * The title of the section.
 */
title: string, 
/**
 * The first part in which something is open.
 */
part?: string, 
/**
 * The row to go to.
 */
row?: RowId, 
/**
 * The field to go to.
 */
field?: string, };

/**
 * Why nothing is owed under a prescribed subject of a table, or in a table.
 */
export type NoteSubject = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the table.
 */
table: string, 
/**
 * Id of the subject; left out if the reason is for the whole table.
 */
subject: string, 
/**
 * The reason. When left out or empty, rows are owed again.
 */
reason?: string, };

/**
 * The note that says why no row is required under a subject, or in a table.
 */
export type NoteView = { 
/**
 * The row of the note.
 */
row: RowId, 
/**
 * The question.
 */
field: Field, 
/**
 * The reason.
 */
cell: CellView, };

/**
 * Nothing.
 */
export type Nothing = Record<symbol, never>;

/**
 * A message that a person should read although no command failed.
 */
export type Notice = { 
/**
 * What happened, for people.
 */
message: string, 
/**
 * The next step, for people.
 */
help: string, 
/**
 * The technical cause, for support.
 */
detail: string, };

/**
 * An answer of a project, by its row and its field.
 */
export type OfAnswer = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row.
 */
row: RowId, 
/**
 * The field.
 */
field: string, };

/**
 * Which answers of providers to find.
 */
export type OfAnswers = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Words that stand in the question or the answer; all answers when left out.
 */
query?: string, };

/**
 * An attachment.
 */
export type OfAttachment = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The attachment.
 */
attachment: AttachmentId, };

/**
 * A backup of the list.
 */
export type OfBackup = { 
/**
 * The file, as the list names it.
 */
backup: string, };

/**
 * A cut of a report, to ask what it leaves out.
 */
export type OfCut = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * `dpia`, `rar`, or a template's id.
 */
form: string, 
/**
 * The cut; the whole report when left out.
 */
cut?: Cut, 
/**
 * Numbers of the sections of the whole report to keep; all sections when left out. An empty list is refused.
 */
sections?: Array<string>, 
/**
 * Whether the summary in front of a whole report is left out.
 */
without_summary?: boolean, 
/**
 * Whether the summary of the whole project stands in front of chosen sections. Without it, the sections stand
 * alone.
 */
with_summary?: boolean, 
/**
 * Id of the provider that the report is for. It can be left out if the project has only one provider.
 */
provider?: string, };

/**
 * A form of a project.
 */
export type OfForm = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * `dpia`, `rar`, or a template's id.
 */
form: string, };

/**
 * A letter with requests to one provider.
 */
export type OfLetter = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the provider, or its name as the requests have it.
 */
provider: string, 
/**
 * The requests; all drafts when left out.
 */
requests?: Array<RowId>, 
/**
 * The day on the letter; today when left out.
 */
date?: string, };

/**
 * A statement that a person made from a passage.
 */
export type OfOwnStatement = { 
/**
 * Id of the statement.
 */
statement: string, };

/**
 * A provider's page.
 */
export type OfPage = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Id of the page.
 */
page: string, 
/**
 * The project whose judgements and notes are shown.
 */
project?: ProjectId, };

/**
 * Passages to look for.
 */
export type OfPassages = { 
/**
 * The words. All of them must stand in the passage or in the headings above it.
 */
query: string, 
/**
 * A project: only its providers are searched, in the revisions that the project follows.
 */
project?: ProjectId, 
/**
 * Id of a provider; all when left out.
 */
provider?: string, 
/**
 * The most passages to give; 40 when left out.
 */
limit?: number, };

/**
 * A project.
 */
export type OfProject = { 
/**
 * The project.
 */
project: ProjectId, };

/**
 * A project, or the whole workspace.
 */
export type OfProjectOrAll = { 
/**
 * The project; all when left out.
 */
project?: ProjectId, };

/**
 * Remarks to list.
 */
export type OfRemarks = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The state of the remarks; any when left out.
 */
state?: RemarkState, 
/**
 * The author of the remarks; anybody when left out.
 */
by?: string, 
/**
 * The number of the review round; any when left out.
 */
round?: number, 
/**
 * Whether to list only remarks without a place.
 */
without_place?: boolean, };

/**
 * A report to be looked at or written.
 */
export type OfReport = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * `dpia`, `rar`, or a template's id.
 */
form: string, 
/**
 * The day on the report; today when left out.
 */
date?: string, 
/**
 * What happens to empty optional parts.
 */
empty?: EmptyParts, 
/**
 * The cut; the whole report when left out.
 */
cut?: Cut, 
/**
 * Numbers of the sections of the whole report to keep; all sections when left out. An empty list is refused.
 */
sections?: Array<string>, 
/**
 * Whether the summary in front of a whole report is left out.
 */
without_summary?: boolean, 
/**
 * Whether the summary of the whole project stands in front of chosen sections. Without it, the sections stand
 * alone.
 */
with_summary?: boolean, 
/**
 * Id of the provider that the report is for. It can be left out if the project has only one provider.
 */
provider?: string, 
/**
 * Whether the report has an appendix with the answers to the remarks of the last review round. A report never
 * holds anything else that reviewers sent back.
 */
with_answers?: boolean, 
/**
 * Number of an earlier version. The report lists what changed since that version.
 */
since?: number, 
/**
 * Whether the report also marks in its text what changed since that version.
 */
redline?: boolean, 
/**
 * The page to draw, counted from 1; the first page when left out.
 */
page?: number, };

/**
 * The pages of a form's whole report, as an export of today would write them.
 */
export type OfReportPages = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * `dpia`, `rar`, or a template's id.
 */
form: string, 
/**
 * The pages to draw, counted from 1. Numbers without a page are left out.
 */
wanted?: Array<number>, 
/**
 * Places to find; the report's first match counts. Each is an answer (`ROW/FIELD`), a row, a part (`part:1.2`)
 * or a section (`section:1`). The page of the place is drawn, and the page after it.
 */
at?: Array<string>, 
/**
 * Fingerprints of pages that the window has. They are not drawn again.
 */
known?: Array<string>, };

/**
 * A revision of a provider's content.
 */
export type OfRevision = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * The revision.
 */
revision: string, };

/**
 * Which revisions to list.
 */
export type OfRevisions = { 
/**
 * Id of a provider; all providers when left out.
 */
provider?: string, };

/**
 * Risks of a project.
 */
export type OfRisks = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The risks.
 */
rows: Array<RowId>, };

/**
 * A row.
 */
export type OfRow = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row.
 */
row: RowId, };

/**
 * A section of a form.
 */
export type OfSection = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * `dpia`, `rar`, or a template's id.
 */
form: string, 
/**
 * Number of the section.
 */
section: string, };

/**
 * A state of a provider's pages.
 */
export type OfState = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * The revision; when left out, the one that the project follows, or the newest.
 */
revision?: string, };

/**
 * Which statements to list. What is left out does not narrow the list.
 */
export type OfStatements = { 
/**
 * The project whose judgements and notes are shown. Without `provider`, only statements of its providers are
 * listed.
 */
project?: ProjectId, 
/**
 * Id of a provider.
 */
provider?: string, 
/**
 * Ids of topics, the most important first; a statement is listed if it has one of them. Those that are mainly
 * about the first topic come first.
 */
topics?: Array<string>, 
/**
 * `organisational`, `people`, `physical`, `technological`.
 */
theme?: string, 
/**
 * Only those with a judgement, or only those without.
 */
judged?: boolean, 
/**
 * Words to look for.
 */
query?: string, };

/**
 * A topic.
 */
export type OfTopic = { 
/**
 * Id of the topic.
 */
topic: string, 
/**
 * The project whose judgements are shown, and whose revisions of the providers are read.
 */
project?: ProjectId, };

/**
 * A form of a version.
 */
export type OfVersion = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The number of the version.
 */
version: number, 
/**
 * The form, by id or short name.
 */
form: string, };

/**
 * An answer whose versions are asked for.
 */
export type OfVersions = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row.
 */
row: RowId, 
/**
 * The field.
 */
field: string, 
/**
 * Only versions older than this one; the newest when left out.
 */
before?: string, };

/**
 * Words to propose topics for.
 */
export type OfWords = { 
/**
 * The words.
 */
words: string, };

/**
 * A question of the form that nobody has answered.
 */
export type OpenQuestion = { 
/**
 * The row of the answer.
 */
row: RowId, 
/**
 * Its field.
 */
field: string, 
/**
 * The section in which it stands.
 */
section: string, 
/**
 * The question.
 */
label: string, };

/**
 * The attributes of a numbered list.
 */
export type OrderedListAttrs = { 
/**
 * The first number, 0 to 999 999 999.
 */
start: number, };

/**
 * An own note.
 */
export type OwnNoteView = { 
/**
 * The row of the note.
 */
row: RowId, 
/**
 * The field of that row which holds the words.
 */
field: string, 
/**
 * The row that the note stands beside; none if the note stands in a section or the row is gone.
 */
at_row?: RowId, 
/**
 * The field of that row; none if the note stands beside the whole row.
 */
at_field?: string, 
/**
 * The form that shows the place; none if no form of the project shows it.
 */
form?: string, 
/**
 * The section of the form.
 */
section?: string, 
/**
 * The place in words; empty if the place is gone.
 */
place: string, 
/**
 * The words as a tree.
 */
doc: unknown, 
/**
 * The words as plain text.
 */
words: string, 
/**
 * The day on which the note was made.
 */
date?: string, };

/**
 * The own notes of a project.
 */
export type OwnNotes = { 
/**
 * The revision of the project that this answer is of.
 */
revision: number, 
/**
 * The notes in the order in which they were made.
 */
notes: Array<OwnNoteView>, };

/**
 * A word of the person's own dictionary.
 */
export type OwnWord = { 
/**
 * The word.
 */
word: string, };

/**
 * The format in which a provider's content is written.
 */
export type PackFormat = "pack" | "oscal";

/**
 * Where a pack comes from.
 */
export type PackOrigin = "bundled" | "imported";

/**
 * One page a provider published.
 */
export type Page = { 
/**
 * `<provider>/<slug>`.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Where it was published.
 */
address: string, 
/**
 * Identifies the state of the page: the revision that the page names, or that of the repository from which it
 * comes.
 */
revision: string, 
/**
 * Day of that state; none if it is not known.
 */
captured: string | null, 
/**
 * What became of the page after that state, if it is known.
 */
since_then?: doc, 
/**
 * Its place among the provider's pages.
 */
order: number, 
/**
 * The page from top to bottom.
 */
body: Array<PageBlock>, };

/**
 * A part of a page, as the window shows it.
 */
export type PageBlock = { "kind": "heading", 
/**
 * 1 to 3.
 */
level: number, 
/**
 * Its words.
 */
text: string, } | { "kind": "statement", 
/**
 * Id of the statement.
 */
id: string, } | { "kind": "action", 
/**
 * Id of the action.
 */
id: string, } | { "kind": "document", 
/**
 * Id of the document.
 */
id: string, } | { "kind": "text", 
/**
 * The words.
 */
text: doc, } | { "kind": "passage", 
/**
 * The passage.
 */
passage: Passage, };

/**
 * How a page changed, besides its passages.
 */
export type PageChange = "new" | "gone" | "moved" | "retitled";

/**
 * What became of a page.
 */
export type PageDrift = { 
/**
 * What changed.
 */
change: PageChange, 
/**
 * The page in the earlier revision; none if it is new.
 */
before?: PageName, 
/**
 * The page in the later revision; none if it is gone.
 */
after?: PageName, };

/**
 * A page that was read.
 */
export type PageFound = { 
/**
 * The id of the page below that of its provider. `import` takes it in `left_out`.
 */
id: string, 
/**
 * The file that the page was read from.
 */
file: string, 
/**
 * The title of the page.
 */
title: string, 
/**
 * Number of passages on the page.
 */
passages: number, 
/**
 * Number of statements on the page.
 */
statements: number, };

/**
 * How a reader identifies a page.
 */
export type PageName = { 
/**
 * Id in its revision.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Address.
 */
address: string, };

/**
 * The area of an answer, a row, a part or a section on a page, in points from the top left of the page.
 */
export type PagePlace = { 
/**
 * The answer (`ROW/FIELD`), the row, the part (`part:1.2`) or the section (`section:1`).
 */
at: string, 
/**
 * The section of the form that holds it.
 */
section: string, 
/**
 * Distance from the left edge.
 */
x: number, 
/**
 * Distance from the top edge.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, };

/**
 * A page that was read.
 */
export type PageRead = { 
/**
 * Title.
 */
title: string, 
/**
 * Where it was published.
 */
address: string, 
/**
 * Day of the state that was read; none if it is not known.
 */
captured: string | null, 
/**
 * Number of statements on it.
 */
statements: number, };

/**
 * A place on a page.
 */
export type PageSpot = { 
/**
 * The page, counted from 1.
 */
page: number, 
/**
 * Distance from the top of the page, in points.
 */
y: number, };

/**
 * A page in a list.
 */
export type PageSummary = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Statements on it.
 */
statements: number, };

/**
 * A page with its passages, statements and actions.
 */
export type PageView = { 
/**
 * The page.
 */
page: Page, 
/**
 * The revision of the provider's content that the page is of.
 */
revision: string, 
/**
 * Where the pack comes from.
 */
origin: PackOrigin, 
/**
 * Facts about passages, by the number of the passage. A passage without facts is left out.
 */
passages: { [key in number]: PassageFacts }, 
/**
 * Passages that stood on the page in the revision before and stand on no page now.
 */
gone: Array<GonePassage>, 
/**
 * Its statements, by id.
 */
statements: { [key in string]: StatementView }, 
/**
 * The provider's actions, by id.
 */
actions: { [key in string]: Action }, };

/**
 * The pages of one provider from which its pack was made.
 */
export type PagesRead = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * Its pages in reading order.
 */
pages: Array<PageRead>, };

/**
 * A part that changed. Of its tables and matrices, unchanged rows and risks are only named.
 */
export type PartChange = { 
/**
 * The part as it is now. Groups of its tables hold only rows that are new or changed, and sides of its matrices
 * only risks that are new or changed.
 */
part: PartView, 
/**
 * All rows of each group of each table, in order: `rows[block][group]`; and all risks of each side of each matrix:
 * `rows[block][side]`. A row that `part` does not hold is taken from the table with the same id in the earlier
 * part, and a risk from the matrix of the same side. Empty for a block that is neither.
 */
rows: Array<Array<Array<RowId>>>, };

/**
 * A part.
 */
export type PartView = { 
/**
 * Number and id.
 */
id: string, 
/**
 * Heading.
 */
title: string, 
/**
 * Articles and guidelines for which it asks.
 */
law: Array<string>, 
/**
 * Help.
 */
hint: string, 
/**
 * Whether it may stay empty.
 */
optional: boolean, 
/**
 * Whether nothing is written in it.
 */
empty: boolean, 
/**
 * The point of a prior consultation for which it has the information.
 */
consultation?: ConsultationPoint, 
/**
 * Fields, tables and computed blocks.
 */
blocks: Array<BlockView>, };

/**
 * A paragraph, a list item, a row of a table or a block of code on a provider's page.
 */
export type Passage = { 
/**
 * Its number among the passages of its page, counted from 1. It identifies the passage in one revision only,
 * because the next revision may have other passages before it.
 */
number: number, 
/**
 * The kind of its text on the page.
 */
shape: PassageShape, 
/**
 * Its words with emphasis and links. A row of a table has one entry for each cell; other passages have one entry.
 */
cells: Array<Array<Inline>>, 
/**
 * The titles of the boxes and tabs that it stands in, outermost first: "Warning", "Linux".
 */
boxes?: Array<string>, 
/**
 * The line of the imported file on which it begins, counted from 1; 0 if the file has no lines of text.
 */
line: number, };

/**
 * How a passage changed. If several of these hold, the first in this list counts.
 */
export type PassageChange = "gone" | "reworded" | "split" | "joined" | "relinked" | "moved" | "new" | "same";

/**
 * What became of a passage, or of several passages that belong together.
 */
export type PassageDrift = { 
/**
 * What changed.
 */
change: PassageChange, 
/**
 * The passages of the earlier revision: none if the passage is new, several if they were joined.
 */
before: Array<PassagePlace>, 
/**
 * The passages of the later revision: none if the passage is gone, several if it was split.
 */
after: Array<PassagePlace>, 
/**
 * The words of both revisions, with the words that were removed and added, if the words changed.
 */
words?: Array<ChangedWords>, };

/**
 * Facts about a passage on a page.
 */
export type PassageFacts = { 
/**
 * How many answers of the project cite the passage.
 */
cited: number, 
/**
 * Ids of the statements that were made from the passage.
 */
statements: Array<string>, 
/**
 * How the passage differs from the revision before; none if it is the same or there is no revision before.
 */
change: PassageChange | null, 
/**
 * The words of the passage in the revision before, if they were others.
 */
before: string | null, };

/**
 * A passage with its words and its place in one revision.
 */
export type PassagePlace = { 
/**
 * Its name in its revision: `<page id>#<number>`.
 */
passage: string, 
/**
 * Title of the page.
 */
page_title: string, 
/**
 * The headings above it, joined by ` / `.
 */
heading: string, 
/**
 * Its plain words.
 */
words: string, };

/**
 * The kind of the text of a passage.
 */
export type PassageShape = { "shape": "paragraph", } | { "shape": "item", 
/**
 * How deep the list is nested, counted from 1.
 */
depth: number, 
/**
 * Its number in a numbered list.
 */
ordinal?: number, 
/**
 * Whether it is a further paragraph of the item before it.
 */
continues?: boolean, } | { "shape": "row", 
/**
 * Whether it holds the heads of the columns. Every table begins with such a row.
 */
head: boolean, } | { "shape": "quote", } | { "shape": "definition", 
/**
 * Whether it is the term.
 */
term: boolean, } | { "shape": "code", } | { "shape": "note", 
/**
 * Its label on the page.
 */
label: string, };

/**
 * A passage that the search found.
 */
export type PassageView = { 
/**
 * The name of the passage, for `cite` and `make_statement`.
 */
name: string, 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * The revision of the provider's pages.
 */
revision: string, 
/**
 * Id of the page.
 */
page: string, 
/**
 * Title of the page.
 */
page_title: string, 
/**
 * The headings above the passage, joined by ` / `.
 */
heading: string, 
/**
 * The number of the passage on the page.
 */
number: number, 
/**
 * The words of the passage.
 */
words: string, 
/**
 * The text around the words that were found.
 */
snippet: Array<SnippetPart>, 
/**
 * How many answers of the project cite the passage.
 */
cited: number, };

/**
 * A person with a role in the assessment.
 */
export type Person = { 
/**
 * Name and position, as written.
 */
name: string, 
/**
 * The label of the role.
 */
role: string, };

/**
 * A scenario of the catalogue to make a risk from.
 */
export type PickScenario = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the scenario.
 */
scenario: string, 
/**
 * The id of the new risk; the program makes one when left out.
 */
id?: RowId, };

/**
 * The file of a picture.
 */
export type PictureFile = { 
/**
 * Its media type.
 */
media_type: string, 
/**
 * Its bytes in base64.
 */
base64: string, };

/**
 * A place where a cited statement was published.
 */
export type PinnedSource = { 
/**
 * Title of the page.
 */
page: string, 
/**
 * Heading on the page.
 */
heading: string, 
/**
 * Address of the page.
 */
address: string, 
/**
 * Identifies the state of the page that was read.
 */
revision: string, 
/**
 * Day of that state; none if it is not known.
 */
captured: string | null, };

/**
 * The place of a finding.
 */
export type Place = { 
/**
 * Id of the form's template.
 */
form: string, 
/**
 * The section.
 */
section: string, 
/**
 * The part.
 */
part: string, 
/**
 * The register of the row.
 */
register: string, 
/**
 * The row; none if the finding is about several rows, or about rows that do not exist.
 */
row?: RowId, 
/**
 * The field.
 */
field?: string, };

/**
 * A place that a remark can have.
 */
export type PlaceOfRemark = { 
/**
 * The name of the place: the section, or the row and the label of its field.
 */
name: string, 
/**
 * Id of the form that shows the place.
 */
form: string, 
/**
 * Number of the section.
 */
section: string, 
/**
 * Short name of the form, number and title of the section.
 */
section_name: string, 
/**
 * The row; none for a whole section.
 */
row?: RowId, 
/**
 * The field; none for a whole row.
 */
field?: string, 
/**
 * Whether this answer holds the words that the remark covers.
 */
holds_words: boolean, };

/**
 * A new place for a remark: an answer, a row, or a section.
 */
export type PlaceRemark = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The remark.
 */
remark: RowId, 
/**
 * The row.
 */
row?: RowId, 
/**
 * The field of the row; the whole row when left out.
 */
field?: string, 
/**
 * The form of a section, in place of a row.
 */
form?: string, 
/**
 * The section.
 */
section?: string, };

/**
 * A place that was found.
 */
export type PlaceToReplace = { 
/**
 * The row.
 */
row: RowId, 
/**
 * The field.
 */
field: string, 
/**
 * Place of the words in this answer, counted from 0.
 */
nth: number, };

/**
 * How many backups are kept.
 */
export type PlanBackups = { 
/**
 * How many backups of single days are kept, at least one.
 */
days: number, 
/**
 * For how many weeks before these days one backup each is kept.
 */
weeks: number, 
/**
 * Another folder that each backup is copied to; none when left out.
 */
second_folder?: string, };

/**
 * The first value of a field of a new row.
 */
export type Preset = { 
/**
 * The field.
 */
field: string, 
/**
 * Its first value.
 */
value: Value, };

/**
 * A report before it is written.
 */
export type Preview = { 
/**
 * The page as SVG.
 */
svg: string, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * Characters that no font has.
 */
missing_glyphs: Array<MissingCharacter>, 
/**
 * Fonts of this computer that the report uses for characters that the bundled fonts lack.
 */
fonts: Array<string>, };

/**
 * The progress of a section or form. It counts parts that require answers. A part is filled if all required answers
 * are there. The number of touched fields does not matter.
 */
export type Progress = { 
/**
 * Number of parts without a gap.
 */
filled: number, 
/**
 * Number of parts that require answers.
 */
required: number, 
/**
 * The gaps, in reading order.
 */
gaps: Array<Gap>, };

/**
 * What the providers of a project state on each topic, and the project's judgements, gaps, measures and requests.
 */
export type ProjectCoverage = { 
/**
 * The project's revision.
 */
revision: number, 
/**
 * By topic: statements, judgement, gap, measures and request.
 */
coverage: AssessedCoverage, 
/**
 * The words of the statements that have the worst judgement on a topic, by id.
 */
statements: { [key in string]: JudgedWords }, 
/**
 * All measures of the project, which could fill a gap.
 */
measures: Array<RefView>, 
/**
 * The place in a form of each measure and request, by id.
 */
places: { [key in string]: RowPlace }, };

/**
 * Citations, judgements and requests of a project whose source changed.
 */
export type ProjectDrift = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The revision of the project that this answer is of.
 */
revision: number, 
/**
 * The chosen providers whose newest revision is not the one that the project follows.
 */
providers: Array<FollowedProvider>, 
/**
 * What changed under the project, by provider. Settled items stand last.
 */
items: Array<DriftItem>, 
/**
 * Number of items that are not settled.
 */
open: number, 
/**
 * Topics on which a provider now states something that it did not state before.
 */
topics: Array<NewlyStated>, 
/**
 * Documents that are no longer valid, or will soon end.
 */
documents: Array<EndingDocument>, };

/**
 * The facts about a project besides its rows.
 */
export type ProjectHead = { 
/**
 * Identity in the workspace.
 */
id: ProjectId, 
/**
 * Name of the project.
 */
title: string, 
/**
 * Language in which the answers are written, as BCP 47: `en`, `nb`, `nn`, `da`. The PDF hyphenates words by it and
 * names it as its language. The headings of the report are in this language if the program has it.
 */
language: string, 
/**
 * Version of the report, as people write it: "0.3", "for review".
 */
version: string, 
/**
 * Forms, in the order in which people work on them.
 */
forms: Array<FormChoice>, 
/**
 * Ids of the chosen providers.
 */
providers: Array<string>, 
/**
 * By provider, the revision that the project follows. A project follows the first bundled revision of a provider
 * that is not named here: it was made when there was only one revision.
 */
follows?: { [key in string]: string }, 
/**
 * When the project was created.
 */
created: string, 
/**
 * When the project was moved to the trash; none if it is not in the trash.
 */
trashed: string | null, };

/**
 * A project of the workspace.
 */
export type ProjectId = string;

/**
 * The overview of a project.
 */
export type ProjectOverview = { 
/**
 * The revision of the project that this answer is of.
 */
revision: number, 
/**
 * Title, forms, providers.
 */
head: ProjectHead, 
/**
 * Names of the controllers.
 */
controllers: Array<string>, 
/**
 * The forms with their sections.
 */
forms: Array<FormSummary>, 
/**
 * A summary of each chosen provider.
 */
providers: Array<ProviderSummary>, 
/**
 * Number of citations, judgements and open requests whose source changed and which nobody has settled.
 */
drifted: number, 
/**
 * How many findings there are.
 */
findings: FindingCounts, 
/**
 * The state of the reviews; none if nothing was sent for review and no file came back.
 */
review?: ReviewSummary, 
/**
 * The own notes, each with its place.
 */
own_notes?: Array<OwnNoteView>, 
/**
 * The sections that somebody marked as ready for review.
 */
ready?: Array<ReadySection>, 
/**
 * The people who have a role in the assessment.
 */
people?: Array<string>, 
/**
 * The next steps, in the order in which a person can do them; empty when all is done.
 */
steps: Array<NextStep>, 
/**
 * Id of the form that can take over the result of the screening; none if the form already agrees with the
 * result.
 */
carry_over: string | null, 
/**
 * The changes that `undo` and `redo` would act on.
 */
undo: UndoState, 
/**
 * When it was last changed.
 */
changed: string, };

/**
 * A project in the list.
 */
export type ProjectSummary = { 
/**
 * Title, forms, providers.
 */
head: ProjectHead, 
/**
 * Names of the controllers.
 */
controllers: Array<string>, 
/**
 * The progress of each form.
 */
forms: Array<FormSummary>, 
/**
 * When it was last changed.
 */
changed: string, };

/**
 * The versions of a project.
 */
export type ProjectVersions = { 
/**
 * The versions, oldest first.
 */
versions: Array<VersionSummary>, };

/**
 * What one provider states on one topic.
 */
export type ProviderCoverage = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * The kind of what it states on the topic.
 */
status: CoverageStatus, 
/**
 * Ids of the statements on something that it provides.
 */
provided: Array<string>, 
/**
 * Ids of the statements on something that it limits.
 */
limitations: Array<string>, 
/**
 * Ids of the statements on something that it leaves to the controller.
 */
duties: Array<string>, 
/**
 * What its pages leave open on the topic, in words of the pack's own.
 */
missing: Array<string>, 
/**
 * Whether its pages leave something open: they state nothing on the topic, or not all that it asks.
 */
open: boolean, };

/**
 * What changed from one revision of a provider's content to another.
 */
export type ProviderDrift = { 
/**
 * The provider and the earlier revision.
 */
from: RevisionSummary, 
/**
 * The same provider and the later revision.
 */
to: RevisionSummary, 
/**
 * What changed.
 */
drift: Drift, };

/**
 * A provider with the numbers of its pages, statements and actions.
 */
export type ProviderSummary = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Country as ISO 3166 code.
 */
country: string, 
/**
 * Web site.
 */
website: string, 
/**
 * Revision of the pack.
 */
revision: string, 
/**
 * Where the pack comes from.
 */
origin: PackOrigin, 
/**
 * The newest day among the states of its pages, YYYY-MM-DD; none if no page has a day.
 */
captured: string | null, 
/**
 * The pages in order.
 */
pages: Array<PageSummary>, 
/**
 * Number of passages; only imported pages have some.
 */
passages: number, 
/**
 * Number of statements.
 */
statements: number, 
/**
 * Number of actions.
 */
actions: number, 
/**
 * Number of topics on which a statement says that the provider provides something.
 */
topics_stated: number, 
/**
 * Titles of the topics on which nothing is stated.
 */
topics_not_stated: Array<string>, 
/**
 * Titles of the topics on which the provider states something and leaves something else open.
 */
topics_left_open: Array<string>, 
/**
 * Number of this provider's statements that the project has judged.
 */
judged: number, };

/**
 * A statement or passage as it is published.
 */
export type PublishedWords = { 
/**
 * Id of the statement or name of the passage.
 */
statement: string, 
/**
 * The words.
 */
words: string, 
/**
 * Title of the first page on which it stands.
 */
page: string, 
/**
 * Address of that page.
 */
address: string, };

/**
 * A returned file whose remarks are read.
 */
export type ReadRemarks = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The file: a PDF or a Word document.
 */
path: string, 
/**
 * The password of the file, if it needs one.
 */
password?: string, 
/**
 * Who sent the file back; when left out, the person who wrote the most remarks.
 */
from?: string, 
/**
 * Whether to read a file that says that it is a report of another project.
 */
other_project?: boolean, 
/**
 * The number of the review round that the file belongs to; when left out, the round of its version.
 */
round?: number, };

/**
 * Scales with meanings and a matrix, for projects that have no method of their own.
 */
export type ReadyScales = { 
/**
 * Stable id.
 */
id: string, 
/**
 * The name that people read.
 */
title: string, 
/**
 * The projects for which they are meant.
 */
about: string, 
/**
 * Levels of likelihood, lowest first.
 */
likelihood: Array<ScaleLevel>, 
/**
 * Levels of severity, lowest first.
 */
severity: Array<ScaleLevel>, 
/**
 * Levels of risk, lowest first, with whether each is acceptable and who may accept it.
 */
risk: Array<ScaleLevel>, 
/**
 * Level of risk for each likelihood (outer) and severity (inner), counted from 1.
 */
matrix: Array<Array<number>>, };

/**
 * A section that is marked as ready for review.
 */
export type ReadySection = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * Id of the section.
 */
section: string, 
/**
 * Who marked it.
 */
by: string, 
/**
 * The day of the mark.
 */
date?: string, 
/**
 * Whether an answer of the section has changed since that day, so that the mark no longer counts.
 */
changed: boolean, };

/**
 * Which answer to a yes-or-no question needs a reason.
 */
export type ReasonFor = "both" | "if_yes" | "if_no";

/**
 * Somebody who was asked to review.
 */
export type RecipientView = { 
/**
 * The name.
 */
name: string, 
/**
 * Whether a file came back from them.
 */
answered: boolean, };

/**
 * A row to which another row or an answer refers.
 */
export type RefView = { 
/**
 * Identity.
 */
row: RowId, 
/**
 * Register.
 */
register: string, 
/**
 * The number that people see.
 */
number: string, 
/**
 * The row in one line.
 */
label: string, };

/**
 * A register: facts of a project that several forms show, or the rows of a form's own tables.
 */
export type Register = { 
/**
 * Stable id, for example `data_item`.
 */
id: string, 
/**
 * The name of one of its rows, as people say it: "data item".
 */
one: string, 
/**
 * The name of several rows: "data items".
 */
many: string, 
/**
 * The letter before the number that people see: `D` makes D1, D2 …; empty for numbers without a letter.
 */
prefix: string, 
/**
 * The field whose answer names a row in one line.
 */
label_field: string, 
/**
 * Whether it has exactly one row: the method, the own fields of a form.
 */
single: boolean, 
/**
 * The fields of a row.
 */
fields: Array<Field>, };

/**
 * The differences in a register, or in the answers of a form that stand in no table.
 */
export type RegisterComparison = { 
/**
 * Id of the register or form.
 */
register: string, 
/**
 * Title of the register or form.
 */
title: string, 
/**
 * The rows that differ, by number.
 */
rows: Array<RowComparison>, };

/**
 * Numbers of open remarks.
 */
export type RemarkCounts = { 
/**
 * Open remarks. A reply to an open remark does not count.
 */
open: number, 
/**
 * Open remarks without a place.
 */
without_place: number, };

/**
 * A remark in a file that is looked at.
 */
export type RemarkFound = { 
/**
 * Whether the project has the remark in other words.
 */
edited: boolean, 
/**
 * Who wrote the remark.
 */
by: string, 
/**
 * How the reviewer made the remark.
 */
kind: RemarkKind, 
/**
 * The words of the remark.
 */
words: string, 
/**
 * The words of the report that the remark covers.
 */
quoted: string, 
/**
 * The words that the remark proposes.
 */
new_words?: string, 
/**
 * The place of the remark in words; none if there is no place.
 */
place?: string, 
/**
 * The page, counted from 1.
 */
page?: number, };

/**
 * How a reviewer made a remark. Each kind is an option of the field.
 */
export type RemarkKind = "comment" | "highlight" | "underline" | "strike_out" | "insertion" | "deletion" | "replacement" | "free_text" | "untracked";

/**
 * Places that a remark can have.
 */
export type RemarkPlaces = { 
/**
 * The first places that fit: rows and answers that a form shows, and sections.
 */
places: Array<PlaceOfRemark>, };

/**
 * The state of a remark. Each state is an option of the field.
 */
export type RemarkState = "open" | "accepted" | "answered" | "declined" | "done";

/**
 * A remark of a reviewer.
 */
export type RemarkView = { 
/**
 * The row.
 */
row: RowId, 
/**
 * Who wrote the remark; may be empty.
 */
by: string, 
/**
 * The day on which it was written.
 */
date: string | null, 
/**
 * How the reviewer made the remark.
 */
kind: RemarkKind, 
/**
 * The state of the remark.
 */
state: RemarkState, 
/**
 * The words of the remark, as plain text.
 */
words: string, 
/**
 * What the remark does besides its words, in words; empty if it does nothing else.
 */
told: string, 
/**
 * Earlier words of the remark, as plain text, if its reviewer changed them.
 */
earlier: string, 
/**
 * The day on which the remark came back in other words.
 */
edited?: string, 
/**
 * The words of the report that the remark covers.
 */
quoted: string, 
/**
 * The words that the remark proposes; empty if it proposes none or proposes to delete words.
 */
new_words: string, 
/**
 * Whether the remark proposes a change of words.
 */
proposes: boolean, 
/**
 * The proposed change, applied to the answer as it stands now. None if the remark proposes nothing, is not
 * open, or its words are not found. A change that cannot be made is also in here where the file tells the
 * whole answer; then `hindrance` says why.
 */
change?: Array<ChangedWords>, 
/**
 * The reason why the proposed change cannot be made, in words.
 */
hindrance?: string, 
/**
 * The row that the remark stands beside.
 */
at_row?: RowId, 
/**
 * The field that the remark stands beside.
 */
at_field?: string, 
/**
 * The place of the remark in words; none if the remark has no place.
 */
place?: string, 
/**
 * Id of the form that shows the place.
 */
form?: string, 
/**
 * Number of the section that shows it.
 */
section?: string, 
/**
 * The page of the file, counted from 1.
 */
page?: number, 
/**
 * The answer, or the reason why the remark was declined, as plain text.
 */
answer: string, 
/**
 * Who decided.
 */
answered_by: string, 
/**
 * The day on which somebody decided.
 */
answered: string | null, 
/**
 * The remark that this one replies to.
 */
reply_to?: RowId, 
/**
 * The returned file that has the remark.
 */
file?: RowId, 
/**
 * The number of the review round.
 */
round?: number, };

/**
 * The remarks of a project.
 */
export type Remarks = { 
/**
 * The revision of the project that this answer is of.
 */
revision: number, 
/**
 * The remarks that were asked for, in the order in which they were read.
 */
remarks: Array<RemarkView>, 
/**
 * Number of all remarks of the project.
 */
all: number, 
/**
 * Everybody who wrote remarks.
 */
people: Array<string>, 
/**
 * The review rounds, oldest first.
 */
rounds: Array<RoundView>, 
/**
 * The returned files, in the order in which they were read.
 */
files: Array<ReturnedFileView>, 
/**
 * Numbers of open remarks.
 */
counts: RemarkCounts, };

/**
 * What a returned file would bring. Nothing is stored.
 */
export type RemarksLook = { 
/**
 * The name of the file.
 */
name: string, 
/**
 * Whether it is a PDF; a Word document otherwise.
 */
pdf: boolean, 
/**
 * Whether the file says that it is a report of another project.
 */
other_project: boolean, 
/**
 * Title of the project that the file names, or its id if the workspace does not have the project; none if the
 * file names no project.
 */
project?: string, 
/**
 * Short name of the form of the report.
 */
form?: string, 
/**
 * The version of the report; none if the report is of a draft, or the file does not say.
 */
version?: number, 
/**
 * The day on the report.
 */
day?: string, 
/**
 * The review round of that version.
 */
round?: number, 
/**
 * The numbers of the review rounds among which a person can choose, if the file does not tell its round.
 */
rounds: Array<number>, 
/**
 * Whether the project has a returned file with the same bytes.
 */
kept: boolean, 
/**
 * What a person should know before reading the file, in words.
 */
warnings: Array<string>, 
/**
 * What could not be read, in words.
 */
problems: Array<string>, 
/**
 * The authors of remarks, those with the most remarks first.
 */
people: Array<string>, 
/**
 * Number of remarks in the file.
 */
found: number, 
/**
 * Number of remarks that the project does not have.
 */
new: number, 
/**
 * Number of remarks that the project has in other words.
 */
edited: number, 
/**
 * Number of new remarks that propose a change of words.
 */
proposals: number, 
/**
 * Number of open remarks that a reviewer marked as done. To read the file closes them.
 */
closes: number, 
/**
 * Number of new remarks without a place.
 */
without_place: number, 
/**
 * The new remarks and those with other words, in the order of the file.
 */
remarks: Array<RemarkFound>, };

/**
 * A citation that another one replaced after a person had read the newest words.
 */
export type Renewal = { 
/**
 * The earlier citation.
 */
citation: CitationId, 
/**
 * The reason that a person gave why the project's text is still true.
 */
reason: string, 
/**
 * The day on which the person read the newest words.
 */
on: string, };

/**
 * Words to replace.
 */
export type Replace = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The words that were looked for.
 */
words: string, 
/**
 * Whether upper and lower case must match.
 */
case?: boolean, 
/**
 * Whether only whole words count.
 */
whole?: boolean, 
/**
 * The new words, in one line; empty to delete the words.
 */
with: string, 
/**
 * The revision of the project in which the places were found.
 */
revision: number, 
/**
 * The places in which to replace the words.
 */
places: Array<PlaceToReplace>, };

/**
 * What kind of file a report is written as.
 */
export type ReportFormat = "pdf" | "docx";

/**
 * The pages of a report at a revision.
 */
export type ReportPages = { 
/**
 * The revision of the project that the pages show.
 */
revision: number, 
/**
 * The fingerprint of each page. A page that looks the same keeps its fingerprint.
 */
pages: Array<string>, 
/**
 * The pages that were asked for and whose fingerprints were not known.
 */
drawn: Array<DrawnPage>, 
/**
 * The spot on which the place that was asked for begins.
 */
at: PageSpot | null, };

/**
 * The pages of a report beside its form.
 */
export type ReportPagesAnswer = { 
/**
 * The pages; none if a change or a later question came before they were laid out.
 */
report: ReportPages | null, };

/**
 * The open request to a provider on a matter, and the first values of a new request.
 */
export type RequestDraft = { 
/**
 * The open request; none when a new one is to be made.
 */
row: RowId | null, 
/**
 * Id of the form that shows it.
 */
form: string | null, 
/**
 * Id of the section that shows it.
 */
section: string | null, 
/**
 * First values of a new request.
 */
values: Array<Preset>, };

/**
 * The matter of a request to a provider: exactly one of `action`, `topic`, `statement`, `about` and
 * `sought`.
 */
export type RequestFor = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Id of the action that it offers.
 */
action?: string, 
/**
 * Id of the topic.
 */
topic?: string, 
/**
 * Id of a statement, or name of a passage, that is to be confirmed or corrected.
 */
statement?: string, 
/**
 * Anything else in a few words, such as a finding; empty for a question that is yet to be written.
 */
about?: string, 
/**
 * Words that a person looked for in vain among the provider's statements.
 */
sought?: string, 
/**
 * Ids of further topics that the request is about.
 */
topics?: Array<string>, };

/**
 * The status of a request. Each status is an option of the field.
 */
export type RequestState = "draft" | "sent" | "answered" | "declined";

/**
 * A request to a provider.
 */
export type RequestView = { 
/**
 * The row.
 */
row: RowId, 
/**
 * Number of the request, such as "Q3".
 */
number: string, 
/**
 * Name of the provider, as the request has it.
 */
provider: string, 
/**
 * Id of the provider; none if the library does not have the provider.
 */
provider_id?: string, 
/**
 * Title of the action or topic; may be empty.
 */
about: string, 
/**
 * The group of topics; empty if the group is not known.
 */
group: string, 
/**
 * The words of the request, as plain text.
 */
question: string, 
/**
 * What the request wants, in words; may be empty.
 */
wanted: string, 
/**
 * Who asks; may be empty.
 */
asked_by: string, 
/**
 * The status of the request.
 */
status: RequestState, 
/**
 * The day on which the request was sent.
 */
sent: string | null, 
/**
 * The day by which the answer is needed.
 */
due: string | null, 
/**
 * Whether that day has passed without an answer.
 */
overdue: boolean, 
/**
 * The day on which the answer came.
 */
answered: string | null, 
/**
 * The answer, as plain text; may be empty.
 */
answer: string, 
/**
 * The files attached to the request, such as the provider's letter.
 */
files: Array<AttachmentLine>, 
/**
 * How often the answer is cited in the project.
 */
cited: number, 
/**
 * Id of the form that shows the request; none if no form of the project shows it.
 */
form?: string, 
/**
 * Number of the section that shows the request.
 */
section?: string, };

/**
 * The requests of a project.
 */
export type Requests = { 
/**
 * The revision of the project that this answer is of.
 */
revision: number, 
/**
 * The day on which this answer was made.
 */
today: string, 
/**
 * The requests in the order of their numbers.
 */
requests: Array<RequestView>, };

/**
 * An earlier version of an answer.
 */
export type RestoreAnswer = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row.
 */
row: RowId, 
/**
 * The field.
 */
field: string, 
/**
 * The version, as `history` names it.
 */
version: string, };

/**
 * A backup that is written as a workspace of its own.
 */
export type RestoreBackup = { 
/**
 * The file, as the list names it.
 */
backup: string, 
/**
 * The new workspace; an existing file is replaced whole.
 */
out: string, };

/**
 * A file that came back.
 */
export type ReturnedFileView = { 
/**
 * The row.
 */
row: RowId, 
/**
 * Name of the file.
 */
name: string, 
/**
 * Who sent it.
 */
from: string, 
/**
 * The day on which it was read.
 */
date: string | null, 
/**
 * The version of the report.
 */
version?: number, 
/**
 * The number of the review round.
 */
round?: number, 
/**
 * The attachment that holds the file.
 */
attachment?: AttachmentId, 
/**
 * The number of the attachment, such as "E3".
 */
number?: string, };

/**
 * The part of the overview about reviews.
 */
export type ReviewSummary = { 
/**
 * Number of remarks that came back, open or not.
 */
remarks: number, 
/**
 * Numbers of open remarks.
 */
counts: RemarkCounts, 
/**
 * The number of the last round that has not ended.
 */
round?: number, 
/**
 * Who has sent no file back in this round.
 */
waiting_for: Array<string>, };

/**
 * A revision of a provider's content.
 */
export type RevisionSummary = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * The revision.
 */
revision: string, 
/**
 * Day of its newest page; none if the day is not known.
 */
day: string | null, };

/**
 * A revision of a provider's content.
 */
export type RevisionView = { 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * The revision.
 */
revision: string, 
/**
 * Where the revision comes from. Only an imported one can be removed.
 */
origin: PackOrigin, 
/**
 * The day of its newest page; none if the day is not known.
 */
captured: string | null, 
/**
 * When the revision was imported; none if it came with the program.
 */
imported: string | null, 
/**
 * The revision before it; none for the first.
 */
follows: string | null, 
/**
 * Pages.
 */
pages: number, 
/**
 * Passages on all pages.
 */
passages: number, 
/**
 * Statements, those that people made from passages included.
 */
statements: number, 
/**
 * Number of topics on which the revision states nothing; none for imported pages, since only a reader can say
 * that.
 */
topics_not_stated: number | null, };

/**
 * A block of a document, a list item or a table cell.
 */
export type RichBlock = { "type": "paragraph", 
/**
 * Its inlines; empty only where a list item or a table cell is empty.
 */
content?: Array<Inline>, } | { "type": "heading", 
/**
 * Its level.
 */
attrs: HeadingAttrs, 
/**
 * Its inlines, without hard breaks.
 */
content?: Array<Inline>, } | { "type": "bullet_list", 
/**
 * Its items; at least one.
 */
content: Array<list_item>, } | { "type": "ordered_list", 
/**
 * Where its numbers start.
 */
attrs: OrderedListAttrs, 
/**
 * Its items; at least one.
 */
content: Array<list_item>, } | { "type": "table", 
/**
 * Its rows; at least one, all equally long.
 */
content: Array<table_row>, };

/**
 * A risk of a project.
 */
export type RiskAnswer = { 
/**
 * The project's revision.
 */
revision: number, 
/**
 * The risk with its answers and those of its measures.
 */
detail: RiskDetail, };

/**
 * The difference between a register of risks and the one that the window has.
 */
export type RiskChange = { 
/**
 * Risks that are new or changed.
 */
risks: Array<RiskView>, 
/**
 * All risks in order; none if no risk was added, removed or moved.
 */
order?: Array<RowId>, 
/**
 * The frame; none if it did not change.
 */
frame?: RiskFrame, };

/**
 * A risk with its answers.
 */
export type RiskDetail = { 
/**
 * Its number and name.
 */
risk: RefView, 
/**
 * The answers for which it is asked, in the order of the register.
 */
fields: Array<FieldView>, 
/**
 * The measures that refer to it, with their answers.
 */
measures: Array<MeasureDetail>, };

/**
 * The data that is the same for all risks.
 */
export type RiskFrame = { 
/**
 * The scales and the matrix in force, without risks.
 */
method: MatrixView, 
/**
 * The fields of the register of risks.
 */
risk: Register, 
/**
 * The fields of the register of measures.
 */
measure: Register, };

/**
 * A gap of a risk.
 */
export type RiskGap = { 
/**
 * The kind of gap.
 */
what: RiskGapKind, 
/**
 * The field to which a person goes to fill it, if it is a field of the risk.
 */
field?: string, };

/**
 * The kinds of gaps of a risk.
 */
export type RiskGapKind = "description" | "score_before" | "reason" | "measure" | "measure_plan" | "score_after" | "verdict" | "owner" | "acceptance";

/**
 * A measure against a risk.
 */
export type RiskMeasure = { 
/**
 * Its number and its first words.
 */
measure: RefView, 
/**
 * How it treats the risk: an option of the field with the role `measure_option`.
 */
option?: string, 
/**
 * The person who is responsible for it; may be empty.
 */
responsible: string, 
/**
 * The day from which it works at the latest, YYYY-MM-DD.
 */
deadline?: string, 
/**
 * Whether it is in place: an option of the field with the role `measure_status`.
 */
status?: string, 
/**
 * Who carries it out: an option of the field with the role `measure_by`.
 */
by?: string, };

/**
 * All risks of a project, and what is needed to read and to score them.
 */
export type RiskRegister = { 
/**
 * The risks in the order of their numbers.
 */
risks: Array<RiskView>, 
/**
 * The fields of the registers, and the method in force.
 */
frame: RiskFrame, };

/**
 * A likelihood and a severity, with the level that follows from them.
 */
export type RiskScore = { 
/**
 * Likelihood, counted from 1.
 */
likelihood?: number, 
/**
 * Severity, counted from 1.
 */
severity?: number, 
/**
 * The level that follows; none if a score is missing or outside its scale.
 */
level?: LevelView, 
/**
 * The reason in plain words; may be empty.
 */
reason: string, };

/**
 * The scores of a risk for one side.
 */
export type RiskScores = { 
/**
 * The side.
 */
side: RiskSide, 
/**
 * Before additional measures.
 */
before: RiskScore, 
/**
 * After additional measures, as it was entered.
 */
after: RiskScore, 
/**
 * Whether a measure treats the risk. Without one, the scores before treatment stay in force.
 */
treated: boolean, 
/**
 * The score in force after treatment: `after`, or `before` if no measure treats the risk.
 */
residual: RiskScore, 
/**
 * Who accepts the residual risk for this side; none if nobody is asked or nobody has answered.
 */
acceptance?: Acceptance, };

/**
 * Whom a risk concerns: the options of the field with the role [`FieldRole::Concerns`].
 */
export type RiskSide = "subjects" | "organisation";

/**
 * The time for which a risk is scored.
 */
export type RiskTime = "before" | "after";

/**
 * A risk.
 */
export type RiskView = { 
/**
 * Its number and name.
 */
risk: RefView, 
/**
 * The scenario of the catalogue from which it was made.
 */
scenario?: string, 
/**
 * Option of the field that says where the harm comes from.
 */
origin?: string, 
/**
 * Option of the field that says where the cause lies.
 */
environment?: string, 
/**
 * Whom it concerns.
 */
concerns: Array<RiskSide>, 
/**
 * The person who is responsible for it; may be empty.
 */
owner: string, 
/**
 * The scores for each side that it concerns.
 */
sides: Array<RiskScores>, 
/**
 * How its measures treat it. Each option stands once.
 */
options: Array<string>, 
/**
 * The measures that refer to it.
 */
measures: Array<RiskMeasure>, 
/**
 * The gaps.
 */
open: Array<RiskGap>, 
/**
 * Whether it concerns data subjects and could be taken over for the organisation.
 */
can_take_over: boolean, 
/**
 * Whether no measure treats it, and a score after treatment differs from the score before.
 */
can_score_as_before: boolean, };

/**
 * The register of risks of a project.
 */
export type RisksAnswer = { 
/**
 * The project's revision.
 */
revision: number, 
/**
 * All risks with scores, measures and what is open.
 */
register: RiskRegister, };

/**
 * A review round.
 */
export type RoundView = { 
/**
 * The row.
 */
row: RowId, 
/**
 * Number of the round, counted from 1.
 */
number: number, 
/**
 * The day on which it began.
 */
date: string | null, 
/**
 * The version that was sent.
 */
version?: number, 
/**
 * The people who were asked to review, and whether a file came back from them.
 */
recipients: Array<RecipientView>, 
/**
 * Number of files that came back.
 */
files: number, 
/**
 * Number of open remarks of the round.
 */
open: number, 
/**
 * Number of remarks that came back.
 */
remarks: number, 
/**
 * The day on which it ended.
 */
closed: string | null, };

/**
 * A row that differs.
 */
export type RowComparison = { 
/**
 * Whether the row was added, removed or changed.
 */
change: AnswerChange, 
/**
 * The row.
 */
row: RowId, 
/**
 * Number of the row; none for the row of a single register.
 */
number: string | null, 
/**
 * Number of the row in the earlier state, if the number was another one.
 */
number_before?: string, 
/**
 * The row in one line.
 */
label: string, 
/**
 * The form that shows the row.
 */
form: string | null, 
/**
 * The section that shows the row.
 */
section: string | null, 
/**
 * The answers that differ.
 */
answers: Array<AnswerComparison>, };

/**
 * A row of a register. Unique within its project.
 */
export type RowId = string;

/**
 * The section of a form in which a row is shown.
 */
export type RowPlace = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * The section.
 */
section: string, };

/**
 * A row.
 */
export type RowView = { 
/**
 * Identity.
 */
id: RowId, 
/**
 * Register.
 */
register: string, 
/**
 * The number that people see: `D3`.
 */
number: string, 
/**
 * The row in one line.
 */
label: string, 
/**
 * One cell for each column.
 */
cells: Array<CellView>, };

/**
 * One step of a scale, from the lowest up.
 */
export type ScaleLevel = { 
/**
 * The level's name, for example "likely".
 */
label: string, 
/**
 * The meaning of the level, in words that two assessors would understand in the same way.
 */
meaning: string, 
/**
 * For levels of risk only: whether a risk of this level may stay as it is.
 */
acceptable: boolean, 
/**
 * For levels of risk only: the role that may accept a risk of this level.
 */
accepted_by: string, };

/**
 * A scale of the project's method.
 */
export type ScaleName = "likelihood" | "severity" | "risk";

/**
 * A scenario that a person picks and adapts. It says nothing about a project.
 */
export type Scenario = { 
/**
 * Stable id.
 */
id: string, 
/**
 * What happens, in one line.
 */
title: string, 
/**
 * How the harm follows from the cause, in one or two sentences.
 */
how: string, 
/**
 * Who or what causes it.
 */
sources: string, 
/**
 * The usual weaknesses that let it happen.
 */
causes: Array<string>, 
/**
 * What the harm is for people.
 */
impact: string, 
/**
 * Option of the field with the role `risk_origin`.
 */
origin: string, 
/**
 * Option of the field with the role `risk_environment`.
 */
environment: string, 
/**
 * Options of the field with the role `concerns`.
 */
concerns: Array<string>, 
/**
 * Options of the field with the role `risk_affected`.
 */
affected: Array<string>, 
/**
 * Topics on which a provider may state something that lowers the risk.
 */
topics: Array<string>, 
/**
 * Articles of the GDPR that it concerns: `32(1)(b)`.
 */
gdpr: Array<string>, 
/**
 * Other words by which people look for it, in all languages of the program.
 */
synonyms: Array<string>, 
/**
 * The measures that usually help.
 */
measures: Array<SuggestedMeasure>, };

/**
 * A scenario, and the risks that were made from it.
 */
export type ScenarioView = { 
/**
 * The scenario.
 */
scenario: Scenario, 
/**
 * Risks of the project that were made from the scenario.
 */
risks: Array<RefView>, 
/**
 * Topics of the scenario on which a provider of the project states nothing.
 */
not_stated: Array<string>, 
/**
 * All words by which the scenario is found, in small letters: its own and its synonyms.
 */
found_by: string, };

/**
 * The catalogue of scenarios.
 */
export type Scenarios = { 
/**
 * The scenarios in the order of the catalogue.
 */
scenarios: Array<ScenarioView>, 
/**
 * What the providers state on the topics that scenarios name.
 */
topics: Array<TopicCoverage>, 
/**
 * The words of the statements on topics of scenarios, by id.
 */
statements: { [key in string]: string }, 
/**
 * Ready-made scales that a project can take over.
 */
scales: Array<ReadyScales>, };

/**
 * Scores of one side, for one or several risks.
 */
export type ScoreRisks = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The risks; each must concern the side.
 */
rows: Array<RowId>, 
/**
 * The side that is scored.
 */
side: RiskSide, 
/**
 * Before additional measures or after them.
 */
when: RiskTime, 
/**
 * Likelihood, counted from 1; unchanged when left out.
 */
likelihood?: number, 
/**
 * Severity, counted from 1; unchanged when left out.
 */
severity?: number, 
/**
 * The reason, as plain text: of the given scores, or of both scores if none is given. For data subjects after
 * additional measures, this is the reason of the verdict, which must exist.
 */
reason?: string, };

/**
 * The outcome of a screening, from the weakest to the strongest.
 */
export type ScreeningOutcome = "not_required" | "recommended" | "required_unless_reason" | "required";

/**
 * The outcome of a screening, and the reasons for it.
 */
export type ScreeningView = { 
/**
 * The outcome; none as long as an open question could change it.
 */
outcome?: ScreeningOutcome, 
/**
 * The rules that hold.
 */
fired: Array<FiredView>, 
/**
 * The questions that nobody has answered.
 */
open: Array<OpenQuestion>, 
/**
 * The exemption, if the answers claim it.
 */
exemption?: FiredView, 
/**
 * Whether a DPIA is made; none as long as that is not decided.
 */
made?: boolean, 
/**
 * Whether the law does not allow the decision.
 */
unlawful: boolean, };

/**
 * Words to look for.
 */
export type Search = { 
/**
 * The words. The last word may be incomplete.
 */
query: string, 
/**
 * Look only in this project and in the content of the providers.
 */
project?: ProjectId, 
/**
 * Look only in the project: not in statements and passages of providers.
 */
within_project?: boolean, };

/**
 * The places in which a search found the words.
 */
export type SearchResult = { 
/**
 * Best first.
 */
hits: Array<Hit>, };

/**
 * Another folder that each backup is copied to.
 */
export type SecondFolder = { 
/**
 * The folder.
 */
folder: string, 
/**
 * Whether the folder exists now.
 */
there: boolean, };

/**
 * A section of a form.
 */
export type SectionAnswer = { 
/**
 * The revision of the project that the view is of.
 */
revision: number, 
/**
 * Number and id.
 */
id: string, 
/**
 * Heading.
 */
title: string, 
/**
 * Articles and guidelines for which it asks.
 */
law: Array<string>, 
/**
 * Help.
 */
hint: string, 
/**
 * The parts that are asked.
 */
parts: Array<PartView>, 
/**
 * The progress.
 */
progress: Progress, };

/**
 * What changed in a section.
 */
export type SectionChange = { 
/**
 * Id of the section.
 */
id: string, 
/**
 * The progress of the section now.
 */
progress: Progress, 
/**
 * Parts in which something changed, in reading order.
 */
parts: Array<PartChange>, };

/**
 * A section with its progress.
 */
export type SectionSummary = { 
/**
 * Number.
 */
id: string, 
/**
 * Heading.
 */
title: string, 
/**
 * The progress of the section.
 */
progress: Progress, };

/**
 * A section with its state.
 */
export type SectionView = { 
/**
 * Number and id.
 */
id: string, 
/**
 * Heading.
 */
title: string, 
/**
 * Articles and guidelines for which it asks.
 */
law: Array<string>, 
/**
 * Help.
 */
hint: string, 
/**
 * The parts that are asked.
 */
parts: Array<PartView>, 
/**
 * The progress.
 */
progress: Progress, };

/**
 * The day by which answers to requests are needed, for several requests in one step.
 */
export type SetRequestDue = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The requests.
 */
requests: Array<RowId>, 
/**
 * The day; none when left out.
 */
due?: string, };

/**
 * A new status for requests, in one step.
 */
export type SetRequestStatus = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The requests.
 */
requests: Array<RowId>, 
/**
 * The new status.
 */
status: RequestState, 
/**
 * The day on which they were sent, or on which the answer came; today when left out. A draft has neither day.
 */
on?: string, };

/**
 * Changes to a review round.
 */
export type SetRound = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The round.
 */
round: RowId, 
/**
 * The people who are asked to review; unchanged when left out.
 */
recipients?: Array<string>, 
/**
 * Whether the round has ended; unchanged when left out.
 */
closed?: boolean, 
/**
 * The day on which the round ended; today when left out.
 */
on?: string, };

/**
 * An answer to write.
 */
export type SetValue = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row; may be left out for a single register.
 */
row?: RowId, 
/**
 * The single register, such as `method`, or a form's id or short name.
 */
register?: string, 
/**
 * The field.
 */
field: string, 
/**
 * The answer; the field is emptied when left out.
 */
value?: Value, 
/**
 * Rich text as a tree, in place of the Markdown of a text or of the reason of a yes or no.
 */
doc?: unknown, };

/**
 * How to settle citations whose words the provider has changed.
 */
export type Settle = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The citations, all settled in one step.
 */
citations: Array<CitationId>, 
/**
 * The way in which they are settled.
 */
how: Settlement, 
/**
 * Only for one citation and with `still_true`: the statement or passage of the newest revision that is cited
 * from now on. When left out, this is the one in which the old one goes on.
 */
statement?: string, 
/**
 * The reason.
 */
reason: string, };

/**
 * Remarks to mark as done, or to open again, in one step.
 */
export type SettleRemarks = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The remarks.
 */
remarks: Array<RowId>, 
/**
 * Who decides; when left out, the person who leads the assessment.
 */
by?: string, };

/**
 * How a citation is settled.
 */
export type Settlement = "still_true" | "keep_old_words";

/**
 * How much a finding weighs.
 */
export type Severity = "law" | "standard" | "advice";

/**
 * Who has to do with what a statement says.
 */
export type Side = "provided" | "limitation" | "controllers_duty";

/**
 * A part of a snippet.
 */
export type SnippetPart = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether they are a hit.
 */
hit: boolean, };

/**
 * A place where a statement is published.
 */
export type Source = { 
/**
 * Id of the page.
 */
page: string, 
/**
 * Title of the page.
 */
page_title: string, 
/**
 * Heading above the statement; headings above each other are joined by ` / `.
 */
heading: string, 
/**
 * Address of the page.
 */
address: string, 
/**
 * Identifies the state of the page.
 */
revision: string, 
/**
 * Day of that state; none if it is not known.
 */
captured: string | null, };

/**
 * A cited page.
 */
export type SourceView = { 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * Title of the page.
 */
page: string, 
/**
 * Address.
 */
address: string, 
/**
 * Identifies the state of the page that was read.
 */
revision: string, 
/**
 * Day of that state, YYYY-MM-DD; none if it is not known.
 */
captured: string | null, 
/**
 * The citations of this page.
 */
citations: Array<CitationId>, };

/**
 * The unknown words of the texts.
 */
export type SpellingChecked = { 
/**
 * Name of the dictionary; none if texts are not checked, or if there is no dictionary for the language.
 */
dictionary?: string, 
/**
 * The reason why an existing dictionary can't be used, in words.
 */
problem?: string, 
/**
 * The unknown words of each text.
 */
unknown: Array<Array<UnknownWord>>, };

/**
 * Words that are similar to an unknown word.
 */
export type SpellingSuggestions = { 
/**
 * The words, the most similar first.
 */
words: Array<string>, };

/**
 * The settings of spelling, and the dictionaries that were found.
 */
export type SpellingView = { 
/**
 * Whether texts are checked.
 */
on: boolean, 
/**
 * A folder with dictionaries, which is searched first.
 */
folder?: string, 
/**
 * The languages of texts, each with its dictionary.
 */
languages: Array<LanguageDictionary>, 
/**
 * The words of the person's own dictionary.
 */
words: Array<string>, 
/**
 * The words that are right in the project that was asked for.
 */
ignored: Array<IgnoredWord>, };

/**
 * A stage of an assessment. The stages follow one another in this order.
 */
export type Stage = "screening" | "facts" | "coverage" | "risks" | "requests" | "decision";

/**
 * A statement of the later revision that says what another said before.
 */
export type StatedNow = { 
/**
 * Its id.
 */
statement: string, 
/**
 * Its words.
 */
words: string, };

/**
 * A statement of another revision.
 */
export type StatedOtherwise = { 
/**
 * The revision that has it.
 */
of: RevisionSummary, 
/**
 * The statement, and how it differs from the statements of this revision.
 */
statement: ComparedStatement, };

/**
 * One verifiable thing a provider publishes.
 */
export type Statement = { 
/**
 * `<provider>/<slug>`. It stays the same when the words change.
 */
id: string, 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * The statement in words of the pack's own, never in the provider's sentences.
 */
words: string, 
/**
 * What it is about.
 */
kind: StatementKind, 
/**
 * Whether the provider gives it, limits it, or leaves it to the controller.
 */
side: Side, 
/**
 * Theme of ISO/IEC 27001:2022 annex A.
 */
theme: Theme, 
/**
 * Ids of the topics it answers; at least one.
 */
topics: Array<string>, 
/**
 * Where it is published; at least one place.
 */
sources: Array<Source>, 
/**
 * Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
 */
iso: Array<string>, 
/**
 * Why it is uncertain, in words of the pack's own; none if nothing makes it uncertain.
 */
uncertain?: string, 
/**
 * Short SHA-256 of the words without regard to white space. It shows whether the words have changed.
 */
hash: string, };

/**
 * How a statement changed from one revision to the next.
 */
export type StatementChange = "removed" | "narrowed" | "widened" | "reworded" | "relinked" | "moved" | "new" | "unchanged";

/**
 * What became of a statement.
 */
export type StatementDrift = { 
/**
 * Its id in the earlier revision. A new statement has its id in the later revision.
 */
statement: string, 
/**
 * What changed.
 */
change: StatementChange, 
/**
 * Its words in the earlier revision; none if it is new.
 */
before?: string, 
/**
 * The statements of the later revision that now say the same; none if it is no longer published.
 */
now: Array<StatedNow>, 
/**
 * The words that were removed and added, if one statement says it in other words.
 */
words?: Array<ChangedWords>, 
/**
 * What changed, in the words of those who keep the pack; empty if they say nothing.
 */
note: string, 
/**
 * The day of the change, if it is known.
 */
since?: string, };

/**
 * What a statement is about.
 */
export type StatementKind = "measure" | "assurance" | "right" | "service" | "boundary" | "claim";

/**
 * A statement with the project's judgement, note and citations of it.
 */
export type StatementView = { 
/**
 * The statement.
 */
statement: Statement, 
/**
 * Id of the provider.
 */
provider: string, 
/**
 * Name of the provider.
 */
provider_name: string, 
/**
 * Id of the option that is the judgement.
 */
judgement: string | null, 
/**
 * The note as a tree.
 */
note: unknown, 
/**
 * The row that holds judgement and note, if there is one.
 */
note_row: RowId | null, 
/**
 * How often the project cites it.
 */
cited: number, };

/**
 * The program and its workspace.
 */
export type Status = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * Path of the workspace.
 */
workspace: string, 
/**
 * Whether the workspace has no project, not even one in the trash.
 */
first_start: boolean, 
/**
 * The languages in which forms, headings and messages are complete, as BCP 47 tags.
 */
languages: Array<string>, 
/**
 * Languages in which answers can be written, as BCP 47 tags: those whose words the PDF can divide, and the
 * complete languages.
 */
text_languages: Array<string>, 
/**
 * Notices about the workspace; usually none.
 */
notices: Array<Notice>, 
/**
 * The backups that the program makes by itself.
 */
backups: Backups, };

/**
 * What a person does in a step.
 */
export type StepKind = "fill" | "carry_over" | "choose_provider" | "judge" | "send_requests" | "await_answers" | "settle_findings";

/**
 * An unknown word for which similar words are wanted.
 */
export type SuggestSpelling = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The word.
 */
word: string, };

/**
 * A measure that usually helps against a scenario.
 */
export type SuggestedMeasure = { 
/**
 * Option of the field with the role `measure_serves`: the requirement that the measure serves.
 */
serves: string, 
/**
 * What is done.
 */
words: string, };

/**
 * A cell of a table, holding exactly one paragraph (possibly empty).
 */
export type TableCell = { "type": "table_header", 
/**
 * One paragraph.
 */
content: Array<RichBlock>, } | { "type": "table_cell", 
/**
 * One paragraph.
 */
content: Array<RichBlock>, };

/**
 * A table with its rows.
 */
export type TableView = { 
/**
 * Unique within the form.
 */
id: string, 
/**
 * Its own heading; may be empty.
 */
title: string, 
/**
 * Columns after the number.
 */
columns: Array<ColumnView>, 
/**
 * Heading of the prescribed subjects, if the rows stand under subjects.
 */
subjects_label?: string, 
/**
 * Rows under their subjects; a single group without a subject if the table has no subjects.
 */
groups: Array<GroupView>, 
/**
 * The rows that can be added here; empty if the table only shows rows.
 */
adds: Array<AddView>, 
/**
 * The text that stands in place of rows if there are none.
 */
empty: string, 
/**
 * Whether "not applicable, because …" can stand instead of rows: under each subject, or in the whole table.
 */
absence?: boolean, 
/**
 * The number of options without a row, if a row can be added for each option of a choice.
 */
each?: EachOption, };

/**
 * A form that a project can fill in.
 */
export type TemplateSummary = { 
/**
 * Id of the template.
 */
id: string, 
/**
 * Version.
 */
version: string, 
/**
 * Full title.
 */
title: string, 
/**
 * Short name.
 */
short: string, 
/**
 * The published document that the form follows.
 */
source: string, };

/**
 * The four themes of ISO/IEC 27001:2022 annex A.
 */
export type Theme = "organisational" | "people" | "physical" | "technological";

/**
 * A file to be written.
 */
export type ToFile = { 
/**
 * The file; an existing one is replaced whole.
 */
out: string, };

/**
 * A question that every assessment asks of a provider.
 */
export type Topic = { 
/**
 * `a-z`, `0-9`, `-`.
 */
id: string, 
/**
 * Short name.
 */
title: string, 
/**
 * What the assessment has to find out, as a question.
 */
question: string, 
/**
 * The group of topics to which it belongs.
 */
group: string, 
/**
 * Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
 */
iso: Array<string>, 
/**
 * Articles of the GDPR: `32(1)(b)`.
 */
gdpr: Array<string>, };

/**
 * What the providers state on one topic.
 */
export type TopicCoverage = { 
/**
 * The topic.
 */
topic: Topic, 
/**
 * One entry per provider, in the order of the packs.
 */
providers: Array<ProviderCoverage>, };

/**
 * A topic on which a provider began or stopped to state something.
 */
export type TopicDrift = { 
/**
 * Id of the topic.
 */
topic: string, 
/**
 * Whether the later revision states something on it and the earlier one does not; `false` if it is the other way
 * round.
 */
stated_now: boolean, 
/**
 * The statements on it, in the revision that states something.
 */
statements: Array<string>, };

/**
 * The controller's judgement of the statements on a topic.
 */
export type TopicJudgement = { 
/**
 * The worst judgement, as an option of the field with the role `judgement`.
 */
judgement: string, 
/**
 * Ids of the statements with this judgement.
 */
statements: Array<string>, 
/**
 * Number of statements on the topic that are judged.
 */
judged: number, 
/**
 * Number of statements on the topic.
 */
of: number, };

/**
 * What one provider states on a topic.
 */
export type TopicOfProvider = { 
/**
 * The state of the provider's pages: the revision that the project follows, or the newest one.
 */
state: ComparedState, 
/**
 * Whether the project has chosen the provider.
 */
chosen: boolean, 
/**
 * What the provider states.
 */
coverage: ComparedCoverage, 
/**
 * Statements of its other revisions that this revision does not have or has in other words, the newest
 * revision first.
 */
otherwise: Array<StatedOtherwise>, };

/**
 * A topic proposed for a text.
 */
export type TopicProposal = { 
/**
 * Id of the topic.
 */
topic: string, 
/**
 * The words of the text that led to the topic, as they are written.
 */
words: Array<string>, };

/**
 * All that the providers state on a topic.
 */
export type TopicView = { 
/**
 * The topic.
 */
topic: Topic, 
/**
 * The providers: those of the project first, then the others by name.
 */
providers: Array<TopicOfProvider>, };

/**
 * Topics and what the providers state on them.
 */
export type Topics = { 
/**
 * All topics in order.
 */
topics: Array<Topic>, 
/**
 * What the providers state on each topic.
 */
coverage: Array<TopicCoverage>, };

/**
 * The records of the project that a change touched.
 */
export type Touched = { 
/**
 * Whether the head of the project changed: title, language, version, forms, providers or trash.
 */
head: boolean, 
/**
 * Rows that were added, went into the trash, came back from it, or moved.
 */
rows: Array<RowId>, 
/**
 * The registers of these rows.
 */
registers: Array<string>, 
/**
 * Answers that changed, as row and field.
 */
fields: Array<[RowId, string]>, 
/**
 * Citations that were added, removed or pinned anew.
 */
citations: Array<CitationId>, 
/**
 * Statements whose judgement or note changed.
 */
notes: Array<string>, 
/**
 * Registers in which the order of rows changed, so that other rows may have other numbers.
 */
order: Array<string>, 
/**
 * Attachments that were added, went into the trash, or came back from it.
 */
attachments: Array<AttachmentId>, 
/**
 * Numbers of the versions that were frozen.
 */
versions: Array<number>, };

/**
 * The trash.
 */
export type Trash = { 
/**
 * Projects in the trash.
 */
projects: Array<ProjectHead>, 
/**
 * Rows in the trash.
 */
rows: Array<TrashedRow>, };

/**
 * A row to move to the trash.
 */
export type TrashRow = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row.
 */
row: RowId, 
/**
 * Whether answers that name the row lose the reference in the same step. Otherwise they name the row again
 * when it comes back.
 */
detach?: boolean, };

/**
 * A row in the trash.
 */
export type TrashedRow = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The row.
 */
row: RowId, 
/**
 * What people call one row of the register.
 */
one: string, 
/**
 * The row in one line.
 */
label: string, 
/**
 * When it was deleted.
 */
trashed: string, };

/**
 * The changes that `undo` and `redo` would act on.
 */
export type UndoState = { 
/**
 * Name of the change that `undo` would take back.
 */
undo: string | null, 
/**
 * Name of the change that `redo` would make again.
 */
redo: string | null, };

/**
 * The place of an unknown word, in UTF-16 units of its text.
 */
export type UnknownWord = { 
/**
 * Begin of the word.
 */
from: number, 
/**
 * End of the word.
 */
to: number, };

/**
 * A section whose mark is removed.
 */
export type UnmarkReady = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The form, by its id or short name.
 */
form: string, 
/**
 * The section.
 */
section: string, };

/**
 * A waiver to take back.
 */
export type Unwaive = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The key of the finding.
 */
finding: string, };

/**
 * Ready-made scales that a project takes over.
 */
export type UseScales = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Id of the scales.
 */
scales: string, };

/**
 * Statements to be written into the form, each with its citation.
 */
export type UseStatements = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * Ids of the statements.
 */
statements: Array<string>, 
/**
 * The subject for which they become measures, such as `confidentiality` or `additional`.
 */
serves?: string, 
/**
 * In place of `serves`: the row of the text to which the statements are added.
 */
row?: RowId, 
/**
 * With `row`: the field of that text.
 */
field?: string, };

/**
 * A value that a person entered at one field of one row.
 *
 * The tag names the kind, so that the value can be read years later, or by another program, without the template.
 */
export type Value = { "kind": "text", "value": string } | { "kind": "line", "value": string } | { "kind": "date", "value": string } | { "kind": "choice", "value": Chosen } | { "kind": "choices", "value": Array<Chosen> } | { "kind": "yes_no", "value": { 
/**
 * The answer.
 */
answer: boolean, 
/**
 * The reason, as Markdown.
 */
reason: string, } } | { "kind": "refs", "value": Array<RowId> } | { "kind": "level", "value": number } | { "kind": "scale", "value": Array<ScaleLevel> } | { "kind": "matrix", "value": Array<Array<number>> } | { "kind": "citations", "value": Array<CitationId> } | { "kind": "acceptance", "value": Acceptance };

/**
 * A version of an answer.
 */
export type Version = { 
/**
 * The name by which `restore_answer` takes this version.
 */
version: string, 
/**
 * When it was written.
 */
at: string, 
/**
 * The answer; none if the field was emptied.
 */
value: Value | null, 
/**
 * The answer as a tree, if it is rich text.
 */
doc: unknown, 
/**
 * Whether this version is the present answer.
 */
current: boolean, };

/**
 * How two states of a project differ, answer by answer.
 */
export type VersionComparison = { 
/**
 * The earlier version.
 */
from: VersionLine, 
/**
 * The later version; none for the draft.
 */
to: VersionLine | null, 
/**
 * Number of answers that only the later state has.
 */
added: number, 
/**
 * Number of answers that only the earlier state has.
 */
removed: number, 
/**
 * Number of answers that both states have and that differ.
 */
changed: number, 
/**
 * Registers and forms in which something differs, in order.
 */
registers: Array<RegisterComparison>, 
/**
 * Attachments that were added or removed.
 */
attachments: Array<AttachmentComparison>, };

/**
 * Why a version was frozen.
 */
export type VersionKind = "review" | "approved";

/**
 * A frozen version of a project, as the version log names it.
 */
export type VersionLine = { 
/**
 * Its number within the project, counted from 1.
 */
number: number, 
/**
 * Why it was frozen.
 */
kind: VersionKind, 
/**
 * The day on which it was frozen.
 */
on: string, 
/**
 * Who sent or approved it.
 */
by: string, 
/**
 * What that person wrote about the version; may be empty.
 */
note: string, };

/**
 * A report of a version.
 */
export type VersionReport = { 
/**
 * Id of the form.
 */
form: string, 
/**
 * Short name of the form.
 */
short: string, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * Number of bytes.
 */
bytes: number, 
/**
 * SHA-256 of the file, in lower-case hexadecimal. With it, anybody who has a file can tell whether it is this
 * report.
 */
sha256: string, 
/**
 * Number of the earlier version, if the report tells what changed since that version.
 */
since?: number, };

/**
 * A version without its content.
 */
export type VersionSummary = { 
/**
 * Number, day, person and reason of the version.
 */
line: VersionLine, 
/**
 * When it was frozen, to the second.
 */
frozen: string, 
/**
 * The reports of the version.
 */
reports: Array<VersionReport>, };

/**
 * A form as it was when the version was frozen.
 */
export type VersionView = { 
/**
 * The version.
 */
version: VersionSummary, 
/**
 * The head of the project as it was: title, language, forms, providers.
 */
head: ProjectHead, 
/**
 * The form.
 */
view: FormView, 
/**
 * The citations as they were, by id.
 */
citations: { [key in string]: CitationView }, 
/**
 * The attachments as they were.
 */
attachments: Array<AttachmentLine>, };

/**
 * Versions of an answer.
 */
export type Versions = { 
/**
 * The versions, newest first, up to a fixed number.
 */
versions: Array<Version>, 
/**
 * Whether there are older versions. `history` gives them when it gets the last of these versions as `before`.
 */
older: boolean, };

/**
 * A finding to waive.
 */
export type Waive = { 
/**
 * The project.
 */
project: ProjectId, 
/**
 * The key of the finding, as `findings` gives it.
 */
finding: string, 
/**
 * The reason of the waiver. The report prints it.
 */
reason: string, };

/**
 * Why a finding may stand.
 */
export type Waiver = { 
/**
 * The row that holds it.
 */
row: RowId, 
/**
 * The reason that a person gave.
 */
reason: string, 
/**
 * The day on which it was given.
 */
on?: string, 
/**
 * What it waived has changed since. The finding counts again.
 */
fell: boolean, };

/**
 * The revisions in which a run of words stands.
 */
export type WordSide = "both" | "before" | "after";

/**
 * A file that was written.
 */
export type Written = { 
/**
 * The file.
 */
path: string, 
/**
 * Size in bytes.
 */
bytes: number, };

/**
 * A document: a sequence of blocks. Equal to ProseMirror's `doc` node.
 *
 * An empty text is a document without blocks. An editor that needs a paragraph to type in adds one itself.
 */
export type doc = { "type": "doc", 
/**
 * The blocks from top to bottom.
 */
content: Array<RichBlock>, };

/**
 * An item of a list: a paragraph (possibly empty), then any blocks but headings.
 */
export type list_item = { "type": "list_item", 
/**
 * The item's blocks; the first is a paragraph.
 */
content: Array<RichBlock>, };

/**
 * A row of a table.
 */
export type table_row = { "type": "table_row", 
/**
 * The row's cells. All cells of the first row are headers; the cells of other rows are not.
 */
content: Array<TableCell>, };

/** Every command: what it takes and what it gives. */
export interface Commands {
  /** Makes a project with its controllers, providers and forms. */
  create_project: { arguments: CreateProject; answer: Changed };
  /** Changes the name, language, version, providers or forms of a project. */
  change_project: { arguments: ChangeProject; answer: Changed };
  /** Makes a copy of a project, without its history, versions and trash. */
  duplicate_project: { arguments: DuplicateProject; answer: Changed };
  /** Moves a project to the trash. */
  trash_project: { arguments: OfProject; answer: Changed };
  /** Takes a project out of the trash. */
  restore_project: { arguments: OfProject; answer: Changed };
  /** Writes or empties one answer. */
  set_value: { arguments: SetValue; answer: Changed };
  /** Adds a row to a register. */
  add_row: { arguments: AddRow; answer: Changed };
  /** Moves a row within its register. */
  move_row: { arguments: MoveRow; answer: Changed };
  /** Moves a row to the trash. */
  trash_row: { arguments: TrashRow; answer: Changed };
  /** Takes a row out of the trash. */
  restore_row: { arguments: OfRow; answer: Changed };
  /** Pins a statement, a passage or an answer as a citation, to stand in a text as cite:ID. */
  cite: { arguments: Cite; answer: Changed };
  /** Sets the controller's judgement and note on a statement. */
  judge: { arguments: Judge; answer: Changed };
  /** Writes statements into the form, as measures or into a text, each with its citation. */
  use_statements: { arguments: UseStatements; answer: Changed };
  /** Settles citations whose words are not published as they were. */
  settle: { arguments: Settle; answer: Changed };
  /** Moves a project to another revision of a provider. */
  follow_revision: { arguments: FollowRevision; answer: Changed };
  /** Moves a project to another version of a form; says what becomes of the answers. */
  move_form: { arguments: MoveForm; answer: Changed };
  /** Says why nothing is owed under a prescribed subject of a table, or in a table. */
  note_subject: { arguments: NoteSubject; answer: Changed };
  /** Adds a row for each option of a choice that has none. */
  add_row_for_each: { arguments: AddRowForEach; answer: Changed };
  /** Writes the result of the screening into the reasons for the DPIA. */
  take_over_screening: { arguments: OfProject; answer: Changed };
  /** Keeps a state of a provider's own pages, read from a folder, an archive or a file. */
  import: { arguments: Import; answer: ImportDone };
  /** Takes an imported revision away; gives those that are left. */
  remove_revision: { arguments: OfRevision; answer: Array<RevisionView> };
  /** Keeps a statement that a person makes from a passage. */
  make_statement: { arguments: MakeStatement; answer: StatementView };
  /** Takes a statement away that a person made from a passage; gives its id. */
  remove_statement: { arguments: OfOwnStatement; answer: OfOwnStatement };
  /** Begins a risk with a scenario of the catalogue. */
  pick_scenario: { arguments: PickScenario; answer: Changed };
  /** Scores one or several risks, or gives the reason of their scores. */
  score: { arguments: ScoreRisks; answer: Changed };
  /** Sets the scores after treatment to those before it, where no measure treats the risk. */
  as_before: { arguments: OfRisks; answer: Changed };
  /** Makes the risks to data subjects concern the organisation as well, with the same scores. */
  take_over_risks: { arguments: OfProject; answer: Changed };
  /** Takes ready-made scales over as the method of a project. */
  use_scales: { arguments: UseScales; answer: Changed };
  /** Says of a measure that it fills the gap of a topic, or begins one that does. */
  fill_gap: { arguments: FillGap; answer: Changed };
  /** Brings an earlier version of an answer back. */
  restore_answer: { arguments: RestoreAnswer; answer: Changed };
  /** Makes a request to a provider of an action, a topic, a statement or anything else, as a draft. */
  ask_provider: { arguments: AskProvider; answer: Changed };
  /** Puts words in place of others in answers that are chosen, in one step. */
  replace: { arguments: Replace; answer: Changed };
  /** Says of requests that they are sent, answered or declined, with the day. */
  set_request_status: { arguments: SetRequestStatus; answer: Changed };
  /** Says by which day the answers to requests are needed. */
  set_request_due: { arguments: SetRequestDue; answer: Changed };
  /** Reads the remarks of a returned file into a project. */
  read_remarks: { arguments: ReadRemarks; answer: Changed };
  /** Makes the change of an answer that a remark proposes. */
  accept_remark: { arguments: AcceptRemark; answer: Changed };
  /** Answers a remark. */
  answer_remark: { arguments: AnswerRemark; answer: Changed };
  /** Says why a remark is not followed. */
  decline_remark: { arguments: DeclineRemark; answer: Changed };
  /** Says of remarks that what they ask for is done. */
  done_remark: { arguments: SettleRemarks; answer: Changed };
  /** Opens remarks again. */
  reopen_remark: { arguments: SettleRemarks; answer: Changed };
  /** Puts a remark at an answer, a row or a section. */
  place_remark: { arguments: PlaceRemark; answer: Changed };
  /** Gives a review round other recipients, or ends it. */
  set_round: { arguments: SetRound; answer: Changed };
  /** Begins a note of a person to themselves beside an answer, a row or a section. */
  add_own_note: { arguments: AddOwnNote; answer: Changed };
  /** Says that a section is ready for review. */
  mark_ready: { arguments: MarkReady; answer: Changed };
  /** Takes back that a section is ready for review. */
  unmark_ready: { arguments: UnmarkReady; answer: Changed };
  /** Says that a word is right in a project although no dictionary has it. */
  ignore_word: { arguments: IgnoreWord; answer: Changed };
  /** Lets a finding stand for a reason. */
  waive: { arguments: Waive; answer: Changed };
  /** Takes a waiver back: the finding counts again. */
  unwaive: { arguments: Unwaive; answer: Changed };
  /** Sends a project for review or approves it: freezes a version with its reports. */
  freeze_version: { arguments: FreezeVersion; answer: Changed };
  /** Numbers the rows of a project anew, where a version froze their numbers. */
  renumber: { arguments: OfProject; answer: Changed };
  /** Attaches a file to a project or to one of its rows. */
  attach: { arguments: Attach; answer: Changed };
  /** Adds a picture to a project, with its file. */
  add_picture: { arguments: AddPicture; answer: Changed };
  /** Moves an attachment to the trash. */
  trash_attachment: { arguments: OfAttachment; answer: Changed };
  /** Takes an attachment out of the trash. */
  restore_attachment: { arguments: OfAttachment; answer: Changed };
  /** Undoes the last change of a project. */
  undo: { arguments: OfProject; answer: Changed };
  /** Redoes the change undone last. */
  redo: { arguments: OfProject; answer: Changed };
  /** Makes the sample project. */
  sample: { arguments: Nothing; answer: Changed };
  /** The program and its workspace. */
  status: { arguments: Nothing; answer: Status };
  /** The forms that a project can fill in. */
  templates: { arguments: Nothing; answer: Array<TemplateSummary> };
  /** The projects, last changed first. */
  projects: { arguments: Nothing; answer: Array<ProjectSummary> };
  /** A project at a glance. */
  project: { arguments: OfProject; answer: ProjectOverview };
  /** Reviews, deadlines and ends of validity of a project or of all, the earliest first. */
  duties: { arguments: OfProjectOrAll; answer: Duties };
  /** A form of a project, whole. */
  form: { arguments: OfForm; answer: FormAnswer };
  /** What moving a project to another version of a form would mean; nothing is changed. */
  look_at_form: { arguments: MoveForm; answer: FormMove };
  /** A section of a form. */
  section: { arguments: OfSection; answer: SectionAnswer };
  /** What the checks say of a project. */
  findings: { arguments: OfProject; answer: Findings };
  /** The newest versions of an answer, or those before one. */
  history: { arguments: OfVersions; answer: Versions };
  /** What the sample project answers to the same question. */
  example: { arguments: OfAnswer; answer: AnswerExample };
  /** The versions of a project that were frozen. */
  versions: { arguments: OfProject; answer: ProjectVersions };
  /** A form as it was when a version was frozen. */
  version: { arguments: OfVersion; answer: VersionView };
  /** How two versions of a project, or a version and the draft, differ, answer by answer. */
  compare_versions: { arguments: CompareVersions; answer: VersionComparison };
  /** The files attached to a project. */
  attachments: { arguments: OfProject; answer: Attachments };
  /** The bytes of an attached picture, to be shown. */
  picture: { arguments: OfAttachment; answer: PictureFile };
  /** What lies in the trash. */
  trash: { arguments: OfProjectOrAll; answer: Trash };
  /** The citations of a project with the words as pinned. */
  citations: { arguments: OfProject; answer: Citations };
  /** Looks through projects, answers, notes and statements. */
  search: { arguments: Search; answer: SearchResult };
  /** The places where words stand in the answers of a project, to be replaced. */
  find: { arguments: Find; answer: FoundPlaces };
  /** What the providers publish, in numbers. */
  library: { arguments: OfProjectOrAll; answer: Library };
  /** A provider's page as it is read. */
  page: { arguments: OfPage; answer: PageView };
  /** The open request to a provider on an action, a topic or a statement, and what a new one begins with. */
  request_for: { arguments: RequestFor; answer: RequestDraft };
  /** The requests of a project to providers, with status and days. */
  requests: { arguments: OfProject; answer: Requests };
  /** What a returned file would bring; nothing is kept. */
  look_at_remarks: { arguments: LookAtRemarks; answer: RemarksLook };
  /** Places at which a remark can stand, by their names. */
  places_for_remark: { arguments: FindRemarkPlaces; answer: RemarkPlaces };
  /** The remarks of reviewers, with the review rounds. */
  remarks: { arguments: OfRemarks; answer: Remarks };
  /** The answers of providers that can be cited. */
  answers: { arguments: OfAnswers; answer: Array<AnswerView> };
  /** The notes of a person to themselves in a project, each with its place. */
  own_notes: { arguments: OfProject; answer: OwnNotes };
  /** The words of texts that the dictionary of the project's language does not know. */
  check_spelling: { arguments: CheckSpelling; answer: SpellingChecked };
  /** Words of the dictionary that stand near one that is not known. */
  suggest_spelling: { arguments: SuggestSpelling; answer: SpellingSuggestions };
  /** What is chosen about spelling, the dictionaries that there are, and the words that are right besides. */
  spelling: { arguments: OfProjectOrAll; answer: SpellingView };
  /** Chooses whether texts are checked, and a folder of dictionaries. */
  choose_spelling: { arguments: ChooseSpelling; answer: SpellingView };
  /** Adds a word to the person's own dictionary, which holds in all projects of the workspace. */
  add_word: { arguments: OwnWord; answer: SpellingView };
  /** Takes a word out of the person's own dictionary. */
  remove_word: { arguments: OwnWord; answer: SpellingView };
  /** The letter with requests to a provider, as plain text. */
  letter: { arguments: OfLetter; answer: LetterView };
  /** All risks of a project in one table, with scores, measures and what is open. */
  risks: { arguments: OfProject; answer: RisksAnswer };
  /** The risks of a project with the highest levels, before measures and after them. */
  highest_risks: { arguments: OfProject; answer: HighestRisks };
  /** A risk with all its answers and those of its measures. */
  risk: { arguments: OfRow; answer: RiskAnswer };
  /** The catalogue of scenarios, with what providers state on their topics, and scales to take over. */
  scenarios: { arguments: OfProjectOrAll; answer: Scenarios };
  /** The rows whose answers name a row. */
  named_by: { arguments: OfRow; answer: NamedBy };
  /** Statements with judgement and note. */
  statements: { arguments: OfStatements; answer: Array<StatementView> };
  /** What the providers state on each topic, and what not. */
  topics: { arguments: OfProjectOrAll; answer: Topics };
  /** What the project's providers state on each topic, with judgements, gaps, measures and requests. */
  coverage: { arguments: OfProject; answer: ProjectCoverage };
  /** All that is stated on a topic, by all providers. */
  topic: { arguments: OfTopic; answer: TopicView };
  /** Two providers, or two revisions of one, side by side by topic. */
  compare: { arguments: Compare; answer: Comparison };
  /** What a folder, an archive or a file would bring; nothing is kept. */
  look_at_import: { arguments: LookAtImport; answer: ImportLook };
  /** The revisions of what providers publish, of each provider the oldest first. */
  revisions: { arguments: OfRevisions; answer: Array<RevisionView> };
  /** Passages of imported pages that have the words asked for. */
  passages: { arguments: OfPassages; answer: Array<PassageView> };
  /** The topics that words speak of, the likeliest first. */
  propose_topics: { arguments: OfWords; answer: Array<TopicProposal> };
  /** What changed from one revision of a provider to another. */
  drift: { arguments: DriftOf; answer: ProviderDrift };
  /** What of a project no longer stands on what is published. */
  project_drift: { arguments: OfProject; answer: ProjectDrift };
  /** A page of a report and how many there are. */
  preview: { arguments: OfReport; answer: Preview };
  /** The pages of a report beside its form: a fingerprint of each, and those that are asked for drawn. */
  report_pages: { arguments: OfReportPages; answer: ReportPagesAnswer };
  /** What a cut of a report leaves out. */
  cut_contents: { arguments: OfCut; answer: CutContents };
  /** Writes a report as PDF or Word file. */
  export: { arguments: Export; answer: Exported };
  /** Writes what the authority is given in a prior consultation (Article 36(3)) as PDF or Word file. */
  export_consultation: { arguments: ExportConsultation; answer: Exported };
  /** Writes a comparison of two providers, or of two revisions of one, as PDF or Word file. */
  export_comparison: { arguments: ExportComparison; answer: Exported };
  /** Writes the letter with requests to a provider, as PDF, Word file or plain text. */
  export_letter: { arguments: ExportLetter; answer: Exported };
  /** Writes a report of a version, byte for byte as it was frozen. */
  export_version: { arguments: ExportVersion; answer: Written };
  /** Writes an attached file. */
  export_attachment: { arguments: ExportAttachment; answer: Written };
  /** Writes a copy of the workspace. */
  backup: { arguments: ToFile; answer: Written };
  /** Brings the backup of today up to date. */
  back_up_now: { arguments: Nothing; answer: BackedUp };
  /** The backups of the workspace, and what is kept of them. */
  backups: { arguments: Nothing; answer: BackupList };
  /** What a backup holds; nothing in it is changed. */
  look_at_backup: { arguments: OfBackup; answer: BackupLook };
  /** Writes a backup as a workspace of its own. */
  restore_backup: { arguments: RestoreBackup; answer: Written };
  /** Chooses how many backups are kept, and a second folder for them. */
  plan_backups: { arguments: PlanBackups; answer: BackupList };
  /** Writes a provider's content as a file that others can read. */
  export_pack: { arguments: ExportPack; answer: Written };
  /** Writes the whole workspace as JSON. */
  dump: { arguments: ToFile; answer: Written };
  /** Reads a workspace from JSON into an empty one. */
  load: { arguments: FromFile; answer: Changed };
  /** Adds the project that a PDF report carries, or the only project of a dump, to the workspace. */
  add_project: { arguments: FromFile; answer: Changed };
}

/** Every message of the window: its arguments; null where it takes none. */
export interface WindowMessages {
  "about": null;
  "about-version": { version: string | number };
  "accept-allowed": { role: string | number };
  "accept-choose-person": null;
  "accept-choose-role": null;
  "accept-date": null;
  "accept-name": null;
  "accept-person": { name: string | number; role: string | number };
  "accept-role": null;
  "accepted": null;
  "action": null;
  "action-condition": { condition: string | number };
  "actions": null;
  "all-projects": null;
  "answer-no": null;
  "answer-yes": null;
  "any": null;
  "appearance": null;
  "appearance-dark": null;
  "appearance-light": null;
  "appearance-system": null;
  "ask-provider": null;
  "attached-names": null;
  "attachment-add": null;
  "attachment-add-row": { row: string | number };
  "attachment-added": null;
  "attachment-file": null;
  "attachment-of-project": null;
  "attachment-of-row": { row: string | number };
  "attachment-row": null;
  "attachment-save": null;
  "attachment-size": null;
  "attachment-trash": null;
  "attachment-type": null;
  "attachments": null;
  "attachments-help": { most: string | number };
  "attachments-none": null;
  "attachments-trashed": null;
  "backup": null;
  "backup-before-format": null;
  "backup-changed": null;
  "backup-day": null;
  "backup-done": { path: string | number; size: string | number };
  "backup-file-name": { day: string | number };
  "backup-look": null;
  "backup-no-projects": null;
  "backup-on-its-own": null;
  "backup-open": null;
  "backup-outside-the-log": null;
  "backup-project": { title: string | number; answers: string | number; when: string | number };
  "backup-project-trashed": { title: string | number; answers: string | number; when: string | number };
  "backup-restore": null;
  "backup-restored": { path: string | number; size: string | number };
  "backup-restored-at": { path: string | number };
  "backup-same": null;
  "backup-second": null;
  "backup-since": { count: string | number; projects: string | number };
  "backup-size": null;
  "backup-unreadable": null;
  "backups": null;
  "backups-days": null;
  "backups-help": null;
  "backups-none": null;
  "backups-planned": null;
  "backups-second": null;
  "backups-second-choose": null;
  "backups-second-missing": null;
  "backups-second-none": null;
  "backups-weeks": null;
  "became-gone": null;
  "became-joined": null;
  "became-moved": null;
  "became-narrowed": null;
  "became-new": null;
  "became-relinked": null;
  "became-removed": null;
  "became-retitled": null;
  "became-reworded": null;
  "became-split": null;
  "became-unchanged": null;
  "became-widened": null;
  "bold": null;
  "bullets": null;
  "calendar": null;
  "calendar-of": { label: string | number };
  "calendar-today": null;
  "cancel": null;
  "change-add-picture": null;
  "change-freeze-version": null;
  "change-move-form": null;
  "change-note-subject": null;
  "change-renumber": null;
  "changed": null;
  "changed-at": { when: string | number };
  "changed-before": null;
  "changed-not-before": null;
  "changed-not-now": null;
  "changed-now": null;
  "changed-since": { day: string | number };
  "changes": null;
  "changes-all": null;
  "changes-between": { from: string | number; to: string | number };
  "changes-documents": null;
  "changes-from": null;
  "changes-help": null;
  "changes-kinds": null;
  "changes-moved-from": { from: string | number };
  "changes-none": null;
  "changes-nothing": null;
  "changes-one-revision": null;
  "changes-open": { count: string | number };
  "changes-passages": { change: string | number };
  "changes-settled": { count: string | number };
  "changes-to": null;
  "changes-topics": null;
  "changes-topics-help": null;
  "changes-waiting": { what: string | number };
  "choice-clear": null;
  "choice-note": null;
  "choose": null;
  "choose-providers-forms": null;
  "citation-answer": null;
  "citation-changed": null;
  "citation-of": { provider: string | number; words: string | number };
  "cite": null;
  "cite-here": null;
  "cite-keys": null;
  "cite-list": null;
  "cite-none": null;
  "cite-nothing": null;
  "cite-search": null;
  "cited-times": { count: string | number };
  "col-no": null;
  "command-attachments-words": null;
  "command-changes-words": null;
  "command-coverage-words": null;
  "command-export-words": null;
  "command-form-words": null;
  "command-help-words": null;
  "command-home-words": null;
  "command-import-words": null;
  "command-library-words": null;
  "command-new-words": null;
  "command-overview-words": null;
  "command-remarks-words": null;
  "command-requests-words": null;
  "command-risks-words": null;
  "command-settings-words": null;
  "command-trash-words": null;
  "command-versions-words": null;
  "compare": null;
  "compare-all": { count: string | number };
  "compare-differing": { count: string | number };
  "compare-duty": null;
  "compare-left": null;
  "compare-left-open": null;
  "compare-limitation": null;
  "compare-no-topic": null;
  "compare-none-states": { count: string | number };
  "compare-not-looked-at": null;
  "compare-not-stated": null;
  "compare-one-state": null;
  "compare-one-states": { count: string | number };
  "compare-right": null;
  "compare-show": null;
  "compare-stated": null;
  "compare-sums": null;
  "compare-what": null;
  "compared-added": null;
  "compared-answer": null;
  "compared-before": null;
  "compared-changed": null;
  "compared-draft": { from: string | number };
  "compared-go": null;
  "compared-level-acceptable": null;
  "compared-level-accepted-by": { role: string | number };
  "compared-level-not-acceptable": null;
  "compared-nothing": null;
  "compared-now": null;
  "compared-number-before": { number: string | number };
  "compared-removed": null;
  "compared-sums": { added: string | number; removed: string | number; changed: string | number };
  "compared-versions": { from: string | number; to: string | number };
  "controller-add": null;
  "controller-n": { n: string | number };
  "controller-remove": { n: string | number };
  "controllers": null;
  "controllers-help": null;
  "controllers-none": null;
  "cover-duties": { count: string | number };
  "cover-left-open": { what: string | number };
  "cover-limitations": { count: string | number };
  "cover-no-provider": null;
  "cover-not-looked-at": null;
  "cover-not-stated": null;
  "cover-other-pages": { count: string | number };
  "cover-pages-imported": { count: string | number; provider: string | number };
  "cover-pages-read": { count: string | number; provider: string | number; pages: string | number };
  "cover-pages-used": { count: string | number; pages: string | number };
  "cover-provided": { count: string | number };
  "coverage": null;
  "coverage-about": null;
  "coverage-add-measure": null;
  "coverage-all": null;
  "coverage-compare": null;
  "coverage-duty": null;
  "coverage-find": null;
  "coverage-gap-answered": null;
  "coverage-gap-asked": null;
  "coverage-gap-filled": null;
  "coverage-gap-open": null;
  "coverage-group": null;
  "coverage-judged": { judgement: string | number; judged: string | number; of: string | number };
  "coverage-judgement": null;
  "coverage-left": null;
  "coverage-limitation": null;
  "coverage-link-find": null;
  "coverage-link-measure": null;
  "coverage-link-no-fit": null;
  "coverage-link-none": null;
  "coverage-link-title": { topic: string | number };
  "coverage-measure": null;
  "coverage-measure-linked": { measure: string | number; topic: string | number };
  "coverage-measure-made": { topic: string | number };
  "coverage-no-gap": null;
  "coverage-no-second": null;
  "coverage-none-fit": null;
  "coverage-not-judged": null;
  "coverage-not-looked-at": null;
  "coverage-not-stated": null;
  "coverage-providers-shown": null;
  "coverage-request-answered": { number: string | number };
  "coverage-request-open": { number: string | number };
  "coverage-right": null;
  "coverage-show": null;
  "coverage-show-all": { count: string | number };
  "coverage-show-asked": { count: string | number };
  "coverage-show-duty": { count: string | number };
  "coverage-show-filled": { count: string | number };
  "coverage-show-limitation": { count: string | number };
  "coverage-show-not-judged": { count: string | number };
  "coverage-show-not-looked-at": { count: string | number };
  "coverage-show-not-stated": { count: string | number };
  "coverage-show-open": { count: string | number };
  "coverage-show-stated": { count: string | number };
  "coverage-show-too-little": { count: string | number };
  "coverage-show-without-measure": { count: string | number };
  "coverage-shown": { count: string | number; all: string | number };
  "coverage-stated": null;
  "coverage-statements": { count: string | number };
  "coverage-work": null;
  "create-project": null;
  "cut-full": null;
  "cut-left-answers": null;
  "cut-left-besides": null;
  "cut-left-registers": null;
  "cut-left-sections": null;
  "cut-name-owner": null;
  "cut-name-provider": null;
  "cut-name-public": null;
  "cut-name-sections": null;
  "cut-name-summary": null;
  "cut-names": null;
  "cut-owner": null;
  "cut-provider": null;
  "cut-public": null;
  "cut-summary": null;
  "day-wrong": null;
  "dialog-unkept": null;
  "dismiss": null;
  "document-ended": { day: string | number };
  "document-ends": { day: string | number };
  "drift-kept": { day: string | number; reason: string | number };
  "drift-kind-citation": null;
  "drift-kind-judgement": null;
  "drift-kind-request": null;
  "drift-now-on": { page: string | number };
  "drift-places": null;
  "duties": null;
  "duties-more": { count: string | number };
  "duties-none": null;
  "duty-day": null;
  "duty-document": { title: string | number };
  "duty-of": { what: string | number; about: string | number };
  "duty-overdue": null;
  "duty-what": null;
  "duty-whose": null;
  "each-option-add": { missing: string | number };
  "error-attach-folder": { path: string | number };
  "error-attach-folder-help": null;
  "error-attach-missing": { path: string | number };
  "error-attach-missing-help": null;
  "error-attach-path-or-text": null;
  "error-attach-permission": { path: string | number };
  "error-attach-permission-help": null;
  "error-attach-unreadable": { path: string | number };
  "error-attachment-empty": { name: string | number };
  "error-attachment-empty-help": null;
  "error-attachment-too-large-help": null;
  "error-changes-in-final": null;
  "error-docx-for-pdf": null;
  "error-no-consultation": null;
  "error-no-dictionary-folder": { path: string | number };
  "error-no-dictionary-folder-help": null;
  "error-no-frozen-version": { version: string | number };
  "error-no-frozen-version-help": null;
  "error-no-options": { field: string | number; register: string | number };
  "error-no-remark": { remark: string | number };
  "error-no-remark-chosen": null;
  "error-no-remark-shown": null;
  "error-no-remark-shown-help": null;
  "error-no-remarks-to-answer": null;
  "error-no-remarks-to-answer-help": null;
  "error-no-round": { round: string | number };
  "error-no-single-word": { word: string | number };
  "error-no-subject-of-table": { subject: string | number; table: string | number };
  "error-no-version-of-form": { version: string | number; form: string | number; versions: string | number };
  "error-no-word": { word: string | number };
  "error-not-ready": { section: string | number };
  "error-nothing-frozen": null;
  "error-own-note-beside": null;
  "error-own-note-beside-help": null;
  "error-own-note-place": null;
  "error-picture-base64": { name: string | number };
  "error-picture-broken": { path: string | number };
  "error-picture-broken-help": null;
  "error-picture-cmyk": { path: string | number };
  "error-picture-cmyk-help": null;
  "error-picture-format": { path: string | number };
  "error-picture-format-help": null;
  "error-picture-path-or-bytes": null;
  "error-picture-pixels": { path: string | number; width: string | number; height: string | number };
  "error-picture-pixels-help": { most: string | number };
  "error-picture-svg": { path: string | number };
  "error-picture-svg-help": null;
  "error-ready-without-name": null;
  "error-ready-without-name-help": null;
  "error-redline-since-nothing": null;
  "error-remark-answer-help": null;
  "error-remark-changed-since": null;
  "error-remark-decided": null;
  "error-remark-decided-help": null;
  "error-remark-no-text": null;
  "error-remark-other-lines": null;
  "error-remark-own-words": null;
  "error-remark-place": null;
  "error-remark-proposes-nothing": null;
  "error-remark-proposes-nothing-help": null;
  "error-remark-same-words": null;
  "error-remark-same-words-help": null;
  "error-remark-without-answer": null;
  "error-remark-without-place": null;
  "error-remark-without-place-help": null;
  "error-remark-without-reason": null;
  "error-remark-words-across": null;
  "error-remark-words-cut": null;
  "error-remark-words-gone": null;
  "error-remark-words-help": null;
  "error-remark-words-twice": null;
  "error-returned-again-help": null;
  "error-returned-bomb": { name: string | number };
  "error-returned-damaged": { name: string | number };
  "error-returned-encryption": { name: string | number };
  "error-returned-encryption-help": null;
  "error-returned-format": { name: string | number };
  "error-returned-format-help": null;
  "error-returned-other-project": { name: string | number };
  "error-returned-other-project-help": null;
  "error-returned-packed": { name: string | number };
  "error-returned-packed-help": null;
  "error-returned-password-help": null;
  "error-returned-password-needed": { name: string | number };
  "error-returned-password-wrong": { name: string | number };
  "error-returned-too-large": { name: string | number; most: string | number };
  "error-returned-too-large-help": null;
  "error-returned-too-many": { name: string | number; most: string | number };
  "error-returned-too-many-help": null;
  "error-returned-truncated": { name: string | number };
  "error-returned-unsafe": { name: string | number };
  "error-returned-unsafe-help": null;
  "error-same-version-of-form": { version: string | number; form: string | number };
  "error-spelling-file": { path: string | number };
  "error-spelling-file-help": null;
  "error-spelling-texts": { most: string | number };
  "error-too-many-words": { most: string | number };
  "error-version-by-nobody": null;
  "error-version-docx-changes": null;
  "error-word-known": { word: string | number };
  "everything-saved": null;
  "everything-saved-and-backed-up": null;
  "evidence-attach": null;
  "evidence-attach-short": null;
  "evidence-remove": { words: string | number };
  "export": null;
  "export-busy": null;
  "export-complete": { form: string | number };
  "export-consultation": null;
  "export-consultation-about": null;
  "export-cut": null;
  "export-date": null;
  "export-docx": null;
  "export-docx-about": null;
  "export-done": { pages: string | number; size: string | number };
  "export-draft": null;
  "export-empty": null;
  "export-fonts": { fonts: string | number };
  "export-format": null;
  "export-glyph": { count: string | number; character: string | number; code: string | number; pages: string | number };
  "export-glyphs": { which: string | number };
  "export-goes-along": null;
  "export-leave-out": null;
  "export-left-out": { form: string | number };
  "export-missing": { count: string | number; form: string | number };
  "export-name-draft": null;
  "export-name-since": { number: string | number };
  "export-no-section": { form: string | number };
  "export-open": null;
  "export-page": { page: string | number };
  "export-pages": { pages: string | number };
  "export-pdf": null;
  "export-preview-alt": { form: string | number; page: string | number; pages: string | number };
  "export-preview-of": { form: string | number };
  "export-preview-wait": null;
  "export-provider": null;
  "export-public-without-project": null;
  "export-redline": null;
  "export-redline-about": null;
  "export-save": { count: string | number };
  "export-save-docx": { count: string | number };
  "export-save-files": { count: string | number };
  "export-say": null;
  "export-sections": { form: string | number };
  "export-since": null;
  "export-since-about": null;
  "export-since-nothing": null;
  "export-since-version": { number: string | number; day: string | number };
  "export-summary": null;
  "export-summary-of-sections": null;
  "export-today": null;
  "export-with-answers": null;
  "export-with-answers-about": null;
  "export-with-project": null;
  "export-with-project-about": null;
  "file-written": { size: string | number };
  "fill-down-nothing": null;
  "filter": null;
  "filter-words": null;
  "finding-ask": null;
  "finding-ask-whom": { provider: string | number };
  "finding-fell": { reason: string | number };
  "finding-marks": { count: string | number };
  "finding-mend": null;
  "finding-mended": { said: string | number; reason: string | number };
  "finding-reason": null;
  "finding-unknown-rule": { key: string | number; reason: string | number };
  "finding-unwaive": null;
  "finding-waive": null;
  "finding-waive-help": null;
  "finding-waive-title": null;
  "finding-waived-for": { on: string | number; reason: string | number };
  "findings": null;
  "findings-advice": null;
  "findings-all-done": null;
  "findings-counts": { law: string | number; standard: string | number; advice: string | number };
  "findings-everywhere": null;
  "findings-here": null;
  "findings-idle": null;
  "findings-keys": { mend: string | number; waive: string | number; ask: string | number };
  "findings-law": null;
  "findings-none": null;
  "findings-none-here": null;
  "findings-standard": null;
  "findings-waived": null;
  "findings-waived-count": { count: string | number };
  "findings-where": null;
  "follow-newest": null;
  "follows-earlier": { provider: string | number; follows: string | number; newest: string | number };
  "for-support": null;
  "form": null;
  "form-end": null;
  "form-end-next": { form: string | number };
  "form-move": { version: string | number };
  "form-move-about": { carried: string | number };
  "form-move-changed": null;
  "form-move-gone": null;
  "form-move-new": null;
  "form-move-none": null;
  "form-move-open": { before: string | number; after: string | number };
  "form-move-question": { part: string | number; label: string | number };
  "form-move-question-answered": { part: string | number; label: string | number; answers: string | number };
  "form-move-title": { form: string | number; from: string | number; to: string | number };
  "form-moved": { form: string | number; version: string | number };
  "form-newer": { form: string | number };
  "form-newer-look": null;
  "forms": null;
  "forms-wrong": null;
  "from-statements": null;
  "gap-cells": { of: string | number; label: string | number; missing: string | number };
  "gap-field": { label: string | number };
  "gap-incomplete": { of: string | number; label: string | number; lacks: string | number; missing: string | number };
  "gap-off-scale": { label: string | number; missing: string | number };
  "gap-rows": { label: string | number };
  "gap-subjects": { label: string | number; missing: string | number; of: string | number };
  "gaps-more": { count: string | number };
  "gdpr": { article: string | number };
  "glance": null;
  "glance-after": null;
  "glance-all-stated": null;
  "glance-changed": null;
  "glance-dates": { count: string | number; day: string | number };
  "glance-nobody": null;
  "glance-risks": null;
  "glance-waits": null;
  "guide-ask": null;
  "guide-ask-how": null;
  "guide-begin": null;
  "guide-begin-how": null;
  "guide-cite": null;
  "guide-cite-how": null;
  "guide-export": null;
  "guide-export-how": null;
  "guide-facts": null;
  "guide-facts-how": null;
  "guide-lead": null;
  "guide-risks": null;
  "guide-risks-how": null;
  "guide-safe": null;
  "guide-safe-how": null;
  "heading": null;
  "heading-level": { level: string | number };
  "heading-none": null;
  "help": null;
  "help-guide": null;
  "help-hint": null;
  "help-keys": null;
  "hint-choose": null;
  "hint-example": null;
  "hint-example-whole": null;
  "hint-none": null;
  "history-choose": null;
  "history-current": null;
  "history-empty": null;
  "history-none": null;
  "history-older": null;
  "history-restore": null;
  "history-restored": null;
  "hit-answer": null;
  "hit-attachment": null;
  "hit-command": null;
  "hit-note": null;
  "hit-own-note": null;
  "hit-passage": null;
  "hit-project": null;
  "hit-remark": null;
  "hit-statement": null;
  "import": null;
  "import-address": null;
  "import-all-pages": null;
  "import-another": null;
  "import-at": { file: string | number; line: string | number };
  "import-beside": { provider: string | number };
  "import-busy": null;
  "import-choose": null;
  "import-choose-file": null;
  "import-choose-folder": null;
  "import-chosen": { chosen: string | number; all: string | number };
  "import-country": null;
  "import-counts": { pages: string | number; passages: string | number };
  "import-date": null;
  "import-date-help": null;
  "import-dead-links": { count: string | number };
  "import-do": { count: string | number };
  "import-done": { provider: string | number; pages: string | number; passages: string | number };
  "import-folder": { folder: string | number };
  "import-format": null;
  "import-found": null;
  "import-help": null;
  "import-invite": null;
  "import-licence": null;
  "import-looking": null;
  "import-name": null;
  "import-name-wrong": null;
  "import-new-provider": null;
  "import-newer": null;
  "import-newer-state": null;
  "import-nothing": null;
  "import-own-pages": null;
  "import-pack-tells": { provider: string | number; date: string | number };
  "import-pages-wrong": null;
  "import-passages": { count: string | number };
  "import-problems": { count: string | number };
  "import-read": null;
  "import-to-draft": null;
  "import-use-help": null;
  "import-use-here": { project: string | number };
  "import-used-here": { provider: string | number; project: string | number };
  "import-what-changed": null;
  "import-what-is-read": null;
  "import-what-it-means": null;
  "import-whose": null;
  "italic": null;
  "judged": null;
  "judged-no": null;
  "judged-of": { judged: string | number; statements: string | number };
  "judged-yes": null;
  "judgement": null;
  "judgement-insufficient": null;
  "judgement-not-relevant": null;
  "judgement-of": { words: string | number };
  "judgement-partly": null;
  "judgement-sufficient": null;
  "key-calendar": null;
  "key-cite": null;
  "key-fill-down": null;
  "key-find": null;
  "key-move": null;
  "key-own-note": null;
  "key-pages": null;
  "key-panel": null;
  "key-print": null;
  "key-redo": null;
  "key-replace": null;
  "key-row": null;
  "key-row-menu": null;
  "key-row-next": null;
  "key-save": null;
  "key-search": null;
  "key-spelling": null;
  "key-toolbar": null;
  "key-undo": null;
  "key-zoom": null;
  "keyboard-alt": null;
  "keyboard-ctrl": null;
  "keyboard-enter": null;
  "keyboard-shift": null;
  "keyboard-tab": null;
  "kind-assurance": null;
  "kind-assurance-hint": null;
  "kind-boundary": null;
  "kind-boundary-hint": null;
  "kind-claim": null;
  "kind-claim-hint": null;
  "kind-measure": null;
  "kind-measure-hint": null;
  "kind-right": null;
  "kind-right-hint": null;
  "kind-service": null;
  "kind-service-hint": null;
  "lack-answer": null;
  "lack-date": null;
  "lack-explanation": null;
  "lack-level": null;
  "lack-meaning": null;
  "lack-name": null;
  "lack-reason": null;
  "lack-role": null;
  "law": null;
  "leave-anyway": null;
  "leave-stay": null;
  "leave-unkept": null;
  "leave-unsaved": null;
  "letter": null;
  "letter-copied": null;
  "letter-copy": null;
  "letter-copy-by-hand": { keys: string | number };
  "letter-count": { count: string | number };
  "letter-help": null;
  "letter-mark-help": null;
  "letter-mark-sent": null;
  "letter-marked": { count: string | number };
  "letter-mixed": { provider: string | number };
  "letter-none": { provider: string | number };
  "letter-save-docx": null;
  "letter-save-pdf": null;
  "letter-save-text": null;
  "letter-subject": null;
  "letter-text": null;
  "letter-to": null;
  "level-acceptance": null;
  "level-accepted-by-of": { n: string | number };
  "level-accepted-by-prompt": null;
  "level-add": null;
  "level-may-stay": null;
  "level-meaning-of": { n: string | number };
  "level-meaning-prompt": null;
  "level-name": null;
  "level-name-meaning": null;
  "level-name-of": { n: string | number };
  "level-new": null;
  "level-not-acceptable": null;
  "level-off-scale": { level: string | number };
  "level-remove": { name: string | number };
  "level-remove-do": null;
  "level-remove-which": { name: string | number };
  "levels-after": null;
  "levels-before": null;
  "levels-caption": null;
  "levels-highest": { before: string | number; after: string | number };
  "levels-highest-before": { before: string | number };
  "levels-level": null;
  "levels-none": null;
  "levels-nothing-treated": { before: string | number };
  "levels-open": { count: string | number; all: string | number; risks: string | number };
  "levels-open-after": { count: string | number; risks: string | number };
  "levels-untreated": { risks: string | number };
  "library": null;
  "library-all-topics": null;
  "library-none": null;
  "library-pages": null;
  "library-search": null;
  "library-statements": null;
  "library-topics": null;
  "link": null;
  "link-address": null;
  "link-remove": null;
  "link-set": null;
  "link-wrong": null;
  "list-duties": null;
  "list-limitations": null;
  "list-provided": null;
  "matrix-axes": null;
  "matrix-cell": { likelihood: string | number; severity: string | number; level: string | number };
  "matrix-help": null;
  "matrix-organisation-inherent": null;
  "matrix-organisation-residual": null;
  "matrix-subjects-inherent": null;
  "matrix-subjects-residual": null;
  "matrix-unscored": { count: string | number; which: string | number };
  "matrix-untreated": { risks: string | number };
  "matrix-was": { likelihood: string | number; severity: string | number };
  "measure-trash": { measure: string | number };
  "mended": { what: string | number };
  "messages": null;
  "missing-none": null;
  "month-before": null;
  "month-next": null;
  "new-project": null;
  "newest-backup-at": { path: string | number };
  "next-and-before": null;
  "next-steps": null;
  "next-steps-none": null;
  "no": null;
  "no-day": null;
  "none": null;
  "not-applicable": null;
  "not-applicable-none": null;
  "not-applicable-reason": { subject: string | number };
  "not-asked": null;
  "not-saved": { why: string | number };
  "note-add": null;
  "note-of": { words: string | number };
  "note-prompt": null;
  "nothing-yet": null;
  "numbers": null;
  "open-report": null;
  "open-report-help": null;
  "open-sample": null;
  "opening": null;
  "optional": null;
  "origin-bundled": null;
  "origin-imported": null;
  "origin-imported-at": { when: string | number };
  "overview": null;
  "own-note": null;
  "own-note-add": null;
  "own-note-at": { place: string | number };
  "own-note-goes-to": { place: string | number };
  "own-note-goes-to-section": null;
  "own-note-marks": { count: string | number };
  "own-note-place-gone": null;
  "own-note-prompt": null;
  "own-note-remove": null;
  "own-notes": null;
  "own-notes-help": null;
  "own-notes-none": null;
  "own-notes-none-here": null;
  "page-changed": null;
  "page-changed-before": null;
  "page-changed-next": null;
  "page-contents": null;
  "page-find": null;
  "page-find-before": null;
  "page-find-next": null;
  "page-found": { at: string | number; count: string | number };
  "page-found-none": null;
  "page-gone": null;
  "page-gone-count": { count: string | number };
  "page-is-new": null;
  "page-made": null;
  "page-read": { revision: string | number; day: string | number };
  "pages-beside": null;
  "pages-beside-alt": { page: string | number; pages: string | number; words: string | number };
  "pages-beside-follow": null;
  "pages-beside-follow-about": null;
  "pages-beside-follows": null;
  "pages-beside-of": { form: string | number };
  "pages-beside-toggle": null;
  "pages-beside-wait": null;
  "pages-filter": { provider: string | number };
  "pages-filter-none": null;
  "pages-of": { revision: string | number };
  "pane-back": null;
  "panel": null;
  "panel-toggle": null;
  "parts-complete": null;
  "passage-back": null;
  "passage-before": null;
  "passage-before-hide": null;
  "passage-cite": null;
  "passage-cited": null;
  "passage-of": { words: string | number };
  "passage-ready": null;
  "passage-state": null;
  "passages": null;
  "pasted-note": { number: string | number };
  "pasted-note-begin": { number: string | number };
  "pasted-without-comments": { count: string | number };
  "pasted-without-pictures": { count: string | number };
  "pasted-without-struck": { count: string | number };
  "picture-add": null;
  "picture-unseen": { name: string | number };
  "print-section-done": { section: string | number };
  "progress-complete": { required: string | number };
  "progress-none": null;
  "progress-part": { filled: string | number; required: string | number };
  "project": null;
  "project-begin-empty": null;
  "project-begin-with": null;
  "project-copy-of": { title: string | number };
  "project-duplicate": null;
  "project-like-help": null;
  "project-new-like": null;
  "project-title": null;
  "project-title-help": null;
  "project-title-wrong": null;
  "project-trash": { title: string | number };
  "project-trashed": { title: string | number };
  "projects": null;
  "projects-none": null;
  "prompt-day": null;
  "prompt-reason": null;
  "prompt-text": null;
  "provider": null;
  "provider-pages-of": { provider: string | number; revision: string | number };
  "provider-read": { day: string | number };
  "provider-size": { statements: string | number };
  "provider-unread": null;
  "providers": null;
  "providers-help": null;
  "rail": null;
  "rail-work": null;
  "ready": null;
  "ready-again": null;
  "ready-back": null;
  "ready-by": null;
  "ready-changed": { by: string | number; day: string | number };
  "ready-count": { ready: string | number; sections: string | number };
  "ready-mark": null;
  "ready-not": null;
  "ready-says": { by: string | number; day: string | number };
  "ready-short": { by: string | number; day: string | number };
  "ready-short-changed": { by: string | number; day: string | number };
  "ready-unready": { count: string | number };
  "ready-unready-changed": null;
  "reason-number-zero": { row: string | number };
  "reason-of": { label: string | number };
  "reason-other-version": { version: string | number; holds: string | number };
  "reason-version-by": { longest: string | number };
  "reason-version-changed": { version: string | number };
  "reason-version-note": { longest: string | number };
  "recent": null;
  "recent-forget": { name: string | number };
  "recent-missing": { path: string | number };
  "redo-nothing": null;
  "redo-what": { what: string | number };
  "redone": { what: string | number };
  "refs-none-yet": null;
  "remark-accept": null;
  "remark-answer": null;
  "remark-answer-words": null;
  "remark-change": null;
  "remark-decline": null;
  "remark-decline-words": null;
  "remark-done": null;
  "remark-earlier": null;
  "remark-edited": { day: string | number };
  "remark-in-list": null;
  "remark-kind-comment": null;
  "remark-kind-deletion": null;
  "remark-kind-free-text": null;
  "remark-kind-highlight": null;
  "remark-kind-insertion": null;
  "remark-kind-replacement": null;
  "remark-kind-strike-out": null;
  "remark-kind-underline": null;
  "remark-kind-untracked": null;
  "remark-mark": null;
  "remark-marks": { count: string | number };
  "remark-nobody": null;
  "remark-other-place": null;
  "remark-page": { page: string | number };
  "remark-place-help": null;
  "remark-place-holds-words": null;
  "remark-place-none": null;
  "remark-place-of": { by: string | number; words: string | number };
  "remark-place-prompt": null;
  "remark-places": null;
  "remark-proposes": null;
  "remark-put": null;
  "remark-reopen": null;
  "remark-state-accepted": null;
  "remark-state-answered": null;
  "remark-state-declined": null;
  "remark-state-done": null;
  "remark-state-open": null;
  "remark-without-place": null;
  "remarks": null;
  "remarks-all": null;
  "remarks-all-the-same": null;
  "remarks-answer-gone": null;
  "remarks-answered": { name: string | number };
  "remarks-choose": null;
  "remarks-close": { count: string | number };
  "remarks-closed": { count: string | number };
  "remarks-closes": { count: string | number };
  "remarks-edited": { count: string | number };
  "remarks-end-round": null;
  "remarks-ended": { day: string | number };
  "remarks-file-kept": null;
  "remarks-filter-by": null;
  "remarks-filter-file": null;
  "remarks-filter-round": null;
  "remarks-filter-state": null;
  "remarks-found": { found: string | number; fresh: string | number };
  "remarks-from": null;
  "remarks-help": null;
  "remarks-here": { count: string | number; elsewhere: string | number };
  "remarks-in-note": null;
  "remarks-keep": { count: string | number };
  "remarks-keep-file": null;
  "remarks-keys": null;
  "remarks-marked-accepted": null;
  "remarks-marked-cancelled": null;
  "remarks-marked-completed": null;
  "remarks-marked-rejected": null;
  "remarks-marked-taken-back": null;
  "remarks-marked-ticked": null;
  "remarks-none": null;
  "remarks-none-fit": null;
  "remarks-of-new": { proposals: string | number; without: string | number };
  "remarks-of-no-round": null;
  "remarks-of-round": null;
  "remarks-of-version": { version: string | number };
  "remarks-open": { count: string | number };
  "remarks-paragraph-joined": null;
  "remarks-paragraph-split": null;
  "remarks-password": null;
  "remarks-place-section": { form: string | number; title: string | number };
  "remarks-problem-cut": null;
  "remarks-problem-drawing": { page: string | number };
  "remarks-problem-equation": { count: string | number; near: string | number };
  "remarks-problem-file": { page: string | number };
  "remarks-problem-formatting": { count: string | number; near: string | number };
  "remarks-problem-highlighting": { count: string | number; near: string | number };
  "remarks-problem-page-annotations": { page: string | number };
  "remarks-problem-page-text": { page: string | number };
  "remarks-problem-part": { name: string | number };
  "remarks-problem-picture": { count: string | number; near: string | number };
  "remarks-problem-reconstructed": null;
  "remarks-problem-redaction": { page: string | number };
  "remarks-problem-reply": null;
  "remarks-problem-sound": { page: string | number };
  "remarks-problem-stamp": { page: string | number };
  "remarks-read": { count: string | number };
  "remarks-reading": null;
  "remarks-round": { number: string | number };
  "remarks-round-counts": { files: string | number; open: string | number };
  "remarks-rounds": null;
  "remarks-row-added": null;
  "remarks-row-removed": null;
  "remarks-shown": { count: string | number; all: string | number; open: string | number };
  "remarks-try-again": null;
  "remarks-waiting": { name: string | number };
  "remarks-waits-for": { name: string | number };
  "remarks-warning-answers-gone": { count: string | number };
  "remarks-warning-answers-unmarked": null;
  "remarks-warning-draft": null;
  "remarks-warning-nothing": null;
  "remarks-warning-older-version": { version: string | number; last: string | number };
  "remarks-warning-other-project": { project: string | number };
  "remarks-warning-other-text": null;
  "remarks-warning-unknown-report": null;
  "remarks-warning-untracked": { count: string | number };
  "removed-went-on": { words: string | number };
  "removed-with-answer": { words: string | number };
  "replace-all": null;
  "replace-case": null;
  "replace-count": { count: string | number; chosen: string | number };
  "replace-delete": { count: string | number };
  "replace-do": { count: string | number };
  "replace-go": null;
  "replace-help": null;
  "replace-more": { shown: string | number };
  "replace-none": null;
  "replace-not-one": null;
  "replace-places": null;
  "replace-title": null;
  "replace-whole": null;
  "replace-with": null;
  "replace-words": null;
  "replaced": { count: string | number };
  "report-attached": null;
  "report-attached-elsewhere": { row: string | number; form: string | number };
  "report-attached-to": null;
  "report-attachments": null;
  "report-attachments-about": null;
  "report-consultation-asked": null;
  "report-consultation-assessment": null;
  "report-consultation-kicker": null;
  "report-consultation-measures": null;
  "report-consultation-officer": null;
  "report-consultation-other": null;
  "report-consultation-purposes": null;
  "report-consultation-responsibilities": null;
  "report-consultation-title": null;
  "report-file": null;
  "report-hash": null;
  "report-kilobytes": { size: string | number };
  "report-none-because": { reason: string | number };
  "report-not-applicable": { reason: string | number };
  "report-opened": null;
  "report-picture": { number: string | number; caption: string | number };
  "report-picture-broken": null;
  "report-picture-cmyk": null;
  "report-picture-empty": null;
  "report-picture-format": null;
  "report-picture-no-file": null;
  "report-picture-not-drawn": { picture: string | number; why: string | number };
  "report-picture-pixels": { width: string | number; height: string | number };
  "report-picture-svg": null;
  "report-size": null;
  "report-state-approved": null;
  "report-state-review": null;
  "report-version-by": null;
  "report-version-note": null;
  "request-add": null;
  "request-added": { title: string | number };
  "request-answer-is": { words: string | number };
  "request-answered-on": { day: string | number };
  "request-asked-by": { name: string | number };
  "request-asked-for": { what: string | number };
  "request-attach": null;
  "request-choose": { number: string | number };
  "request-cited": { count: string | number };
  "request-col-days": null;
  "request-col-due": null;
  "request-col-provider": null;
  "request-col-request": null;
  "request-col-status": null;
  "request-declined-on": { day: string | number };
  "request-due-for-chosen": null;
  "request-due-of": { number: string | number };
  "request-due-set": null;
  "request-keys": null;
  "request-open": { title: string | number };
  "request-overdue": null;
  "request-sent-on": { day: string | number };
  "request-status-answered": null;
  "request-status-declined": null;
  "request-status-draft": null;
  "request-status-of": { number: string | number };
  "request-status-pending": null;
  "request-status-sent": null;
  "request-write-answer": null;
  "requests": null;
  "requests-ask-whom": { provider: string | number };
  "requests-choose-all": null;
  "requests-chosen": { count: string | number };
  "requests-filter-provider": null;
  "requests-filter-status": null;
  "requests-help": null;
  "requests-none": null;
  "requests-none-fit": null;
  "requests-search": null;
  "requests-shown": { count: string | number; all: string | number };
  "requests-status-all": null;
  "requests-status-open": null;
  "required-open": null;
  "restore": null;
  "restore-newest-backup": null;
  "restored": { what: string | number };
  "restored-unnamed": { one: string | number };
  "revision-named": { revision: string | number };
  "revision-not-stated": null;
  "revision-not-stated-unknown": null;
  "revision-origin": null;
  "revision-remove": null;
  "revision-remove-goes": null;
  "revision-remove-provider": { provider: string | number };
  "revision-remove-stays": null;
  "revision-remove-which": { provider: string | number; revision: string | number };
  "revision-removed": { provider: string | number };
  "revision-write-busy": null;
  "revision-write-judgements": { project: string | number };
  "revision-write-oscal": null;
  "revision-write-pack": null;
  "revision-write-words": { provider: string | number };
  "revisions-of": { provider: string | number };
  "risk-add-measure": null;
  "risk-close": null;
  "risk-gap-acceptance": null;
  "risk-gap-description": null;
  "risk-gap-measure": null;
  "risk-gap-measure_plan": null;
  "risk-gap-owner": null;
  "risk-gap-reason": null;
  "risk-gap-score_after": null;
  "risk-gap-score_before": null;
  "risk-gap-verdict": null;
  "risk-measures": null;
  "risk-no-measures": null;
  "risk-of-organisation": null;
  "risk-of-subjects": null;
  "risk-open-here": { risk: string | number };
  "risk-panel": null;
  "risk-same-as-subjects": null;
  "risk-still-open": null;
  "risk-suggested": null;
  "risk-suggested-add": null;
  "risk-suggested-base": { subject: string | number };
  "risk-suggested-help": null;
  "risk-trash": null;
  "risk-trash-detach": null;
  "risk-trash-do": null;
  "risk-trash-named": { count: string | number; risk: string | number };
  "risks": null;
  "risks-add": null;
  "risks-after-as-before": null;
  "risks-as-before": { count: string | number };
  "risks-as-before-help": null;
  "risks-cell-chosen": { likelihood: string | number; severity: string | number; when: string | number };
  "risks-col-after": null;
  "risks-col-before": null;
  "risks-col-likelihood": null;
  "risks-col-likelihood-short": null;
  "risks-col-measures": null;
  "risks-col-open": null;
  "risks-col-organisation-after": null;
  "risks-col-organisation-before": null;
  "risks-col-owner": null;
  "risks-col-severity": null;
  "risks-col-severity-short": null;
  "risks-col-subjects-after": null;
  "risks-col-subjects-before": null;
  "risks-col-title": null;
  "risks-filter-after": { level: string | number };
  "risks-filter-before": { level: string | number };
  "risks-filter-environment": null;
  "risks-filter-level": null;
  "risks-filter-open": null;
  "risks-filter-origin": null;
  "risks-filter-owner": null;
  "risks-filter-unscored-after": null;
  "risks-filter-unscored-before": null;
  "risks-first": null;
  "risks-first-pick": null;
  "risks-first-pick-help": { count: string | number };
  "risks-first-scales": null;
  "risks-first-scales-help": null;
  "risks-first-score": null;
  "risks-first-score-help": null;
  "risks-from-catalogue": null;
  "risks-group": null;
  "risks-group-environment": null;
  "risks-group-level": null;
  "risks-group-none": null;
  "risks-group-origin": null;
  "risks-group-owner": null;
  "risks-group-without": null;
  "risks-help": { levels: string | number };
  "risks-list": null;
  "risks-matrix-after": null;
  "risks-matrix-before": null;
  "risks-matrix-cell": { severity: string | number; likelihood: string | number; level: string | number; count: string | number };
  "risks-matrix-help": null;
  "risks-matrix-more": { count: string | number };
  "risks-matrix-moved": { risk: string | number; likelihood: string | number; severity: string | number };
  "risks-matrix-risk": { risk: string | number };
  "risks-matrix-unscored": { count: string | number };
  "risks-no-level": null;
  "risks-no-level-words": null;
  "risks-none-fit": null;
  "risks-open-any": null;
  "risks-open-count": { count: string | number };
  "risks-scales": null;
  "risks-score": { which: string | number; when: string | number; risk: string | number; value: string | number };
  "risks-score-none": null;
  "risks-search": null;
  "risks-select": { risk: string | number };
  "risks-select-all": null;
  "risks-show-all": null;
  "risks-shown": { count: string | number; all: string | number };
  "risks-side": null;
  "risks-side-all": null;
  "risks-side-organisation": null;
  "risks-side-subjects": null;
  "risks-take-over": { count: string | number };
  "risks-take-over-help": { count: string | number };
  "risks-ticked": { count: string | number };
  "risks-unnamed": null;
  "row-add": { one: string | number };
  "row-all-answers": { row: string | number };
  "row-down": null;
  "row-drag": null;
  "row-menu": { row: string | number };
  "row-out-of-sight": { words: string | number };
  "row-refused": { words: string | number };
  "row-trash": null;
  "row-trash-stays": null;
  "row-trash-which": { row: string | number };
  "row-trashed": { what: string | number };
  "row-unnamed": null;
  "row-up": null;
  "saved": { time: string | number };
  "saving": null;
  "scales-help": null;
  "scales-likelihood": null;
  "scales-may-stay": { role: string | number };
  "scales-risk": null;
  "scales-severity": null;
  "scales-title": null;
  "scales-use": null;
  "scenario-add": null;
  "scenario-added": { risk: string | number };
  "scenario-causes": null;
  "scenario-gdpr": { articles: string | number };
  "scenario-how": null;
  "scenario-impact": null;
  "scenario-measures": null;
  "scenario-no-provider": null;
  "scenario-not-looked-at": null;
  "scenario-not-stated": null;
  "scenario-sources": null;
  "scenario-there": { risks: string | number };
  "scenario-topics": null;
  "scenarios-count": { count: string | number };
  "scenarios-help": null;
  "scenarios-none": null;
  "scenarios-prompt": null;
  "scenarios-search": null;
  "scenarios-title": null;
  "screening-answers": null;
  "screening-check": null;
  "screening-exempt": { exemption: string | number };
  "screening-no-rule": null;
  "screening-not-required": null;
  "screening-open": null;
  "screening-recommended": null;
  "screening-required": null;
  "screening-required-unless-reason": null;
  "screening-rule": null;
  "screening-rules": null;
  "screening-take-over": { form: string | number };
  "screening-take-over-help": null;
  "screening-taken-over": null;
  "screening-unanswered": null;
  "screening-unlawful": null;
  "search-ask": { provider: string | number; words: string | number };
  "search-everything": null;
  "search-found": { count: string | number };
  "search-help": null;
  "search-here": null;
  "search-none": null;
  "search-prompt": null;
  "search-results": null;
  "section": null;
  "section-before": null;
  "section-next": null;
  "settings": null;
  "settle-all-still-true": { count: string | number };
  "settle-choose-none": null;
  "settle-chosen": { count: string | number };
  "settle-keep": null;
  "settle-keep-help": null;
  "settle-many": { count: string | number };
  "settle-many-keep-help": { count: string | number };
  "settle-many-still-true-help": { count: string | number };
  "settle-reason": null;
  "settle-reason-wrong": null;
  "settle-still-true": null;
  "settle-still-true-help": null;
  "settle-tick-help": null;
  "settle-which": null;
  "settled-kept": null;
  "settled-still-true": null;
  "shelf-all": { count: string | number };
  "shelf-fitting": { count: string | number };
  "shelf-for": { label: string | number };
  "shelf-none": null;
  "shelf-none-imported": null;
  "side-controllers-duty": null;
  "side-limitation": null;
  "side-provided": null;
  "since-then": null;
  "skip": null;
  "source-citations": null;
  "source-page": null;
  "source-read": null;
  "source-revision": null;
  "sources": null;
  "sources-also": { pages: string | number };
  "sources-none": null;
  "spelling": null;
  "spelling-add": null;
  "spelling-all-right": null;
  "spelling-broken": { path: string | number };
  "spelling-check-again": { word: string | number };
  "spelling-folder": null;
  "spelling-folder-back": null;
  "spelling-folder-choose": null;
  "spelling-folder-system": null;
  "spelling-get": null;
  "spelling-help": null;
  "spelling-ignore": null;
  "spelling-ignored": null;
  "spelling-languages": null;
  "spelling-looking": null;
  "spelling-no-words": null;
  "spelling-none": null;
  "spelling-not-checked": null;
  "spelling-of": { word: string | number };
  "spelling-on": null;
  "spelling-own": null;
  "spelling-own-none": { keys: string | number };
  "spelling-own-remove": { word: string | number };
  "spelling-too-large": { path: string | number; megabytes: string | number };
  "spelling-unreadable": { path: string | number; why: string | number };
  "stage-coverage": null;
  "stage-decision": null;
  "stage-facts": null;
  "stage-requests": null;
  "stage-risks": null;
  "stage-screening": null;
  "start-1": null;
  "start-2": null;
  "start-3": null;
  "start-local": null;
  "start-sample": null;
  "start-what": null;
  "stated-at": { page: string | number; day: string | number };
  "stated-judged": { judgement: string | number };
  "statement-kind": null;
  "statement-made": null;
  "statement-make": null;
  "statement-other-topics": { count: string | number };
  "statement-remove": null;
  "statement-remove-goes": null;
  "statement-remove-stays": null;
  "statement-remove-which": null;
  "statement-removed": null;
  "statement-side": null;
  "statement-topic-proposed": { words: string | number };
  "statement-topics-at-once": null;
  "statement-topics-wrong": null;
  "statement-words": null;
  "statement-words-help": null;
  "statement-words-wrong": null;
  "statements": null;
  "statements-found": { count: string | number };
  "statements-unread": null;
  "stays-here": null;
  "step-await-answers": { open: string | number };
  "step-carry-over": { form: string | number };
  "step-choose-provider": null;
  "step-do": null;
  "step-fill": { form: string | number; section: string | number; title: string | number; open: string | number };
  "step-go": null;
  "step-judge": { open: string | number };
  "step-send-requests": { open: string | number };
  "step-settle-findings": { open: string | number };
  "tab-hint": null;
  "tab-history": null;
  "tab-library": null;
  "table": null;
  "table-column-add": null;
  "table-column-remove": null;
  "table-empty": null;
  "table-remove": null;
  "table-row-add": null;
  "table-row-remove": null;
  "take-back": null;
  "text-language": null;
  "text-language-hint": null;
  "text-unreadable": null;
  "theme-iso": null;
  "theme-organisational": null;
  "theme-people": null;
  "theme-physical": null;
  "theme-technological": null;
  "to-projects": null;
  "today-at": { time: string | number };
  "toolbar": null;
  "topic": null;
  "topic-iso": { numbers: string | number };
  "topic-not-chosen": null;
  "topic-otherwise": { count: string | number };
  "topic-pages-read": { count: string | number };
  "topic-stated-before": null;
  "topic-stated-now": null;
  "topics-count": { count: string | number };
  "topics-left-open": { count: string | number };
  "topics-not-stated": null;
  "topics-only-not-stated": null;
  "topics-stated": null;
  "trash": null;
  "trash-empty": null;
  "trash-help": null;
  "trash-kind": null;
  "trash-what": null;
  "trash-when": null;
  "try-again": null;
  "uncertain": { reason: string | number };
  "undo-nothing": null;
  "undo-went-on": { keys: string | number };
  "undo-what": { what: string | number };
  "undone": { what: string | number };
  "unsaved-first": { why: string | number };
  "unsaved-words": null;
  "use-as-measures": { count: string | number };
  "use-choose": null;
  "use-in-text": null;
  "used-as-measures": { count: string | number };
  "used-in-text": { count: string | number };
  "version-approve": null;
  "version-back": null;
  "version-busy": null;
  "version-by": null;
  "version-changes": { number: string | number; day: string | number };
  "version-changes-list": null;
  "version-changes-none": null;
  "version-changes-redline": null;
  "version-changes-since": { form: string | number; number: string | number };
  "version-column-by": null;
  "version-column-note": null;
  "version-column-number": null;
  "version-column-on": null;
  "version-column-state": null;
  "version-compare": null;
  "version-compare-before": { number: string | number };
  "version-freeze-approved": null;
  "version-freeze-help": { number: string | number };
  "version-freeze-review": null;
  "version-frozen": { number: string | number };
  "version-kind-approved": null;
  "version-kind-review": null;
  "version-log": null;
  "version-note": null;
  "version-note-help": null;
  "version-number": { number: string | number };
  "version-of-report": null;
  "version-read": { form: string | number };
  "version-reading": { form: string | number; number: string | number };
  "version-recipients": null;
  "version-recipients-help": null;
  "version-renumber": null;
  "version-renumber-help": null;
  "version-renumber-nothing": null;
  "version-renumbered": null;
  "version-review": null;
  "version-save": { form: string | number };
  "version-save-docx": { form: string | number };
  "version-unlawful": { count: string | number };
  "versions": null;
  "versions-help": null;
  "versions-none": null;
  "weight-advice": null;
  "weight-law": null;
  "weight-standard": null;
  "what-is-missing": null;
  "with-shortcut": { what: string | number; shortcut: string | number };
  "words-came": null;
  "words-went": null;
  "workspace": null;
  "workspace-anyway": null;
  "workspace-help": null;
  "workspace-new": null;
  "workspace-open": null;
  "yes": null;
}
