//! The tables of a file: those of format 1, and the step to each later format. A new file takes the same steps as an
//! old one, so that both get the same tables.

use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::Tally;
use crate::passage_index::index_all_passages;
use crate::writer::Writer;

/// The tables of format 1.
const FORMAT_1: &str = include_str!("schema/1.sql");

/// The step from one format to the next.
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    /// The format to which it leads, from the one before.
    pub(crate) to: u32,
    /// The step itself. Checksums and totals are written again after the last step.
    pub(crate) run: fn(&Db) -> Result<()>,
}

/// All steps after format 1, in order. The step to a released format is never removed.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration { to: 2, run: |db| db.batch(include_str!("schema/2.sql")) },
    Migration { to: 3, run: |db| db.batch(include_str!("schema/3.sql")) },
    Migration {
        to: 4,
        run: |db| {
            db.batch(include_str!("schema/4.sql"))?;
            index_all_passages(&mut Writer::new(db, Tally::default()))
        },
    },
    Migration { to: 5, run: |db| db.batch(include_str!("schema/5.sql")) },
];

/// Makes the tables of the newest format in an empty file.
pub(crate) fn make_tables(db: &Db) -> Result<()> {
    db.batch(FORMAT_1)?;
    MIGRATIONS.iter().try_for_each(|step| (step.run)(db))
}

/// Makes the tables of an earlier format in an empty file.
pub(crate) fn make_tables_of(db: &Db, steps: &[Migration], format: u32) -> Result<()> {
    db.batch(FORMAT_1)?;
    take_steps(db, steps, 1, format)
}

/// Takes the steps from one format to another.
pub(crate) fn take_steps(db: &Db, steps: &[Migration], from: u32, to: u32) -> Result<()> {
    for next in from + 1..=to {
        let step = steps.iter().find(|step| step.to == next);
        let step = step
            .ok_or_else(|| Error::Misuse(format!("no way from format {} to {next}", next - 1)))?;
        (step.run)(db)?;
    }
    Ok(())
}
