//! A small pack in the form in which a provider writes it by hand, and the problems in it.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use chrono::NaiveDate;
use vurder_import::{About, Files, Format, Imported, Refused, Trouble, read};

pub const HEAD: &str = r#"{"schema": 1, "provider": "lab", "name": "Lab", "country": "Norway", "website": "https://lab.example/",
  "revision": "2026-03", "captured": "2026-03-01"}"#;

pub const DOORS: &str = r##"{"id": "lab/doors", "title": "Doors", "address": "https://lab.example/doors", "revision": "7",
  "captured": "2026-02-03", "order": 2, "body": [
    {"kind": "heading", "level": 1, "text": "Locks"},
    {"kind": "statement", "id": "lab/locked"},
    {"kind": "passage", "passage": {"number": 1, "shape": {"shape": "paragraph"}, "cells": [[
      {"type": "text", "text": "See "}, {"type": "text", "text": "staff", "marks": [{"type": "link", "attrs": {"href": "#lab/staff"}}]}]]}}]}"##;

pub const STAFF: &str = r#"{"id": "lab/staff", "title": "Staff", "address": "https://lab.example/staff", "revision": "",
  "captured": null, "order": 1, "body": [{"kind": "heading", "level": 1, "text": "Who"}]}"#;

pub const STATEMENTS: &str = r#"[
  {"id": "lab/locked", "words": "Doors are locked.", "kind": "measure", "side": "provided", "theme": "physical",
   "topics": ["physical"], "iso": ["A.7.2"], "places": [{"page": "lab/doors", "heading": "Locks"}]}
]"#;

pub fn about() -> About {
    About {
        provider: "mine".into(),
        name: "What I call it".into(),
        country: "Denmark".into(),
        website: "https://mine.example/".into(),
        address: String::new(),
        revision: None,
        date: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
    }
}

/// The valid pack, with some of its files replaced or added.
pub fn with(files: &[(&str, &str)]) -> Files {
    let sound = [
        ("vurder-pack.json", HEAD),
        ("pages/doors.json", DOORS),
        ("pages/staff.json", STAFF),
        ("statements.json", STATEMENTS),
    ];
    let all = sound.iter().chain(files);
    all.map(|(path, text)| (*path, text.as_bytes())).collect()
}

pub fn import(files: &[(&str, &str)]) -> Imported {
    read(&with(files), None, &about()).unwrap()
}

pub fn refused(files: &[(&str, &str)]) -> Refused {
    read(&with(files), None, &about()).unwrap_err()
}

pub fn problems(imported: &Imported) -> Vec<(&str, u32, &Trouble)> {
    imported.problems.iter().map(|p| (p.file.as_str(), p.line, &p.trouble)).collect()
}

pub fn statement(id: &str, page: &str) -> String {
    STATEMENTS.replace("lab/locked", id).replace("lab/doors", page)
}

pub fn bad_id(id: &str) -> Trouble {
    Trouble::BadId { id: id.into() }
}

pub fn dangling(what: &str) -> Trouble {
    Trouble::DanglingReference { what: what.into() }
}

pub fn read_all(files: &Files) -> Imported {
    read(files, Some(Format::Pack), &about()).unwrap()
}
