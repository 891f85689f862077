//! Reads the remarks of reviewers from the rows of a project.

use std::collections::HashMap;

use chrono::NaiveDate;
use vurder_content::Messages;
use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};
use vurder_model::role::FieldRole;
use vurder_model::value::Value;

use crate::library::Library;
use crate::remark_answers::RemarkCounts;
use crate::remark_lines::PARAGRAPH_END;
use crate::remark_state::{ProposedChange, RemarkKind, RemarkState};
use crate::remark_told::{Told, in_words};

/// A remark, read from the fields of its row by their roles.
#[derive(Debug, Clone)]
pub(crate) struct Remark<'a> {
    pub(crate) row: &'a Row,
    pub(crate) by: &'a str,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) kind: RemarkKind,
    pub(crate) state: RemarkState,
    /// The words of the remark, as Markdown.
    pub(crate) words: &'a str,
    pub(crate) quoted: &'a str,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
    pub(crate) new_words: &'a str,
    /// The row that the remark stands beside; none if it stands in a section or has no place.
    pub(crate) at_row: Option<RowId>,
    /// The field of that row; empty if the remark stands beside the whole row.
    pub(crate) at_field: &'a str,
    /// `form/section`; empty if the remark stands beside a row or has no place.
    pub(crate) at_section: &'a str,
    pub(crate) page: Option<u32>,
    /// The answer, as Markdown.
    pub(crate) answer: &'a str,
    pub(crate) answered_by: &'a str,
    pub(crate) answered: Option<NaiveDate>,
    pub(crate) reply_to: Option<&'a RowId>,
    pub(crate) file: Option<&'a RowId>,
    /// What its file keeps of the remark when the reviewer changes its words; empty if the file keeps nothing.
    pub(crate) identity: &'a str,
    /// The keys under which the remark was read again after the first time, separated by spaces.
    pub(crate) seen: &'a str,
    /// The day on which the remark came back in other words.
    pub(crate) edited: Option<NaiveDate>,
    /// Other words that the remark has had, as Markdown.
    pub(crate) earlier: &'a str,
    /// The hashes of the words with which the answer was exported; empty if the file did not keep them.
    pub(crate) exported: &'a str,
    /// What is told of the remark besides its words.
    pub(crate) told: Vec<Told>,
}

/// Reads the answers of a row by role.
pub(crate) struct RowWords<'l, 'a> {
    pub(crate) library: &'l Library,
    pub(crate) row: &'a Row,
}

impl<'a> RowWords<'_, 'a> {
    fn value(&self, role: FieldRole) -> Option<&'a Value> {
        self.row.values.get(self.library.role(role).1)
    }

    /// The words, as they are stored.
    pub(crate) fn words(&self, role: FieldRole) -> &'a str {
        match self.value(role) {
            Some(Value::Line(words) | Value::Text(words)) => words,
            _ => "",
        }
    }

    /// The day.
    pub(crate) fn day(&self, role: FieldRole) -> Option<NaiveDate> {
        match self.value(role) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        }
    }

    /// The first row that the answer names.
    pub(crate) fn named(&self, role: FieldRole) -> Option<&'a RowId> {
        match self.value(role) {
            Some(Value::Refs(rows)) => rows.first(),
            _ => None,
        }
    }

    /// The number that the words say.
    pub(crate) fn number(&self, role: FieldRole) -> Option<u32> {
        self.words(role).parse().ok()
    }

    fn chosen(&self, role: FieldRole) -> Vec<&'a str> {
        self.row.chosen(self.library.role(role).1)
    }
}

/// Reads the remark of a row.
pub(crate) fn remark<'a>(library: &Library, row: &'a Row) -> Remark<'a> {
    let of = RowWords { library, row };
    Remark {
        row,
        by: of.words(FieldRole::RemarkBy),
        date: of.day(FieldRole::RemarkDate),
        kind: RemarkKind::of(&of.chosen(FieldRole::RemarkKind)),
        state: RemarkState::of(&of.chosen(FieldRole::RemarkState)),
        words: of.words(FieldRole::RemarkWords),
        quoted: of.words(FieldRole::RemarkQuoted),
        before: of.words(FieldRole::RemarkBefore),
        after: of.words(FieldRole::RemarkAfter),
        new_words: of.words(FieldRole::RemarkNewWords),
        at_row: RowId::new(of.words(FieldRole::RemarkRow)).ok(),
        at_field: of.words(FieldRole::RemarkField),
        at_section: of.words(FieldRole::RemarkSection),
        page: of.number(FieldRole::RemarkPage),
        answer: of.words(FieldRole::RemarkAnswer),
        answered_by: of.words(FieldRole::RemarkAnsweredBy),
        answered: of.day(FieldRole::RemarkAnswered),
        reply_to: of.named(FieldRole::RemarkReplyTo),
        file: of.named(FieldRole::RemarkFile),
        identity: of.words(FieldRole::RemarkIdentity),
        seen: of.words(FieldRole::RemarkSeen),
        edited: of.day(FieldRole::RemarkEdited),
        earlier: of.words(FieldRole::RemarkEarlier),
        exported: of.words(FieldRole::RemarkExported),
        told: Told::stored(of.words(FieldRole::RemarkTold)).collect(),
    }
}

/// All remarks of a project outside the trash, in the order in which they were read.
pub(crate) fn all_remarks<'a>(library: &'a Library, project: &'a Project) -> Vec<Remark<'a>> {
    let register = library.role(FieldRole::RemarkWords).0;
    project.rows_of(register).map(|row| remark(library, row)).collect()
}

/// The remarks that count as open. A reply to an open remark does not count.
pub(crate) fn open_remarks<'r, 'a>(remarks: &'r [Remark<'a>]) -> Vec<&'r Remark<'a>> {
    let states: HashMap<&RowId, RemarkState> =
        remarks.iter().map(|remark| (&remark.row.id, remark.state)).collect();
    let parent_open = |remark: &Remark<'_>| {
        remark.reply_to.and_then(|parent| states.get(parent)) == Some(&RemarkState::Open)
    };
    let counts = |r: &&Remark<'_>| r.state == RemarkState::Open && !parent_open(r);
    remarks.iter().filter(counts).collect()
}

/// Numbers of open remarks.
pub(crate) fn counts(library: &Library, project: &Project, remarks: &[Remark<'_>]) -> RemarkCounts {
    let open = open_remarks(remarks);
    let without_place = open.iter().filter(|remark| !remark.has_place(library, project)).count();
    RemarkCounts { open: open.len(), without_place }
}

impl Remark<'_> {
    /// The words of the remark, as plain text.
    pub(crate) fn words_in_plain(&self) -> String {
        Value::Text(self.words.to_owned()).plain_text().trim().to_owned()
    }

    /// The words that the remark would put in, each paragraph on a line.
    pub(crate) fn new_words_in_lines(&self) -> String {
        self.new_words.trim().replace(PARAGRAPH_END, "\n")
    }

    /// Other words that the remark has had, as plain text.
    pub(crate) fn earlier_in_plain(&self) -> String {
        Value::Text(self.earlier.to_owned()).plain_text().trim().to_owned()
    }

    /// The answer, as plain text.
    pub(crate) fn answer_in_plain(&self) -> String {
        Value::Text(self.answer.to_owned()).plain_text().trim().to_owned()
    }

    /// What is told of the remark besides its words, in words.
    pub(crate) fn told_in_words(&self, messages: &Messages) -> String {
        in_words(&self.told, messages)
    }

    /// Whether the remark proposes a change of words.
    pub(crate) fn proposes(&self) -> bool {
        if self.told.iter().any(|told| !told.is_of_words()) {
            return false;
        }
        match self.kind.change() {
            ProposedChange::None => false,
            ProposedChange::ComesIn => !self.new_words.trim().is_empty(),
            ProposedChange::Goes | ProposedChange::IsReplaced => !self.quoted.trim().is_empty(),
            ProposedChange::WholeAnswer => !self.at_field.is_empty(),
        }
    }

    /// The row that the remark stands beside, if it exists and is not in the trash.
    pub(crate) fn place<'p>(&self, project: &'p Project) -> Option<&'p Row> {
        project.row(self.at_row.as_ref()?).filter(|row| row.trashed.is_none())
    }

    /// Whether the remark has a place: an existing row, or a section of a form of the project.
    pub(crate) fn has_place(&self, library: &Library, project: &Project) -> bool {
        self.place(project).is_some() || self.section(library, project).is_some()
    }

    /// The form and the section of a remark that stands beside no row.
    pub(crate) fn section<'l>(
        &self,
        library: &'l Library,
        project: &Project,
    ) -> Option<(&'l str, &'l vurder_model::template::Section)> {
        let (form, section) = self.at_section.split_once('/')?;
        let choice = project.head.forms.iter().find(|choice| choice.template == form)?;
        let template = library.template(choice)?;
        let section = template.sections.iter().find(|known| known.id == section)?;
        Some((template.id.as_str(), section))
    }
}
