//! Endnotes: the cited sources, each once, with the words as they were cited and their places.
//!
//! The first citation of a source has its note, so that a word processor shows the words there. Later citations link to
//! it. The notes stand at the end of the document, below the heading of the sources. The reader's program numbers them.
//! The numbers are those of the PDF, because sources are numbered in the order in which they are first cited. If a
//! document has another order, as a cut has that shows some sources of the whole report, there are no notes: all
//! sources are paragraphs in the order of their numbers.

use super::paragraph::Paragraph;
use super::run::Run;
use super::story::Story;
use super::style_ids::{character, paragraph};
use super::xml::Xml;
use crate::document::{Inline, Source};

/// The ids of the two separator notes: before the notes, and before notes that continue.
const SEPARATORS: [(&str, &str, &str); 2] =
    [("separator", "-1", "w:separator"), ("continuationSeparator", "0", "w:continuationSeparator")];

impl Story<'_> {
    /// A citation by its number.
    pub(super) fn citation(&mut self, number: u32, anchor: &str) {
        // Programs number the notes. If a note would get another number than its source, there is no note.
        let next = u32::try_from(self.noted.len() + 1).unwrap_or(u32::MAX);
        if self.notes && number == next && self.sources.contains_key(&number) {
            self.noted.push(number);
            // If the brackets were in one run with the reference, some programs would take them as its number.
            self.run("[", Run::styled(character::CITATION));
            self.in_change(|story| {
                story.xml.open("w:r", &[]);
                story.run_properties(Run::styled(character::NOTE_MARK), false);
                story.xml.empty("w:endnoteReference", &[("w:id", &number.to_string())]);
                story.xml.close();
            });
            self.run("]", Run::styled(character::CITATION));
        } else {
            self.link(&format!("[{number}]"), anchor, Run::styled(character::CITATION));
        }
    }

    /// Writes the sources that have no note.
    pub(super) fn uncited(&mut self, sources: &[Source]) {
        for source in sources {
            if !self.noted.contains(&source.number) {
                self.source(source, false);
            }
        }
    }

    /// Writes the part with the notes of the cited sources.
    pub(super) fn endnotes(&mut self) {
        self.xml = notes_part("w:endnotes");
        separators(&mut self.xml, "w:endnote");
        for number in self.noted.clone() {
            let Some(source) = self.sources.get(&number).copied() else { continue };
            self.xml.open("w:endnote", &[("w:id", &number.to_string())]);
            self.source(source, true);
            self.xml.close();
        }
    }

    /// Writes a source after its number. `counted` says that it is a note, which the program numbers.
    fn source(&mut self, source: &Source, counted: bool) {
        let mut words = vec![Inline::plain(&source.words), Inline::plain("\u{2002}")];
        words.append(&mut where_from(source));
        words.extend((!source.answer.is_empty()).then(|| Inline::Remark(source.answer.clone())));
        if !source.drift.is_empty() {
            words.push(Inline::plain("\u{2002}"));
            words.push(Inline::italic(&source.drift));
        }
        self.open_paragraph(Paragraph::of(paragraph::ENDNOTE), &words);
        self.marked(Some(&source.anchor), |story| {
            if !counted {
                story.run(&format!("[{}]", source.number), Run::styled(character::CITATION));
                return;
            }
            story.xml.open("w:r", &[]);
            story.run_properties(Run::styled(character::NOTE_MARK), false);
            story.xml.empty("w:endnoteRef", &[]);
            story.xml.close();
        });
        self.tab();
        self.inlines(&words);
        self.xml.close();
    }
}

/// "A Audits": the page, whose provider and revision are in the list of pages, and the heading with a link to the
/// address.
fn where_from(source: &Source) -> Vec<Inline> {
    let mut words = Vec::new();
    for (at, place) in source.places.iter().enumerate() {
        if at > 0 {
            words.push(Inline::plain("; "));
        }
        words.push(Inline::RowRef { label: place.page.clone(), anchor: place.anchor.clone() });
        if place.heading.is_empty() {
            continue;
        }
        words.push(Inline::plain("\u{a0}"));
        let content = vec![Inline::plain(&place.heading)];
        words.push(match place.address.is_empty() {
            true => Inline::plain(&place.heading),
            false => Inline::Link { href: place.address.clone(), content },
        });
    }
    words
}

/// Writes the part of footnotes. There are none, but programs require their separators.
pub(super) fn footnotes() -> String {
    let mut xml = notes_part("w:footnotes");
    separators(&mut xml, "w:footnote");
    xml.finish()
}

fn notes_part(name: &'static str) -> Xml {
    let mut xml = Xml::part();
    xml.open(name, &[("xmlns:w", super::MAIN), ("xmlns:r", super::RELATIONSHIPS)]);
    xml
}

/// The separator between text and notes. It is empty, because the notes have a heading.
fn separators(xml: &mut Xml, name: &'static str) {
    for (kind, id, mark) in SEPARATORS {
        xml.open(name, &[("w:type", kind), ("w:id", id)]);
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", paragraph::SPACER);
        xml.close();
        if name == "w:footnote" {
            xml.open("w:r", &[]);
            xml.empty(mark, &[]);
            xml.close();
        }
        xml.close();
        xml.close();
    }
}
