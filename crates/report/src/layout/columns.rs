//! Computes the widths of a table's columns from their cells.

use crate::document::ColumnKind;
use crate::text::breaks::Widths;

/// The widths that the cells of a column need.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Demand {
    pub(crate) widths: Widths,
    /// Mean of the cells' widths on one line. It shows how much text there is.
    pub(crate) mean: f32,
    pub(crate) weight: f32,
    pub(crate) kind: ColumnKind,
}

/// Space between columns.
pub(crate) const GUTTER: f32 = 12.0;
/// The least width of a column. In narrower columns no word fits; then each row is set as a list of its cells.
const LEAST_COLUMN: f32 = 24.0;

/// Whether this many columns stand side by side in a width.
pub(crate) fn fit(count: usize, width: f32) -> bool {
    (width - GUTTER * (count as f32 - 1.0)) / (count as f32) >= LEAST_COLUMN
}

/// The width that a column of short entries gets in addition to its need.
const ROOMY: f32 = 34.0;

fn openness(demand: &Demand) -> f32 {
    if demand.kind == ColumnKind::Text { demand.weight.max(0.1) } else { 0.0 }
}

/// Shares `room` among columns.
///
/// Each column gets at least the width of its longest word. A column of numbers gets exactly what it needs. The
/// remaining width is shared by the columns' weights and the square root of their amount of text, so that a column with
/// four times the text is twice as wide. Then the rows are about as low as possible, and no column is too narrow.
pub(crate) fn share(demands: &[Demand], room: f32) -> Vec<f32> {
    let cap = room * 0.5;
    let floor = |demand: &Demand| match demand.kind {
        ColumnKind::Number | ColumnKind::Figure => demand.widths.max.min(cap),
        ColumnKind::Short => demand.widths.word.max(demand.widths.max.min(64.0)).min(cap),
        ColumnKind::Text => demand.widths.word.min(96.0).max(demand.widths.min.min(cap)),
    };
    let mut floors: Vec<f32> = demands.iter().map(floor).collect();
    let total: f32 = floors.iter().sum();
    if total >= room {
        // There is not enough space: all columns shrink by the same factor, and words are cut if necessary.
        floors.iter_mut().for_each(|floor| *floor *= room / total.max(1.0));
        return floors;
    }
    let mut widths = floors.clone();
    let mut left = room - total;
    // Columns that have all the width they need are finished. The others share the rest.
    for _ in 0..demands.len() {
        let pull: Vec<f32> = demands
            .iter()
            .zip(&widths)
            .map(|(demand, width)| {
                if *width + 0.5 < demand.widths.max {
                    demand.weight.max(0.1) * demand.mean.max(1.0).sqrt()
                } else {
                    0.0
                }
            })
            .collect();
        let sum: f32 = pull.iter().sum();
        if sum <= 0.0 || left < 0.5 {
            break;
        }
        let mut given = 0.0;
        for ((width, demand), pull) in widths.iter_mut().zip(demands).zip(&pull) {
            let more = (left * pull / sum).min((demand.widths.max - *width).max(0.0));
            *width += more;
            given += more;
        }
        left -= given;
    }
    if left > 0.5 {
        // All text fits on one line. Columns of running text fill the width. A table with only short entries stays
        // narrow, because a figure at the far end of an empty line would be hard to connect with its row.
        let open: f32 = demands.iter().map(openness).sum();
        for (width, demand) in widths.iter_mut().zip(demands) {
            *width += if open > 0.0 {
                left * openness(demand) / open
            } else {
                (left / demands.len() as f32).min(ROOMY)
            };
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand(kind: ColumnKind, word: f32, max: f32) -> Demand {
        let widths = Widths { min: word * 0.5, word, max };
        Demand { widths, mean: max * 0.6, weight: 1.0, kind }
    }

    #[test]
    fn the_columns_fill_the_room_exactly() {
        let demands = [
            demand(ColumnKind::Number, 12.0, 12.0),
            demand(ColumnKind::Text, 60.0, 900.0),
            demand(ColumnKind::Short, 40.0, 60.0),
        ];
        let widths = share(&demands, 460.0);
        assert!((widths.iter().sum::<f32>() - 460.0).abs() < 0.1, "{widths:?}");
        assert!(widths[0] < 12.5, "a number column is no wider than its numbers: {widths:?}");
        assert!(widths[1] > widths[2], "text gets what is left: {widths:?}");
    }

    #[test]
    fn no_column_is_starved_when_all_are_too_wide() {
        let demands = vec![demand(ColumnKind::Text, 150.0, 2000.0); 8];
        let widths = share(&demands, 460.0);
        assert!((widths.iter().sum::<f32>() - 460.0).abs() < 0.1);
        assert!(widths.iter().all(|width| *width > 50.0), "{widths:?}");
    }

    #[test]
    fn a_table_of_short_entries_stays_narrow() {
        let demands = vec![demand(ColumnKind::Short, 20.0, 30.0); 2];
        let total: f32 = share(&demands, 460.0).iter().sum();
        assert!((60.0..200.0).contains(&total), "{total}");
    }
}
