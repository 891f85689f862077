//! Changes of words in a text, where the words themselves name the place.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use vurder_model::richtext::{NotReworded, RichText, WordsPlace};

fn place<'a>(before: &'a str, quoted: &'a str, after: &'a str) -> WordsPlace<'a> {
    WordsPlace { quoted, before, after, exact: false }
}

fn reworded(text: &str, place: WordsPlace<'_>, new: &str) -> Result<String, NotReworded> {
    RichText::from_markdown(text).reword(&place, new).map(|text| text.to_markdown())
}

#[test]
fn words_are_replaced_where_they_stand_and_all_else_stays() {
    let text = "The data are *encrypted* at rest [H05](cite:H05), and **backed up** daily.\n\n- Kept for ten years";
    let changed = reworded(text, place("and backed up ", "daily", "."), "each hour").unwrap();
    assert_eq!(changed, text.replace("daily", "each hour"));
    let marked = reworded(text, place("are ", "encrypted", " at rest"), "ciphered").unwrap();
    assert!(marked.contains("*ciphered* at rest"), "{marked}");
    let item = reworded(text, place("Kept for ", "ten years", ""), "five years").unwrap();
    assert!(item.ends_with("- Kept for five years"), "{item}");
}

#[test]
fn inserted_paragraphs_stay_paragraphs_and_lines_within_one_are_refused() {
    let text = "One paragraph.\n\nAnother *paragraph*.";
    let between = place("One paragraph.", "", "Another paragraph.");
    let changed = reworded(text, between, "\nNew here.\nAnd here.").unwrap();
    assert_eq!(changed, "One paragraph.\n\nNew here.\n\nAnd here.\n\nAnother *paragraph*.");
    assert_eq!(reworded(text, between, "New here.\u{2029}").unwrap().matches("\n\n").count(), 2);
    let first = reworded(text, place("", "", "One paragraph. Another"), "Before.\n").unwrap();
    assert!(first.starts_with("Before.\n\nOne"), "{first}");
    let last = reworded(text, place("Another paragraph.", "", ""), "\nAfter.").unwrap();
    assert!(last.ends_with("*paragraph*.\n\nAfter."), "{last}");
    assert_eq!(reworded("", place("", "", ""), "One.\nTwo.").unwrap(), "One.\n\nTwo.");

    let within = place("One ", "", "paragraph. Another");
    assert_eq!(reworded(text, within, "part.\nA "), Err(NotReworded::Across));
    assert_eq!(reworded(text, between, "A.\nB."), Err(NotReworded::Across), "it goes on in both");
    let replaced = place("", "One paragraph", "");
    assert_eq!(reworded(text, replaced, "A.\nB"), Err(NotReworded::Across));
    let list = "- One item here\n- Another item";
    let between = place("One item here", "", "Another item");
    assert_eq!(reworded(list, between, "\nA third."), Err(NotReworded::Across));
}

#[test]
fn a_citation_within_the_words_stays_and_its_number_on_paper_does_not_hinder() {
    let text = "The data are encrypted at rest [H05](cite:H05), and backed up.";
    let changed =
        reworded(text, place("", "at rest [3], and backed", " up"), "always and kept").unwrap();
    let changed = RichText::from_markdown(&changed);
    assert_eq!(changed.citations(), ["H05"]);
    assert_eq!(changed.plain_text(), "The data are encrypted always and kept up.");
}

#[test]
fn words_are_inserted_between_those_around_them_with_a_space_where_one_belongs() {
    let text = "Access is logged. Logs are read.";
    let insert = |before, after, new| reworded(text, place(before, "", after), new).unwrap();
    assert_eq!(
        insert("Access is", "logged. Logs", "always"),
        "Access is always logged. Logs are read."
    );
    assert_eq!(
        insert("Access is ", "logged. Logs", "always "),
        "Access is always logged. Logs are read."
    );
    assert_eq!(
        insert("is logged", ". Logs are", "and kept"),
        "Access is logged and kept. Logs are read."
    );
    assert_eq!(
        insert("is logged", ". Logs are", ", and kept"),
        "Access is logged, and kept. Logs are read."
    );
    assert_eq!(
        insert("Label of the field", "Access is logged", "All"),
        "All Access is logged. Logs are read."
    );
    assert_eq!(
        insert("Logs are read.", "Next field", "Weekly."),
        "Access is logged. Logs are read. Weekly."
    );
    assert_eq!(insert("Acc", "ess is logged", "X"), "AccXess is logged. Logs are read.");
    assert_eq!(reworded("", place("Label", "", "Next"), "New words").unwrap(), "New words");
}

#[test]
fn words_that_go_leave_one_space() {
    let text = "Access is really logged, of course.";
    assert_eq!(
        reworded(text, place("is ", "really", " logged"), "").unwrap(),
        "Access is logged, of course."
    );
    assert_eq!(
        reworded(text, place("logged,", "of course", "."), "").unwrap(),
        "Access is really logged,."
    );
    assert_eq!(
        reworded(text, place("", "Access", " is"), "").unwrap(),
        "is really logged, of course."
    );
}

#[test]
fn words_that_stand_twice_need_their_surroundings_and_words_that_are_gone_are_told() {
    let text = "The provider keeps logs. The processor keeps logs.";
    let twice = reworded(text, place("", "keeps", ""), "deletes");
    assert_eq!(twice, Err(NotReworded::Twice));
    let second = reworded(text, place("The processor ", "keeps", " logs."), "deletes").unwrap();
    assert_eq!(second, "The provider keeps logs. The processor deletes logs.");
    assert_eq!(reworded(text, place("", "backups", ""), "x"), Err(NotReworded::Nowhere));
    let gone = reworded(text, place("the controller reads", "", "each week"), "x");
    assert_eq!(gone, Err(NotReworded::Nowhere));
    let across = reworded("One two\n\nthree four", place("", "two three", ""), "x");
    assert_eq!(across, Err(NotReworded::Across));
}

#[test]
fn what_a_page_shows_otherwise_is_found() {
    let text = "The certificate of the office is kept for\u{a0}ever.";
    let found = reworded(text, place("", "certiﬁ\u{ad}cate  of\nthe oﬃce", ""), "licence").unwrap();
    assert_eq!(found, "The licence is kept for\u{a0}ever.");
    assert!(reworded(text, place("", "kept for ever", ""), "lost").is_ok());
    let whole = reworded("The category is a cat.", place("", "cat", ""), "dog").unwrap();
    assert_eq!(whole, "The category is a dog.", "a whole word goes before a part of one");
}

proptest! {
    /// Each word that stands once in a text is replaced. Replacing it back gives the original text.
    #[test]
    fn a_change_and_its_reverse_are_nothing(words in proptest::collection::vec("[a-z]{2,9}", 1..30), at: prop::sample::Index) {
        let text = words.join(" ");
        let word = words[at.index(words.len())].as_str();
        let once = words.iter().filter(|one| *one == word).count() == 1;
        let changed = reworded(&text, place("", word, ""), "QQQ");
        if once {
            let changed = changed.unwrap();
            prop_assert_eq!(reworded(&changed, place("", "QQQ", ""), word).unwrap(), text);
        } else {
            prop_assert_eq!(changed, Err(NotReworded::Twice));
        }
    }
}

fn rewritten(text: &str, words: &str) -> Result<String, NotReworded> {
    RichText::from_markdown(text).rewrite(words).map(|text| text.to_markdown())
}

#[test]
fn a_text_written_over_keeps_what_is_the_same_in_both() {
    let text = "Data are **encrypted** at rest [H05](cite:H05), and [backed up](https://a.example) daily.\n\n- Kept for ten years";
    let words = "All data are encrypted at rest[3], and backed up each hour.\nKept for five years";
    assert_eq!(
        rewritten(text, words).unwrap(),
        "All data are **encrypted** at rest [H05](cite:H05), and [backed up](https://a.example) each hour.\n\n\
         - Kept for five years"
    );
    let same = "Data are encrypted at rest[], and backed up daily.\nKept  for ten\u{a0}years\n";
    assert_eq!(rewritten(text, same).unwrap(), text, "spaces and numbers of sources are no change");
}

#[test]
fn words_come_in_where_their_line_has_them() {
    assert_eq!(
        rewritten("One two.\n\nThree.", "One two. And more.\nThree.").unwrap(),
        "One two. And more.\n\nThree."
    );
    assert_eq!(
        rewritten("One two.\n\nThree.", "One two.\nNow three.").unwrap(),
        "One two.\n\nNow three."
    );
    assert_eq!(rewritten("One two.\n\nThree.", "One.\nThree.").unwrap(), "One.\n\nThree.");
    assert_eq!(rewritten("Only this.", "").unwrap(), "");
}

#[test]
fn lines_that_were_added_or_joined_are_not_guessed() {
    for words in ["One two.", "One two.\nThree.\nFour.", "One two. Three.", "One\ntwo.\nThree."] {
        assert_eq!(rewritten("One two.\n\nThree.", words), Err(NotReworded::Across), "{words}");
    }
}

proptest! {
    /// A text that was written over reads as it was written, and writing the former words over it gives the former one.
    #[test]
    fn a_text_written_over_reads_so(
        before in proptest::collection::vec("[a-d]{1,2}", 1..12),
        after in proptest::collection::vec("[a-d]{1,2}", 1..12),
    ) {
        let (before, after) = (before.join(" "), after.join(" "));
        let changed = rewritten(&before, &after).unwrap();
        prop_assert_eq!(&changed, &after);
        prop_assert_eq!(rewritten(&changed, &before).unwrap(), before);
    }
}
