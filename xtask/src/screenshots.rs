//! `cargo xtask screenshots`: pictures of the main screens, in both sizes, light and dark.

use crate::prerequisites::Need;
use crate::window_lane::Lane;
use crate::{Outcome, house, one_build, prerequisites, process, ui};

pub(crate) fn screenshots() -> Outcome {
    prerequisites::ensure(&[Need::Compile, Need::Window, Need::Drive])?;
    ui::build()?;
    // The same build as that of `cargo xtask test`, so that each can use the results of the other.
    if !one_build::build(&["--workspace"])?.complete {
        return Err("the build failed. Next: mend the first place named above".to_owned());
    }
    let (lane, _) = Lane::choose(&house::program("debug", "screenshots"));
    let folder = house::target().join("screenshots");
    let mut take = lane.command(1, &[]);
    // Where there is no graphics device, the program makes WebKit draw without layers. Then WebKit gives no picture of
    // a page that does not change.
    take.arg(&folder).env("WEBKIT_DISABLE_COMPOSITING_MODE", "0");
    process::run(&mut take)?;
    println!("The pictures are in {}", folder.display());
    Ok(())
}
