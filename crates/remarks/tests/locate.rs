//! The place of a remark among the present answers.
#![allow(clippy::unwrap_used)]

use vurder_model::report_address::AnswerAddress;
use vurder_remarks::{Answers, Placement, RemarkKind, ReturnedRemark};

fn address(tag: &str) -> AnswerAddress {
    AnswerAddress::from_tag(tag).unwrap().0
}

fn remark(place: Option<&str>, (before, quoted, after): (&str, &str, &str)) -> ReturnedRemark {
    ReturnedRemark {
        identity: None,
        key: "k".into(),
        reply_to: None,
        kind: RemarkKind::Highlight,
        state: None,
        author: None,
        at: None,
        words: String::new(),
        quoted: quoted.into(),
        before: before.into(),
        after: after.into(),
        new_words: None,
        paragraphs: None,
        place: place.map(str::to_owned),
        page: None,
        exported: None,
        changes: None,
    }
}

fn locate(remark: &ReturnedRemark, texts: &[(AnswerAddress, String)]) -> Placement {
    Answers::of(texts.to_vec()).locate(remark)
}

fn texts() -> Vec<(AnswerAddress, String)> {
    [
        ("m-1/why", "We keep the data for ten\u{a0}years, since an assess\u{ad}ment follows. The ﬁrst “copy” is deleted."),
        ("m-2/why", "The controller asks each year whether the data are needed."),
        ("m-3/why", "The controller asks each year whether the data are needed. Then nobody asks again."),
        ("m-3/note", "Nothing."),
    ]
    .map(|(tag, words)| (address(tag), words.to_owned()))
    .to_vec()
}

#[test]
fn words_that_still_stand_at_their_place_are_exact() {
    let exact = Placement::Exact(address("m-1/why"));
    for (place, quoted) in [
        ("m-1/why", "ten years"),
        ("m-1/why@2", "an assess- ment follows"),
        ("value/m-1/why", "The first \"copy\" is"),
        ("value/m-1/why@measures", "ﬁrst “copy”"),
        ("m-1/why", ""),
    ] {
        assert_eq!(locate(&remark(Some(place), ("", quoted, "")), &texts()), exact, "{quoted}");
    }
}

#[test]
fn words_that_changed_since_leave_the_remark_at_its_answer() {
    let found =
        locate(&remark(Some("m-1/why"), ("keep data for ", "five months", ", since")), &texts());
    assert_eq!(found, Placement::Changed(address("m-1/why")));
    // A few letters stand in other answers by chance: they do not move the remark.
    let found = locate(&remark(Some("m-2/why"), ("", "Nothing", "")), &texts());
    assert_eq!(found, Placement::Changed(address("m-2/why")));
}

#[test]
fn words_in_one_other_answer_are_found_there() {
    let found = locate(&remark(Some("m-3/note"), ("", "an assessment follows", "")), &texts());
    assert_eq!(found, Placement::Moved(address("m-1/why")));
    let found = locate(&remark(None, ("data for ", "ten", " years, since an")), &texts());
    assert_eq!(found, Placement::Moved(address("m-1/why")));
    let found = locate(&remark(None, ("keep the data for ten years", "", ", since")), &texts());
    assert_eq!(found, Placement::Moved(address("m-1/why")));
}

#[test]
fn words_that_stand_twice_are_told_apart_by_what_stands_around_them() {
    let twice = ("", "whether the data are needed.", "");
    let both = Placement::Ambiguous(vec![address("m-2/why"), address("m-3/why")]);
    assert_eq!(locate(&remark(None, twice), &texts()), both);
    let around = ("asks each year ", "whether the data are needed.", " Then nobody asks");
    assert_eq!(locate(&remark(None, around), &texts()), Placement::Moved(address("m-3/why")));
    assert_eq!(
        locate(&remark(Some("row/m-2"), twice), &texts()),
        Placement::Moved(address("m-2/why"))
    );
}

#[test]
fn words_that_stand_nowhere_are_nowhere() {
    assert_eq!(
        locate(&remark(None, ("", "a clause that is gone", "")), &texts()),
        Placement::Nowhere
    );
    assert_eq!(locate(&remark(Some("x-9/why"), ("", "", "")), &texts()), Placement::Nowhere);
    assert_eq!(locate(&remark(None, ("", "", "")), &[]), Placement::Nowhere);
}
