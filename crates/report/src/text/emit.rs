//! Converts a line of clusters to items of the draw list.

use std::ops::Range;

use super::breaks::Line;
use super::direction::from_left;
use super::shape::{Cluster, Shaped};
use crate::document::Change;
use crate::draw::{Draw, Glyph, GlyphRun, Rect, Shape, SlotId};
use crate::fonts::{Face, Family};

/// The structural place of a part of a paragraph, over all its lines.
#[derive(Debug, Clone)]
pub(crate) struct PartPlace {
    pub(crate) clusters: Range<usize>,
    pub(crate) slot: SlotId,
}

/// The structural places of the items of a line: the place of their paragraph, and those of parts of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) slot: SlotId,
    /// Links, and added or removed words.
    pub(crate) parts: &'a [PartPlace],
    /// Words that are divided at the end of a line.
    pub(crate) broken: &'a [PartPlace],
}

fn part_at(places: &[PartPlace], index: usize) -> Option<SlotId> {
    places.iter().find(|place| place.clusters.contains(&index)).map(|place| place.slot)
}

impl From<SlotId> for Places<'static> {
    fn from(slot: SlotId) -> Self {
        Self { slot, parts: &[], broken: &[] }
    }
}

/// Draws a line with its left end at `x` and its baseline at `baseline`.
pub(crate) fn line<'a>(
    shaped: &Shaped,
    line: &Line,
    x: f32,
    baseline: f32,
    places: impl Into<Places<'a>>,
    out: &mut Vec<Draw>,
) {
    let places = places.into();
    let mut slot = places.slot;
    let ends = |at: usize| {
        places.broken.iter().any(|part| part.clusters.start == at || part.clusters.end == at)
    };
    let lefts = lefts(&shaped.clusters[line.clusters.clone()], shaped.leftwards, x);
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
                && next.level == first.level
                && is_blank(shaped, next) == blank
                && !blank
                && !ends(end);
            if !same {
                break;
            }
            end += 1;
        }
        let clusters = &shaped.clusters[index..end];
        let width: f32 = clusters.iter().map(|cluster| cluster.advance).sum();
        if let Some(lefts) = &lefts {
            let places = &lefts[index - line.clusters.start..end - line.clusters.start];
            pen = places.iter().copied().fold(f32::INFINITY, f32::min);
        }
        let run = if blank {
            boxes(shaped, clusters, pen, baseline)
        } else {
            run(shaped, clusters, pen, baseline)
        };
        let of_part = part_at(places.parts, index);
        if let Some(slot) = of_part {
            link(shaped, first, &run, width, slot, out);
        }
        slot = part_at(places.broken, index).or(of_part).unwrap_or(places.slot);
        let struck = shaped.styles[usize::from(first.style)].change;
        let stroke = struck.map(|change| stroke(change, &run, width));
        if !run.glyphs.is_empty() {
            out.push(Draw { slot, shape: Shape::Glyphs(run) });
        }
        out.extend(stroke.map(|shape| Draw { slot, shape }));
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

/// The line below added words, or through removed words.
fn stroke(change: Change, run: &GlyphRun, width: f32) -> Shape {
    let y = match change {
        Change::Inserted => run.y + run.size * 0.14,
        Change::Deleted => run.y - run.size * 0.26,
    };
    let (from, to) = ((run.x, y), (run.x + width, y));
    Shape::Line { from, to, width: run.size * 0.065, color: run.color }
}

/// Draws a label before or between other words of the same place. A space after it separates them for a screen reader;
/// on paper, the distance does.
pub(crate) fn label(
    shaped: &Shaped,
    at: &Line,
    x: f32,
    baseline: f32,
    slot: SlotId,
    out: &mut Vec<Draw>,
) {
    line(shaped, at, x, baseline, slot, out);
    space(shaped, at, x + at.width, baseline, slot, out);
}

/// Draws a space in the style of a line's last word.
pub(crate) fn space(
    shaped: &Shaped,
    after: &Line,
    x: f32,
    baseline: f32,
    slot: SlotId,
    out: &mut Vec<Draw>,
) {
    let last = shaped.clusters.get(after.clusters.clone()).and_then(<[Cluster]>::last);
    let space = last.and_then(|last| single(shaped, last, ' ', x, baseline));
    out.extend(space.map(|run| Draw { slot, shape: Shape::Glyphs(run) }));
}

/// The left end of each cluster of a line; `None` if all of them are from left to right. Spaces at the line's end have
/// no width.
fn lefts(clusters: &[Cluster], leftwards: bool, x: f32) -> Option<Vec<f32>> {
    if !leftwards && clusters.iter().all(|cluster| cluster.level == 0) {
        return None;
    }
    let trailing = clusters.iter().rev().take_while(|cluster| cluster.space).count();
    let words = clusters.len() - trailing;
    let mut levels: Vec<u8> = clusters.iter().map(|cluster| cluster.level).collect();
    levels[words..].fill(u8::from(leftwards));
    let order = from_left(&levels);
    let hanging = order.iter().take_while(|at| leftwards && **at >= words);
    let mut pen = x - hanging.map(|at| clusters[*at].advance).sum::<f32>();
    let mut lefts = vec![0.0; clusters.len()];
    for at in order {
        lefts[at] = pen;
        pen += clusters[at].advance;
    }
    Some(lefts)
}

/// Whether no face has the cluster. A box is drawn for it; extracted text still has its characters.
fn is_blank(shaped: &Shaped, cluster: &Cluster) -> bool {
    !cluster.space
        && shaped.glyphs[cluster.glyphs.start as usize..cluster.glyphs.end as usize]
            .iter()
            .any(|glyph| glyph.id == 0)
}

/// The clusters of the word that is divided at the end of a line, on this line and on the next ones.
///
/// The word ends where the style changes, so that a citation does not become a part of it.
pub(crate) fn broken_word(shaped: &Shaped, line: &Line) -> Option<Range<usize>> {
    let clusters = &shaped.clusters;
    let end = line.clusters.end;
    let joined = |at: usize| {
        let (before, here) = (&clusters[at - 1], &clusters[at]);
        !before.space && !here.space && before.style == here.style
    };
    if !line.hyphen || end == 0 || end >= clusters.len() || !joined(end) {
        return None;
    }
    let first = (1..end).rev().find(|at| !joined(*at)).unwrap_or(0);
    let last = (end..clusters.len()).find(|at| !joined(*at)).unwrap_or(clusters.len());
    Some(first..last)
}

/// The text of clusters.
pub(crate) fn words_of(shaped: &Shaped, clusters: &Range<usize>) -> String {
    let text_of = |cluster: &Cluster| {
        shaped.text.get(cluster.text.start as usize..cluster.text.end as usize).unwrap_or_default()
    };
    shaped.clusters.get(clusters.clone()).unwrap_or_default().iter().map(text_of).collect()
}

/// Boxes in place of letters that no face has. The text of each box is its letter.
fn boxes(shaped: &Shaped, clusters: &[Cluster], x: f32, y: f32) -> GlyphRun {
    let mut run = run(shaped, clusters, x, y);
    let (face, program) = Face::new(Family::Sans, false, false).bundled();
    let actual = std::mem::take(&mut run.text);
    if let Some((id, advance)) = program.glyph('□', run.size) {
        run.face = face;
        for glyph in &mut run.glyphs {
            let from = run.text.len() as u32;
            run.text.push('□');
            glyph.dx = (glyph.advance - advance) / 2.0;
            (glyph.id, glyph.dy, glyph.text) = (id, 0.0, from..run.text.len() as u32);
        }
    }
    run.actual = Some(actual);
    run
}

fn run(shaped: &Shaped, clusters: &[Cluster], x: f32, y: f32) -> GlyphRun {
    let first = &clusters[0];
    let mut text = String::new();
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(clusters.len());
    for cluster in clusters {
        let words = &shaped.text[cluster.text.start as usize..cluster.text.end as usize];
        let from = text.len() as u32;
        if cluster.glyphs.is_empty() {
            // The rest of a ligature. The text of its first glyph has these letters, too.
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
    if first.level % 2 == 1 {
        turn(&mut glyphs);
    }
    let color = shaped.styles[usize::from(first.style)].color;
    GlyphRun { face: first.face, size: first.size, color, x, y, glyphs, text, actual: None }
}

/// Sets the places of glyphs from right to left. They keep the order in which they are read, so that extracted text and
/// the structure have the first letter first. The glyphs of one cluster are in the order in which they stand. A cluster
/// begins with the glyph that has its text.
fn turn(glyphs: &mut [Glyph]) {
    let mut left: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
    let mut pen = 0.0;
    let mut start = 0;
    while start < glyphs.len() {
        let rest = &glyphs[start + 1..];
        let next = rest.iter().position(|glyph| !glyph.text.is_empty());
        let end = next.map_or(glyphs.len(), |at| start + 1 + at);
        left -= glyphs[start..end].iter().map(|glyph| glyph.advance).sum::<f32>();
        let off = left - pen;
        for glyph in &mut glyphs[start..end] {
            glyph.dx += off;
            pen += glyph.advance;
        }
        start = end;
    }
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
    // Neighbouring runs of one link, such as bold words in it, are one area for clicks.
    if let Some(Draw { shape: Shape::Link { area: before, words, .. }, .. }) = out
        .iter_mut()
        .rev()
        .take(2)
        .find(|draw| draw.slot == slot && matches!(draw.shape, Shape::Link { .. }))
        && ((before.x + before.width - area.x).abs() < 0.5
            || (area.x + area.width - before.x).abs() < 0.5)
        && (before.y - area.y).abs() < 4.0
    {
        *before = before.union(area);
        words.push_str(&run.text);
        return;
    }
    let words = run.text.clone();
    out.push(Draw { slot, shape: Shape::Link { area, target: target.clone(), words } });
}

/// A hyphen at the end of a line.
///
/// Its text is "-": programs that extract text recognise a hyphen at a line's end and join the word again. With an
/// empty text or a soft hyphen, they leave two halves. Real hyphens never end a line, so that none of them is lost. For
/// programs that read the structure, the place of the word has the whole word.
fn hyphen(shaped: &Shaped, after: &Cluster, x: f32, y: f32) -> Option<GlyphRun> {
    single(shaped, after, '-', x, y)
}

/// One more character in the style of a cluster.
fn single(shaped: &Shaped, after: &Cluster, character: char, x: f32, y: f32) -> Option<GlyphRun> {
    let (face, program) = after.face.bundled();
    let (id, advance) = program.glyph(character, after.size)?;
    let text = character.to_string();
    Some(GlyphRun {
        face,
        size: after.size,
        color: shaped.styles[usize::from(after.style)].color,
        x,
        y,
        glyphs: vec![Glyph { id, advance, dx: 0.0, dy: 0.0, text: 0..text.len() as u32 }],
        text,
        actual: None,
    })
}
