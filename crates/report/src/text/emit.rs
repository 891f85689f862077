//! From a line of clusters to items of the draw list.

use super::breaks::Line;
use super::shape::{Cluster, Shaped};
use crate::draw::{Draw, Glyph, GlyphRun, Rect, Shape, SlotId};
use crate::fonts::Face;

/// Draws a line with its left end at `x` and its baseline at `baseline`.
pub(crate) fn line(
    shaped: &Shaped,
    line: &Line,
    x: f32,
    baseline: f32,
    slot: SlotId,
    out: &mut Vec<Draw>,
) {
    let mut pen = x;
    let mut index = line.clusters.start;
    while index < line.clusters.end {
        let first = &shaped.clusters[index];
        let blank = is_blank(shaped, first);
        let mut end = index + 1;
        while end < line.clusters.end {
            let next = &shaped.clusters[end];
            let same = next.face == first.face
                && next.style == first.style
                && next.size == first.size
                && is_blank(shaped, next) == blank
                && !blank;
            if !same {
                break;
            }
            end += 1;
        }
        let clusters = &shaped.clusters[index..end];
        let width: f32 = clusters.iter().map(|cluster| cluster.advance).sum();
        let run = run(shaped, clusters, pen, baseline, blank);
        link(shaped, first, &run, width, slot, out);
        if !run.glyphs.is_empty() {
            out.push(Draw { slot, shape: Shape::Glyphs(run) });
        }
        pen += width;
        index = end;
    }
    if line.hyphen
        && let Some(last) = shaped.clusters[line.clusters.clone()].last()
        && let Some(run) = hyphen(shaped, last, pen, baseline)
    {
        out.push(Draw { slot, shape: Shape::Glyphs(run) });
    }
}

/// A cluster that no face has. It is drawn as a box; text extraction still gives its characters.
fn is_blank(shaped: &Shaped, cluster: &Cluster) -> bool {
    !cluster.space
        && shaped.glyphs[cluster.glyphs.start as usize..cluster.glyphs.end as usize]
            .iter()
            .any(|glyph| glyph.id == 0)
}

fn run(shaped: &Shaped, clusters: &[Cluster], x: f32, y: f32, blank: bool) -> GlyphRun {
    let first = &clusters[0];
    let mut text = String::new();
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(clusters.len());
    for cluster in clusters {
        let words = &shaped.text[cluster.text.start as usize..cluster.text.end as usize];
        let from = text.len() as u32;
        if cluster.glyphs.is_empty() {
            // The rest of a ligature: its first glyph says these letters too.
            if words != "\n"
                && let Some(last) = glyphs.last_mut()
            {
                text.push_str(words);
                last.text.end = text.len() as u32;
            }
            continue;
        }
        text.push_str(words);
        let mut range = from..text.len() as u32;
        for glyph in &shaped.glyphs[cluster.glyphs.start as usize..cluster.glyphs.end as usize] {
            glyphs.push(Glyph {
                id: glyph.id,
                advance: glyph.advance,
                dx: glyph.dx,
                dy: glyph.dy,
                text: range.clone(),
            });
            range = range.end..range.end;
        }
    }
    let color = shaped.styles[usize::from(first.style)].color;
    let actual = blank.then(|| text.clone());
    GlyphRun { face: first.face, size: first.size, color, x, y, glyphs, text, actual }
}

fn link(
    shaped: &Shaped,
    cluster: &Cluster,
    run: &GlyphRun,
    width: f32,
    slot: SlotId,
    out: &mut Vec<Draw>,
) {
    let Some(target) = &shaped.styles[usize::from(cluster.style)].target else { return };
    let area = Rect { x: run.x, y: run.y - run.size * 0.85, width, height: run.size * 1.15 };
    // Neighbouring runs of one link (bold within it, say) are one place to click.
    if let Some(Draw { shape: Shape::Link { area: before, target: same, words }, .. }) =
        out.iter_mut().rev().take(2).find(|draw| matches!(draw.shape, Shape::Link { .. }))
        && same == target
        && (before.x + before.width - area.x).abs() < 0.5
        && (before.y - area.y).abs() < 4.0
    {
        *before = before.union(area);
        words.push_str(&run.text);
        return;
    }
    let words = run.text.clone();
    out.push(Draw { slot, shape: Shape::Link { area, target: target.clone(), words } });
}

fn hyphen(shaped: &Shaped, after: &Cluster, x: f32, y: f32) -> Option<GlyphRun> {
    let (id, advance) = glyph_of(after.face, '-', after.size)?;
    Some(GlyphRun {
        face: after.face,
        size: after.size,
        color: shaped.styles[usize::from(after.style)].color,
        x,
        y,
        glyphs: vec![Glyph { id, advance, dx: 0.0, dy: 0.0, text: 0..1 }],
        text: "-".into(),
        // It says "-": extractors know a hyphen at a line's end and join the word again. Saying nothing, or a
        // soft hyphen, leaves them two halves. True hyphens never end a line, so none is lost by that.
        actual: None,
    })
}

fn glyph_of(face: Face, character: char, size: f32) -> Option<(u16, f32)> {
    face.glyph(character, size)
}
