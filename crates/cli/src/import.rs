//! The command `import`: stores a state of a provider's own pages in the workspace, or only looks at them.

use serde_json::{Value as Json, json};
use vurder_app::{
    App, DeadLink, FormatChoice, ImportCounts, ImportDone, ImportLook, ImportProblem,
};
use vurder_content::{Message, msg};

use crate::arguments::ImportArguments;
use crate::open_or_make;
use crate::print::{Refusal, say, words};
use crate::text::{print, typed};

/// Imports pages or looks at them. A workspace that the command made is deleted if nothing was imported.
pub(crate) fn run(import: &ImportArguments) -> Result<(), Refusal> {
    let mut app = open_or_make(&import.workspace)?;
    if import.look {
        let look = look(&mut app, import);
        app.unmake()?;
        let look = look?;
        return if import.json { print(&look) } else { looked(&typed(look)?) };
    }
    match store(&mut app, import) {
        Ok(result) if import.json => print(&result.answer),
        Ok(result) => done(&typed(result.answer)?, result.day_taken.as_deref()),
        Err(refused) => {
            app.unmake()?;
            Err(refused)
        }
    }
}

/// The result of an import.
struct ImportResult {
    /// The answer of the command `import`.
    answer: Json,
    /// The day of the newest file, if no day was given.
    day_taken: Option<String>,
}

fn look(app: &mut App, import: &ImportArguments) -> Result<Json, Refusal> {
    let of = json!({ "path": import.path, "format": import.dialect });
    Ok(app.call("look_at_import", of)?)
}

fn store(app: &mut App, import: &ImportArguments) -> Result<ImportResult, Refusal> {
    let day_taken = match import.date {
        Some(_) => None,
        None => Some(newest_day(&typed(look(app, import)?)?)?),
    };
    let given = import.date.map(|day| day.to_string());
    let answer = app.call(
        "import",
        json!({
            "path": import.path, "format": import.dialect, "provider": import.provider, "name": import.title,
            "address": import.address, "date": given.as_ref().or(day_taken.as_ref()),
            "left_out": import.left_out,
        }),
    )?;
    Ok(ImportResult { answer, day_taken })
}

fn newest_day(look: &ImportLook) -> Result<String, Refusal> {
    look.date.map(|day| day.to_string()).ok_or_else(|| {
        let (wrong, next) = (msg::cli_import_no_day(), msg::cli_import_no_day_help());
        Refusal::Told(format!("{}\n{}", words(&wrong), words(&next)))
    })
}

fn done(done: &ImportDone, day_taken: Option<&str>) -> Result<(), Refusal> {
    let (name, id, revision) = (&done.provider_name, &done.provider, &done.revision);
    let counts = counts(&done.counts);
    let first = match &done.follows {
        Some(before) => msg::cli_imported_after(name, id, revision, before, counts),
        None => msg::cli_imported(name, id, revision, counts),
    };
    say!("{}", words(&first))?;
    read_as(&done.format, &done.recognised)?;
    if let Some(day) = day_taken {
        say!("{}", words(&msg::cli_import_day_taken(day)))?;
    }
    what_is_wrong(&done.problems, &done.dead_links)
}

fn looked(look: &ImportLook) -> Result<(), Refusal> {
    say!("{}", words(&counts(&look.counts)))?;
    read_as(&look.format, &look.recognised)?;
    if let Some(day) = look.date {
        say!("{}", words(&msg::cli_import_newest_file(day.to_string())))?;
    }
    for page in &look.pages {
        say!("  {}", words(&msg::cli_import_page(&page.id, &page.title, &page.file)))?;
    }
    what_is_wrong(&look.problems, &look.dead_links)?;
    say!("{}", words(&msg::cli_import_only_looked()))
}

fn counts(counts: &ImportCounts) -> Message {
    msg::cli_import_counts(
        counts.pages,
        counts.headings,
        counts.passages,
        counts.statements,
        counts.links,
    )
}

fn read_as(format: &FormatChoice, recognised: &str) -> Result<(), Refusal> {
    say!("{}", words(&msg::cli_import_format(&format.title, recognised)))
}

fn what_is_wrong(problems: &[ImportProblem], dead_links: &[DeadLink]) -> Result<(), Refusal> {
    for problem in problems {
        say!("{}: {}", place(&problem.file, problem.line), problem.words)?;
    }
    for link in dead_links {
        let nowhere = words(&msg::cli_import_leads_nowhere(&link.target));
        say!("{}: {nowhere}", place(&link.file, link.line))?;
    }
    Ok(())
}

/// A place in a file as editors and compilers write it. Line 0 means the whole file.
fn place(file: &str, line: u32) -> String {
    if line == 0 { file.to_owned() } else { format!("{file}:{line}") }
}
