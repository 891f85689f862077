//! Imported pages: a revision of a provider's pages is kept as a whole or not at all, is stored once, can be found, and
//! stays as long as a citation pins it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::Path;

use given::pages::{first, new_revision, own_statement, pack, page, passage, second};
use given::{Desk, citation, desk, make_project, options, project};
use rusqlite::Connection;
use vurder_model::project::Citation;
use vurder_model::provider::Pack;
use vurder_workspace::{
    DumpFault, Error, Named, Op, OpenOptions, PassageHit, PassageSearch, Refusal, Subject,
    Workspace,
};

const FIRST: (&str, &str) = ("cloud", "2026-05-01");
const SECOND: (&str, &str) = ("cloud", "2026-06-01");

/// A workspace with both revisions.
fn both() -> Desk {
    let mut desk = desk();
    desk.workspace.add_revision(&new_revision(&first())).unwrap();
    desk.workspace.add_revision(&new_revision(&second())).unwrap();
    desk
}

fn find(workspace: &Workspace, query: &str, within: &[(&str, &str)]) -> Vec<PassageHit> {
    workspace.passages(&PassageSearch { query, within, limit: 50 }).unwrap()
}

fn names(workspace: &Workspace, query: &str, within: &[(&str, &str)]) -> Vec<String> {
    let hits = find(workspace, query, within);
    let mut names: Vec<String> =
        hits.iter().map(|hit| format!("{}#{}", hit.page, hit.number)).collect();
    names.sort();
    names
}

fn count(file: &Path, table: &str) -> i64 {
    let conn = Connection::open(file).unwrap();
    conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

/// A citation of a passage of the first revision.
fn pinned(name: &str) -> Citation {
    let mut pinned = citation("c-1");
    pinned.provider = "cloud".to_owned();
    pinned.statement = name.to_owned();
    pinned.sources[0].revision = "4f2a".to_owned();
    pinned.sources[0].captured = Some("2026-05-01".parse().unwrap());
    pinned
}

#[test]
fn a_state_comes_back_as_it_was_imported_and_unchanged_pages_stand_once() {
    let mut desk = both();
    desk.workspace.add_own_statement(&own_statement("kept-thirty-days")).unwrap();
    let before = desk.workspace.revisions().unwrap();
    let Desk { folder: _folder, file, workspace } = desk;
    drop(workspace);
    let opened = Workspace::open(&file, options(60)).unwrap();
    for (wanted, (provider, revision)) in [(first(), FIRST), (second(), SECOND)] {
        let stored = opened.imported_pack(provider, revision).unwrap().unwrap();
        assert!(stored == wanted, "{revision}");
        let page = opened.imported_page(provider, revision, "cloud/access").unwrap();
        assert_eq!(page.as_ref(), wanted.page("cloud/access"), "{revision}");
    }
    let revisions = opened.revisions().unwrap();
    assert_eq!(revisions, before);
    let [one, two] = revisions.as_slice() else { panic!("{revisions:?}") };
    assert_eq!((one.head.counts.pages, one.head.counts.headings), (2, 2));
    assert_eq!((one.head.counts.passages, one.head.format.as_str()), (4, "markdown"));
    assert_eq!(two.head.follows.as_deref(), Some("2026-05-01"));
    assert_eq!(opened.own_statements().unwrap(), [own_statement("kept-thirty-days")]);
    assert_eq!(opened.imported_page("cloud", "2026-05-01", "cloud/none").unwrap(), None);
    assert_eq!(opened.imported_pack("cloud", "2026-07-01").unwrap(), None);
    drop(opened);
    assert_eq!((count(&file, "page"), count(&file, "body")), (4, 3), "one page did not change");
}

#[test]
fn the_same_state_is_refused_with_the_revision_that_is_there() {
    let mut desk = both();
    let before = desk.workspace.dump().unwrap();
    let mut again = first();
    again.revision = "2026-07-01".to_owned();
    again.captured = Some("2026-07-01".parse().unwrap());
    again.pages.iter_mut().for_each(|page| page.captured = again.captured);
    match desk.workspace.add_revision(&new_revision(&again)).unwrap_err() {
        Error::SameState { provider, revision } => {
            assert_eq!((provider.as_str(), revision.as_str()), FIRST);
        }
        other => panic!("{other}"),
    }
    let mut taken = second();
    taken.pages.pop();
    match desk.workspace.add_revision(&new_revision(&taken)).unwrap_err() {
        Error::Taken(Subject::Revision { revision, .. }) => assert_eq!(revision, "2026-06-01"),
        other => panic!("{other}"),
    }
    assert!(desk.workspace.dump().unwrap() == before, "nothing of either remains");
    again.provider = "other".to_owned();
    desk.workspace.add_revision(&new_revision(&again)).unwrap();
    desk.workspace.check().unwrap();
}

#[test]
fn malformed_names_are_refused_and_leave_nothing() {
    let mut desk = desk();
    let before = desk.workspace.dump().unwrap();
    let mut refused = |what: &dyn Fn(&mut Pack)| {
        let mut bad = first();
        what(&mut bad);
        let error = desk.workspace.add_revision(&new_revision(&bad)).unwrap_err();
        assert!(desk.workspace.dump().unwrap() == before, "{error}");
        match error {
            Error::Refused(refusal) => refusal,
            other => panic!("{other}"),
        }
    };
    let of = |name: &str, of| Refusal::Id { of, name: name.to_owned() };
    let provider = refused(&|bad| bad.provider = "Cloud & co".to_owned());
    assert_eq!(provider, of("Cloud & co", Named::Provider));
    let revision = refused(&|bad| bad.revision = "May 2026".to_owned());
    assert_eq!(revision, of("May 2026", Named::Revision));
    let long = refused(&|bad| bad.provider = "c".repeat(41));
    assert!(matches!(long, Refusal::Name { of: Named::Provider, longest: 40, .. }), "{long}");
    let empty = refused(&|bad| bad.pages[1].id.clear());
    assert!(matches!(empty, Refusal::Name { of: Named::Page, .. }), "{empty}");
    let twice = refused(&|bad| bad.pages[1].id = bad.pages[0].id.clone());
    assert_eq!(twice, Refusal::PageTwice("cloud/backup".to_owned()));

    let mut statement = own_statement("x");
    for id in ["cloud/", "other/x", "cloud/Bad Slug", "x"] {
        statement.id = id.to_owned();
        let error = desk.workspace.add_own_statement(&statement).unwrap_err();
        assert_eq!(error.code(), "refused", "{id}: {error}");
    }
    desk.workspace.add_own_statement(&own_statement("x")).unwrap();
    let error = desk.workspace.add_own_statement(&own_statement("x")).unwrap_err();
    assert!(matches!(error, Error::Taken(Subject::Statement(_))), "{error}");
}

#[test]
fn an_import_that_finds_no_room_leaves_nothing() {
    let Desk { folder: _folder, file, workspace } = both();
    let before = workspace.dump().unwrap();
    drop(workspace);
    let pages = u32::try_from(fs::metadata(&file).unwrap().len() / 4096).unwrap();
    // No two passages share words, so that they take room.
    let word = |at: u32| format!("{:x} ", at.wrapping_mul(2_654_435_761));
    let words = |number: u32| -> String {
        let many: String = (0..40).map(|at| word(number * 40 + at)).collect();
        format!("Passage {number} tells of {many}")
    };
    let body = |page: u32| (1..40).map(|n| passage(n, &words(page * 100 + n))).collect();
    let large = pack("2026-08-01", (0..30).map(|n| page(&format!("p{n}"), n, body(n))).collect());
    let mut refused = 0;
    for room in [1, 5, 20, 50, 80, 110, 20_000] {
        let max_pages = Some(pages + room);
        let options = OpenOptions { max_pages, ..options(60) };
        let mut opened = Workspace::open(&file, options).unwrap();
        match opened.add_revision(&new_revision(&large)) {
            Ok(_) => assert_eq!(room, 20_000),
            Err(error) => {
                assert_eq!(error.code(), "disk_full", "{room}: {error}");
                assert!(opened.dump().unwrap() == before, "{room}: nothing of it remains");
                opened.check().unwrap();
                assert!(find(&opened, "tells", &[("cloud", "2026-08-01")]).is_empty(), "{room}");
                refused += 1;
            }
        }
        drop(opened);
        assert!(room == 20_000 || count(&file, "body") == 3, "{room}");
    }
    assert_eq!(refused, 6);
    let opened = Workspace::open(&file, options(60)).unwrap();
    assert!(opened.imported_pack("cloud", "2026-08-01").unwrap().unwrap() == large);
    opened.check().unwrap();
}

#[test]
fn an_import_that_is_cut_off_leaves_the_file_as_it_was() {
    let Desk { folder: _folder, file, workspace } = both();
    let before = workspace.dump().unwrap();
    drop(workspace);
    // The state of the disk when the program ended in the middle of an import: some of its pages are in the file, and
    // their journal stands beside it.
    let conn = Connection::open(&file).unwrap();
    conn.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN EXCLUSIVE;").unwrap();
    let hash = |n: i64| format!("{n:064}");
    for n in 0..400 {
        let body = "INSERT INTO body (hash, blocks, sum) VALUES (?1, x'00', 7)";
        conn.execute(body, [hash(n)]).unwrap();
        let words =
            "INSERT INTO passage_word (word, part, entries, sum) VALUES ('half', ?1, x'01', 7)";
        conn.execute(words, [n + 9]).unwrap();
    }
    let crashed = tempfile::tempdir().unwrap();
    let left = crashed.path().join("study.vurder");
    fs::copy(&file, &left).unwrap();
    let journal = |file: &Path| std::path::PathBuf::from(format!("{}-journal", file.display()));
    fs::copy(journal(&file), journal(&left)).unwrap();
    drop(conn);
    assert!(fs::read(&left).unwrap() != fs::read(&file).unwrap(), "half of it was written");
    let opened = Workspace::open(&left, options(60)).unwrap();
    assert!(opened.dump().unwrap() == before);
    assert!(opened.notices().is_empty());
    opened.check().unwrap();
    drop(opened);
    assert_eq!(count(&left, "body"), 3);
}

#[test]
fn passages_are_found_in_the_revisions_that_are_asked_for() {
    let desk = both();
    let find = |query: &str, within: &[(&str, &str)]| names(&desk.workspace, query, within);
    assert_eq!(find("thirty days", &[FIRST]), ["cloud/backup#2"]);
    assert_eq!(find("thirty days", &[SECOND]), [""; 0], "the next state says ten days");
    assert_eq!(find("kept", &[SECOND]), ["cloud/backup#2"]);
    assert_eq!(find("two fac", &[SECOND]), ["cloud/access#1"], "an unchanged page is found, too");
    assert_eq!(find("guests", &[FIRST, SECOND]).len(), 2);
    assert_eq!(find("retention copies", &[FIRST]), ["cloud/backup#2"], "by the heading above it");
    assert_eq!(find("ÆRLIG", &[FIRST]), ["cloud/backup#2"]);
    assert_eq!(find("\"kept for thirty\"", &[FIRST]), ["cloud/backup#2"]);
    assert_eq!(find("\"thirty kept\"", &[FIRST]), [""; 0]);
    for nothing in ["", " ", "\"", "* OR NEAR(", "hedgehog"] {
        assert_eq!(find(nothing, &[FIRST, SECOND]), [""; 0], "{nothing}");
    }
    assert_eq!(find("kept", &[]), [""; 0]);
    assert_eq!(find("kept", &[("other", "2026-05-01")]), [""; 0]);
    let hit =
        desk.workspace.passages(&PassageSearch { query: "thirty", within: &[FIRST], limit: 5 });
    let hit = hit.unwrap().pop().unwrap();
    assert_eq!((hit.title.as_str(), hit.heading.as_str()), ("About backup", "Backup / Retention"));
    assert!(hit.snippet.iter().any(|part| part.hit && part.text == "thirty"), "{hit:?}");
}

#[test]
fn a_revision_stays_as_long_as_a_citation_pins_it() {
    let mut desk = both();
    make_project(&mut desk.workspace, "q", "Another study").unwrap();
    let q = project("q");
    let cite =
        |citation: Citation| move |tx: &mut vurder_workspace::Tx<'_, '_>| tx.put_citation(citation);
    let of_first = Some("2026-05-01".to_owned());
    let put = cite(Citation { revision: of_first, ..pinned("cloud/backup#2") });
    desk.workspace.transact::<_, Error>(Some(&q), Op::Cite, put).unwrap();
    desk.workspace.transact::<_, Error>(None, Op::TrashProject, |tx| tx.trash_project(&q)).unwrap();
    let before = desk.workspace.dump().unwrap();
    match desk.workspace.remove_revision("cloud", "2026-05-01").unwrap_err() {
        Error::Pinned { revision, project, title, citations, .. } => {
            assert_eq!((revision.as_str(), project.as_str()), ("2026-05-01", "q"));
            assert_eq!((title.as_str(), citations), ("Another study", 1));
        }
        other => panic!("{other}"),
    }
    assert!(desk.workspace.dump().unwrap() == before);
    desk.workspace.remove_revision("cloud", "2026-06-01").unwrap();
    let gone = desk.workspace.remove_revision("cloud", "2026-06-01").unwrap_err();
    assert_eq!(gone.code(), "no_revision");

    // The citation is replaced by one without a revision: nothing pins the revision any more.
    let other = cite(pinned("cloud/backup"));
    desk.workspace
        .transact::<_, Error>(None, Op::RestoreProject, |tx| tx.restore_project(&q))
        .unwrap();
    desk.workspace.transact::<_, Error>(Some(&q), Op::Cite, other).unwrap();
    desk.workspace.remove_revision("cloud", "2026-05-01").unwrap();
    desk.workspace.check().unwrap();
    assert!(desk.workspace.revisions().unwrap().is_empty());
    drop(desk.workspace);
    for table in ["revision", "page", "body", "passage_place", "passage_word"] {
        assert_eq!(count(&desk.file, table), 0, "{table}");
    }
}

#[test]
fn a_revision_stays_as_long_as_a_project_reads_its_provider_at_it() {
    let mut desk = both();
    let mut head = given::head("q", "Another study");
    head.follows.insert("cloud".to_owned(), "2026-05-01".to_owned());
    desk.workspace
        .transact::<_, Error>(None, Op::CreateProject, |tx| tx.create_project(head))
        .unwrap();
    let refused = desk.workspace.remove_revision("cloud", "2026-05-01").unwrap_err();
    assert!(matches!(&refused, Error::Followed { title, .. } if title == "Another study"));
    assert_eq!(desk.workspace.revisions().unwrap().len(), 2);
    desk.workspace.remove_revision("cloud", "2026-06-01").unwrap();
}

#[test]
fn a_removed_revision_leaves_the_others_whole() {
    let mut desk = both();
    desk.workspace.remove_revision("cloud", "2026-05-01").unwrap();
    let stored = desk.workspace.imported_pack("cloud", "2026-06-01").unwrap().unwrap();
    assert!(stored == Pack { follows: None, ..second() }, "it followed what is gone");
    assert_eq!(names(&desk.workspace, "factors", &[SECOND]), ["cloud/access#1"]);
    desk.workspace.add_revision(&new_revision(&first())).unwrap();
    assert_eq!(names(&desk.workspace, "thirty", &[FIRST]), ["cloud/backup#2"]);
    desk.workspace.check().unwrap();
}

#[test]
fn a_dump_brings_back_pages_and_statements_and_one_that_contradicts_itself_nothing() {
    let mut desk = both();
    desk.workspace.add_own_statement(&own_statement("kept-thirty-days")).unwrap();
    let dump = desk.workspace.dump().unwrap();
    assert_eq!(dump.version, 3);
    let empty =
        |name: &str| Workspace::create(&desk.folder.path().join(name), options(60)).unwrap();
    let mut target = empty("target.vurder");
    let nothing = target.dump().unwrap();
    let mut refuse = |damage: &dyn Fn(&mut vurder_workspace::Dump)| {
        let mut bad = dump.clone();
        damage(&mut bad);
        let error = target.load(&bad).unwrap_err();
        assert!(target.dump().unwrap() == nothing, "{error}");
        match error {
            Error::BadDump(fault) => fault,
            other => panic!("{other}"),
        }
    };
    let twice = refuse(&|bad| bad.revisions[1].revision = bad.revisions[0].revision.clone());
    assert!(matches!(twice, DumpFault::RevisionTwice { .. }), "{twice}");
    let same = refuse(&|bad| bad.revisions[1].pages = bad.revisions[0].pages.clone());
    assert!(matches!(same, DumpFault::RevisionTwice { .. }), "{same}");
    let page = refuse(&|bad| bad.revisions[0].pages[1].id = "cloud/backup".to_owned());
    assert_eq!(page, DumpFault::Record(Refusal::PageTwice("cloud/backup".to_owned())));
    let name = refuse(&|bad| bad.revisions[0].provider = "No id".to_owned());
    assert!(matches!(name, DumpFault::Record(Refusal::Id { .. })), "{name}");
    let twice = refuse(&|bad| bad.statements.push(bad.statements[0].clone()));
    assert_eq!(twice, DumpFault::StatementTwice("cloud/kept-thirty-days".to_owned()));
    let id = refuse(&|bad| bad.statements[0].id = "elsewhere".to_owned());
    assert!(matches!(id, DumpFault::Record(_)), "{id}");

    let text = dump.to_json().unwrap();
    target.load(&vurder_workspace::Dump::from_json(&text).unwrap()).unwrap();
    assert!(target.dump().unwrap() == dump);
    target.check().unwrap();
    assert_eq!(names(&target, "thirty", &[FIRST]), ["cloud/backup#2"]);
    let mut only_pages = dump.clone();
    only_pages.projects.clear();
    only_pages.operations.clear();
    let mut second = empty("second.vurder");
    second.load(&only_pages).unwrap();
    assert_eq!(second.load(&only_pages).unwrap_err().code(), "not_empty");
}

#[test]
fn the_backup_of_the_day_keeps_pages_and_is_made_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pages.vurder");
    let mut workspace = Workspace::create(&file, options(60)).unwrap();
    workspace.add_revision(&new_revision(&first())).unwrap();
    workspace.add_own_statement(&own_statement("kept-thirty-days")).unwrap();
    let dump = workspace.dump().unwrap();
    drop(workspace);
    for round in 0..3 {
        let mut workspace = Workspace::open(&file, options(60)).unwrap();
        workspace.make_daily_backup(&mut || true).unwrap();
        let backups = workspace.daily_backups();
        let [backup] = backups.as_slice() else { panic!("{round}: {backups:?}") };
        let backup = Workspace::open(&backup.path, options(60)).unwrap();
        assert!(backup.dump().unwrap() == dump, "{round}");
    }
}
