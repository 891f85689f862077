//! `cargo xtask bench`: times and sizes, in release builds. The program `bench` in `tests/` decides what is measured,
//! and how.

use crate::prerequisites::Need;
use crate::process::cargo;
use crate::window_lane::Lane;
use crate::{Outcome, house, package, prerequisites, process, ui};

/// Builds the measured programs and runs the measurement. Further arguments go to the measuring program.
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

    // The program runs on a screen and a session bus of its own, so that no service of the desktop disturbs it.
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
