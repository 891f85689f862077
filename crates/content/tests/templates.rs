//! The templates that come with the program: whole, sound, and described by their schema.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use vurder_content::templates::{TemplateFile, Templates, read_templates, template_schema};
use vurder_model::field::Field;
use vurder_model::template::{Block, Computed, Table, Template};

const FILES: [&str; 3] = ["registers.yaml", "edpb-dpia-1.0.yaml", "rar-1.0.yaml"];

const TOPICS: [&str; 32] = [
    "governance", "certification", "audit-rights", "security-testing", "risk-management", "documentation",
    "dialogue", "subcontractors", "staff", "authentication", "access-control", "encryption-transit",
    "encryption-rest", "pseudonymisation", "perimeter", "physical", "location", "vulnerabilities", "hardening",
    "logging", "incidents", "backup", "continuity", "retention", "instructions", "data-subject-requests",
    "user-data", "change", "improvement", "nonconformities", "secure-development", "tenant-separation",
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content/templates")
}

fn templates() -> Templates {
    let texts = FILES.map(|name| fs::read_to_string(folder().join(name)).unwrap());
    let files: Vec<TemplateFile<'_>> =
        FILES.iter().zip(&texts).map(|(name, text)| TemplateFile { name, text }).collect();
    read_templates(&files, TOPICS).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

#[test]
fn the_files_are_sound() {
    let templates = templates();
    assert_eq!(templates.registers.len(), 17);
    assert!(templates.template("edpb-dpia", "1.0").is_some());
    assert!(templates.template("rar", "1.0").is_some());
}
