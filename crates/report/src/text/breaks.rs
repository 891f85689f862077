//! Breaking a shaped paragraph into lines.
//!
//! Lines are ragged right. All lines of a paragraph are chosen together, with the least sum of squared empty space and
//! of costs for hyphens. Therefore a line is not left short only because the next word was slightly too long. The width
//! of the hyphen counts; layout engines that break at soft hyphens ignore it.

use std::ops::Range;

use super::shape::{Opportunity, Shaped};

/// One line: its clusters, whether a hyphen follows, and its width without the spaces at its end.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) clusters: Range<usize>,
    pub(crate) hyphen: bool,
    pub(crate) width: f32,
}

/// A part of the text that is never broken, unless it alone is wider than the line.
#[derive(Debug, Clone)]
struct Fragment {
    clusters: Range<usize>,
    /// Width with the spaces at its end.
    full: f32,
    /// Width without them.
    inked: f32,
    /// The opportunity at its end.
    after: Opportunity,
}

/// The widths that a paragraph needs and would like to have.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Widths {
    /// The width of the widest part that is never broken.
    pub(crate) min: f32,
    /// The width of the widest word without hyphenation.
    pub(crate) word: f32,
    /// The width of the widest line if only forced breaks end lines.
    pub(crate) max: f32,
}

fn hyphen_width(shaped: &Shaped) -> f32 {
    shaped.ty.size * 0.33
}

fn fragments(shaped: &Shaped) -> Vec<Fragment> {
    let clusters = &shaped.clusters;
    let mut out = Vec::with_capacity(clusters.len() / 4 + 1);
    let mut start = 0;
    let (mut full, mut inked) = (0.0, 0.0);
    for (index, cluster) in clusters.iter().enumerate() {
        if index > start && cluster.before != Opportunity::No {
            out.push(Fragment { clusters: start..index, full, inked, after: cluster.before });
            start = index;
            (full, inked) = (0.0, 0.0);
        }
        full += cluster.advance;
        if !cluster.space {
            inked = full;
        }
    }
    if start < clusters.len() {
        out.push(Fragment {
            clusters: start..clusters.len(),
            full,
            inked,
            after: Opportunity::Forced,
        });
    }
    out
}

/// Measures a paragraph.
pub(crate) fn widths(shaped: &Shaped) -> Widths {
    let mut found = Widths::default();
    let (mut word, mut line, mut line_full) = (0.0_f32, 0.0_f32, 0.0_f32);
    for fragment in fragments(shaped) {
        let hyphen = if fragment.after == Opportunity::Hyphen { hyphen_width(shaped) } else { 0.0 };
        found.min = found.min.max(fragment.inked + hyphen);
        word += fragment.inked;
        if fragment.after != Opportunity::Hyphen {
            found.word = found.word.max(word);
            word = 0.0;
        }
        line = line_full + fragment.inked;
        line_full += fragment.full;
        found.max = found.max.max(line);
        if fragment.after == Opportunity::Forced {
            line_full = 0.0;
        }
    }
    let _ = line;
    found
}

/// Breaks a paragraph into lines of at most `width`. Words that are wider are cut if necessary.
pub(crate) fn lines(shaped: &Shaped, width: f32) -> Vec<Line> {
    shaped.lines_in(width, || broken(shaped, width))
}

fn broken(shaped: &Shaped, width: f32) -> Vec<Line> {
    let fragments = cut_oversized(shaped, fragments(shaped), width);
    let count = fragments.len();
    if count == 0 {
        return Vec::new();
    }
    let hyphen = hyphen_width(shaped);
    // best[i] is the least cost of the fragments before i, and from[i] is the start of its last line.
    let mut best = vec![f32::INFINITY; count + 1];
    let mut from = vec![0_usize; count + 1];
    best[0] = 0.0;
    for start in 0..count {
        if best[start].is_infinite() {
            continue;
        }
        let mut full = 0.0_f32;
        for end in start..count {
            let fragment = &fragments[end];
            let hyphenated = fragment.after == Opportunity::Hyphen;
            let bare = full + fragment.inked;
            let inked = bare + if hyphenated { hyphen } else { 0.0 };
            full += fragment.full;
            if inked > width + 0.01 && end > start {
                if bare > width {
                    break;
                }
                // Only the hyphen is too wide. The rest of the word may still fit.
                continue;
            }
            let last = end + 1 == count;
            let cost =
                best[start] + line_cost(shaped, fragment.after, inked, width, last, end - start);
            if cost < best[end + 1] {
                best[end + 1] = cost;
                from[end + 1] = start;
            }
            if fragment.after == Opportunity::Forced {
                break;
            }
        }
    }
    backtrack(shaped, &fragments, &from)
}

fn line_cost(
    shaped: &Shaped,
    after: Opportunity,
    inked: f32,
    width: f32,
    last: bool,
    breaks: usize,
) -> f32 {
    let slack = ((width - inked) / width.max(1.0)).clamp(0.0, 1.0);
    let mut cost = if last || after == Opportunity::Forced {
        // A last line of one short word looks bad, and one of a part of a word looks worse.
        if last && inked < width * 0.16 && breaks < 3 { 0.03 } else { 0.0 }
    } else {
        slack * slack
    };
    match after {
        // In running text, a half-empty line is better than a hyphen; in narrow cells it is not.
        Opportunity::Hyphen if !last => cost += shaped.ty.hyphen_cost.min(4.0),
        Opportunity::Mark if !last => cost += 0.02,
        _ => {}
    }
    // If everything else is equal, fewer lines are better.
    cost + 0.004
}

fn backtrack(shaped: &Shaped, fragments: &[Fragment], from: &[usize]) -> Vec<Line> {
    let mut ends = Vec::new();
    let mut at = fragments.len();
    while at > 0 {
        ends.push((from[at], at));
        at = from[at].min(at - 1);
    }
    ends.reverse();
    ends.into_iter()
        .map(|(start, end)| {
            let last = &fragments[end - 1];
            let hyphen = last.after == Opportunity::Hyphen && end < fragments.len();
            let body: f32 = fragments[start..end - 1].iter().map(|f| f.full).sum();
            Line {
                clusters: fragments[start].clusters.start..last.clusters.end,
                hyphen,
                width: body + last.inked + if hyphen { hyphen_width(shaped) } else { 0.0 },
            }
        })
        .collect()
}

/// Cuts fragments that are wider than the line between any two clusters.
fn cut_oversized(shaped: &Shaped, fragments: Vec<Fragment>, width: f32) -> Vec<Fragment> {
    if fragments.iter().all(|fragment| fragment.inked <= width) {
        return fragments;
    }
    let mut out = Vec::with_capacity(fragments.len() + 8);
    for fragment in fragments {
        if fragment.inked <= width {
            out.push(fragment);
            continue;
        }
        let mut start = fragment.clusters.start;
        let mut run = 0.0;
        for index in fragment.clusters.clone() {
            let advance = shaped.clusters[index].advance;
            let cuttable = !shaped.clusters[index].glyphs.is_empty();
            if run + advance > width && index > start && cuttable && !shaped.clusters[index].space {
                out.push(Fragment {
                    clusters: start..index,
                    full: run,
                    inked: run,
                    after: Opportunity::Free,
                });
                start = index;
                run = 0.0;
            }
            run += advance;
        }
        let tail = shaped.clusters[start..fragment.clusters.end]
            .iter()
            .rev()
            .take_while(|cluster| cluster.space)
            .map(|cluster| cluster.advance)
            .sum::<f32>();
        out.push(Fragment {
            clusters: start..fragment.clusters.end,
            full: run,
            inked: run - tail,
            after: fragment.after,
        });
    }
    out
}
