//! Styles of tables: horizontal rules only, as in the PDF; a matrix has gaps between its cells.

use super::style_ids::{RULE, RULE_STRONG, table};
use super::xml::Xml;

/// Writes the styles of tables into the part of styles.
pub(super) fn write(xml: &mut Xml) {
    let default = [("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")];
    xml.open("w:style", &default);
    xml.value("w:name", "Normal Table");
    xml.value("w:uiPriority", "99");
    xml.empty("w:semiHidden", &[]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    cell_margins(xml, 0, 0);
    xml.close();
    xml.close();

    let side = |edge, width, color| Border { edge, width, color };
    let below = side("w:bottom", 7, RULE_STRONG);
    let between = side("w:insideH", 4, RULE);
    let gaps = [side("w:insideH", 10, "FFFFFF"), side("w:insideV", 10, "FFFFFF")];
    write_one(xml, (table::ROWS, "Report Table"), &[below, between], (85, 45));
    write_one(xml, (table::FACTS, "Report Facts"), &[between], (0, 45));
    write_one(xml, (table::MATRIX, "Report Matrix"), &gaps, (85, 50));
}

/// A style, with the margins of its cells at the sides, and above and below.
fn write_one(
    xml: &mut Xml,
    (id, name): (&str, &str),
    borders: &[Border],
    (side, edge): (u32, u32),
) {
    xml.open("w:style", &[("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", id)]);
    xml.value("w:name", name);
    xml.value("w:basedOn", "TableNormal");
    xml.empty("w:qFormat", &[]);
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    borders.iter().for_each(|border| border.write(xml));
    xml.close();
    cell_margins(xml, side, edge);
    xml.close();
    if id == table::ROWS {
        xml.open("w:tblStylePr", &[("w:type", "firstRow")]);
        xml.open("w:tcPr", &[]);
        xml.open("w:tcBorders", &[]);
        let below = Border { edge: "w:bottom", width: 7, color: RULE_STRONG };
        below.write(xml);
        xml.close();
        xml.close();
        xml.close();
    }
    xml.close();
}

/// A line at an edge of a cell.
#[derive(Debug, Clone, Copy)]
struct Border {
    edge: &'static str,
    /// Width in eighths of a point.
    width: u32,
    color: &'static str,
}

impl Border {
    fn write(self, xml: &mut Xml) {
        let width = self.width.to_string();
        let attributes = [
            ("w:val", "single"),
            ("w:sz", width.as_str()),
            ("w:space", "0"),
            ("w:color", self.color),
        ];
        xml.empty(self.edge, &attributes);
    }
}

fn cell_margins(xml: &mut Xml, side: u32, edge: u32) {
    let (side, edge) = (side.to_string(), edge.to_string());
    xml.open("w:tblCellMar", &[]);
    for (name, width) in
        [("w:top", &edge), ("w:left", &side), ("w:bottom", &edge), ("w:right", &side)]
    {
        xml.empty(name, &[("w:w", width), ("w:type", "dxa")]);
    }
    xml.close();
}
