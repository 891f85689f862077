//! Identities: short, readable names that stay the same as long as the thing exists.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// The error for a text that is not an identity.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is no identity: 1 to 40 of a-z, 0-9 and \"-\"")]
pub struct IdError(pub String);

fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! identity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema, TS)]
        #[serde(transparent)]
        #[ts(as = "String")]
        pub struct $name(String);

        impl $name {
            /// Makes an identity of a text of 1 to 40 characters of `a-z`, `0-9` and `-`.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                if is_id(&text) { Ok(Self(text)) } else { Err(IdError(text)) }
            }

            /// The identity as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                Self::new(String::deserialize(from)?).map_err(serde::de::Error::custom)
            }
        }
    };
}

identity! {
    /// A project of the workspace.
    ProjectId
}
identity! {
    /// A row of a register. Unique within its project.
    RowId
}
identity! {
    /// A citation. Unique within its project. In rich text it stands as `cite:ID`.
    CitationId
}
identity! {
    /// A file attached to a project. Unique within its project.
    AttachmentId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_what_can_stand_in_a_link_and_a_file_name() {
        assert!(RowId::new("d-genome-1").is_ok());
        for bad in ["", "A", "a b", "é", "a/b", &"a".repeat(41)] {
            assert_eq!(RowId::new(bad), Err(IdError(bad.to_owned())));
        }
    }
}
