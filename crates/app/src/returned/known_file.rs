//! Tells whether a project has a file already.

use vurder_model::id::RowId;

use crate::facts::Facts;
use crate::library::Library;
use crate::review_rounds::all_returned;

/// The row of the returned file with these bytes, if the project has one.
pub(crate) fn file_with_bytes(library: &Library, facts: &Facts, bytes: &[u8]) -> Option<RowId> {
    let hash = sha256(bytes);
    let files = facts.files.attachments.iter().filter(|file| file.sha256 == hash);
    let rows: Vec<&RowId> = files.filter_map(|file| file.row.as_ref()).collect();
    let returned = all_returned(library, &facts.project);
    returned.iter().map(|file| file.row.id.clone()).find(|id| rows.contains(&id))
}

/// The SHA-256 of a file in lower-case hexadecimal, as attachments have it.
fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
