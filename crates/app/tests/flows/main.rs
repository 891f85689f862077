//! What a person does, as calls of `App::call`, on a real workspace file, with a clock and identities that stand still.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod answers;
mod beginnings;
mod comparing;
mod controls;
mod desk;
mod drift;
mod duties;
mod earlier;
mod files;
mod finding;
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
mod screening;
mod window;
mod words;
