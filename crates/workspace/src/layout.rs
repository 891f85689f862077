//! What a file consists of: its format, its tables and the checksums over them.

use crate::change::LOGGED;
use crate::integrity::{Algorithm, Layout, Table};
use crate::kind::blob::Blob;
use crate::kind::operation::Operation;
use crate::record::Record as _;

/// What the file calls itself: "Vurd".
pub const APPLICATION_ID: u32 = u32::from_be_bytes(*b"Vurd");

/// The format that this program writes.
pub const FORMAT: u32 = 2;

/// All tables. The kinds that undo does not reach stand here by themselves: the bytes before the attachments that name
/// them, the log after all that it is about.
const TABLES: [&Table; LOGGED.len() + 2] = {
    let mut tables = [&Blob::TABLE; LOGGED.len() + 2];
    let mut at = 0;
    while at < LOGGED.len() {
        tables[at + 1] = LOGGED[at];
        at += 1;
    }
    tables[at + 1] = &Operation::TABLE;
    tables
};

/// The newest format.
pub(crate) const NEWEST: Layout = Layout { tables: &TABLES, algorithm: Algorithm::NEWEST };

/// Format 1, to verify a file before it is brought up to date. Never edited.
pub(crate) const FORMAT_1: Layout = Layout {
    tables: &[
        &Table {
            name: "project",
            keys: &["id"],
            rest: &[
                "number",
                "title",
                "language",
                "version",
                "forms",
                "providers",
                "created",
                "trashed",
                "changed",
                "doc",
            ],
            order: "number",
            past_indexes: true,
            indexed: true,
        },
        &Table {
            name: "row",
            keys: &["project", "id"],
            rest: &["register", "key", "position", "trashed"],
            order: "project, id",
            past_indexes: false,
            indexed: true,
        },
        &Table {
            name: "value",
            keys: &["project", "row", "field"],
            rest: &["value", "updated", "doc"],
            order: "project, row, field",
            past_indexes: false,
            indexed: false,
        },
        &Table {
            name: "citation",
            keys: &["project", "id"],
            rest: &["citation"],
            order: "project, id",
            past_indexes: false,
            indexed: false,
        },
        &Table {
            name: "operation",
            keys: &["seq"],
            rest: &["id", "project", "scope", "at", "until", "label", "state", "changes"],
            order: "seq",
            past_indexes: true,
            indexed: true,
        },
    ],
    algorithm: Algorithm::Format1,
};
