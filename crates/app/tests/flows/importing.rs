//! The import of a provider's own pages: looked at, imported, refused.

use std::fs;
use std::path::Path;

use serde_json::json;
use vurder_app::ErrorCode;
use vurder_content::Content;
use vurder_model::provider::{Became, Change, PageBlock};

use crate::desk::{Desk, text};
use crate::provider_pages::{BACKUP, folder, pages, path};

fn refused(desk: &mut Desk, from: &Path, code: ErrorCode) -> String {
    let arguments = json!({"path": path(from), "name": "Nordlys", "date": "2026-03-01"});
    let refused = desk.refused("import", arguments, code);
    let looked = desk.refused("look_at_import", json!({"path": path(from)}), code);
    assert_eq!(looked.message, refused.message, "looking says the same");
    let left = desk.ok("revisions", json!({}));
    assert!(left.as_array().unwrap().iter().all(|one| one["origin"] == "bundled"), "nothing stays");
    refused.message
}

#[test]
fn what_an_import_would_bring_is_shown_and_nothing_is_kept() {
    let mut desk = Desk::new();
    let pages = pages();
    fs::write(pages.path().join("docs/broken.md"), "---\ntitle: [\n---\n\nWords.\n").unwrap();
    fs::write(pages.path().join("docs/picture.md"), b"\x89PNG\x00\x00\x01").unwrap();
    let look = desk.ok("look_at_import", json!({"path": path(pages.path())}));
    assert_eq!(look["format"]["id"], "mkdocs");
    assert_eq!(look["recognised"], "Recognised by the file mkdocs.yml.");
    let boxes = folder(&[("page.md", "# Page\n\n::: warning\nCareful.\n:::\n")]);
    let other = desk.ok("look_at_import", json!({"path": path(boxes.path())}));
    assert_eq!(other["recognised"], "Recognised by \"::: warning\" in page.md, line 3.");
    assert_eq!(look["address"], "https://nordlys.example/docs/");
    let titles: Vec<&str> = look["pages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|page| page["title"].as_str().unwrap())
        .collect();
    assert!(titles.contains(&"Backup") && titles.contains(&"Access"), "{titles:?}");
    assert_eq!(look["counts"]["pages"], titles.len());
    let dead = &look["dead_links"][0];
    assert_eq!((&dead["file"], &dead["line"]), (&json!("docs/backup.md"), &json!(7)));
    let problems: Vec<String> = look["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            format!(
                "{}:{} {}",
                p["file"].as_str().unwrap(),
                p["line"],
                p["words"].as_str().unwrap()
            )
        })
        .collect();
    assert!(
        problems
            .iter()
            .any(|p| p.starts_with("docs/broken.md:") && p.contains("The head of the page")),
        "{problems:?}"
    );
    assert!(
        problems.iter().any(|p| p.starts_with("docs/picture.md:0 Left out: the file is no text")),
        "{problems:?}"
    );
    assert_eq!(desk.ok("revisions", json!({})).as_array().unwrap().len(), 4);
}

#[test]
fn pages_that_are_left_out_are_not_kept() {
    let pages = pages();
    let mut desk = Desk::new();
    let with = |left_out: &[&str]| json!({"path": path(pages.path()), "name": "Nordlys", "date": "2026-03-01", "left_out": left_out});
    let mistyped = desk.refused("import", with(&["acess"]), ErrorCode::NotFound);
    assert!(mistyped.message.contains("acess"), "{}", mistyped.message);
    let done = desk.ok("import", with(&["backup"]));
    assert_eq!((&done["counts"]["links"], &done["dead_links"]), (&json!(0), &json!([])));
    let done = desk.ok("import", with(&["access"]));
    assert_eq!((&done["counts"]["links"], &done["counts"]["dead_links"]), (&json!(1), &json!(1)));
    assert_eq!((&done["counts"]["pages"], &done["counts"]["passages"]), (&json!(1), &json!(3)));
    let nothing = desk.refused("import", with(&["access", "backup"]), ErrorCode::WrongValue);
    assert_eq!(
        (nothing.code, nothing.message.as_str()),
        (ErrorCode::WrongValue, "No page is chosen.")
    );
}

#[test]
fn bad_input_is_refused_by_name_and_nothing_stays() {
    let mut desk = Desk::new();
    let nothing = tempfile::tempdir().unwrap();
    let at = |name: &str| nothing.path().join(name);
    let missing = refused(&mut desk, &at("none"), ErrorCode::Missing);
    assert!(missing.starts_with("There is no file or folder"), "{missing}");

    fs::create_dir(at("empty")).unwrap();
    let message = refused(&mut desk, &at("empty"), ErrorCode::WrongValue);
    assert_eq!(message, "Among the 0 files is none that can be read as a page.");

    let large = fs::File::create(at("large.md")).unwrap();
    large.set_len(100 << 20).unwrap();
    let message = refused(&mut desk, &at("large.md"), ErrorCode::TooLarge);
    assert_eq!(message, "There are 100 MB, and at most 8 MB are read.");

    fs::write(at("torn.zip"), b"PK\x03\x04 and then nothing").unwrap();
    let message = refused(&mut desk, &at("torn.zip"), ErrorCode::File);
    assert_eq!(message, "The archive is damaged, or no zip archive.");

    let format = desk.refused(
        "look_at_import",
        json!({"path": path(nothing.path()), "format": "docbook"}),
        ErrorCode::NotFound,
    );
    assert!(format.message.contains("\"mkdocs\""), "{}", format.message);
    let pages = pages();
    let nobody = desk.refused(
        "import",
        json!({"path": path(pages.path()), "date": "2026-03-01"}),
        ErrorCode::WrongValue,
    );
    assert_eq!(
        nobody.message,
        "Whose pages are these? Name the provider, or choose one that is known."
    );
}

#[test]
fn of_a_folder_the_rest_is_read_where_a_file_is_too_large() {
    let pages = pages();
    fs::File::create(pages.path().join("docs/large.md")).unwrap().set_len(100 << 20).unwrap();
    let look = Desk::new().ok("look_at_import", json!({"path": path(pages.path())}));
    assert_eq!(look["counts"]["pages"], 2);
    let problem = &look["problems"][0];
    assert_eq!(problem["file"], "docs/large.md");
    assert_eq!(problem["words"], "Left out: the file has 100 MB, and at most 8 MB are read.");
}

#[test]
fn hidden_folders_and_installed_packages_are_not_read() {
    let pages = folder(&[
        ("docs/.vitepress/config.ts", "export default { title: 'Nordlys' }"),
        ("docs/.vitepress/dist/backup.html", "<html><body><p>Built.</p></body></html>"),
        ("docs/backup.md", BACKUP),
        ("docs/node_modules/lib/README.md", "# Library"),
        (".git/description.md", "# Git"),
    ]);
    let look = Desk::new().ok("look_at_import", json!({"path": path(pages.path())}));
    assert_eq!(look["format"]["id"], "vitepress");
    let files: Vec<&str> = look["pages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|page| page["file"].as_str().unwrap())
        .collect();
    assert_eq!(files, ["docs/backup.md"]);
}

#[test]
#[cfg(unix)]
fn a_link_is_not_followed_so_a_circle_of_links_ends() {
    let pages = pages();
    std::os::unix::fs::symlink(pages.path(), pages.path().join("docs/round")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", pages.path().join("docs/host.md")).unwrap();
    let look = Desk::new().ok("look_at_import", json!({"path": path(pages.path())}));
    assert_eq!(look["counts"]["pages"], 2);
    let problems = look["problems"].as_array().unwrap();
    let linked: Vec<&str> =
        problems.iter().map(|problem| problem["file"].as_str().unwrap()).collect();
    assert_eq!(linked, ["docs/host.md", "docs/round"]);
    assert_eq!(problems[0]["words"], "Left out: this is only a link to another file.");
}

#[test]
fn a_pack_goes_out_and_comes_into_another_workspace_with_all_that_it_states() {
    let mut desk = Desk::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("genomedk.zip");
    desk.ok("export_pack", json!({"provider": "genomedk", "format": "pack", "out": path(&file)}));
    let there = json!({"path": path(&file), "date": "2026-03-01"});
    let look = desk.ok("look_at_import", json!({"path": path(&file)}));
    assert_eq!((&look["format"]["id"], &look["name"]), (&json!("pack"), &json!("GenomeDK")));
    // The newest revision of GenomeDK, which the program already has under another name.
    let done = desk.ok("import", there);
    assert_eq!((&done["provider"], &done["revision"]), (&json!("genomedk"), &json!("2-2")));
    assert_eq!(done["counts"]["statements"], 190);
    assert_eq!(done["follows"], "2");
    let drift = desk.ok("drift", json!({"provider": "genomedk", "from": "2", "to": "2-2"}));
    assert_eq!(drift["drift"]["statements"], json!([]), "it states the same");
    let mut desk = desk.reopened();
    let statements = desk.ok("statements", json!({"provider": "genomedk"}));
    assert_eq!(statements.as_array().unwrap().len(), 190);
}

#[test]
fn more_files_than_a_site_has_are_refused_with_the_folder() {
    let pages = folder(&[("docs/backup.md", BACKUP)]);
    for number in 0..20_001 {
        fs::File::create(pages.path().join(format!("docs/{number}.txt"))).unwrap();
    }
    let message = refused(&mut Desk::new(), pages.path(), ErrorCode::TooLarge);
    assert!(message.starts_with("There are more than 20000 files in "), "{message}");
    assert!(message.contains(path(pages.path())), "{message}");
}

#[test]
fn a_pack_that_a_provider_publishes_goes_on_from_the_revision_of_the_program() {
    let mut desk = Desk::new();
    desk.ok(
        "create_project",
        json!({"id": "p", "title": "Kidneys", "providers": ["genomedk"], "forms": ["dpia"]}),
    );
    let mut pack = Content::embedded().pack("genomedk").unwrap().clone();
    let gone = pack.statements.remove(0);
    let on_page = |block: &PageBlock| *block != PageBlock::Statement { id: gone.id.clone() };
    pack.pages.iter_mut().for_each(|page| page.body.retain(on_page));
    pack.actions.iter_mut().for_each(|action| action.statements.retain(|id| *id != gone.id));
    pack.follows = Some(std::mem::replace(&mut pack.revision, "3".to_owned()));
    pack.captured = "2026-11-01".parse().ok();
    pack.became = vec![Became {
        statement: gone.id.clone(),
        change: Change::Removed,
        now: Vec::new(),
        note: "The page was taken down.".to_owned(),
        since: None,
    }];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("genomedk-3.zip");
    fs::write(&file, vurder_import::write_pack(&pack)).unwrap();
    let cited = desk.ok("cite", json!({"project": "p", "statement": gone.id}));
    let id = cited["citation"].as_str().unwrap();
    desk.add("risk", "r", json!({"how": text(&format!("It helps [1](cite:{id})."))}));
    let done = desk.ok("import", json!({"path": path(&file), "date": "2026-11-02"}));
    assert_eq!((&done["revision"], &done["follows"]), (&json!("3"), &json!("2")));
    let drift = desk.ok("project_drift", json!({"project": "p"}));
    let item = &drift["items"][0];
    assert_eq!(
        (&item["change"], &item["note"]),
        (&json!("removed"), &json!("The page was taken down."))
    );
    // Where nothing else is asked, the newest revision is compared with the one before, wherever they come from.
    let newest = desk.ok("drift", json!({"provider": "genomedk"}));
    assert_eq!(
        (&newest["from"]["revision"], &newest["to"]["revision"]),
        (&json!("2"), &json!("3"))
    );
    assert_eq!(newest["drift"]["statements"][0]["statement"], json!(gone.id));
}
