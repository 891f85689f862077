//! Writes what was read as text, for a person to check, and finds what should not be in it.
#![allow(dead_code, unreachable_pub)]

use std::fmt::Write;

use vurder_import::{Files, Imported};
use vurder_model::passage::{Passage, PassageShape};
use vurder_model::provider::PageBlock;
use vurder_model::richtext::{Inline, Mark};

/// The words of a cell, links with their addresses.
fn words(cell: &[Inline]) -> String {
    let mut out = String::new();
    for inline in cell {
        match inline {
            Inline::Text { text, marks } => {
                let mut text = text.clone();
                for mark in marks {
                    text = match mark {
                        Mark::Strong {} => format!("*{text}*"),
                        Mark::Em {} => format!("/{text}/"),
                        Mark::Link { attrs } => format!("{text} <{}>", attrs.href),
                    };
                }
                out.push_str(&text);
            }
            Inline::HardBreak {} => out.push_str(" // "),
            Inline::Citation { .. } => {}
        }
    }
    out
}

fn shape(passage: &Passage) -> String {
    let shape = match &passage.shape {
        PassageShape::Paragraph {} => "para".into(),
        PassageShape::Item { depth, ordinal, continues } => {
            let mark = ordinal.map_or("-".into(), |n| format!("{n}."));
            format!("item{depth}{}", if *continues { "+".into() } else { mark })
        }
        PassageShape::Row { head } => if *head { "head" } else { "row" }.into(),
        PassageShape::Quote {} => "quote".into(),
        PassageShape::Definition { term } => if *term { "term" } else { "def" }.into(),
        PassageShape::Code {} => "code".into(),
        PassageShape::Note { label } => format!("note^{label}"),
    };
    if passage.boxes.is_empty() {
        shape
    } else {
        format!("{shape} [{}]", passage.boxes.join(" > "))
    }
}

/// Everything that was read, one line for each block.
pub fn text(imported: &Imported) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{:?}\n{:?}", imported.format, imported.counts);
    for page in &imported.pack.pages {
        let _ = writeln!(out, "\n=== {} | {} | {}", page.id, page.title, page.address);
        for block in &page.body {
            let _ = match block {
                PageBlock::Heading { level, text } => {
                    writeln!(out, "{} {text}", "#".repeat(usize::from(*level)))
                }
                PageBlock::Passage { passage } => {
                    let cells: Vec<String> = passage.cells.iter().map(|cell| words(cell)).collect();
                    let (line, number) = (passage.line, passage.number);
                    writeln!(out, "{line:>4} {number:>3} {}: {}", shape(passage), cells.join(" | "))
                }
                other => writeln!(out, "{other:?}"),
            };
        }
    }
    out.push_str("\n--- problems\n");
    for problem in &imported.problems {
        let _ = writeln!(out, "{}:{} {:?}", problem.file, problem.line, problem.trouble);
    }
    out.push_str("\n--- dead links\n");
    for link in &imported.dead_links {
        let _ = writeln!(out, "{}:{} {}", link.file, link.line, link.target);
    }
    out
}

/// Words outside of code that are syntax of a dialect.
pub fn raw_syntax(imported: &Imported, files: &Files) -> Vec<String> {
    let signs = [
        ":::",
        "{{",
        "{%",
        "%}",
        "{:",
        "{#",
        "!!! ",
        "??? ",
        "<!--",
        "--8<--",
        "</",
        " />",
        "[!NOTE]",
        "\u{E000}",
        "\u{E001}",
        "\u{E002}",
        ":material",
        "&nbsp;",
        "&amp;",
        "```",
        "<br",
        "import {",
        "[[toc",
        "@include",
        "className",
    ];
    let texts: Vec<String> =
        files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    // Code within lines may have any characters.
    let code: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.lines())
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .filter(|code| signs.iter().any(|sign| code.contains(*sign)))
        .collect();
    let mut raw = Vec::new();
    for page in &imported.pack.pages {
        for block in &page.body {
            let (text, at) = match block {
                PageBlock::Heading { text, .. } => (text.clone(), 0),
                PageBlock::Passage { passage } if passage.shape != (PassageShape::Code {}) => {
                    let words: Vec<String> =
                        passage.cells.iter().map(|cell| words_only(cell)).collect();
                    (words.join(" | "), passage.line)
                }
                _ => continue,
            };
            let found = signs.iter().find(|sign| {
                let without = code.iter().filter(|code| code.contains(**sign));
                without.fold(text.clone(), |text, code| text.replace(code, "")).contains(**sign)
            });
            if let Some(sign) = found {
                raw.push(format!("{}:{at} {sign}  in  {text}", page.id));
            }
        }
    }
    raw
}

fn words_only(cell: &[Inline]) -> String {
    let words = cell.iter().map(|inline| match inline {
        Inline::Text { text, .. } => text.as_str(),
        _ => " ",
    });
    words.collect()
}

/// Passages whose first word does not stand on their line or a few lines below it.
pub fn wrong_lines(imported: &Imported, files: &Files) -> Vec<String> {
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for (path, bytes) in files.iter() {
        let lines = String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect();
        texts.push((path.to_owned(), lines));
    }
    let mut wrong = Vec::new();
    for page in &imported.pack.pages {
        for block in &page.body {
            let PageBlock::Passage { passage } = block else { continue };
            // A passage of a data file has no line.
            if passage.line == 0 {
                continue;
            }
            let unlinked = passage.cells.iter().flatten().filter_map(|inline| match inline {
                Inline::Text { text, marks } if marks.is_empty() => Some(text.as_str()),
                _ => None,
            });
            let words = unlinked.collect::<Vec<_>>().join(" ");
            let long = |word: &&str| word.len() > 3 && word.chars().all(char::is_alphanumeric);
            let Some(word) = words.split_whitespace().find(long) else { continue };
            let first = usize::try_from(passage.line).unwrap_or(0).saturating_sub(1);
            let found = texts.iter().any(|(_, lines)| {
                lines.iter().skip(first).take(40).any(|line| line.contains(word))
            });
            if !found {
                wrong.push(format!("{}:{} {word}", page.id, passage.line));
            }
        }
    }
    wrong
}
