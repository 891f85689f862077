//! Writes to memory, which cannot fail.

use std::fmt::Debug;

/// The result of writing to memory. JSON of our own types cannot fail, because all its keys are texts. An archive
/// cannot fail, because no file in it is larger than its header says.
#[allow(clippy::expect_used, reason = "memory takes what is written")]
pub(crate) fn infallible<T, E: Debug>(result: Result<T, E>) -> T {
    result.expect("memory takes what is written")
}
