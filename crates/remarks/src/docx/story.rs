//! Reads the text of a story (body, footnotes or endnotes) with its tracked changes, and the places of comments and
//! controls.

use std::collections::HashMap;

use vurder_model::report_address::{AnswerAddress, hash_of_words, split_tag};

use super::xml::{Attributes, Fault, Met, Vocabulary, walk};

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// Whether words are inserted; if not, words are deleted.
    pub(super) inserts: bool,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
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
    /// Its words before the tracked changes.
    pub(super) words: String,
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
    /// The tag of each content control, and its words with all tracked changes made.
    pub(super) controls: Vec<(String, String)>,
    /// The content controls whose words, before the tracked changes, differ from the words that the export wrote.
    pub(super) untracked: Vec<Untracked>,
    /// The places at which this story refers to notes.
    pub(super) notes: NotePlaces,
}

/// Reads a story. For a story of notes, `note` is the name of the element of a note, and the places at which the body
/// refers to the notes. `own` is the author of the changes that the export itself marked; empty if it marked no
/// changes.
pub(super) fn read(
    content: &str,
    note: Option<(&'static str, &NotePlaces)>,
    own: &str,
) -> Result<Story, Fault> {
    let mut reader = Reader { note, own, ..Reader::default() };
    walk(content, |met| match met {
        Met::Start(vocabulary, name, attributes) => reader.start(vocabulary, &name, &attributes),
        Met::End(vocabulary, name) => reader.end(vocabulary, &name),
        Met::Text(text) if reader.in_text => reader.text(&text),
        Met::Text(_) => {}
    })?;
    Ok(reader.story)
}

/// A content control whose element is open.
struct Control {
    tag: Option<String>,
    /// The hash of the words that the export wrote.
    hash: Option<String>,
    start: usize,
    start_now: usize,
    /// Whether it holds a prompt instead of an answer.
    prompt: bool,
}

/// A tracked change whose element is open.
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
    mark_inserted: bool,
    mark_deleted: bool,
}

impl Reader<'_> {
    fn place(&self) -> Option<String> {
        let control = self.controls.iter().rev().find_map(|control| control.tag.clone());
        control.or_else(|| self.bookmark.clone())
    }

    fn start(&mut self, vocabulary: Vocabulary, name: &str, attributes: &Attributes) {
        if self.skipped > 0 || (vocabulary == Vocabulary::Compatibility && name == "Fallback") {
            self.skipped += 1;
            return;
        }
        if vocabulary != Vocabulary::Word {
            return;
        }
        let id = || attributes.get("id").unwrap_or_default().to_owned();
        match name {
            "rPr" => self.in_run_properties += 1,
            "pPr" => self.in_paragraph_properties += 1,
            "p" => (self.mark_inserted, self.mark_deleted) = (false, false),
            "ins" | "moveTo" | "del" | "moveFrom" => {
                let inserts = matches!(name, "ins" | "moveTo");
                let text =
                    |key| attributes.get(key).map(str::to_owned).filter(|text| !text.is_empty());
                let author = text("author");
                let own = !self.own.is_empty() && author.as_deref() == Some(self.own);
                if self.in_run_properties > 0 && self.in_paragraph_properties > 0 {
                    // The change inserts or deletes the end of the paragraph itself. An end that the export marked as
                    // deleted is left out.
                    self.mark_inserted |= inserts != own;
                    self.mark_deleted |= !inserts;
                }
                self.open.push(OpenChange { inserts, author, date: text("date"), own });
            }
            "t" | "delText" => self.in_text = true,
            "br" | "cr" => self.text("\n"),
            "tab" if self.in_paragraph_properties == 0 => self.text(" "),
            "noBreakHyphen" => self.text("-"),
            "sdt" => {
                let (start, start_now) = (self.story.was.len(), self.story.now.len());
                let control = Control { tag: None, hash: None, start, start_now, prompt: false };
                self.controls.push(control);
            }
            "tag" => {
                let tag =
                    attributes.get("val").filter(|tag| AnswerAddress::from_tag(tag).is_some());
                let split = tag.and_then(split_tag);
                if let (Some(control), Some((tag, hash))) = (self.controls.last_mut(), split) {
                    control.tag = Some(tag.to_owned());
                    control.hash = hash.map(str::to_owned);
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
        if vocabulary != Vocabulary::Word {
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
                if !self.mark_inserted {
                    self.story.was.push('\n');
                }
                if !self.mark_deleted {
                    self.story.now.push('\n');
                }
            }
            "sdt" => {
                let Some(control) = self.controls.pop() else { return };
                let Control { tag: Some(tag), hash, start, start_now, prompt } = control else {
                    return;
                };
                let words = |text: &str, start: usize| {
                    let words = text.get(start..).unwrap_or_default().trim();
                    if prompt { String::new() } else { words.to_owned() }
                };
                let was = words(&self.story.was, start);
                if hash.is_some_and(|hash| hash != hash_of_words(&was)) {
                    let place = tag.clone();
                    self.story.untracked.push(Untracked { place, start, words: was });
                }
                self.story.controls.push((tag, words(&self.story.now, start_now)));
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
        match self.story.changes.last_mut() {
            Some(last) if goes_on(last, &change, &self.story.was) => {
                if self
                    .story
                    .was
                    .get(last.end..change.start)
                    .is_some_and(|between| !between.is_empty())
                {
                    last.words.push('\n');
                }
                last.words.push_str(text);
                last.end = change.end;
            }
            _ => self.story.changes.push(change),
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
        && between.chars().all(|c| c == '\n')
}
