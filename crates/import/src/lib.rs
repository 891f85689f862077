//! A provider's own pages, read into a pack; and packs written, for another Vurder or for other tools.
//!
//! Pure: bytes in, pack and problems out. It reads no disk, no clock and no network; `app` walks over folders and puts
//! problems into words.
//!
//! [`read`] recognises the format, reads what it can and lists the rest by file and line. A file that cannot be read
//! never keeps the others from being read. Only what nobody can use is [`Refused`] as a whole.

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
pub use pack::{pack_schema, write_pack};
pub use paths::{has_words, slug};
pub use problem::{Problem, Trouble};
pub use read::{read, recognise};
pub use refused::Refused;
