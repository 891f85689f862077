//! One thread owns the workspace and answers calls one after the other.
//!
//! SQLite's connection stays on this thread, so no lock can be held wrongly, and the window never waits for the disk.

use crate::core::{Chosen, Core, OnOpened, finish};
use crate::failure::Failure;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use vurder_app::BegunCommand;

type Answer = Result<Value, Value>;

enum Work {
    Call { name: String, args: Value },
    Open { workspace: PathBuf, create: bool },
    BackupToRestore,
    RestoreNewestBackup { out: PathBuf },
}

impl Work {
    /// The name of the command, which is the technical detail of a fault.
    fn command(&self) -> &str {
        match self {
            Self::Call { name, .. } => name,
            Self::Open { .. } => "open",
            Self::BackupToRestore | Self::RestoreNewestBackup { .. } => "restore_newest_backup",
        }
    }
}

struct Call {
    work: Work,
    reply: Sender<Result<BegunCommand, Value>>,
}

/// Sends calls to the thread that owns the workspace.
pub(crate) struct Bridge {
    calls: Mutex<Option<Sender<Call>>>,
    worker: Mutex<Option<JoinHandle<()>>>,
}

impl Bridge {
    /// Starts the thread. The thread opens the workspace at once, so that the first call finds it open. `opened` is
    /// called with each workspace that was opened, `noticed` when a backup changed the notices about it.
    ///
    /// # Errors
    /// The system can't start a thread. A workspace that cannot be opened is no error here: the first call reports it
    /// in the window, and each call tries again.
    pub(crate) fn start(
        workspace: Chosen,
        opened: impl Fn(&Path) + Send + 'static,
        noticed: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let (calls, inbox) = channel();
        let opened: OnOpened = Box::new(opened);
        let worker = thread::Builder::new()
            .name("workspace".into())
            .spawn(move || serve(&workspace, opened, &noticed, &inbox))?;
        Ok(Self { calls: Mutex::new(Some(calls)), worker: Mutex::new(Some(worker)) })
    }

    /// Runs one command and waits for its answer. This blocks the calling thread.
    ///
    /// # Errors
    /// The app's error, or [`Failure::Stopped`] after [`Bridge::stop`].
    pub(crate) fn call(&self, name: String, args: Value) -> Answer {
        self.ask(Work::Call { name, args })
    }

    /// Opens another workspace in place of the open one. If that fails, the open workspace stays open. Gives the path,
    /// or `null` if this workspace is open already.
    ///
    /// # Errors
    /// As for [`Bridge::call`].
    pub(crate) fn open(&self, workspace: PathBuf, create: bool) -> Answer {
        self.ask(Work::Open { workspace, create })
    }

    /// The newest backup of a workspace that cannot be opened; see [`Core::backup_to_restore`].
    ///
    /// # Errors
    /// As for [`Bridge::call`].
    pub(crate) fn backup_to_restore(&self) -> Answer {
        self.ask(Work::BackupToRestore)
    }

    /// Restores that backup as `out` and opens it. Gives the path.
    ///
    /// # Errors
    /// As for [`Bridge::call`].
    pub(crate) fn restore_newest_backup(&self, out: PathBuf) -> Answer {
        self.ask(Work::RestoreNewestBackup { out })
    }

    fn ask(&self, work: Work) -> Answer {
        let stopped = || Failure::Stopped.about("", "");
        let command = work.command().to_owned();
        let (reply, answer) = channel();
        let calls = self.calls.lock().ok().and_then(|calls| calls.clone()).ok_or_else(stopped)?;
        calls.send(Call { work, reply }).map_err(|_| stopped())?;
        drop(calls);
        match answer.recv().map_err(|_| stopped())?? {
            BegunCommand::Answered(answer) => Ok(answer),
            // This runs here and not on the workspace's thread, so that words typed meanwhile are saved.
            BegunCommand::Unfinished(work) => finish(&command, work),
        }
    }

    /// Takes no more calls, and waits until earlier calls are done and the file is closed.
    pub(crate) fn stop(&self) {
        if let Ok(mut calls) = self.calls.lock() {
            calls.take();
        }
        let worker = self.worker.lock().ok().and_then(|mut worker| worker.take());
        if let Some(worker) = worker {
            // A worker that panicked has written that to stderr. Nothing is left to close.
            let _ = worker.join();
        }
    }
}

/// How long no call must have come before the daily backup begins. After that, the thread looks again each `LONG_QUIET`
/// while no call comes.
const QUIET: Duration = Duration::from_secs(3);
const LONG_QUIET: Duration = Duration::from_secs(600);

fn serve(workspace: &Chosen, opened: OnOpened, noticed: &dyn Fn(), inbox: &Receiver<Call>) {
    let mut core = Core::new(workspace, opened);
    let (mut came, mut patience) = (None, QUIET);
    loop {
        let call = match came.take().map_or_else(|| inbox.recv_timeout(patience), Ok) {
            Ok(call) => call,
            Err(RecvTimeoutError::Disconnected) => {
                core.make_last_backup();
                return;
            }
            Err(RecvTimeoutError::Timeout) => {
                let notices_changed = core.make_daily_backup(&mut || match inbox.try_recv() {
                    Ok(call) => {
                        came = Some(call);
                        false
                    }
                    Err(TryRecvError::Empty) => true,
                    Err(TryRecvError::Disconnected) => false,
                });
                if notices_changed {
                    noticed();
                }
                patience = LONG_QUIET;
                continue;
            }
        };
        patience = QUIET;
        let answer = match call.work {
            Work::Call { name, args } => core.call(&name, args),
            Work::Open { workspace, create } => {
                core.switch(&Chosen { path: workspace, create }).map(BegunCommand::Answered)
            }
            Work::BackupToRestore => Ok(BegunCommand::Answered(core.backup_to_restore())),
            Work::RestoreNewestBackup { out } => {
                core.restore_newest_backup(&out).map(BegunCommand::Answered)
            }
        };
        // If the window has closed, nobody waits for the answer. The work is still done.
        let _ = call.reply.send(answer);
    }
}
