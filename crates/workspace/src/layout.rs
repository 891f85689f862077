//! The parts of a file: its format, its tables and its checksums.

use crate::change::LOGGED;
use crate::digest::Algorithm;
use crate::integrity::{Layout, Table};
use crate::kind::blob::Blob;
use crate::kind::body::Body;
use crate::kind::operation::Operation;
use crate::kind::own_statement::OwnStatement;
use crate::kind::own_word::OwnWord;
use crate::kind::page::StoredPage;
use crate::kind::passage_word::PassageWord;
use crate::kind::revision::RevisionEntry;
use crate::kind::version::StoredVersion;
use crate::record::Record as _;

/// The application id of the file: "Vurd".
pub const APPLICATION_ID: u32 = u32::from_be_bytes(*b"Vurd");

/// The format that this program writes.
pub const FORMAT: u32 = 5;

/// The kinds that undo does not reach: the bytes of attachments, imported pages by revision, statements made from them,
/// and the person's own dictionary.
const FIRST: [&Table; 6] = [
    &Blob::TABLE,
    &RevisionEntry::TABLE,
    &Body::TABLE,
    &StoredPage::TABLE,
    &OwnStatement::TABLE,
    &OwnWord::TABLE,
];

/// All tables. Kinds that undo does not reach are listed here. Kinds to which others refer stand before them, and the
/// log stands after everything that it is about.
const TABLES: [&Table; FIRST.len() + LOGGED.len() + 1] = {
    let mut tables = [&Operation::TABLE; FIRST.len() + LOGGED.len() + 1];
    let mut at = 0;
    while at < FIRST.len() {
        tables[at] = FIRST[at];
        at += 1;
    }
    while at < FIRST.len() + LOGGED.len() {
        tables[at] = LOGGED[at - FIRST.len()];
        at += 1;
    }
    tables
};

/// Indexes of the program's own. They have checksums like the tables of records. Damaged indexes are made again from
/// the records.
const INDEXES: [&Table; 1] = [&PassageWord::TABLE];

impl Layout {
    /// The indexes with checksums: since format 4, the index of passages.
    pub(crate) fn indexes(&self) -> &'static [&'static Table] {
        let has_index = self.tables.iter().any(|table| table.name == StoredVersion::TABLE.name);
        if has_index { &INDEXES } else { &[] }
    }

    /// Everything with checksums: the records and the indexes.
    pub(crate) fn verified(&self) -> Vec<&'static Table> {
        [self.tables, self.indexes()].concat()
    }
}

/// The newest format.
pub(crate) const NEWEST: Layout = Layout { tables: &TABLES, algorithm: Algorithm::NEWEST };

/// The layout of an earlier format, to verify a file before it is migrated.
pub(crate) fn layout_of(format: u32) -> &'static Layout {
    match format {
        1 => &FORMAT_1,
        2 => &FORMAT_2,
        3 => &FORMAT_3,
        4 => &FORMAT_4,
        _ => &NEWEST,
    }
}

/// Tables of an earlier format that later formats have unchanged. They are never edited.
const ROW: Table = Table {
    name: "row",
    keys: &["project", "id"],
    rest: &["register", "key", "position", "trashed"],
    order: "project, id",
    past_indexes: false,
    indexed: true,
};
const VALUE: Table = Table {
    name: "value",
    keys: &["project", "row", "field"],
    rest: &["value", "updated", "doc"],
    order: "project, row, field",
    past_indexes: false,
    indexed: false,
};
const CITATION: Table = Table {
    name: "citation",
    keys: &["project", "id"],
    rest: &["citation"],
    order: "project, id",
    past_indexes: false,
    indexed: false,
};
const OPERATION: Table = Table {
    name: "operation",
    keys: &["seq"],
    rest: &["id", "project", "scope", "at", "until", "label", "state", "changes"],
    order: "seq",
    past_indexes: true,
    indexed: true,
};
const BLOB: Table = Table {
    name: "blob",
    keys: &["hash"],
    rest: &["bytes"],
    order: "hash",
    past_indexes: false,
    indexed: false,
};
const PROJECT: Table = Table {
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
        "revision",
    ],
    order: "number",
    past_indexes: true,
    indexed: true,
};
const ATTACHMENT: Table = Table {
    name: "attachment",
    keys: &["project", "id"],
    rest: &["name", "media_type", "size", "blob", "row", "added", "trashed"],
    order: "project, id",
    past_indexes: false,
    indexed: false,
};

const REVISION: Table = Table {
    name: "revision",
    keys: &["provider", "revision"],
    rest: &["content", "imported", "head"],
    order: "provider, revision",
    past_indexes: false,
    indexed: false,
};
const BODY: Table = Table {
    name: "body",
    keys: &["hash"],
    rest: &["blocks"],
    order: "hash",
    past_indexes: false,
    indexed: false,
};
const PAGE: Table = Table {
    name: "page",
    keys: &["provider", "revision", "id"],
    rest: &["title", "address", "state", "captured", "place", "body"],
    order: "provider, revision, id",
    past_indexes: false,
    indexed: true,
};
const OWN_STATEMENT: Table = Table {
    name: "own_statement",
    keys: &["id"],
    rest: &["statement"],
    order: "id",
    past_indexes: false,
    indexed: false,
};
const NUMBER: Table = Table {
    name: "number",
    keys: &["project", "row"],
    rest: &["register", "number"],
    order: "project, row",
    past_indexes: false,
    indexed: false,
};
const VERSION: Table = Table {
    name: "version",
    keys: &["project", "number"],
    rest: &["frozen", "state", "version"],
    order: "project, number",
    past_indexes: false,
    indexed: false,
};

/// Format 4. It is never edited.
const FORMAT_4: Layout = Layout {
    tables: &[
        &BLOB,
        &REVISION,
        &BODY,
        &PAGE,
        &OWN_STATEMENT,
        &PROJECT,
        &ROW,
        &VALUE,
        &CITATION,
        &ATTACHMENT,
        &NUMBER,
        &VERSION,
        &OPERATION,
    ],
    algorithm: Algorithm::Xxh3,
};

/// Format 3. It is never edited.
const FORMAT_3: Layout = Layout {
    tables: &[
        &BLOB,
        &REVISION,
        &BODY,
        &PAGE,
        &OWN_STATEMENT,
        &PROJECT,
        &ROW,
        &VALUE,
        &CITATION,
        &ATTACHMENT,
        &OPERATION,
    ],
    algorithm: Algorithm::Xxh3,
};

/// Format 2. It is never edited.
const FORMAT_2: Layout = Layout {
    tables: &[&BLOB, &PROJECT, &ROW, &VALUE, &CITATION, &ATTACHMENT, &OPERATION],
    algorithm: Algorithm::Xxh3,
};

/// Format 1. It is never edited.
const FORMAT_1: Layout = Layout {
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
        &ROW,
        &VALUE,
        &CITATION,
        &OPERATION,
    ],
    algorithm: Algorithm::Format1,
};
