#![allow(clippy::unwrap_used)]
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::test_pages::{about, shown};

const ROWS: &[&[&str]] = &[
    &["Our answers", "", "", "", "", "", "", "", ""],
    &[
        "Question ID",
        "Question",
        "CSP CAIQ Answer",
        "SSRM Control Ownership",
        "CSP Implementation Description",
        "CSC Responsibilities",
        "CCM Control ID",
        "CCM Control Title",
        "CCM Domain Title",
    ],
    &[
        "IAM-01.1",
        "Are keys counted?",
        "Yes",
        "CSP-owned",
        "Each \"Friday\",\nby two.",
        "",
        "IAM-01",
        "Keys",
        "Access",
    ],
    &[
        "IAM-01.2",
        "Are keys returned?",
        "Yes",
        "Shared CSP and CSC",
        "A box is there.",
        "Use the box.",
        "",
        "",
        "",
    ],
    &["IAM-02.1", "Are visitors met?", "Yes", "CSC-owned", "", "", "IAM-02", "Visitors", ""],
    &["DCS-01.1", "Is there a moat?", "No", "CSP-owned", "", "", "DCS-01", "Ground", "Sites"],
    &["DCS-01.2", "Is it deep?", "NA", "", "", "", "", "", ""],
    &["DCS-01.3", "Is it wide?", "", "", "", "", "", "", ""],
    &["DCS-01.4", "Is it wet?", "Mostly", "Shared", "", "", "", "", ""],
];

fn csv(sign: &str) -> Vec<u8> {
    let line = |cells: &&[&str]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        cells.join(sign)
    };
    // The title stands alone in its line, as spreadsheet programs write it.
    let lines: Vec<String> = ROWS[1..].iter().map(line).collect();
    lines.join("\r\n").into_bytes()
}

/// The smallest possible workbook, with words in the cells themselves.
fn workbook(sheet: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    for (path, content) in [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
                 <Override PartName='/xl/workbook.xml' ContentType='{types}.sheet.main+xml'/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
                 <Relationship Id='r1' Type='{relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns='{main}' xmlns:r='{relations}'><sheets>\
                 <sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
                 <Relationship Id='r1' Type='{relations}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns='{main}'><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ] {
        writer.start_file(path, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn sheet() -> String {
    let mut sheet = String::new();
    for (cells, row) in ROWS.iter().zip(1..) {
        let _ = write!(sheet, "<row r='{row}'>");
        for (cell, column) in cells.iter().zip('A'..) {
            if !cell.is_empty() {
                let _ =
                    write!(sheet, "<c r='{column}{row}' t='inlineStr'><is><t>{cell}</t></is></c>");
            }
        }
        sheet += "</row>";
    }
    sheet
}

fn import(path: &str, bytes: Vec<u8>) -> Imported {
    let files: Files = [(path, bytes)].into_iter().collect();
    assert_eq!(recognise(&files), Some(Reason::File { path: path.into() }));
    read(&files, Reason::Given, &about("")).unwrap()
}

#[test]
fn a_workbook_and_csv_with_either_sign_say_the_same() {
    let of = |read: Imported| {
        let pages: Vec<String> =
            read.pack.pages.iter().map(|page| page.title.clone() + "\n" + &shown(page)).collect();
        (
            pages,
            read.pack.statements.into_iter().map(|s| (s.id, s.words, s.side)).collect::<Vec<_>>(),
        )
    };
    let (pages, statements) = of(import("caiq.xlsx", workbook(&sheet())));
    assert_eq!(
        pages,
        [
            "Access\n# IAM-01 Keys\nterm IAM-01.1 Are keys counted?\n: Yes. CSP-owned\n= lab/iam-01-1\n\
             term IAM-01.2 Are keys returned?\n: Yes. Shared CSP and CSC\n= lab/iam-01-2\n= lab/iam-01-2-duty\n\
             # IAM-02 Visitors\nterm IAM-02.1 Are visitors met?\n: Yes. CSC-owned\n= lab/iam-02-1\n",
            "Sites\n# DCS-01 Ground\nterm DCS-01.1 Is there a moat?\n: No. CSP-owned\n= lab/dcs-01-1\n\
             term DCS-01.2 Is it deep?\n: NA\n= lab/dcs-01-2\nterm DCS-01.3 Is it wide?\n\
             term DCS-01.4 Is it wet?\n: Mostly. Shared\n= lab/dcs-01-4\n",
        ]
    );
    let told: Vec<_> =
        statements.iter().map(|(id, words, side)| (id.as_str(), words.as_str(), *side)).collect();
    assert_eq!(
        told,
        [
            ("lab/iam-01-1", "Each \"Friday\", by two.", Side::Provided),
            ("lab/iam-01-2", "A box is there.", Side::Provided),
            ("lab/iam-01-2-duty", "Use the box.", Side::ControllersDuty),
            ("lab/iam-02-1", "Are visitors met? Yes", Side::ControllersDuty),
            ("lab/dcs-01-1", "Is there a moat? No", Side::Limitation),
            ("lab/dcs-01-2", "Is it deep? NA", Side::Limitation),
            ("lab/dcs-01-4", "Is it wet? Mostly", Side::Limitation),
        ]
    );
    for sign in [",", ";", "\t"] {
        assert_eq!(
            of(import("caiq.csv", csv(sign))),
            (pages.clone(), statements.clone()),
            "{sign}"
        );
    }
}

#[test]
fn only_a_plain_yes_is_taken_as_a_yes() {
    let about = |answer: &str, owner: &str, description: &str| {
        let head = "Question ID,Question,CSP CAIQ Answer,SSRM Control Ownership,CSP Implementation Description";
        let csv = format!("{head}\nBCR-08.1,Is data copied?,\"{answer}\",{owner},{description}\n");
        let read = import("caiq.csv", csv.into_bytes());
        let told = read.problems.len();
        let found = read.pack.statements.into_iter().next().unwrap();
        (found.side, found.kind, found.words, found.uncertain, told)
    };
    for yes in ["Yes", "YES.", "y", "X", "Ja", "ja!"] {
        let (side, kind, words, uncertain, told) = about(yes, "CSP-owned", "Each night.");
        assert_eq!((side, kind), (Side::Provided, StatementKind::Measure), "{yes}");
        assert_eq!((words.as_str(), uncertain, told), ("Each night.", None, 0), "{yes}");
    }
    for no in
        ["No", "NO.", "Nei", "nej", "No, planned for 2027", "Not yet", "N/A", "Ikke ennå", "Ingen"]
    {
        let (side, kind, words, uncertain, told) = about(no, "CSP-owned", "Each night.");
        assert_eq!((side, kind), (Side::Limitation, StatementKind::Boundary), "{no}");
        let stop = if no.ends_with('.') { "" } else { "." };
        assert_eq!(words, format!("Is data copied? {no}{stop} Each night."));
        assert_eq!((uncertain, told), (None, 0), "{no}");
    }
    for (other, owner, expected) in [
        ("Partly", "CSP-owned", Side::Limitation),
        ("See section 4", "Shared CSP and CSC", Side::Limitation),
        ("See section 4", "CSC-owned", Side::ControllersDuty),
        ("Yes, for paying customers", "CSP-owned", Side::Provided),
    ] {
        let (side, _, words, uncertain, told) = about(other, owner, "Each night.");
        assert_eq!((side, told), (expected, 1), "{other}");
        assert_eq!(words, format!("Is data copied? {other}. Each night."));
        assert_eq!(uncertain.as_deref(), Some(other));
    }
}

#[test]
fn questions_without_an_answer_and_answers_that_are_unknown_are_told_by_row() {
    let read = import("caiq.xlsx", workbook(&sheet()));
    let told: Vec<_> = read.problems.iter().map(|p| (p.line, p.trouble.clone())).collect();
    assert_eq!(
        told,
        [
            (8, Trouble::Unanswered { question: "DCS-01.3".into() }),
            (9, Trouble::UnknownValue { value: "Mostly".into() }),
        ]
    );
    assert_eq!(read.pack.statements[0].sources[0].heading, "IAM-01 Keys");
}

#[test]
fn a_cell_at_the_end_of_all_rows_costs_nothing() {
    let far =
        sheet() + "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>far</t></is></c></row>";
    assert_eq!(import("caiq.xlsx", workbook(&far)).pack.pages.len(), 2);
}

#[test]
fn a_workbook_that_swells_or_is_none_is_told() {
    let swelling = workbook(&" ".repeat(4 * 1024 * 1024));
    let files: Files = [
        ("a.csv", csv(",")),
        ("b.xlsx", swelling),
        ("c.xlsx", b"PK\x03\x04 no".to_vec()),
        ("d.csv", b"\0\0\0".to_vec()),
        ("e.csv", b"Name,Price\nx,1\n".to_vec()),
    ]
    .into_iter()
    .collect();
    let read = read(&files, Reason::Given, &about("")).unwrap();
    let told: Vec<_> =
        read.problems.iter().filter(|p| p.line == 0).map(|p| p.file.as_str()).collect();
    assert_eq!(told, ["b.xlsx", "c.xlsx", "d.csv"]);
}
