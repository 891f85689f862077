//! Makes the subsets of the faces, and decides the text of each glyph.

use std::collections::BTreeMap;
use std::io::Cursor;

use printpdf::{
    Codepoint, FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, Pt, TextItem,
};
use subsetter::GlyphRemapper;

use crate::ReportError;
use crate::draw::{Glyph, GlyphRun, Shape};
use crate::font_file;
use crate::fonts::{Face, Faces};
use crate::layout::Laid;

/// The fonts of one PDF.
pub(super) struct Fonts {
    faces: BTreeMap<Face, Cut>,
}

/// The subset of one face.
pub(super) struct Cut {
    pub(super) id: FontId,
    font: ParsedFont,
    /// The extracted text of each glyph of the subset, by the glyph's number. A PDF has one text for each glyph.
    says: Vec<String>,
    /// Maps original glyph numbers to those of the subset.
    remapper: GlyphRemapper,
    widths: Vec<f32>,
}

impl Fonts {
    /// Reads all runs of a report, and makes the subset of each face that they use.
    pub(super) fn gather(laid: &Laid) -> Result<Self, ReportError> {
        let mut used: BTreeMap<Face, (GlyphRemapper, Vec<String>)> = BTreeMap::new();
        let runs =
            laid.pages.iter().flat_map(|page| &page.draws).filter_map(|draw| {
                if let Shape::Glyphs(run) = &draw.shape { Some(run) } else { None }
            });
        for run in runs {
            let (remapper, says) =
                used.entry(run.face).or_insert_with(|| (GlyphRemapper::new(), Vec::new()));
            for glyph in &run.glyphs {
                let id = remapper.remap(glyph.id);
                let text = words(run, glyph);
                let at = usize::from(id);
                if says.len() <= at {
                    says.resize(at + 1, String::new());
                }
                // The first text that is not empty counts.
                if says[at].is_empty() {
                    says[at].push_str(text);
                }
            }
        }
        let mut faces = BTreeMap::new();
        for (face, (remapper, says)) in used {
            faces.insert(face, Cut::new(&laid.faces, face, remapper, says)?);
        }
        Ok(Self { faces })
    }

    pub(super) fn get(&self, face: Face) -> Option<&Cut> {
        self.faces.get(&face)
    }

    /// Operations that use every glyph once.
    pub(super) fn all_in_use(&self) -> Vec<Op> {
        let mut ops = vec![Op::StartTextSection];
        for cut in self.faces.values() {
            let font = PdfFontHandle::External(cut.id.clone());
            ops.push(Op::SetFont { font, size: Pt(1.0) });
            let glyphs = (0_u16..).zip(&cut.says).map(|(gid, says)| Codepoint {
                gid,
                offset: 0.0,
                cid: Some(says.clone()),
            });
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] });
        }
        ops.push(Op::EndTextSection);
        ops
    }

    pub(super) fn register(&self, document: &mut PdfDocument) {
        for cut in self.faces.values() {
            document.resources.fonts.map.insert(cut.id.clone(), PdfFont::new(cut.font.clone()));
        }
    }
}

/// The text of a glyph in a run.
pub(super) fn words<'a>(run: &'a GlyphRun, glyph: &Glyph) -> &'a str {
    run.text.get(glyph.text.start as usize..glyph.text.end as usize).unwrap_or_default()
}

impl Cut {
    fn new(
        faces: &Faces,
        face: Face,
        remapper: GlyphRemapper,
        mut says: Vec<String>,
    ) -> Result<Self, ReportError> {
        let fail = |cause: String| ReportError::Font { face: faces.name(face).to_owned(), cause };
        let bytes = subsetter::subset(faces.program(face).0, 0, &remapper)
            .map_err(|error| fail(error.to_string()))?;
        let needed = font_file::with_tables(&mut Cursor::new(&bytes), 0, font_file::EMBEDDED);
        let mut font = ParsedFont::from_bytes(&needed.unwrap_or(bytes), 0, &mut Vec::new())
            .ok_or_else(|| fail("the cut font cannot be read".into()))?;
        // Six capital letters and a plus mark the name of a subset. printpdf writes the name as it is given.
        let tag: String =
            (0..6).map(|i| char::from(b'A' + ((face.index() + i * 5) % 26) as u8)).collect();
        font.font_name = Some(format!("{tag}+{}", faces.name(face)));
        says.resize(usize::from(remapper.num_gids()), String::new());
        let em = f32::from(font.units_per_em.max(1));
        let widths = (0..remapper.num_gids())
            .map(|id| (f32::from(font.get_glyph_width(id).unwrap_or(0)) * 1000.0 / em).trunc())
            .collect();
        let id = FontId(format!("T{}", face.index()));
        Ok(Self { id, font, says, remapper, widths })
    }

    /// The glyph's number in the subset.
    pub(super) fn glyph(&self, original: u16) -> u16 {
        self.remapper.get(original).unwrap_or(0)
    }

    /// Its width in thousandths of the type size, as the PDF states it.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.widths.get(usize::from(glyph)).copied().unwrap_or(0.0)
    }

    /// The text that the PDF gives for the glyph.
    pub(super) fn says(&self, glyph: u16) -> &str {
        self.says.get(usize::from(glyph)).map_or("", String::as_str)
    }
}
