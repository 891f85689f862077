//! `cargo xtask screenshots`: pictures of the main screens, in both sizes, light and dark.

use crate::prerequisites::Need;
use crate::process::cargo;
use crate::window_lane::Lane;
use crate::{Outcome, house, prerequisites, process, ui};

pub(crate) fn screenshots() -> Outcome {
    prerequisites::ensure(&[Need::Compile, Need::Window, Need::Drive])?;
    ui::build()?;
    // The whole workspace, so that the very build of `cargo xtask test` serves here.
    process::run(&mut cargo(&["build", "--workspace", "--all-targets"]))?;
    let (lane, _) = Lane::choose(&house::program("debug", "screenshots"));
    let folder = house::target().join("screenshots");
    let mut take = lane.command(&[]);
    take.arg(&folder);
    process::run(&mut take)?;
    println!("The pictures are in {}", folder.display());
    Ok(())
}
