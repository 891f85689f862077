//! The process is killed at any moment: every acknowledged change is there, and the file is valid.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use given::{Desk, line, make_project, new_row, row, text};
use vurder_workspace::{Error, Ids, Op, OpenOptions, RowPosition, SeededIds, Workspace};

const FILE: &str = "VURDER_TEST_CRASH";
const KILLS: usize = 200;
/// The number of kills for one file. Then a new file is made, since opening checks the whole file.
const KILLS_OF_A_FILE: usize = 20;

/// The process that is killed. It makes changes and prints the number of each after it is kept. Without the environment
/// variable, this test does nothing.
#[test]
fn the_one_that_is_killed() {
    let Some(file) = std::env::var_os(FILE) else { return };
    let mut workspace = Workspace::open(Path::new(&file), OpenOptions::default()).unwrap();
    let p = Desk::p();
    let next = workspace.project(&p).unwrap().rows.len();
    let mut out = std::io::stdout().lock();
    for number in next.. {
        let id = row(&format!("r-{number}"));
        workspace
            .transact::<_, Error>(Some(&p), Op::AddRow, |tx| {
                tx.add_row(new_row(id.as_str(), "risk", None), &RowPosition::Last)?;
                tx.set_value(
                    &id,
                    "how",
                    text(&format!("Risk {number} {}", "words ".repeat(number % 300))),
                )
            })
            .unwrap();
        writeln!(out, "kept {number}").unwrap();
        out.flush().unwrap();
        // Other actions come between the changes: typing, undo and redo, moving, the trash.
        match number % 4 {
            0 => drop(workspace.transact(Some(&p), Op::SetValue, |tx| {
                tx.set_value(&id, "title", line(&format!("Title {number}")))
            })),
            1 => {
                let title = line(&format!("Title {number}"));
                workspace
                    .transact(Some(&p), Op::SetValue, |tx| tx.set_value(&id, "title", title))
                    .unwrap();
                workspace.undo(&p).unwrap();
                workspace.redo(&p).unwrap();
            }
            2 => drop(
                workspace
                    .transact(Some(&p), Op::MoveRow, |tx| tx.move_row(&id, &RowPosition::First)),
            ),
            _ => {
                workspace.transact(Some(&p), Op::TrashRow, |tx| tx.trash_row(&id)).unwrap();
                workspace.undo(&p).unwrap();
            }
        }
    }
}

/// When the process is killed: `then` after it has printed `count` numbers.
struct Moment {
    count: usize,
    then: Duration,
}

/// Runs the process up to the moment, kills it, and returns the numbers that it printed.
fn killed_at(file: &Path, moment: &Moment) -> Vec<usize> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_one_that_is_killed", "--nocapture", "--test-threads=1"])
        .env(FILE, file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let printed = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    // A line that was cut off does not count.
    let mut printed = printed.filter_map(|line| line.split_once("kept ")?.1.parse().ok());
    let mut acknowledged_numbers: Vec<usize> = printed.by_ref().take(moment.count).collect();
    std::thread::sleep(moment.then);
    child.kill().unwrap();
    acknowledged_numbers.extend(printed);
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    child.wait().unwrap();
    assert!(!complaints.contains("panicked"), "{complaints}");
    acknowledged_numbers
}

#[test]
fn killed_at_200_moments_nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    // The moments are the same in each run: one in twenty while the process starts and opens the file, the others
    // during its work, however fast the machine is.
    let mut random = SeededIds::new(20_261_122);
    let mut random = move |below: u64| {
        random.next().bytes().fold(0_u64, |sum, b| sum * 31 + u64::from(b)) % below
    };
    let (mut acknowledged, mut at_work, mut further) = (0, 0, 0);
    for round in 0..KILLS / KILLS_OF_A_FILE {
        let file = folder.path().join(format!("crash-{round}.vurder"));
        let mut workspace = Workspace::create(&file, OpenOptions::default()).unwrap();
        make_project(&mut workspace, "p", "Crash").unwrap();
        drop(workspace);
        let mut acknowledged_numbers = BTreeSet::new();
        for kill in 0..KILLS_OF_A_FILE {
            let moment = if kill == 0 {
                Moment { count: 0, then: Duration::from_micros(2_000 + random(40_000)) }
            } else {
                let count = 1 + usize::try_from(random(30)).unwrap();
                Moment { count, then: Duration::from_micros(random(8_000)) }
            };
            let printed = killed_at(&file, &moment);
            acknowledged += printed.len();
            at_work += usize::from(!printed.is_empty());
            acknowledged_numbers.extend(printed);
            let workspace = Workspace::open(&file, OpenOptions::default())
                .unwrap_or_else(|error| panic!("round {round}, kill {kill}: {error}"));
            workspace.check().unwrap();
            let project = workspace.project(&Desk::p()).unwrap();
            for number in &acknowledged_numbers {
                let id = row(&format!("r-{number}"));
                let words = project.row(&id).and_then(|row| row.values.get("how"));
                let words =
                    words.unwrap_or_else(|| panic!("{number} was acknowledged and is lost"));
                assert!(words.plain_text().starts_with(&format!("Risk {number}")));
            }
            // The process was killed after the change and before it printed the number, or during the other actions.
            further += usize::from(project.rows.len() > acknowledged_numbers.len());
            let numbers = 0..project.rows.len();
            assert!(
                numbers.into_iter().all(|n| project.row(&row(&format!("r-{n}"))).is_some()),
                "a change is there whole or not at all"
            );
        }
    }
    println!(
        "{acknowledged} changes acknowledged, {at_work} of {KILLS} kills at work, {further} after a change that nobody heard of"
    );
    assert!(at_work * 10 >= KILLS * 9, "only {at_work} of {KILLS} kills fell into work");
    assert!(acknowledged > KILLS * 5, "the process was killed before it did much: {acknowledged}");
}

/// The moment at which the first page already has the new length of the file, but the file is still shorter.
#[test]
fn a_file_left_in_the_middle_of_growing_is_put_right() {
    let mut desk = given::desk();
    desk.add("r-1", "risk");
    let before = desk.workspace.dump().unwrap();
    let Desk { folder, file, workspace } = desk;
    drop(workspace);
    // A transaction that is too large for its cache writes pages before the commit. Its journal can undo that.
    let other = rusqlite::Connection::open(&file).unwrap();
    other.execute_batch("PRAGMA cache_size = 2; BEGIN").unwrap();
    for number in 0..200 {
        let add = "INSERT INTO search_place (project, row, field) VALUES ('p', ?1, ?2)";
        other.execute(add, (format!("r-{number}"), "x".repeat(3000))).unwrap();
    }
    let crashed = folder.path().join("crashed.vurder");
    let journal = |path: &Path| path.with_extension("vurder-journal");
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[28..32].copy_from_slice(&100_000_u32.to_be_bytes());
    std::fs::write(&crashed, &bytes).unwrap();
    std::fs::write(journal(&crashed), std::fs::read(journal(&file)).unwrap()).unwrap();
    drop(other);
    let opened = Workspace::open(&crashed, OpenOptions::default()).unwrap();
    opened.check().unwrap();
    assert_eq!(opened.dump().unwrap(), before);
    // Without its journal, such a file is refused.
    let orphan = folder.path().join("orphan.vurder");
    std::fs::write(&orphan, &bytes).unwrap();
    let error = Workspace::open(&orphan, OpenOptions::default()).unwrap_err();
    assert_eq!(error.code(), "damaged", "{error}");
}
