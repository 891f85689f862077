//! The list of commands, one function each, and [`App::call`], which runs one of them by its name. The window's types,
//! the command line and the shell's bridge all use this list. ARCHITECTURE.md ("How to add") names the other files that
//! a new command needs.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::Value as Json;
use ts_rs::TS;
use vurder_content::msg;

use crate::answers::*;
use crate::app::App;
use crate::arguments::*;
use crate::backup_answers::*;
use crate::changed::Changed;
use crate::citation_answers::*;
use crate::citation_arguments::*;
use crate::compare_answers::*;
use crate::compare_arguments::*;
use crate::coverage_answers::*;
use crate::coverage_arguments::*;
use crate::cut_answers::*;
use crate::cut_arguments::*;
use crate::drift_answers::*;
use crate::duty_answers::*;
use crate::error::{AppError, ErrorCode, Fault, Outcome};
use crate::find_answers::*;
use crate::find_arguments::*;
use crate::finding_answers::*;
use crate::finding_arguments::*;
use crate::form_answers::*;
use crate::form_arguments::*;
use crate::import_answers::*;
use crate::import_arguments::*;
use crate::own_note_types::*;
use crate::picture_arguments::*;
use crate::project_answers::*;
use crate::project_arguments::*;
use crate::provider_answers::*;
use crate::provider_arguments::*;
use crate::reading::read;
use crate::ready_types::*;
use crate::remark_answers::*;
use crate::remark_arguments::*;
use crate::report_answers::*;
use crate::report_arguments::*;
use crate::report_pages_answers::*;
use crate::report_pages_arguments::*;
use crate::request_answers::*;
use crate::request_arguments::*;
use crate::risk_answers::*;
use crate::risk_arguments::*;
use crate::row_answers::*;
use crate::row_arguments::*;
use crate::spelling_types::*;
use crate::version_answers::*;
use crate::version_arguments::*;
use crate::window_types::WindowTypes;
use crate::{
    backups, change, export, export_comparison, export_letter, export_pack, export_stored, preview,
    question, report_pages, workspace_files,
};

/// Whether a command changes what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommandKind {
    /// The command changes the workspace.
    Change,
    /// The command only reads.
    Question,
    /// The command writes or reads a file outside the workspace.
    File,
}

/// A command as `vurder-cli commands` prints it.
#[derive(Debug, Clone, Serialize)]
pub struct CommandInfo {
    /// The name of the command.
    pub name: &'static str,
    /// Whether the command changes anything.
    pub kind: CommandKind,
    /// What the command does, in one sentence.
    pub about: &'static str,
    /// The arguments as JSON Schema.
    pub arguments: Json,
    /// The answer as JSON Schema.
    pub answer: Json,
}

macro_rules! commands {
    ($($kind:ident $name:ident($arguments:ty) -> $answer:ty = $run:path, $about:literal;)*) => {
        /// Runs the command `name`.
        fn run(app: &mut App, name: &str, arguments: Json) -> Outcome<Json> {
            match name {
                $(stringify!($name) => {
                    let answer: $answer = $run(app, read::<$arguments>(&arguments)?)?;
                    write(&answer)
                })*
                _ => Err(Fault::new(ErrorCode::UnknownCommand, msg::error_unknown_command(name))),
            }
        }

        /// Every command with its arguments and answer.
        pub fn commands() -> Vec<CommandInfo> {
            vec![$(CommandInfo {
                name: stringify!($name),
                kind: CommandKind::$kind,
                about: $about,
                arguments: schema_for!($arguments).into(),
                answer: schema_for!($answer).into(),
            },)*]
        }

        /// Adds every command with its types to `types`.
        pub(crate) fn collect(types: &mut WindowTypes) {
            $(
                types.command(
                    stringify!($name),
                    $about,
                    <$arguments as TS>::name(types.config()),
                    <$answer as TS>::name(types.config()),
                );
                types.take::<$arguments>();
                types.take::<$answer>();
            )*
        }
    };
}

impl App {
    /// Runs the command `name`; see [`crate::commands`].
    pub fn call(&mut self, name: &str, arguments: Json) -> Result<Json, AppError> {
        run(self, name, arguments).map_err(|fault| fault.in_words(&self.messages))
    }
}

/// The result of [`App::begin`].
pub enum BegunCommand {
    /// The answer of the command.
    Answered(Json),
    /// The rest of the work needs the workspace no more. The caller can do it while others use the [`App`].
    Unfinished(RestOfCommand),
}

/// The rest of a command's work, which gives the answer.
pub type RestOfCommand = Box<dyn FnOnce() -> Result<Json, AppError> + Send>;

impl App {
    /// Runs the command `name` as [`App::call`] does, but only as far as the command needs the workspace.
    pub fn begin(&mut self, name: &str, arguments: Json) -> Result<BegunCommand, AppError> {
        type Rest = Box<dyn FnOnce() -> Outcome<Json> + Send>;
        let begun: Outcome<Rest> = match name {
            "report_pages" => {
                read(&arguments).and_then(|of| report_pages::begin(self, of)).map(|work| -> Rest {
                    Box::new(move || work.finish().and_then(|pages| write(&pages)))
                })
            }
            "check_spelling" => read(&arguments)
                .and_then(|of| question::ask_spelling(self, of))
                .map(|work| -> Rest { Box::new(move || work.answer()) }),
            "suggest_spelling" => read(&arguments)
                .and_then(|of| question::ask_suggestions(self, of))
                .map(|work| -> Rest { Box::new(move || work.answer()) }),
            _ => return self.call(name, arguments).map(BegunCommand::Answered),
        };
        let rest = begun.map_err(|fault| fault.in_words(&self.messages))?;
        let messages = self.messages.clone();
        Ok(BegunCommand::Unfinished(Box::new(move || {
            rest().map_err(|fault| fault.in_words(&messages))
        })))
    }
}

/// Makes the sample project. `change::sample` gets `run` as an argument because the sample consists of commands, and no
/// command may depend on the list of commands.
fn sample(app: &mut App, _: Nothing) -> Outcome<Changed> {
    change::sample(app, run)
}

fn write<T: Serialize>(answer: &T) -> Outcome<Json> {
    serde_json::to_value(answer).map_err(Fault::internal)
}

commands! {
    Change create_project(CreateProject) -> Changed = change::create_project,
        "Makes a project with its controllers, providers and forms.";
    Change change_project(ChangeProject) -> Changed = change::change_project,
        "Changes the name, language, version, providers or forms of a project.";
    Change duplicate_project(DuplicateProject) -> Changed = change::duplicate_project,
        "Makes a copy of a project, without its history, versions and trash.";
    Change trash_project(OfProject) -> Changed = change::trash_project,
        "Moves a project to the trash.";
    Change restore_project(OfProject) -> Changed = change::restore_project,
        "Takes a project out of the trash.";
    Change set_value(SetValue) -> Changed = change::set_value,
        "Writes or empties one answer.";
    Change add_row(AddRow) -> Changed = change::add_row,
        "Adds a row to a register.";
    Change move_row(MoveRow) -> Changed = change::move_row,
        "Moves a row within its register.";
    Change trash_row(TrashRow) -> Changed = change::trash_row,
        "Moves a row to the trash.";
    Change restore_row(OfRow) -> Changed = change::restore_row,
        "Takes a row out of the trash.";
    Change cite(Cite) -> Changed = change::cite,
        "Pins a statement, a passage or an answer as a citation, to stand in a text as cite:ID.";
    Change judge(Judge) -> Changed = change::judge,
        "Sets the controller's judgement and note on a statement.";
    Change use_statements(UseStatements) -> Changed = change::use_statements,
        "Writes statements into the form, as measures or into a text, each with its citation.";
    Change settle(Settle) -> Changed = change::settle,
        "Settles citations whose words are not published as they were.";
    Change follow_revision(FollowRevision) -> Changed = change::follow_revision,
        "Moves a project to another revision of a provider.";
    Change move_form(MoveForm) -> Changed = change::move_form,
        "Moves a project to another version of a form; says what becomes of the answers.";
    Change note_subject(NoteSubject) -> Changed = change::note_subject,
        "Says why nothing is owed under a prescribed subject of a table, or in a table.";
    Change add_row_for_each(AddRowForEach) -> Changed = change::add_row_for_each,
        "Adds a row for each option of a choice that has none.";
    Change take_over_screening(OfProject) -> Changed = change::take_over_screening,
        "Writes the result of the screening into the reasons for the DPIA.";
    Change import(Import) -> ImportDone = change::import,
        "Keeps a state of a provider's own pages, read from a folder, an archive or a file.";
    Change remove_revision(OfRevision) -> Vec<RevisionView> = change::remove_revision,
        "Takes an imported revision away; gives those that are left.";
    Change make_statement(MakeStatement) -> StatementView = change::make_statement,
        "Keeps a statement that a person makes from a passage.";
    Change remove_statement(OfOwnStatement) -> OfOwnStatement = change::remove_statement,
        "Takes a statement away that a person made from a passage; gives its id.";
    Change pick_scenario(PickScenario) -> Changed = change::pick_scenario,
        "Begins a risk with a scenario of the catalogue.";
    Change score(ScoreRisks) -> Changed = change::score,
        "Scores one or several risks, or gives the reason of their scores.";
    Change as_before(OfRisks) -> Changed = change::as_before,
        "Sets the scores after treatment to those before it, where no measure treats the risk.";
    Change take_over_risks(OfProject) -> Changed = change::take_over_risks,
        "Makes the risks to data subjects concern the organisation as well, with the same scores.";
    Change use_scales(UseScales) -> Changed = change::use_scales,
        "Takes ready-made scales over as the method of a project.";
    Change fill_gap(FillGap) -> Changed = change::fill_gap,
        "Says of a measure that it fills the gap of a topic, or begins one that does.";
    Change restore_answer(RestoreAnswer) -> Changed = change::restore_answer,
        "Brings an earlier version of an answer back.";
    Change ask_provider(AskProvider) -> Changed = change::ask_provider,
        "Makes a request to a provider of an action, a topic, a statement or anything else, as a draft.";
    Change replace(Replace) -> Changed = change::replace,
        "Puts words in place of others in answers that are chosen, in one step.";
    Change set_request_status(SetRequestStatus) -> Changed = change::set_request_status,
        "Says of requests that they are sent, answered or declined, with the day.";
    Change set_request_due(SetRequestDue) -> Changed = change::set_request_due,
        "Says by which day the answers to requests are needed.";
    Change read_remarks(ReadRemarks) -> Changed = change::read_remarks,
        "Reads the remarks of a returned file into a project.";
    Change accept_remark(AcceptRemark) -> Changed = change::accept_remark,
        "Makes the change of an answer that a remark proposes.";
    Change answer_remark(AnswerRemark) -> Changed = change::answer_remark,
        "Answers a remark.";
    Change decline_remark(DeclineRemark) -> Changed = change::decline_remark,
        "Says why a remark is not followed.";
    Change done_remark(SettleRemarks) -> Changed = change::done_remark,
        "Says of remarks that what they ask for is done.";
    Change reopen_remark(SettleRemarks) -> Changed = change::reopen_remark,
        "Opens remarks again.";
    Change place_remark(PlaceRemark) -> Changed = change::place_remark,
        "Puts a remark at an answer, a row or a section.";
    Change set_round(SetRound) -> Changed = change::set_round,
        "Gives a review round other recipients, or ends it.";
    Change add_own_note(AddOwnNote) -> Changed = change::add_own_note,
        "Begins a note of a person to themselves beside an answer, a row or a section.";
    Change mark_ready(MarkReady) -> Changed = change::mark_ready,
        "Says that a section is ready for review.";
    Change unmark_ready(UnmarkReady) -> Changed = change::unmark_ready,
        "Takes back that a section is ready for review.";
    Change ignore_word(IgnoreWord) -> Changed = change::ignore_word,
        "Says that a word is right in a project although no dictionary has it.";
    Change waive(Waive) -> Changed = change::waive,
        "Lets a finding stand for a reason.";
    Change unwaive(Unwaive) -> Changed = change::unwaive,
        "Takes a waiver back: the finding counts again.";
    Change freeze_version(FreezeVersion) -> Changed = change::freeze_version,
        "Sends a project for review or approves it: freezes a version with its reports.";
    Change renumber(OfProject) -> Changed = change::renumber,
        "Numbers the rows of a project anew, where a version froze their numbers.";
    Change attach(Attach) -> Changed = change::attach,
        "Attaches a file to a project or to one of its rows.";
    Change add_picture(AddPicture) -> Changed = change::add_picture,
        "Adds a picture to a project, with its file.";
    Change trash_attachment(OfAttachment) -> Changed = change::trash_attachment,
        "Moves an attachment to the trash.";
    Change restore_attachment(OfAttachment) -> Changed = change::restore_attachment,
        "Takes an attachment out of the trash.";
    Change undo(OfProject) -> Changed = change::undo,
        "Undoes the last change of a project.";
    Change redo(OfProject) -> Changed = change::redo,
        "Redoes the change undone last.";
    Change sample(Nothing) -> Changed = sample,
        "Makes the sample project.";
    Question status(Nothing) -> Status = question::status,
        "The program and its workspace.";
    Question templates(Nothing) -> Vec<TemplateSummary> = question::templates,
        "The forms that a project can fill in.";
    Question projects(Nothing) -> Vec<ProjectSummary> = question::projects,
        "The projects, last changed first.";
    Question project(OfProject) -> ProjectOverview = question::project,
        "A project at a glance.";
    Question duties(OfProjectOrAll) -> Duties = question::duties,
        "Reviews, deadlines and ends of validity of a project or of all, the earliest first.";
    Question form(OfForm) -> FormAnswer = question::form,
        "A form of a project, whole.";
    Question look_at_form(MoveForm) -> FormMove = question::look_at_form,
        "What moving a project to another version of a form would mean; nothing is changed.";
    Question section(OfSection) -> SectionAnswer = question::section,
        "A section of a form.";
    Question findings(OfProject) -> Findings = question::findings,
        "What the checks say of a project.";
    Question history(OfVersions) -> Versions = question::history,
        "The newest versions of an answer, or those before one.";
    Question example(OfAnswer) -> AnswerExample = question::example,
        "What the sample project answers to the same question.";
    Question versions(OfProject) -> ProjectVersions = question::versions,
        "The versions of a project that were frozen.";
    Question version(OfVersion) -> VersionView = question::version,
        "A form as it was when a version was frozen.";
    Question compare_versions(CompareVersions) -> VersionComparison = question::compare_versions,
        "How two versions of a project, or a version and the draft, differ, answer by answer.";
    Question attachments(OfProject) -> Attachments = question::attachments,
        "The files attached to a project.";
    Question picture(OfAttachment) -> PictureFile = question::picture,
        "The bytes of an attached picture, to be shown.";
    Question trash(OfProjectOrAll) -> Trash = question::trash,
        "What lies in the trash.";
    Question citations(OfProject) -> Citations = question::citations,
        "The citations of a project with the words as pinned.";
    Question search(Search) -> SearchResult = question::search,
        "Looks through projects, answers, notes and statements.";
    Question find(Find) -> FoundPlaces = question::find,
        "The places where words stand in the answers of a project, to be replaced.";
    Question library(OfProjectOrAll) -> Library = question::library,
        "What the providers publish, in numbers.";
    Question page(OfPage) -> PageView = question::page,
        "A provider's page as it is read.";
    Question request_for(RequestFor) -> RequestDraft = question::request_for,
        "The open request to a provider on an action, a topic or a statement, and what a new one begins with.";
    Question requests(OfProject) -> Requests = question::requests,
        "The requests of a project to providers, with status and days.";
    Question look_at_remarks(LookAtRemarks) -> RemarksLook = question::look_at_remarks,
        "What a returned file would bring; nothing is kept.";
    Question places_for_remark(FindRemarkPlaces) -> RemarkPlaces = question::places_for_remark,
        "Places at which a remark can stand, by their names.";
    Question remarks(OfRemarks) -> Remarks = question::remarks,
        "The remarks of reviewers, with the review rounds.";
    Question answers(OfAnswers) -> Vec<AnswerView> = question::answers,
        "The answers of providers that can be cited.";
    Question own_notes(OfProject) -> OwnNotes = question::own_notes,
        "The notes of a person to themselves in a project, each with its place.";
    Question check_spelling(CheckSpelling) -> SpellingChecked = question::check_spelling,
        "The words of texts that the dictionary of the project's language does not know.";
    Question suggest_spelling(SuggestSpelling) -> SpellingSuggestions = question::suggest_spelling,
        "Words of the dictionary that stand near one that is not known.";
    Question spelling(OfProjectOrAll) -> SpellingView = question::spelling,
        "What is chosen about spelling, the dictionaries that there are, and the words that are right besides.";
    File choose_spelling(ChooseSpelling) -> SpellingView = change::choose_spelling,
        "Chooses whether texts are checked, and a folder of dictionaries.";
    File add_word(OwnWord) -> SpellingView = change::add_word,
        "Adds a word to the person's own dictionary, which holds in all projects of the workspace.";
    File remove_word(OwnWord) -> SpellingView = change::remove_word,
        "Takes a word out of the person's own dictionary.";
    Question letter(OfLetter) -> LetterView = question::letter,
        "The letter with requests to a provider, as plain text.";
    Question risks(OfProject) -> RisksAnswer = question::risks,
        "All risks of a project in one table, with scores, measures and what is open.";
    Question highest_risks(OfProject) -> HighestRisks = question::highest_risks,
        "The risks of a project with the highest levels, before measures and after them.";
    Question risk(OfRow) -> RiskAnswer = question::risk,
        "A risk with all its answers and those of its measures.";
    Question scenarios(OfProjectOrAll) -> Scenarios = question::scenarios,
        "The catalogue of scenarios, with what providers state on their topics, and scales to take over.";
    Question named_by(OfRow) -> NamedBy = question::named_by,
        "The rows whose answers name a row.";
    Question statements(OfStatements) -> Vec<StatementView> = question::statements,
        "Statements with judgement and note.";
    Question topics(OfProjectOrAll) -> Topics = question::topics,
        "What the providers state on each topic, and what not.";
    Question coverage(OfProject) -> ProjectCoverage = question::coverage,
        "What the project's providers state on each topic, with judgements, gaps, measures and requests.";
    Question topic(OfTopic) -> TopicView = question::topic,
        "All that is stated on a topic, by all providers.";
    Question compare(Compare) -> Comparison = question::compare,
        "Two providers, or two revisions of one, side by side by topic.";
    Question look_at_import(LookAtImport) -> ImportLook = question::look_at_import,
        "What a folder, an archive or a file would bring; nothing is kept.";
    Question revisions(OfRevisions) -> Vec<RevisionView> = question::revisions,
        "The revisions of what providers publish, of each provider the oldest first.";
    Question passages(OfPassages) -> Vec<PassageView> = question::passages,
        "Passages of imported pages that have the words asked for.";
    Question propose_topics(OfWords) -> Vec<TopicProposal> = question::propose_topics,
        "The topics that words speak of, the likeliest first.";
    Question drift(DriftOf) -> ProviderDrift = question::drift,
        "What changed from one revision of a provider to another.";
    Question project_drift(OfProject) -> ProjectDrift = question::project_drift,
        "What of a project no longer stands on what is published.";
    Question preview(OfReport) -> Preview = preview::preview,
        "A page of a report and how many there are.";
    Question report_pages(OfReportPages) -> ReportPagesAnswer = report_pages::report_pages,
        "The pages of a report beside its form: a fingerprint of each, and those that are asked for drawn.";
    Question cut_contents(OfCut) -> CutContents = question::cut_contents,
        "What a cut of a report leaves out.";
    File export(Export) -> Exported = export::export,
        "Writes a report as PDF or Word file.";
    File export_consultation(ExportConsultation) -> Exported = export::export_consultation,
        "Writes what the authority is given in a prior consultation (Article 36(3)) as PDF or Word file.";
    File export_comparison(ExportComparison) -> Exported = export_comparison::export_comparison,
        "Writes a comparison of two providers, or of two revisions of one, as PDF or Word file.";
    File export_letter(ExportLetter) -> Exported = export_letter::export_letter,
        "Writes the letter with requests to a provider, as PDF, Word file or plain text.";
    File export_version(ExportVersion) -> Written = export_stored::export_version,
        "Writes a report of a version, byte for byte as it was frozen.";
    File export_attachment(ExportAttachment) -> Written = export_stored::export_attachment,
        "Writes an attached file.";
    File backup(ToFile) -> Written = workspace_files::backup,
        "Writes a copy of the workspace.";
    File back_up_now(Nothing) -> BackedUp = backups::back_up_now,
        "Brings the backup of today up to date.";
    Question backups(Nothing) -> BackupList = backups::backups,
        "The backups of the workspace, and what is kept of them.";
    Question look_at_backup(OfBackup) -> BackupLook = backups::look_at_backup,
        "What a backup holds; nothing in it is changed.";
    File restore_backup(RestoreBackup) -> Written = backups::restore_backup,
        "Writes a backup as a workspace of its own.";
    File plan_backups(PlanBackups) -> BackupList = backups::plan_backups,
        "Chooses how many backups are kept, and a second folder for them.";
    File export_pack(ExportPack) -> Written = export_pack::export_pack,
        "Writes a provider's content as a file that others can read.";
    File dump(ToFile) -> Written = workspace_files::dump,
        "Writes the whole workspace as JSON.";
    Change load(FromFile) -> Changed = workspace_files::load,
        "Reads a workspace from JSON into an empty one.";
    Change add_project(FromFile) -> Changed = workspace_files::add_project,
        "Adds the project that a PDF report carries, or the only project of a dump, to the workspace.";
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_command_says_what_it_does_and_refuses_unknown_fields() {
        for command in commands() {
            assert!(command.about.ends_with('.'), "{} has no sentence", command.name);
            assert_eq!(
                command.arguments["additionalProperties"], false,
                "{} takes fields it does not know",
                command.name
            );
        }
    }
}
