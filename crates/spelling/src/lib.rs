//! Checks spelling: finds the words of a text that a dictionary does not know, and suggests similar words.
//!
//! The dictionaries are those of the computer, in the format of Hunspell: a file of words (`.dic`) and a file of
//! endings (`.aff`). The program contains no dictionary, since most have licences of their own and would soon be out of
//! date.

mod dictionary;
mod places;
mod speller;
mod words;

pub use dictionary::{Dictionary, Unusable};
pub use places::{Found, find, system_folders};
pub use speller::{Misspelt, Speller};
