//! What each fuzz target does with arbitrary bytes. The tests in `tests/mutated.rs` do the same with their own inputs,
//! so that the targets are built and their laws are checked without a fuzzer.

use vurder_import::{About, Dialect, Files, Format, is_archive, read, unpack, write_pack};

/// A provider, as a person names it.
fn about() -> About {
    About {
        provider: "p".into(),
        name: "P".into(),
        country: "Norway".into(),
        website: String::new(),
        address: "https://p.example/".into(),
        revision: None,
        date: chrono::NaiveDate::default(),
    }
}

/// Reads the files. The result must be a valid pack: written and read again it is the same, and its only problems are
/// addresses that occur twice.
fn sound(files: &Files, format: Option<Format>) -> bool {
    let Ok(imported) = read(files, format, &about()) else { return false };
    assert_eq!(imported.sources.len(), imported.pack.pages.len());
    // A site that has only drafts is read, but has no page.
    if imported.pack.pages.is_empty() {
        return true;
    }
    let Ok(unpacked) = unpack(&write_pack(&imported.pack)) else {
        panic!("what was written is an archive")
    };
    match read(&unpacked.files, Some(Format::Pack), &about()) {
        Ok(again) => {
            assert_eq!(again.pack, imported.pack);
            let known = |line: &str| line.contains("SameAddress");
            let told = again.problems.iter().map(|problem| format!("{problem:?}"));
            let told: Vec<String> = told.filter(|line| !known(line)).collect();
            assert!(told.is_empty(), "{told:?}");
        }
        Err(refused) => panic!("{refused:?} of {:?}", imported.pack.pages),
    }
    true
}

fn one(path: &str, bytes: &[u8], format: Format) -> bool {
    sound(&[(path, bytes)].into_iter().collect(), Some(format))
}

/// A page in the dialect that the first byte selects.
pub fn markdown(bytes: &[u8]) -> bool {
    let Some((first, page)) = bytes.split_first() else { return false };
    let dialect = Dialect::ALL[usize::from(*first) % Dialect::ALL.len()];
    one("page.md", page, Format::Markdown(dialect))
}

/// A page of HTML.
pub fn html(bytes: &[u8]) -> bool {
    one("page.html", bytes, Format::Html)
}

/// A file of OSCAL. A file without a version is not OSCAL.
pub fn oscal(bytes: &[u8]) -> bool {
    one("data.json", bytes, Format::Oscal)
}

/// A specification in YAML.
pub fn satre(bytes: &[u8]) -> bool {
    one("data.yaml", bytes, Format::Satre)
}

/// A questionnaire: a workbook if the bytes are an archive, otherwise text.
pub fn caiq(bytes: &[u8]) -> bool {
    one(if is_archive(bytes) { "data.xlsx" } else { "data.csv" }, bytes, Format::Caiq)
}

/// An archive of anything.
pub fn zip(bytes: &[u8]) -> bool {
    unpack(bytes).is_ok_and(|unpacked| sound(&unpacked.files, None))
}

/// The files of a sound pack.
pub const PACK: [(&str, &str); 7] = [
    ("vurder-pack.json", include_str!("pack/vurder-pack.json")),
    ("pages/doors.json", include_str!("pack/pages/doors.json")),
    ("statements.json", include_str!("pack/statements.json")),
    ("actions.json", include_str!("pack/actions.json")),
    ("documents.json", include_str!("pack/documents.json")),
    ("became.json", include_str!("pack/became.json")),
    ("not-stated.json", include_str!("pack/not-stated.json")),
];

/// A pack. The first byte selects a file, and the other bytes replace its content.
pub fn pack(bytes: &[u8]) -> bool {
    let Some((first, file)) = bytes.split_first() else { return false };
    let mut files: Files = PACK.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    files.insert(PACK[usize::from(*first) % PACK.len()].0, file);
    sound(&files, Some(Format::Pack))
}
