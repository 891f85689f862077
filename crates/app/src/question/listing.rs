//! The list of projects. Computing the progress of one project takes milliseconds, and a workspace may hold hundreds of
//! projects. So several threads compute, while this thread, which alone may use the file, reads the next projects.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use vurder_model::project::Project;
use vurder_workspace::ProjectEntry;

use crate::app::App;
use crate::arguments::Nothing;
use crate::duties::of_answers;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::listed::Listed;
use crate::project_answers::ProjectSummary;
use crate::summaries::form_summaries;

/// Up to this number of projects, computing them takes less time than starting threads.
const ON_ONE_THREAD: usize = 8;
/// The most threads that help. With more, this thread cannot read projects fast enough.
const MOST_THREADS: usize = 6;
/// The most projects that wait for a thread. Each takes as much memory as its texts.
const MOST_QUEUED: usize = 4;

/// A project that was read.
type Read = (ProjectEntry, Project);

/// The projects outside the trash, last changed first.
pub(crate) fn projects(app: &mut App, _: Nothing) -> Outcome<Vec<ProjectSummary>> {
    read_listed(app)?;
    let mut summaries: Vec<ProjectSummary> =
        app.listed.values().map(|listed| listed.summary.clone()).collect();
    summaries.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.head.id.cmp(&b.head.id)));
    Ok(summaries)
}

/// Updates `app.listed`, so that it has exactly the projects outside the trash.
pub(super) fn read_listed(app: &mut App) -> Outcome<()> {
    let listed = app.workspace.projects()?;
    let is_known = |entry: &ProjectEntry| {
        let known = app.listed.get(&entry.head.id);
        known.is_some_and(|known| known.summary.changed == entry.changed)
    };
    let unknown: Vec<ProjectEntry> = listed.iter().filter(|e| !is_known(e)).cloned().collect();
    for project in listed_of(app, unknown)? {
        app.listed.insert(project.summary.head.id.clone(), project);
    }
    app.listed.retain(|id, _| listed.iter().any(|entry| entry.head.id == *id));
    Ok(())
}

fn listed_of(app: &App, entries: Vec<ProjectEntry>) -> Outcome<Vec<Listed>> {
    let library = &app.library;
    if entries.len() < ON_ONE_THREAD {
        let one = |entry: ProjectEntry| {
            let project = app.project(&entry.head.id)?;
            Ok(one_listed(library, (entry, project)))
        };
        return entries.into_iter().map(one).collect();
    }
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    thread::scope(|scope| {
        let (lines, threads): (Vec<SyncSender<Read>>, Vec<_>) = (0..threads)
            .map(|_| {
                let (line, reads): (_, Receiver<Read>) = sync_channel(MOST_QUEUED);
                let work = move || reads.iter().map(|r| one_listed(library, r)).collect::<Vec<_>>();
                (line, scope.spawn(work))
            })
            .unzip();
        let read = entries.into_iter().zip(lines.iter().cycle()).try_for_each(|(entry, line)| {
            let project = app.project(&entry.head.id)?;
            // Sending fails only if the thread has panicked. Joining the thread below tells that.
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

fn one_listed(library: &Library, (entry, project): Read) -> Listed {
    let mut forms = form_summaries(library, &project);
    for form in &mut forms {
        form.sections.clear();
        form.progress.gaps.clear();
    }
    let registers = library.registers_of(&project.head);
    let duties = of_answers(library, &project, &registers);
    let controllers = library.roles().controllers(&project);
    let (changed, head) = (entry.changed, project.head);
    Listed { summary: ProjectSummary { head, controllers, forms, changed }, duties }
}
