//! Changes in files that reviewers send back: what they marked, and nothing else, is changed.
#![allow(clippy::unwrap_used)]

use vurder_model::richtext::{NotReworded, RichText, WordsPlace};

fn exact<'a>(before: &'a str, quoted: &'a str, after: &'a str) -> WordsPlace<'a> {
    WordsPlace { quoted, before, after, exact: true }
}

fn reworded(text: &str, place: WordsPlace<'_>, new: &str) -> Result<String, NotReworded> {
    RichText::from_markdown(text).reword(&place, new).map(|text| text.to_markdown())
}

fn rewritten(text: &str, words: &str) -> Result<String, NotReworded> {
    RichText::from_markdown(text).rewrite(words).map(|text| text.to_markdown())
}

#[test]
fn an_answer_that_holds_only_citations_keeps_them() {
    let cited = "[H05](cite:H05) [H06](cite:H06)";
    let both = ["H05", "H06"];
    let after = RichText::from_markdown(cited).rewrite("[][7] says so.").unwrap();
    assert_eq!((after.citations(), after.plain_text().trim()), (both.to_vec(), "says so."));
    let before = RichText::from_markdown(cited).rewrite("See [] [7]").unwrap();
    assert_eq!((before.citations(), before.plain_text().trim()), (both.to_vec(), "See"));
    assert!(before.to_markdown().starts_with("See [H05]"), "{}", before.to_markdown());
    assert_eq!(rewritten(cited, "[][7]").unwrap(), cited);
    assert_eq!(rewritten(cited, "One.\nTwo. [][7]"), Err(NotReworded::Across));

    let typed = reworded(cited, exact("Sources [7]", "", "Next"), " say so").unwrap();
    assert_eq!(RichText::from_markdown(&typed).citations(), both);
    assert!(typed.ends_with("say so"), "{typed}");
    let typed = reworded(cited, exact("Sources ", "", "[7]"), "See ").unwrap();
    assert!(typed.starts_with("See [H05]"), "{typed}");
    let lines = reworded(cited, exact("Sources [7]", "", "Next"), "\nOne.\nTwo.").unwrap();
    assert_eq!(RichText::from_markdown(&lines).citations(), both);
    assert!(lines.ends_with("One.\n\nTwo."), "{lines}");
}

#[test]
fn numbers_in_brackets_that_somebody_wrote_are_words() {
    let text = "See [3] and the act of [2022] [H05](cite:H05), box [ ] open.";
    let same = "See [3] and the act of [2022][], box [ ] open.";
    let plain = |words: &str| RichText::from_markdown(text).rewrite(words).unwrap();
    assert_eq!(plain(same), RichText::from_markdown(text));
    let later = plain("See [3] and the act of [2023] [12], box [ ] closed.");
    assert_eq!(later.plain_text(), "See [3] and the act of [2023], box [ ] closed.");
    assert_eq!(later.citations(), ["H05"]);
    let without = plain("See the act of [2022] [12], box [ ] open.");
    assert_eq!(without.plain_text(), "See the act of [2022], box [ ] open.");
    assert_eq!(rewritten("", "Written [2] over").unwrap(), "Written [2] over");
    assert_eq!(
        RichText::from_markdown("One [H05](cite:H05) two")
            .without_numbers_of_citations("One[] two [4]"),
        "One two [4]"
    );
}

#[test]
fn letters_that_come_in_get_no_space() {
    let text = "The risk is low. Nobody is happy.";
    let insert = |place, new| reworded(text, place, new).unwrap();
    assert_eq!(insert(exact("The risk", "", " is low."), "s"), text.replace("risk", "risks"));
    assert_eq!(insert(exact("Nobody is ", "", "happy."), "un"), text.replace("happy", "unhappy"));
    assert_eq!(
        insert(exact("The risk ", "", "is low."), "really "),
        text.replace("is low", "really is low")
    );
    assert_eq!(
        insert(exact("Nobody is happy", "", "."), " now"),
        text.replace("happy.", "happy now.")
    );
    assert_eq!(insert(exact("is happy.", "", " Next label"), " Yes."), format!("{text} Yes."));
    // Earlier versions of the program did not store the space. Nobody can tell where the letters belong.
    assert_eq!(
        insert(exact("The risk", "", "is low."), "still"),
        text.replace("is low", "still is low")
    );
}

#[test]
fn the_place_that_is_marked_is_changed_and_no_other() {
    let text = "The data is inaccurate; stored in Oslo.";
    let marked = exact("The data is ", "in", "accurate; stored in Oslo.");
    assert_eq!(reworded(text, marked, "").unwrap(), text.replace("inaccurate", "accurate"));
    let other = exact("inaccurate; stored ", "in", " Oslo.");
    assert_eq!(reworded(text, other, "near").unwrap(), text.replace("in Oslo", "near Oslo"));

    let since = "The data are encrypted at rest. They are not deleted.";
    let gone = exact("The data are ", "not", " encrypted at rest.");
    assert_eq!(reworded(since, gone, ""), Err(NotReworded::Nowhere));
    let unknown = WordsPlace { quoted: "not", ..WordsPlace::default() };
    assert!(
        reworded(since, unknown, "never").is_ok(),
        "where the file does not tell the words around"
    );
    let list = "- Kept for ten years\n- Read by nurses";
    let bullets = exact("Data • Kept for ", "ten", " years • Read by nurses");
    assert!(reworded(list, bullets, "five").unwrap().contains("five years"));
}

#[test]
fn a_second_insertion_in_a_sentence_finds_its_place_after_the_first() {
    let text = "They are read by nurses of the ward. Nobody else reads them.";
    let first =
        reworded(text, exact("They are read ", "", "by nurses of the ward."), "only ").unwrap();
    let second = exact("They are read by ", "", "nurses of the ward. Nobody");
    let both = reworded(&first, second, "trained ").unwrap();
    assert_eq!(both, text.replace("read by", "read only by trained"));
    let twice = "Read by nurses of wards. Kept. Sold by nurses of wards.";
    let unclear = exact("They are seen by ", "", "nurses of wards.");
    assert_eq!(reworded(twice, unclear, "old "), Err(NotReworded::Twice));
}
