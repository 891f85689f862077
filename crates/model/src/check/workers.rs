//! How many threads the checks take.

use std::num::NonZero;
use std::thread;

/// The most threads: more of them gain little, and a person does other things on the computer, too.
const MOST: usize = 4;

/// How many threads share `count` pieces of work, when each shall have at least about `few` of them. At least one.
pub(super) fn workers(count: usize, few: usize) -> usize {
    let wanted = (count / few).clamp(1, MOST);
    if wanted == 1 {
        return 1;
    }
    wanted.min(thread::available_parallelism().map_or(1, NonZero::get))
}
