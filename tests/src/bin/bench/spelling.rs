//! The time of checking the spelling of 60 pages, with the largest English dictionary on this computer.

use std::collections::HashSet;
use std::time::Instant;

use vurder_spelling::{Dictionary, Speller, find, system_folders};

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// The number of pages, each with 500 words.
const PAGES: usize = 60;
const WORDS_PER_PAGE: usize = 500;
/// The commands of the sample, whose text fills the pages.
const SAMPLE: &str = include_str!("../../../../content/samples/cohort.jsonl");

/// Measures reading the dictionary, and checking the pages for the first time and again.
pub(crate) fn measure(rows: &mut Vec<Row>) -> Outcome {
    let Some(found) = find("en", &system_folders()) else {
        rows.push(Row::new("Spell check of 60 pages", "no dictionary on this computer"));
        return Ok(());
    };
    let words: Vec<&str> = SAMPLE.split_whitespace().collect();
    let pages = words.iter().cycle().take(PAGES * WORDS_PER_PAGE);
    let text = pages.copied().collect::<Vec<_>>().join(" ");
    let none = HashSet::new();
    let read = Times::of(5, |_| Dictionary::read(&found.path).map(drop).map_err(Into::into))?;
    rows.push(Row::new(format!("Reading the dictionary {}", found.name), ms(read.median())));
    // A speller keeps what the dictionary said of words, so each round begins with a fresh one.
    let mut first = Vec::new();
    for _ in 0..5 {
        let mut speller = Speller::new(Dictionary::read(&found.path)?);
        let began = Instant::now();
        speller.check(&text, &none);
        first.push(began.elapsed());
    }
    let first = Times::new(first).median();
    rows.push(
        Row::new("Spell check of 60 pages for the first time", ms(first))
            .aim("100 ms", first.as_millis() < 100),
    );
    let mut speller = Speller::new(Dictionary::read(&found.path)?);
    speller.check(&text, &none);
    let again = Times::of(20, |_| {
        speller.check(&text, &none);
        Ok(())
    })?;
    rows.push(Row::new("Spell check of 60 pages, again", ms(again.median())));
    Ok(())
}
