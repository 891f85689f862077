//! Words that are found in answers and replaced: what is found, what is inserted, and what stays.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use vurder_model::id::CitationId;
use vurder_model::richtext::RichText;
use vurder_model::sought::Sought;
use vurder_model::value::{Chosen, Value};

fn sought(words: &str) -> Sought {
    Sought::new(words, false, false).unwrap()
}

fn all(value: &Value, sought: &Sought, with: &str) -> Value {
    let places: BTreeSet<usize> = (0..value.find(sought).len()).collect();
    value.with_replaced(sought, with, &places).unwrap()
}

fn text(markdown: &str) -> Value {
    Value::Text(markdown.to_owned())
}

#[test]
fn words_are_found_in_any_case_unless_case_counts() {
    let value = text("The Biobank keeps it. A BIOBANK, a biobank.");
    assert_eq!(value.find(&sought("biobank")).len(), 3);
    assert_eq!(value.find(&Sought::new("biobank", true, false).unwrap()).len(), 1);
    let found = &value.find(&sought("biobank"))[1];
    assert_eq!(
        (&*found.before, &*found.words, &*found.after),
        ("The Biobank keeps it. A ", "BIOBANK", ", a biobank.")
    );
}

#[test]
fn whole_words_have_no_letter_beside_them() {
    let value = text("Data, metadata and data1; «data» (data)");
    assert_eq!(value.find(&sought("data")).len(), 5);
    assert_eq!(value.find(&Sought::new("data", false, true).unwrap()).len(), 3);
    let norwegian = Sought::new("øre", false, true).unwrap();
    assert_eq!(text("Øre og ører").find(&norwegian).len(), 1);
}

#[test]
fn nothing_is_looked_for_without_words_or_across_lines() {
    assert!(Sought::new("  ", false, false).is_none());
    assert!(Sought::new("one\ntwo", false, false).is_none());
}

#[test]
fn marks_and_citations_stay_and_words_across_marks_take_the_first_ones() {
    let value =
        text("The **old** clinic [c1](cite:c1) and **old cli**nic [there](https://old.example)");
    let new = all(&value, &sought("old clinic"), "ward");
    assert_eq!(new, text("The **ward** [c1](cite:c1) and **ward** [there](https://old.example)"));
    assert_eq!(new.citations(), [CitationId::new("c1").unwrap()]);
}

#[test]
fn what_stands_on_both_sides_of_a_citation_or_a_line_end_is_not_one_word() {
    assert!(text("bio[x](cite:c1)bank").find(&sought("biobank")).is_empty());
    assert!(text("bio\\\nbank").find(&sought("bio bank")).is_empty());
}

#[test]
fn only_the_chosen_places_change() {
    let value = text("- one\n- one\n\n| one |\n| --- |\n| one |");
    let new = value.with_replaced(&sought("one"), "1*", &BTreeSet::from([1, 3])).unwrap();
    assert_eq!(RichText::from_markdown(&words(&new)).plain_text(), "one\n1*\none\n1*");
    assert!(value.with_replaced(&sought("one"), "1", &BTreeSet::from([4])).is_none());
}

#[test]
fn notes_of_options_are_words_and_their_ids_are_none() {
    let chosen = Chosen { option: "consent".into(), note: "Consent forms".into() };
    let value = Value::Choices(vec![chosen]);
    assert_eq!(value.find(&sought("consent")).len(), 1);
    let Value::Choices(new) = all(&value, &sought("consent"), "Assent") else {
        panic!("no choice")
    };
    assert_eq!((&*new[0].option, &*new[0].note), ("consent", "Assent forms"));
}

#[test]
fn the_address_of_a_link_is_no_word() {
    let value = text("[site](https://biobank.example)");
    assert!(value.find(&sought("biobank")).is_empty());
}

#[test]
fn letters_with_several_small_ones_are_not_cut() {
    // The lower case of İ has two characters.
    let value = Value::Line("İstanbul".into());
    assert!(value.find(&sought("i")).is_empty());
    assert_eq!(value.find(&sought("stanbul")).len(), 1);
}

fn words(value: &Value) -> String {
    let Value::Text(markdown) = value else { panic!("no text") };
    markdown.clone()
}

proptest! {
    #[test]
    fn what_is_replaced_by_itself_stays_and_what_is_replaced_is_gone(
        pieces in prop::collection::vec("(ab|AB|\\*\\*ab\\*\\*|\\[x\\]\\(cite:c\\)|ø| |-|c)", 0..24),
    ) {
        let markdown = RichText::from_markdown(&pieces.concat()).to_markdown();
        let value = text(&markdown);
        let exact = Sought::new("ab", true, false).unwrap();
        prop_assert_eq!(&all(&value, &exact, "ab"), &value);
        let gone = all(&value, &exact, "Q");
        prop_assert!(gone.find(&exact).is_empty());
        prop_assert_eq!(gone.citations(), value.citations());
        prop_assert_eq!(words(&gone).matches('Q').count(), value.find(&exact).len());
    }
}
