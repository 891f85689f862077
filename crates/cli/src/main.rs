//! `vurder-cli`: the same commands as the window, without a window.
fn main() {}
