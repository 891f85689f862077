//! The program without a window: an open workspace, the content, and the messages of one language. The commands are in
//! the module `command`, which uses the [`App`]; the [`App`] uses no command.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use vurder_content::{Messages, msg};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::{Project, Row};
use vurder_report::SystemFonts;
use vurder_workspace::{
    Changed as ChangedRecords, Clock, Committed, FrozenState, Ids, Op, OperationHead, Workspace,
};

use crate::answers::UndoState;
use crate::changed::Changed;
use crate::error::{AppError, Fault, Outcome};
use crate::facts::{Facts, FindingContext, OpenProject};
use crate::library::Library;
use crate::listed::Listed;
use crate::pages_beside::PagesBeside;
use crate::previewed::Previewed;
use crate::spelling::Spellers;
use crate::statement_indexes::StatementIndexes;

/// The options with which the program opens a workspace.
pub struct OpenOptions {
    /// Path of the workspace.
    pub workspace: PathBuf,
    /// Whether the workspace is created if it does not exist.
    pub create: bool,
    /// Language of messages, as BCP 47.
    pub language: String,
    /// The clock; `None` for the clock of the system.
    pub clock: Option<Box<dyn Clock>>,
    /// The source of new ids; `None` for random ids.
    pub ids: Option<Box<dyn Ids>>,
    /// The fonts for letters that the bundled fonts lack; `None` for the fonts of the computer.
    pub fonts: Option<SystemFonts>,
}

impl OpenOptions {
    /// Options for a workspace that must exist already.
    pub fn existing(path: impl Into<PathBuf>) -> Self {
        Self { create: false, ..Self::new(path) }
    }

    /// Options for the workspace at `path`: created if it does not exist, in English, with the clock of the system and
    /// random ids.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            workspace: path.into(),
            create: true,
            language: "en".to_owned(),
            clock: None,
            ids: None,
            fonts: None,
        }
    }
}

/// An open workspace and everything that the commands work with.
pub struct App {
    pub(crate) workspace: Workspace,
    pub(crate) library: Library,
    pub(crate) messages: Messages,
    pub(crate) statements: StatementIndexes,
    /// The open project in memory.
    pub(crate) open: OpenProject,
    /// What a list of all projects shows of each project, kept until the project changes. Computing the progress of all
    /// forms of many projects takes seconds.
    pub(crate) listed: HashMap<ProjectId, Listed>,
    /// The layout of the report that was previewed last.
    pub(crate) previewed: Option<Previewed>,
    /// The fonts for letters that the bundled fonts lack.
    pub(crate) fonts: Arc<SystemFonts>,
    /// The pages beside the form.
    pub(crate) pages_beside: Arc<PagesBeside>,
    /// The dictionaries that were read so far.
    pub(crate) spellers: Spellers,
}

impl App {
    /// Opens the workspace, or creates it if there is none and the options allow that.
    pub fn open(options: OpenOptions) -> Result<App, AppError> {
        let messages = Messages::for_language(&options.language);
        Self::open_faulty(options, messages.clone()).map_err(|fault| fault.in_words(&messages))
    }

    fn open_faulty(options: OpenOptions, messages: Messages) -> Outcome<App> {
        let defaults = vurder_workspace::OpenOptions::default();
        let with = vurder_workspace::OpenOptions {
            clock: options.clock.unwrap_or(defaults.clock),
            ids: options.ids.unwrap_or(defaults.ids),
            ..defaults
        };
        let workspace = if !options.create || options.workspace.exists() {
            let mut opened = Workspace::open(&options.workspace, with)?;
            // Words that cannot be taken over are told as a notice, and do not keep the workspace closed.
            let _ = opened.adopt_own_words();
            opened
        } else {
            Workspace::create(&options.workspace, with)?
        };
        let mut library = Library::embedded().translated(&options.language);
        library.take_imported(&workspace)?;
        let statements = StatementIndexes::default();
        let (open, listed) = (OpenProject::default(), HashMap::new());
        let fonts = options.fonts.unwrap_or_else(SystemFonts::of_this_computer);
        let fonts = Arc::new(fonts);
        let pages_beside = Arc::default();
        let (previewed, spellers) = (None, Spellers::default());
        let app = App {
            workspace,
            library,
            messages,
            statements,
            open,
            listed,
            previewed,
            fonts,
            pages_beside,
            spellers,
        };
        Ok(app)
    }

    /// Closes the workspace. If [`App::open`] created it and it is still empty, its file is deleted, so that a refused
    /// load or script leaves no file behind.
    pub fn unmake(self) -> Result<(), AppError> {
        let Self { workspace, messages, .. } = self;
        workspace.unmake().map_err(|error| Fault::from(error).in_words(&messages))
    }

    /// Reads the project, also from the trash.
    pub(crate) fn project(&self, id: &ProjectId) -> Outcome<Project> {
        let mut project = self.workspace.project(id)?;
        self.library.follow_fields(&mut project);
        Ok(project)
    }

    /// Reads the project as it was when the version `number` was frozen.
    pub(crate) fn version_state(&self, id: &ProjectId, number: u32) -> Outcome<FrozenState> {
        let mut state = self.workspace.version_state(id, number)?;
        self.library.follow_fields(&mut state.project);
        Ok(state)
    }

    /// The open project in memory, and what turns its findings into words.
    pub(crate) fn facts_to_tell(
        &mut self,
        id: &ProjectId,
    ) -> Outcome<(&mut Facts, FindingContext<'_>)> {
        let today = self.workspace.today();
        let facts = self.open.facts(&self.workspace, &self.library, id)?;
        Ok((facts, FindingContext { library: &self.library, messages: &self.messages, today }))
    }

    /// Makes an empty row with the given id, or with a new one.
    pub(crate) fn row(&mut self, register: &str, id: Option<String>) -> Outcome<Row> {
        let id = id.unwrap_or_else(|| self.workspace.new_id());
        let id = RowId::new(id).map_err(Fault::internal)?;
        Ok(Row {
            id,
            register: register.to_owned(),
            key: None,
            position: 0.0,
            number: None,
            trashed: None,
            values: Default::default(),
        })
    }

    /// The project in memory, as it stands in the workspace. The project is read if another project or an earlier
    /// revision is in memory. Questions are answered, and changes are checked, from these facts.
    pub(crate) fn facts(&mut self, project: &ProjectId) -> Outcome<&mut Facts> {
        self.open.facts(&self.workspace, &self.library, project)
    }

    /// Makes the answer of a change. Every change of a project ends here.
    pub(crate) fn changed<T>(
        &mut self,
        project: &ProjectId,
        committed: &Committed<T>,
    ) -> Outcome<Changed> {
        self.listed.remove(project);
        self.pages_beside.overtake();
        let followed = self.open.follow(&self.workspace, &self.library, project, committed)?;
        let undo = self.undo_state(project)?;
        let mut derived = None;
        if let Some(since) = followed.since {
            let facts = self.open.facts(&self.workspace, &self.library, project)?;
            let today = self.workspace.today();
            let context =
                FindingContext { library: &self.library, messages: &self.messages, today };
            derived = facts.derive(context, since, &followed.touched, undo.clone());
        }
        Ok(Changed {
            project: Some(project.clone()),
            row: None,
            rows: Vec::new(),
            citation: None,
            saved: self.workspace.now(),
            undo,
            revision: followed.revision,
            touched: followed.touched,
            derived,
            moved: None,
        })
    }

    /// The changes of a project that `undo` and `redo` would act on, in words.
    pub(crate) fn undo_state(&mut self, project: &ProjectId) -> Outcome<UndoState> {
        let (undo, redo) = (self.workspace.next_undo(project)?, self.workspace.next_redo(project)?);
        let facts = self.open.facts(&self.workspace, &self.library, project)?;
        let words = |(operation, changed): (OperationHead, ChangedRecords)| {
            change_in_words(&self.messages, facts, &operation, &changed)
        };
        Ok(UndoState { undo: undo.map(words), redo: redo.map(words) })
    }
}

/// Names an operation for people. If the operation changed exactly one field, or rows of a register, the name says
/// which.
fn change_in_words(
    messages: &Messages,
    facts: &Facts,
    operation: &OperationHead,
    changed: &ChangedRecords,
) -> String {
    let change = messages.format(&match operation.op {
        Op::CreateProject => msg::change_create_project(),
        Op::ChangeProject => msg::change_change_project(),
        Op::TrashProject => msg::change_trash_project(),
        Op::RestoreProject => msg::change_restore_project(),
        Op::SetValue => msg::change_set_value(),
        Op::AddRow => msg::change_add_row(),
        Op::MoveRow => msg::change_move_row(),
        Op::TrashRow => msg::change_trash_row(),
        Op::RestoreRow => msg::change_restore_row(),
        Op::PickScenario => msg::change_pick_scenario(),
        Op::ScoreRisks => msg::change_score_risks(),
        Op::TakeOverRisks => msg::change_take_over_risks(),
        Op::UseScales => msg::change_use_scales(),
        Op::FillGap => msg::change_fill_gap(),
        Op::Cite => msg::change_cite(),
        Op::Judge => msg::change_judge(),
        Op::TakeOverScreening => msg::change_take_over_screening(),
        Op::UseStatements => msg::change_use_statements(),
        Op::SettleCitation => msg::change_settle_citation(),
        Op::MoveForm => msg::change_move_form(),
        Op::NoteSubject => msg::change_note_subject(),
        Op::FollowRevision => msg::change_follow_revision(),
        Op::RestoreAnswer => msg::change_restore_answer(),
        Op::ReplaceWords => msg::change_replace_words(),
        Op::ChangeRequests => msg::change_change_requests(),
        Op::Waive => msg::change_waive(),
        Op::Unwaive => msg::change_unwaive(),
        Op::AddPicture => msg::change_add_picture(),
        Op::Attach => msg::change_attach(),
        Op::TrashAttachment => msg::change_trash_attachment(),
        Op::RestoreAttachment => msg::change_restore_attachment(),
        Op::FreezeVersion => msg::change_freeze_version(),
        Op::ChangeRound => msg::change_change_round(),
        Op::ReadRemarks => msg::change_read_remarks(),
        Op::AcceptRemark => msg::change_accept_remark(),
        Op::AnswerRemark => msg::change_answer_remark(),
        Op::PlaceRemark => msg::change_place_remark(),
        Op::MarkReady => msg::change_mark_ready(),
        Op::Renumber => msg::change_renumber(),
        Op::Other => msg::change_other(),
    });
    let what = match (operation.op, &changed.fields[..], &changed.registers[..]) {
        (Op::SetValue | Op::RestoreAnswer, [(row, field)], _) => {
            let row = facts.row(row);
            row.and_then(|row| facts.registers.field(&row.register, field))
                .map(|f| f.label.as_str())
        }
        (Op::AddRow | Op::MoveRow | Op::TrashRow | Op::RestoreRow, _, [register, ..]) => {
            facts.registers.register(register).map(|r| r.one.as_str())
        }
        _ => None,
    };
    match what {
        None | Some("") => change,
        Some(what) => messages.format(&msg::change_of(change, what)),
    }
}
