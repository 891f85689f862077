//! The start of the program on a person's computer: whether it runs already, which workspace it opens, and which
//! workspaces were opened last. This crate needs no window, so that tests need none.

mod recent;
mod single_instance;
mod start;

pub use recent::{Recent, RecentWorkspace};
pub use single_instance::{Answering, Instance, Request};
pub use start::{Start, data_folder, prepare};
