//! Names of styles, and the fonts, colours and lengths that styles share.

/// Running text and headings.
pub(super) const SERIF: &str = "Cambria";
/// Tables, labels, header and footer.
pub(super) const SANS: &str = "Calibri";

pub(super) const INK: &str = "1B1D21";
pub(super) const GREY: &str = "5F646C";
pub(super) const FAINT: &str = "757980";
pub(super) const ACCENT: &str = "1F4E79";
pub(super) const RULE: &str = "C4C8CE";
pub(super) const RULE_STRONG: &str = "3A3F47";

/// The indent of running text. It leaves space for numbers. All lengths here are in twentieths of a point.
pub(super) const INDENT: u32 = 840;
/// Width of the text area.
pub(super) const FULL: u32 = 9626;

/// Ids of paragraph styles.
pub(super) mod paragraph {
    pub(in crate::docx) const BODY: &str = "BodyText";
    pub(in crate::docx) const KICKER: &str = "Kicker";
    pub(in crate::docx) const TITLE: &str = "Title";
    pub(in crate::docx) const SUBTITLE: &str = "Subtitle";
    pub(in crate::docx) const LAW: &str = "LawReference";
    pub(in crate::docx) const NOTE: &str = "Note";
    pub(in crate::docx) const CAPTION: &str = "Caption";
    pub(in crate::docx) const CONTENTS_HEADING: &str = "TOCHeading";
    pub(in crate::docx) const CONTENTS_1: &str = "TOC1";
    pub(in crate::docx) const CONTENTS_2: &str = "TOC2";
    pub(in crate::docx) const CELL: &str = "TableText";
    pub(in crate::docx) const HEAD: &str = "TableHead";
    pub(in crate::docx) const GROUP: &str = "TableGroup";
    pub(in crate::docx) const CELL_HEADING: &str = "TableHeading";
    pub(in crate::docx) const FACT_LABEL: &str = "FactLabel";
    pub(in crate::docx) const ROW_TITLE: &str = "RowTitle";
    pub(in crate::docx) const ROW_START: &str = "RowStart";
    pub(in crate::docx) const ROW_TEXT: &str = "RowText";
    pub(in crate::docx) const SPACER: &str = "Spacer";
    pub(in crate::docx) const HEADER: &str = "Header";
    pub(in crate::docx) const FOOTER: &str = "Footer";
    pub(in crate::docx) const ENDNOTE: &str = "EndnoteText";

    /// A heading of a level, 1 to 6.
    pub(in crate::docx) fn heading(level: u8) -> &'static str {
        const ALL: [&str; 6] =
            ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"];
        ALL[usize::from(level.clamp(1, 6)) - 1]
    }

    /// A heading of level 1 or 2 that the contents do not list. Programs that make the contents anew take all headings
    /// of these levels that have the usual names.
    pub(in crate::docx) fn subheading(level: u8) -> &'static str {
        if level < 2 { "Subheading1" } else { "Subheading2" }
    }
}

/// Ids of character styles.
pub(super) mod character {
    pub(in crate::docx) const LABEL: &str = "Label";
    pub(in crate::docx) const REMARK: &str = "Remark";
    pub(in crate::docx) const CITATION: &str = "Citation";
    pub(in crate::docx) const NOTE_MARK: &str = "EndnoteReference";
    pub(in crate::docx) const REFERENCE: &str = "Reference";
    pub(in crate::docx) const LINK: &str = "Hyperlink";
    pub(in crate::docx) const PROMPT: &str = "PlaceholderText";
    pub(in crate::docx) const MARK: &str = "LevelMark";
    pub(in crate::docx) const DRAFT: &str = "DraftMark";
}

/// Ids of table styles.
pub(super) mod table {
    pub(in crate::docx) const ROWS: &str = "ReportTable";
    pub(in crate::docx) const FACTS: &str = "ReportFacts";
    pub(in crate::docx) const MATRIX: &str = "ReportMatrix";
}
