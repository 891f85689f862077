//! Changes that the export itself marked, besides those of a reviewer.

mod files;

use files::{docx, read};
use vurder_model::report_address::with_hash;
use vurder_remarks::RemarkKind;

const PROPERTIES: &str = "<Properties \
    xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
    xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">\
    <property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"VurderProject\">\
    <vt:lpwstr>cohort</vt:lpwstr></property>\
    <property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"3\" name=\"VurderMarkedBy\">\
    <vt:lpwstr>Changed since version 2</vt:lpwstr></property></Properties>";

fn change(kind: &str, author: &str, words: &str) -> String {
    let text = if kind == "del" { "delText" } else { "t" };
    format!(
        "<w:{kind} w:id=\"1\" w:author=\"{author}\" w:date=\"2026-11-22T00:00:00Z\">\
         <w:r><w:{text} xml:space=\"preserve\">{words}</w:{text}></w:r></w:{kind}>"
    )
}

fn answer(runs: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:tag w:val=\"p-1/period\"/></w:sdtPr><w:sdtContent>\
         <w:p>{runs}</w:p></w:sdtContent></w:sdt>"
    )
}

#[test]
fn what_the_export_marked_is_no_remark_and_its_text_is_the_present_one() {
    let runs = format!(
        "<w:r><w:t xml:space=\"preserve\">Kept for </w:t></w:r>{}{}<w:r><w:t> years</w:t></w:r>",
        change("del", "Changed since version 2", "five"),
        change("ins", "Changed since version 2", "ten"),
    );
    let body = answer(&runs);
    let found = read(&docx(&body, &[("docProps/custom.xml", PROPERTIES)]));
    assert_eq!(found.remarks, []);
    // The words that the export wrote are those that stand there now.
    let tag = with_hash("p-1/period", "Kept for ten years");
    let same = body.replace("p-1/period", &tag);
    assert_eq!(read(&docx(&same, &[("docProps/custom.xml", PROPERTIES)])).remarks, []);
    // Without the property, the author of these marks is unknown: none is lost.
    assert_eq!(read(&docx(&body, &[])).remarks.len(), 1);
}

#[test]
fn a_reviewers_change_within_what_the_export_marked_is_the_reviewers() {
    let within = format!(
        "<w:r><w:t xml:space=\"preserve\">Kept for </w:t></w:r>{}{}",
        change("del", "Changed since version 2", "five"),
        format_args!(
            "<w:ins w:id=\"2\" w:author=\"Changed since version 2\" w:date=\"2026-11-22T00:00:00Z\">\
             {}</w:ins>{}",
            change("del", "Anna", "ten"),
            change("ins", "Anna", "twelve"),
        ),
    );
    let found = read(&docx(&answer(&within), &[("docProps/custom.xml", PROPERTIES)]));
    let [remark] = found.remarks.as_slice() else { panic!("{:?}", found.remarks) };
    assert_eq!((remark.kind, remark.author.as_deref()), (RemarkKind::Replacement, Some("Anna")));
    assert_eq!((remark.quoted.as_str(), remark.new_words.as_deref()), ("ten", Some("twelve")));
    assert_eq!(remark.place.as_deref(), Some("p-1/period"));
    assert_eq!(found.answers, ["p-1/period"]);
}
