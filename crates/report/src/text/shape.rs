//! Converts inlines to shaped clusters with break opportunities: once for each paragraph, for any width.

use std::collections::BTreeSet;
use std::ops::{Deref, Range};
use std::sync::{Arc, Mutex, PoisonError};

use parley::{
    BreakReason, FontContext, FontFamily, FontFamilyName, FontStyle, FontWeight, Layout,
    LayoutContext, TextStyle,
};

use super::breaks::Line;
use super::direction::{Directions, runs_left};
use super::hyphens;
use super::paragraph_cache::{ParagraphCache, Source};
use super::style::Type;
use super::styled_text::{RunStyle, StyledText};
use crate::document::Inline;
use crate::font_program::Program;
use crate::fonts::{self, BOLD, Face, Faces, Family};

/// Shapes text. It keeps the font database, scratch space and shaped paragraphs between paragraphs and reports.
pub(crate) struct Shaper {
    fonts: FontContext,
    pub(crate) faces: Faces,
    layouts: LayoutContext<u16>,
    layout: Layout<u16>,
    language: Option<hypher::Lang>,
    /// Labels are repeated hundreds of times in a report, and the next report after a change has most of the same
    /// paragraphs. They are shared with the shaper on the second thread.
    cache: Arc<Mutex<ParagraphCache>>,
    /// Number of paragraphs that it had to shape.
    pub(crate) shaped: usize,
    /// The shaper for the second thread; `None` until a report needs it.
    pub(crate) ahead: Option<Box<Shaper>>,
    /// Characters that no face has, with the nearest anchor.
    pub(crate) missing: BTreeSet<(char, String)>,
}

/// Whether a line may end before a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opportunity {
    No,
    /// After a space, a dash and so on.
    Free,
    /// Within a word, with a hyphen.
    Hyphen,
    /// Within an address or similar text, after a punctuation mark.
    Mark,
    /// A line must end here.
    Forced,
}

/// A shaped cluster: glyphs that stay together.
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
    /// Its direction: even is left to right, odd is right to left.
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

/// A paragraph that can be broken into lines of any width. Copies share their data.
#[derive(Debug, Clone)]
pub(crate) struct Shaped(Arc<Paragraph>);

/// The data of a shaped paragraph.
#[derive(Debug)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) clusters: Vec<Cluster>,
    pub(crate) glyphs: Vec<ShapedGlyph>,
    pub(crate) styles: Vec<RunStyle>,
    pub(crate) ty: Type,
    /// Whether it is from right to left as a whole, and aligned to the right.
    pub(crate) leftwards: bool,
    /// Its lines for the widths that were used last.
    broken: Mutex<Vec<(f32, Vec<Line>)>>,
}

/// The number of widths for which a paragraph keeps its lines. A cell is first measured and then set.
const WIDTHS: usize = 3;

impl Deref for Shaped {
    type Target = Paragraph;

    fn deref(&self) -> &Paragraph {
        &self.0
    }
}

impl Paragraph {
    /// The approximate number of bytes of memory, with its lines.
    pub(super) fn bytes(&self) -> usize {
        let lines = self.clusters.len() / 8 * size_of::<Line>();
        size_of::<Self>()
            + self.text.len()
            + self.clusters.len() * size_of::<Cluster>()
            + self.glyphs.len() * size_of::<ShapedGlyph>()
            + self.styles.len() * size_of::<RunStyle>()
            + lines
    }

    /// Its lines for a width. `make` makes them if they are not known.
    pub(super) fn lines_in(&self, width: f32, make: impl FnOnce() -> Vec<Line>) -> Vec<Line> {
        let mut broken = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lines)) = broken.iter().find(|(known, _)| *known == width) {
            return lines.clone();
        }
        let lines = make();
        if broken.len() == WIDTHS {
            broken.remove(0);
        }
        broken.push((width, lines.clone()));
        lines
    }
}

impl Shaper {
    pub(crate) fn new(faces: Faces) -> Self {
        Self::sharing(faces, Arc::default())
    }

    fn sharing(faces: Faces, cache: Arc<Mutex<ParagraphCache>>) -> Self {
        Self {
            fonts: fonts::font_context(&faces),
            faces,
            layouts: LayoutContext::new(),
            layout: Layout::new(),
            language: None,
            cache,
            shaped: 0,
            ahead: None,
            missing: BTreeSet::new(),
        }
    }

    /// A function that makes a shaper which shares the shaped paragraphs. Making one takes longer than shaping some
    /// pages.
    pub(crate) fn maker_of_sharing(&self) -> impl FnOnce() -> Self + Send + use<> {
        let (faces, cache) = (self.faces.clone(), Arc::clone(&self.cache));
        let language = self.language;
        move || Self { language, ..Self::sharing(faces, cache) }
    }

    /// Starts a report in a language.
    pub(crate) fn begin(&mut self, language: &str) {
        self.language = hyphens::language(language);
        self.missing.clear();
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).tidy();
        if let Some(ahead) = &mut self.ahead {
            ahead.language = self.language;
            ahead.missing.clear();
        }
    }

    /// Shapes words in one style.
    pub(crate) fn plain(&mut self, text: &str, ty: Type, here: &str) -> Shaped {
        self.shape(&[Inline::plain(text)], ty, here)
    }

    /// Shapes inlines. `here` is the anchor with which missing letters are reported.
    pub(crate) fn shape(&mut self, inlines: &[Inline], ty: Type, here: &str) -> Shaped {
        let mut text = StyledText::new(ty);
        text.add_all(inlines, None);
        // Line ends at the end of the paragraph would only make it higher.
        text.text.truncate(text.text.trim_end_matches(['\n', ' ']).len());
        let source = Source { language: self.language, text: &text };
        let hash = source.hash();
        let named = |c: &char| (*c, here.to_owned());
        let found = self.cache.lock().unwrap_or_else(PoisonError::into_inner).find(hash, &source);
        if let Some((shaped, missing)) = found {
            self.missing.extend(missing.iter().map(named));
            return shaped;
        }
        let (shaped, missing) = self.shape_new(&text);
        self.shaped += 1;
        self.missing.extend(missing.iter().map(named));
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        cache.insert(hash, &source, &shaped, missing);
        shaped
    }

    /// Shapes a text. Also returns the characters that no face has.
    fn shape_new(&mut self, source: &StyledText) -> (Shaped, Vec<char>) {
        let mut shaped = Paragraph {
            text: source.text.clone(),
            clusters: Vec::new(),
            glyphs: Vec::new(),
            styles: source.styles.clone(),
            ty: source.ty,
            leftwards: false,
            broken: Mutex::default(),
        };
        let mut missing = Vec::new();
        if !shaped.text.is_empty() {
            self.run_parley(&shaped.text, &shaped.styles, &source.spans);
            self.collect(&mut shaped, &mut missing);
            self.mark_opportunities(&mut shaped);
            shaped.clusters.shrink_to_fit();
            shaped.glyphs.shrink_to_fit();
        }
        (Shaped(Arc::new(shaped)), missing)
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
        // With a width of zero, lines end at every opportunity. This shows where the opportunities are.
        self.layout.break_all_lines(Some(0.0));
    }

    fn mark_opportunities(&self, shaped: &mut Paragraph) {
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
            // A real hyphen never ends a line: a program that extracts text would take it as one of our hyphens and
            // remove it ("re-identification", "health- and").
            if after_dash && cluster.before == Opportunity::Free {
                cluster.before = Opportunity::No;
            }
            // "9(2)(j)" is one word, although the rules would allow a line end between two brackets.
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

    /// Copies the result of parley in reading order, and collects the characters that no face has.
    fn collect(&self, shaped: &mut Paragraph, missing: &mut Vec<char>) {
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
                            missing.extend(letters.filter(|c| !is_invisible(*c)));
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

/// A glyph of a font of the computer without an outline, such as a colour glyph, cannot be used on a page.
fn require_ink(program: Program<'_>, glyphs: &mut [ShapedGlyph]) {
    if !glyphs.iter().any(|glyph| program.has_ink(glyph.id)) {
        glyphs.iter_mut().for_each(|glyph| glyph.id = 0);
    }
}

fn invisible(words: &str) -> bool {
    words.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Characters that only say how their neighbours are shaped or ordered. No font needs them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{ad}' | '\u{61c}' | '\u{34f}'
        | '\u{180b}'..='\u{180f}' | '\u{feff}')
}

fn begins(text: &str, cluster: &Cluster, sign: char) -> bool {
    text.get(cluster.text.start as usize..).is_some_and(|rest| rest.starts_with(sign))
}

/// Addresses and identifiers are not hyphenated. They may be broken after a punctuation mark.
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
