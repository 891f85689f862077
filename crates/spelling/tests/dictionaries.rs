//! Dictionaries are found and read. A file that is not a dictionary is refused by name.

#![allow(clippy::unwrap_used)]

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use vurder_spelling::{Dictionary, Misspelt, Speller, Unusable, find};

const AFF: &str = "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n";
const DIC: &str = "4\ncontroller/S\nprocessor/S\nblåbær\nthe\n";

fn put(folder: &Path, name: &str, aff: &[u8], dic: &[u8]) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(format!("{name}.aff")), aff).unwrap();
    let path = folder.join(format!("{name}.dic"));
    fs::write(&path, dic).unwrap();
    path
}

fn unknown(speller: &mut Speller, text: &str, allowed: &[&str]) -> Vec<String> {
    let allowed: HashSet<String> = allowed.iter().map(|word| (*word).to_owned()).collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    let found = speller.check(text, &allowed).into_iter();
    found.map(|Misspelt { from, to }| String::from_utf16_lossy(&units[from..to])).collect()
}

#[test]
fn words_that_the_dictionary_does_not_have_are_told_with_their_places() {
    let folder = tempfile::tempdir().unwrap();
    let dictionary = Dictionary::read(&put(folder.path(), "en_GB", AFF.as_bytes(), DIC.as_bytes()));
    let mut speller = Speller::new(dictionary.unwrap());
    let text = "The controllers 😀 and the procesor, The Controller.";
    assert_eq!(unknown(&mut speller, text, &[]), ["and", "procesor"]);
    assert_eq!(unknown(&mut speller, text, &["and"]), ["procesor"], "a word that is allowed");
    assert_eq!(unknown(&mut speller, "And AND", &["and"]), [""; 0], "in any case of letters");
    assert!(speller.near("procesor").contains(&"processor".to_owned()));
}

#[test]
fn a_dictionary_in_an_older_encoding_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let latin = |text: &str| text.chars().map(|c| c as u8).collect::<Vec<u8>>();
    let path = put(folder.path(), "nb_NO", b"SET ISO8859-1\n", &latin("1\nblåbær\n"));
    let mut speller = Speller::new(Dictionary::read(&path).unwrap());
    assert_eq!(unknown(&mut speller, "blåbær blabær", &[]), ["blabær"]);
}

#[test]
fn the_best_dictionary_of_the_first_folder_that_has_one_is_taken() {
    let root = tempfile::tempdir().unwrap();
    let (own, shared) = (root.path().join("own"), root.path().join("shared"));
    for name in ["en_US", "en-GB", "en_ZA", "nn_NO"] {
        put(&shared.join(format!("dict-{name}")), name, AFF.as_bytes(), DIC.as_bytes());
    }
    fs::write(shared.join("hyph_da_DK.dic"), "UTF-8\n").unwrap();
    let named = |language: &str, folders: &[PathBuf]| find(language, folders).map(|one| one.name);
    let folders = [own.clone(), shared.clone(), root.path().join("gone")];
    assert_eq!(named("en", &folders), Some("en_GB".to_owned()));
    assert_eq!(named("nn", &folders), Some("nn_NO".to_owned()));
    assert_eq!(named("da", &folders), None, "a list of hyphens is no dictionary");
    put(&own, "en_ZA", AFF.as_bytes(), DIC.as_bytes());
    assert_eq!(named("en", &folders), Some("en_ZA".to_owned()), "the person's own folder");
}

#[test]
fn what_is_no_dictionary_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let broken = put(folder.path(), "da_DK", b"SFX S Y notanumber\n\xff\xfe", b"\xff\xfe\x00\x01");
    let error = Dictionary::read(&broken).unwrap_err();
    assert!(matches!(&error, Unusable::Broken { path, .. } if *path == broken), "{error}");

    let large = put(folder.path(), "en_GB", AFF.as_bytes(), b"");
    File::options().write(true).open(&large).unwrap().set_len(100 << 20).unwrap();
    let error = Dictionary::read(&large).unwrap_err();
    assert!(matches!(&error, Unusable::TooLarge { path, .. } if *path == large), "{error}");

    let alone = folder.path().join("nn_NO.dic");
    fs::write(&alone, DIC).unwrap();
    let error = Dictionary::read(&alone).unwrap_err();
    assert!(
        matches!(&error, Unusable::Unreadable { path, .. } if path.ends_with("nn_NO.aff")),
        "{error}"
    );
}
