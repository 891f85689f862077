//! A disk of its own for a test: small enough to be filled, and one that can be made read-only.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A disk in memory, which goes away with this.
#[derive(Debug)]
pub struct Disk {
    place: TempDir,
}

impl Disk {
    /// A disk of this many bytes. `None` where the system does not allow it; a line on standard output then tells why.
    pub fn of(bytes: u64) -> Option<Disk> {
        let place = tempfile::Builder::new().prefix("vurder-disk-").tempdir().ok()?;
        let size = format!("size={bytes}");
        if run("mount", ["-t", "tmpfs", "-o", &size, "tmpfs"].map(OsStr::new), place.path()) {
            return Some(Disk { place });
        }
        println!("Skipped: only root may make a disk of its own for this test.");
        None
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// Writes until nothing more fits, into a file that can be removed again.
    ///
    /// # Errors
    /// When that file can't be made, or the disk has no end.
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

    /// Lets nobody write there, not even root; or lets them again. Nothing may be open for writing.
    #[must_use]
    pub fn read_only(&self, so: bool) -> bool {
        let how = if so { "remount,ro" } else { "remount,rw" };
        run("mount", ["-o", how].map(OsStr::new), self.path())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Whoever still has a file open there keeps it until it closes it.
        run("umount", [OsStr::new("--lazy")], self.path());
    }
}

fn run<const N: usize>(program: &str, arguments: [&OsStr; N], place: &Path) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).arg(place).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
