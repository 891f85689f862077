//! Remarks of a PDF: their kinds, the words under them, replies and states, in files saved in different ways.
#![allow(clippy::unwrap_used)]

mod files;

use files::{Pdf, mark, read, text};
use lopdf::{
    EncryptionState, EncryptionVersion, IncrementalDocument, Object, Permissions, Stream,
    dictionary,
};
use vurder_remarks::{RemarkKind, RemarkState, ReturnedRemark, Unreadable};

fn only(mut file: Pdf) -> ReturnedRemark {
    let read = read(&file.bytes());
    assert_eq!(read.problems, []);
    assert_eq!(read.remarks.len(), 1);
    read.remarks.into_iter().next().unwrap()
}

#[test]
fn a_highlight_says_which_words_it_covers_and_where_they_stand() {
    let mut file = Pdf::new();
    // "ten years", which begins at the 17th letter of the second column.
    file.add(mark("Highlight", "Why so long?", 402, 456, 740));
    let remark = only(file);
    assert_eq!(remark.kind, RemarkKind::Highlight);
    assert_eq!(remark.words, "Why so long?");
    assert_eq!(remark.quoted, "ten years");
    assert_eq!(
        remark.before,
        "Purposes Research on sleep We keep data for "
            .trim_end()
            .chars()
            .rev()
            .take(40)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect::<String>()
    );
    assert_eq!(remark.after, "and assessment follows each year. æøå");
    assert_eq!(remark.place.as_deref(), Some("value/p-1/period"));
    assert_eq!((remark.author.as_deref(), remark.page), (Some("Anna"), Some(1)));
    assert_eq!(remark.at.unwrap().to_rfc3339(), "2026-03-01T10:15:00+01:00");
}

#[test]
fn words_over_two_lines_are_joined() {
    let mut file = Pdf::new();
    let mut both = mark("Underline", "", 480, 528, 740);
    let quads: Vec<Object> =
        [480, 749, 534, 749, 480, 738, 534, 738, 300, 737, 324, 737, 300, 726, 324, 726]
            .map(Object::Integer)
            .to_vec();
    both.set("QuadPoints", quads);
    file.add(both);
    let remark = only(file);
    assert_eq!((remark.kind, remark.quoted.as_str()), (RemarkKind::Underline, "assessment"));
}

#[test]
fn letters_that_say_something_else_are_quoted_as_they_are_meant() {
    let mut file = Pdf::new();
    file.add(mark("StrikeOut", "", 49, 69, 600));
    let remark = only(file);
    assert_eq!((remark.kind, remark.quoted.as_str()), (RemarkKind::StrikeOut, "æøå"));
    assert_eq!(remark.place.as_deref(), Some("value/p-2/name"));
}

#[test]
fn what_stands_in_a_header_is_no_context() {
    let mut file = Pdf::new();
    file.add(dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "Contents" => text("A title?"),
        "Rect" => vec![30.into(), 776.into(), 48.into(), 794.into()],
    });
    let remark = only(file);
    assert_eq!((remark.before.as_str(), remark.quoted.as_str()), ("", ""));
    assert!(remark.after.starts_with("Purposes"), "{}", remark.after);
    assert_eq!(remark.kind, RemarkKind::Comment);
}

#[test]
fn a_caret_and_what_is_struck_out_with_it_are_one_replacement() {
    let mut file = Pdf::new();
    let caret = file.add(dictionary! {
        "Subtype" => "Caret", "Contents" => text("five"), "NM" => text("c1"),
        "Rect" => vec![418.into(), 738.into(), 424.into(), 744.into()],
    });
    let mut struck = mark("StrikeOut", "", 402, 420, 740);
    struck.set("IRT", caret);
    struck.set("RT", "Group");
    file.add(struck);
    let mut free = mark("Caret", "always ", 300, 306, 728);
    free.remove(b"QuadPoints");
    file.add(free);
    let remarks = read(&file.bytes()).remarks;
    let told: Vec<_> =
        remarks.iter().map(|r| (r.kind, r.quoted.as_str(), r.new_words.as_deref())).collect();
    assert_eq!(
        told,
        [
            (RemarkKind::Replacement, "ten", Some("five")),
            (RemarkKind::Insertion, "", Some("always")),
        ]
    );
    assert_eq!(remarks[0].key, "c1");
    assert_eq!(remarks[0].place.as_deref(), Some("value/p-1/period"));
}

#[test]
fn replies_follow_what_they_answer_and_the_newest_state_counts() {
    let mut file = Pdf::new();
    let first = file.add(mark("Highlight", "One", 402, 456, 740));
    let reply =
        file.add(dictionary! { "Subtype" => "Text", "Contents" => text("Two"), "IRT" => first });
    file.add(dictionary! { "Subtype" => "Text", "Contents" => text("Three"), "IRT" => reply });
    let state = |state: &str, day: u32| {
        dictionary! {
            "Subtype" => "Text", "State" => text(state), "StateModel" => text("Review"), "IRT" => first,
            "M" => text(&format!("D:202603{day:02}")), "Contents" => text(&format!("{state} set by Anna")), "F" => 30,
        }
    };
    file.add(state("Completed", 9));
    file.add(state("Rejected", 4));
    file.add(mark("Highlight", "Earlier on the page", 50, 100, 740));
    let remarks = read(&file.bytes()).remarks;
    let words: Vec<_> = remarks.iter().map(|remark| remark.words.as_str()).collect();
    assert_eq!(words, ["Earlier on the page", "One", "Two", "Three", ""]);
    assert_eq!(remarks[1].state, Some(RemarkState::Completed));
    assert_eq!(remarks[2].reply_to.as_ref(), Some(&remarks[1].key));
    assert_eq!(remarks[3].reply_to.as_ref(), Some(&remarks[2].key));
    assert_eq!(remarks[3].place.as_deref(), Some("value/p-1/period"));
    let set = &remarks[4];
    assert_eq!((set.kind, set.state), (RemarkKind::State, Some(RemarkState::Completed)));
    assert_eq!(set.reply_to.as_ref(), Some(&remarks[1].key));
}

#[test]
fn each_state_is_told_with_who_set_it_and_one_model_does_not_clear_the_other() {
    let mut file = Pdf::new();
    let first = file.add(mark("Highlight", "One", 402, 456, 740));
    let set = |model: &str, state: &str, by: &str, day: u32| {
        dictionary! {
            "Subtype" => "Text", "State" => text(state), "StateModel" => text(model), "IRT" => first,
            "T" => text(by), "M" => text(&format!("D:202603{day:02}")), "F" => 30,
        }
    };
    file.add(set("Review", "Accepted", "Anna", 4));
    file.add(set("Marked", "Unmarked", "Anna", 9));
    file.add(set("Review", "Rejected", "Bo", 3));
    let remarks = read(&file.bytes()).remarks;
    assert_eq!(remarks[0].state, Some(RemarkState::Accepted));
    let told: Vec<_> = remarks[1..]
        .iter()
        .map(|one| {
            (one.state.unwrap(), one.author.as_deref().unwrap(), one.at.unwrap().to_rfc3339())
        })
        .collect();
    let day = |day: u32| format!("2026-03-{day:02}T00:00:00+00:00");
    assert_eq!(
        told,
        [
            (RemarkState::Accepted, "Anna", day(4)),
            (RemarkState::TakenBack, "Anna", day(9)),
            (RemarkState::Rejected, "Bo", day(3)),
        ]
    );
    assert!(remarks[1..].iter().all(|one| one.reply_to.as_ref() == Some(&remarks[0].key)));
}

#[test]
fn a_remark_that_bears_a_state_and_answers_nothing_keeps_its_words() {
    let mut file = Pdf::new();
    let mut marked = mark("Highlight", "Why so long?", 402, 456, 740);
    marked.set("State", text("Accepted"));
    marked.set("StateModel", text("Review"));
    file.add(marked);
    let remark = only(file);
    assert_eq!(
        (remark.words.as_str(), remark.state),
        ("Why so long?", Some(RemarkState::Accepted))
    );
}

#[test]
fn replies_in_a_circle_and_to_nothing_are_not_lost() {
    let mut file = Pdf::new();
    let (one, two) = (file.pdf.new_object_id(), file.pdf.new_object_id());
    let reply = |to| dictionary! { "Subtype" => "Text", "Contents" => text("?"), "IRT" => to };
    let listed: Vec<Object> = vec![one.into(), two.into(), reply((999, 0)).into()];
    file.pdf.objects.insert(one, reply(two).into());
    file.pdf.objects.insert(two, reply(one).into());
    file.pdf.get_dictionary_mut(file.page).unwrap().set("Annots", listed);
    let read = read(&file.bytes());
    assert_eq!(read.remarks.len(), 3);
    assert!(format!("{:?}", read.problems).contains("ReplyToNothing"), "{:?}", read.problems);
}

#[test]
fn rich_words_and_words_of_the_pop_up_count_where_there_are_no_others() {
    let mut file = Pdf::new();
    let mut rich = mark("Highlight", "", 50, 100, 740);
    rich.set("RC", text("<body><p>Rich &amp; plain</p></body>"));
    file.add(rich);
    let bare = file.add(mark("Highlight", "", 402, 456, 740));
    file.add(
        dictionary! { "Subtype" => "Popup", "Parent" => bare, "Contents" => text("In the window") },
    );
    file.add(dictionary! { "Subtype" => "Ink", "Rect" => vec![0.into(); 4] });
    let read = read(&file.bytes());
    let words: Vec<_> = read.remarks.iter().map(|remark| remark.words.as_str()).collect();
    assert_eq!(words, ["Rich & plain", "In the window"]);
    assert!(format!("{:?}", read.problems).contains("Ink"), "{:?}", read.problems);
}

#[test]
fn the_file_tells_of_which_report_it_is_a_copy() {
    let of = read(&Pdf::new().bytes()).of.unwrap();
    assert_eq!(
        (of.project.as_str(), of.form.as_str(), of.form_version.as_str()),
        ("cohort", "dpia", "1.0")
    );
    assert_eq!(
        (of.report_version.as_str(), of.day),
        ("0.3", chrono::NaiveDate::from_ymd_opt(2026, 2, 3))
    );
    let mut strange = Pdf::new();
    strange.pdf.trailer.remove(b"Info");
    strange.add(mark("Highlight", "Hello", 50, 100, 740));
    let strange = read(&strange.bytes());
    assert_eq!((strange.of, strange.remarks.len()), (None, 1));
}

#[test]
fn all_ways_of_saving_give_the_same_remarks() {
    let mut file = Pdf::new();
    file.add(mark("Highlight", "Why so long?", 402, 456, 740));
    let classic = read(&file.bytes());
    assert_eq!(read(&file.modern_bytes()), classic);
    // A file with bytes before its beginning, as mail programs write it.
    assert_eq!(read(&[b"\n\n".to_vec(), file.bytes()].concat()), classic);
    for version in [true, false] {
        let mut file = Pdf::new();
        file.add(mark("Highlight", "Why so long?", 402, 456, 740));
        let version = if version {
            EncryptionVersion::V2 {
                document: &file.pdf,
                owner_password: "owner",
                user_password: "",
                key_length: 128,
                permissions: Permissions::all(),
            }
        } else {
            EncryptionVersion::V1 {
                document: &file.pdf,
                owner_password: "owner",
                user_password: "",
                permissions: Permissions::all(),
            }
        };
        let state = EncryptionState::try_from(version).unwrap();
        file.pdf.encrypt(&state).unwrap();
        assert_eq!(read(&file.bytes()), classic);
    }
}

#[test]
fn what_was_added_to_the_end_is_read_and_what_it_replaces_is_not() {
    let mut file = Pdf::new();
    let first = file.add(mark("Highlight", "First draft", 402, 456, 740));
    let before = file.bytes();
    let mut update = IncrementalDocument::create_from(
        before.clone(),
        lopdf::Document::load_mem(&before).unwrap(),
    );
    update.opt_clone_object_to_new_document(first).unwrap();
    let annotation = update.new_document.get_dictionary_mut(first).unwrap();
    annotation.set("Contents", text("Second thought"));
    let mut after = Vec::new();
    update.save_to(&mut after).unwrap();
    assert!(after.starts_with(&before));
    let remarks = read(&after).remarks;
    assert_eq!(remarks.len(), 1);
    assert_eq!(remarks[0].words, "Second thought");
}

#[test]
fn a_password_is_asked_for_and_a_wrong_one_is_told() {
    let mut file = Pdf::new();
    file.add(mark("Highlight", "Secret", 402, 456, 740));
    let version = EncryptionVersion::V2 {
        document: &file.pdf,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    file.pdf.encrypt(&state).unwrap();
    let bytes = file.bytes();
    let with = |password| vurder_remarks::read("a.pdf", &bytes, password);
    assert_eq!(with(None), Err(Unreadable::PasswordNeeded { name: "a.pdf".into() }));
    assert_eq!(with(Some("x")), Err(Unreadable::WrongPassword { name: "a.pdf".into() }));
    assert_eq!(with(Some("user")).unwrap().remarks[0].words, "Secret");
}

#[test]
fn a_font_with_two_bytes_for_a_letter_is_read_through_its_table_also_in_a_form() {
    let mut file = Pdf::new();
    let table = b"1 beginbfrange <0001> <0003> <0061> endbfrange".to_vec();
    let table = file.pdf.add_object(Stream::new(dictionary! {}, table));
    let below = dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "DW" => 500,
        "W" => vec![Object::Integer(1), vec![Object::Integer(600), 600.into()].into()],
    };
    let font = file.pdf.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H", "ToUnicode" => table,
        "DescendantFonts" => vec![below.into()],
    });
    let form = Stream::new(
        dictionary! { "Subtype" => "Form", "Matrix" => [1, 0, 0, 1, 100, 0].map(Object::from).to_vec(),
        "Resources" => dictionary! { "Font" => dictionary! { "G" => font } } },
        b"BT /G 10 Tf 0 400 Td <000100020003> Tj ET".to_vec(),
    );
    let form = file.pdf.add_object(form);
    let content = file.pdf.add_object(Stream::new(dictionary! {}, b"/X Do".to_vec()));
    let page = file.pdf.get_dictionary_mut(file.page).unwrap();
    page.set("Contents", content);
    page.set("Resources", dictionary! { "XObject" => dictionary! { "X" => form } });
    file.add(mark("Highlight", "", 106, 117, 400));
    assert_eq!(only(file).quoted, "bc");
}
