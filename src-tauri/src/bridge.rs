//! One thread owns the workspace, and answers calls one after the other.
//!
//! SQLite's connection lives on one thread, so there is no lock to hold wrongly, and the window never waits
//! for a disk.

use crate::core::{Chosen, Core, OnOpened};
use crate::failure::{Failure, as_value};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use vurder_app::Aside;

type Answer = Result<Value, Value>;

enum Work {
    Call { name: String, args: Value },
    Open { workspace: PathBuf, create: bool },
}

struct Call {
    work: Work,
    reply: Sender<Answer>,
}

/// The way to the thread that owns the workspace.
pub(crate) struct Bridge {
    calls: Mutex<Option<Sender<Call>>>,
    worker: Mutex<Option<JoinHandle<()>>>,
}

impl Bridge {
    /// Starts the thread, which opens the workspace at once so that the first call finds it open. `opened` is told of
    /// each workspace that was opened.
    ///
    /// # Errors
    /// When the system gives no thread. A workspace that cannot be opened is no error here: the first call
    /// says so in the window, and each call tries again.
    pub(crate) fn start(
        workspace: Chosen,
        opened: impl Fn(&Path) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (calls, inbox) = channel();
        let opened: OnOpened = Box::new(opened);
        let worker = thread::Builder::new()
            .name("workspace".into())
            .spawn(move || serve(&workspace, opened, &inbox))?;
        Ok(Self { calls: Mutex::new(Some(calls)), worker: Mutex::new(Some(worker)) })
    }

    /// Runs one command and waits for its answer; blocks the calling thread.
    ///
    /// # Errors
    /// The app's error, or [`Failure::Stopped`] after [`Bridge::stop`].
    pub(crate) fn call(&self, name: String, args: Value) -> Answer {
        self.ask(Work::Call { name, args })
    }

    /// Opens another workspace in place of this one, which stays open when the other can't be. Its path, or `null` when
    /// that is the one which is open.
    ///
    /// # Errors
    /// As for [`Bridge::call`].
    pub(crate) fn open(&self, workspace: PathBuf, create: bool) -> Answer {
        self.ask(Work::Open { workspace, create })
    }

    fn ask(&self, work: Work) -> Answer {
        let stopped = || Failure::Stopped.about("", "");
        let (reply, answer) = channel();
        let calls = self.calls.lock().ok().and_then(|calls| calls.clone()).ok_or_else(stopped)?;
        calls.send(Call { work, reply }).map_err(|_| stopped())?;
        drop(calls);
        answer.recv().map_err(|_| stopped())?
    }

    /// Takes no more calls, and waits until those already taken are done and the file is closed.
    pub(crate) fn stop(&self) {
        if let Ok(mut calls) = self.calls.lock() {
            calls.take();
        }
        let worker = self.worker.lock().ok().and_then(|mut worker| worker.take());
        if let Some(worker) = worker {
            // A worker that panicked has said so on stderr; there is nothing left to close.
            let _ = worker.join();
        }
    }
}

/// How long nobody has asked for anything when the work that waits for a quiet moment begins, and how often it is
/// looked at when nobody asks for longer.
const QUIET: Duration = Duration::from_secs(3);
const LONG_QUIET: Duration = Duration::from_secs(600);

/// Answers on a thread of its own, so that what is typed meanwhile is written at once.
fn answer_aside(aside: Result<Aside, Value>, reply: Sender<Answer>) {
    let answer = move || {
        let answer = aside.and_then(|aside| aside.answer().map_err(|error| as_value(&error)));
        // Nobody waits any more when the window went away.
        let _ = reply.send(answer);
    };
    // Where the system gives no thread, the reply goes with the closure, and whoever asked is told that it failed.
    let _ = thread::Builder::new().name("spelling".into()).spawn(answer);
}

fn serve(workspace: &Chosen, opened: OnOpened, inbox: &Receiver<Call>) {
    let mut core = Core::new(workspace, opened);
    let (mut came, mut patience) = (None, QUIET);
    loop {
        let call = match came.take().map_or_else(|| inbox.recv_timeout(patience), Ok) {
            Ok(call) => call,
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                core.make_daily_backup(&mut || match inbox.try_recv() {
                    Ok(call) => {
                        came = Some(call);
                        false
                    }
                    Err(TryRecvError::Empty) => true,
                    Err(TryRecvError::Disconnected) => false,
                });
                patience = LONG_QUIET;
                continue;
            }
        };
        patience = QUIET;
        if let Work::Call { name, args } = &call.work
            && let Some(aside) = core.aside(name, args)
        {
            answer_aside(aside, call.reply);
            continue;
        }
        let answer = match call.work {
            Work::Call { name, args } => core.call(&name, args),
            Work::Open { workspace, create } => core.switch(&Chosen { path: workspace, create }),
        };
        // Nobody waits any more when the window went away; the work is done all the same.
        let _ = call.reply.send(answer);
    }
}
