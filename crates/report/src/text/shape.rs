//! From inlines to shaped clusters with break opportunities: once per paragraph, for any width.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use parley::{
    BreakReason, FontContext, FontFamily, FontFamilyName, FontStyle, FontWeight, Layout,
    LayoutContext, TextStyle,
};

use super::direction::{Directions, runs_left};
use super::hyphens;
use super::style::{Type, TypeKey};
use super::styled_text::{RunStyle, StyledText};
use crate::document::{Emphasis, Inline};
use crate::font_program::Program;
use crate::fonts::{self, BOLD, Face, Faces, Family};

/// The longest words, in bytes, that are kept once shaped.
const LABEL: usize = 48;

/// Shapes text; keeps the font database and scratch space between paragraphs and reports.
pub(crate) struct Shaper {
    fonts: FontContext,
    pub(crate) faces: Faces,
    layouts: LayoutContext<u16>,
    layout: Layout<u16>,
    language: Option<hypher::Lang>,
    /// Labels come again hundreds of times in a report; each is shaped once.
    known: HashMap<(String, TypeKey), Shaped>,
    /// Characters that no face has, with the anchor near which they stand.
    pub(crate) missing: BTreeSet<(char, String)>,
}

/// Whether a line may end before a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opportunity {
    No,
    /// After a space, a dash …
    Free,
    /// Within a word, with a hyphen.
    Hyphen,
    /// Within an address or the like, after a mark.
    Mark,
    /// Must.
    Forced,
}

/// A shaped cluster: glyphs that are moved together.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    pub(crate) text: Range<u32>,
    pub(crate) glyphs: Range<u32>,
    pub(crate) advance: f32,
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) style: u16,
    pub(crate) space: bool,
    pub(crate) before: Opportunity,
    /// Its direction: even from left to right, odd from right to left.
    pub(crate) level: u8,
}

/// A glyph of a cluster.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShapedGlyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
}

/// A paragraph, ready to be broken into lines of any width.
#[derive(Debug, Clone)]
pub(crate) struct Shaped {
    pub(crate) text: String,
    pub(crate) clusters: Vec<Cluster>,
    pub(crate) glyphs: Vec<ShapedGlyph>,
    pub(crate) styles: Vec<RunStyle>,
    pub(crate) ty: Type,
    /// Whether it runs from right to left as a whole, and stands flush right.
    pub(crate) leftwards: bool,
}

impl Shaper {
    pub(crate) fn new(faces: Faces) -> Self {
        Self {
            fonts: fonts::font_context(&faces),
            faces,
            layouts: LayoutContext::new(),
            layout: Layout::new(),
            language: None,
            known: HashMap::new(),
            missing: BTreeSet::new(),
        }
    }

    /// Starts a report in a language.
    pub(crate) fn begin(&mut self, language: &str) {
        self.language = hyphens::language(language);
        self.missing.clear();
        self.known.clear();
    }

    /// Shapes words in one style.
    pub(crate) fn plain(&mut self, text: &str, ty: Type, here: &str) -> Shaped {
        self.shape(&[Inline::plain(text)], ty, here)
    }

    /// Shapes inlines; `here` is the anchor under which missing letters are reported.
    pub(crate) fn shape(&mut self, inlines: &[Inline], ty: Type, here: &str) -> Shaped {
        let [Inline::Text { text, emphasis }] = inlines else {
            return self.shape_new(inlines, ty, here);
        };
        if text.len() > LABEL || *emphasis != Emphasis::default() {
            return self.shape_new(inlines, ty, here);
        }
        let key = (text.clone(), ty.key());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let missing = self.missing.len();
        let shaped = self.shape_new(inlines, ty, here);
        // What holds a box is shaped again, so that each place of it is reported.
        if self.missing.len() == missing {
            self.known.insert(key, shaped.clone());
        }
        shaped
    }

    fn shape_new(&mut self, inlines: &[Inline], ty: Type, here: &str) -> Shaped {
        let mut source = StyledText::new(ty);
        source.add_all(inlines, None);
        let StyledText { mut text, styles, spans, .. } = source;
        // Ends of lines at the paragraph's end would only make it higher.
        text.truncate(text.trim_end_matches(['\n', ' ']).len());
        let (clusters, glyphs) = (Vec::new(), Vec::new());
        let mut shaped = Shaped { text, clusters, glyphs, styles, ty, leftwards: false };
        if !shaped.text.is_empty() {
            self.run_parley(&shaped.text, &shaped.styles, &spans);
            self.collect(&mut shaped, here);
            self.mark_opportunities(&mut shaped);
        }
        shaped
    }

    fn run_parley(&mut self, text: &str, styles: &[RunStyle], spans: &[(Range<usize>, u16)]) {
        let keys = self.faces.system_keys();
        let mut builder = self.layouts.style_run_builder(&mut self.fonts, text, 1.0, false);
        for (index, style) in styles.iter().enumerate() {
            let own = [style.family.name(), Family::Fallback.name()];
            let families = own.into_iter().chain(keys.iter().map(String::as_str));
            let families: Vec<_> = families.map(FontFamilyName::named).collect();
            builder.push_style(TextStyle {
                font_family: FontFamily::List(families.into()),
                font_size: style.size,
                font_weight: FontWeight::new(if style.bold { BOLD } else { 400.0 }),
                font_style: if style.italic { FontStyle::Italic } else { FontStyle::Normal },
                brush: u16::try_from(index).unwrap_or(u16::MAX),
                ..TextStyle::default()
            });
        }
        for (range, style) in spans {
            let range = range.start.min(text.len())..range.end.min(text.len());
            if !range.is_empty() {
                builder.push_style_run(*style, range);
            }
        }
        builder.build_into(&mut self.layout, text);
        // Lines of no width end at every opportunity: so we learn where they are.
        self.layout.break_all_lines(Some(0.0));
    }

    fn mark_opportunities(&self, shaped: &mut Shaped) {
        let language = hyphens::language_of(&shaped.text, self.language);
        let points = match language {
            Some(language) if shaped.ty.hyphen_cost.is_finite() => {
                hyphens::points(&shaped.text, language)
            }
            _ => Vec::new(),
        };
        let mut points = points.into_iter().peekable();
        let marks = marks_in_long_words(&shaped.text);
        let mut marks = marks.into_iter().peekable();
        let mut last: Option<(u16, bool)> = None;
        let mut after_dash = false;
        let mut after_space = true;
        for cluster in &mut shaped.clusters {
            // A true hyphen never ends a line: who takes the text out of the file would take it for one of ours
            // and drop it ("re-identification", "health- and").
            if after_dash && cluster.before == Opportunity::Free {
                cluster.before = Opportunity::No;
            }
            // "9(2)(j)" is one word, though a line might end between two brackets by the rules.
            if !after_space
                && begins(&shaped.text, cluster, '(')
                && cluster.before == Opportunity::Free
            {
                cluster.before = Opportunity::No;
            }
            after_space = cluster.space;
            if !cluster.space {
                after_dash = begins(&shaped.text, cluster, '-');
            }
            let at = cluster.text.start as usize;
            while points.peek().is_some_and(|p| *p < at) {
                points.next();
            }
            while marks.peek().is_some_and(|p| *p < at) {
                marks.next();
            }
            if cluster.before == Opportunity::No && !cluster.glyphs.is_empty() {
                if marks.peek() == Some(&at) {
                    cluster.before = Opportunity::Mark;
                } else if points.peek() == Some(&at)
                    && shaped.styles[cluster.style as usize].target.is_none()
                {
                    cluster.before = Opportunity::Hyphen;
                }
            }
            if let Some((style, space)) = last
                && style != cluster.style
                && !space
                && shaped.styles[cluster.style as usize].clings
                && !shaped.styles[style as usize].clings
                && cluster.before != Opportunity::Forced
            {
                cluster.before = Opportunity::No;
            }
            last = Some((cluster.style, cluster.space));
        }
    }

    /// Takes over what parley shaped, in the order in which it is read.
    fn collect(&mut self, shaped: &mut Shaped, here: &str) {
        let directions = Directions::of(&shaped.text);
        shaped.leftwards = directions.is_some() && runs_left(&shaped.text);
        shaped.clusters.reserve(shaped.text.len());
        shaped.glyphs.reserve(shaped.text.len());
        let mut before = Opportunity::No;
        for line in self.layout.lines() {
            let start = shaped.clusters.len();
            for run in line.runs() {
                let fallback = Face::new(Family::Fallback, false, false);
                let face = Face::of(run.font()).unwrap_or(fallback);
                let size = run.font_size();
                for cluster in run.clusters() {
                    let range = cluster.text_range();
                    let newline = cluster.is_hard_line_break();
                    let space = newline || cluster.is_space_or_nbsp();
                    let from = shaped.glyphs.len();
                    if !newline {
                        shaped.glyphs.extend(cluster.glyphs().map(|glyph| ShapedGlyph {
                            id: u16::try_from(glyph.id).unwrap_or(0),
                            advance: glyph.advance,
                            dx: glyph.x,
                            dy: -glyph.y,
                        }));
                        let words = shaped.text.get(range.clone()).unwrap_or_default();
                        let glyphs = &mut shaped.glyphs[from..];
                        if face.is_system() && !space && !invisible(words) {
                            require_ink(self.faces.program(face), glyphs);
                        }
                        if glyphs.iter().any(|glyph| glyph.id == 0) {
                            let letters = words.chars().filter(|c| !c.is_whitespace());
                            let letters = letters.filter(|c| !is_invisible(*c));
                            self.missing.extend(letters.map(|c| (c, here.to_owned())));
                        }
                    }
                    shaped.clusters.push(Cluster {
                        text: range.start as u32..range.end as u32,
                        glyphs: from as u32..shaped.glyphs.len() as u32,
                        advance: if newline { 0.0 } else { cluster.advance() },
                        face,
                        size,
                        style: cluster.style().brush,
                        space,
                        before: Opportunity::No,
                        level: directions.as_ref().map_or(0, |known| known.level(range.start)),
                    });
                }
            }
            let here = &mut shaped.clusters[start..];
            if directions.is_some() {
                here.sort_by_key(|cluster| cluster.text.start);
            }
            if let Some(first) = here.first_mut() {
                first.before = std::mem::replace(&mut before, Opportunity::No);
            }
            before = match line.break_reason() {
                BreakReason::Explicit => Opportunity::Forced,
                _ => Opportunity::Free,
            };
        }
    }
}

/// A glyph of a font of the computer that has no lines, as a picture in colours, is none for a page.
fn require_ink(program: Program<'_>, glyphs: &mut [ShapedGlyph]) {
    if !glyphs.iter().any(|glyph| program.has_ink(glyph.id)) {
        glyphs.iter_mut().for_each(|glyph| glyph.id = 0);
    }
}

fn invisible(words: &str) -> bool {
    words.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Marks that only tell how the letters beside them are shaped or ordered. No font needs them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{ad}' | '\u{61c}' | '\u{34f}'
        | '\u{180b}'..='\u{180f}' | '\u{feff}')
}

fn begins(text: &str, cluster: &Cluster, sign: char) -> bool {
    text.get(cluster.text.start as usize..).is_some_and(|rest| rest.starts_with(sign))
}

/// Addresses and identifiers have no hyphenation; they may break after a mark.
fn marks_in_long_words(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        if word.len() > 18 {
            let mut previous = None;
            for (at, c) in word.char_indices() {
                let mark = |c: char| {
                    matches!(c, '/' | '_' | '.' | '@' | '?' | '&' | '=' | '#' | ':' | ',' | ';')
                };
                if at > 3
                    && previous.is_some_and(mark)
                    && c.is_alphanumeric()
                    && at + 3 < word.len()
                {
                    found.push(start + at);
                }
                previous = Some(c);
            }
        }
        start += word.len();
    }
    found
}
