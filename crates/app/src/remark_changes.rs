//! The change of words that a remark proposes, made in the answer as it stands now.

use vurder_content::{Message, msg};
use vurder_model::aligned::changed_words;
use vurder_model::drift::ChangedWords;
use vurder_model::field::FieldKind;
use vurder_model::project::{Project, Row};
use vurder_model::report_address::is_as_exported;
use vurder_model::richtext::{NotReworded, RichText, WordsPlace};
use vurder_model::value::{Chosen, Value};
use vurder_remarks::reads_the_same;

use crate::facts::Facts;
use crate::remark_lines::{LONGEST_LINE, PARAGRAPH_END};
use crate::remark_state::ProposedChange;
use crate::remarks::Remark;

impl Remark<'_> {
    /// The answer with the proposed change, and its field.
    ///
    /// # Errors
    /// Why the change cannot be made.
    pub(crate) fn reworded(&self, facts: &Facts) -> Result<Reworded, NotAccepted> {
        if !self.proposes() {
            return Err(NotAccepted::ProposesNothing);
        }
        let row = self.place(&facts.project).ok_or(NotAccepted::WithoutPlace)?;
        let change = self.kind.change();
        if change == ProposedChange::WholeAnswer {
            return self.written_over(facts, row);
        }
        if self.is_cut() {
            return Err(NotAccepted::Cut);
        }
        // A replacement that names the words that come in is whole, whatever is written beside it.
        let names_none = change == ProposedChange::IsReplaced && self.new_words.trim().is_empty();
        let takes_away = change == ProposedChange::Goes || names_none;
        let words = self.words_in_plain();
        // Some programs copy the struck words into the note. The changes of a Word document have no words of their own.
        let has_own = self.page.is_some() && !reads_the_same(&words, self.quoted);
        if takes_away && has_own && !words.is_empty() {
            // "five" beside "ten" struck out: to delete "ten" is half of what the reviewer wants.
            return Err(NotAccepted::OwnWords);
        }
        let quoted = if change == ProposedChange::ComesIn { "" } else { self.quoted };
        // A Word document has no pages, and its tracked changes are exact to the letter.
        let exact = self.page.is_none();
        let place = WordsPlace { quoted, before: self.before, after: self.after, exact };
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
        let before = self.text_of(facts, row)?;
        let after = reword(&before, &place, new)?;
        Ok(Reworded { field: self.at_field.to_owned(), before, after })
    }

    /// The answer at the field of the remark; an empty one if nobody has answered yet.
    fn text_of(&self, facts: &Facts, row: &Row) -> Result<Value, NotAccepted> {
        if let Some(value) = row.values.get(self.at_field) {
            return Ok(value.clone());
        }
        match facts.registers.field(&row.register, self.at_field).map(|field| field.kind) {
            Some(FieldKind::Text) => Ok(Value::Text(String::new())),
            Some(FieldKind::Line) => Ok(Value::Line(String::new())),
            _ => Err(NotAccepted::NoText),
        }
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
        let words = self.words_in_plain();
        let value = self.place(project)?.values.get(self.at_field)?;
        let words = match value {
            Value::Text(text) => RichText::from_markdown(text).without_numbers_of_citations(&words),
            Value::Line(_) => words,
            _ => return None,
        };
        Some(changed_words(&value.plain_text(), &words))
    }

    /// The answer with the words that stand in the file.
    fn written_over(&self, facts: &Facts, row: &Row) -> Result<Reworded, NotAccepted> {
        let words = self.words_in_plain();
        if words.chars().count() >= vurder_remarks::limits::WORDS {
            // The reader cut them. The rest of the answer would go.
            return Err(NotAccepted::Cut);
        }
        let before = self.text_of(facts, row)?;
        let after = match &before {
            Value::Text(text) => {
                let text = RichText::from_markdown(text).rewrite(&words);
                text.map(|text| Value::Text(text.to_markdown())).map_err(|_| NotAccepted::Lines)
            }
            Value::Line(_) => {
                Ok(Value::Line(words.split_whitespace().collect::<Vec<_>>().join(" ")))
            }
            _ => return Err(NotAccepted::NoText),
        };
        if after.as_ref() == Ok(&before) {
            return Err(NotAccepted::Same);
        }
        if self.has_changed_since(&before) {
            return Err(NotAccepted::ChangedSince);
        }
        Ok(Reworded { field: self.at_field.to_owned(), before, after: after? })
    }

    /// Whether it is known that the answer was changed after the file was exported. Then the words of the file would
    /// undo that change.
    fn has_changed_since(&self, now: &Value) -> bool {
        let cites = !now.citations().is_empty();
        !self.exported.is_empty()
            && is_as_exported(self.exported, &now.plain_text(), cites) == Some(false)
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
    /// Somebody changed the answer after the file was exported, and the words of the file would undo that.
    #[error("the answer was changed after the file was exported")]
    ChangedSince,
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
        NotAccepted::ChangedSince => msg::error_remark_changed_since(),
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
