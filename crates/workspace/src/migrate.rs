//! Migrates older files to the newest format, after a backup was made beside the file.

use chrono::{DateTime, Utc};

use crate::backup::{self, Check};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity;
use crate::layout::{NEWEST, layout_of};
use crate::notice::Notice;
use crate::repair;
use crate::schema::{Migration, make_tables_of, take_steps};

/// Takes the steps that the file needs, in one transaction: a crash during the migration leaves the file as it was.
///
/// First, the file is verified by the checksums of its own format. Therefore a record that was damaged before is
/// refused, and does not get a new checksum. If every record is correct and only data that serves the records is
/// damaged, the steps are taken in a fresh file with the records. The pages of that file then replace the damaged ones;
/// see [`crate::repair`].
pub(crate) fn bring_up_to_date(
    db: &mut Db,
    migrations: &[Migration],
    known: u32,
    now: DateTime<Utc>,
) -> Result<Vec<Notice>> {
    let format = db.one("PRAGMA user_version", [], |row| row.get::<_, u32>(0))?.unwrap_or(0);
    if format > known {
        return Err(Error::Newer { path: db.path.clone(), found: format, known });
    }
    if format == 0 {
        return Err(db.damaged("it states no format"));
    }
    if format == known {
        return Ok(Vec::new());
    }
    let layout = layout_of(format);
    let damage = integrity::verify(db, layout)?;
    let check = if damage.is_none() { Check::Pages } else { Check::Records(layout) };
    let aside = backup::before_migration(db, known, now, check)?;
    let mut notices: Vec<Notice> =
        aside.into_iter().map(|path| Notice::JournalSetAside { path }).collect();
    let upgrade = |db: &Db| upgrade(db, migrations, format, known);
    match damage {
        None => in_place(db, upgrade)?,
        Some(damage) => {
            let make = |fresh: &Db| make_tables_of(fresh, migrations, format);
            repair::make_anew(db, layout, make, upgrade)?;
            notices.push(Notice::Repaired { damage });
        }
    }
    Ok(notices)
}

/// Upgrades the file itself in one transaction.
fn in_place(db: &Db, upgrade: impl FnOnce(&Db) -> Result<()>) -> Result<()> {
    db.batch("BEGIN EXCLUSIVE")?;
    let done = upgrade(db).and_then(|()| db.batch("COMMIT"));
    if done.is_err() && !db.conn.is_autocommit() {
        // The backup stays, and the file is as it was.
        let _ = db.conn.execute_batch("ROLLBACK");
    }
    done
}

/// Takes the steps within an open transaction, and writes all checksums and totals again.
fn upgrade(db: &Db, migrations: &[Migration], format: u32, known: u32) -> Result<()> {
    take_steps(db, migrations, format, known)?;
    integrity::retally(db, &NEWEST)?;
    let dangling = db.all("PRAGMA foreign_key_check", [], |_| Ok(()))?;
    if !dangling.is_empty() {
        return Err(Error::Misuse(format!("the step to format {known} leaves loose ends")));
    }
    db.batch(&format!("PRAGMA user_version = {known}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use std::path::{Path, PathBuf};

    use vurder_model::id::{ProjectId, RowId};
    use vurder_model::project::ProjectHead;
    use vurder_model::value::Value;

    use super::*;
    use crate::layout::FORMAT;
    use crate::op::Op;
    use crate::open::open_with;
    use crate::rows::{NewRow, RowPosition};
    use crate::schema::MIGRATIONS;
    use crate::workspace::{OpenOptions, Workspace};

    /// Possible steps to formats 6 and 7: a new table, and another time for every answer.
    const STEPS: &[Migration] = &[
        Migration { to: 6, run: |db| db.batch("CREATE TABLE note (id TEXT PRIMARY KEY) STRICT") },
        Migration {
            to: 7,
            run: |db| db.batch("UPDATE value SET updated = '2030-01-01T00:00:00.000Z'"),
        },
    ];

    fn filled(folder: &Path) -> PathBuf {
        let file = folder.join("study.vurder");
        let mut workspace = Workspace::create(&file, OpenOptions::default()).unwrap();
        let id = ProjectId::new("p").unwrap();
        let head = ProjectHead {
            id: id.clone(),
            title: "Study".to_owned(),
            language: "en".to_owned(),
            version: String::new(),
            forms: Vec::new(),
            providers: Vec::new(),
            follows: Default::default(),
            created: "2026-11-22T09:00:00Z".parse().unwrap(),
            trashed: None,
        };
        workspace.transact(None, Op::CreateProject, |tx| tx.create_project(head)).unwrap();
        let row = RowId::new("d-1").unwrap();
        let new = NewRow { id: row.clone(), register: "data_item".to_owned(), key: None };
        workspace
            .transact::<_, Error>(Some(&id), Op::AddRow, |tx| {
                tx.add_row(new, &RowPosition::Last)?;
                tx.set_value(&row, "name", Some(Value::Line("Genomes".to_owned())))
            })
            .unwrap();
        file
    }

    fn files(folder: &Path) -> Vec<PathBuf> {
        let mut all: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        all.sort();
        all
    }

    #[test]
    fn a_chain_of_steps_is_taken_after_a_backup() {
        let folder = tempfile::tempdir().unwrap();
        let file = filled(folder.path());
        let before = Workspace::open(&file, OpenOptions::default()).unwrap().dump().unwrap();
        let migrated = open_with(&file, OpenOptions::default(), STEPS, 7).unwrap();
        migrated.check().unwrap();
        let dump = migrated.dump().unwrap();
        let answer = &dump.projects[0].rows[0].values["name"];
        assert_eq!(answer.value, Value::Line("Genomes".to_owned()));
        assert_eq!(answer.updated.to_rfc3339(), "2030-01-01T00:00:00+00:00", "both steps ran");
        drop(migrated);

        let backup = files(folder.path()).into_iter().find(|other| *other != file).unwrap();
        let name = backup.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with("study.before-v7-") && name.ends_with(".vurder"), "{name}");
        let backup = Workspace::open(&backup, OpenOptions::default()).unwrap();
        assert_eq!(
            backup.dump().unwrap(),
            before,
            "the backup is what was there, for the old program"
        );

        let refused = Workspace::open(&file, OpenOptions::default()).unwrap_err();
        assert!(matches!(refused, Error::Newer { found: 7, known: 5, .. }), "{refused}");
        open_with(&file, OpenOptions::default(), STEPS, 7).unwrap();
        assert_eq!(
            files(folder.path()).len(),
            2,
            "a file that is up to date is not backed up again"
        );
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = filled(folder.path());
        let steps = [
            STEPS[0],
            Migration { to: 7, run: |db| db.batch("UPDATE value SET updated = 'never'") },
        ];
        let bytes = std::fs::read(&file).unwrap();
        open_with(&file, OpenOptions::default(), &steps, 7).unwrap_err();
        assert_eq!(std::fs::read(&file).unwrap(), bytes);
        open_with(&file, OpenOptions::default(), &STEPS[..1], 7).unwrap_err();
        Workspace::open(&file, OpenOptions::default()).unwrap().check().unwrap();
    }

    #[test]
    fn every_format_has_a_way_to_the_newest() {
        let formats: Vec<u32> = MIGRATIONS.iter().map(|step| step.to).collect();
        let wanted: Vec<u32> = (1..FORMAT).map(|format| format + 1).collect();
        assert_eq!(formats, wanted, "one step for each format, in order");
    }
}
