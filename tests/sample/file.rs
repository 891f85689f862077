//! The report files: they are valid, the same at each export, and have what a PDF reader shows besides the pages.

use crate::made::{DATE, FORMS, read_with, sample};
use crate::printed::{Printed, on_paper};

#[test]
fn qpdf_finds_nothing_wrong() {
    for (_, name) in FORMS {
        let output = read_with("qpdf", &["--check"], &sample().report(name), &[]);
        assert!(output.contains("No syntax or stream encoding errors"), "{name}: {output}");
        assert!(!output.to_lowercase().contains("warning"), "{name}: {output}");
    }
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    for (form, name) in FORMS {
        let first = std::fs::read(sample().report(name)).unwrap();
        assert!(first == sample().report_again(form), "{name} differs from one time to the next");
    }
}

#[test]
fn the_file_says_what_it_is_who_wrote_it_and_when() {
    let head = &sample().project.head;
    let controllers: Vec<String> =
        sample().project.rows_of("controller").map(|row| row.values["name"].plain_text()).collect();
    for (_, name) in FORMS {
        let output =
            read_with("pdfinfo", &["-isodates", "-enc", "UTF-8"], &sample().report(name), &[]);
        let value = |key: &str| {
            let line = output.lines().find_map(|l| l.strip_prefix(&format!("{key}:")));
            line.unwrap_or_else(|| panic!("{name}: no {key} in\n{output}")).trim().to_owned()
        };
        assert!(value("Title").contains(&head.title), "{}", value("Title"));
        for controller in &controllers {
            assert!(value("Author").contains(controller), "{}", value("Author"));
        }
        assert!(value("CreationDate").starts_with(DATE), "{}", value("CreationDate"));
        assert!(value("Page size").contains("A4"));
    }
}

#[test]
fn the_reports_are_as_long_as_people_read() {
    for (name, pages) in [("dpia", 38..=44), ("rar", 21..=29), ("screening", 4..=6)] {
        let count = sample().pages(name, "-raw").len();
        assert!(pages.contains(&count), "{name}: {count} pages");
    }
}

#[test]
fn the_outline_names_every_section() {
    for (form, name) in FORMS {
        let templates = &vurder_content::Content::embedded().templates.templates;
        let template = templates.iter().rfind(|t| t.id == form).unwrap();
        let keys = ["--json", "--json-key=outlines", "--json-key=pages"];
        let all = read_with("qpdf", &keys, &sample().report(name), &[]);
        let all: serde_json::Value = serde_json::from_str(&all).unwrap();
        let outline = all["outlines"].as_array().unwrap();
        let titles: Vec<&str> = outline.iter().filter_map(|o| o["title"].as_str()).collect();
        let mut at = 0;
        for section in &template.sections {
            let found = titles[at..].iter().position(|title| title.contains(&section.title));
            at +=
                found.unwrap_or_else(|| panic!("{name}: \"{}\" in {titles:?}", section.title)) + 1;
        }
        let page = |entry: &serde_json::Value| {
            let leads = &entry["dest"][0];
            all["pages"].as_array().unwrap().iter().position(|page| &page["object"] == leads)
        };
        let pages: Vec<usize> = outline.iter().filter_map(page).collect();
        assert_eq!(pages.len(), outline.len(), "each entry leads to a page");
        assert!(pages.is_sorted(), "in the order of pages: {pages:?}");
    }
}

#[test]
fn every_page_but_the_title_counts_itself_and_names_project_and_version() {
    for (_, name) in FORMS {
        let pages = sample().pages(name, "-layout");
        for (at, page) in pages.iter().enumerate().skip(1) {
            let count = format!("page {} of {}", at + 1, pages.len());
            assert!(
                page.trim_end().ends_with(&count),
                "{name}: no \"{count}\" at the foot of\n{page}"
            );
            let head = page.trim_start().lines().next().unwrap_or_default();
            assert!(head.contains("FJORDSUND") && head.contains("Version 1.0"), "{name}: {head}");
        }
    }
}

/// The reports with citations. The screening is short and cites nothing.
const CITING: [&str; 2] = ["dpia", "rar"];

#[test]
fn sources_are_numbered_without_gaps_and_every_number_in_the_text_is_there() {
    for name in CITING {
        let (text, sources) = with_sources(name);
        let listed = numbers(&sources, true);
        assert!(listed.len() > 20, "{name} cites a good deal");
        assert_eq!(
            listed,
            (1..=listed.len()).collect::<Vec<_>>(),
            "{name}: numbered from 1 in order"
        );
        let mut cited = numbers(&text, false);
        cited.sort_unstable();
        cited.dedup();
        assert_eq!(cited, listed, "{name}: what is cited is listed, and what is listed is cited");
    }
}

#[test]
fn every_source_has_its_words_its_heading_and_its_page_with_address_revision_and_day() {
    for name in CITING {
        let (_, sources) = with_sources(name);
        let printed = Printed::new(&[sources]);
        let project = &sample().project;
        let mut found = 0;
        for citation in project.citations.iter().filter(|c| printed.has(&c.words)) {
            found += 1;
            for source in &citation.sources {
                let captured = source.captured.map_or_else(|| "undated".to_owned(), on_paper);
                let words = [&source.page, &source.heading, &source.address, &source.revision];
                for words in words.into_iter().chain([&citation.provider_name, &captured]) {
                    assert!(printed.has(words), "{name}, {}: {words}", citation.statement);
                }
            }
        }
        assert!(found > 20, "{name} cites a good deal");
    }
}

/// A report's text up to the appendix, and the appendix of sources.
fn with_sources(name: &str) -> (String, String) {
    let text = sample().pages(name, "-raw").join("\n");
    let at = text.rfind("\nSources\n").unwrap_or_else(|| panic!("{name} has no sources"));
    (text[..at].to_owned(), text[at..].to_owned())
}

/// Numbers in brackets, `[12]`; with `first`, only those at the beginning of a line.
fn numbers(text: &str, first: bool) -> Vec<usize> {
    let mut found = Vec::new();
    for line in text.lines() {
        for (at, after) in line.match_indices('[').map(|(at, _)| (at, &line[at + 1..])) {
            let number: Option<usize> =
                after.split_once(']').and_then(|(number, _)| number.parse::<usize>().ok());
            found.extend(number.filter(|_| !first || at == 0));
        }
    }
    found
}

#[test]
fn letters_of_all_three_alphabets_arrive_whole() {
    let all: String = FORMS.iter().flat_map(|(_, name)| sample().pages(name, "-raw")).collect();
    let written: String = sample()
        .project
        .rows
        .iter()
        .flat_map(|row| row.values.values().map(|value| value.plain_text()))
        .collect();
    let foreign = |text: &str| -> std::collections::BTreeSet<char> {
        text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).collect()
    };
    let (wanted, there) = (foreign(&written), foreign(&all));
    for (letters, alphabet) in [("æøåÆØÅ", "Latin"), ("εα", "Greek"), ("д", "Cyrillic")] {
        for letter in letters.chars() {
            assert!(wanted.contains(&letter), "the sample shows no {alphabet} {letter}");
        }
    }
    let lost: Vec<_> = wanted.difference(&there).collect();
    assert!(lost.is_empty(), "lost on the way: {lost:?}");
}
