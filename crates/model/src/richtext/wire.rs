//! How the nodes of one kind are read. Serde takes a struct's `type` on trust and an absent `content` for an empty one,
//! so what is no document at all would read as an empty document, and be saved as one.

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
