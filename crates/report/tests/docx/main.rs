//! Every report is a Word file that a word processor opens as it was meant: read with the project's own checker.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]
#![allow(dead_code, unreachable_pub, reason = "a checker, of which each test program uses a part")]

mod check;
#[path = "../sample/mod.rs"]
mod sample;
#[path = "../specimen/mod.rs"]
mod specimen;

use check::sound;
use vurder_report::{Document, Empty, Origin, to_docx};

fn origin() -> Origin {
    Origin {
        project: "sample".into(),
        form: "edpb-dpia".into(),
        form_version: "1.0.1".into(),
        report_version: "0.3".into(),
    }
}

fn reports() -> Vec<(&'static str, Document)> {
    let content = sample::content();
    let project = sample::project(&content);
    let report = |form| sample::report(&content, &project, form, Empty::Say);
    vec![
        ("DPIA", report("edpb-dpia")),
        ("RAR", report("rar")),
        ("screening", sample::screening(&content, &project)),
        ("consultation", sample::consultation(&content, &project)),
    ]
}

#[test]
fn each_report_of_the_sample_is_sound() {
    for (name, document) in reports() {
        let bytes = to_docx(&document, Some(&origin())).unwrap();
        if let Ok(folder) = std::env::var("KEEP_DOCX") {
            std::fs::write(format!("{folder}/{name}.docx"), &bytes).unwrap();
        }
        sound(name, &bytes);
    }
}

#[test]
fn a_report_with_everything_in_it_is_sound() {
    sound("everything", &to_docx(&specimen::everything(), None).unwrap());
}
