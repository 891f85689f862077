//! A small disk for a test, which can be filled or made read-only.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A disk in memory. It is removed when this value is dropped.
#[derive(Debug)]
pub struct Disk {
    place: TempDir,
}

impl Disk {
    /// Makes a disk of this many bytes. `None` where the system does not allow it; then a line on standard output says
    /// why.
    pub fn of(bytes: u64) -> Option<Disk> {
        let place = tempfile::Builder::new().prefix("vurder-disk-").tempdir().ok()?;
        let size = format!("size={bytes}");
        if run("mount", ["-t", "tmpfs", "-o", &size, "tmpfs"].map(OsStr::new), place.path()) {
            return Some(Disk { place });
        }
        println!("Skipped: only root may make a disk of its own for this test.");
        None
    }

    /// The path of the disk.
    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// Writes a file until the disk is full, and returns the path of the file, which can be removed again.
    ///
    /// # Errors
    /// When the file cannot be made, or the disk does not become full.
    pub fn fill(&self) -> std::io::Result<std::path::PathBuf> {
        let filler = self.path().join("filler");
        let mut file = std::fs::File::create(&filler)?;
        let mut length = 64 * 1024;
        while length > 0 {
            match std::io::Write::write_all(&mut file, &vec![0; length]) {
                Ok(()) => {}
                Err(error) if error.kind() == std::io::ErrorKind::StorageFull => length /= 2,
                Err(error) => return Err(error),
            }
        }
        Ok(filler)
    }

    /// Makes the disk read-only, for root, too, or writable again. Returns whether that worked; no file may be open for
    /// writing.
    #[must_use]
    pub fn read_only(&self, so: bool) -> bool {
        let how = if so { "remount,ro" } else { "remount,rw" };
        run("mount", ["-o", how].map(OsStr::new), self.path())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // A program with an open file there keeps the file until it closes it.
        run("umount", [OsStr::new("--lazy")], self.path());
    }
}

fn run<const N: usize>(program: &str, arguments: [&OsStr; N], place: &Path) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).arg(place).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
