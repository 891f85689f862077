//! Running programs that drive the real window: on a screen of their own, and without a network.

use crate::{house, process};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Wide enough for the largest window that the tests ask for.
const SCREEN: &str = "-screen 0 1920x1200x24";

/// Adds the screen that was started last to those that the tests know, and starts what follows.
const NAME_SCREEN: &str = "export VURDER_SCREENS=\"$VURDER_SCREENS $DISPLAY\" && exec \"$@\"";

/// How the program is kept from every network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Walls {
    /// A network namespace of its own, with nothing in it but loopback.
    Namespace,
    /// The same, with the rights that a user namespace gives to a plain user.
    UserNamespace,
    /// None could be had.
    None,
}

/// A program and the surroundings to start it in.
pub(crate) struct Lane {
    program: PathBuf,
    walls: Walls,
}

impl Lane {
    /// Takes the strongest walls that this machine allows, and says so when that is none.
    pub(crate) fn choose(program: &Path) -> (Lane, Option<&'static str>) {
        let walls = [Walls::Namespace, Walls::UserNamespace]
            .into_iter()
            .find(|walls| {
                let mut probe = inside(*walls);
                probe.arg("true").stdout(Stdio::null()).stderr(Stdio::null());
                probe.status().is_ok_and(|status| status.success())
            })
            .unwrap_or(Walls::None);
        let note = (walls == Walls::None).then_some(
            "Skipped: running without any network. This machine lets a plain user make no network \
             namespace; the same tests run with its network.",
        );
        (Lane { program: program.to_owned(), walls }, note)
    }

    /// The program with its arguments, ready to start, and with so many screens.
    pub(crate) fn command(&self, screens: usize, arguments: &[&str]) -> Command {
        let mut command = inside(self.walls);
        command.args(["dbus-run-session", "--"]);
        // One key file for all, so that one program may use all screens.
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
        if self.walls != Walls::None {
            command.env("VURDER_NO_NETWORK", "1");
        }
        // The desktop's services complain at length about a screen without a desktop.
        if let Ok(log) = File::create(log_path()) {
            command.stderr(log);
        }
        command
    }
}

/// Where the app and the services around it write their complaints.
pub(crate) fn log_path() -> PathBuf {
    house::target().join("window-lane.log")
}

/// A command that starts what is appended to it within the walls.
fn inside(walls: Walls) -> Command {
    // WebDriver speaks over loopback, which a new namespace has but keeps down.
    let raise_loopback = ["sh", "-c", "ip link set lo up && exec \"$@\"", "sh"];
    match walls {
        Walls::Namespace => {
            let mut command = process::command("unshare", &["--net"]);
            command.args(raise_loopback);
            command
        }
        Walls::UserNamespace => {
            let mut command = process::command("unshare", &["--map-root-user", "--net"]);
            command.args(raise_loopback);
            command
        }
        Walls::None => process::command("env", &[]),
    }
}
