//! Bringing older files up to date: one step for each released format, after a copy of the file was put beside it.

use chrono::{DateTime, Utc};

use crate::backup;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity;

/// The step from one format to the next.
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    /// The format it leads to, from the one before.
    pub(crate) to: u32,
    /// What it does. Checksums and totals are written anew after the last step.
    pub(crate) run: fn(&Db) -> Result<()>,
}

/// All steps since format 1, in order. A released format never leaves this list.
pub(crate) const MIGRATIONS: &[Migration] = &[];

/// Takes the steps that the file still needs, in one transaction.
pub(crate) fn bring_up_to_date(
    db: &Db,
    migrations: &[Migration],
    known: u32,
    now: DateTime<Utc>,
) -> Result<()> {
    let format = db.one("PRAGMA user_version", [], |row| row.get::<_, u32>(0))?.unwrap_or(0);
    if format > known {
        return Err(Error::Newer { path: db.path.clone(), found: format, known });
    }
    if format == 0 {
        return Err(db.damaged("it states no format"));
    }
    if format == known {
        return Ok(());
    }
    let said = db.all("PRAGMA integrity_check(3)", [], |row| row.get::<_, String>(0))?;
    if let Some(first) = said.iter().find(|said| *said != "ok") {
        return Err(db.damaged(first.replace('\n', " ")));
    }
    let copy = backup::name_before(&db.path, known, now);
    backup::copy(db, &copy, backup::Existing::Keep)?;
    db.batch("BEGIN EXCLUSIVE")?;
    let taken = take(db, migrations, format, known);
    if taken.is_err() && !db.conn.is_autocommit() {
        // The copy stays; the file is as it was.
        let _ = db.conn.execute_batch("ROLLBACK");
    }
    taken
}

fn take(db: &Db, migrations: &[Migration], format: u32, known: u32) -> Result<()> {
    for to in format + 1..=known {
        let step = migrations
            .iter()
            .find(|step| step.to == to)
            .ok_or_else(|| Error::Misuse(format!("no way from format {} to {to}", to - 1)))?;
        (step.run)(db)?;
    }
    integrity::retally(db)?;
    let dangling = db.all("PRAGMA foreign_key_check", [], |_| Ok(()))?;
    if !dangling.is_empty() {
        return Err(Error::Misuse(format!("the step to format {known} leaves loose ends")));
    }
    db.batch(&format!("PRAGMA user_version = {known}; COMMIT"))
}
