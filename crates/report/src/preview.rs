//! Draws pages as pictures for the window.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::draw::{Color, GlyphRun, Page, Rect, Shape, Step};
use crate::fonts::{Face, Faces};
use crate::layout::Laid;

/// Draws the first page as an SVG with outlines only, without text, fonts, links or scripts. It is safe to show in an
/// `<img>`. It looks like the PDF because it is made from the same draw list.
#[must_use]
pub fn first_page_preview(laid: &Laid) -> String {
    laid.pages.first().map_or_else(String::new, |page| page_preview(page, laid))
}

/// Draws any page in the same way.
#[must_use]
pub fn page_preview(page: &Page, laid: &Laid) -> String {
    let mut svg = String::with_capacity(64 * 1024);
    let (width, height) = (page.width, page.height);
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    );
    let glyphs = define_glyphs(page, &laid.faces, &mut svg);
    if let Some((steps, color)) = &laid.mark {
        path(steps, *color, &mut svg);
    }
    for draw in &page.draws {
        match &draw.shape {
            Shape::Glyphs(run) => {
                let scale = run.size / EM;
                let _ = write!(svg, "<g fill=\"{}\">", hex(run.color));
                let mut pen = run.x;
                for glyph in &run.glyphs {
                    if let Some(index) = glyphs.get(&(run.face, glyph.id)) {
                        let (x, y) = (pen + glyph.dx, run.y - glyph.dy);
                        let _ = write!(
                            svg,
                            "<use href=\"#g{index}\" transform=\"translate({x:.2} {y:.2})scale({scale:.4})\"/>"
                        );
                    }
                    pen += glyph.advance;
                }
                svg.push_str("</g>");
            }
            Shape::Fill(rect, color) => {
                rectangle(*rect, &format!("fill=\"{}\"", hex(*color)), &mut svg);
            }
            Shape::Line { from, to, width, color } => {
                let _ = write!(
                    svg,
                    "<path d=\"M{:.2} {:.2}L{:.2} {:.2}\" stroke=\"{}\" stroke-width=\"{width}\"/>",
                    from.0,
                    from.1,
                    to.0,
                    to.1,
                    hex(*color)
                );
            }
            Shape::Path(steps, color) => path(steps, *color, &mut svg),
            // The picture's outline shows its place. Its bytes would have to be sent with every preview.
            Shape::Picture(area, _) => {
                rectangle(
                    *area,
                    &format!("fill=\"none\" stroke=\"{}\"", hex(Color::RULE)),
                    &mut svg,
                );
            }
            Shape::Link { .. } => {}
        }
    }
    svg.push_str("</svg>");
    svg
}

/// A number that is the same for two pages that look the same, and practically never otherwise. It shows which pages a
/// change altered, within one run of the program.
#[must_use]
pub fn page_fingerprint(page: &Page, laid: &Laid) -> u64 {
    let mut hasher = DefaultHasher::new();
    laid.mark.is_some().hash(&mut hasher);
    for draw in &page.draws {
        std::mem::discriminant(&draw.shape).hash(&mut hasher);
        match &draw.shape {
            Shape::Glyphs(run) => {
                (run.face, run.color).hash(&mut hasher);
                points([run.size, run.x, run.y], &mut hasher);
                for glyph in &run.glyphs {
                    glyph.id.hash(&mut hasher);
                    points([glyph.advance, glyph.dx, glyph.dy], &mut hasher);
                }
                // Different words may have the same glyphs. The text that is read aloud belongs to the page, too.
                run.text.hash(&mut hasher);
            }
            Shape::Fill(rect, color) => {
                points([rect.x, rect.y, rect.width, rect.height], &mut hasher);
                color.hash(&mut hasher);
            }
            Shape::Line { from, to, width, color } => {
                points([from.0, from.1, to.0, to.1, *width], &mut hasher);
                color.hash(&mut hasher);
            }
            Shape::Path(outline, color) => {
                let mut written = String::new();
                steps(outline, &mut written);
                written.hash(&mut hasher);
                color.hash(&mut hasher);
            }
            Shape::Picture(rect, _) => {
                points([rect.x, rect.y, rect.width, rect.height], &mut hasher);
            }
            Shape::Link { .. } => {}
        }
    }
    hasher.finish()
}

fn points<const N: usize>(points: [f32; N], hasher: &mut impl Hasher) {
    points.map(f32::to_bits).hash(hasher);
}

/// The words on a page in the order in which they are drawn, for people who cannot see it. A word that is divided at
/// the end of a line is whole. Cells that stand side by side are separated.
#[must_use]
pub fn page_words(page: &Page, laid: &Laid) -> String {
    let mut words = String::new();
    let (mut before, mut divided): (Option<&GlyphRun>, _) = (None, None);
    for draw in &page.draws {
        let Shape::Glyphs(run) = &draw.shape else { continue };
        let whole = laid.slots.get(draw.slot.0 as usize).and_then(|slot| slot.actual.as_deref());
        let is_said = whole.is_some() && divided == Some(draw.slot);
        let apart = before.replace(run).is_some_and(|before| !adjoin(before, run));
        if is_said {
            continue;
        }
        divided = whole.map(|_| draw.slot);
        if apart && !words.ends_with(char::is_whitespace) {
            words.push(' ');
        }
        words.push_str(whole.or(run.actual.as_deref()).unwrap_or(&run.text));
    }
    words.trim().to_owned()
}

/// Whether two runs stand on one line with nothing between them, in either order.
fn adjoin(before: &GlyphRun, after: &GlyphRun) -> bool {
    let end = |run: &GlyphRun| run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
    let near = |one: f32, other: f32| (one - other).abs() < after.size / 20.0;
    before.y == after.y && (near(end(before), after.x) || near(end(after), before.x))
}

/// The type size at which glyphs are defined once. They are scaled where they are used.
const EM: f32 = 100.0;

fn define_glyphs(page: &Page, faces: &Faces, svg: &mut String) -> BTreeMap<(Face, u16), usize> {
    let mut known = BTreeMap::new();
    svg.push_str("<defs>");
    for draw in &page.draws {
        let Shape::Glyphs(run) = &draw.shape else { continue };
        for glyph in &run.glyphs {
            let next = known.len();
            known.entry((run.face, glyph.id)).or_insert_with(|| {
                let outline = faces.program(run.face).outline(glyph.id, EM, 0.0, 0.0);
                let _ = write!(svg, "<path id=\"g{next}\" d=\"");
                steps(&outline, svg);
                svg.push_str("\"/>");
                next
            });
        }
    }
    svg.push_str("</defs>");
    known
}

fn rectangle(Rect { x, y, width, height }: Rect, paint: &str, svg: &mut String) {
    let _ = write!(
        svg,
        "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" {paint}/>"
    );
}

fn path(outline: &[Step], color: Color, svg: &mut String) {
    svg.push_str("<path d=\"");
    steps(outline, svg);
    let _ = write!(svg, "\" fill=\"{}\"/>", hex(color));
}

fn steps(outline: &[Step], svg: &mut String) {
    for step in outline {
        let _ = match *step {
            Step::Move(x, y) => write!(svg, "M{x:.1} {y:.1}"),
            Step::Line(x, y) => write!(svg, "L{x:.1} {y:.1}"),
            Step::Curve(a, b, c, d, e, f) => {
                write!(svg, "C{a:.1} {b:.1} {c:.1} {d:.1} {e:.1} {f:.1}")
            }
            Step::Close => write!(svg, "Z"),
        };
    }
}

fn hex(Color(r, g, b): Color) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
