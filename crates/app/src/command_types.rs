//! How the types are written that commands take and give: plain structs with a description for each field, which the
//! window, the command line's list and the JSON Schema all read.

/// Types that commands give back.
macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
            pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
        )*
    };
}

/// Types that commands take. A field that they do not know is refused.
macro_rules! arguments {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
        )*
    };
}

pub(crate) use {answers, arguments};
