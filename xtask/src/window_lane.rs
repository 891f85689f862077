//! The window lane: runs programs that drive the real window, on a screen of their own and without a network.

use crate::{house, process};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The screen is large enough for the largest window of the tests.
const SCREEN: &str = "-screen 0 1920x1200x24";

/// A shell script that adds the screen that was started last to the list for the tests, and starts the following
/// command.
const NAME_SCREEN: &str = "export VURDER_SCREENS=\"$VURDER_SCREENS $DISPLAY\" && exec \"$@\"";

/// How the program is separated from every network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Isolation {
    /// A network namespace of its own, with loopback only.
    Namespace,
    /// The same, in a user namespace, which gives a plain user the right to do that.
    UserNamespace,
    /// This machine allows neither.
    None,
}

/// A program, and how it is separated from the network.
pub(crate) struct Lane {
    program: PathBuf,
    isolation: Isolation,
}

impl Lane {
    /// Takes the strongest separation that this machine allows. Where there is none, it also returns a note that says
    /// so.
    pub(crate) fn choose(program: &Path) -> (Lane, Option<&'static str>) {
        let isolation = [Isolation::Namespace, Isolation::UserNamespace]
            .into_iter()
            .find(|isolation| {
                let mut probe = isolated(*isolation);
                probe.arg("true").stdout(Stdio::null()).stderr(Stdio::null());
                probe.status().is_ok_and(|status| status.success())
            })
            .unwrap_or(Isolation::None);
        let note = (isolation == Isolation::None).then_some(
            "Skipped: running without any network. This machine lets a plain user make no network \
             namespace; the same tests run with its network.",
        );
        (Lane { program: program.to_owned(), isolation }, note)
    }

    /// The command that starts the program with its arguments, and with so many screens.
    pub(crate) fn command(&self, screens: usize, arguments: &[&str]) -> Command {
        let mut command = isolated(self.isolation);
        command.args(["dbus-run-session", "--"]);
        // One key file for all screens, so that one program may use all of them.
        let keys = house::target().join("window-lane.keys");
        for _ in 0..screens {
            command.args(["xvfb-run", "--auto-servernum", "--server-args", SCREEN, "--auth-file"]);
            command.arg(&keys).args(["sh", "-c", NAME_SCREEN, "sh"]);
        }
        command
            .arg(&self.program)
            .args(arguments)
            .env("VURDER_APP", house::program("debug", "vurder"))
            .env("VURDER_CLI", house::program("debug", "vurder-cli"))
            .env_remove("VURDER_SCREENS")
            // The tests must not open windows on a person's own desktop.
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            // There is no desktop here whose screen reader could listen.
            .env("NO_AT_BRIDGE", "1");
        if self.isolation != Isolation::None {
            command.env("VURDER_NO_NETWORK", "1");
        }
        // The services of the desktop write many messages about a screen without a desktop.
        if let Ok(log) = File::create(log_path()) {
            command.stderr(log);
        }
        command
    }
}

/// The file for the messages of the app and of the services around it.
pub(crate) fn log_path() -> PathBuf {
    house::target().join("window-lane.log")
}

/// A command that starts the appended program with this separation from the network.
fn isolated(isolation: Isolation) -> Command {
    // WebDriver uses loopback, which exists in a new namespace but is down.
    let raise_loopback = ["sh", "-c", "ip link set lo up && exec \"$@\"", "sh"];
    match isolation {
        Isolation::Namespace => {
            let mut command = process::command("unshare", &["--net"]);
            command.args(raise_loopback);
            command
        }
        Isolation::UserNamespace => {
            let mut command = process::command("unshare", &["--map-root-user", "--net"]);
            command.args(raise_loopback);
            command
        }
        Isolation::None => process::command("env", &[]),
    }
}
