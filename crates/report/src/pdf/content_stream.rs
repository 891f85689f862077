//! Content streams (ISO 32000-1, 7.8.2): the items of a page as operators, each inside a marked sequence.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

use super::fonts::{Cut, Fonts, words};
use super::marked_content::Sequence;
use super::structure_tree::structure_type;
use crate::draw::{Color, GlyphRun, Page, Rect, Shape, SlotId, Step};
use crate::fonts::Face;
use crate::layout::Laid;
use crate::picture::Picture;

/// The contents of the pages, which several threads write.
pub(super) struct Contents<'a> {
    laid: &'a Laid,
    fonts: &'a Fonts,
    marked: &'a [Vec<Sequence>],
    next: AtomicUsize,
}

/// The compressed content of a page.
pub(super) struct Packed {
    pub(super) index: usize,
    /// Digest of the content before compression.
    pub(super) digest: [u8; 32],
    pub(super) bytes: Vec<u8>,
}

impl<'a> Contents<'a> {
    pub(super) fn new(laid: &'a Laid, fonts: &'a Fonts, marked: &'a [Vec<Sequence>]) -> Self {
        Self { laid, fonts, marked, next: AtomicUsize::new(0) }
    }

    /// Writes pages until no page is left.
    pub(super) fn work(&self) -> Vec<Packed> {
        let mut done = Vec::new();
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(page) = self.laid.pages.get(index) else { return done };
            let content = self.content(page, self.marked.get(index).map_or(&[], Vec::as_slice));
            let digest = Sha256::digest(&content).into();
            done.push(Packed { index, digest, bytes: deflate(&content) });
        }
    }
}

impl Contents<'_> {
    fn content(&self, page: &Page, sequences: &[Sequence]) -> Vec<u8> {
        let mut writer = Writer {
            out: Vec::with_capacity(32 * 1024),
            height: page.height,
            text: false,
            font: None,
            fill: None,
            fonts: self.fonts,
            pictures: &self.laid.pictures,
        };
        if self.laid.mark.is_some() {
            writer.put("/Artifact BMC q /Mark Do Q EMC\n");
        }
        for sequence in sequences {
            match sequence.mcid {
                None => writer.put(artifact(sequence.slot)),
                Some(mcid) => {
                    let slot = self.laid.slots.get(sequence.slot.0 as usize);
                    let tag = slot.map_or("Span", |slot| structure_type(slot.role));
                    let _ = writeln!(writer.out, "/{tag} <</MCID {mcid}>> BDC");
                }
            }
            for draw in page.draws.get(sequence.draws.clone()).unwrap_or_default() {
                writer.shape(&draw.shape);
            }
            // A text object that was opened inside a sequence ends inside it.
            writer.leave_text();
            writer.put("EMC\n");
        }
        writer.out
    }
}

/// The beginning of an artifact. Headers and footers are marked as such (ISO 32000-1, 14.8.2.2.2).
fn artifact(slot: SlotId) -> &'static str {
    match slot {
        SlotId::HEADER => "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n",
        SlotId::FOOTER => "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n",
        _ => "/Artifact BMC\n",
    }
}

/// Compresses bytes. The same bytes give the same result.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(9));
    // Writing to memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Whether two texts are the same for a reader. A no-break space counts as a space.
fn alike(one: &str, other: &str) -> bool {
    let blank = |text: &str| matches!(text, " " | "\u{a0}");
    one == other || (blank(one) && blank(other))
}

/// The greatest error of a glyph's place, in thousandths of the type size: a twentieth of a point in running text.
const UNSEEN: f32 = 6.0;

struct Writer<'a> {
    out: Vec<u8>,
    height: f32,
    /// Whether a text object is open.
    text: bool,
    font: Option<(Face, f32)>,
    fill: Option<Color>,
    fonts: &'a Fonts,
    pictures: &'a [Arc<Picture>],
}

impl Writer<'_> {
    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// A number with at most two decimals. That is finer than any printer.
    fn number(&mut self, value: f32) {
        let hundredths = (f64::from(value) * 100.0).round() as i64;
        if hundredths < 0 {
            self.out.push(b'-');
        }
        let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
        let _ = match (part, part % 10) {
            (0, _) => write!(self.out, "{whole} "),
            (_, 0) => write!(self.out, "{whole}.{} ", part / 10),
            _ => write!(self.out, "{whole}.{part:02} "),
        };
    }

    fn point(&mut self, x: f32, y: f32) {
        self.number(x);
        self.number(self.height - y);
    }

    fn color(&mut self, Color(r, g, b): Color, operator: &str) {
        for channel in [r, g, b] {
            let thousandths = (u32::from(channel) * 1000 + 127) / 255;
            let _ = match thousandths {
                1000 => write!(self.out, "1 "),
                other => write!(self.out, "0.{other:03} "),
            };
        }
        self.put(operator);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Glyphs(run) => self.run(run),
            Shape::Fill(Rect { x, y, width, height }, color) => {
                self.leave_text();
                self.fill(*color);
                self.point(*x, *y + *height);
                self.number(*width);
                self.number(*height);
                self.put("re f\n");
            }
            Shape::Line { from, to, width, color } => {
                self.leave_text();
                self.color(*color, "RG ");
                self.number(*width);
                self.put("w ");
                self.point(from.0, from.1);
                self.put("m ");
                self.point(to.0, to.1);
                self.put("l S\n");
            }
            Shape::Path(steps, color) => {
                self.leave_text();
                self.fill(*color);
                self.path(steps);
            }
            Shape::Picture(Rect { x, y, width, height }, index) => {
                self.leave_text();
                self.put("q ");
                let turned = self.pictures.get(*index).map(|picture| picture.orientation);
                let corner = (*x, self.height - (*y + *height));
                for number in turned.unwrap_or_default().matrix(corner, (*width, *height)) {
                    self.number(number);
                }
                let _ = writeln!(self.out, "cm /{}{index} Do Q", super::pictures::NAME);
            }
            // Links are annotations, not content.
            Shape::Link { .. } => {}
        }
    }

    fn path(&mut self, steps: &[Step]) {
        for step in steps {
            match *step {
                Step::Move(x, y) => {
                    self.point(x, y);
                    self.put("m\n");
                }
                Step::Line(x, y) => {
                    self.point(x, y);
                    self.put("l\n");
                }
                Step::Curve(a, b, c, d, e, f) => {
                    self.point(a, b);
                    self.point(c, d);
                    self.point(e, f);
                    self.put("c\n");
                }
                Step::Close => self.put("h\n"),
            }
        }
        self.put("f\n");
    }

    fn leave_text(&mut self) {
        if std::mem::take(&mut self.text) {
            self.put("ET\n");
        }
    }

    fn fill(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.fill = Some(color);
            self.color(color, "rg\n");
        }
    }

    fn run(&mut self, run: &GlyphRun) {
        let fonts = self.fonts;
        let Some(cut) = fonts.get(run.face) else { return };
        if !self.text {
            self.text = true;
            self.put("BT\n");
        }
        self.fill(run.color);
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let _ = write!(self.out, "/{} ", cut.id.0);
            self.number(run.size);
            self.put("Tf\n");
        }
        if let Some(actual) = &run.actual {
            self.span(actual);
            self.glyphs(run, cut, true);
            self.put("EMC\n");
        } else {
            self.glyphs(run, cut, false);
        }
    }

    /// Begins a part whose extracted text differs from its glyphs.
    fn span(&mut self, actual: &str) {
        self.put("/Span <</ActualText <FEFF");
        for unit in actual.encode_utf16() {
            let _ = write!(self.out, "{unit:04X}");
        }
        self.put(">>> BDC\n");
    }

    fn glyphs(&mut self, run: &GlyphRun, cut: &Cut, spanned: bool) {
        let mut open: Option<f32> = None;
        let mut pen = run.x;
        for glyph in &run.glyphs {
            let id = cut.glyph(glyph.id);
            let text = words(run, glyph);
            // A font has one text for each glyph. If a glyph here has another text, ActualText gives it.
            let differs = !spanned && !text.is_empty() && !alike(text, cut.says(id));
            let at = pen + glyph.dx;
            if glyph.dy != 0.0 || differs {
                self.close(&mut open);
                if differs {
                    self.span(text);
                }
                self.glyph(&mut open, id, cut, (at, run.y - glyph.dy), run.size);
                self.close(&mut open);
                if differs {
                    self.put("EMC\n");
                }
            } else {
                self.glyph(&mut open, id, cut, (at, run.y), run.size);
            }
            pen += glyph.advance;
        }
        self.close(&mut open);
    }

    /// Shows one glyph. `open` is the place of a viewer's pen while a row of glyphs is being shown.
    fn glyph(&mut self, open: &mut Option<f32>, id: u16, cut: &Cut, at: (f32, f32), size: f32) {
        let pen = match *open {
            Some(pen) => {
                // The error of the pen's place in thousandths of the type size. Nobody sees a small error.
                let off = ((pen - at.0) * 1000.0 / size).round();
                if off.abs() < UNSEEN {
                    pen
                } else {
                    let _ = write!(self.out, "){off}(");
                    at.0
                }
            }
            None => {
                self.put("1 0 0 1 ");
                self.point(at.0, at.1);
                self.put("Tm [(");
                at.0
            }
        };
        for byte in id.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.out.extend([b'\\', byte]),
                // Readers take a carriage return in a string as the end of a line.
                b'\r' => self.put("\\r"),
                byte => self.out.push(byte),
            }
        }
        *open = Some(pen + cut.width(id) * size / 1000.0);
    }

    fn close(&mut self, open: &mut Option<f32>) {
        if open.take().is_some() {
            self.put(")] TJ\n");
        }
    }
}
