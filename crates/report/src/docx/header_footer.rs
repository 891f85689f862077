//! Header and footer: project and version in the header, form and page in the footer. The header of a draft says so.

use super::paragraph::Paragraph;
use super::run::Run;
use super::story::Story;
use super::style_ids::{character, paragraph};
use super::xml::Xml;
use crate::document::Document;

/// The pages of a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pages {
    /// The first page. Its head says the rest.
    First,
    /// All other pages.
    Others,
}

/// Writes the part of a header.
pub(super) fn header(document: &Document, pages: Pages) -> String {
    let mut story = Story::new(document);
    story.xml = part("w:hdr");
    let meta = &document.meta;
    story.open_paragraph(Paragraph::of(paragraph::HEADER), &[]);
    if pages == Pages::Others {
        story.run(&meta.project, Run::default());
    }
    story.tab();
    if meta.draft {
        story.run(&document.words.draft, Run::styled(character::DRAFT));
    }
    if pages == Pages::Others && !meta.version.is_empty() {
        let apart = if meta.draft { " · " } else { "" };
        story.run(&format!("{apart}{}", meta.version), Run::default());
    }
    story.xml.finish()
}

/// Writes the part of the footer.
pub(super) fn footer(document: &Document) -> String {
    let mut story = Story::new(document);
    story.xml = part("w:ftr");
    let meta = &document.meta;
    let form = match meta.form.is_empty() {
        true => meta.title.clone(),
        false => format!("{} · {}", meta.title, meta.form),
    };
    story.open_paragraph(Paragraph::of(paragraph::FOOTER), &[]);
    story.run(&form, Run::default());
    story.tab();
    let mut rest = document.words.page_of.as_str();
    while let Some(at) = rest.find('{') {
        story.run(&rest[..at], Run::default());
        let field = match rest.get(at..at + 3) {
            Some("{x}") => "PAGE",
            Some("{y}") => "NUMPAGES",
            _ => {
                story.run("{", Run::default());
                rest = &rest[at + 1..];
                continue;
            }
        };
        story.field_begin(field);
        story.run("1", Run::default());
        story.field_mark("end");
        rest = &rest[at + 3..];
    }
    story.run(rest, Run::default());
    story.xml.finish()
}

fn part(name: &'static str) -> Xml {
    let mut xml = Xml::part();
    xml.open(name, &[("xmlns:w", super::MAIN), ("xmlns:r", super::RELATIONSHIPS)]);
    xml
}
