//! Content controls (structured document tags). They say which words belong to which answer.

use std::ops::Range;

use vurder_model::report_address::{AnswerAddress, with_hash};

use super::story::Story;
use super::xml::is_allowed;

/// Whether a control was opened. An answer whose tag would be too long has none.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub(super) struct Opened(bool);

/// An open control.
#[derive(Debug)]
pub(super) struct OpenControl {
    tag: String,
    /// The place of the tag in the part. The hash in the tag is known when the control is closed.
    place: Range<usize>,
    /// Whether it holds a prompt.
    missing: bool,
    /// The words that were written into it, without those that are marked as deleted.
    words: String,
}

impl Story<'_> {
    /// Opens the control of an answer, around paragraphs or within one. `missing` says that it has a prompt, which
    /// disappears when somebody types.
    pub(super) fn open_control(&mut self, address: &AnswerAddress, missing: bool) -> Opened {
        let Some(tag) = self.names.tag(address) else { return Opened(false) };
        let id = self.names.id();
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.value("w:tag", &tag);
        let end = self.xml.end_of_value();
        let place = end - tag.len()..end;
        self.tags.push(tag.clone());
        self.controls.push(OpenControl { tag, place, missing, words: String::new() });
        self.xml.value("w:id", &id);
        if missing {
            self.xml.empty("w:showingPlcHdr", &[]);
        }
        self.xml.close();
        self.xml.open("w:sdtContent", &[]);
        Opened(true)
    }

    /// Notes words that are written into the open controls, or outside of all. The words of fields do not count, since
    /// programs write them anew.
    pub(super) fn note_words(&mut self, words: &str) {
        if self.controls.is_empty() && self.fields == 0 {
            self.outside.extend(words.chars().filter(|c| is_allowed(*c)));
        }
        for control in self.controls.iter_mut().filter(|control| !control.missing) {
            control.words.extend(words.chars().filter(|c| is_allowed(*c)));
        }
    }

    /// Closes the control that [`open_control`](Self::open_control) opened.
    pub(super) fn close_control(&mut self, opened: Opened) {
        if !opened.0 {
            return;
        }
        self.xml.close();
        self.xml.close();
        if let Some(control) = self.controls.pop() {
            self.xml.replace(control.place, &with_hash(&control.tag, &control.words));
        }
    }
}
