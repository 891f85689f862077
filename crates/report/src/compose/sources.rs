//! Cited pages and the appendix of sources.

use vurder_model::project::PinnedSource;
use vurder_model::view::SourceView;

use super::cells::paragraph;
use super::form::Composer;
use super::source_anchor;
use crate::document::{
    Block, BlockKind, Cell, Column, ColumnKind, Inline, Source, SourcePlace, Table, TableRow,
};

impl Composer<'_> {
    /// The pages on which cited statements stand.
    pub(crate) fn cited_pages(&mut self, pages: &[SourceView], blocks: &mut Vec<Block>) {
        if pages.is_empty() {
            blocks.push(Block::new(BlockKind::Prompt(self.say("report-no-sources"))));
            return;
        }
        let column = |id: &str, kind, weight| Column { head: self.say(id), weight, kind };
        let columns = vec![
            column("report-provider", ColumnKind::Short, 1.0),
            column("report-page", ColumnKind::Text, 2.0),
            column("report-captured-on", ColumnKind::Short, 1.0),
            column("report-cited-as", ColumnKind::Text, 1.0),
        ];
        let mut rows = Vec::new();
        for page in pages {
            let mut cited: Vec<Inline> = Vec::new();
            for id in &page.citations {
                if !cited.is_empty() {
                    cited.push(Inline::plain(" "));
                }
                cited.push(self.citation(id));
            }
            let mut lines = vec![Block::text(&page.page)];
            if !page.address.is_empty() {
                let content = vec![Inline::plain(&page.address)];
                lines.push(Block::new(BlockKind::Note(vec![Inline::Link {
                    href: page.address.clone(),
                    content,
                }])));
            }
            if !page.revision.is_empty() {
                let words = revision(&self.say("report-revision"), &page.revision);
                lines.push(Block::new(BlockKind::Note(vec![Inline::plain(words)])));
            }
            let cells = vec![
                Cell::text(&page.provider_name),
                Cell { blocks: lines, ..Cell::default() },
                Cell::text(&page.captured),
                Cell { blocks: vec![paragraph(cited)], ..Cell::default() },
            ];
            rows.push(TableRow::Cells { anchor: None, cells });
        }
        blocks.push(Block::new(BlockKind::Table(Table {
            caption: None,
            columns,
            rows,
            inset: false,
        })));
    }

    /// The appendix: the pages, each once, and each cited statement in its pinned words, by number.
    pub(crate) fn sources(&mut self, blocks: &mut Vec<Block>) {
        let mut pages: Vec<Page<'_>> = Vec::new();
        let mut sources = Vec::new();
        for (citation, number) in self.numbering.in_order().iter().zip(1_u32..) {
            let mut places = Vec::new();
            for source in &citation.sources {
                let page = Page { provider: &citation.provider_name, source };
                let at = pages.iter().position(|known| known.is(&page)).unwrap_or_else(|| {
                    pages.push(page);
                    pages.len() - 1
                });
                places.push(SourcePlace {
                    page: letter(at),
                    anchor: page_anchor(at),
                    heading: source.heading.clone(),
                    address: source.address.clone(),
                });
            }
            sources.push(Source {
                number,
                anchor: source_anchor(number),
                words: citation.words.clone(),
                provider: citation.provider_name.clone(),
                places,
            });
        }
        if sources.is_empty() {
            return;
        }
        blocks.push(Block::heading(1, "", self.say("report-sources")).at("sources"));
        blocks.push(Block::new(BlockKind::Note(vec![Inline::plain(
            self.say("report-sources-about"),
        )])));
        blocks.push(self.pages_of_sources(&pages));
        blocks.push(Block::new(BlockKind::Sources(sources)));
    }

    fn pages_of_sources(&self, pages: &[Page<'_>]) -> Block {
        let column = |id: &str, kind| Column { head: self.say(id), weight: 1.0, kind };
        let columns = vec![
            column("report-page", ColumnKind::Number),
            column("report-provider", ColumnKind::Short),
            column("report-title-and-address", ColumnKind::Text),
            column("report-revision", ColumnKind::Text),
            column("report-captured-on", ColumnKind::Short),
        ];
        let rows = pages.iter().enumerate().map(|(at, page)| {
            let lines = vec![Block::text(&page.source.page), address(&page.source.address)];
            let cells = vec![
                Cell::text(letter(at)),
                Cell::text(page.provider),
                Cell { blocks: lines, ..Cell::default() },
                Cell::text(&page.source.revision),
                Cell::text(self.date(page.source.captured)),
            ];
            TableRow::Cells { anchor: Some(page_anchor(at)), cells }
        });
        let rows = rows.collect();
        Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
    }
}

/// A page as it was read: the same page read twice, or in two revisions, is two.
struct Page<'a> {
    provider: &'a str,
    source: &'a PinnedSource,
}

impl Page<'_> {
    fn is(&self, other: &Page<'_>) -> bool {
        let of = |page: &Page<'_>| {
            let PinnedSource { page: title, address, revision, captured, .. } = page.source;
            (page.provider.to_owned(), title.clone(), address.clone(), revision.clone(), *captured)
        };
        of(self) == of(other)
    }
}

/// "A" to "Z", then "AA".
fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { last.to_string() } else { format!("{}{last}", letter(at / 26 - 1)) }
}

fn page_anchor(at: usize) -> String {
    format!("sources/{}", letter(at).to_lowercase())
}

/// An address that leads where it says.
fn address(address: &str) -> Block {
    Block::new(BlockKind::Note(vec![Inline::Link {
        href: address.to_owned(),
        content: vec![Inline::plain(address)],
    }]))
}

/// "revision 7", or what the page says instead: "the page states no revision".
fn revision(label: &str, revision: &str) -> String {
    if revision.split_whitespace().count() <= 2 {
        return format!("{} {revision}", label.to_lowercase());
    }
    let mut chars = revision.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
