//! Makes the installer for one person, and proves that the installed files exist, work, and can be removed.

use crate::process::is_there;
use crate::report::Report;
use crate::windows::cross::{self, TARGET};
use crate::windows::wine::Wine;
use crate::{Outcome, house, process};
use std::fs;
use std::path::{Path, PathBuf};

/// The programs of the installer, by their packages.
const PROGRAMS: &[&str] = &["vurder", "vurder-cli"];
/// The library by which the shell finds WebView2. The build of the shell makes it.
const LOADER: &str = "WebView2Loader.dll";
const SCRIPT: &str = "packaging/windows/vurder.nsi";
/// The type of `.vurder` files in the registry.
const TYPE: &str = "Vurder.Workspace";

/// Builds the programs and the installer, and checks it.
pub(crate) fn run(report: &mut Report, wine: &Wine) {
    let profile = profile();
    let built =
        report.check("Build of the programs for Windows", "mend the first error above", |_| {
            build(profile)
        });
    if !built {
        return;
    }
    let mut installer = PathBuf::new();
    let made = report.check("Installer", "read what makensis says above", |_| {
        installer = make(profile)?;
        let size = fs::metadata(&installer).map_err(|e| format!("{}: {e}", installer.display()))?;
        println!("{} ({:.1} MB)", installer.display(), size.len() as f64 / 1e6);
        Ok(())
    });
    if made {
        check(report, wine, &installer);
    }
}

/// The profile: `release`, unless the variable names another one, such as `quick`, which is built in half the time.
fn profile() -> &'static str {
    match std::env::var("VURDER_WINDOWS_PROFILE").as_deref() {
        Ok("quick") => "quick",
        Ok("dev") => "dev",
        _ => "release",
    }
}

fn build(profile: &str) -> Outcome {
    println!("Building the programs ({profile}). This takes some minutes.");
    let mut command = cross::windows_cargo(&["build", "--profile", profile]);
    for package in PROGRAMS {
        command.args(["--package", package]);
    }
    process::run(&mut command)
}

fn make(profile: &str) -> Outcome<PathBuf> {
    if !is_there("makensis") {
        return Err("there is no makensis. Next: apt-get install nsis".to_owned());
    }
    let folder =
        cross::target().join(TARGET).join(if profile == "dev" { "debug" } else { profile });
    let out = cross::target().join("vurder-setup.exe");
    let define = |name: &str, value: &dyn std::fmt::Display| format!("-D{name}={value}");
    let mut command = process::command("makensis", &["-V2"]);
    command
        .arg(define("VERSION", &env!("CARGO_PKG_VERSION")))
        .arg(define("BUILD", &folder.display()))
        .arg(define("ROOT", &house::root().display()))
        .arg(define("OUT", &out.display()))
        .arg(house::root().join(SCRIPT));
    process::run(&mut command)?;
    Ok(out)
}

/// Installs, uses and removes the programs under Wine. Each step is a check of its own.
fn check(report: &mut Report, wine: &Wine, installer: &Path) {
    let next =
        "run the same steps by hand: WINEPREFIX=target/windows/wine wine64 vurder-setup.exe /S";
    let mut installed = PathBuf::new();
    let done = report.check("Installs silently", next, |_| {
        wine.run(installer, &["/S"])?;
        installed = wine.local_data()?.join("Programs/Vurder");
        let files = PROGRAMS.iter().map(|name| format!("{name}.exe")).chain([LOADER.to_owned()]);
        for file in files.chain(["uninstall.exe".to_owned(), "workspace.ico".to_owned()]) {
            let path = installed.join(&file);
            if (file != LOADER || loader_was_built()) && !path.is_file() {
                return Err(format!("{} is not there", path.display()));
            }
        }
        Ok(())
    });
    if !done {
        return;
    }
    report.check("Opens .vurder files", next, |_| {
        let key = format!(r"HKCU\Software\Classes\{TYPE}\shell\open\command");
        let command = registry(wine, &key)?;
        if command.contains("vurder.exe") && command.contains("%1") {
            let kind = registry(wine, r"HKCU\Software\Classes\.vurder")?;
            if kind.contains(TYPE) { Ok(()) } else { Err(kind) }
        } else {
            Err(format!("{key}: {command}"))
        }
    });
    let folder = cross::target().join("installed");
    let workspace = folder.join("Prøve æøå.vurder");
    report.check("The command line works", next, |_| use_it(wine, &installed, &folder, &workspace));
    report.check("Is removed silently, and leaves the workspace", next, |_| {
        // The uninstaller copies itself to another place and returns at once, unless it is told its folder.
        let here = format!("_?=C:{}", windows_path(wine, &installed)?);
        wine.run(&installed.join("uninstall.exe"), &["/S", &here])?;
        let left: Vec<_> = fs::read_dir(&installed)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name())
            // When it is told its folder, the uninstaller cannot remove itself.
            .filter(|name| name != "uninstall.exe")
            .collect();
        if !left.is_empty() {
            return Err(format!("left in {}: {left:?}", installed.display()));
        }
        let _ = fs::remove_dir_all(&installed);
        if registry(wine, r"HKCU\Software\Classes\.vurder").is_ok_and(|kind| kind.contains(TYPE)) {
            return Err("the type of .vurder files is left".to_owned());
        }
        if !workspace.is_file() {
            return Err(format!("{} is gone", workspace.display()));
        }
        Ok(())
    });
}

/// MinGW's linker links the loader into the program where it can. Then there is no separate library.
fn loader_was_built() -> bool {
    cross::program(profile(), LOADER).is_file()
}

/// The default value of a key in the registry.
fn registry(wine: &Wine, key: &str) -> Outcome<String> {
    wine.output(Path::new("reg"), &["query", key, "/ve"])
}

/// Makes the sample and a report of it, like a person at a Windows computer.
fn use_it(wine: &Wine, installed: &Path, folder: &Path, workspace: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let program = installed.join("vurder-cli.exe");
    let version = wine.output(&program, &["--version"])?;
    if version.trim() != format!("vurder-cli {}", env!("CARGO_PKG_VERSION")) {
        return Err(format!("it calls itself {version}"));
    }
    let file = Wine::path(workspace);
    let project = wine.output(&program, &["sample", "--workspace", &file])?;
    let report = folder.join("dpia.pdf");
    let (project, out) = (project.trim(), Wine::path(&report));
    let export =
        ["export", "--workspace", &file, "--project", project, "--form", "dpia", "--out", &out];
    wine.output(&program, &export)?;
    let pdf = fs::read(&report).map_err(|error| format!("{}: {error}", report.display()))?;
    if pdf.starts_with(b"%PDF-") { Ok(()) } else { Err("the report is no PDF".to_owned()) }
}

/// The path of a folder on `C:` for Windows, without the drive.
fn windows_path(wine: &Wine, path: &Path) -> Outcome<String> {
    let below =
        path.strip_prefix(wine.drive()).map_err(|_| format!("{} is not on C:", path.display()))?;
    Ok(format!("\\{}", below.display()).replace('/', "\\"))
}
