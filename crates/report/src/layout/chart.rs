//! Charts: bars that contain their numbers and words, and days on a timeline.

use chrono::{Months, NaiveDate};

use super::matrix;
use super::piece::Piece;
use super::set::{BlockContext, Setter};
use crate::document::{Bar, Chart, Drawing, Ground, Inline, TimelineEntry};
use crate::draw::{Color, Draw, Rect, Role, Shape, SlotId};
use crate::text::breaks;
use crate::text::style::Type;

/// Height of a bar, and space between two bars.
const BAR: f32 = 14.0;
const BETWEEN: f32 = 4.0;
/// The greatest share of the width for the labels of bars.
const LABELS: f32 = 0.42;
/// Space between the edge of a segment and its words.
const INSET: f32 = 3.0;
/// Grounds that do not mean levels of risk, the darkest first.
const STRONG: Color = Color(0xa9, 0xbd, 0xd3);
const LINED: Color = Color(0xcd, 0xd9, 0xe5);
const LIGHT: Color = Color(0xec, 0xf0, 0xf4);
const EMPTY: Color = Color(0xff, 0xff, 0xff);
const FRAME: Color = Color(0x3a, 0x3f, 0x47);
/// Height of a line of words in a timeline, and the space between two words in such a line.
const LANE: f32 = 11.0;
const APART: f32 = 6.0;

impl Setter<'_> {
    /// A chart with its caption. It stands on one page.
    pub(crate) fn chart(&mut self, chart: &Chart, ctx: BlockContext) -> Vec<Piece> {
        let slot = self.slot(Role::Figure, ctx.slot);
        if let Some(figure) = self.slots.last_mut() {
            figure.alternative = Some(chart.alternative.clone());
        }
        let mut draws = Vec::new();
        let height = match &chart.drawing {
            Drawing::Bars { bars, legend } => self.bars(bars, legend, ctx, slot, &mut draws),
            Drawing::Timeline { entries, months } => {
                self.timeline(entries, months, ctx, slot, &mut draws)
            }
        };
        let mut pieces = Vec::new();
        if !chart.caption.is_empty() {
            let slot = self.slot(Role::Caption, slot);
            pieces = self.paragraph(&[Inline::plain(&chart.caption)], Type::CAPTION, ctx, slot);
            pieces.iter_mut().for_each(|piece| piece.keep = true);
        }
        let mut figure = Piece::whole(height, (ctx.x, ctx.width), draws);
        (figure.before, figure.after) = (4.0, 12.0);
        pieces.push(figure);
        pieces
    }

    /// Draws bars and their legend, and returns the height.
    fn bars(
        &mut self,
        bars: &[Bar],
        legend: &[(Ground, String)],
        ctx: BlockContext,
        slot: SlotId,
        draws: &mut Vec<Draw>,
    ) -> f32 {
        let total = |bar: &Bar| bar.segments.iter().map(|segment| segment.count).sum::<usize>();
        let most = bars.iter().map(total).max().unwrap_or(0).max(1) as f32;
        let mut labels = 0.0_f32;
        for bar in bars {
            let shaped = self.shape(&[Inline::plain(&bar.label)], Type::AXIS);
            labels = labels.max(breaks::widths(&shaped).max);
        }
        let labels = (labels + 8.0).min(ctx.width * LABELS);
        let room = ctx.width - labels;
        let mut y = 0.0;
        for bar in bars {
            let shaped = self.shape(&[Inline::plain(&bar.label)], Type::AXIS);
            let lines = breaks::lines(&shaped, labels - 8.0).len() as f32;
            let words = lines * shaped.ty.leading;
            let height = BAR.max(words);
            let top = y + (height - words) / 2.0;
            self.put(&shaped, ctx.x, top, labels - 8.0, slot, draws);
            let mut x = ctx.x + labels;
            for segment in bar.segments.iter().filter(|segment| segment.count > 0) {
                let width = room * segment.count as f32 / most;
                let area = Rect { x, y: y + (height - BAR) / 2.0, width, height: BAR };
                ground(segment.ground, area, slot, draws);
                let long = format!("{} {}", segment.count, segment.words);
                for words in [long, segment.count.to_string()] {
                    let shaped = self.shape(&[Inline::plain(words)], Type::NOTE_INK);
                    if breaks::widths(&shaped).max + 2.0 * INSET <= width {
                        let top = area.y + (BAR - shaped.ty.leading) / 2.0;
                        self.put(&shaped, x + INSET, top, f32::MAX, slot, draws);
                        break;
                    }
                }
                x += width;
            }
            y += height + BETWEEN;
        }
        y += 2.0;
        let mut x = ctx.x;
        for (of, words) in legend {
            let shaped = self.shape(&[Inline::plain(words)], Type::AXIS);
            // A name that is longer than a line continues in the next one.
            let limit = ctx.width - 13.0;
            let width = breaks::widths(&shaped).max.min(limit);
            if x > ctx.x && x + 13.0 + width > ctx.x + ctx.width {
                x = ctx.x;
                y += Type::AXIS.leading + 2.0;
            }
            ground(*of, Rect { x, y: y + 1.0, width: 9.0, height: 9.0 }, slot, draws);
            let height = self.put(&shaped, x + 13.0, y, limit, slot, draws);
            y += (height - Type::AXIS.leading).max(0.0);
            x += 13.0 + width + 12.0;
        }
        if legend.is_empty() { y } else { y + Type::AXIS.leading }
    }

    /// Draws a timeline, and returns the height. The words of near days stand one below the other.
    fn timeline(
        &mut self,
        entries: &[TimelineEntry],
        months: &[(NaiveDate, String)],
        ctx: BlockContext,
        slot: SlotId,
        draws: &mut Vec<Draw>,
    ) -> f32 {
        let mut entries: Vec<&TimelineEntry> = entries.iter().collect();
        entries.sort_by_key(|entry| entry.day);
        let (Some((from, _)), Some((last, _))) = (months.first(), months.last()) else {
            return 0.0;
        };
        let from = *from;
        let until = last.checked_add_months(Months::new(1)).unwrap_or(*last);
        let days = (until - from).num_days().max(1) as f32;
        let at = |day: NaiveDate| ctx.x + ctx.width * (day - from).num_days() as f32 / days;
        // The names of the months, as many as fit beside one another.
        let axis = 2.0 + Type::AXIS.leading;
        let mut free = ctx.x;
        for (on, name) in months {
            let x = at(*on);
            if x < free {
                continue;
            }
            let name = self.shape(&[Inline::plain(name)], Type::AXIS);
            let width = breaks::widths(&name).max;
            if x + width <= ctx.x + ctx.width {
                self.put(&name, x, 0.0, f32::MAX, slot, draws);
                let line =
                    Shape::Line { from: (x, axis), to: (x, axis + 4.0), width: 0.6, color: FRAME };
                draws.push(Self::draw(slot, line));
                free = x + width + APART;
            }
        }
        let (left, right) = ((ctx.x, axis), (ctx.x + ctx.width, axis));
        let line = Shape::Line { from: left, to: right, width: 0.8, color: FRAME };
        draws.push(Self::draw(slot, line));
        let mut lanes: Vec<f32> = Vec::new();
        for same in entries.chunk_by(|a, b| a.day == b.day) {
            let mut inlines = Vec::new();
            for entry in same {
                if !inlines.is_empty() {
                    inlines.push(Inline::plain(" "));
                }
                let (label, anchor) = (entry.label.clone(), entry.anchor.clone());
                inlines.push(Inline::RowRef { label, anchor });
            }
            let Some(TimelineEntry { day, words, .. }) = same.first() else { continue };
            inlines.push(Inline::plain(format!("  {words}")));
            let shaped = self.shape(&inlines, Type::NOTE_INK);
            let room = ctx.width * 0.5;
            let lines = breaks::lines(&shaped, room);
            let width = lines.iter().fold(0.0_f32, |most, line| most.max(line.width));
            let dot = at(*day);
            let x = dot.min(ctx.x + ctx.width - width).max(ctx.x);
            let fits = |lane: usize| {
                (lane..lane + lines.len()).all(|lane| lanes.get(lane).is_none_or(|end| *end <= x))
            };
            let lane = (0..=lanes.len()).find(|lane| fits(*lane)).unwrap_or(lanes.len());
            lanes.resize(lanes.len().max(lane + lines.len()), ctx.x);
            for end in &mut lanes[lane..lane + lines.len()] {
                *end = x + width + APART;
            }
            let mark = Rect { x: dot - 1.0, y: axis - 3.0, width: 2.0, height: 6.0 };
            draws.push(Self::draw(slot, Shape::Fill(mark, FRAME)));
            let y = axis + 6.0 + lane as f32 * LANE;
            self.put(&shaped, x, y, room, slot, draws);
        }
        axis + 8.0 + lanes.len() as f32 * LANE
    }
}

/// Fills an area so that it also differs from its neighbours in grey.
fn ground(ground: Ground, area: Rect, slot: SlotId, draws: &mut Vec<Draw>) {
    let color = match ground {
        Ground::Level(level) => matrix::color(level),
        Ground::Strong => STRONG,
        Ground::Lined => LINED,
        Ground::Light => LIGHT,
        Ground::Empty => EMPTY,
    };
    draws.push(Draw { slot, shape: Shape::Fill(area, color) });
    let mut line = |from: (f32, f32), to: (f32, f32), width: f32| {
        draws.push(Draw { slot, shape: Shape::Line { from, to, width, color: FRAME } });
    };
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    match ground {
        Ground::Lined => {
            let mut x = area.x + 3.0;
            while x < right {
                line((x, bottom - 2.5), (x, bottom), 0.4);
                x += 3.0;
            }
        }
        Ground::Light => line((area.x, bottom - 0.4), (right, bottom - 0.4), 0.8),
        Ground::Empty => {
            line((area.x, area.y + 0.2), (right, area.y + 0.2), 0.4);
            line((area.x, bottom - 0.2), (right, bottom - 0.2), 0.4);
        }
        Ground::Level(_) | Ground::Strong => {}
    }
    // A line separates segments of the same shade.
    line((area.x, area.y), (area.x, bottom), 0.5);
    line((right, area.y), (right, bottom), 0.5);
}
