//! Headings, the head of the first page, and the table of contents.

use super::paragraph::Paragraph;
use super::run::Run;
use super::story::{BlockContext, Story};
use super::style_ids::paragraph;
use crate::document::{Block, BlockKind, Cover, Inline, Pair, plain_words};

/// The deepest level in the contents.
const DEPTH: u8 = 2;

impl Story<'_> {
    /// A heading. Its number stands in the margin, and the articles stand below it.
    pub(super) fn heading(
        &mut self,
        anchor: Option<&str>,
        (level, listed): (u8, bool),
        (number, text): (&str, &[Inline]),
        aside: &str,
        ctx: BlockContext,
    ) {
        if !ctx.body {
            let of = Paragraph {
                indent: ctx.paragraph().indent.or(Some((ctx.left, 0))),
                ..Paragraph::of(paragraph::CELL_HEADING)
            };
            self.open_paragraph(of, text);
            self.marked(anchor, |story| story.inlines(text));
            self.xml.close();
            return;
        }
        // A person who moves by headings must not meet a gap between levels.
        self.headings.retain(|open| *open < level);
        self.headings.push(level);
        let depth = u8::try_from(self.headings.len()).unwrap_or(6).min(6);
        let indent = number.is_empty().then_some((ctx.left, 0));
        let contents = (listed && level <= DEPTH).then(|| {
            self.listed += 1;
            contents_name(self.listed)
        });
        let style = match contents.is_some() || depth > DEPTH {
            true => paragraph::heading(depth),
            false => paragraph::subheading(depth),
        };
        let of = Paragraph { indent, ..Paragraph::of(style) };
        self.open_paragraph(of, text);
        self.named(contents.as_deref(), |story| {
            story.marked(anchor, |story| {
                if !number.is_empty() {
                    story.run(number, Run::default());
                    story.tab();
                }
                story.inlines(text);
            });
        });
        self.xml.close();
        if !aside.is_empty() {
            self.paragraph(Paragraph::of(paragraph::LAW), &[Inline::plain(aside)]);
        }
    }

    /// A tab to the next stop.
    pub(super) fn tab(&mut self) {
        self.xml.open("w:r", &[]);
        self.xml.empty("w:tab", &[]);
        self.xml.close();
    }

    /// The outline level of a heading below the open ones, counted from 1.
    pub(super) fn level_below(&self) -> u8 {
        u8::try_from(self.headings.len() + 1).unwrap_or(9).min(9)
    }

    pub(super) fn cover(&mut self, cover: &Cover) {
        let lines = [
            (paragraph::KICKER, &cover.kicker),
            (paragraph::TITLE, &cover.title),
            (paragraph::SUBTITLE, &cover.subtitle),
        ];
        for (style, words) in lines {
            // The project is named by a person.
            self.written = style == paragraph::SUBTITLE;
            self.paragraph(Paragraph::of(style), &[Inline::plain(words)]);
        }
        self.written = false;
        let nothing = || vec![Block::text("–")];
        let filled = |pair: &Pair| match pair.value.is_empty() {
            true => Pair { value: nothing(), ..pair.clone() },
            false => pair.clone(),
        };
        let pairs: Vec<Pair> = cover.particulars.iter().map(filled).collect();
        self.pairs(
            &pairs,
            BlockContext { left: 0, width: super::style_ids::FULL, ..BlockContext::BODY },
        );
    }

    /// The table of contents: a field that already has its entries, each with a link. Page numbers are fields that the
    /// reader's program computes. They are empty before, because a wrong number is worse than none.
    pub(super) fn contents(&mut self) {
        let document = self.document;
        let heading = [Inline::plain(&document.words.contents)];
        self.paragraph(Paragraph::of(paragraph::CONTENTS_HEADING), &heading);
        let mut entries = Vec::new();
        let mut number_of = 0;
        for block in &document.blocks {
            let BlockKind::Heading { level, number, text, listed: true, .. } = &block.kind else {
                continue;
            };
            if *level <= DEPTH {
                number_of += 1;
                entries.push((*level, number, plain_words(text), contents_name(number_of)));
            }
        }
        let count = entries.len();
        for (at, (level, number, text, name)) in entries.into_iter().enumerate() {
            let style = if level == 1 { paragraph::CONTENTS_1 } else { paragraph::CONTENTS_2 };
            let unnumbered = (number.is_empty() && level == 1).then_some((0, 0));
            let of = Paragraph { indent: unnumbered, ..Paragraph::of(style) };
            self.open_paragraph(of, &[Inline::plain(&text)]);
            if at == 0 {
                self.field_begin(&format!("TOC \\o \"1-{DEPTH}\" \\h \\z"));
            }
            self.xml.open("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")]);
            if !number.is_empty() {
                self.run(number, Run::default());
                self.tab();
            }
            self.run(&text, Run::default());
            self.tab();
            self.field_begin(&format!("PAGEREF {name} \\h"));
            self.field_mark("end");
            self.xml.close();
            if at + 1 == count {
                self.field_mark("end");
            }
            self.xml.close();
        }
    }

    /// The beginning of a field, before its result.
    pub(super) fn field_begin(&mut self, instruction: &str) {
        self.field_mark("begin");
        self.xml.open("w:r", &[]);
        self.xml.open("w:instrText", &[("xml:space", "preserve")]);
        self.xml.text(&format!(" {instruction} "));
        self.xml.close();
        self.xml.close();
        self.field_mark("separate");
    }

    pub(super) fn field_mark(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields += 1,
            "end" => self.fields = self.fields.saturating_sub(1),
            _ => {}
        }
        self.xml.open("w:r", &[]);
        self.xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
        self.xml.close();
    }
}

/// The bookmark of the n-th heading in the contents.
fn contents_name(n: usize) -> String {
    format!("_Toc{n:08}")
}
