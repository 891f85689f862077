//! What reviewers do in a Word document besides changing the words of answers.
#![allow(clippy::unwrap_used)]

mod files;

use files::{docx, part, read};
use vurder_model::report_address::hash_of_words;
use vurder_remarks::{ChangedPart, MarkKind, Problem, RemarkKind};

fn control(tag: &str, content: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
}

fn paragraph(content: &str) -> String {
    format!("<w:p>{content}</w:p>")
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn change(kind: &str, content: &str) -> String {
    format!(
        "<w:{kind} w:id=\"3\" w:author=\"Anna\" w:date=\"2026-03-01T10:15:00Z\">{content}</w:{kind}>"
    )
}

fn row(mark: &str, cells: &[String]) -> String {
    let cells = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell)));
    let mark = if mark.is_empty() { String::new() } else { change(mark, "") };
    format!("<w:tr><w:trPr>{mark}</w:trPr>{}</w:tr>", cells.collect::<String>())
}

fn properties(of: &[(&str, &str)]) -> String {
    let one = |(name, value): &(&str, &str)| {
        format!(
            "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{name}\">\
             <vt:lpwstr>{value}</vt:lpwstr></property>"
        )
    };
    format!(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">{}</Properties>",
        of.iter().map(one).collect::<String>()
    )
}

#[test]
fn a_change_in_a_note_is_one_of_the_note() {
    let body = control(
        "m-1/why",
        &paragraph(&format!("{}<w:r><w:endnoteReference w:id=\"2\"/></w:r>", run("Words"))),
    );
    let note =
        format!("<w:endnote w:id=\"2\">{}</w:endnote>", paragraph(&change("ins", &run("x"))));
    let file = read(&docx(&body, &[("word/endnotes.xml", &part("endnotes", &note))]));
    let [one] = &file.remarks[..] else { panic!("{:?}", file.remarks) };
    assert_eq!((one.place.as_deref(), one.changes), (Some("m-1/why"), Some(ChangedPart::Note)));
}

#[test]
fn a_row_that_came_in_or_goes_is_one_remark_and_no_new_paragraph() {
    let gone = |words: &str| change("del", &format!("<w:r><w:delText>{words}</w:delText></w:r>"));
    let inserted = |words: &str| change("ins", &run(words));
    let answer = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row("", &[run("Name"), run("Period")]),
        row("ins", &[inserted("Weight"), inserted("five years")]),
        row("del", &[gone("Height"), gone("ten years")]),
        row("ins", &[run("Not marked"), String::new()]),
    );
    let file = read(&docx(&control("m-1/why", &answer), &[]));
    let told: Vec<_> = file
        .remarks
        .iter()
        .map(|one| {
            (one.kind, one.changes, one.quoted.as_str(), one.new_words.as_deref(), one.paragraphs)
        })
        .collect();
    let (added, removed) = (Some(ChangedPart::RowAdded), Some(ChangedPart::RowRemoved));
    assert_eq!(
        told,
        [
            (RemarkKind::Insertion, added, "", Some("Weight five years"), None),
            (RemarkKind::Deletion, removed, "Height ten years", None, None),
            (RemarkKind::Insertion, added, "", Some("Not marked  "), None),
        ]
    );
}

#[test]
fn answers_that_are_not_in_the_file_any_more_are_told() {
    let listed = properties(&[
        ("VurderProject", "p"),
        ("VurderAnswers1", "m-1:why,how"),
        ("VurderAnswers2", "m-2:why@2"),
    ]);
    let custom = [("docProps/custom.xml", listed.as_str())];
    let all: String = ["m-1/why", "m-1/how", "m-2/why@2"]
        .map(|tag| control(tag, &paragraph(&run("Words"))))
        .concat();
    assert_eq!(read(&docx(&all, &custom)).remarks, []);
    let one = control("m-1/how", &paragraph(&run("Words")));
    let file = read(&docx(&one, &custom));
    let told: Vec<_> = file.remarks.iter().map(|one| (one.changes, one.place.as_deref())).collect();
    let gone = Some(ChangedPart::AnswerGone);
    assert_eq!(told, [(gone, Some("m-1/why")), (gone, Some("m-2/why@2"))]);
    // A program that keeps no controls at all has not removed the answers.
    let file = read(&docx(&paragraph(&run("Words")), &custom));
    assert_eq!((file.remarks.len(), &file.problems[..]), (0, &[Problem::AnswersUnmarked][..]));
    assert_eq!(read(&docx(&one, &[])).remarks, [], "a file without the list claims nothing");
}

#[test]
fn text_outside_of_the_answers_that_changed_is_told() {
    let hash = hash_of_words("Heading Label");
    let custom = properties(&[("VurderProject", "p"), ("VurderOutside", &hash)]);
    let custom = [("docProps/custom.xml", custom.as_str())];
    let body = |heading: &str, more: &str| {
        let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let contents =
            [field("begin"), field("separate"), run("Contents 7"), field("end")].concat();
        let answer = control("m-1/why", &paragraph(&run("Any words")));
        format!(
            "{}{}{}{answer}{more}",
            paragraph(&run(heading)),
            paragraph(&contents),
            paragraph(&run("Label"))
        )
    };
    assert_eq!(read(&docx(&body("Heading ", ""), &custom)).problems, []);
    let tracked = paragraph(&change("ins", &run("More.")));
    assert_eq!(read(&docx(&body("Heading", &tracked), &custom)).problems, [], "that is a remark");
    for changed in [body("Another", ""), body("Heading", &paragraph(&run("More.")))] {
        assert_eq!(read(&docx(&changed, &custom)).problems, [Problem::OtherText]);
    }
}

#[test]
fn marks_that_are_no_words_are_told_by_their_kinds() {
    let formatted = "<w:r><w:rPr><w:rPrChange w:id=\"1\" w:author=\"Anna\"><w:rPr><w:highlight w:val=\"red\"/></w:rPr></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>";
    let marked = "<w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t>marked</w:t></w:r>";
    let picture = change("ins", "<w:r><w:drawing/></w:r>");
    let equation =
        "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"/>";
    let body = [
        paragraph(
            &[run("Kept "), formatted.to_owned(), marked.to_owned(), marked.to_owned()].concat(),
        ),
        paragraph(&[run("Next "), marked.to_owned(), picture, equation.to_owned()].concat()),
    ]
    .concat();
    let file = read(&docx(&body, &[]));
    let told: Vec<_> = file
        .problems
        .iter()
        .map(|problem| match problem {
            Problem::Marks { kind, count, near } => (*kind, *count, near.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            (MarkKind::Formatting, 1, "boldmarkedmarked Next marked"),
            (MarkKind::Highlighting, 2, "markedmarked Next marked"),
            (MarkKind::Picture, 1, "Kept boldmarkedmarked Next marked"),
            (MarkKind::Equation, 1, "Kept boldmarkedmarked Next marked"),
        ]
    );
}

#[test]
fn a_symbol_is_its_character() {
    let symbol = |font: &str, number: &str| {
        change("ins", &format!("<w:r><w:sym w:font=\"{font}\" w:char=\"{number}\"/></w:r>"))
    };
    let body = [symbol("Wingdings", "F0FC"), symbol("Arial", "00A7"), symbol("Symbol", "F0B3")];
    let file = read(&docx(&paragraph(&body.concat()), &[]));
    assert_eq!(file.remarks[0].new_words.as_deref(), Some("✓§≥"));
}

#[test]
fn a_comment_in_a_header_quotes_the_words_there() {
    let content = format!(
        "<w:commentRangeStart w:id=\"0\"/>{}<w:commentRangeEnd w:id=\"0\"/>",
        run("Confidential")
    );
    let header = part("hdr", &paragraph(&content));
    let comment = format!("<w:comment w:id=\"0\">{}</w:comment>", paragraph(&run("Why?")));
    let comments = part("comments", &comment);
    let others = [("word/header1.xml", header.as_str()), ("word/comments.xml", &comments)];
    let file = read(&docx("<w:p/>", &others));
    assert_eq!(file.remarks[0].quoted, "Confidential");
    assert_eq!(file.problems, []);
}
