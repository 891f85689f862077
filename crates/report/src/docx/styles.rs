//! Styles: the look of the reports, in fonts that every word processor has.
//!
//! The PDF embeds Source Serif and Source Sans. A Word file is shown with the fonts of the reader's computer. If a font
//! is missing, the program takes any other. Therefore running text and headings are in Cambria, tables and labels in
//! Calibri: Word has both, and LibreOffice has fonts of the same widths (Caladea, Carlito).

use super::style_ids::{
    ACCENT, FAINT, FULL, GREY, INDENT, INK, RULE, RULE_STRONG, SANS, SERIF, character, paragraph,
};
use super::table_styles;
use super::xml::Xml;

/// How words are set. `None` and `false` mean the value of the style below.
#[derive(Debug, Clone, Copy, Default)]
struct Type {
    font: Option<&'static str>,
    /// In half points.
    size: Option<u32>,
    bold: bool,
    italic: bool,
    color: Option<&'static str>,
}

/// How a paragraph is placed.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    keep_next: bool,
    /// Space before and after it.
    space: Option<(u32, u32)>,
    /// The least distance of baselines.
    line: Option<u32>,
    /// The left edge, and how far the first line begins to the left of it.
    indent: Option<(u32, u32)>,
    /// A line above it.
    above: Option<(&'static str, u32)>,
    /// Whether it has a tab stop at the right edge.
    right_stop: bool,
    /// Outline level, counted from 1.
    outline: Option<u8>,
}

const SANS_TYPE: Type =
    Type { font: Some(SANS), size: None, bold: false, italic: false, color: None };
const PLAIN: Type = Type { font: None, size: None, bold: false, italic: false, color: None };
const SHAPE: Shape = Shape {
    keep_next: false,
    space: None,
    line: None,
    indent: None,
    above: None,
    right_stop: false,
    outline: None,
};
const HANGING: Option<(u32, u32)> = Some((INDENT, INDENT));
const SET_IN: Option<(u32, u32)> = Some((INDENT, 0));

/// Writes the part.
pub(super) fn write(language: &str) -> String {
    let mut xml = Xml::part();
    xml.open("w:styles", &[("xmlns:w", super::MAIN)]);
    defaults(&mut xml, language);
    paragraphs(&mut xml);
    characters(&mut xml);
    table_styles::write(&mut xml);
    xml.finish()
}

fn defaults(xml: &mut Xml, language: &str) {
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    fonts(xml, SERIF);
    xml.value("w:color", INK);
    xml.value("w:sz", "20");
    xml.value("w:szCs", "20");
    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", "ar-SA")]);
    xml.close();
    xml.close();
    xml.empty("w:pPrDefault", &[]);
    xml.close();
}

fn paragraphs(xml: &mut Xml) {
    use paragraph::{
        BODY, CAPTION, CELL, CELL_HEADING, CONTENTS_1, CONTENTS_2, CONTENTS_HEADING, ENDNOTE,
        FACT_LABEL, FOOTER, GROUP, HEAD, HEADER, KICKER, LAW, NOTE, ROW_START, ROW_TEXT, ROW_TITLE,
        SPACER, SUBTITLE, TITLE, heading, subheading,
    };
    let size = |points_twice: u32| Type { size: Some(points_twice), ..PLAIN };
    let sans = |points_twice: u32| Type { size: Some(points_twice), ..SANS_TYPE };
    let space = |before, after| Shape { space: Some((before, after)), ..SHAPE };
    let bold = |of: Type| Type { bold: true, ..of };
    let grey = |of: Type| Type { color: Some(GREY), ..of };
    let keep = |of: Shape| Shape { keep_next: true, ..of };
    let at = |indent, of: Shape| Shape { indent, ..of };

    let normal = Shape { space: Some((0, 120)), line: Some(276), ..SHAPE };
    paragraph_style(xml, ("Normal", "Normal"), ("", ""), normal, PLAIN);
    paragraph_style(xml, (BODY, "Body Text"), ("Normal", ""), at(SET_IN, SHAPE), PLAIN);
    paragraph_style(
        xml,
        (KICKER, "Kicker"),
        ("Normal", TITLE),
        space(1920, 200),
        Type { color: Some(ACCENT), ..bold(sans(20)) },
    );
    paragraph_style(
        xml,
        (TITLE, "Title"),
        ("Normal", SUBTITLE),
        keep(Shape { line: Some(640), ..space(0, 240) }),
        bold(size(54)),
    );
    paragraph_style(
        xml,
        (SUBTITLE, "Subtitle"),
        ("Normal", BODY),
        Shape { line: Some(420), ..space(0, 900) },
        size(32),
    );
    let headings = [
        (34, 460, 160),
        (26, 340, 100),
        (22, 240, 80),
        (20, 180, 40),
        (20, 140, 40),
        (20, 120, 40),
    ];
    for (level, (points_twice, before, after)) in (1_u8..).zip(headings) {
        let above = (level == 1).then_some((RULE_STRONG, 9));
        let shape = Shape {
            outline: Some(level),
            above,
            line: Some(240),
            ..keep(at(HANGING, space(before, after)))
        };
        let ty = if level < 4 { size(points_twice) } else { sans(points_twice) };
        let name = format!("heading {level}");
        paragraph_style(xml, (heading(level), &name), ("Normal", BODY), shape, bold(ty));
        if level <= 2 {
            let name = format!("Subheading {level}");
            paragraph_style(xml, (subheading(level), &name), ("Normal", BODY), shape, bold(ty));
        }
    }
    paragraph_style(
        xml,
        (LAW, "Law Reference"),
        ("Normal", BODY),
        keep(at(SET_IN, Shape { line: Some(200), ..space(0, 100) })),
        grey(sans(17)),
    );
    paragraph_style(
        xml,
        (NOTE, "Note"),
        ("Normal", BODY),
        at(SET_IN, Shape { line: Some(200), ..space(40, 120) }),
        grey(sans(17)),
    );
    paragraph_style(
        xml,
        (CAPTION, "caption"),
        ("Normal", BODY),
        keep(at(SET_IN, space(120, 80))),
        bold(sans(19)),
    );
    paragraph_style(
        xml,
        (CONTENTS_HEADING, "TOC Heading"),
        ("Normal", BODY),
        keep(space(0, 240)),
        bold(size(34)),
    );
    let contents = |left, hanging, before| Shape {
        right_stop: true,
        ..at(Some((left, hanging)), space(before, 0))
    };
    paragraph_style(
        xml,
        (CONTENTS_1, "toc 1"),
        ("Normal", BODY),
        contents(520, 520, 120),
        bold(PLAIN),
    );
    paragraph_style(xml, (CONTENTS_2, "toc 2"), ("Normal", BODY), contents(1240, 720, 0), PLAIN);
    paragraph_style(
        xml,
        (CELL, "Table Text"),
        ("Normal", ""),
        Shape { line: Some(220), ..space(0, 40) },
        sans(19),
    );
    paragraph_style(
        xml,
        (HEAD, "Table Head"),
        (CELL, ""),
        keep(SHAPE),
        Type { color: Some(RULE_STRONG), ..bold(sans(18)) },
    );
    paragraph_style(xml, (GROUP, "Table Group"), (CELL, ""), keep(space(80, 40)), bold(PLAIN));
    paragraph_style(
        xml,
        (CELL_HEADING, "Table Heading"),
        (CELL, CELL),
        keep(space(80, 20)),
        bold(PLAIN),
    );
    paragraph_style(xml, (FACT_LABEL, "Fact Label"), (CELL, ""), SHAPE, grey(PLAIN));
    let title = Shape {
        outline: Some(5),
        above: Some((RULE, 4)),
        right_stop: true,
        line: Some(240),
        ..keep(at(HANGING, space(160, 40)))
    };
    paragraph_style(xml, (ROW_TITLE, "Row Title"), ("Normal", ROW_TEXT), title, bold(sans(20)));
    let start =
        Shape { above: Some((RULE, 4)), right_stop: true, ..keep(at(HANGING, space(160, 50))) };
    paragraph_style(xml, (ROW_START, "Row Start"), (ROW_TEXT, ROW_TEXT), start, PLAIN);
    paragraph_style(xml, (ROW_TEXT, "Row Text"), (CELL, ""), at(SET_IN, space(20, 50)), PLAIN);
    paragraph_style(
        xml,
        (SPACER, "Spacer"),
        ("Normal", ""),
        Shape { line: Some(20), ..space(0, 0) },
        size(8),
    );
    let furniture = Shape { right_stop: true, line: Some(200), ..space(0, 0) };
    paragraph_style(xml, (HEADER, "header"), ("Normal", ""), furniture, grey(sans(17)));
    paragraph_style(xml, (FOOTER, "footer"), ("Normal", ""), furniture, grey(sans(17)));
    paragraph_style(
        xml,
        (ENDNOTE, "endnote text"),
        ("Normal", ""),
        at(HANGING, Shape { line: Some(210), ..space(0, 80) }),
        sans(18),
    );
}

fn characters(xml: &mut Xml) {
    use character::{CITATION, DRAFT, LABEL, LINK, MARK, NOTE_MARK, PROMPT, REFERENCE, REMARK};
    let default =
        [("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")];
    xml.open("w:style", &default);
    xml.value("w:name", "Default Paragraph Font");
    xml.value("w:uiPriority", "1");
    xml.empty("w:semiHidden", &[]);
    xml.close();
    let accent = Type { color: Some(ACCENT), ..PLAIN };
    let styles = [
        (LABEL, "Label", Type { color: Some(GREY), bold: true, ..SANS_TYPE }),
        (REMARK, "Remark", Type { color: Some(GREY), size: Some(17), ..SANS_TYPE }),
        (CITATION, "Citation", Type { size: Some(17), font: Some(SANS), ..accent }),
        (NOTE_MARK, "endnote reference", Type { size: Some(17), font: Some(SANS), ..accent }),
        (REFERENCE, "Reference", accent),
        (LINK, "Hyperlink", accent),
        (PROMPT, "Placeholder Text", Type { color: Some(FAINT), italic: true, ..PLAIN }),
        (MARK, "Level Mark", Type { size: Some(17), color: Some(INK), ..SANS_TYPE }),
        (DRAFT, "Draft Mark", Type { bold: true, ..accent }),
    ];
    for (id, name, ty) in styles {
        let mut attributes = vec![("w:type", "character"), ("w:styleId", id)];
        if !is_known(name) {
            attributes.push(("w:customStyle", "1"));
        }
        xml.open("w:style", &attributes);
        xml.value("w:name", name);
        xml.value("w:basedOn", "DefaultParagraphFont");
        xml.empty("w:qFormat", &[]);
        run_properties(xml, ty);
        xml.close();
    }
}

/// Whether word processors have a style with this name. They show its name in their own language.
fn is_known(name: &str) -> bool {
    let known = ["Body Text", "Title", "Subtitle", "TOC Heading", "Hyperlink", "Placeholder Text"];
    known.contains(&name) || name.starts_with(|c: char| c.is_lowercase())
}

fn paragraph_style(
    xml: &mut Xml,
    (id, name): (&str, &str),
    (based_on, next): (&str, &str),
    shape: Shape,
    ty: Type,
) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", id)];
    if based_on.is_empty() {
        attributes.push(("w:default", "1"));
    } else if !is_known(name) {
        attributes.push(("w:customStyle", "1"));
    }
    xml.open("w:style", &attributes);
    xml.value("w:name", name);
    if !based_on.is_empty() {
        xml.value("w:basedOn", based_on);
    }
    if !next.is_empty() {
        xml.value("w:next", next);
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if shape.keep_next {
        xml.empty("w:keepNext", &[]);
        xml.empty("w:keepLines", &[]);
    }
    if let Some((color, width)) = shape.above {
        xml.open("w:pBdr", &[]);
        let width = width.to_string();
        let attributes =
            [("w:val", "single"), ("w:sz", width.as_str()), ("w:space", "5"), ("w:color", color)];
        xml.empty("w:top", &attributes);
        xml.close();
    }
    if shape.right_stop {
        xml.open("w:tabs", &[]);
        xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &FULL.to_string())]);
        xml.close();
    }
    if shape.space.is_some() || shape.line.is_some() {
        let (before, after) = shape.space.unwrap_or_default();
        let (before, after) = (before.to_string(), after.to_string());
        let line = shape.line.map(|line| line.to_string());
        let mut attributes = Vec::new();
        if shape.space.is_some() {
            attributes.extend([("w:before", before.as_str()), ("w:after", after.as_str())]);
        }
        if let Some(line) = &line {
            attributes.extend([("w:line", line.as_str()), ("w:lineRule", "atLeast")]);
        }
        xml.empty("w:spacing", &attributes);
    }
    if let Some((left, hanging)) = shape.indent {
        let (left, hanging) = (left.to_string(), hanging.to_string());
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
    }
    if let Some(level) = shape.outline {
        xml.value("w:outlineLvl", &(level - 1).to_string());
    }
    xml.close();
    run_properties(xml, ty);
    xml.close();
}

fn run_properties(xml: &mut Xml, ty: Type) {
    xml.open("w:rPr", &[]);
    if let Some(font) = ty.font {
        fonts(xml, font);
    }
    if ty.bold {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    if ty.italic {
        xml.empty("w:i", &[]);
        xml.empty("w:iCs", &[]);
    }
    if let Some(color) = ty.color {
        xml.value("w:color", color);
    }
    if let Some(size) = ty.size {
        xml.value("w:sz", &size.to_string());
        xml.value("w:szCs", &size.to_string());
    }
    xml.close();
}

fn fonts(xml: &mut Xml, font: &str) {
    xml.empty(
        "w:rFonts",
        &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)],
    );
}
