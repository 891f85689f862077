//! Writing to memory, which cannot fail.

use std::fmt::Debug;

/// What was written to memory. Neither JSON of our own types nor an archive can fail there: no key is anything but a
/// text, and no file in it is larger than its header says.
#[allow(clippy::expect_used, reason = "memory takes what is written")]
pub(crate) fn infallible<T, E: Debug>(result: Result<T, E>) -> T {
    result.expect("memory takes what is written")
}
