//! `cargo xtask run`: opens Vurder. Where no window can be shown, it makes the PDFs of the sample.

use crate::prerequisites::Need;
use crate::{Outcome, house, prerequisites, process, ui};
use std::path::{Path, PathBuf};

/// The profile for people who want to see Vurder soon: nearly as fast as a release, and built in half the time.
const PROFILE: &str = "quick";

pub(crate) fn run() -> Outcome {
    if !has_display() {
        return without_display();
    }
    prerequisites::ensure(&[Need::Compile, Need::Window])?;
    ui::build()?;
    println!("Building Vurder. The first time takes some minutes.");
    process::run(&mut process::cargo(&["build", "--profile", PROFILE, "--package", "vurder"]))?;
    println!("Opening Vurder.");
    process::run(&mut process::command(house::program(PROFILE, "vurder"), &[]))
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn without_display() -> Outcome {
    println!("There is no display here, so Vurder makes its sample project's two PDFs instead.");
    prerequisites::ensure(&[Need::Compile])?;
    println!("Building vurder-cli. The first time takes a minute or two.");
    process::run(&mut process::cargo(&["build", "--profile", PROFILE, "--package", "vurder-cli"]))?;
    let folder = house::target().join("sample");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, path) in sample_pdfs(&house::program(PROFILE, "vurder-cli"), &folder)? {
        println!("{name}: {}", path.display());
    }
    Ok(())
}

/// Makes the sample in a new workspace and exports both forms. Returns their names and absolute paths.
fn sample_pdfs(program: &Path, folder: &Path) -> Outcome<Vec<(&'static str, PathBuf)>> {
    let workspace = folder.join("sample.vurder");
    if workspace.exists() {
        std::fs::remove_file(&workspace)
            .map_err(|error| format!("{}: {error}", workspace.display()))?;
    }
    let in_workspace = |verb: &str| {
        let mut command = process::command(program, &[verb, "--workspace"]);
        command.arg(&workspace);
        command
    };
    let project = process::output(&mut in_workspace("sample"))?;
    let project = project.trim();
    let mut made = Vec::new();
    for (form, name) in [("dpia", "DPIA"), ("rar", "Risk assessment report")] {
        let path = folder.join(format!("sample-{form}.pdf"));
        process::output(
            in_workspace("export").args(["--project", project, "--form", form, "--out"]).arg(&path),
        )?;
        let path =
            std::path::absolute(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        made.push((name, path));
    }
    Ok(made)
}
