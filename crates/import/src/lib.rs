//! Reads a provider's own pages into a pack, and writes packs for another Vurder or for other tools.
//!
//! The crate is pure: it turns bytes into a pack and problems. It reads no disk, no clock and no network. `app` reads
//! the folders and puts the problems into words.
//!
//! [`read`] recognises the format, reads what it can, and lists the rest by file and line. A file that cannot be read
//! does not prevent the others from being read. Only an import of which nothing can be used is [`Refused`] as a whole.

mod about;
mod address;
mod archive;
mod assembly;
mod caiq;
mod decode;
mod elements;
mod encoding;
mod files;
mod format;
mod html;
mod imported;
mod infallible;
pub mod limits;
mod links;
mod markdown;
mod markup;
mod oscal;
mod pack;
mod page;
mod paths;
mod problem;
mod read;
mod refused;
mod satre;
mod tags;
#[cfg(test)]
mod test_pages;
mod weight;

pub use about::About;
pub use archive::{Unpacked, is_archive, unpack};
pub use files::Files;
pub use format::{Dialect, Format, Reason, Recognised};
pub use imported::{Counts, DeadLink, Imported};
pub use oscal::{Definition, Remark, write_component_definition};
pub use pack::{BECAME, PAGES, pack_schema, write_pack};
pub use paths::{has_words, slug};
pub use problem::{Problem, Trouble};
pub use read::{read, recognise};
pub use refused::Refused;
