//! Spelling: which words of a text a dictionary does not know, and what stands near them.
//!
//! The dictionaries are those of the computer, in the format of Hunspell: a file of words (`.dic`) and one of endings
//! (`.aff`). None comes with the program, since most are under licences of their own and would be out of date soon.

mod dictionary;
mod places;
mod speller;
mod words;

pub use dictionary::{Dictionary, Unusable};
pub use places::{Found, find, system_folders};
pub use speller::{Misspelt, Speller};
