//! The checker refuses a file with one damage, for the right reason.

use std::io::{Cursor, Read, Write};

use vurder_report::to_docx;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::check::problems;
use super::reports;

/// The file with one part changed. A part that becomes empty is left out.
fn damaged(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let mut met = false;
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            met = true;
            let before = String::from_utf8(content).unwrap();
            let after = change(before.clone());
            assert_ne!(before, after, "{part} was changed");
            if after.is_empty() {
                continue;
            }
            content = after.into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    assert!(met, "{part} is there");
    out.finish().unwrap().into_inner()
}

#[test]
fn each_damage_is_refused_for_its_reason() {
    let (_, document) = reports().swap_remove(0);
    let good = to_docx(&document, Some(&super::origin())).unwrap();
    assert!(problems(&good).is_empty());
    let text = "word/document.xml";
    let damages: [(&str, &str, &str, &str); 19] = [
        (text, "</w:body>", "", "ill-formed"),
        (
            text,
            "<w:pStyle w:val=\"Title\"/>",
            "<w:pStyle w:val=\"Nowhere\"/>",
            "no paragraph style",
        ),
        (text, "<w:gridCol w:w=\"", "<w:gridCol w:w=\"50\"/><w:gridCol w:w=\"", "columns"),
        (text, "<w:tblHeader/>", "", "head is no head"),
        (text, "<w:bookmarkEnd w:id=\"1\"/>", "", "do not end"),
        (text, "w:name=\"section_0\"", "w:name=\"section_1\"", "is there twice"),
        (text, "w:anchor=\"_Toc00000001\"", "w:anchor=\"_Toc99999999\"", "which is not there"),
        (text, "<w:sdtPr><w:tag w:val=\"", "<w:sdtPr><w:tag w:val=\"A B", "names no answer"),
        (text, "<w:fldChar w:fldCharType=\"end\"/>", "", "field does not end"),
        (text, "<w:endnoteReference w:id=\"1\"/>", "", "are referred to"),
        (
            text,
            "<w:pStyle w:val=\"Heading2\"/>",
            "<w:pStyle w:val=\"Heading4\"/>",
            "heading 4 follows 1",
        ),
        (text, "r:id=\"rId1\"", "r:id=\"rId999\"", "no relationship of it"),
        (text, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>", "head is no head"),
        (
            text,
            "<w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>",
            "<w:pPr><w:jc w:val=\"left\"/><w:pStyle w:val=\"BodyText\"/></w:pPr>",
            "comes late",
        ),
        ("word/numbering.xml", "<w:num w:numId=\"1\">", "<w:num w:numId=\"77\">", "no list 1"),
        ("[Content_Types].xml", "/word/styles.xml", "/word/style.xml", "has no type"),
        (
            "word/_rels/document.xml.rels",
            "Target=\"styles.xml\"",
            "Target=\"style.xml\"",
            "is not there",
        ),
        (
            "_rels/.rels",
            "Target=\"docProps/app.xml\"",
            "Target=\"docProps/core.xml\"",
            "is reached by nothing",
        ),
        ("word/header2.xml", "DRAFT", "&#0;", "character"),
    ];
    for (part, from, to, reason) in damages {
        // A relationship id that the text surely uses.
        let from = if from == "r:id=\"rId1\"" { "r:id=\"rId" } else { from };
        let to = if to == "r:id=\"rId999\"" { "r:id=\"rId999" } else { to };
        let bytes = damaged(&good, part, |text| text.replacen(from, to, 1));
        let found = problems(&bytes);
        assert!(
            found.iter().any(|problem| problem.to_lowercase().contains(reason)),
            "{from} for {to} in {part}: {found:?}"
        );
    }
    let without = damaged(&good, "word/styles.xml", |_| String::new());
    assert!(
        problems(&without).iter().any(|problem| problem.contains("word/styles.xml is not there"))
    );
    assert!(!problems(b"PK no archive").is_empty());
}
