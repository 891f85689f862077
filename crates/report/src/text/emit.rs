//! From a line of clusters to items of the draw list.

use std::ops::Range;

use super::breaks::Line;
use super::shape::{Cluster, Opportunity, Shaped};
use crate::draw::{Draw, Glyph, GlyphRun, Rect, Shape, SlotId};
use crate::fonts::{Face, Family};

/// The structural place of a link of a paragraph, over all lines on which it stands.
#[derive(Debug, Clone)]
pub(crate) struct LinkPlace {
    /// The clusters that lead somewhere.
    pub(crate) clusters: Range<usize>,
    pub(crate) slot: SlotId,
}

/// What the items of a line belong to: the place of their paragraph, and those of the links in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) slot: SlotId,
    pub(crate) links: &'a [LinkPlace],
}

impl From<SlotId> for Places<'static> {
    fn from(slot: SlotId) -> Self {
        Self { slot, links: &[] }
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
    let broken = BrokenWords::of(shaped, line);
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
                && !blank
                && !broken.part_at(end);
            if !same {
                break;
            }
            end += 1;
        }
        let clusters = &shaped.clusters[index..end];
        let width: f32 = clusters.iter().map(|cluster| cluster.advance).sum();
        let mut run = if blank {
            boxes(shaped, clusters, pen, baseline)
        } else {
            run(shaped, clusters, pen, baseline)
        };
        if let Some(actual) = broken.actual(shaped, index) {
            run.actual = Some(actual);
        }
        let place = places.links.iter().find(|place| place.clusters.contains(&index));
        slot = place.map_or(places.slot, |place| place.slot);
        if place.is_some() {
            link(shaped, first, &run, width, slot, out);
        }
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

/// The parts of words that go on over the end of a line.
///
/// Who reads the file by its structure hears such a word once: its first part says the whole word, all others say
/// nothing. Only what is set in one style is taken for a word, so that no citation becomes a part of one.
struct BrokenWords {
    /// The end of a word that began on a line before.
    resumed: Range<usize>,
    /// The beginning of a word that goes on on the next line; empty when the whole line is the middle of a word.
    begun: Range<usize>,
    /// Where that word ends, on whichever line.
    whole: usize,
}

impl BrokenWords {
    fn of(shaped: &Shaped, line: &Line) -> Self {
        let clusters = &shaped.clusters;
        let Range { start, end } = line.clusters;
        let none = Self { resumed: start..start, begun: end..end, whole: end };
        let hyphened = |at: usize| at > 0 && clusters[at].before == Opportunity::Hyphen;
        let resumes = start < end && hyphened(start);
        if !resumes && !line.hyphen {
            return none;
        }
        let joined = |at: usize| {
            let (before, here) = (&clusters[at - 1], &clusters[at]);
            !before.space && !here.space && before.style == here.style
        };
        let word_end = |from: usize| {
            (from + 1..clusters.len()).find(|at| !joined(*at)).unwrap_or(clusters.len())
        };
        let resumes = resumes && joined(start);
        let resumed = if resumes { start..word_end(start).min(end) } else { start..start };
        if !line.hyphen || (resumes && resumed.end == end) || end >= clusters.len() {
            return Self { resumed, ..none };
        }
        let first = (start + 1..end).rev().find(|at| !joined(*at)).unwrap_or(start);
        let whole = if joined(end) { word_end(end) } else { end };
        Self { resumed, begun: first..end, whole }
    }

    /// Whether a part of a broken word, or what follows it, begins at a cluster.
    fn part_at(&self, index: usize) -> bool {
        let parts = [&self.resumed, &self.begun];
        parts.iter().any(|part| !part.is_empty() && (part.start == index || part.end == index))
    }

    /// What the run that begins at a cluster says, where it belongs to a broken word.
    fn actual(&self, shaped: &Shaped, index: usize) -> Option<String> {
        if self.begun.start == index && !self.begun.is_empty() {
            let from = shaped.clusters[index].text.start as usize;
            let to = shaped.clusters[self.whole - 1].text.end as usize;
            return shaped.text.get(from..to).map(str::to_owned);
        }
        let within = self.resumed.contains(&index) || self.begun.contains(&index);
        within.then(String::new)
    }
}

/// Boxes in the place of letters that no face has. Each says its letter.
fn boxes(shaped: &Shaped, clusters: &[Cluster], x: f32, y: f32) -> GlyphRun {
    let mut run = run(shaped, clusters, x, y);
    let face = Face::new(Family::Sans, false, false);
    let actual = std::mem::take(&mut run.text);
    if let Some((id, advance)) = glyph_of(face, '□', run.size) {
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
    GlyphRun { face: first.face, size: first.size, color, x, y, glyphs, text, actual: None }
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
    if let Some(Draw { shape: Shape::Link { area: before, words, .. }, .. }) = out
        .iter_mut()
        .rev()
        .take(2)
        .find(|draw| draw.slot == slot && matches!(draw.shape, Shape::Link { .. }))
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
        // The word's first part says the whole word. Who does not heed that finds a plain hyphen at a line's end, which
        // extractors know and join; true hyphens never end a line, so none is lost by that.
        actual: Some(String::new()),
    })
}

fn glyph_of(face: Face, character: char, size: f32) -> Option<(u16, f32)> {
    face.glyph(character, size)
}
