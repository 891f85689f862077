//! How the program starts on a person's computer: whether it runs already, which workspace it opens, and which ones
//! were opened last. Without a window, so that it can be tested without one.

mod recent;
mod single_instance;
mod start;

pub use recent::{Recent, RecentWorkspace};
pub use single_instance::{Instance, Request};
pub use start::{Start, data_folder, prepare};
