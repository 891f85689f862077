//! `cargo xtask bench`: times and sizes, in release builds. What is measured, and how, is the business of the
//! program `bench` in `tests/`.

use crate::prerequisites::Need;
use crate::process::cargo;
use crate::window_lane::Lane;
use crate::{Outcome, house, package, prerequisites, process, ui};

/// Builds what is measured and measures it; further arguments go to the measuring program.
pub(crate) fn bench(arguments: &[&str]) -> Outcome {
    prerequisites::ensure(&[Need::Compile, Need::Window, Need::Drive])?;
    ui::build()?;
    println!("Building the release. The first time takes some minutes.");
    let window = [
        "--package",
        "vurder",
        "--bin",
        "vurder",
        "--example",
        "empty-window",
        "--features",
        "measure",
    ];
    process::run(cargo(&["build", "--release"]).args(window))?;
    process::release_of_tests("bench")?;

    // A screen and a session bus of its own, so that no desktop's services join in.
    let (lane, _) = Lane::choose(&house::program("release", "bench"));
    let mut measure = lane.command(1, &[]);
    measure
        .env("VURDER_APP", house::program("release", "vurder"))
        .arg(house::target().join("bench"))
        .arg("--window")
        .arg(house::program("release", "vurder"))
        .arg(house::program("release/examples", "empty-window"));
    match package::newest("deb") {
        Some(deb) => {
            measure.arg("--package").arg(deb);
        }
        None => println!("There is no deb to weigh; cargo xtask package makes one."),
    }
    process::run(measure.args(arguments))
}
