//! Packs of a few lines.
#![allow(unreachable_pub, clippy::unwrap_used)]

use serde_json::json;
use vurder_model::provider::Pack;

/// A pack of pages, each with an id and lines. A line with `# ` is a heading, every other a passage; `words -> address`
/// is a link.
pub fn pack(pages: &[(&str, &[&str])]) -> Pack {
    let pages: Vec<_> = pages.iter().map(|(id, lines)| page(id, lines)).collect();
    serde_json::from_value(json!({
        "provider": "p", "name": "P", "country": "Norway", "website": "https://p.example/",
        "revision": "1", "captured": "2026-01-01", "licence": "none", "about": "A provider.",
        "pages": pages, "statements": [], "actions": [], "documents": []
    }))
    .unwrap()
}

fn page(id: &str, lines: &[&str]) -> serde_json::Value {
    let mut number = 0;
    let body: Vec<_> = lines
        .iter()
        .map(|line| match line.strip_prefix("# ") {
            Some(heading) => json!({"kind": "heading", "level": 2, "text": heading}),
            None => {
                number += 1;
                let (words, link) = line.split_once(" -> ").unwrap_or((line, ""));
                let marks = if link.is_empty() {
                    json!([])
                } else {
                    json!([{"type": "link", "attrs": {"href": link}}])
                };
                json!({"kind": "passage", "passage": {
                    "number": number, "shape": {"shape": "paragraph"},
                    "cells": [[{"type": "text", "text": words, "marks": marks}]]
                }})
            }
        })
        .collect();
    json!({
        "id": format!("p/{id}"), "title": id, "address": format!("https://p.example/{id}"),
        "revision": "none", "captured": "2026-01-01", "order": 1, "body": body
    })
}

/// A pack with statements, each with its words. `became` is JSON.
pub fn stating(revision: &str, statements: &[(&str, &str)], became: serde_json::Value) -> Pack {
    let before: u32 = revision.parse().unwrap();
    let statements: Vec<_> = statements
        .iter()
        .map(|(id, words)| {
            json!({
                "id": format!("p/{id}"), "provider": "p", "words": words, "kind": "measure",
                "side": "provided", "theme": "technological", "topics": ["backup"], "iso": [],
                "hash": vurder_content::words_hash(words), "sources": []
            })
        })
        .collect();
    let mut pack = serde_json::to_value(pack(&[])).unwrap();
    pack["revision"] = json!(revision);
    if before > 1 {
        pack["follows"] = json!((before - 1).to_string());
    }
    pack["statements"] = json!(statements);
    pack["became"] = became;
    serde_json::from_value(pack).unwrap()
}
