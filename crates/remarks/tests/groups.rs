//! Annotations of a PDF that form one remark, and stamps.
#![allow(clippy::unwrap_used)]

mod files;

use files::{Pdf, mark, read, text};
use lopdf::{Object, dictionary};
use vurder_remarks::{Problem, RemarkKind};

#[test]
fn a_replacement_takes_the_words_of_the_caret_and_keeps_the_others() {
    for caret_first in [true, false] {
        let mut file = Pdf::new();
        let caret = || {
            let mut caret = mark("Caret", "five", 420, 426, 740);
            caret.remove(b"QuadPoints");
            caret
        };
        let struck = || mark("StrikeOut", "The law says so.", 402, 420, 740);
        let (one, mut two) = if caret_first { (caret(), struck()) } else { (struck(), caret()) };
        let first = file.add(one);
        two.set("IRT", first);
        two.set("RT", "Group");
        let second = file.add(two);
        file.add(
            dictionary! { "Subtype" => "Text", "Contents" => text("Agreed"), "IRT" => second },
        );
        let read = read(&file.bytes());
        let [whole, reply] = &read.remarks[..] else { panic!("{:?}", read.remarks) };
        assert_eq!(whole.kind, RemarkKind::Replacement);
        assert_eq!((whole.quoted.as_str(), whole.new_words.as_deref()), ("ten", Some("five")));
        assert_eq!(whole.words, "The law says so.");
        assert_eq!(
            reply.reply_to.as_ref(),
            Some(&whole.key),
            "a reply to a member finds the whole"
        );
        assert_eq!(read.problems, []);
    }
}

#[test]
fn struck_words_that_the_program_copied_are_not_told_again() {
    let mut file = Pdf::new();
    let first = file.add(mark("StrikeOut", "ten", 402, 420, 740));
    let mut caret = mark("Caret", "five", 420, 426, 740);
    caret.set("IRT", first);
    caret.set("RT", "Group");
    file.add(caret);
    let remarks = read(&file.bytes()).remarks;
    assert_eq!((remarks[0].words.as_str(), remarks[0].new_words.as_deref()), ("", Some("five")));
}

#[test]
fn a_stamp_says_its_name() {
    let mut file = Pdf::new();
    let stamp = |name: &str| {
        let area: Vec<Object> = vec![300.into(), 700.into(), 400.into(), 740.into()];
        dictionary! { "Subtype" => "Stamp", "Name" => name, "Rect" => area }
    };
    for name in ["NotApproved", "SBFinal", "#9aK3"] {
        file.add(stamp(name));
    }
    let read = read(&file.bytes());
    let told: Vec<_> = read.remarks.iter().map(|one| (one.kind, one.words.as_str())).collect();
    assert_eq!(told, [(RemarkKind::Comment, "Not Approved"), (RemarkKind::Comment, "Final")]);
    assert_eq!(read.problems, [Problem::Drawing { page: 1, kind: "Stamp".to_owned() }]);
}
