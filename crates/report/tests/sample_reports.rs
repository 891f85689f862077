//! The reports of the sample have all its words.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use vurder_model::project::Project;
use vurder_model::provider::Coverage;
use vurder_model::value::Value;
use vurder_model::view::{BlockView, CellView, FormSource, FormView, form_view};
use vurder_report::{Empty, Rendered, render};

fn text(pdf: &[u8]) -> String {
    extracted(pdf, &[])
}

/// The words of the pages, in poppler's own order or, with `-raw`, in the order of the file.
fn extracted(pdf: &[u8], how: &[&str]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let mut command = Command::new("pdftotext");
    let output = command.args(how).arg(file.path()).arg("-").output().expect("poppler");
    String::from_utf8(output.stdout).unwrap()
}

fn view(content: &vurder_content::Content, project: &Project, form: &str) -> FormView {
    form_view(&FormSource {
        project,
        template: content.templates.template(form, "1.0.1").unwrap(),
        registers: &content.templates.registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &[],
    })
}

fn cells(view: &FormView) -> Vec<&CellView> {
    let blocks = view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks);
    blocks
        .flat_map(|block| match block {
            BlockView::Field(field) => vec![&field.cell],
            BlockView::Table(table) | BlockView::Rows { table, .. } => table
                .groups
                .iter()
                .flat_map(|group| &group.rows)
                .flat_map(|row| &row.cells)
                .collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// Words for a comparison: letters and digits only, since a line end may divide at other signs.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn check(form: &str) -> Rendered {
    let content = sample::content();
    let project = sample::project(&content);
    let made = render(&sample::report(&content, &project, form, Empty::LeaveOut)).unwrap();
    let report_text = text(&made.pdf);
    let known = words(&report_text);
    let joined: String = report_text.split_whitespace().collect();
    let mut lost: BTreeMap<String, String> = BTreeMap::new();
    let view = view(&content, &project, form);
    for cell in cells(&view) {
        let Some(value) = cell.value.as_ref().filter(|_| cell.asked) else { continue };
        if matches!(
            value,
            Value::Text(_)
                | Value::Line(_)
                | Value::YesNo { .. }
                | Value::Choice(_)
                | Value::Choices(_)
                | Value::Acceptance(_)
        ) {
            let plain = value.plain_text();
            // Citations are printed as numbers, without their ids.
            let plain = value
                .citations()
                .iter()
                .fold(plain, |text, id| text.replace(&format!("[{id}]"), " "));
            for word in words(&plain) {
                // A word that is longer than its column is divided, and the PDF gives two pieces.
                if !known.contains(&word) && !joined.contains(&word) {
                    lost.insert(word, plain.chars().take(60).collect());
                }
            }
        }
    }
    assert!(lost.is_empty(), "{form}: words that were written and are not in the PDF: {lost:#?}");
    for citation in view.cited.iter().filter_map(|id| project.citation(id)) {
        for word in words(&citation.words) {
            assert!(known.contains(&word) || joined.contains(&word), "source: {word}");
        }
    }
    assert!(made.missing_glyphs.is_empty(), "{:?}", made.missing_glyphs);
    made
}

#[test]
fn the_dpia_holds_all_that_was_written() {
    let made = check("edpb-dpia");
    assert!(made.pages > 20, "{} pages", made.pages);
    for anchor in ["section/0", "section/6", "part/1.1.a", "sources", "source/1"] {
        assert!(made.anchor_areas.contains_key(anchor), "the place of {anchor} is known");
    }
    assert!(made.anchor_areas.keys().any(|anchor| anchor.starts_with("row/")));
    assert!(made.anchor_areas.keys().any(|anchor| anchor.starts_with("value/")));
}

#[test]
fn the_rar_holds_all_that_was_written() {
    let made = check("rar");
    assert!(made.pages > 10, "{} pages", made.pages);
    assert!(made.anchor_areas.contains_key("topic/backup"), "the table of coverage");
}

#[test]
fn empty_parts_are_left_out_or_say_so() {
    let content = sample::content();
    let mut project = sample::project(&content);
    project.rows.clear();
    let left_out =
        render(&sample::report(&content, &project, "edpb-dpia", Empty::LeaveOut)).unwrap();
    let report_text = render(&sample::report(&content, &project, "edpb-dpia", Empty::Say)).unwrap();
    let (left_out, report_text) = (text(&left_out.pdf), text(&report_text.pdf));
    assert!(!left_out.contains("Why one criterion is enough"), "optional and empty");
    assert!(report_text.contains("Why one criterion is enough"), "named when asked for");
    assert!(left_out.contains("Purposes of the processing"), "required, though empty");
    assert!(left_out.contains("Not filled in."));
    assert!(
        report_text.matches("Not filled in.").count() > left_out.matches("Not filled in.").count()
    );
    assert!(!left_out.contains("Add the first"), "what to do is for the window, not for paper");
}

#[test]
fn heads_of_one_letter_are_explained() {
    let made = check("rar");
    let report_text = text(&made.pdf);
    let flat = report_text.split_whitespace().collect::<Vec<_>>().join(" ");
    let legend = "C: Need of confidentiality · I: Need of integrity · A: Need of availability";
    assert_eq!(flat.matches(legend).count(), 1, "what C, I and A mean is said with the assets");
}

#[test]
fn the_words_of_a_measure_stand_once_on_its_card() {
    let content = sample::content();
    let mut project = sample::project(&content);
    // The second text is too long for a title. Then no card of the table has a title.
    let long = format!("A measure that nobody has. {}", "It goes on and on. ".repeat(15));
    for words in ["A measure that nobody has.", long.as_str()] {
        let measure = project
            .rows
            .iter_mut()
            .find(|row| row.register == "measure" && row.chosen("serves").contains(&"fairness"));
        measure.unwrap().values.insert("measure".into(), Value::Text(words.trim().into()));
        let document = sample::report(&content, &project, "edpb-dpia", Empty::LeaveOut);
        let report_text = text(&render(&document).unwrap().pdf);
        assert_eq!(report_text.matches("A measure that nobody has").count(), 1, "{}", words.len());
    }
}

#[test]
fn the_file_for_a_prior_consultation_holds_what_article_36_lists() {
    let content = sample::content();
    let project = sample::project(&content);
    let made = render(&sample::consultation(&content, &project)).unwrap();
    let report_text = extracted(&made.pdf, &["-raw"]);
    let report_text = report_text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(made.missing_glyphs.is_empty());
    let mut from = report_text.find("Contact details of the data protection officer").unwrap();
    // The table of contents names each point once; after that, the points come in the order of the article.
    for point in ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"] {
        let law = format!("GDPR 36(3){point}");
        let at = report_text.find(&law).unwrap_or_else(|| panic!("{law} is not there"));
        assert!(at > from, "{law} stands in its place");
        from = at;
    }
    let point = |letter: &str| {
        let start = report_text.find(&format!("GDPR 36(3)({letter})")).unwrap();
        let next = char::from(letter.as_bytes()[0] + 1);
        let end = report_text.find(&format!("GDPR 36(3)({next})")).unwrap_or(report_text.len());
        report_text[start..end].to_owned()
    };
    assert!(point("a").contains("Nordvåg Sekvensering AS"), "processors");
    assert!(point("a").contains("Under the joint controller arrangement of 2 October 2026"));
    assert!(
        point("b").contains("loss of kidney function") && point("b").contains("Summary statistics")
    );
    assert!(point("c").contains("Random pseudonyms") && point("c").contains("A gate for exports"));
    assert!(
        point("d").contains("personvernombud@fjordby.example")
            && point("d").contains("Sundholm University")
    );
    for section in
        ["Overview of the processing", "Necessity and proportionality", "Conclusion and decision"]
    {
        assert!(point("e").contains(section), "the assessment is whole: {section}");
    }
    assert!(point("f").contains("Residual risk assessment"));
}
