//! Header, footer, and the mark of a draft.

use super::geometry::{BOTTOM, FOOTER, FULL, HEADER, HEIGHT, LEFT, TOP, WIDTH};
use super::set::Setter;
use crate::draw::{Color, Draw, Page, Shape, SlotId, Step};
use crate::fonts::{Face, Family};
use crate::text::breaks;
use crate::text::emit;
use crate::text::style::Type;

/// Sets the header (not on the first page) and the footer.
pub(crate) fn head_and_foot(setter: &mut Setter<'_>, pages: &mut [Page]) {
    let meta = &setter.document.meta;
    let total = pages.len().to_string();
    let page_of = setter.document.words.page_of.clone();
    let form = if meta.form.is_empty() {
        meta.title.clone()
    } else {
        format!("{} · {}", meta.title, meta.form)
    };
    let (project, version) = (meta.project.clone(), meta.version.clone());
    for (index, page) in pages.iter_mut().enumerate() {
        if index > 0 {
            put(setter, page, &project, SlotId::HEADER, false);
            put(setter, page, &version, SlotId::HEADER, true);
            page.draws.push(line(HEADER + 7.0));
        }
        put(setter, page, &form, SlotId::FOOTER, false);
        let number = page_of.replace("{x}", &(index + 1).to_string()).replace("{y}", &total);
        put(setter, page, &number, SlotId::FOOTER, true);
    }
    const { assert!(TOP > HEADER && BOTTOM < FOOTER) };
}

fn line(y: f32) -> Draw {
    let shape =
        Shape::Line { from: (LEFT, y), to: (LEFT + FULL, y), width: 0.45, color: Color::RULE };
    Draw { slot: SlotId::HEADER, shape }
}

fn put(setter: &mut Setter<'_>, page: &mut Page, text: &str, slot: SlotId, right: bool) {
    // A title that is too long is cut after a word, so that it does not run into the words on the other side.
    let room = FULL * if right { 0.34 } else { 0.62 };
    let mut shaped = setter.shaper.plain(text, Type::FURNITURE, "");
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while breaks::lines(&shaped, room).len() > 1 && words.pop().is_some() && !words.is_empty() {
        let cut = format!("{}…", words.join(" ").trim_end_matches([',', ';', ':', '.']));
        shaped = setter.shaper.plain(&cut, Type::FURNITURE, "");
    }
    let Some(line) = breaks::lines(&shaped, room).into_iter().next() else { return };
    let x = if right { LEFT + FULL - line.width } else { LEFT };
    let baseline = if slot == SlotId::HEADER { HEADER } else { FOOTER };
    emit::line(&shaped, &line, x, baseline, slot, &mut page.draws);
}

/// The mark of a draft: large, grey, across the page. It is an outline and not text, because text would be extracted
/// from the file.
pub(crate) fn mark(word: &str) -> (Vec<Step>, Color) {
    let (_, face) = Face::new(Family::Sans, true, false).bundled();
    let measure = |size: f32| -> f32 {
        word.chars().filter_map(|c| face.glyph(c, size)).map(|(_, advance)| advance).sum()
    };
    let size = 560.0 / measure(1.0).max(0.1);
    let size = size.min(210.0);
    let mut x = -measure(size) / 2.0;
    let mut steps = Vec::new();
    for (glyph, advance) in word.chars().filter_map(|c| face.glyph(c, size)) {
        steps.append(&mut face.outline(glyph, size, x, size * 0.33));
        x += advance;
    }
    // It is turned along the page's diagonal.
    let angle = -(HEIGHT / WIDTH).atan();
    let (sin, cos) = angle.sin_cos();
    let rotate =
        |x: f32, y: f32| (WIDTH / 2.0 + x * cos - y * sin, HEIGHT / 2.0 + x * sin + y * cos);
    for step in &mut steps {
        *step = match *step {
            Step::Move(x, y) => {
                let (x, y) = rotate(x, y);
                Step::Move(x, y)
            }
            Step::Line(x, y) => {
                let (x, y) = rotate(x, y);
                Step::Line(x, y)
            }
            Step::Curve(a, b, c, d, e, f) => {
                let ((a, b), (c, d), (e, f)) = (rotate(a, b), rotate(c, d), rotate(e, f));
                Step::Curve(a, b, c, d, e, f)
            }
            Step::Close => Step::Close,
        };
    }
    (steps, Color::MARK)
}
