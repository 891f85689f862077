//! A page's items as printpdf's operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color as PdfColor, DictItem, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point,
    Polygon, PolygonRing, Pt, Rect as PdfRect, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::fonts::{Cut, Fonts, words};
use crate::draw::{Color, GlyphRun, Page, Rect, Shape, Step};
use crate::fonts::Face;

/// Writes a page's items in their order.
pub(super) fn ops(page: &Page, fonts: &Fonts) -> Vec<Op> {
    let mut writer = Writer {
        ops: Vec::with_capacity(page.draws.len() * 3),
        height: page.height,
        text: false,
        font: None,
        fill: None,
        fonts,
    };
    for draw in &page.draws {
        writer.shape(&draw.shape);
    }
    writer.leave_text();
    writer.ops
}

struct Writer<'a> {
    ops: Vec<Op>,
    height: f32,
    /// Whether a text object is open.
    text: bool,
    font: Option<(Face, f32)>,
    fill: Option<Color>,
    fonts: &'a Fonts,
}

impl Writer<'_> {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Glyphs(run) => self.run(run),
            Shape::Fill(rect, color) => {
                self.leave_text();
                self.fill(*color);
                let rectangle = self.rectangle(*rect);
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Shape::Line { from, to, width, color } => {
                self.leave_text();
                self.ops.push(Op::SetOutlineColor { col: pdf_color(*color) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(*width) });
                let points = [from, to]
                    .map(|(x, y)| LinePoint { p: self.point(*x, *y), bezier: false })
                    .to_vec();
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Shape::Path(steps, color) => {
                self.leave_text();
                self.fill(*color);
                let polygon = self.polygon(steps);
                self.ops.push(Op::DrawPolygon { polygon });
            }
            // Links are annotations, not content.
            Shape::Link { .. } => {}
        }
    }

    fn leave_text(&mut self) {
        if std::mem::take(&mut self.text) {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn fill(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.fill = Some(color);
            self.ops.push(Op::SetFillColor { col: pdf_color(color) });
        }
    }

    fn run(&mut self, run: &GlyphRun) {
        let Some(cut) = self.fonts.get(run.face) else { return };
        if !self.text {
            self.text = true;
            self.ops.push(Op::StartTextSection);
        }
        self.fill(run.color);
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let font = PdfFontHandle::External(cut.id.clone());
            self.ops.push(Op::SetFont { font, size: Pt(run.size) });
        }
        if let Some(actual) = &run.actual {
            self.span(actual);
            self.glyphs(run, cut, true);
            self.end_span();
        } else {
            self.glyphs(run, cut, false);
        }
    }

    /// Starts a stretch that says something else than its glyphs do.
    fn span(&mut self, actual: &str) {
        let mut data = vec![0xfe, 0xff];
        data.extend(actual.encode_utf16().flat_map(u16::to_be_bytes));
        let text = DictItem::String { data, literal: false };
        let map = BTreeMap::from([("ActualText".to_owned(), text)]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".into(),
            properties: DictItem::Dict { map },
        });
    }

    fn end_span(&mut self) {
        self.ops.push(Op::EndMarkedContentWithProperties);
    }

    fn glyphs(&mut self, run: &GlyphRun, cut: &Cut, spanned: bool) {
        let mut show = Show::new(run.x);
        let mut pen = run.x;
        for glyph in &run.glyphs {
            let id = cut.glyph(glyph.id);
            let text = words(run, glyph);
            // One text per glyph is all that a font can say; where this one means another, say so here.
            let differs = !spanned && !text.is_empty() && text != cut.says(id);
            let at = pen + glyph.dx;
            if glyph.dy != 0.0 || differs {
                self.flush(&mut show, run.y);
                show = Show::new(at);
                if differs {
                    self.span(text);
                }
                show.glyph(id, cut, at, run.size);
                self.flush(&mut show, run.y - glyph.dy);
                if differs {
                    self.end_span();
                }
                show = Show::new(pen + glyph.advance);
            } else {
                show.glyph(id, cut, at, run.size);
            }
            pen += glyph.advance;
        }
        self.flush(&mut show, run.y);
    }

    fn flush(&mut self, show: &mut Show, y: f32) {
        show.end_text();
        let items = std::mem::take(&mut show.items);
        if items.is_empty() {
            return;
        }
        let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, round(show.x), round(self.height - y)]);
        self.ops.push(Op::SetTextMatrix { matrix });
        self.ops.push(Op::ShowText { items });
    }

    fn point(&self, x: f32, y: f32) -> Point {
        Point { x: Pt(round(x)), y: Pt(round(self.height - y)) }
    }

    fn rectangle(&self, rect: Rect) -> PdfRect {
        PdfRect {
            x: Pt(round(rect.x)),
            y: Pt(round(self.height - rect.y - rect.height)),
            width: Pt(round(rect.width)),
            height: Pt(round(rect.height)),
            mode: Some(PaintMode::Fill),
            winding_order: Some(WindingOrder::NonZero),
        }
    }

    fn polygon(&self, steps: &[Step]) -> Polygon {
        let mut rings: Vec<PolygonRing> = Vec::new();
        for step in steps {
            if let Step::Move(x, y) = *step {
                let points = vec![LinePoint { p: self.point(x, y), bezier: false }];
                rings.push(PolygonRing { points });
                continue;
            }
            let Some(ring) = rings.last_mut() else { continue };
            match *step {
                Step::Line(x, y) => {
                    ring.points.push(LinePoint { p: self.point(x, y), bezier: false });
                }
                Step::Curve(a, b, c, d, e, f) => {
                    ring.points.push(LinePoint { p: self.point(a, b), bezier: true });
                    ring.points.push(LinePoint { p: self.point(c, d), bezier: true });
                    ring.points.push(LinePoint { p: self.point(e, f), bezier: false });
                }
                Step::Move(..) | Step::Close => {}
            }
        }
        Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero }
    }
}

/// Collects the glyphs of one text-showing operation.
struct Show {
    /// Where it starts.
    x: f32,
    /// Where a viewer's pen is, in points.
    pen: f32,
    items: Vec<TextItem>,
    text: String,
}

impl Show {
    fn new(x: f32) -> Self {
        Self { x, pen: x, items: Vec::new(), text: String::new() }
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.items.push(TextItem::Text(std::mem::take(&mut self.text)));
        }
    }

    fn glyph(&mut self, id: u16, cut: &Cut, at: f32, size: f32) {
        // Thousandths of the type size by which the pen is off; below one nothing is to be seen.
        let off = (self.pen - at) * 1000.0 / size;
        if off.abs() >= 1.0 {
            if self.items.is_empty() && self.text.is_empty() {
                self.x = at;
            } else {
                self.end_text();
                self.items.push(TextItem::Offset(off.round()));
            }
            self.pen = at;
        }
        match cut.character(id) {
            Some(c) => self.text.push(c),
            None => {
                self.end_text();
                let cid = Some(cut.says(id).to_owned());
                self.items.push(TextItem::GlyphIds(vec![Codepoint { gid: id, offset: 0.0, cid }]));
            }
        }
        self.pen += cut.width(id) * size / 1000.0;
    }
}

/// Hundredths of a point are finer than any printer.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn pdf_color(color: Color) -> PdfColor {
    let channel = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    PdfColor::Rgb(Rgb {
        r: channel(color.0),
        g: channel(color.1),
        b: channel(color.2),
        icc_profile: None,
    })
}
