//! Form XObjects (ISO 32000-1, 8.10): the mark behind the pages of a draft.

use std::fmt::Write as _;

use lopdf::{Document, ObjectId, Stream, dictionary};

use super::objects::real;
use crate::draw::{Color, Step};
use crate::layout::Laid;

/// Adds the DRAFT mark as one form that all pages show.
pub(super) fn add_mark(pdf: &mut Document, laid: &Laid) -> Option<ObjectId> {
    let (steps, color) = laid.mark.as_ref()?;
    let page = laid.pages.first()?;
    let mut stream = String::new();
    let Color(r, g, b) = *color;
    let channel = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    let _ = writeln!(stream, "{} {} {} rg", channel(r), channel(g), channel(b));
    let flip = |y: f32| page.height - y;
    for step in steps {
        let _ = match *step {
            Step::Move(x, y) => writeln!(stream, "{x:.1} {:.1} m", flip(y)),
            Step::Line(x, y) => writeln!(stream, "{x:.1} {:.1} l", flip(y)),
            Step::Curve(a, b, c, d, e, f) => writeln!(
                stream,
                "{a:.1} {:.1} {c:.1} {:.1} {e:.1} {:.1} c",
                flip(b),
                flip(d),
                flip(f)
            ),
            Step::Close => writeln!(stream, "h"),
        };
    }
    stream.push_str("f\n");
    let head = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), real(page.width), real(page.height)],
    };
    Some(pdf.add_object(Stream::new(head, stream.into_bytes())))
}
