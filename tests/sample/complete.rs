//! Every answer, note and cited statement of the sample is in the reports.

use std::collections::{BTreeMap, BTreeSet};

use vurder_content::Content;
use vurder_model::field::Field;
use vurder_model::id::{CitationId, RowId};
use vurder_model::project::Row;
use vurder_model::provider::{Coverage, CoverageStatus, coverage};
use vurder_model::richtext::{Block, Inline, RichText, TableCell};
use vurder_model::template;
use vurder_model::value::Value;
use vurder_model::view::{BlockView, CellView, FormSource, FormView, form_view};

use crate::made::{FORMS, Sample, open, sample};
use crate::printed::{Printed, on_paper};

/// Answers that no page shows. Only the program needs them: the library's provider of a processor, the scenario that a
/// risk was copied from, and what a waived finding looked at. The alternative text of a picture is in the PDF and not
/// on the page.
const NOT_PRINTED: [(&str, &str); 4] = [
    ("processor", "provider"),
    ("risk", "catalogue"),
    ("picture", "alternative"),
    (WAIVERS, "state"),
];

/// The register of waivers.
const WAIVERS: &str = "waiver";

/// The registers beside the draft, which no report prints.
const BESIDE_THE_DRAFT: [&str; 6] =
    ["review_round", "returned_file", "remark", "own_note", "ready_section", "ignored_word"];

/// Options whose rows stand below a heading with the same words.
const SAID_BY_HEADING: [(&str, &str); 2] = [("serves", "additional"), ("origin", "as-designed")];

/// A piece of text that a person wrote, with its place.
struct ExpectedText {
    place: String,
    words: String,
}

fn printed(sample: &Sample) -> Vec<Printed> {
    FORMS.iter().map(|(_, name)| Printed::new(&sample.pages(name, "-raw"))).collect()
}

/// Panics with all pieces that neither report has.
fn all_printed(sample: &Sample, texts: &[ExpectedText]) {
    let reports = printed(sample);
    let missing: Vec<String> = texts
        .iter()
        .filter(|text| !reports.iter().any(|report| report.has(&text.words)))
        .map(|text| format!("{}: {}", text.place, text.words))
        .collect();
    assert!(
        missing.is_empty(),
        "{} of {} pieces are in neither report:\n{}",
        missing.len(),
        texts.len(),
        missing.join("\n")
    );
}

#[test]
fn nothing_that_the_forms_ask_is_open() {
    for (form, name) in FORMS {
        let sections = view(form).sections;
        let gaps: Vec<_> = sections.iter().flat_map(|s| &s.progress.gaps).collect();
        assert!(gaps.is_empty(), "{name}: {gaps:?}");
        let parts: usize = sections.iter().map(|s| s.progress.required).sum();
        let least = if form == "screening" { 6 } else { 20 };
        assert!(parts >= least, "{name}: {parts} parts ask for something");
    }
}

#[test]
fn what_was_waived_is_printed_with_its_reason() {
    let sample = sample();
    let waivers = sample.project.rows.iter().filter(|row| row.register == WAIVERS);
    let lines = waivers.flat_map(|row| &row.values).filter_map(|(field, value)| match value {
        Value::Line(words) if !NOT_PRINTED.contains(&(WAIVERS, field.as_str())) => {
            Some(ExpectedText { place: field.clone(), words: words.clone() })
        }
        _ => None,
    });
    let texts: Vec<ExpectedText> = lines.collect();
    assert!(texts.len() >= 2, "what was found, and why it may stand");
    all_printed(sample, &texts);
}

#[test]
fn the_checks_find_nothing_in_the_way_of_a_decision() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder.path().join("sample.vurder"));
    app.call("sample", serde_json::json!({})).unwrap();
    let found = app.call("findings", serde_json::json!({ "project": "sample" })).unwrap();
    let found: vurder_app::Findings = serde_json::from_value(found).unwrap();
    let of_law: Vec<&str> = found
        .findings
        .iter()
        .filter(|finding| finding.severity == vurder_model::check::Severity::Law)
        .map(|finding| finding.text.as_str())
        .collect();
    assert!(of_law.is_empty(), "{of_law:#?}");
    assert!(!found.findings.is_empty(), "what is short of perfect is told");
}

/// A shorter answer could be found by chance. So it must be found as often as it was given.
const SHORT: usize = 24;

#[test]
fn every_answer_is_in_the_report_that_asks_it() {
    let sample = sample();
    let mut asked: BTreeSet<(String, String)> = BTreeSet::new();
    for ((form, name), report) in FORMS.iter().zip(printed(sample)) {
        let answers = answers_in(form);
        let mut missing = Vec::new();
        let mut short: BTreeMap<String, usize> = BTreeMap::new();
        for ((row, field), texts) in &answers {
            asked.insert((row.clone(), field.clone()));
            if not_printed(sample, row, field) {
                continue;
            }
            for words in texts.iter().filter(|words| !words.trim().is_empty()) {
                if words.chars().count() < SHORT {
                    *short.entry(words.clone()).or_default() += 1;
                } else if !report.has(words) {
                    missing.push(format!("{row} {field}: {words}"));
                }
            }
        }
        for (words, given) in &short {
            let there = report.count(words);
            if there < *given {
                missing.push(format!(
                    "\"{words}\" was answered {given} times and is there {there} times"
                ));
            }
        }
        let texts = answers.values().map(Vec::len).sum::<usize>();
        let many = if *form == "screening" { 10 } else { 600 };
        assert!(texts > many, "the sample is a large project: {texts} pieces in the {name}");
        let all = missing.join("\n");
        assert!(
            missing.is_empty(),
            "{name}: {} of {texts} pieces are missing:\n{all}",
            missing.len()
        );
    }
    let live = sample.project.rows.iter().filter(|row| row.trashed.is_none());
    // No form asks for a waiver. The words of waivers are tested below.
    let unasked: Vec<String> = live
        .filter(|row| row.register != WAIVERS && !BESIDE_THE_DRAFT.contains(&row.register.as_str()))
        .flat_map(|row| row.values.keys().map(move |field| (row, field)))
        .filter(|(row, field)| !NOT_PRINTED.contains(&(row.register.as_str(), field.as_str())))
        .filter(|(row, field)| !asked.contains(&(row.id.to_string(), (*field).clone())))
        .filter(|(row, field)| !given_by_default(row, field))
        .map(|(row, field)| format!("{} {} {field}: {:?}", row.register, row.id, row.values[field]))
        .collect();
    assert!(unasked.is_empty(), "no form asks for:\n{}", unasked.join("\n"));
}

/// Whether no page shows an answer, for the reasons given at [`NOT_PRINTED`].
fn not_printed(sample: &Sample, row: &str, field: &str) -> bool {
    let row = sample.project.rows.iter().find(|one| one.id.as_str() == row);
    row.is_some_and(|row| NOT_PRINTED.contains(&(row.register.as_str(), field)))
}

/// Whether the program gave the answer by default when the row was made.
fn given_by_default(row: &Row, field: &str) -> bool {
    let registers = &Content::embedded().templates.registers;
    let field = registers.iter().find(|r| r.id == row.register).and_then(|r| r.field(field));
    field.is_some_and(|f| f.default.is_some() && f.default.as_ref() == row.values.get(&f.id))
}

fn template_of(form: &str) -> &'static template::Template {
    Content::embedded().templates.templates.iter().rfind(|t| t.id == form).unwrap()
}

fn view(form: &str) -> FormView {
    form_view(&FormSource {
        project: &sample().project,
        template: template_of(form),
        registers: &Content::embedded().templates.registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &[],
    })
}

/// The answers of the sample that a form asks for, by row and field, in pieces that the report must have.
fn answers_in(form: &str) -> BTreeMap<(String, String), Vec<String>> {
    let view = view(form);
    let template = template_of(form);
    let mut answers = BTreeMap::new();
    let mut take = |row: &RowId, field: &Field, cell: &CellView| {
        if let Some(value) = cell.value.as_ref().filter(|_| cell.asked) {
            let place = (row.to_string(), field.id.clone());
            answers.entry(place).or_insert_with(|| words_of(value, field, cell));
        }
    };
    // The place of a row also stands for an answer: below its subject, or in the table of its kind.
    let blocks = template.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks);
    let by = |id: &str, field: &mut dyn FnMut(&str)| {
        for table in blocks.clone() {
            if let template::Block::Table(table) = table
                && table.id == id
            {
                table.only.iter().for_each(|only| field(&only.field));
                table.groups.iter().for_each(|groups| field(&groups.by));
            }
        }
    };
    let mut stands = BTreeMap::new();
    for block in view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks) {
        match block {
            BlockView::Field(view) => take(&view.row, &view.field, &view.cell),
            BlockView::Table(table) | BlockView::Rows { table, .. } => {
                for note in table.groups.iter().filter_map(|group| group.note.as_ref()) {
                    take(&note.row, &note.field, &note.cell);
                }
                for row in table.groups.iter().flat_map(|g| &g.rows) {
                    by(&table.id, &mut |field| {
                        stands.insert((row.id.to_string(), field.to_owned()), Vec::new());
                    });
                    for (column, cell) in table.columns.iter().zip(&row.cells) {
                        // For example "the risks that name this asset": the column shows the reference from the other
                        // end.
                        if let (None, Some((_, field))) = (&column.field, column.id.split_once('.'))
                        {
                            let named = cell.refs.iter().map(|row| row.row.to_string());
                            stands.extend(named.map(|row| ((row, field.to_owned()), Vec::new())));
                        }
                        column.field.iter().for_each(|field| take(&row.id, field, cell));
                    }
                }
            }
            _ => {}
        }
    }
    for (place, nothing) in stands {
        answers.entry(place).or_insert(nothing);
    }
    answers
}

#[test]
fn every_cited_statement_is_in_a_report_as_pinned_with_its_place() {
    let sample = sample();
    let mut cited: BTreeSet<CitationId> = BTreeSet::new();
    for row in sample.project.rows.iter().filter(|row| row.trashed.is_none()) {
        cited.extend(row.values.values().flat_map(Value::citations));
    }
    assert!(cited.len() > 50, "the sample cites a good deal: {}", cited.len());
    let mut texts = Vec::new();
    for id in &cited {
        let citation = sample.project.citation(id).unwrap();
        let place = format!("citation {id}");
        let mut text = |words: &str| {
            texts.push(ExpectedText { place: place.clone(), words: words.to_owned() })
        };
        text(&citation.words);
        text(&citation.provider_name);
        for source in &citation.sources {
            text(&source.page);
            text(&source.heading);
            text(&source.address);
            text(&source.captured.map_or_else(|| "undated".to_owned(), on_paper));
        }
    }
    all_printed(sample, &texts);
}

#[test]
fn every_topic_is_in_the_rar_and_those_on_no_page_that_was_read_come_first() {
    let content = Content::embedded();
    let chosen = &sample().project.head.providers;
    let packs = content
        .packs
        .iter()
        .filter(|pack| pack.follows.is_none() && chosen.contains(&pack.provider));
    let Coverage { topics, read } = coverage(&content.topics, packs);
    let pages = sample().pages("rar", "-raw");
    let text = pages.join("\n");
    let report = Printed::new(&pages);
    for page in read.iter().flat_map(|read| &read.pages) {
        let day = page.captured.map_or_else(|| "undated".to_owned(), on_paper);
        assert!(report.has(&format!("{} {day}", page.title)), "{} was read", page.title);
    }
    assert!(!text.contains("No provider states anything"), "only what is on the pages is known");
    let from = text.rfind("topics are not on the pages read").expect("what is not stated is said");
    let from = text[..from].rfind('\n').unwrap_or(0);
    let to = from + text[from..].find("Topics that are stated").unwrap();
    let (unstated, stated) = (Printed::new(&[text[from..to].to_owned()]), &text[to..]);
    let stated = Printed::new(&[stated.to_owned()]);
    let mut count = 0;
    for covered in &topics {
        let silent = covered.providers.iter().all(|p| p.status == CoverageStatus::NotStated);
        count += usize::from(silent);
        let place = if silent { &unstated } else { &stated };
        assert!(place.has(&covered.topic.title), "{}", covered.topic.title);
    }
    let heading = format!("{count} of {} topics are not on the pages read", topics.len());
    assert!(unstated.has(&heading), "their number: {heading}");
}

#[test]
fn the_project_itself_is_named_on_both_reports() {
    let sample = sample();
    for (report, (_, name)) in printed(sample).iter().zip(FORMS) {
        for words in [
            sample.project.head.title.as_str(),
            "HUNT Cloud",
            "GenomeDK",
            "15 December 2026",
            "Draft",
        ] {
            assert!(report.has(words), "{name}: {words}");
        }
        assert!(report.has(&format!("Version {}", sample.project.head.version)), "{name}");
    }
}

/// The pieces of an answer that the report must have.
fn words_of(value: &Value, field: &Field, cell: &CellView) -> Vec<String> {
    let label = |id: &str| {
        if SAID_BY_HEADING.contains(&(field.id.as_str(), id)) {
            return String::new();
        }
        let option = field.options.iter().find(|option| option.id == id);
        option.unwrap_or_else(|| panic!("{}: no option {id}", field.id)).label.clone()
    };
    match value {
        Value::Text(markdown) => paragraphs(markdown),
        Value::YesNo { answer, reason } => {
            let mut texts = paragraphs(reason);
            let answer = if *answer { "Yes." } else { "No." };
            // Together with the words of the reason, the yes cannot be found at another answer.
            match texts.first_mut() {
                Some(first) => *first = format!("{answer} {first}"),
                None => texts.push(answer.to_owned()),
            }
            texts
        }
        Value::Line(line) => vec![line.clone()],
        Value::Date(date) => vec![on_paper(*date)],
        Value::Choice(chosen) => vec![label(&chosen.option), chosen.note.clone()],
        Value::Choices(all) => {
            all.iter().flat_map(|chosen| [label(&chosen.option), chosen.note.clone()]).collect()
        }
        Value::Scale(levels) => levels
            .iter()
            .flat_map(|l| [l.label.clone(), l.meaning.clone(), l.accepted_by.clone()])
            .collect(),
        Value::Acceptance(given) => {
            let date = given.date.map(on_paper);
            vec![given.name.clone(), given.role.clone(), date.unwrap_or_default()]
        }
        Value::Refs(_) => cell.refs.iter().map(|row| row.number.clone()).collect(),
        Value::Level(level) => {
            let named = cell.level.as_ref().unwrap_or_else(|| panic!("{}: no level", field.id));
            vec![format!("{level} {}", named.label)]
        }
        // The matrix is drawn. Another test looks for citations with their words.
        Value::Matrix(_) | Value::Citations(_) => Vec::new(),
    }
}

/// The paragraphs of a rich text, cut where a citation stands.
fn paragraphs(markdown: &str) -> Vec<String> {
    let mut texts = Vec::new();
    walk(&RichText::from_markdown(markdown).content, &mut texts);
    texts
}

fn walk(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => line(content, texts),
            Block::BulletList { content } | Block::OrderedList { content, .. } => {
                content.iter().for_each(|item| walk(&item.content, texts));
            }
            Block::Table { content } => {
                for cell in content.iter().flat_map(|row| &row.content) {
                    let (TableCell::TableHeader { content } | TableCell::TableCell { content }) =
                        cell;
                    walk(content, texts);
                }
            }
        }
    }
}

fn line(inlines: &[Inline], texts: &mut Vec<String>) {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => words.push_str(text),
            Inline::HardBreak {} => words.push(' '),
            Inline::Citation { .. } => texts.push(std::mem::take(&mut words)),
        }
    }
    texts.push(words);
}
