//! The time to open, write and search a workspace, with one project in the file and with many.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::{Value as Json, json};
use vurder_app::{App, OpenOptions};
use vurder_workspace::{Clock, Dump, StepClock, Workspace};

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// Words that a person types into a search, letter by letter.
const QUERIES: &[&str] = &[
    "consent withdrawal",
    "tofaktor",
    "two-factor authentication",
    "genetic",
    "kryptering",
    "encryption at rest",
    "Nordvåg",
    "backup",
    "kidney function",
    "ISO 27001",
    "the",
    "retention period",
];

/// Measures a workspace, and writes into it.
pub(crate) fn measure(path: &Path, projects: usize, folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    let with = match projects {
        1 => "1 project".to_owned(),
        n => format!("{n} projects"),
    };
    let megabytes = std::fs::metadata(path)?.len() as f64 / 1e6;
    let rounds = if projects == 1 { 20 } else { 3 };
    let times = Times::of(rounds, |_| {
        App::open(OpenOptions::new(path))?;
        Ok(())
    })?;
    rows.push(Row::new(format!("Open with {with} ({megabytes:.1} MB)"), ms(times.median())));

    let mut app = App::open(OpenOptions::new(path))?;
    let start = Instant::now();
    app.call("projects", json!({}))?;
    rows.push(Row::new(
        format!("List of projects with {with}, the first time"),
        ms(start.elapsed()),
    ));
    let times = Times::of(rounds, |_| {
        app.call("projects", json!({}))?;
        Ok(())
    })?;
    rows.push(Row::new(format!("List of projects with {with}, after that"), ms(times.median())));

    let project = first_project(&mut app)?;
    let places = places(&mut app, &project)?;
    let text = "Whoever has **both** the code and the key file can name a participant. ".repeat(8);
    let commit = |round: usize| {
        let (row, field) = &places[round % places.len()];
        let value = json!({"kind": "text", "value": format!("{text}{round}")});
        app.call(
            "set_value",
            json!({"project": project, "row": row, "field": field, "value": value}),
        )?;
        Ok(())
    };
    let mut data = File::create(folder.join("disk.data"))?;
    let bare = |_: usize| bare_commit(&mut data, folder);
    let [commits, disk] = Times::of_two(500, commit, bare)?;
    let met = |time: std::time::Duration| time.as_micros() < 5000;
    for (name, time) in [("median", commits.median()), ("99 of 100", commits.p99())] {
        rows.push(
            Row::new(format!("Commit of an answer with {with}, {name}"), ms(time))
                .aim("5 ms", met(time)),
        );
    }
    rows.push(Row::new("  of which the disk, four bare syncs, median", ms(disk.median())));
    rows.push(Row::new("  of which the disk, four bare syncs, 99 of 100", ms(disk.p99())));

    let typed: Vec<String> = QUERIES
        .iter()
        .flat_map(|query| {
            let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
            ends.map(|end| query[..end].to_owned())
        })
        .collect();
    let searches = Times::of(typed.len() * 3, |round| {
        app.call("search", json!({"query": typed[round % typed.len()]}))?;
        Ok(())
    })?;
    rows.push(Row::new(format!("Search with {with}, median"), ms(searches.median())));
    rows.push(
        Row::new(format!("Search with {with}, 99 of 100"), ms(searches.p99()))
            .aim("16 ms", searches.p99().as_micros() < 16_000),
    );
    Ok(())
}

fn first_project(app: &mut App) -> Outcome<Json> {
    let projects = app.call("projects", json!({}))?;
    Ok(projects[0]["head"]["id"].clone())
}

/// Texts of the sample to write again, each far from the one before.
fn places(app: &mut App, project: &Json) -> Outcome<Vec<(Json, &'static str)>> {
    let form = app.call("form", json!({"project": project, "form": "rar"}))?;
    let mut places = Vec::new();
    let blocks = form["sections"].as_array().into_iter().flatten().flat_map(|s| {
        s["parts"].as_array().into_iter().flatten().flat_map(|p| p["blocks"].as_array()).flatten()
    });
    for table in blocks.filter(|b| b["id"] == "scenarios") {
        for row in table["groups"][0]["rows"].as_array().into_iter().flatten() {
            places.push((row["id"].clone(), "scenario"));
            places.push((row["id"].clone(), "org_likelihood_why"));
        }
    }
    if places.is_empty() { Err("the sample has no scenarios".into()) } else { Ok(places) }
}

/// Does what a commit needs of the disk: it syncs SQLite's journal, its folder, the file, and the folder again.
fn bare_commit(data: &mut File, folder: &Path) -> Outcome {
    let page = [7u8; 4096];
    let journal = folder.join("disk.journal");
    let mut file = File::create(&journal)?;
    file.write_all(&page)?;
    file.sync_data()?;
    File::open(folder)?.sync_all()?;
    data.write_all(&page)?;
    data.sync_data()?;
    std::fs::remove_file(&journal)?;
    Ok(File::open(folder)?.sync_all()?)
}

/// A workspace with so many copies of the sample. It is made once for each version of the sample.
pub(crate) fn with_projects(folder: &Path, count: usize) -> Outcome<PathBuf> {
    let small = tempfile::Builder::new().tempdir_in(folder)?;
    let dump = sample(&small.path().join("sample.vurder"))?;
    let path = folder.join(format!("{count}-projects-{:08x}.vurder", checksum(dump.as_bytes())));
    if path.exists() {
        return Ok(path);
    }
    println!("Making a workspace with {count} projects in {}", path.display());
    let mut all: Option<Dump> = None;
    for n in 1..=count {
        // A JSON string that is exactly this word is always the id of the project.
        let copy = dump
            .replace("\"sample\"", &format!("\"sample-{n}\""))
            .replace("\"title\":\"FJORDSUND", &format!("\"title\":\"FJORDSUND {n}"));
        let mut copy = Dump::from_json(&copy)?;
        let all = all.get_or_insert_with(|| Dump {
            format: copy.format.clone(),
            version: copy.version,
            projects: Vec::new(),
            revisions: std::mem::take(&mut copy.revisions),
            statements: std::mem::take(&mut copy.statements),
            words: std::mem::take(&mut copy.words),
            // The bytes of attachments stand once, however many projects attach them.
            blobs: std::mem::take(&mut copy.blobs),
            operations: Vec::new(),
        });
        for operation in &mut copy.operations {
            operation.id = format!("{n}-{}", operation.id);
            operation.seq += i64::try_from(all.operations.len())?;
        }
        all.projects.append(&mut copy.projects);
        all.operations.append(&mut copy.operations);
    }
    let part = folder.join("making.vurder");
    if part.exists() {
        std::fs::remove_file(&part)?;
    }
    let mut workspace = Workspace::create(&part, vurder_workspace::OpenOptions::default())?;
    workspace.load(&all.ok_or("no projects were asked for")?)?;
    drop(workspace);
    std::fs::rename(part, &path)?;
    Ok(path)
}

/// The sample as a dump. It is the same at each run.
fn sample(path: &Path) -> Outcome<String> {
    let start = chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000);
    let clock: Box<dyn Clock> =
        Box::new(StepClock::new(start, chrono::TimeDelta::milliseconds(10)));
    let ids: Box<dyn vurder_workspace::Ids> = Box::new(vurder_workspace::SeededIds::new(1));
    let mut app =
        App::open(OpenOptions { clock: Some(clock), ids: Some(ids), ..OpenOptions::new(path) })?;
    app.call("sample", json!({}))?;
    let out = path.with_extension("json");
    app.call("dump", json!({"out": out}))?;
    let dump: Json = serde_json::from_slice(&std::fs::read(out)?)?;
    Ok(dump.to_string())
}

/// The FNV hash, which tells one version of the sample from another.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
