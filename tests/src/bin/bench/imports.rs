//! Measures the import of a provider's pages, the drift to their next state, and the work with many passages.
//!
//! A separate process reads the pages (`bench --read-pages FOLDER`), so that its peak of memory is that of the import
//! alone. Where pandoc is installed, it reads the same files to its JSON in the same run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use serde_json::json;
use vurder_app::{App, OpenOptions};
use vurder_content::drift::follow;
use vurder_import::{About, Files, Imported, read};
use vurder_tests::page_files::files_below;
use vurder_tests::site::Site;
use vurder_tests::site_edits::edited;

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// With this argument, the program reads the pages of a folder and prints the milliseconds and the kilobytes.
pub(crate) const READ_PAGES: &str = "--read-pages";

/// The number of pages of the generated site, and of passages on each page.
const PAGES: usize = 500;
const PASSAGES: usize = 100;
const SEED: u64 = 11;

/// The folder of real pages. It may be missing.
const CORPORA: &str = "../shared/corpora";

/// Measures everything in this file.
pub(crate) fn measure(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    let site = Site::made(PAGES, PASSAGES, SEED);
    let pages = folder.join("pages");
    site.write(&pages)?;
    let what = format!("Read {PAGES} pages with {} passages", PAGES * PASSAGES);
    let (time, kilobytes) = read_apart(&pages, 5)?;
    let pandoc = pandoc(&pages)?;
    let second = Duration::from_secs(1);
    rows.push(Row::new(&what, ms(time)).aim("1 s", time < second));
    if let Some(pandoc) = pandoc {
        let row = Row::new("  pandoc, the same files to its JSON", ms(pandoc));
        rows.push(row.aim("pandoc", time < pandoc));
    }
    let megabytes = kilobytes as f64 / 1e3;
    let memory = format!("{megabytes:.0} MB");
    rows.push(Row::new("  memory at its peak", memory).aim("150 MB", megabytes < 150.0));

    let (later, _) = edited(&site, SEED + 1);
    let (before, after) = (imported(&site.files())?.pack, imported(&later.files())?.pack);
    let times = Times::of(5, |_| {
        std::hint::black_box(follow(&before, &after));
        Ok(())
    })?;
    let half = Duration::from_millis(500);
    let what = format!("What changed between two states of {PAGES} pages");
    rows.push(Row::new(what, ms(times.median())).aim("500 ms", times.median() < half));
    real_pages(rows)?;
    in_a_workspace(folder, &pages, rows)
}

/// Makes two workspaces with the sample. Into the second one it imports the pages of a folder, and tells the time that
/// the import takes.
fn make_workspaces(folder: &Path, pages: &Path) -> Outcome<(PathBuf, PathBuf, Duration)> {
    let (without, with) = (folder.join("without.vurder"), folder.join("with.vurder"));
    for path in [&without, &with] {
        App::open(OpenOptions::new(path))?.call("sample", json!({}))?;
    }
    let mut app = App::open(OpenOptions::new(&with))?;
    let start = Instant::now();
    let from = pages.to_string_lossy();
    app.call("import", json!({"path": from, "name": "Made", "date": "2026-03-01"}))?;
    Ok((without, with, start.elapsed()))
}

/// Makes a workspace with the sample and the passages of the generated site.
pub(crate) fn workspace_with_passages(folder: &Path) -> Outcome<PathBuf> {
    let pages = folder.join("pages-of-start");
    Site::made(PAGES, PASSAGES, SEED).write(&pages)?;
    let folder = folder.join("start");
    std::fs::create_dir_all(&folder)?;
    Ok(make_workspaces(&folder, &pages)?.1)
}

/// How many passages that workspace has.
pub(crate) fn passages() -> usize {
    PAGES * PASSAGES
}

/// Measures the import into a workspace, and work in a workspace with many passages.
fn in_a_workspace(folder: &Path, pages: &Path, rows: &mut Vec<Row>) -> Outcome {
    let (without, with, time) = make_workspaces(folder, pages)?;
    rows.push(Row::new("  import into a workspace", ms(time)));
    let mut app = App::open(OpenOptions::new(&with))?;
    for (query, hits) in [("backup", 400), ("data every", 40)] {
        let times = Times::of(20, |_| {
            app.call("passages", json!({"query": query, "limit": hits}))?;
            Ok(())
        })?;
        let what = format!("Search {} passages for \"{query}\"", PAGES * PASSAGES);
        rows.push(Row::new(what, ms(times.median())));
    }
    let mut apps = [App::open(OpenOptions::new(&without))?, app];
    for query in ["backup", "kidney"] {
        let [mut plain, mut many] = [Vec::new(), Vec::new()];
        for _ in 0..20 {
            for (app, times) in apps.iter_mut().zip([&mut plain, &mut many]) {
                let start = Instant::now();
                app.call("search", json!({"query": query}))?;
                times.push(start.elapsed());
            }
        }
        let [plain, many] = [plain, many].map(|times| Times::new(times).median());
        rows.push(Row::new(format!("Search of everything for \"{query}\""), ms(plain)));
        let factor = many.as_secs_f64() / plain.as_secs_f64();
        let what = format!("  the same with {} passages ({factor:.2} times)", PAGES * PASSAGES);
        rows.push(Row::new(what, ms(many)).aim("1.3 times", factor < 1.3));
    }
    drop(apps);
    let open = |path: &PathBuf| -> Outcome {
        App::open(OpenOptions::new(path))?.call("projects", json!({}))?;
        Ok(())
    };
    let [plain, many] = Times::of_two(15, |_| open(&without), |_| open(&with))?;
    rows.push(Row::new("Open with the sample and its list", ms(plain.median())));
    let factor = many.median().as_secs_f64() / plain.median().as_secs_f64();
    // The aim is on the start that a person waits for, window and all: `start.rs`.
    let what = format!("  the same with {} passages ({factor:.2} times)", PAGES * PASSAGES);
    rows.push(Row::new(what, ms(many.median())));
    Ok(())
}

/// Measures real pages where [`CORPORA`] exists.
fn real_pages(rows: &mut Vec<Row>) -> Outcome {
    let corpora = Path::new(CORPORA);
    for name in ["csc-sensitive-data", "nebari", "genomedk-2026-08-20", "satre", "oscal"] {
        let folder = corpora.join(name);
        if !folder.is_dir() {
            continue;
        }
        let (time, kilobytes) = read_apart(&folder, 5)?;
        let row = Row::new(format!("Read {name}, {:.0} MB", kilobytes as f64 / 1e3), ms(time));
        let most = Duration::from_millis(300);
        rows.push(if name == "oscal" { row.aim("300 ms", time < most) } else { row });
    }
    Ok(())
}

/// Reads a folder in a separate process, `rounds` times. Returns the median of the times and the highest peak of memory
/// in kilobytes.
fn read_apart(folder: &Path, rounds: usize) -> Outcome<(Duration, u64)> {
    let (mut times, mut peak) = (Vec::new(), 0);
    for _ in 0..rounds {
        let read = Command::new(std::env::current_exe()?).arg(READ_PAGES).arg(folder).output()?;
        let printed = String::from_utf8_lossy(&read.stdout).into_owned();
        let mut numbers = printed.split_whitespace().map(str::parse::<f64>);
        let (Some(Ok(time)), Some(Ok(kilobytes))) = (numbers.next(), numbers.next()) else {
            return Err(format!("reading {} apart: {printed}", folder.display()).into());
        };
        times.push(Duration::from_secs_f64(time / 1e3));
        peak = peak.max(kilobytes as u64);
    }
    Ok((Times::new(times).median(), peak))
}

/// Does the work of the process that [`read_apart`] starts.
pub(crate) fn read_pages(folder: &Path) -> Outcome {
    let start = Instant::now();
    let imported = imported(&files_below(folder)?)?;
    let time = start.elapsed().as_secs_f64() * 1e3;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|peak| peak.split_whitespace().next()).unwrap_or("0");
    println!("{time} {peak} {}", imported.counts.passages);
    Ok(())
}

fn imported(files: &Files) -> Outcome<Imported> {
    let about = About {
        provider: "made".to_owned(),
        name: "Made".to_owned(),
        country: String::new(),
        website: String::new(),
        address: "https://made.example/".to_owned(),
        revision: None,
        date: NaiveDate::from_ymd_opt(2026, 3, 1).ok_or("no day")?,
    };
    Ok(read(files, None, &about)?)
}

/// The time that pandoc needs to read all Markdown below a folder to its JSON; `None` where it is not installed.
fn pandoc(folder: &Path) -> Outcome<Option<Duration>> {
    let files = files_below(folder)?;
    let pages = files.paths().filter(|path| path.ends_with(".md")).map(|path| folder.join(path));
    let mut command = Command::new("pandoc");
    command.args(["--from", "markdown", "--to", "json"]).args(pages);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    Ok(command.status().ok().filter(std::process::ExitStatus::success).map(|_| start.elapsed()))
}
