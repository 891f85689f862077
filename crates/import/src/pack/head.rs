//! Reads the head file of a pack.

use serde::Deserialize;

use super::document::Head;
use super::{SCHEMA, entries, ids};
use crate::refused::Refused;

/// The field that every version of the format has.
#[derive(Deserialize)]
struct Version {
    #[serde(default)]
    schema: u64,
}

/// Reads the head file at `path`.
///
/// # Errors
/// When it has a newer version, cannot be read, or when the name of the provider or of a revision is not a valid id.
pub(super) fn read(path: &str, bytes: &[u8]) -> Result<Head, Refused> {
    let refused = |line: usize, detail: String| Refused::PackHead {
        path: path.to_owned(),
        line: u32::try_from(line).unwrap_or(0),
        detail,
    };
    let mut problems = Vec::new();
    let text = entries::text(path, bytes, &mut problems);
    let Some(text) = text.filter(|_| problems.is_empty()) else {
        return Err(refused(0, "it is no text in UTF-8".to_owned()));
    };
    let json = |error: serde_json::Error| refused(error.line(), entries::detail(&error));
    // A newer version may have fields that this program does not know. Therefore its number is read separately.
    let version: Version = entries::object(&text).map_err(json)?;
    if version.schema > u64::from(SCHEMA) {
        return Err(Refused::NewerPack { stated: version.schema, known: SCHEMA });
    }
    let head: Head = entries::object(&text).map_err(json)?;
    if head.schema != SCHEMA {
        return Err(refused(0, format!("there is no version {} of this format", head.schema)));
    }
    let names = [Some(&head.provider), head.revision.as_ref(), head.follows.as_ref()];
    if let Some(id) = names.into_iter().flatten().find(|id| !ids::is_name(id)) {
        return Err(Refused::PackName { path: path.to_owned(), name: id.clone() });
    }
    Ok(head)
}
