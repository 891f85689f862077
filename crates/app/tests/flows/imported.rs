//! A provider's own pages after the import: cited, made into statements, followed to their next revision, removed.

use std::fs;

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::Desk;
use crate::provider_pages::{BACKUP, cite, drafted, import, pages, passage, path};

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

    // The project still reads the revision that it was drafted against.
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

    // The passage moves to another page. The statement moves with it, and the drift of the citation says so.
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
    // The passage has other words. The person's own words of the statement stay, and the person has to look at them.
    fs::write(
        pages.path().join("docs/storage.md"),
        "# Storage\n\nHome folders are copied every week.\n",
    )
    .unwrap();
    import(&mut desk, pages.path(), "2026-06-01");
    assert_eq!(change(&mut desk), "reworded");
    // The passage is removed.
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
    // A project reads the providers at its own revisions. Without a project, the newest revision is searched.
    fs::write(pages.path().join("docs/access.md"), "# Access\n\nPasswords only.\n").unwrap();
    import(&mut desk, pages.path(), "2026-06-01");
    assert_eq!(passage(&mut desk, "two factors"), name);
    assert_eq!(desk.ok("passages", json!({"query": "two factors"})), json!([]));
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
    // An earlier state comes before a later one, in whatever order they are imported.
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
fn a_report_carries_the_imported_pages_that_it_tells_of() {
    let pages = pages();
    let mut desk = drafted(pages.path());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("carries.pdf");
    let export = |file: &std::path::Path, more: &Json| {
        let mut of = json!({
            "project": "p", "form": "rar", "date": "2026-11-20", "with_project": true,
            "out": path(file),
        });
        for (key, value) in more.as_object().unwrap() {
            of[key] = value.clone();
        }
        of
    };
    for more in [json!({}), json!({"sections": ["8"], "without_summary": true})] {
        desk.ok("export", export(&file, &more));
        let mut other = Desk::new();
        other.ok("load", json!({"from": path(&file)}));
        let again = folder.path().join("again.pdf");
        other.ok("export", export(&again, &more));
        let words = crate::printed::words(&file);
        assert!(words.contains("Backup"), "the pages that were read are listed: {words}");
        assert_eq!(words, crate::printed::words(&again), "{more}");
        // The pages that a workspace has already are not added again.
        let before = desk.ok("revisions", json!({}));
        let made = desk.ok("add_project", json!({"from": path(&file)}));
        assert_eq!(desk.ok("revisions", json!({})), before);
        desk.ok("citations", json!({"project": made["project"]}));
    }
    // Sections that tell nothing of the pages carry none of them.
    desk.ok("export", export(&file, &json!({"sections": ["3"], "without_summary": true})));
    assert!(!crate::cuts::everything_in(&file).contains("Copies are kept"));
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

#[test]
fn topics_are_proposed_with_the_words_that_speak_of_them() {
    let mut desk = Desk::new();
    let proposed = |desk: &mut Desk, words: &str| {
        let proposed = desk.ok("propose_topics", json!({"words": words}));
        proposed.as_array().unwrap().clone()
    };
    for words in [
        "A backup is made every night.",
        "Det tas sikkerhetskopi hver natt.",
        "Der tages sikkerhedskopi.",
    ] {
        let found = proposed(&mut desk, words);
        assert_eq!(found[0]["topic"], "backup", "{words}");
        let spoken = found[0]["words"][0].as_str().unwrap();
        assert!(words.contains(spoken), "{spoken} stands in: {words}");
    }
    assert!(proposed(&mut desk, "Lunch is at noon.").is_empty());
}
