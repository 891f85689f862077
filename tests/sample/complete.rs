//! Everything written is in the reports: each answer, note and cited statement of the sample.

use std::collections::BTreeSet;

use vurder_content::Content;
use vurder_model::field::Field;
use vurder_model::id::CitationId;
use vurder_model::project::Row;
use vurder_model::richtext::{Block, Inline, RichText, TableCell};
use vurder_model::value::Value;

use crate::made::{FORMS, Sample, sample};
use crate::printed::Printed;

/// Answers that the program needs and nobody reads: which provider of the library a processor is.
const NOT_PRINTED: [(&str, &str); 1] = [("processor", "provider")];

/// Options whose rows stand under a heading that says the same.
const SAID_BY_HEADING: [(&str, &str); 2] = [("serves", "additional"), ("origin", "as-designed")];

/// A piece of text that somebody wrote, and where.
struct Piece {
    place: String,
    words: String,
}

fn printed(sample: &Sample) -> Vec<Printed> {
    FORMS.iter().map(|(_, name)| Printed::new(&sample.pages(name, "-raw"))).collect()
}

/// Fails with all pieces that stand in neither report.
fn all_printed(sample: &Sample, pieces: &[Piece]) {
    let reports = printed(sample);
    let missing: Vec<String> = pieces
        .iter()
        .filter(|piece| !reports.iter().any(|report| report.has(&piece.words)))
        .map(|piece| format!("{}: {}", piece.place, piece.words))
        .collect();
    assert!(
        missing.is_empty(),
        "{} of {} pieces are in neither report:\n{}",
        missing.len(),
        pieces.len(),
        missing.join("\n")
    );
}

#[test]
fn every_answer_is_in_a_report() {
    let sample = sample();
    let mut pieces = Vec::new();
    for row in sample.project.rows.iter().filter(|row| row.trashed.is_none()) {
        for (field, value) in &row.values {
            if NOT_PRINTED.contains(&(row.register.as_str(), field.as_str())) {
                continue;
            }
            let place = format!("{} {} {field}", row.register, row.id);
            let known = known(row, field).unwrap_or_else(|| panic!("{place}: no such field"));
            let words = words_of(value, &known);
            pieces.extend(words.into_iter().map(|words| Piece { place: place.clone(), words }));
        }
    }
    assert!(pieces.len() > 1500, "the sample is a large project: {} pieces", pieces.len());
    all_printed(sample, &pieces);
}

#[test]
fn every_cited_statement_is_in_a_report_as_pinned_with_its_place() {
    let sample = sample();
    let mut cited: BTreeSet<CitationId> = BTreeSet::new();
    for row in sample.project.rows.iter().filter(|row| row.trashed.is_none()) {
        cited.extend(row.values.values().flat_map(Value::citations));
    }
    assert!(cited.len() > 50, "the sample cites a good deal: {}", cited.len());
    let mut pieces = Vec::new();
    for id in &cited {
        let citation = sample.project.citation(id).unwrap();
        let place = format!("citation {id}");
        let mut piece =
            |words: &str| pieces.push(Piece { place: place.clone(), words: words.to_owned() });
        piece(&citation.words);
        piece(&citation.provider_name);
        for source in &citation.sources {
            piece(&source.page);
            piece(&source.heading);
            piece(&source.address);
            piece(&source.captured.to_string());
        }
    }
    all_printed(sample, &pieces);
}

#[test]
fn the_project_itself_is_named_on_both_reports() {
    let sample = sample();
    for (report, (_, name)) in printed(sample).iter().zip(FORMS) {
        for words in
            [sample.project.head.title.as_str(), "HUNT Cloud", "GenomeDK", "2026-12-15", "Draft"]
        {
            assert!(report.has(words), "{name}: {words}");
        }
        assert!(report.has(&format!("Version {}", sample.project.head.version)), "{name}");
    }
}

/// The field of an answer: of a shared register, or a form's own.
fn known(row: &Row, field: &str) -> Option<Field> {
    let templates = &Content::embedded().templates;
    let shared = templates.registers.iter().find(|r| r.id == row.register);
    match shared {
        Some(register) => register.field(field).cloned(),
        None => {
            let form = templates.templates.iter().find(|t| t.id == row.register)?;
            form.own_register().field(field).cloned()
        }
    }
}

/// What a reader must find of an answer, piece by piece.
fn words_of(value: &Value, field: &Field) -> Vec<String> {
    let label = |id: &str| {
        if SAID_BY_HEADING.contains(&(field.id.as_str(), id)) {
            return String::new();
        }
        let option = field.options.iter().find(|option| option.id == id);
        option.unwrap_or_else(|| panic!("{}: no option {id}", field.id)).label.clone()
    };
    match value {
        Value::Text(markdown) | Value::YesNo { reason: markdown, .. } => paragraphs(markdown),
        Value::Line(line) => vec![line.clone()],
        Value::Date(date) => vec![date.to_string()],
        Value::Choice(chosen) => vec![label(&chosen.option), chosen.note.clone()],
        Value::Choices(all) => {
            all.iter().flat_map(|chosen| [label(&chosen.option), chosen.note.clone()]).collect()
        }
        Value::Scale(levels) => levels
            .iter()
            .flat_map(|l| [l.label.clone(), l.meaning.clone(), l.accepted_by.clone()])
            .collect(),
        Value::Acceptance(given) => {
            let date = given.date.map(|date| date.to_string());
            vec![given.name.clone(), given.role.clone(), date.unwrap_or_default()]
        }
        // Numbers of rows, levels and sources, which stand on every page.
        Value::Refs(_) | Value::Level(_) | Value::Matrix(_) | Value::Citations(_) => Vec::new(),
    }
}

/// The paragraphs of a rich text, cut where a citation stands.
fn paragraphs(markdown: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    walk(&RichText::from_markdown(markdown).content, &mut pieces);
    pieces
}

fn walk(blocks: &[Block], pieces: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => line(content, pieces),
            Block::BulletList { content } | Block::OrderedList { content, .. } => {
                content.iter().for_each(|item| walk(&item.content, pieces));
            }
            Block::Table { content } => {
                for cell in content.iter().flat_map(|row| &row.content) {
                    let (TableCell::TableHeader { content } | TableCell::TableCell { content }) =
                        cell;
                    walk(content, pieces);
                }
            }
        }
    }
}

fn line(inlines: &[Inline], pieces: &mut Vec<String>) {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => words.push_str(text),
            Inline::HardBreak {} => words.push(' '),
            Inline::Citation { .. } => pieces.push(std::mem::take(&mut words)),
        }
    }
    pieces.push(words);
}
