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
use crate::catalogue::Registers;
use crate::duties::of_answers;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::listed::Listed;
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
    read_listed(app)?;
    let mut summaries: Vec<ProjectSummary> =
        app.listed.values().map(|listed| listed.summary.clone()).collect();
    summaries.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.head.id.cmp(&b.head.id)));
    Ok(summaries)
}

/// Brings what is listed up to date: of each project that is not in the trash, and of no other.
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
    if entries.len() < FEW {
        let one = |entry: ProjectEntry| {
            let project = app.project(&entry.head.id)?;
            Ok(one_listed(library, (entry, project)))
        };
        return entries.into_iter().map(one).collect();
    }
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST);
    thread::scope(|scope| {
        let (lines, threads): (Vec<SyncSender<Read>>, Vec<_>) = (0..threads)
            .map(|_| {
                let (line, reads): (_, Receiver<Read>) = sync_channel(WAITING);
                let work = move || reads.iter().map(|r| one_listed(library, r)).collect::<Vec<_>>();
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

fn one_listed(library: &Library, (entry, project): Read) -> Listed {
    let mut forms = form_summaries(library, &project);
    for form in &mut forms {
        form.sections.clear();
        form.progress.gaps.clear();
    }
    let registers = Registers::of(library, &project.head);
    let duties = of_answers(library, &project, &registers);
    let controllers = library.roles().controllers(&project);
    let (changed, head) = (entry.changed, project.head);
    Listed { summary: ProjectSummary { head, controllers, forms, changed }, duties }
}
