//! The real app in its own window, with a fresh workspace and without the person's settings.

use crate::screen;
use crate::test_language;
use crate::webdriver::{DriveError, Driven, Session};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// An open window on the workspace in a folder. The folder is removed with it.
#[derive(Debug)]
pub struct AppWindow {
    session: Session,
    folder: Folder,
}

/// The folder in which one test keeps its workspace and exported files. Windows can be opened on it one after the
/// other.
#[derive(Debug)]
pub struct Folder {
    folder: TempDir,
    /// The settings of the test's person and the data of the webview. They stand apart, since the workspace may lie on
    /// a full disk.
    home: Arc<TempDir>,
}

impl Folder {
    /// A new, empty folder.
    ///
    /// # Errors
    /// When the system does not give one.
    pub fn new() -> Driven<Folder> {
        Folder::within(&std::env::temp_dir())
    }

    /// A new, empty folder in this one.
    ///
    /// # Errors
    /// When the system does not give one.
    pub fn within(place: &Path) -> Driven<Folder> {
        let home = Arc::new(temporary(&std::env::temp_dir())?);
        Folder::with_home(place, home)
    }

    /// A new, empty folder for the program that has this folder open.
    ///
    /// # Errors
    /// When the system does not give one.
    pub fn beside(&self) -> Driven<Folder> {
        Folder::with_home(&std::env::temp_dir(), Arc::clone(&self.home))
    }

    fn with_home(place: &Path, home: Arc<TempDir>) -> Driven<Folder> {
        Ok(Folder { folder: temporary(place)?, home })
    }

    /// A new folder with the sample in its workspace.
    ///
    /// # Errors
    /// As with [`Folder::put_sample`].
    pub fn with_sample() -> Driven<Folder> {
        let folder = Folder::new()?;
        folder.put_sample()?;
        Ok(folder)
    }

    /// Puts a workspace with the sample here. The command line makes the sample once for all tests.
    ///
    /// # Errors
    /// When it can't be made or copied.
    pub fn put_sample(&self) -> Driven {
        static MADE: OnceLock<Folder> = OnceLock::new();
        if MADE.get().is_none() {
            let folder = Folder::new()?;
            folder.vurder_cli(&["sample"])?;
            // Where two tests come here at the same time, one of the two folders is dropped.
            let _ = MADE.set(folder);
        }
        let made = MADE.get().map(Folder::workspace).unwrap_or_default();
        let copied = std::fs::copy(&made, self.workspace()).map(drop);
        copied.map_err(|error| DriveError::Start(format!("{}: {error}", made.display())))
    }

    /// Runs `vurder-cli` on this folder's workspace and returns its output.
    ///
    /// # Errors
    /// When it refuses.
    pub fn vurder_cli(&self, arguments: &[&str]) -> Driven<String> {
        let mut command = Command::new(cli()?);
        let (verb, rest) = arguments.split_at(arguments.len().min(1));
        command.args(verb).arg("--workspace").arg(self.workspace()).args(rest);
        let failed = |why: &str| DriveError::Start(format!("vurder-cli {arguments:?}: {why}"));
        let done = command.output().map_err(|error| failed(&error.to_string()))?;
        if done.status.success() {
            Ok(String::from_utf8_lossy(&done.stdout).into_owned())
        } else {
            Err(failed(&String::from_utf8_lossy(&done.stderr)))
        }
    }

    /// Opens the workspace in another program, which keeps it until it is dropped.
    ///
    /// # Errors
    /// When it does not open.
    pub fn occupy(&self) -> Driven<Occupant> {
        let failed = |why: &str| DriveError::Start(format!("vurder-cli apply: {why}"));
        let mut command = Command::new(cli()?);
        command.args(["apply", "--workspace"]).arg(self.workspace()).arg("-");
        let mut program = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| failed(&error.to_string()))?;
        // The first answer of the program means that the file is open.
        let (Some(mut input), Some(output)) = (program.stdin.take(), program.stdout.take()) else {
            return Err(failed("no pipes"));
        };
        let mut answer = String::new();
        input
            .write_all(b"{\"command\": \"projects\"}\n")
            .and_then(|()| input.flush())
            .and_then(|()| BufReader::new(output).read_line(&mut answer))
            .map_err(|error| failed(&error.to_string()))?;
        if answer.contains("\"ok\":true") {
            Ok(Occupant { program, _input: input })
        } else {
            Err(failed(&answer))
        }
    }

    /// The path of the workspace file, which may not exist yet.
    pub fn workspace(&self) -> PathBuf {
        self.path().join("workspace.vurder")
    }

    /// The path that the save dialog gives, unless a test changed it.
    pub fn save_path(&self) -> PathBuf {
        self.path().join("export.pdf")
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes the answers of the file dialogs: the save dialog gives [`Folder::save_path`], the open dialog the
    /// workspace.
    ///
    /// # Errors
    /// When the answers cannot be written.
    pub fn answer_dialogs(&self) -> Driven {
        let answers = self.answers();
        let written = std::fs::create_dir_all(&answers).and_then(|()| {
            std::fs::write(answers.join("save"), self.save_path().to_string_lossy().as_bytes())?;
            std::fs::write(answers.join("open"), self.workspace().to_string_lossy().as_bytes())
        });
        written.map_err(|error| DriveError::Start(format!("{}: {error}", answers.display())))
    }

    /// Changes the path that the save dialog gives.
    ///
    /// # Errors
    /// When the answer cannot be written.
    pub fn answer_save(&self, path: &Path) -> Driven {
        self.answer("save", path)
    }

    /// Changes the path that the dialog for a folder gives.
    ///
    /// # Errors
    /// When the answer cannot be written.
    pub fn answer_folder(&self, path: &Path) -> Driven {
        self.answer("folder", path)
    }

    /// Changes the path that the dialog for a file gives.
    ///
    /// # Errors
    /// When the answer cannot be written.
    pub fn answer_open(&self, path: &Path) -> Driven {
        self.answer("open", path)
    }

    fn answer(&self, dialog: &str, path: &Path) -> Driven {
        let written =
            std::fs::write(self.answers().join(dialog), path.to_string_lossy().as_bytes());
        written.map_err(|error| DriveError::Start(format!("{}: {error}", path.display())))
    }

    /// The folder in which the program keeps the data of the person and this computer.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("vurder")
    }

    fn answers(&self) -> PathBuf {
        self.home.path().join("answers")
    }

    /// Opens the app's window on this folder's workspace.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open(self) -> Driven<AppWindow> {
        self.open_with(&[])
    }

    /// Opens the app's window in the test language.
    ///
    /// # Errors
    /// When the language can't be written, or the window does not open.
    pub fn open_in_test_language(self) -> Driven<AppWindow> {
        let words = self.path().join("language");
        test_language::write(&words)
            .map_err(|error| DriveError::Start(format!("the test language: {error}")))?;
        let language = Path::new(test_language::TEST_LANGUAGE);
        self.open_with(&[("VURDER_LANGUAGE", language), ("VURDER_LANGUAGE_FOLDER", &words)])
    }

    /// Opens the app's window in the way of a double click on `file`, or of the menu where there is no file. No
    /// environment variable names a workspace, and another start finds this window.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open_given(self, file: Option<&Path>) -> Driven<AppWindow> {
        self.answer_dialogs()?;
        let environment = self.environment();
        let arguments: Vec<&Path> = file.into_iter().collect();
        let session = Session::start(&app()?, &arguments, &as_paths(&environment))?;
        Ok(AppWindow { session, folder: self })
    }

    /// Starts the program again while the window is open, with a file or without, and waits until it ends. Returns how
    /// long that took.
    ///
    /// # Errors
    /// When it does not start, or ends badly.
    pub fn start_beside(&self, file: Option<&Path>) -> Driven<Duration> {
        let start = Instant::now();
        let status = self.command(file)?.status();
        match status {
            Ok(status) if status.success() => Ok(start.elapsed()),
            other => Err(DriveError::Start(format!("a second start: {other:?}"))),
        }
    }

    /// The program, to be started by hand with this folder's settings.
    ///
    /// # Errors
    /// When the window lane names no program.
    pub fn command(&self, file: Option<&Path>) -> Driven<Command> {
        let mut command = Command::new(app()?);
        command.args(file).env_remove("VURDER_WORKSPACE").envs(self.environment());
        Ok(command)
    }

    fn open_with(self, more: &[(&str, &Path)]) -> Driven<AppWindow> {
        let workspace = self.workspace();
        self.answer_dialogs()?;
        let own = self.environment();
        let mut environment = as_paths(&own);
        environment.push(("VURDER_WORKSPACE", &workspace));
        environment.extend(more);
        Ok(AppWindow { session: Session::start(&app()?, &[], &environment)?, folder: self })
    }

    /// The environment variables that give the program this folder's settings.
    fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let home = self.home.path().to_owned();
        let mut environment = vec![
            ("VURDER_TEST_ANSWERS", self.answers()),
            ("HOME", home.clone()),
            ("XDG_DATA_HOME", home.clone()),
            ("XDG_CONFIG_HOME", home.clone()),
            ("XDG_CACHE_HOME", home),
            // Tests look for English words.
            ("LC_ALL", PathBuf::from("C.UTF-8")),
        ];
        let screen = screen::of_this_test();
        environment.extend(screen.map(|screen| ("DISPLAY", PathBuf::from(screen))));
        environment
    }
}

fn as_paths<'e>(environment: &'e [(&'static str, PathBuf)]) -> Vec<(&'e str, &'e Path)> {
    environment.iter().map(|(name, value)| (*name, value.as_path())).collect()
}

/// Another program that has the workspace open.
#[derive(Debug)]
pub struct Occupant {
    program: Child,
    _input: ChildStdin,
}

impl Drop for Occupant {
    fn drop(&mut self) {
        // The program has nothing to save.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl AppWindow {
    /// Opens the app on a workspace that does not exist yet: a first start.
    ///
    /// # Errors
    /// When it does not open.
    pub fn first_start() -> Driven<AppWindow> {
        Folder::new()?.open()
    }

    /// The folder with the files of this window.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Calls a command of the app over the window's bridge, and returns its answer.
    ///
    /// # Errors
    /// When the app refuses.
    pub fn call(&self, name: &str, arguments: &Value) -> Driven<Value> {
        self.invoke("call", &json!({ "name": name, "args": arguments }))
    }

    /// Calls a command of the shell, and returns its answer.
    ///
    /// # Errors
    /// When it is refused.
    pub fn invoke(&self, command: &str, arguments: &Value) -> Driven<Value> {
        let script = "const [command, given, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, given).then(
                (answer) => done({ answer }), (refusal) => done({ refusal }));";
        let mut answer = self.execute_async(script, &json!([command, arguments]))?;
        match answer.get("refusal") {
            Some(refusal) => Err(DriveError::Strange(format!("{command} is refused: {refusal}"))),
            None => Ok(answer["answer"].take()),
        }
    }

    /// Notes the folder that the program has open now.
    pub(crate) fn moved_to(&mut self, folder: Folder) {
        self.folder = folder;
    }

    /// Ends the app at once, like a power cut, and returns the folder.
    pub fn kill(self) -> Folder {
        self.session.kill();
        self.folder
    }
}

impl Deref for AppWindow {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

fn temporary(place: &Path) -> Driven<TempDir> {
    let made = tempfile::Builder::new().prefix("vurder-").tempdir_in(place);
    made.map_err(|error| DriveError::Start(format!("a folder: {error}")))
}

/// The built app, which the window lane names.
fn app() -> Driven<PathBuf> {
    named("VURDER_APP")
}

/// The built command line, which the window lane names.
fn cli() -> Driven<PathBuf> {
    named("VURDER_CLI")
}

fn named(variable: &str) -> Driven<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    named.ok_or_else(|| {
        DriveError::Start(format!("{variable} names no program; use cargo xtask test"))
    })
}
