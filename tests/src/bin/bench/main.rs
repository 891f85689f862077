//! Measures times and sizes, and prints one table; `cargo xtask bench` builds it as a release and starts it.
//!
//!     bench FOLDER [--projects N] [--window APP EMPTY] [--rounds N] [--package FILE] [--only-derived] [--only-shown]
//!         [--only-imports] [--only-previews] [--only-start] [--only-first-hour]
//!
//! FOLDER keeps the large workspace from one run to the next.

mod checks;
mod derived;
mod first_hour;
mod imports;
mod previews;
mod reports;
mod shown;
mod spelling;
mod start;
mod table;
mod timing;
mod topics;
mod versions;
mod workspaces;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;
use table::{Row, print};
use vurder_app::{App, OpenOptions};

/// Holds the reason of a failure for the person who measures.
type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The arguments.
struct Arguments {
    folder: PathBuf,
    projects: usize,
    window: Option<(PathBuf, PathBuf)>,
    rounds: usize,
    package: Option<PathBuf>,
    /// Whether only the time of a change is measured.
    only_derived: bool,
    /// Whether only the time from a key to the changed page is measured.
    only_shown: bool,
    /// Whether only importing pages is measured.
    only_imports: bool,
    /// Whether only what is made again of a report after a change is measured.
    only_previews: bool,
    /// Whether only the start of the program is measured.
    only_start: bool,
    /// Whether only the actions of a first draft are counted.
    only_first_hour: bool,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == imports::READ_PAGES) {
        let read = arguments.next().ok_or("name a folder".into());
        return match read.and_then(|folder| imports::read_pages(folder.as_ref())) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                println!("{error}");
                ExitCode::FAILURE
            }
        };
    }
    match asked().and_then(|asked| measure(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The window lane uses stderr for the services of the desktop.
            println!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn asked() -> Outcome<Arguments> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().filter(|folder| !folder.to_string_lossy().starts_with('-'));
    let folder = PathBuf::from(folder.ok_or("name a folder to work in first")?);
    let mut asked = Arguments {
        folder,
        projects: 500,
        window: None,
        rounds: 15,
        package: None,
        only_derived: false,
        only_shown: false,
        only_imports: false,
        only_previews: false,
        only_start: false,
        only_first_hour: false,
    };
    while let Some(argument) = arguments.next() {
        let mut next = || arguments.next().ok_or("an argument lacks its value");
        let number = |text: std::ffi::OsString| text.to_string_lossy().parse::<usize>();
        match argument.to_string_lossy().as_ref() {
            "--projects" => asked.projects = number(next()?)?.max(2),
            "--rounds" => asked.rounds = number(next()?)?.max(3),
            "--window" => asked.window = Some((next()?.into(), next()?.into())),
            "--only-derived" => asked.only_derived = true,
            "--only-shown" => asked.only_shown = true,
            "--only-imports" => asked.only_imports = true,
            "--only-previews" => asked.only_previews = true,
            "--only-start" => asked.only_start = true,
            "--only-first-hour" => asked.only_first_hour = true,
            "--package" => asked.package = Some(next()?.into()),
            other => return Err(format!("unknown argument {other}").into()),
        }
    }
    Ok(asked)
}

fn measure(asked: &Arguments) -> Outcome {
    std::fs::create_dir_all(&asked.folder)?;
    let mut rows: Vec<Row> = Vec::new();
    let scratch = tempfile::Builder::new().prefix("measure-").tempdir_in(&asked.folder)?;
    let scratch = scratch.path();
    let one = scratch.join("one.vurder");
    let chosen = [
        asked.only_imports,
        asked.only_derived,
        asked.only_previews,
        asked.only_shown,
        asked.only_start,
        asked.only_first_hour,
    ];
    let all = !chosen.contains(&true);
    let tell = |rows: &mut Vec<Row>| {
        // What is measured is printed at once: a later part may fail, or somebody may stop it.
        print(rows);
        rows.clear();
    };
    if all {
        reports::measure(&one, scratch, &mut rows)?;
        tell(&mut rows);
        versions::measure(scratch, &mut rows)?;
        tell(&mut rows);
    }
    if all || asked.only_previews {
        previews::measure(scratch, &mut rows)?;
        tell(&mut rows);
    }
    if all || asked.only_derived {
        derived::measure(scratch, &mut rows)?;
        tell(&mut rows);
        checks::measure(scratch, &mut rows)?;
        spelling::measure(&mut rows)?;
        tell(&mut rows);
    }
    if all || asked.only_imports {
        imports::measure(scratch, &mut rows)?;
        topics::measure(&mut rows);
        tell(&mut rows);
    }
    if all {
        workspaces::measure(&one, 1, scratch, &mut rows)?;
        tell(&mut rows);
        let many = workspaces::with_projects(&asked.folder, asked.projects)?;
        // The measured code writes into the copy; the next run finds the original unchanged.
        let copy = scratch.join("many.vurder");
        std::fs::copy(&many, &copy)?;
        std::fs::File::open(&copy)?.sync_all()?;
        workspaces::measure(&copy, asked.projects, scratch, &mut rows)?;
        tell(&mut rows);
    }
    match &asked.window {
        Some((app, empty)) if all || asked.only_start => {
            if asked.only_start {
                App::open(OpenOptions::new(&one))?.call("sample", json!({}))?;
            }
            start::measure(app, empty, &one, asked.rounds, scratch, &mut rows)?;
            tell(&mut rows);
            if all {
                shown::measure(scratch, &mut rows)?;
                first_hour::measure(scratch, &mut rows)?;
            }
        }
        _ if asked.only_shown => shown::measure(scratch, &mut rows)?,
        _ if asked.only_first_hour => first_hour::measure(scratch, &mut rows)?,
        _ => {}
    }
    if let Some(package) = &asked.package {
        let size = std::fs::metadata(package)?.len() as f64 / 1e6;
        rows.push(Row::new("Size of the deb", format!("{size:.2} MB")).aim("10 MB", size < 10.0));
    }
    tell(&mut rows);
    Ok(())
}
