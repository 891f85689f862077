//! `cargo xtask package`: makes the deb and the rpm, and proves that the deb can be installed, started and removed.
//!
//! `vurder-cli` is not in them: it contains the same fonts and content again, which would nearly double the package for
//! a tool that few people need.

use crate::prerequisites::{self, Need};
use crate::process::{self, cargo};
use crate::window_lane::Lane;
use crate::{Outcome, house, ui};
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the package and of the program.
const NAME: &str = "vurder";

/// Builds both packages. With `check`, it also installs, starts and removes the deb on this machine.
pub(crate) fn package(check: bool) -> Outcome {
    // The bundler writes both formats itself and needs no packaging tools.
    prerequisites::ensure(&[Need::Compile, Need::Window])?;
    if check {
        prerequisites::ensure(&[Need::Drive])?;
    }
    ui::build()?;
    println!("Building the release. This takes some minutes.");
    process::run(&mut cargo(&["build", "--release", "--package", NAME]))?;
    bundle()?;
    let deb = show("deb")?;
    show("rpm")?;
    if check { check_deb(&deb) } else { Ok(()) }
}

/// Makes Tauri's bundler pack the built program. It downloads nothing for these two formats.
fn bundle() -> Outcome {
    for kind in ["deb", "rpm"] {
        // A package of an earlier version could be taken for the new one.
        let folder = bundles(kind);
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|error| format!("{}: {error}", folder.display()))?;
        }
    }
    let tauri = house::ui().join("node_modules").join(".bin").join("tauri");
    process::run(&mut process::command(tauri, &["bundle", "--ci", "--bundles", "deb,rpm"]))
}

fn bundles(kind: &str) -> PathBuf {
    house::target().join("release").join("bundle").join(kind)
}

/// The package of this kind that the last packing made, if there is one.
pub(crate) fn newest(kind: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(bundles(kind)).ok()?;
    entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == kind))
}

/// Prints and returns the path of a package, with its size.
fn show(kind: &str) -> Outcome<PathBuf> {
    let package = newest(kind).ok_or_else(|| format!("no {kind} was made"))?;
    let size =
        fs::metadata(&package).map_err(|error| format!("{}: {error}", package.display()))?.len();
    println!("{} ({:.2} MB)", package.display(), size as f64 / 1e6);
    Ok(package)
}

/// Installs the deb, starts the installed program, removes it, and looks for files that are left.
fn check_deb(deb: &Path) -> Outcome {
    let installed = process::output(&mut process::command("dpkg-query", &["--show"]))?;
    if installed.lines().any(|line| line.split_whitespace().next() == Some(NAME)) {
        return Err(format!(
            "{NAME} is installed here already; remove it first: apt-get remove {NAME}"
        ));
    }
    process::release_of_tests("opens")?;
    println!("Installing {}", deb.display());
    process::run(as_root(&["dpkg", "--install"]).arg(deb))?;
    let listed = process::output(&mut process::command("dpkg", &["--listfiles", NAME]));
    let opens_files = opens_files();
    let started = start_installed();
    println!("Removing it again");
    process::run(&mut as_root(&["dpkg", "--purge", NAME]))?;
    let listed = listed?;
    let left: Vec<&str> = listed.lines().filter(|path| Path::new(path).is_file()).collect();
    started?;
    opens_files?;
    if !left.is_empty() {
        return Err(format!("the package leaves files behind: {}", left.join(" ")));
    }
    println!("The deb installs, opens .vurder files, starts, and is removed without a trace.");
    Ok(())
}

/// Whether the installed files tell the desktop that the program opens `.vurder` files.
fn opens_files() -> Outcome {
    for (file, named) in [
        ("/usr/share/applications/Vurder.desktop", "MimeType=application/x-vurder;"),
        ("/usr/share/mime/packages/vurder.xml", "*.vurder"),
    ] {
        let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        if !text.contains(named) {
            return Err(format!("{file} does not name {named}"));
        }
    }
    Ok(())
}

fn start_installed() -> Outcome {
    let (lane, _) = Lane::choose(&house::program("release", "opens"));
    process::run(lane.command(1, &[]).env("VURDER_APP", "/usr/bin/vurder"))
}

fn as_root(arguments: &[&str]) -> std::process::Command {
    let root = prerequisites::is_root();
    let mut command = process::command(if root { "env" } else { "sudo" }, &[]);
    command.args(arguments);
    command
}
