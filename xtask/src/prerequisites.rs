//! What a task needs on the machine. On Debian and Ubuntu, it is installed.

use crate::process::{self, is_there};
use crate::{Outcome, house};
use std::collections::BTreeSet;
use std::process::Command;

/// A Debian package, by each name that releases give it, the most common first.
type Package = &'static [&'static str];

/// To compile the C code of bundled libraries.
const COMPILE: &[Package] = &[&["build-essential"], &["pkg-config"]];
/// To build the window.
const WINDOW: &[Package] = &[&["libwebkit2gtk-4.1-dev"]];
/// To drive the window without a screen, and to read the PDFs that it wrote.
const DRIVE: &[Package] = &[
    &["webkit2gtk-driver", "webkitgtk-webdriver"],
    &["xvfb"],
    &["xauth"],
    &["dbus"],
    &["dbus-daemon", "dbus"],
    &["iproute2"],
    &["poppler-utils"],
    &["qpdf"],
];

/// To build for Windows, to test that, and to read the PDFs that it wrote.
const CROSS: &[Package] = &[
    &["gcc-mingw-w64-x86-64-win32", "gcc-mingw-w64-x86-64"],
    &["g++-mingw-w64-x86-64-win32", "g++-mingw-w64-x86-64"],
    &["wine64"],
    &["wine"],
    &["nsis"],
    &["poppler-utils"],
    &["qpdf"],
];

/// What a task will do, which decides what it needs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    Compile,
    Window,
    Drive,
    Cross,
}

impl Need {
    fn packages(self) -> &'static [Package] {
        match self {
            Need::Compile => COMPILE,
            Need::Window => WINDOW,
            Need::Drive => DRIVE,
            Need::Cross => CROSS,
        }
    }
}

/// Checks that everything is there, and installs what is missing where that is possible.
///
/// # Errors
/// When something is missing and could not be installed. The message names it.
pub(crate) fn ensure(needs: &[Need]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let wanted: BTreeSet<Package> =
        needs.iter().flat_map(|need| need.packages()).copied().collect();
    if !is_there("dpkg-query") || !is_there("apt-get") {
        let names: Vec<&str> = wanted.iter().filter_map(|names| names.first().copied()).collect();
        println!(
            "This is not Debian or Ubuntu, so nothing is installed here. If something is missing below, \
             install what these Debian packages hold: {}",
            names.join(" ")
        );
        return Ok(());
    }
    let installed = installed_packages()?;
    let missing: Vec<Package> = wanted
        .into_iter()
        .filter(|names| !names.iter().any(|name| installed.contains(*name)))
        .collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

fn install(missing: &[Package]) -> Outcome {
    let names: Vec<&str> = missing.iter().filter_map(|names| names.first().copied()).collect();
    let by_hand = format!(
        "Please install these packages, then try again:\n  apt-get install {}",
        names.join(" ")
    );
    println!("Vurder's tasks need some system packages. Installing now: {}", names.join(" "));
    let root = is_root();
    if !root && !is_there("sudo") {
        return Err(format!("you are not root and there is no sudo. {by_hand}"));
    }
    if !root {
        println!("This asks for your password, since installing needs sudo.");
    }
    process::run(&mut apt(root, &["update"])).map_err(|error| format!("{error}. {by_hand}"))?;
    let names: Vec<&str> = missing
        .iter()
        .filter_map(|names| available(names))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&names);
    process::run(&mut apt(root, &arguments)).map_err(|error| format!("{error}. {by_hand}"))
}

fn apt(root: bool, arguments: &[&str]) -> Command {
    let mut command = if root {
        process::command("apt-get", arguments)
    } else {
        // sudo drops the environment, so the variable is set after it.
        let mut command = process::command("sudo", &["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command.args(arguments);
        command
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// The name of the package in this release, by its own index. Where no name is known, the most common one.
fn available(names: Package) -> Option<&'static str> {
    let known = |name: &&&'static str| {
        let shown = process::command("apt-cache", &["show", "--no-all-versions", name]).output();
        shown.is_ok_and(|shown| shown.status.success() && !shown.stdout.is_empty())
    };
    names.iter().find(known).or(names.first()).copied()
}

fn installed_packages() -> Outcome<BTreeSet<String>> {
    let mut query = process::command(
        "dpkg-query",
        &["--show", "--showformat", "${db:Status-Status} ${Package}\n"],
    );
    let listed = process::output(&mut query)?;
    Ok(listed
        .lines()
        .filter_map(|line| line.strip_prefix("installed "))
        .map(str::to_owned)
        .collect())
}

/// Whether the user is root, who alone may install packages.
pub(crate) fn is_root() -> bool {
    process::output(&mut process::command("id", &["-u"])).is_ok_and(|id| id.trim() == "0")
}

/// Checks that the interface's packages are those of its lockfile, and installs them otherwise.
///
/// # Errors
/// When npm is missing or fails.
pub(crate) fn ensure_npm_packages() -> Outcome {
    let ui = house::ui();
    if !ui.join("package.json").exists() {
        println!("There is no interface yet (ui/package.json).");
        return Ok(());
    }
    // A copy of the lockfile beside the packages shows which lockfile they came from.
    let lockfile = ui.join("package-lock.json");
    let installed = ui.join("node_modules").join(".installed-package-lock.json");
    let wanted =
        std::fs::read(&lockfile).map_err(|error| format!("{}: {error}", lockfile.display()))?;
    if std::fs::read(&installed).is_ok_and(|have| have == wanted) {
        return Ok(());
    }
    println!("Installing the interface's packages (npm ci in ui/)");
    process::run(&mut process::npm_program("npm", &["ci", "--no-fund", "--no-audit"]))
        .map_err(|error| format!("{error}. The interface needs Node.js 20 or newer with npm."))?;
    std::fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))
}
