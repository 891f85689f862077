//! Reads a story element by element.

use vurder_model::report_address::{AnswerAddress, has_exported_words, split_tag};

use super::change::{self, Change};
use super::marks;
use super::story::{Anchor, NotePlaces, Story, Untracked};
use super::xml::{Attributes, Fault, Vocabulary, XmlEvent, walk};
use crate::limits::{REMARKS, WORDS};
use crate::problem::MarkKind;
use crate::remark::ChangedPart;

/// Characters of a name or a day. What is longer is none, and is cut.
const LONGEST_NAME: usize = 1000;

/// Reads a story. `note` is what its notes are called, and the places at which they are referred to. `own` is the
/// author of the changes that the export itself marked; empty where it marked none. `room` is how many remarks there
/// may be.
pub(super) fn read(
    content: &str,
    note: Option<(&'static str, &NotePlaces)>,
    own: &str,
    room: usize,
) -> Result<Story, Fault> {
    let mut reader = Reader { note, own, room, ..Reader::default() };
    walk(content, |met| match met {
        XmlEvent::Start(vocabulary, name, attributes) => {
            reader.start(vocabulary, &name, &attributes)
        }
        XmlEvent::End(vocabulary, name) => reader.end(vocabulary, &name),
        XmlEvent::Text(text) if reader.in_text => reader.text(&text),
        XmlEvent::Text(_) => {}
    })?;
    if reader.is_full() { Err(Fault::TooMany) } else { Ok(reader.story) }
}

/// A content control whose element is open.
struct Control {
    tag: Option<String>,
    /// The hashes of the words that the export wrote.
    hashes: Option<String>,
    start: usize,
    /// Whether it holds a prompt, not an answer.
    prompt: bool,
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    /// Whether its end was not there before.
    inserted: bool,
    /// Whether its end goes.
    deleted: bool,
    /// Who changed its end: whether it came in, by whom, and when.
    mark: Option<(bool, Option<String>, Option<String>)>,
    /// The last answer in it.
    control: Option<String>,
}

/// A row of a table that is open.
#[derive(Default)]
struct Row {
    number: usize,
    /// Whether it came in, or goes; by whom, and when.
    mark: Option<(bool, Option<String>, Option<String>)>,
    start: usize,
    place: Option<String>,
}

/// A change that is open.
struct OpenChange {
    inserts: bool,
    author: Option<String>,
    date: Option<String>,
    /// Whether the export itself marked it.
    own: bool,
}

/// The state between two elements of a story.
#[derive(Default)]
struct Reader<'a> {
    story: Story,
    /// What the notes of the story are called, and the places at which they are referred to.
    note: Option<(&'static str, &'a NotePlaces)>,
    /// The author of the changes that the export itself marked; empty where it marked none.
    own: &'a str,
    controls: Vec<Control>,
    /// The last bookmark that was passed; within a note, the place at which the body refers to the note.
    bookmark: Option<String>,
    open: Vec<OpenChange>,
    in_text: bool,
    /// The number of open elements, one within the other, that are skipped.
    skipped: usize,
    in_run_properties: usize,
    in_paragraph_properties: usize,
    /// The paragraphs that are open: a text box stands within one.
    paragraphs: Vec<Paragraph>,
    /// The rows of tables that are open: a table stands within a cell of another.
    rows: Vec<Row>,
    /// The number of rows that were met.
    rows_met: usize,
    in_row_properties: usize,
    /// The number of fields that are open, one within the other. Programs write the words of fields anew.
    fields: usize,
    /// The number of paragraphs that were met.
    paragraphs_met: usize,
    /// The greatest number of remarks.
    room: usize,
}

impl Reader<'_> {
    fn place(&self) -> Option<String> {
        let control = self.controls.iter().rev().find_map(|control| control.tag.clone());
        control.or_else(|| self.bookmark.clone())
    }

    /// Whether more was met than is read. Nothing more is kept then.
    fn is_full(&self) -> bool {
        let Story { anchors, notes, answers, .. } = &self.story;
        let most = anchors.len().max(notes.len()).max(answers.len());
        self.story.remarks() > self.room || most > REMARKS
    }

    fn start(&mut self, vocabulary: Vocabulary, name: &str, attributes: &Attributes) {
        if self.skipped > 0 || (vocabulary == Vocabulary::Compatibility && name == "Fallback") {
            self.skipped += 1;
            return;
        }
        if vocabulary == Vocabulary::Other && name == "oMath" {
            self.mark(MarkKind::Equation);
        }
        if vocabulary != Vocabulary::Word || self.is_full() {
            return;
        }
        if name.ends_with("PrChange") || name == "numberingChange" {
            if self.own.is_empty() || attributes.get("author") != Some(self.own) {
                self.mark(MarkKind::Formatting);
            }
            // What is in it is how the words looked before.
            self.skipped = 1;
            return;
        }
        let id = || attributes.get("id").unwrap_or_default().to_owned();
        match name {
            "document" => self.story.is_document = true,
            "rPr" => self.in_run_properties += 1,
            "pPr" => self.in_paragraph_properties += 1,
            "p" => {
                self.paragraphs_met += 1;
                self.paragraphs.push(Paragraph::default());
            }
            "highlight"
                if self.in_paragraph_properties == 0
                    && attributes.get("val").is_some_and(|color| color != "none") =>
            {
                self.mark(MarkKind::Highlighting);
            }
            "drawing" | "pict" | "object" if self.open.iter().any(|change| !change.own) => {
                self.mark(MarkKind::Picture);
            }
            "sym" => {
                if let Some(symbol) = marks::symbol(attributes) {
                    self.text(symbol.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match attributes.get("fldCharType") {
                Some("begin") => self.fields += 1,
                Some("end") => self.fields = self.fields.saturating_sub(1),
                _ => {}
            },
            "tr" => {
                self.rows_met += 1;
                let (number, start) = (self.rows_met, self.story.was.len());
                self.rows.push(Row { number, start, place: self.place(), mark: None });
            }
            "trPr" => self.in_row_properties += 1,
            "ins" | "moveTo" | "del" | "moveFrom" => {
                let inserts = matches!(name, "ins" | "moveTo");
                let text = |key| {
                    let text: String = attributes.get(key)?.chars().take(LONGEST_NAME).collect();
                    Some(text).filter(|text| !text.is_empty())
                };
                let author = text("author");
                let own = !self.own.is_empty() && author.as_deref() == Some(self.own);
                let date = text("date");
                if self.in_row_properties > 0
                    && let Some(row) = self.rows.last_mut().filter(|_| !own)
                {
                    row.mark = Some((inserts, author.clone(), date.clone()));
                }
                if self.in_run_properties > 0
                    && self.in_paragraph_properties > 0
                    && let Some(paragraph) = self.paragraphs.last_mut()
                {
                    // The paragraph's end itself came in or goes. One that the export marked as deleted is not there.
                    paragraph.inserted |= inserts != own;
                    paragraph.deleted |= !inserts;
                    if !own {
                        paragraph.mark = Some((inserts, author.clone(), date.clone()));
                    }
                }
                self.open.push(OpenChange { inserts, author, date, own });
            }
            "t" | "delText" => self.in_text = true,
            "br" | "cr" => self.text("\n"),
            "tab" if self.in_paragraph_properties == 0 => self.text(" "),
            "noBreakHyphen" => self.text("-"),
            "sdt" => {
                let start = self.story.was.len();
                self.controls.push(Control { tag: None, hashes: None, start, prompt: false });
            }
            "tag" => {
                let tag =
                    attributes.get("val").filter(|tag| AnswerAddress::from_tag(tag).is_some());
                let split = tag.and_then(split_tag);
                if let (Some(control), Some((tag, hashes))) = (self.controls.last_mut(), split) {
                    control.tag = Some(tag.to_owned());
                    control.hashes = hashes.map(str::to_owned);
                }
            }
            "showingPlcHdr" => {
                if let Some(control) = self.controls.last_mut() {
                    control.prompt = attributes.is_on();
                }
            }
            "bookmarkStart" => {
                let named = attributes.get("name").filter(|name| !name.starts_with('_'));
                if let Some(name) = named.filter(|name| !name.starts_with("heading_")) {
                    self.bookmark = Some(name.to_owned());
                }
            }
            "commentRangeStart" => {
                let anchor = self.anchor();
                self.story.anchors.insert(id(), anchor);
            }
            "commentRangeEnd" => {
                let here = self.anchor();
                let anchor = self.story.anchors.entry(id()).or_insert_with(|| here.clone());
                (anchor.end, anchor.end_now) = (here.end, here.end_now);
            }
            "commentReference" => {
                let here = self.anchor();
                self.story.anchors.entry(id()).or_insert(here);
            }
            "footnoteReference" | "endnoteReference" => {
                let kind = if name == "footnoteReference" { "footnote" } else { "endnote" };
                let place = self.place();
                self.story.notes.insert((kind, id()), place);
            }
            "footnote" | "endnote" => {
                if let Some((kind, places)) = self.note {
                    self.bookmark = places.get(&(kind, id())).cloned().flatten();
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, vocabulary: Vocabulary, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if vocabulary != Vocabulary::Word || self.is_full() {
            return;
        }
        match name {
            "rPr" => self.in_run_properties = self.in_run_properties.saturating_sub(1),
            "pPr" => self.in_paragraph_properties = self.in_paragraph_properties.saturating_sub(1),
            "ins" | "moveTo" | "del" | "moveFrom" => {
                self.open.pop();
            }
            "t" | "delText" => self.in_text = false,
            "trPr" => self.in_row_properties = self.in_row_properties.saturating_sub(1),
            "tr" => self.end_of_row(),
            "p" => {
                let paragraph = self.paragraphs.pop().unwrap_or_default();
                self.end_of(paragraph);
            }
            "sdt" => {
                let Some(control) = self.controls.pop() else { return };
                let Control { tag: Some(tag), hashes, start, prompt } = control else {
                    return;
                };
                self.story.answers.push(tag.clone());
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.control = Some(tag.clone());
                }
                let was = self.story.was.get(start..).unwrap_or_default().trim();
                let was = if prompt { "" } else { was };
                if let Some(exported) = hashes.filter(|hashes| !has_exported_words(hashes, was)) {
                    // One more than is read of a remark, so that it is known to be cut.
                    let words = was.chars().take(WORDS + 1).collect();
                    self.story.untracked.push(Untracked { place: tag, start, words, exported });
                }
            }
            _ => {}
        }
    }

    /// Notes a mark that is no words.
    fn mark(&mut self, kind: MarkKind) {
        self.story.marks.add(kind, self.paragraphs_met, self.story.was.len());
    }

    /// What is changed at this place, if it is not the words of an answer, and the row that comes in or goes.
    fn part(&self) -> (Option<ChangedPart>, Option<usize>) {
        if self.note.is_some() {
            return (Some(ChangedPart::Note), None);
        }
        let row = self.rows.iter().find_map(|row| Some((row.mark.as_ref()?.0, row.number)));
        let part = row.map(|(inserts, _)| match inserts {
            true => ChangedPart::RowAdded,
            false => ChangedPart::RowRemoved,
        });
        (part, row.map(|(_, number)| number))
    }

    /// Tells a row that came in or goes, if no change within it does.
    fn end_of_row(&mut self) {
        let (part, number) = self.part();
        let Some(Row { number: own, mark, start, place }) = self.rows.pop() else { return };
        let Some((inserts, author, date)) = mark.filter(|_| number == Some(own)) else { return };
        if self.story.changes.last().is_some_and(|last| last.row == number) {
            return;
        }
        let end = self.story.was.len();
        let words = self.story.was.get(start..end).unwrap_or_default().replace('\n', " ");
        let start = if inserts { end } else { start };
        let change = Change { inserts, author, date, words, start, end, place, part, row: number };
        self.story.changes.push(change);
    }

    fn anchor(&self) -> Anchor {
        let (start, start_now) = (self.story.was.len(), self.story.now.len());
        Anchor { start, end: start, start_now, end_now: start_now, place: self.place() }
    }

    fn text(&mut self, text: &str) {
        if self.open.iter().any(|change| change.own && !change.inserts) {
            return;
        }
        let inserted = self.open.iter().any(|change| change.inserts && !change.own);
        let deleted = self.open.iter().any(|change| !change.inserts);
        let start = self.story.was.len();
        if !inserted {
            self.story.was.push_str(text);
            let in_answer = self.controls.iter().any(|control| control.tag.is_some());
            if self.story.is_document && self.fields == 0 && !in_answer {
                self.story.outside.push_str(text);
            }
        }
        if !deleted {
            self.story.now.push_str(text);
        }
        let (part, row) = self.part();
        let Some(change) = self.open.iter().rfind(|change| !change.own) else { return };
        let change = Change {
            inserts: change.inserts,
            author: change.author.clone(),
            date: change.date.clone(),
            words: text.to_owned(),
            start,
            end: self.story.was.len(),
            place: self.place(),
            part,
            row,
        };
        change::add(&mut self.story.changes, change, &self.story.was);
    }

    /// A paragraph's end is a character like any other: one that somebody put in divides a paragraph, one that somebody
    /// deleted joins two.
    fn end_of(&mut self, paragraph: Paragraph) {
        let start = self.story.was.len();
        if !paragraph.inserted {
            self.story.was.push('\n');
        }
        if !paragraph.deleted {
            self.story.now.push('\n');
        }
        let Some((inserts, author, date)) = paragraph.mark else { return };
        let within = self.controls.iter().rev().find_map(|control| control.tag.clone());
        let place = within.or(paragraph.control).or_else(|| self.bookmark.clone());
        let (words, end) = ("\n".to_owned(), self.story.was.len());
        let (part, row) = self.part();
        let change = Change { inserts, author, date, words, start, end, place, part, row };
        change::add(&mut self.story.changes, change, &self.story.was);
    }
}
