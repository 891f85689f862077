//! Endnotes: the cited sources, each once, with the words as they were cited and where they stand.
//!
//! The first citation of a source bears its note, so that a word processor shows the words there; others lead to it.
//! The notes stand at the end of the document, below the heading of the sources. Their marks are the numbers that the
//! report gives, which are those of the PDF.

use super::paragraph::Paragraph;
use super::run::Run;
use super::story::Story;
use super::styles::{character, paragraph};
use super::xml::Xml;
use crate::document::{Inline, Source};

/// The ids of the notes that only separate: before the notes, and before those that go on.
const SEPARATORS: [(&str, &str, &'static str); 2] =
    [("separator", "-1", "w:separator"), ("continuationSeparator", "0", "w:continuationSeparator")];

impl Story<'_> {
    /// A citation by its number.
    pub(super) fn citation(&mut self, number: u32, anchor: &str) {
        let mark = format!("[{number}]");
        let look = Run::styled(character::CITATION);
        if self.sources.contains_key(&number) && !self.noted.contains(&number) {
            self.noted.push(number);
            self.xml.open("w:r", &[]);
            self.run_properties(look, false);
            let id = number.to_string();
            self.xml.empty("w:endnoteReference", &[("w:customMarkFollows", "1"), ("w:id", &id)]);
            self.xml.words("w:t", &mark);
            self.xml.close();
        } else {
            self.link(&mark, anchor, look);
        }
    }

    /// The sources that nothing written so far cites: they stand here, since they have no note.
    pub(super) fn uncited(&mut self, sources: &[Source]) {
        for source in sources {
            if !self.noted.contains(&source.number) {
                self.source(source);
            }
        }
    }

    /// The part with the notes, of the sources that were cited.
    pub(super) fn endnotes(&mut self) {
        self.xml = notes_part("w:endnotes");
        separators(&mut self.xml, "w:endnote");
        let mut noted = self.noted.clone();
        noted.sort_unstable();
        for number in noted {
            let Some(source) = self.sources.get(&number).copied() else { continue };
            self.xml.open("w:endnote", &[("w:id", &number.to_string())]);
            self.source(source);
            self.xml.close();
        }
    }

    fn source(&mut self, source: &Source) {
        let mut words = vec![Inline::plain(&source.words), Inline::plain("\u{2002}")];
        words.append(&mut where_from(source));
        words.extend((!source.answer.is_empty()).then(|| Inline::Remark(source.answer.clone())));
        if !source.drift.is_empty() {
            words.push(Inline::plain("\u{2002}"));
            words.push(Inline::italic(&source.drift));
        }
        self.open_paragraph(Paragraph::of(paragraph::ENDNOTE), &words);
        self.marked(Some(&source.anchor), |story| {
            story.run(&format!("[{}]", source.number), Run::styled(character::CITATION));
        });
        self.tab();
        self.inlines(&words);
        self.xml.close();
    }
}

/// "A Audits": the page, whose provider and revision the list of pages names, and the heading, which leads to the
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

/// The part of footnotes: there are none, but programs want their separators.
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

/// What programs set between text and notes: nothing, since the notes have a heading.
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
