//! What has to follow when the levels of a scale move: the scores of the project, and the matrix.

use vurder_model::field::{FieldKind, ScaleName};
use vurder_model::id::RowId;
use vurder_model::level_moves::LevelMoves;
use vurder_model::method::{MATRIX, METHOD};
use vurder_model::value::{ScaleLevel, Value};

use crate::facts::Facts;

/// An answer to write; `None` empties the field.
pub(super) type Follows = (RowId, String, Option<Value>);

/// The answers that follow when the scale at `field` of the method becomes `new`. The score of a level that is taken
/// out is emptied, because nobody has said which level it is now; the forms ask for it again.
pub(super) fn answers_that_follow(facts: &Facts, field: &str, new: &[ScaleLevel]) -> Vec<Follows> {
    let Some((scale, old)) = facts.method.scale_at(field) else { return Vec::new() };
    let Some(moves) = LevelMoves::of(old, new) else { return Vec::new() };
    let mut follows = Vec::new();
    for row in facts.project.rows.iter().filter(|row| row.trashed.is_none()) {
        for (id, value) in &row.values {
            let Value::Level(level) = value else { continue };
            let known = facts.registers.field(&row.register, id);
            if known.is_some_and(|f| f.kind == FieldKind::Level && f.scale == Some(scale)) {
                let moved = moves.level(*level).map(Value::Level);
                follows.push((row.id.clone(), id.clone(), moved));
            }
        }
    }
    follows.extend(matrix(facts, scale, &moves));
    follows
}

/// The matrix without the rows or columns of the levels that are taken out. A cell with a level of risk that is taken
/// out gets the next higher one. None if the project has no matrix of its own.
fn matrix(facts: &Facts, scale: ScaleName, moves: &LevelMoves) -> Option<Follows> {
    let method = facts.project.rows_of(METHOD).find(|row| row.values.contains_key(MATRIX))?;
    let Some(Value::Matrix(cells)) = method.values.get(MATRIX) else { return None };
    if !facts.method.fits(cells) {
        return None;
    }
    let moved = match scale {
        ScaleName::Likelihood => moves.keep(cells)?,
        ScaleName::Severity => {
            cells.iter().map(|line| moves.keep(line)).collect::<Option<Vec<_>>>()?
        }
        ScaleName::Risk => {
            let line =
                |line: &Vec<u8>| line.iter().map(|cell| moves.level_or_higher(*cell)).collect();
            cells.iter().map(line).collect()
        }
    };
    Some((method.id.clone(), MATRIX.to_owned(), Some(Value::Matrix(moved))))
}
