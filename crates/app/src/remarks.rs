//! Reads the remarks of reviewers from the rows of a project.

use std::collections::HashMap;

use chrono::NaiveDate;
use vurder_content::{Message, msg};
use vurder_model::aligned::changed_words;
use vurder_model::drift::ChangedWords;
use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};
use vurder_model::richtext::{NotReworded, RichText, WordsPlace, without_source_numbers};
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};

use crate::library::Library;
use crate::remark_answers::RemarkCounts;
use crate::remark_lines::{LONGEST_LINE, PARAGRAPH_END};
use crate::remark_state::{ProposedChange, RemarkKind, RemarkState};

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

    /// Whether the remark proposes a change of words.
    pub(crate) fn proposes(&self) -> bool {
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

    /// The answer with the proposed change, and its field.
    ///
    /// # Errors
    /// Why the change cannot be made.
    pub(crate) fn reworded(&self, project: &Project) -> Result<Reworded, NotAccepted> {
        if !self.proposes() {
            return Err(NotAccepted::ProposesNothing);
        }
        let row = self.place(project).ok_or(NotAccepted::WithoutPlace)?;
        let change = self.kind.change();
        if change == ProposedChange::WholeAnswer {
            return self.written_over(row);
        }
        if self.is_cut() {
            return Err(NotAccepted::Cut);
        }
        // A replacement that names the words that come in is whole, whatever is written beside it.
        let names_none = change == ProposedChange::IsReplaced && self.new_words.trim().is_empty();
        let takes_away = change == ProposedChange::Goes || names_none;
        if takes_away && !self.words_in_plain().is_empty() {
            // "five" beside "ten" struck out: to delete "ten" is half of what the reviewer wants.
            return Err(NotAccepted::OwnWords);
        }
        let quoted = if change == ProposedChange::ComesIn { "" } else { self.quoted };
        let place = WordsPlace { quoted, before: self.before, after: self.after };
        let new = if change == ProposedChange::Goes { "" } else { self.new_words };
        if self.at_field.is_empty() {
            // If the remark stands beside a whole row, its words tell which answer of the row is meant.
            let fits = row.values.iter().filter_map(|(field, value)| {
                let after = reword(value, &place, new).ok()?;
                Some(Reworded { field: field.clone(), before: value.clone(), after })
            });
            let mut fits: Vec<Reworded> = fits.collect();
            return match fits.len() {
                0 => Err(NotAccepted::Words(NotReworded::Nowhere)),
                1 => Ok(fits.remove(0)),
                _ => Err(NotAccepted::Words(NotReworded::Twice)),
            };
        }
        let empty = Value::Text(String::new());
        let value = row.values.get(self.at_field).unwrap_or(&empty);
        let after = reword(value, &place, new)?;
        Ok(Reworded { field: self.at_field.to_owned(), before: value.clone(), after })
    }

    /// Whether words of the change are longer than what was stored of it. A character may have four bytes.
    fn is_cut(&self) -> bool {
        [self.quoted, self.new_words].iter().any(|words| words.len() + 4 > LONGEST_LINE)
    }

    /// How the words in the file differ from the answer as it stands now. `None` for remarks of another kind, and
    /// where the answer holds no text that somebody wrote.
    pub(crate) fn difference(&self, project: &Project) -> Option<Vec<ChangedWords>> {
        if self.kind.change() != ProposedChange::WholeAnswer {
            return None;
        }
        match self.place(project)?.values.get(self.at_field)? {
            value @ (Value::Text(_) | Value::Line(_)) => {
                let words = without_source_numbers(&self.words_in_plain());
                Some(changed_words(&value.plain_text(), &words))
            }
            _ => None,
        }
    }

    /// The answer with the words that stand in the file.
    fn written_over(&self, row: &Row) -> Result<Reworded, NotAccepted> {
        let words = self.words_in_plain();
        if words.chars().count() >= vurder_remarks::limits::WORDS {
            // The reader cut them. The rest of the answer would go.
            return Err(NotAccepted::Cut);
        }
        let empty = Value::Text(String::new());
        let before = row.values.get(self.at_field).unwrap_or(&empty).clone();
        let after = match &before {
            Value::Text(text) => {
                let text = RichText::from_markdown(text).rewrite(&words);
                Value::Text(text.map_err(|_| NotAccepted::Lines)?.to_markdown())
            }
            Value::Line(_) => Value::Line(words.split_whitespace().collect::<Vec<_>>().join(" ")),
            _ => return Err(NotAccepted::NoText),
        };
        if after == before {
            return Err(NotAccepted::Same);
        }
        Ok(Reworded { field: self.at_field.to_owned(), before, after })
    }
}

/// An answer before and after a proposed change.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reworded {
    pub(crate) field: String,
    pub(crate) before: Value,
    pub(crate) after: Value,
}

/// Why a proposed change cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotAccepted {
    /// The remark proposes no change of words.
    #[error("the remark proposes no words")]
    ProposesNothing,
    /// The remark stands at no answer.
    #[error("the remark stands at no answer")]
    WithoutPlace,
    /// The answer holds no text that somebody wrote.
    #[error("the answer is no text")]
    NoText,
    /// The answer reads as the remark would have it.
    #[error("the answer has these words already")]
    Same,
    /// The file has other lines than the answer: paragraphs, items or cells were added, removed, split or joined.
    #[error("the remark has other lines than the answer")]
    Lines,
    /// The words are longer than what is read of a file.
    #[error("the words of the remark were cut")]
    Cut,
    /// The reviewer takes words away and wrote others beside them.
    #[error("the reviewer wrote words of their own beside the change")]
    OwnWords,
    /// The words are not in the answer, or are there more than once.
    #[error(transparent)]
    Words(#[from] NotReworded),
}

/// The reason why a proposed change cannot be made, in words.
pub(crate) fn hindrance(why: NotAccepted) -> Message {
    match why {
        NotAccepted::ProposesNothing => msg::error_remark_proposes_nothing(),
        NotAccepted::WithoutPlace => msg::error_remark_without_place(),
        NotAccepted::NoText => msg::error_remark_no_text(),
        NotAccepted::Same => msg::error_remark_same_words(),
        NotAccepted::Lines => msg::error_remark_other_lines(),
        NotAccepted::Cut => msg::error_remark_words_cut(),
        NotAccepted::OwnWords => msg::error_remark_own_words(),
        NotAccepted::Words(NotReworded::Nowhere) => msg::error_remark_words_gone(),
        NotAccepted::Words(NotReworded::Twice) => msg::error_remark_words_twice(),
        NotAccepted::Words(NotReworded::Across) => msg::error_remark_words_across(),
    }
}

/// The answer with other words.
fn reword(value: &Value, place: &WordsPlace<'_>, new: &str) -> Result<Value, NotAccepted> {
    let markdown = |words: &str| -> Result<String, NotReworded> {
        Ok(RichText::from_markdown(words).reword(place, new)?.to_markdown())
    };
    let plain = |words: &str| -> Result<String, NotReworded> {
        Ok(RichText::from_plain(words).reword(place, new)?.plain_text().replace('\n', " "))
    };
    match value {
        Value::Line(_) | Value::Choice(_) if new.contains(PARAGRAPH_END) => {
            Err(NotAccepted::Words(NotReworded::Across))
        }
        Value::Text(words) => Ok(Value::Text(markdown(words)?)),
        Value::YesNo { answer, reason } => {
            Ok(Value::YesNo { answer: *answer, reason: markdown(reason)? })
        }
        Value::Line(words) => Ok(Value::Line(plain(words)?)),
        Value::Choice(chosen) if !chosen.note.is_empty() => {
            let note = plain(&chosen.note)?;
            Ok(Value::Choice(Chosen { option: chosen.option.clone(), note }))
        }
        _ => Err(NotAccepted::NoText),
    }
}
