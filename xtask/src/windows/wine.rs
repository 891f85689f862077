//! Wine with a Windows installation of its own below `target`, so that it does not change the person's own.

use crate::windows::cross;
use crate::{Outcome, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folders in which Debian keeps programs of Wine that are not on the search path.
const FOLDERS: &[&str] = &["/usr/lib/wine", "/usr/bin"];
/// Programs for reading PDFs, which tests call.
const LINUX_PROGRAMS: &[&str] =
    &["pdfdetach", "pdffonts", "pdfinfo", "pdftoppm", "pdftotext", "pdfimages", "qpdf"];
const BCRYPT: &str = "packaging/windows/bcryptprimitives.c";
const LINUX_PROGRAM: &str = "packaging/windows/linux_program.c";

/// A Windows installation that is ready to run programs.
pub(crate) struct Wine {
    program: PathBuf,
    prefix: PathBuf,
}

impl Wine {
    /// Makes the Windows installation where it does not exist yet.
    ///
    /// # Errors
    /// When Wine is missing or fails.
    pub(crate) fn prepare() -> Outcome<Wine> {
        let wine =
            Wine { program: found(&["wine64", "wine"])?, prefix: cross::target().join("wine") };
        let system = wine.drive().join("windows/system32");
        if !system.is_dir() {
            println!("Making a Windows in {}", wine.prefix.display());
            fs::create_dir_all(&wine.prefix)
                .map_err(|error| format!("{}: {error}", wine.prefix.display()))?;
            wine.run(Path::new("wineboot"), &["--init"])?;
        }
        // Without a server that stays, each program would meet the server of the program before, which is about to end.
        let mut server = wine.within(&found(&["wineserver64", "wineserver"])?);
        // The server reports a failure when it already runs.
        let _ = server.arg("-p").stderr(Stdio::null()).status();
        let library = system.join("bcryptprimitives.dll");
        if !library.exists() {
            cross::compile_c(BCRYPT, &library, &["-shared", "-ladvapi32"])?;
        }
        let stand_in = cross::target().join("linux_program.exe");
        cross::compile_c(LINUX_PROGRAM, &stand_in, &["-municode"])?;
        for name in LINUX_PROGRAMS {
            let to = wine.drive().join("windows").join(format!("{name}.exe"));
            fs::copy(&stand_in, &to).map_err(|error| format!("{}: {error}", to.display()))?;
        }
        Ok(wine)
    }

    /// The folder that Windows programs know as `C:`.
    pub(crate) fn drive(&self) -> PathBuf {
        self.prefix.join("drive_c")
    }

    /// The folder for the person's own data on this computer.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn local_data(&self) -> Outcome<PathBuf> {
        let users = self.drive().join("users");
        fs::read_dir(&users)
            .map_err(|error| format!("{}: {error}", users.display()))?
            .flatten()
            .map(|entry| entry.path().join("AppData/Local"))
            .find(|folder| folder.is_dir() && !folder.starts_with(users.join("Public")))
            .ok_or_else(|| format!("nobody has data in {}", users.display()))
    }

    /// The command for a Windows program.
    pub(crate) fn command(&self, program: &Path, arguments: &[&str]) -> Command {
        let mut command = self.within(&self.program);
        command.arg(program).args(arguments);
        command
    }

    /// Runs a Windows program.
    ///
    /// # Errors
    /// When it does not start or does not end well.
    pub(crate) fn run(&self, program: &Path, arguments: &[&str]) -> Outcome {
        process::run(&mut self.command(program, arguments))
    }

    /// The output of a Windows program, with the line ends of Linux.
    ///
    /// # Errors
    /// As [`Wine::run`].
    pub(crate) fn output(&self, program: &Path, arguments: &[&str]) -> Outcome<String> {
        let output = process::output(&mut self.command(program, arguments))?;
        Ok(output.replace("\r\n", "\n"))
    }

    /// A path of Linux as Windows programs take it.
    pub(crate) fn path(path: &Path) -> String {
        format!("Z:{}", path.display()).replace('/', "\\")
    }

    fn within(&self, program: &Path) -> Command {
        let mut command = process::command(program, &[]);
        command
            .env("WINEPREFIX", &self.prefix)
            .env("WINEARCH", "win64")
            .env("WINEDEBUG", "-all")
            // Nothing is downloaded for the Windows installation, and no window is shown.
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        command
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        // Ends only the server of this Windows installation, with its programs.
        if let Ok(server) = found(&["wineserver64", "wineserver"]) {
            let _ = self.within(&server).arg("-k").stderr(Stdio::null()).status();
        }
    }
}

fn found(names: &[&str]) -> Outcome<PathBuf> {
    let places = names.iter().flat_map(|name| FOLDERS.iter().map(move |f| Path::new(f).join(name)));
    places
        .into_iter()
        .find(|path| path.is_file())
        .ok_or_else(|| format!("there is no {}. Next: apt-get install wine64", names.join(" or ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_linux_lies_on_a_drive_of_its_own() {
        assert_eq!(Wine::path(Path::new("/home/kari/a b")), r"Z:\home\kari\a b");
    }
}
