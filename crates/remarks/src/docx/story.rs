//! Reads the text of a story (body, footnotes or endnotes) with its tracked changes, and the places of comments and
//! controls.

use std::collections::HashMap;

use vurder_model::report_address::{AnswerAddress, has_exported_words, split_tag};

use super::xml::{Attributes, Fault, Met, Vocabulary, walk};
use crate::limits::{REMARKS, WORDS};

/// Characters of a name or a day. What is longer is none, and is cut.
const LONGEST_NAME: usize = 1000;

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// Whether words are inserted; if not, words are deleted.
    pub(super) inserts: bool,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    /// Its words; a paragraph's end that came in or goes is a line end.
    pub(super) words: String,
    /// The byte at which it begins in the text before the changes; `end` is where it ends.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) place: Option<String>,
}

/// Where a comment stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Anchor {
    /// The byte at which it begins in the text before the changes; `end` is where it ends.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The same two places in the text with all changes made.
    pub(super) start_now: usize,
    pub(super) end_now: usize,
    pub(super) place: Option<String>,
}

/// A content control whose words somebody changed without tracking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Untracked {
    /// Its tag.
    pub(super) place: String,
    /// The byte at which it begins in the text before the changes.
    pub(super) start: usize,
    /// Its words, before the changes that are tracked; some more than are read of a remark.
    pub(super) words: String,
    /// The hashes of the words that the export wrote.
    pub(super) exported: String,
}

/// The place at which the text refers to a footnote or an endnote, by the kind and the number of the note.
pub(super) type NotePlaces = HashMap<(&'static str, String), Option<String>>;

/// A story that was read.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The text before the tracked changes.
    pub(super) was: String,
    /// The text with all tracked changes made.
    pub(super) now: String,
    pub(super) changes: Vec<Change>,
    /// The places of comments, by the number of the comment.
    pub(super) anchors: HashMap<String, Anchor>,
    /// The content controls whose words are others than the export wrote, with no change tracked.
    pub(super) untracked: Vec<Untracked>,
    /// The places at which this story refers to notes.
    pub(super) notes: NotePlaces,
    /// The tags of its content controls that hold answers.
    pub(super) answers: Vec<String>,
    /// Whether it is the text of a Word document.
    pub(super) is_document: bool,
}

impl Story {
    /// How many remarks are in it besides comments; changes that are one count twice.
    pub(super) fn remarks(&self) -> usize {
        self.changes.len() + self.untracked.len()
    }
}

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
        Met::Start(vocabulary, name, attributes) => reader.start(vocabulary, &name, &attributes),
        Met::End(vocabulary, name) => reader.end(vocabulary, &name),
        Met::Text(text) if reader.in_text => reader.text(&text),
        Met::Text(_) => {}
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

/// A change that is open.
struct OpenChange {
    inserts: bool,
    author: Option<String>,
    date: Option<String>,
    /// Whether the export itself marked it.
    own: bool,
}

#[derive(Default)]
struct Reader<'a> {
    story: Story,
    note: Option<(&'static str, &'a NotePlaces)>,
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
        if vocabulary != Vocabulary::Word || self.is_full() {
            return;
        }
        let id = || attributes.get("id").unwrap_or_default().to_owned();
        match name {
            "document" => self.story.is_document = true,
            "rPr" => self.in_run_properties += 1,
            "pPr" => self.in_paragraph_properties += 1,
            "p" => self.paragraphs.push(Paragraph::default()),
            "ins" | "moveTo" | "del" | "moveFrom" => {
                let inserts = matches!(name, "ins" | "moveTo");
                let text = |key| {
                    let text: String = attributes.get(key)?.chars().take(LONGEST_NAME).collect();
                    Some(text).filter(|text| !text.is_empty())
                };
                let author = text("author");
                let own = !self.own.is_empty() && author.as_deref() == Some(self.own);
                let date = text("date");
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
        }
        if !deleted {
            self.story.now.push_str(text);
        }
        let Some(change) = self.open.iter().rfind(|change| !change.own) else { return };
        let change = Change {
            inserts: change.inserts,
            author: change.author.clone(),
            date: change.date.clone(),
            words: text.to_owned(),
            start,
            end: self.story.was.len(),
            place: self.place(),
        };
        self.add(change);
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
        self.add(Change { inserts, author, date, words, start, end, place });
    }

    fn add(&mut self, change: Change) {
        let Story { was, changes, .. } = &mut self.story;
        match changes.last_mut() {
            Some(last) if goes_on(last, &change, was) => {
                if was.get(last.end..change.start).is_some_and(|between| !between.is_empty()) {
                    last.words.push('\n');
                }
                last.words.push_str(&change.words);
                last.end = change.end;
            }
            _ => changes.push(change),
        }
    }
}

/// Whether a change continues the one before: programs write one change for each run of letters and each paragraph.
fn goes_on(last: &Change, next: &Change, was: &str) -> bool {
    let between = was.get(last.end..next.start).unwrap_or("-");
    let minute =
        |date: &Option<String>| date.as_ref().and_then(|date| date.get(..16)).map(str::to_owned);
    last.inserts == next.inserts
        && last.author == next.author
        && last.place == next.place
        && minute(&last.date) == minute(&next.date)
        // What came in at the end of one paragraph and at the beginning of the next is two changes.
        && between.chars().all(|c| c == '\n' && !next.inserts)
}
