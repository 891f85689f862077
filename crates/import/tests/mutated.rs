//! Every reader on valid inputs that are mutated at random, but the same in each run. No reader panics, and every
//! result is a valid pack.
#![allow(clippy::unwrap_used)]

#[path = "../fuzz/targets.rs"]
#[allow(unreachable_pub)]
mod targets;

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The number of inputs for each reader.
const ROUNDS: usize = 3_000;
/// The number of workbooks, each of which is an archive.
const WORKBOOKS: usize = 1_000;

/// Pseudo-random numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }

    fn place(&mut self, bytes: &[u8]) -> usize {
        self.below(bytes.len() + 1)
    }

    /// Makes one to `faults` faults: inserts pieces; omits, doubles, moves or cuts off parts; changes bytes.
    fn mutate(&mut self, seed: &str, pieces: &[&str], faults: usize) -> Vec<u8> {
        let mut bytes = seed.as_bytes().to_vec();
        for _ in 0..=self.below(faults) {
            let at = self.place(&bytes);
            let end = (at + self.below(40)).min(bytes.len());
            match self.below(7) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let part = bytes[at..end].to_vec();
                    let to = self.place(&bytes);
                    bytes.splice(to..to, part);
                }
                3 if !bytes.is_empty() => {
                    let at = self.below(bytes.len());
                    bytes[at] = u8::try_from(self.below(256)).unwrap();
                }
                _ => {
                    let piece = pieces[self.below(pieces.len())].bytes();
                    let end = if self.below(2) == 0 { at } else { end };
                    bytes.splice(at..end, piece);
                }
            }
        }
        bytes
    }
}

/// Gives so many inputs to the target. At least a tenth of them must be readable, or the test would prove nothing.
fn run(rounds: usize, target: fn(&[u8]) -> bool, inputs: impl Fn(&mut Random, usize) -> Vec<u8>) {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let read = (0..rounds).filter(|round| target(&inputs(&mut random, *round))).count();
    assert!(read >= rounds / 10, "{read} of {rounds} were read");
}

const SIGNS: [&str; 12] =
    ["", "\0", "é", "\u{E000}1", "\u{FEFF}", "\r\n", "\t", "&#0;", "\u{202E}", "\\", "\"", "]]>"];

/// The tokens of JSON, and a number too large for it.
const JSON_SIGNS: [&str; 8] = ["{", "}", "[", "]", ",", ":", "null", "1e999"];

#[test]
fn markdown() {
    const SEED: &str = "---\ntitle: Start\n---\n\n# Backup *of* homes {#a}\n\nSee [the other](other.md#a) and <b>bold</b>.[^1]\n\n- one\n  1. two\n\n\
        | a | b |\n|---|---|\n| c | `d` |\n\n```sh\ncode\n```\n\n> quoted\n\n!!! note\n    In a box\n\n::: tip\nx\n:::\n\n[^1]: Note.\n";
    let pieces = [
        "---\n",
        "::: tip\n",
        "{%",
        "%}",
        "{{",
        "}}",
        "<Tab a={",
        "<!--",
        "](",
        "* - ",
        "    ",
        "`",
        "{ref}`",
        "--8<-- \"page.md\"\n",
    ];
    run(ROUNDS, targets::markdown, |random, round| {
        let mut input = vec![u8::try_from(round % 256).unwrap()];
        let pieces = [&pieces[..], &SIGNS].concat();
        input.extend(random.mutate(SEED, &pieces, 6));
        input
    });
}

#[test]
fn html() {
    const SEED: &str = "<!doctype html><html><head><meta charset=utf-8><title>Doors</title><link rel=canonical href='https://lab.example/doors'>\
        <base href='/x/'></head><body><nav><a href='/'>Home</a></nav><main><h1 id=a>Doors</h1><p>All <b>doors</b> are <a href='b.html#a'>locked</a>.</p>\
        <ul><li>one<ol start=3><li>two</ol></ul><table><tr><th>a<td rowspan=2>b<tr><td>c</table><dl><dt>t<dd>d</dl><pre>x\ny</pre>\
        <details><summary>More</summary>less</details><blockquote>q</blockquote><img alt='i'></main></body></html>";
    let pieces = [
        "<p>",
        "</p>",
        "<table>",
        "</table>",
        "<tr>",
        "<td colspan=99999999>",
        "<li>",
        "</ul>",
        "<svg>",
        "<math>",
        "<template>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<a href=javascript:x>",
        "<br/>",
        "<h2>",
        "<select>",
        "<frameset>",
        "</body>",
        "<style>",
        "&amp",
        "<",
    ];
    run(ROUNDS, targets::html, |random, _| random.mutate(SEED, &[&pieces[..], &SIGNS].concat(), 6));
}

#[test]
fn oscal() {
    const CATALOG: &str = r##"{"catalog": {"uuid": "x", "metadata": {"title": "Rules", "version": "3", "oscal-version": "1.1.2"},
        "groups": [{"id": "ac", "title": "Access", "controls": [{"id": "ac-1", "title": "Keys", "props": [{"name": "label", "value": "AC-1"}],
        "params": [{"id": "p1", "label": "days {{ insert: param, p2 }}"}, {"id": "p2", "select": {"choice": ["{{ insert: param, p1 }}"]}}],
        "links": [{"href": "#r1", "rel": "reference"}], "parts": [{"id": "s", "name": "statement", "prose": "Keys:", "parts": [
        {"id": "s.a", "name": "item", "prose": "every {{ insert: param, p1 }};"}]}]}]}],
        "back-matter": {"resources": [{"uuid": "r1", "title": "Book", "rlinks": [{"href": "https://lab.example/book"}]}]}}}"##;
    const COMPONENTS: &str = r##"{"component-definition": {"metadata": {"title": "All", "version": "7", "oscal-version": "1.1.2",
        "roles": [{"id": "customer", "title": "Customer"}]}, "components": [{"title": "Vault", "description": "Keeps *keys*.",
        "control-implementations": [{"source": "#r7", "description": "How.", "implemented-requirements": [
        {"control-id": "a.8.13", "description": "The vault counts.", "props": [{"name": "statement", "ns": "urn:x-vurder:pack", "value": "lab/a"},
        {"name": "side", "ns": "urn:x-vurder:pack", "value": "limitation"}]},
        {"control-id": "ac-1", "description": "In short.", "statements": [{"statement-id": "ac-1_smt.a", "description": "Staff return keys.",
        "responsible-roles": [{"role-id": "customer"}]}]}]}]}], "back-matter": {"resources": [{"uuid": "r7", "title": "Rules"}]}}}"##;
    let pieces = [
        "-0",
        "\"id\": \"a\"",
        "{{ insert: param, p1 }}",
        "lab/",
        "\"props\": [],",
        "\\ud800",
        "## ",
    ];
    run(ROUNDS, targets::oscal, |random, round| {
        let seed = if round % 2 == 0 { CATALOG } else { COMPONENTS };
        random.mutate(seed, &[&pieces[..], &JSON_SIGNS, &SIGNS].concat(), 1)
    });
}

#[test]
fn satre() {
    const SEED: &str = "specification:\n  - pillar: Doors\n    capability: Locks\n    capability_index: \"1.1\"\n    requirement_index: 1.1.01\n    \
        statement: You must lock *each*\n      door.\n    guidance: \"Doors:\\n\\n- front\\n- back\"\n    importance: Mandatory\n    \
        architecture_url: https://lab.example/doors\n  - pillar: People\n    requirement_index: 2\n    statement: You should greet.\n    guidance:\n";
    let pieces = [
        "- ",
        "&a ",
        "*a",
        "? ",
        "|\n",
        ">-\n",
        "!!binary ",
        "!!python/x ",
        "<<: ",
        "---\n",
        "...\n",
        "{",
        "}",
        "[",
        "]",
        "#",
        "%YAML",
        ": ",
        "~",
        "'",
    ];
    run(ROUNDS, targets::satre, |random, _| {
        random.mutate(SEED, &[&pieces[..], &SIGNS].concat(), 6)
    });
}

const ANSWERS: &str = "Question ID,Question,CSP CAIQ Answer,SSRM Control Ownership,CSP Implementation Description,CSC Responsibilities,CCM Control ID,CCM Domain Title\n\
    IAM-01.1,Are keys counted?,Yes,CSP-owned,\"Each \"\"Friday\"\",\nby two.\",,IAM-01,Access\n\
    IAM-01.2,Are keys returned?,Yes,Shared CSP and CSC,A box is there.,Use the box.,,\nDCS-01.1,Is there a moat?,No,CSP-owned,,,DCS-01,Sites\n";

#[test]
fn caiq_as_text() {
    let pieces = [
        ",",
        ";",
        "\"",
        "\n",
        "\"\"",
        "Yes",
        "No",
        "CSC",
        "Question",
        ",,,,,,,,,,,,",
        "=cmd()",
        "A&A-01.1",
    ];
    run(ROUNDS, targets::caiq, |random, _| {
        random.mutate(ANSWERS, &[&pieces[..], &SIGNS].concat(), 6)
    });
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        writer.start_file(*path, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The sheet of a workbook with the answers, as XML.
fn sheet() -> String {
    let mut sheet = String::from(
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>",
    );
    for (line, row) in
        ANSWERS.replace("\"Each \"\"Friday\"\",\nby two.\"", "Each Friday.").lines().zip(1..)
    {
        sheet += &format!("<row r='{row}'>");
        for (cell, column) in line.split(',').zip('A'..) {
            sheet += &format!("<c r='{column}{row}' t='inlineStr'><is><t>{cell}</t></is></c>");
        }
        sheet += "</row>";
    }
    sheet + "</sheetData></worksheet>"
}

fn workbook(sheet: &[u8], book: &[u8]) -> Vec<u8> {
    let package = "http://schemas.openxmlformats.org/package/2006";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = format!(
        "<Types xmlns='{package}/content-types'><Override PartName='/xl/workbook.xml' \
         ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"
    );
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns='{package}/relationships'><Relationship Id='r1' Type='{office}/{kind}' Target='{target}'/></Relationships>"
        )
    };
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

#[test]
fn caiq_as_workbook() {
    const BOOK: &str = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' \
        xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>";
    let pieces = [
        "<c r='ZZZ99999999'>",
        "</c>",
        "<v>1</v>",
        " t='s'",
        " t='d'",
        " s='9999999'",
        "<row r='0'>",
        "<f>",
        "</row>",
        "<mergeCell ref='A1:B9'/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "&b;",
        "<dimension ref='A1:XFD1048576'/>",
        "'",
        ">",
        "</sheetData>",
    ];
    let sheet = sheet();
    run(WORKBOOKS, targets::caiq, |random, round| {
        let pieces = [&pieces[..], &SIGNS].concat();
        if round % 8 == 0 {
            return workbook(sheet.as_bytes(), &random.mutate(BOOK, &pieces, 2));
        }
        workbook(&random.mutate(&sheet, &pieces, 3), BOOK.as_bytes())
    });
}

#[test]
fn zip_archives() {
    // Bytes anywhere in the archive are changed, its directory included.
    let sound = archive(&[
        ("docs/index.md", b"# Start\n\nSee [doors](doors.md).".as_slice()),
        ("docs/doors.md", b"# Doors\n\nAll doors are locked.".as_slice()),
        ("docs/old.html", b"<p>Old".as_slice()),
    ]);
    run(ROUNDS, targets::zip, |random, _| {
        let mut bytes = sound.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            match random.below(6) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..(at + random.below(9)).min(bytes.len()))),
                _ => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            }
            if bytes.is_empty() {
                break;
            }
        }
        bytes
    });
}

#[test]
fn packs() {
    let pieces = [
        "true",
        "-1",
        "99999999999",
        "\"lab/doors\"",
        "\"lab/\"",
        "lab/",
        "#lab/gone",
        "javascript:x",
        "\"kind\": \"action\",",
        "\"colour\": 1,",
        "\\ud800",
        "{\"type\": \"citation\", \"attrs\": {\"id\": \"c\"}},",
        "\"depth\": 0",
        "\"level\": 9",
        "{\"kind\": \"heading\", \"level\": 0, \"text\": \"\"},",
        "{\"type\": \"heading\", \"attrs\": {\"level\": 9}},",
        "2026-13-01",
    ];
    run(ROUNDS, targets::pack, |random, round| {
        let file = round % targets::PACK.len();
        let mut input = vec![u8::try_from(file).unwrap()];
        input.extend(random.mutate(
            targets::PACK[file].1,
            &[&pieces[..], &JSON_SIGNS, &SIGNS].concat(),
            6,
        ));
        input
    });
}
