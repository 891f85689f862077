//! Reads the nodes that have only one kind. Serde does not check the `type` of a struct and takes a missing `content`
//! for an empty one. Without this module, JSON that is not a document would be read, and saved, as an empty document.

use serde::Deserialize;

use super::{Block, TableCell};

macro_rules! nodes {
    ($($(#[$doc:meta])* $name:ident, $variant:ident, $of:ty;)+) => { $(
        $(#[$doc])*
        #[derive(Deserialize)]
        #[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
        pub(super) enum $name {
            $variant {
                #[serde(default)]
                content: Vec<$of>,
            },
        }

        impl From<$name> for super::$name {
            fn from($name::$variant { content }: $name) -> Self {
                Self { content }
            }
        }
    )+ };
}

nodes! {
    /// `{"type": "doc", "content": […]}`.
    RichText, Doc, Block;
    /// `{"type": "list_item", "content": […]}`.
    ListItem, ListItem, Block;
    /// `{"type": "table_row", "content": […]}`.
    TableRow, TableRow, TableCell;
}
