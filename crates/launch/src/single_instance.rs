//! Lets only one program run for each person: a second start hands its file to the running program and ends.
//!
//! The first start locks a file in the person's data folder. The system releases the lock however the program ends. A
//! start that finds the file locked leaves a request in the folder beside it and waits until the request is taken. So a
//! request also reaches a program that is still starting. A running program whose window is closed takes no request any
//! more: the waiting start takes its place when its last backup is made. The same code runs on all systems. It uses no
//! network and no desktop service.

use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// The file that the running program locks.
const LOCK: &str = "running.lock";
/// The file that says that the running program has no window any more and ends as soon as its last backup is made.
const ENDS: &str = "ending";
/// The folder for requests of other starts.
const REQUESTS: &str = "requests";
/// The ending of a request's file name once the file is complete.
const ENDING: &str = "json";
/// The time between two looks for requests by the running program.
const POLL_REQUESTS: Duration = Duration::from_millis(75);
/// The time between two looks of a start whether its request was taken.
const POLL_TAKEN: Duration = Duration::from_millis(10);
/// How long a start waits if nobody takes its request.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);

/// How long a start waits for a running program that ends. Its last backup may go to a slow network share.
const ENDING_TIMEOUT: Duration = Duration::from_secs(180);

/// The request of a start to the running program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The workspace to open; none if only the window is to come to the front.
    pub open: Option<PathBuf>,
}

/// The result of [`begin`].
#[derive(Debug)]
pub(crate) enum StartOutcome {
    /// No other program runs.
    First(Instance),
    /// The running program took the request.
    HandedOver,
}

/// The running program. It holds the lock as long as this value exists.
#[derive(Debug)]
pub struct Instance {
    _lock: File,
    requests: PathBuf,
    ends: PathBuf,
}

/// The running program while it answers other starts.
#[derive(Debug)]
pub struct Answering {
    /// Whether no request is taken any more.
    stopped: Arc<Mutex<bool>>,
    ends: PathBuf,
}

/// Becomes the running program, or hands the request to the one that runs.
///
/// # Errors
/// The folder can't be written, or the other program takes no request.
pub(crate) fn begin(folder: &Path, request: &Request) -> io::Result<StartOutcome> {
    begin_within(folder, request, REQUEST_TIMEOUT)
}

fn begin_within(folder: &Path, request: &Request, timeout: Duration) -> io::Result<StartOutcome> {
    let (requests, ends) = (folder.join(REQUESTS), folder.join(ENDS));
    fs::create_dir_all(&requests)?;
    let lock = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(folder.join(LOCK))?;
    let mut left: Option<PathBuf> = None;
    let start = Instant::now();
    loop {
        match lock.try_lock() {
            // On a disk without locks, each program runs on its own.
            Ok(()) | Err(TryLockError::Error(_)) => {
                if let Some(left) = left {
                    // The request may have been taken at the last moment.
                    let _ = fs::remove_file(left);
                }
                let _ = fs::remove_file(&ends);
                return Ok(StartOutcome::First(Instance { _lock: lock, requests, ends }));
            }
            Err(TryLockError::WouldBlock) => {}
        }
        let Some(request_file) = &left else {
            left = Some(leave(&requests, request)?);
            continue;
        };
        if !request_file.exists() {
            return Ok(StartOutcome::HandedOver);
        }
        let timeout = if ends.exists() { ENDING_TIMEOUT.max(timeout) } else { timeout };
        if start.elapsed() > timeout {
            let _ = fs::remove_file(request_file);
            return Err(io::Error::new(
                io::ErrorKind::TimedOut,
                "the running program does not answer",
            ));
        }
        thread::sleep(POLL_TAKEN);
    }
}

/// Writes a request to a file of its own. The file gets its final name when it is complete.
fn leave(requests: &Path, request: &Request) -> io::Result<PathBuf> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let name = format!("{:024}-{}", now.as_nanos(), std::process::id());
    let (part, whole) = (requests.join(&name), requests.join(format!("{name}.{ENDING}")));
    fs::write(&part, serde_json::to_vec(request)?)?;
    fs::rename(&part, &whole)?;
    Ok(whole)
}

impl Instance {
    /// Delivers requests of other starts as they come, until [`Answering::stop`] is called.
    ///
    /// # Errors
    /// The system can't start a thread.
    pub fn answer(self, deliver: impl Fn(Request) + Send + 'static) -> io::Result<Answering> {
        let stopped = Arc::new(Mutex::new(false));
        let answering = Answering { stopped: Arc::clone(&stopped), ends: self.ends.clone() };
        // The thread holds the lock until the program ends, also when it takes nothing any more.
        thread::Builder::new().name("requests".into()).spawn(move || {
            loop {
                let requests = {
                    let stopped = stopped.lock().unwrap_or_else(PoisonError::into_inner);
                    if *stopped { Vec::new() } else { self.take() }
                };
                requests.into_iter().for_each(&deliver);
                thread::sleep(POLL_REQUESTS);
            }
        })?;
        Ok(answering)
    }

    /// Takes the requests in the folder, the oldest first. Requests that are too old are dropped: nobody waits for them
    /// any more.
    fn take(&self) -> Vec<Request> {
        let mut files: Vec<PathBuf> = fs::read_dir(&self.requests)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
            .collect();
        files.sort();
        files.into_iter().filter_map(|file| take(&file)).collect()
    }
}

impl Answering {
    /// Takes no more requests, because no window is there to show what they ask for. Starts from now on wait until
    /// this program has ended, and then open their file themselves.
    pub fn stop(&self) {
        let mut stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        // Without the file, a start waits for a shorter time.
        let _ = fs::write(&self.ends, "");
        *stopped = true;
    }
}

fn take(file: &Path) -> Option<Request> {
    let written = fs::metadata(file).and_then(|about| about.modified()).ok()?;
    let bytes = fs::read(file).ok()?;
    fs::remove_file(file).ok()?;
    let age = SystemTime::now().duration_since(written).unwrap_or_default();
    if age > REQUEST_TIMEOUT { None } else { serde_json::from_slice(&bytes).ok() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::sync::mpsc;

    fn open(path: &str) -> Request {
        Request { open: Some(PathBuf::from(path)) }
    }

    fn first(folder: &Path) -> Instance {
        match begin(folder, &Request { open: None }).unwrap() {
            StartOutcome::First(instance) => instance,
            StartOutcome::HandedOver => panic!("another program runs here"),
        }
    }

    #[test]
    fn a_second_start_hands_its_file_to_the_first_and_ends() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, received) = mpsc::channel();
        first(folder.path()).answer(move |request| sender.send(request).unwrap()).unwrap();
        for name in ["/studies/Study æøå.vurder", "/studies/other.vurder"] {
            let begun = begin(folder.path(), &open(name)).unwrap();
            assert!(matches!(begun, StartOutcome::HandedOver));
            assert_eq!(received.recv_timeout(REQUEST_TIMEOUT).unwrap(), open(name));
        }
        let entries = fs::read_dir(folder.path().join(REQUESTS)).unwrap();
        assert_eq!(entries.count(), 0, "no request is left");
    }

    #[test]
    fn a_request_waits_while_the_first_is_still_starting() {
        let folder = tempfile::tempdir().unwrap();
        let starting = first(folder.path());
        let path = folder.path().to_owned();
        let second = thread::spawn(move || begin(&path, &open("/study.vurder")).unwrap());
        thread::sleep(Duration::from_millis(200));
        assert!(!second.is_finished(), "it waits until somebody takes the request");
        let (sender, received) = mpsc::channel();
        starting.answer(move |request| sender.send(request).unwrap()).unwrap();
        assert_eq!(received.recv_timeout(REQUEST_TIMEOUT).unwrap(), open("/study.vurder"));
        assert!(matches!(second.join().unwrap(), StartOutcome::HandedOver));
    }

    #[test]
    fn a_start_that_meets_a_program_that_is_ending_takes_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let ending = first(folder.path());
        let path = folder.path().to_owned();
        let second = thread::spawn(move || begin(&path, &open("/study.vurder")).unwrap());
        thread::sleep(Duration::from_millis(100));
        drop(ending);
        let StartOutcome::First(instance) = second.join().unwrap() else {
            panic!("nobody opens the file")
        };
        assert_eq!(instance.take(), [], "what it asked for itself it does itself");
    }

    /// A person closes the window and opens the program again while the last backup is being made.
    #[test]
    fn a_program_without_a_window_takes_no_request() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, received) = mpsc::channel();
        let instance = first(folder.path());
        let answering = instance.answer(move |request| sender.send(request).unwrap()).unwrap();
        answering.stop();
        let path = folder.path().to_owned();
        let second = thread::spawn(move || {
            begin_within(&path, &open("/study.vurder"), Duration::from_millis(50))
        });
        thread::sleep(4 * POLL_REQUESTS);
        assert!(!second.is_finished(), "it waits longer than for a program that hangs");
        assert!(received.try_recv().is_err(), "a request was taken that nobody can fulfil");
        // The thread of this test holds the lock; the next start finds a folder without a program.
        fs::remove_file(folder.path().join(ENDS)).unwrap();
        assert_eq!(second.join().unwrap().unwrap_err().kind(), io::ErrorKind::TimedOut);
    }

    #[test]
    fn the_next_program_does_not_count_as_ending() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(ENDS), "").unwrap();
        let _running = first(folder.path());
        assert!(!folder.path().join(ENDS).exists());
    }

    #[test]
    fn a_program_that_does_not_answer_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let _hanging = first(folder.path());
        let begun = begin_within(folder.path(), &open("/study.vurder"), Duration::from_millis(50));
        assert_eq!(begun.unwrap_err().kind(), io::ErrorKind::TimedOut);
    }

    #[test]
    fn what_is_no_request_is_thrown_away() {
        let folder = tempfile::tempdir().unwrap();
        let instance = first(folder.path());
        let requests = folder.path().join(REQUESTS);
        fs::write(requests.join("0-1.json"), "Dear colleague").unwrap();
        fs::write(requests.join("half"), "{").unwrap();
        assert_eq!(instance.take(), []);
        assert!(!requests.join("0-1.json").exists());
    }
}
