//! Decides on how many threads checks run.

use std::num::NonZero;
use std::thread;

/// The greatest number of threads. More threads are hardly faster, and a person does other things on the computer, too.
const MOST: usize = 4;

/// The number of threads for `count` pieces of work, so that each thread gets at least about `few` of them. It is at
/// least 1.
pub(super) fn workers(count: usize, few: usize) -> usize {
    let wanted = (count / few).clamp(1, MOST);
    if wanted == 1 {
        return 1;
    }
    wanted.min(thread::available_parallelism().map_or(1, NonZero::get))
}
