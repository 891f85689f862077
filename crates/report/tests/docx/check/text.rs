//! The text: paragraphs, tables whose cells fit the grid, fields that end, headings without gaps.

use super::tree::Element;

pub fn check(path: &str, part: &Element, problems: &mut Vec<String>) {
    for table in part.named("w:tbl") {
        check_table(path, table, problems);
    }
    for cell in part.named("w:tc") {
        if !ends_with_paragraph(cell) {
            problems
                .push(format!("{path}: a cell does not end with a paragraph: {}", cell.words()));
        }
    }
    check_places(path, part, problems);
    for change in part.named("w:ins").chain(part.named("w:del")) {
        if ["w:id", "w:author", "w:date"].iter().any(|name| change.get(name).is_empty()) {
            problems.push(format!("{path}: a change of nobody, or of no day"));
        }
    }
    let mut open: Vec<&str> = Vec::new();
    for mark in part.named("w:fldChar") {
        match (mark.get("w:fldCharType"), open.last().copied()) {
            ("begin", _) => open.push("begin"),
            ("separate", Some("begin")) => {
                open.pop();
                open.push("separate");
            }
            ("end", Some(_)) => {
                open.pop();
            }
            (kind, _) => problems.push(format!("{path}: {kind} of a field without a beginning")),
        }
    }
    if !open.is_empty() {
        problems.push(format!("{path}: a field does not end"));
    }
}

/// Checks that each element stands where the schema allows it.
fn check_places(path: &str, part: &Element, problems: &mut Vec<String>) {
    const BLOCKS: &[&str] = &["w:p", "w:tbl", "w:sdt", "w:bookmarkStart", "w:bookmarkEnd"];
    const INLINES: &[&str] = &[
        "w:pPr",
        "w:r",
        "w:hyperlink",
        "w:sdt",
        "w:ins",
        "w:del",
        "w:bookmarkStart",
        "w:bookmarkEnd",
    ];
    const RUN: &[&str] = &[
        "w:rPr",
        "w:t",
        "w:br",
        "w:tab",
        "w:drawing",
        "w:fldChar",
        "w:instrText",
        "w:endnoteReference",
        "w:endnoteRef",
        "w:separator",
        "w:continuationSeparator",
    ];
    fn walk(path: &str, of: &Element, within: &str, problems: &mut Vec<String>) {
        let allowed: Option<&[&str]> = match of.name.as_str() {
            "w:body" | "w:endnote" | "w:footnote" | "w:hdr" | "w:ftr" => Some(BLOCKS),
            "w:tc" => Some(BLOCKS),
            "w:p" | "w:hyperlink" => Some(INLINES),
            "w:sdtContent" if matches!(within, "w:p" | "w:hyperlink") => Some(INLINES),
            "w:sdtContent" => Some(BLOCKS),
            // At the end of a paragraph and at a row, a tracked change has no content.
            "w:ins" | "w:del" => Some(&["w:r"]),
            "w:r" if within == "w:del" => Some(&["w:rPr", "w:delText", "w:br", "w:tab"]),
            "w:r" => Some(RUN),
            _ => None,
        };
        for child in of.elements() {
            let extra = ["w:tcPr", "w:sectPr"].contains(&child.name.as_str());
            if let Some(allowed) = allowed
                && !extra
                && !allowed.contains(&child.name.as_str())
            {
                problems.push(format!("{path}: {} stands in {}", child.name, of.name));
            }
            let within = match of.name.as_str() {
                "w:sdt" | "w:sdtContent" => within,
                name => name,
            };
            walk(path, child, within, problems);
        }
    }
    walk(path, part, "", problems);
}

fn ends_with_paragraph(of: &Element) -> bool {
    let last = of.elements().rfind(|e| !e.name.starts_with("w:bookmark"));
    match last {
        Some(last) if last.name == "w:p" => true,
        Some(last) if last.name == "w:sdt" => {
            last.child("w:sdtContent").is_some_and(ends_with_paragraph)
        }
        _ => false,
    }
}

fn check_table(path: &str, table: &Element, problems: &mut Vec<String>) {
    let grid: Vec<u32> = table
        .child("w:tblGrid")
        .into_iter()
        .flat_map(Element::elements)
        .map(|column| column.get("w:w").parse().unwrap_or(0))
        .collect();
    if grid.is_empty() || grid.contains(&0) {
        problems.push(format!("{path}: a table has the grid {grid:?}"));
    }
    let rows: Vec<&Element> = table.elements().filter(|e| e.name == "w:tr").collect();
    if rows.is_empty() {
        problems.push(format!("{path}: a table has no row"));
    }
    let is_head =
        |row: &&Element| row.child("w:trPr").is_some_and(|of| of.child("w:tblHeader").is_some());
    let heads = rows.iter().take_while(|row| is_head(row)).count();
    if rows.iter().skip(heads).any(is_head) {
        problems.push(format!("{path}: a head stands below rows"));
    }
    let first_row = table.child("w:tblPr").and_then(|of| of.child("w:tblLook"));
    if first_row.is_some_and(|look| (look.get("w:firstRow") == "1") != (heads > 0)) {
        problems.push(format!("{path}: a table's head is no head"));
    }
    for row in rows {
        let mut at = 0;
        for cell in row.elements().filter(|e| e.name == "w:tc") {
            let of = cell.child("w:tcPr");
            let span = of.map_or("", |of| of.value("w:gridSpan")).parse().unwrap_or(1);
            let width: u32 = grid.iter().skip(at).take(span).sum();
            let own = of.and_then(|of| of.child("w:tcW")).map_or("", |width| width.get("w:w"));
            if own.parse() != Ok(width) {
                problems.push(format!("{path}: a cell of {own} stands over {width}"));
            }
            at += span;
        }
        if at != grid.len() {
            problems.push(format!("{path}: a row has {at} of {} columns", grid.len()));
        }
    }
}

/// Checks that headings do not skip a level.
pub fn check_headings(document: &Element, problems: &mut Vec<String>) {
    let mut last = 0;
    for paragraph in document.named("w:p") {
        let Some(of) = paragraph.child("w:pPr") else { continue };
        let style = of.value("w:pStyle");
        let level = style.strip_prefix("Heading").or_else(|| style.strip_prefix("Subheading"));
        let level: Option<u32> = level.and_then(|level| level.parse().ok());
        let Some(level) = level else { continue };
        if level > last + 1 {
            problems.push(format!("heading {level} follows {last}: {}", paragraph.words()));
        }
        last = level;
    }
}
