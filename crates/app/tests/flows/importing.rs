//! A provider's own pages: looked at, imported, cited, followed from state to state, taken away.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use tempfile::TempDir;
use vurder_app::ErrorCode;

use crate::desk::{Desk, line, text};

const BACKUP: &str = "# Backup\n\nHome folders are copied every night.\n\nCopies are kept for 30 days.\n\n\
    See [the price list](prices.md).\n";
const ACCESS: &str =
    "# Access\n\n- Everybody signs in with two factors.\n- Accounts end with the contract.\n";

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn pages() -> TempDir {
    folder(&[
        ("mkdocs.yml", "site_name: Nordlys\nsite_url: https://nordlys.example/docs/\n"),
        ("docs/backup.md", BACKUP),
        ("docs/access.md", ACCESS),
    ])
}

fn path(of: &Path) -> &str {
    of.to_str().unwrap()
}

fn import(desk: &mut Desk, from: &Path, date: &str) -> Json {
    desk.ok(
        "import",
        json!({"path": path(from), "name": "Nordlys", "address": "https://nordlys.example/docs/", "date": date}),
    )
}

fn refused(desk: &mut Desk, from: &Path, code: ErrorCode) -> String {
    let arguments = json!({"path": path(from), "name": "Nordlys", "date": "2026-03-01"});
    let refused = desk.refused("import", arguments, code);
    let looked = desk.refused("look_at_import", json!({"path": path(from)}), code);
    assert_eq!(looked.message, refused.message, "looking says the same");
    let left = desk.ok("revisions", json!({}));
    assert!(left.as_array().unwrap().iter().all(|one| one["origin"] == "bundled"), "nothing stays");
    refused.message
}

/// A project that has the pages of Nordlys, and a risk `r`.
fn drafted(from: &Path) -> Desk {
    let mut desk = Desk::new();
    import(&mut desk, from, "2026-03-01");
    desk.ok(
        "create_project",
        json!({"id": "p", "title": "Kidneys", "providers": ["nordlys"], "forms": ["dpia", "rar"]}),
    );
    desk.add("risk", "r", json!({"title": line("Copies are lost")}));
    desk
}

/// The name of the passage with these words, by the search for passages.
fn passage(desk: &mut Desk, words: &str) -> String {
    let found = desk.ok("passages", json!({"query": words, "project": "p"}));
    let names: Vec<&str> =
        found.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 1, "{words}: {found}");
    names[0].to_owned()
}

/// Cites the passage in the text of the risk.
fn cite(desk: &mut Desk, name: &str) -> String {
    let made = desk.ok("cite", json!({"project": "p", "statement": name}));
    let citation = made["citation"].as_str().unwrap().to_owned();
    let words = format!("A copy is at hand [source](cite:{citation}). It helps.");
    desk.ok(
        "set_value",
        json!({"project": "p", "row": "r", "field": "how", "value": text(&words)}),
    );
    citation
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
    assert_eq!(other["recognised"], "Recognised by \":::\" in page.md, line 3.");
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
fn a_passage_is_cited_and_the_next_state_tells_that_it_reads_otherwise() {
    let first = pages();
    let mut desk = drafted(first.path());
    let name = passage(&mut desk, "copies kept 30 days");
    let citation = cite(&mut desk, &name);
    let cited = &desk.ok("citations", json!({"project": "p"}))["citations"][&citation];
    assert_eq!(cited["citation"]["words"], "Copies are kept for 30 days.");
    let source = &cited["citation"]["sources"][0];
    assert_eq!(source["page"], "Backup");
    assert_eq!(source["address"], "https://nordlys.example/docs/backup/");
    assert_eq!(source["captured"], "2026-03-01");

    fs::write(
        first.path().join("docs/backup.md"),
        BACKUP.replace(
            "Copies are kept for 30 days",
            "Copies are kept for 14 days, unless agreed otherwise",
        ),
    )
    .unwrap();
    let second = import(&mut desk, first.path(), "2026-06-01");
    assert_eq!(
        (&second["revision"], &second["follows"]),
        (&json!("2026-06-01"), &json!("2026-03-01"))
    );

    let drift = desk.ok("project_drift", json!({"project": "p"}));
    assert_eq!(drift["open"], 1, "{drift}");
    let item = &drift["items"][0];
    assert_eq!((&item["change"], &item["kind"]), (&json!("reworded"), &json!("citation")));
    assert_eq!(item["before"], "Copies are kept for 30 days.");
    assert_eq!(item["now"][0]["words"], "Copies are kept for 14 days, unless agreed otherwise.");
    assert_eq!(item["places"][0]["sentences"], json!(["A copy is at hand."]));

    // The project still reads the pages as it was drafted against them.
    let page =
        desk.ok("page", json!({"project": "p", "provider": "nordlys", "page": "nordlys/backup"}));
    assert_eq!(
        (&page["revision"], &page["passages"]["2"]["cited"]),
        (&json!("2026-03-01"), &json!(1))
    );
    let newest = desk.ok("page", json!({"provider": "nordlys", "page": "nordlys/backup"}));
    let facts = &newest["passages"]["2"];
    assert_eq!(
        (&facts["change"], &facts["before"]),
        (&json!("reworded"), &json!("Copies are kept for 30 days."))
    );

    desk.ok(
        "settle",
        json!({"project": "p", "citations": [citation], "how": "still_true", "reason": "Agreed with us: 30 days."}),
    );
    assert_eq!(desk.ok("project_drift", json!({"project": "p"}))["open"], 0);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.ok("project_drift", json!({"project": "p"}))["open"], 1);
    let mut desk = desk.reopened();
    assert_eq!(
        desk.ok("project_drift", json!({"project": "p"}))["open"],
        1,
        "after the next start, too"
    );
}

#[test]
fn what_is_new_and_what_is_gone_is_told_on_the_page() {
    let pages = pages();
    let mut desk = drafted(pages.path());
    fs::write(
        pages.path().join("docs/access.md"),
        "# Access\n\n- Accounts end with the contract.\n- Keys of programs are renewed every year.\n",
    )
    .unwrap();
    import(&mut desk, pages.path(), "2026-06-01");
    let page = desk.ok("page", json!({"provider": "nordlys", "page": "nordlys/access"}));
    assert_eq!(
        page["passages"],
        json!({"2": {"cited": 0, "statements": [], "change": "new", "before": null}})
    );
    assert_eq!(
        page["gone"],
        json!([{"heading": "Access", "words": "Everybody signs in with two factors."}])
    );
}

#[test]
fn a_statement_made_from_a_passage_counts_for_its_topic_and_is_followed() {
    let pages = pages();
    let mut desk = drafted(pages.path());
    let unread = desk.ok("topics", json!({"project": "p"}));
    let name = passage(&mut desk, "copied every night");
    let make = json!({"project": "p", "passage": name, "words": "Home folders are backed up nightly.",
        "kind": "measure", "side": "provided", "theme": "technological", "topics": ["backup"]});
    let made = desk.ok("make_statement", make.clone());
    let id = made["statement"]["id"].as_str().unwrap().to_owned();
    assert_eq!(id, "nordlys/home-folders-are-backed-up-nightly");
    let backup_of = |topics: &Json| {
        let of =
            topics["coverage"].as_array().unwrap().iter().find(|of| of["topic"]["id"] == "backup");
        of.unwrap()["providers"][0]["status"].clone()
    };
    assert_eq!(backup_of(&unread), "not_looked_at", "nobody can say that it is not stated");
    let topics = desk.ok("topics", json!({"project": "p"}));
    assert_eq!(backup_of(&topics), "stated");
    let page =
        desk.ok("page", json!({"project": "p", "provider": "nordlys", "page": "nordlys/backup"}));
    assert_eq!(page["passages"]["1"]["statements"], json!([id]));
    assert_eq!(
        page["statements"][&id]["statement"]["words"],
        "Home folders are backed up nightly."
    );

    let citation = cite(&mut desk, &id);
    desk.ok("judge", json!({"project": "p", "statement": id, "judgement": "sufficient"}));
    let again = desk.ok("make_statement", make);
    assert_eq!(
        again["statement"]["id"], "nordlys/home-folders-are-backed-up-nightly-2",
        "no id is taken twice"
    );

    let used = desk.refused("remove_statement", json!({"statement": id}), ErrorCode::Taken);
    assert!(used.message.contains("1 citation in the project"), "{}", used.message);
    let second = again["statement"]["id"].clone();
    desk.ok("remove_statement", json!({"statement": second}));
    let gone = desk.refused("remove_statement", json!({"statement": second}), ErrorCode::NotFound);
    assert!(gone.message.contains(second.as_str().unwrap()), "{}", gone.message);

    // The passage moves to another page: the statement goes with it, and a citation says so.
    fs::write(pages.path().join("docs/backup.md"), "# Backup\n\nCopies are kept for 30 days.\n")
        .unwrap();
    fs::write(
        pages.path().join("docs/storage.md"),
        "# Storage\n\nHome folders are copied every night.\n",
    )
    .unwrap();
    import(&mut desk, pages.path(), "2026-05-01");
    let change = |desk: &mut Desk| {
        let drift = desk.ok("project_drift", json!({"project": "p"}));
        let items = drift["items"].as_array().unwrap().clone();
        let of = items.into_iter().find(|item| item["citation"] == citation).unwrap();
        of["change"].as_str().unwrap().to_owned()
    };
    assert_eq!(change(&mut desk), "moved");
    let storage = desk.ok("page", json!({"provider": "nordlys", "page": "nordlys/storage"}));
    assert_eq!(storage["passages"]["1"]["statements"], json!([id]));
    // It reads otherwise: the person's own words are as they were, and have to be looked at.
    fs::write(
        pages.path().join("docs/storage.md"),
        "# Storage\n\nHome folders are copied every week.\n",
    )
    .unwrap();
    import(&mut desk, pages.path(), "2026-06-01");
    assert_eq!(change(&mut desk), "reworded");
    // It is gone.
    fs::remove_file(pages.path().join("docs/storage.md")).unwrap();
    import(&mut desk, pages.path(), "2026-07-01");
    assert_eq!(change(&mut desk), "removed");
    let mut desk = desk.reopened();
    assert_eq!(change(&mut desk), "removed");
}

#[test]
fn passages_are_found_by_their_words_and_among_all_else() {
    let pages = pages();
    let mut desk = drafted(pages.path());
    let name = passage(&mut desk, "two factors");
    assert_eq!(name, "nordlys/access#1");
    let hits = desk.ok("search", json!({"query": "contract", "project": "p"}));
    let hit = hits["hits"]
        .as_array()
        .unwrap()
        .iter()
        .find(|hit| hit["kind"] == "passage")
        .unwrap()
        .clone();
    assert_eq!(
        (&hit["page"], &hit["statement"]),
        (&json!("nordlys/access"), &json!("nordlys/access#2"))
    );
    assert_eq!(hit["title"], "Access");
    // A project reads the providers at its own revisions; without one, the newest state is looked through.
    fs::write(pages.path().join("docs/access.md"), "# Access\n\nPasswords only.\n").unwrap();
    import(&mut desk, pages.path(), "2026-06-01");
    assert_eq!(passage(&mut desk, "two factors"), name);
    assert_eq!(desk.ok("passages", json!({"query": "two factors"})), json!([]));
}

#[test]
fn pages_that_are_left_out_are_not_kept() {
    let pages = pages();
    let mut desk = Desk::new();
    let with = |left_out: &[&str]| json!({"path": path(pages.path()), "name": "Nordlys", "date": "2026-03-01", "left_out": left_out});
    let done = desk.ok("import", with(&["access"]));
    assert_eq!((&done["counts"]["pages"], &done["counts"]["passages"]), (&json!(1), &json!(3)));
    let nothing = desk.refused("import", with(&["access", "backup"]), ErrorCode::WrongValue);
    assert_eq!(
        (nothing.code, nothing.message.as_str()),
        (ErrorCode::WrongValue, "No page is chosen.")
    );
}

#[test]
fn the_same_state_is_kept_once_and_a_day_can_have_two() {
    let pages = pages();
    let mut desk = Desk::new();
    import(&mut desk, pages.path(), "2026-03-01");
    let again = json!({"path": path(pages.path()), "name": "Nordlys", "date": "2026-03-09",
        "address": "https://nordlys.example/docs/"});
    let same = desk.refused("import", again, ErrorCode::Taken);
    assert_eq!(same.message, "These pages are here already, as revision 2026-03-01.");
    fs::write(pages.path().join("docs/access.md"), "# Access\n\nPasswords only.\n").unwrap();
    assert_eq!(import(&mut desk, pages.path(), "2026-03-01")["revision"], "2026-03-01-2");
    // An older state comes before the newer one, whenever it is imported.
    fs::write(pages.path().join("docs/access.md"), "# Access\n\nKeys only.\n").unwrap();
    assert_eq!(import(&mut desk, pages.path(), "2025-12-01")["follows"], json!(null));
    let revisions = desk.ok("revisions", json!({"provider": "nordlys"}));
    let order: Vec<&str> =
        revisions.as_array().unwrap().iter().map(|one| one["revision"].as_str().unwrap()).collect();
    assert_eq!(order, ["2025-12-01", "2026-03-01", "2026-03-01-2"]);
}

#[test]
fn pages_of_a_provider_of_the_program_stand_beside_what_the_program_states() {
    let pages = pages();
    let mut desk = Desk::with_project();
    let statements = desk.ok("statements", json!({"provider": "hunt-cloud"}));
    let done = desk.ok(
        "import",
        json!({"path": path(pages.path()), "provider": "hunt-cloud", "date": "2026-03-01"}),
    );
    assert_eq!(
        (&done["provider"], &done["provider_name"]),
        (&json!("hunt-cloud-pages"), &json!("HUNT Cloud: own pages"))
    );
    assert_eq!(desk.ok("statements", json!({"provider": "hunt-cloud"})), statements);
    assert_eq!(desk.ok("project_drift", json!({"project": "p"}))["open"], 0);
}

#[test]
fn a_revision_goes_only_when_nothing_stands_on_it() {
    let pages = pages();
    let mut desk = drafted(pages.path());
    let of = json!({"provider": "nordlys", "revision": "2026-03-01"});
    let followed = desk.refused("remove_revision", of.clone(), ErrorCode::Taken);
    assert!(followed.message.contains("drafted against it"), "{}", followed.message);
    let name = passage(&mut desk, "two factors");
    cite(&mut desk, &name);
    fs::write(pages.path().join("docs/access.md"), "# Access\n\nPasswords only.\n").unwrap();
    import(&mut desk, pages.path(), "2026-06-01");
    desk.ok(
        "follow_revision",
        json!({"project": "p", "provider": "nordlys", "revision": "2026-06-01"}),
    );
    let pinned = desk.refused("remove_revision", of, ErrorCode::Taken);
    assert!(pinned.message.contains("1 citation"), "{}", pinned.message);
    let bundled = desk.refused(
        "remove_revision",
        json!({"provider": "genomedk", "revision": "1"}),
        ErrorCode::WrongValue,
    );
    assert!(bundled.message.contains("came with the program"), "{}", bundled.message);
    fs::write(pages.path().join("docs/access.md"), "# Access\n\nNothing.\n").unwrap();
    import(&mut desk, pages.path(), "2026-07-01");
    let left = desk.ok("remove_revision", json!({"provider": "nordlys", "revision": "2026-07-01"}));
    assert!(left.as_array().unwrap().iter().all(|one| one["revision"] != "2026-07-01"), "{left}");
    let name = "nordlys/access#1";
    desk.ok(
        "make_statement",
        json!({"passage": name, "words": "Passwords alone.", "kind": "measure", "side": "limitation",
               "theme": "technological", "topics": ["access-control"]}),
    );
    desk.ok(
        "follow_revision",
        json!({"project": "p", "provider": "nordlys", "revision": "2026-03-01"}),
    );
    let made = desk.refused(
        "remove_revision",
        json!({"provider": "nordlys", "revision": "2026-06-01"}),
        ErrorCode::Taken,
    );
    assert!(made.message.contains("1 statement was"), "{}", made.message);
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
fn a_dump_brings_imported_pages_and_their_citations_into_another_workspace() {
    let pages = pages();
    let mut desk = drafted(pages.path());
    let name = passage(&mut desk, "copies kept 30 days");
    cite(&mut desk, &name);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.json");
    desk.ok("dump", json!({"out": path(&file)}));
    let mut other = Desk::new();
    other.ok("load", json!({"from": path(&file)}));
    let page =
        other.ok("page", json!({"project": "p", "provider": "nordlys", "page": "nordlys/backup"}));
    assert_eq!(page["passages"]["2"]["cited"], 1);
    assert_eq!(other.ok("project_drift", json!({"project": "p"}))["open"], 0);
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
    // The newest revision of GenomeDK, which is here already, under another name.
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
fn what_is_judged_goes_out_as_remarks_of_a_component_definition() {
    let mut desk = Desk::with_project();
    let statements = desk.ok("statements", json!({"project": "p", "provider": "hunt-cloud"}));
    let first = &statements[0]["statement"];
    desk.ok(
        "judge",
        json!({"project": "p", "statement": first["id"], "judgement": "partly", "note": "Ask *again*."}),
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hunt.json");
    desk.ok(
        "export_pack",
        json!({"provider": "hunt-cloud", "format": "oscal", "project": "p", "out": path(&file)}),
    );
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains("Ask again."), "the note as plain words");
    assert!(!written.contains("\"partly\""), "the judgement in words, not as an id");
    let look = desk.ok("look_at_import", json!({"path": path(&file)}));
    assert_eq!(look["format"]["id"], "oscal");
    assert_eq!(look["counts"]["statements"], statements.as_array().unwrap().len());
}
