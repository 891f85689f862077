//! What a person does, as calls of `App::call`, on a real workspace file, with a clock and identities that stand still.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod answers;
mod comparing;
mod controls;
mod desk;
mod drift;
mod earlier;
mod files;
mod finding;
mod findings;
mod following;
mod imported;
mod importing;
mod keeping;
mod loading;
mod method;
mod projects;
mod provider_pages;
mod random;
mod registers;
mod reports;
mod window;
mod words;
