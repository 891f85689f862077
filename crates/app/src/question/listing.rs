//! The list of projects. It takes milliseconds to work out the progress of one project, and a workspace may hold
//! hundreds. So several threads work it out, while this thread, which alone may use the file, reads the next projects.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use vurder_model::project::Project;
use vurder_workspace::ProjectEntry;

use crate::answers::ProjectSummary;
use crate::app::App;
use crate::arguments::Nothing;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::summaries::form_summaries;

/// So many are worked out in less time than it takes to start threads for them.
const FEW: usize = 8;
/// The most threads that are of use: reading is not faster than some of them.
const MOST: usize = 6;
/// How many projects wait for a thread at most; each is as large as its texts.
const WAITING: usize = 4;

/// A project as it was read.
type Read = (ProjectEntry, Project);

/// The projects that are not in the trash, last changed first.
pub(crate) fn projects(app: &mut App, _: Nothing) -> Outcome<Vec<ProjectSummary>> {
    let listed = app.workspace.projects()?;
    let is_known = |entry: &ProjectEntry| {
        app.listed.get(&entry.head.id).is_some_and(|known| known.changed == entry.changed)
    };
    let unknown: Vec<ProjectEntry> = listed.iter().filter(|e| !is_known(e)).cloned().collect();
    for summary in summaries(app, unknown)? {
        app.listed.insert(summary.head.id.clone(), summary);
    }
    let mut summaries: Vec<ProjectSummary> =
        listed.iter().filter_map(|entry| app.listed.get(&entry.head.id).cloned()).collect();
    summaries.sort_by_key(|s| std::cmp::Reverse(s.changed));
    Ok(summaries)
}

fn summaries(app: &App, entries: Vec<ProjectEntry>) -> Outcome<Vec<ProjectSummary>> {
    let library = &app.library;
    if entries.len() < FEW {
        let one = |entry: ProjectEntry| {
            let project = app.project(&entry.head.id)?;
            Ok(summary(library, (entry, project)))
        };
        return entries.into_iter().map(one).collect();
    }
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST);
    thread::scope(|scope| {
        let (lines, threads): (Vec<SyncSender<Read>>, Vec<_>) = (0..threads)
            .map(|_| {
                let (line, reads): (_, Receiver<Read>) = sync_channel(WAITING);
                let work = move || reads.iter().map(|r| summary(library, r)).collect::<Vec<_>>();
                (line, scope.spawn(work))
            })
            .unzip();
        let read = entries.into_iter().zip(lines.iter().cycle()).try_for_each(|(entry, line)| {
            let project = app.project(&entry.head.id)?;
            // A thread that takes nothing any more has panicked, which joining it tells.
            let _ = line.send((entry, project));
            Outcome::Ok(())
        });
        drop(lines);
        let mut made = Vec::new();
        for thread in threads {
            let done = thread.join();
            made.extend(done.map_err(|_| Fault::internal("a thread of the list of projects"))?);
        }
        read.map(|()| made)
    })
}

fn summary(library: &Library, (entry, project): Read) -> ProjectSummary {
    let mut forms = form_summaries(library, &project);
    for form in &mut forms {
        form.sections.clear();
        form.progress.gaps.clear();
    }
    ProjectSummary {
        controllers: library.roles().controllers(&project),
        forms,
        changed: entry.changed,
        head: project.head,
    }
}
