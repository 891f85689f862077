//! Real sites. The environment variable `VURDER_CORPORA` names a folder with one folder for each site. Where it is not
//! set, nothing is tested. `VURDER_CORPORA_PRINT` names a folder for the texts that were read.
#![allow(clippy::unwrap_used)]

mod printed;

use std::path::{Path, PathBuf};

use vurder_import::{About, Files, Format, Imported, read, unpack, write_pack};

fn sites() -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("VURDER_CORPORA") else { return Vec::new() };
    let entries = std::fs::read_dir(folder).unwrap();
    let mut sites: Vec<_> = entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    sites.sort();
    sites
}

fn files(site: &Path) -> Files {
    let mut files = Files::new();
    let mut waiting = vec![site.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(site).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn about() -> About {
    About {
        provider: "provider".into(),
        name: "Provider".into(),
        country: "Norway".into(),
        website: "https://docs.example.org/".into(),
        address: "https://docs.example.org/".into(),
        revision: None,
        date: chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
    }
}

#[test]
fn real_sites_are_read_and_no_syntax_is_left_in_words() {
    let mut faults = Vec::new();
    for site in sites() {
        let files = files(&site);
        let Ok(imported) = read(&files, None, &about()) else { continue };
        print(&site, &imported);
        faults.extend(printed::raw_syntax(&imported, &files));
        faults.extend(printed::wrong_lines(&imported, &files));
        let pack = write_pack(&imported.pack);
        let again = read(&unpack(&pack).unwrap().files, Some(Format::Pack), &about()).unwrap();
        assert!(again.pack == imported.pack, "{}: not the same as a pack", site.display());
        println!(
            "{}: {} pages, {} bytes as a pack",
            site.display(),
            again.pack.pages.len(),
            pack.len()
        );
    }
    assert!(faults.is_empty(), "{} faults: {:#?}", faults.len(), &faults[..faults.len().min(60)]);
}

fn print(site: &Path, imported: &Imported) {
    let Some(folder) = std::env::var_os("VURDER_CORPORA_PRINT") else { return };
    let name = format!("{}.txt", site.file_name().unwrap().to_string_lossy());
    std::fs::write(Path::new(&folder).join(name), printed::text(imported)).unwrap();
}
