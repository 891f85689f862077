//! Cited pages and the appendix of sources.

use std::collections::BTreeSet;

use vurder_model::project::{Citation, PinnedSource};
use vurder_model::view::SourceView;

use super::cells::paragraph;
use super::form::Composer;
use super::{SourceChange, date, source_anchor};
use crate::document::{
    Block, BlockKind, Cell, Column, ColumnKind, Inline, Source, SourcePlace, Table, TableRow,
};
use crate::messages::msg;

impl Composer<'_> {
    /// The pages of the cited statements, by the letters that the appendix gives them. The appendix has their addresses
    /// and revisions.
    pub(crate) fn cited_pages(&mut self, pages: &[SourceView], blocks: &mut Vec<Block>) {
        if pages.is_empty() {
            blocks.push(Block::new(BlockKind::Prompt(self.say(msg::report_no_sources))));
            return;
        }
        let columns = vec![
            self.column(msg::report_page, ColumnKind::Number),
            self.column(msg::report_provider, ColumnKind::Short),
            self.column(msg::report_title, ColumnKind::Text),
            self.column(msg::report_captured_on, ColumnKind::Short),
            Column { weight: 2.0, ..self.column(msg::report_cited_as, ColumnKind::Text) },
        ];
        let known = pages_of(self.numbering.in_order());
        let mut rows = Vec::new();
        for page in pages {
            let mut numbers: Vec<u32> =
                page.citations.iter().filter_map(|id| self.numbering.number(id)).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let mut cited: Vec<Inline> = Vec::new();
            for number in numbers {
                if !cited.is_empty() {
                    cited.push(Inline::plain(" "));
                }
                cited.push(Inline::SourceNumber { number, anchor: source_anchor(number) });
            }
            let at = known.iter().position(|known| {
                let source = known.source;
                (known.provider, &source.page) == (page.provider_name.as_str(), &page.page)
                    && (&source.address, &source.revision) == (&page.address, &page.revision)
            });
            let letter = at.map(|at| Inline::RowRef { label: letter(at), anchor: page_anchor(at) });
            let title = Inline::Link {
                href: page.address.clone(),
                content: vec![Inline::plain(&page.page)],
            };
            let title = if page.address.is_empty() { Inline::plain(&page.page) } else { title };
            let line = |inlines| Cell { blocks: vec![paragraph(inlines)], ..Cell::default() };
            let cells = vec![
                letter.map_or_else(Cell::default, |letter| line(vec![letter])),
                Cell::text(&page.provider_name),
                line(vec![title]),
                Cell::text(
                    self.day_of_state(page.captured.as_deref().and_then(|d| d.parse().ok())),
                ),
                line(cited),
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

    /// The appendix: each page once, and each cited statement by its number, with its pinned words.
    pub(crate) fn sources(&mut self, blocks: &mut Vec<Block>) {
        let pages = pages_of(self.numbering.in_order());
        let place = |provider: &str, source: &PinnedSource| {
            let at = pages.iter().position(|page| page.is(&Page { provider, source }))?;
            Some(SourcePlace {
                page: letter(at),
                anchor: page_anchor(at),
                heading: source.heading.clone(),
                address: source.address.clone(),
            })
        };
        // A cut lists only those sources of the whole report that it cites.
        let shown = self.numbering.met();
        let sources: Vec<Source> = self
            .numbering
            .in_order()
            .iter()
            .zip(1_u32..)
            .filter(|(_, number)| shown.contains(number))
            .map(|(citation, number)| (self.as_shown(citation), number))
            .map(|(citation, number)| Source {
                number,
                anchor: source_anchor(number),
                words: citation.words.clone(),
                places: citation
                    .sources
                    .iter()
                    .filter_map(|source| place(&citation.provider_name, source))
                    .collect(),
                answer: self.whose_answer(citation),
                drift: self.drift(citation),
            })
            .collect();
        if sources.is_empty() {
            return;
        }
        blocks.push(Block::heading(1, "", self.say(msg::report_sources)).at("sources"));
        blocks.push(Block::new(BlockKind::Note(vec![Inline::plain(match self.from.cut {
            Some(_) => self.say(msg::report_sources_about_cut),
            None => self.say(msg::report_sources_about),
        })])));
        if !pages.is_empty() {
            let cited: BTreeSet<&str> =
                sources.iter().flat_map(|s| &s.places).map(|place| place.page.as_str()).collect();
            blocks.push(self.pages_of_sources(&pages, &cited));
        }
        blocks.push(Block::new(BlockKind::Sources(sources)));
    }

    /// The citation with what the report shows of it: the numbers of sources are those of the whole project, and the
    /// project of a cut withholds questions and reasons.
    fn as_shown<'c>(&'c self, citation: &'c Citation) -> &'c Citation {
        let shown = &self.from.project.citations;
        let is_same =
            |one: &&Citation| one.statement == citation.statement && one.words == citation.words;
        let known = shown.iter().find(|one| one.id == citation.id);
        known.or_else(|| shown.iter().find(is_same)).unwrap_or(citation)
    }

    /// For an answer of a provider: who gave it, on which day, to which request. Empty for published words.
    fn whose_answer(&self, citation: &Citation) -> String {
        let Some(answer) = &citation.answer else { return String::new() };
        let question = answer.question.split_whitespace().collect::<Vec<_>>().join(" ");
        let (messages, provider) = (self.messages(), &citation.provider_name);
        let day = answer.on.map(|day| date(messages, day));
        match (day, question.is_empty()) {
            (Some(day), false) => msg::report_answer_of(messages, provider, &day, &question),
            (None, false) => msg::report_answer_of_undated(messages, provider, &question),
            // The report does not show the request.
            (Some(day), true) => msg::report_answer_alone(messages, provider, &day),
            (None, true) => msg::report_answer_alone_undated(messages, provider),
        }
    }

    /// How the words of a source differ from what is published now; empty if they do not, or if it need not be said.
    fn drift(&self, citation: &Citation) -> String {
        let Some(changed) = self.from.changed_sources.get(&citation.id) else {
            return String::new();
        };
        let messages = self.messages();
        let when = match (&changed.since, &changed.state) {
            (Some(day), _) => msg::report_since_day(messages, &date(messages, *day)),
            (None, Some(day)) => msg::report_since_state(messages, &date(messages, *day)),
            (None, None) => msg::report_since_revision(messages, &changed.revision),
        };
        match (&citation.kept, changed.change) {
            (Some(decision), SourceChange::Place) => {
                msg::report_source_kept_place(messages, &when, &decision.reason)
            }
            (Some(decision), _) => msg::report_source_kept(messages, &when, &decision.reason),
            (None, SourceChange::Gone) => msg::report_source_gone(messages, &when),
            (None, SourceChange::Words) => msg::report_source_changed(messages, &when),
            (None, SourceChange::Place) => String::new(),
        }
    }

    /// The pages whose letters are in `cited`.
    fn pages_of_sources(&self, pages: &[Page<'_>], cited: &BTreeSet<&str>) -> Block {
        let columns = vec![
            self.column(msg::report_page, ColumnKind::Number),
            self.column(msg::report_provider, ColumnKind::Short),
            self.column(msg::report_title_and_address, ColumnKind::Text),
            self.column(msg::report_revision, ColumnKind::Text),
            self.column(msg::report_captured_on, ColumnKind::Short),
        ];
        let listed =
            pages.iter().enumerate().filter(|(at, _)| cited.contains(letter(*at).as_str()));
        let rows = listed.map(|(at, page)| {
            let mut lines = vec![Block::text(&page.source.page)];
            if !page.source.address.is_empty() {
                lines.push(address(&page.source.address));
            }
            let cells = vec![
                Cell::text(letter(at)),
                Cell::text(page.provider),
                Cell { blocks: lines, ..Cell::default() },
                Cell::text(&page.source.revision),
                Cell::text(self.day_of_state(page.source.captured)),
            ];
            TableRow::Cells { anchor: Some(page_anchor(at)), cells }
        });
        let rows = rows.collect();
        Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
    }
}

/// A page in one state. The same page in two states counts as two.
struct Page<'a> {
    provider: &'a str,
    source: &'a PinnedSource,
}

impl Page<'_> {
    fn is(&self, other: &Page<'_>) -> bool {
        let (one, two) = (self.source, other.source);
        self.provider == other.provider
            && (&one.page, &one.address) == (&two.page, &two.address)
            && (&one.revision, one.captured) == (&two.revision, two.captured)
    }
}

/// The pages of the citations, in the order in which they are first cited.
fn pages_of<'a>(citations: &[&'a Citation]) -> Vec<Page<'a>> {
    let mut pages: Vec<Page<'a>> = Vec::new();
    for citation in citations {
        for source in &citation.sources {
            let page = Page { provider: &citation.provider_name, source };
            if !pages.iter().any(|known| known.is(&page)) {
                pages.push(page);
            }
        }
    }
    pages
}

/// "A" to "Z", then "AA".
fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { last.to_string() } else { format!("{}{last}", letter(at / 26 - 1)) }
}

fn page_anchor(at: usize) -> String {
    format!("sources/{}", letter(at).to_lowercase())
}

/// An address with a link to itself.
fn address(address: &str) -> Block {
    Block::new(BlockKind::Note(vec![Inline::Link {
        href: address.to_owned(),
        content: vec![Inline::plain(address)],
    }]))
}
