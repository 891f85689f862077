//! Packs that a provider publishes itself, one revision after another: what they say about their changes, the names of
//! their provider, and the requests to it.

use std::fs;

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, line, text};
use crate::provider_pages::path;

const SAFE: &str = "Backups are encrypted and kept in two places for 90 days.";
const UNSAFE: &str = "Backups are not encrypted and kept in one place for 7 days.";
const BACKUP: &str = "nordlys/backup";

/// A revision of the pack of a provider called `name`. Each statement has an id below the provider's, a topic and
/// words.
struct Revision<'a> {
    name: &'a str,
    revision: &'a str,
    follows: Option<&'a str>,
    statements: &'a [(&'a str, &'a str, &'a str)],
    became: Json,
}

impl Revision<'_> {
    fn import(&self, desk: &mut Desk) -> Json {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: Json| {
            fs::write(folder.path().join(name), content.to_string()).unwrap();
        };
        let mut head = json!({"schema": 1, "provider": "nordlys", "name": self.name, "country": "Norway",
            "revision": self.revision, "captured": format!("2026-0{}-01", self.revision)});
        if let Some(follows) = self.follows {
            head["follows"] = json!(follows);
        }
        write("vurder-pack.json", head);
        let id = |slug: &str| format!("nordlys/{slug}");
        let statements = self.statements.iter().map(|(slug, topic, words)| {
            json!({"id": id(slug), "words": words, "kind": "measure", "side": "provided",
                   "theme": "technological", "topics": [topic], "places": [{"page": "nordlys/safety"}]})
        });
        write("statements.json", statements.collect());
        let body = self.statements.iter();
        let body = body.map(|(slug, ..)| json!({"kind": "statement", "id": id(slug)}));
        fs::create_dir(folder.path().join("pages")).unwrap();
        write(
            "pages/safety.json",
            json!({"id": "nordlys/safety", "title": "Safety", "address": "https://nordlys.example/safety",
                   "revision": "", "captured": null, "order": 1, "body": body.collect::<Vec<_>>()}),
        );
        write("became.json", self.became.clone());
        desk.ok("import", json!({"path": path(folder.path()), "date": "2026-09-01"}))
    }
}

fn of<'a>(revision: &'a str, statements: &'a [(&'a str, &'a str, &'a str)]) -> Revision<'a> {
    Revision { name: "Nordlys", revision, follows: None, statements, became: json!([]) }
}

/// A project that follows the first revision, with a risk `r` that cites the statement on backup.
fn drafted(first: &Revision<'_>) -> (Desk, String) {
    let mut desk = Desk::new();
    first.import(&mut desk);
    desk.ok(
        "create_project",
        json!({"id": "p", "title": "Kidneys", "providers": ["nordlys"], "forms": ["dpia", "rar"]}),
    );
    desk.add("risk", "r", json!({"title": line("Copies are lost")}));
    let cited = desk.ok("cite", json!({"project": "p", "statement": BACKUP}));
    let cited = cited["citation"].as_str().unwrap().to_owned();
    desk.set("r", "how", text(&format!("A copy is at hand [1](cite:{cited}).")));
    (desk, cited)
}

fn drift(desk: &mut Desk) -> Json {
    desk.ok("project_drift", json!({"project": "p"}))
}

#[test]
fn a_pack_cannot_hide_that_its_words_changed() {
    for change in ["unchanged", "moved", "relinked"] {
        let (mut desk, _) = drafted(&of("1", &[("backup", "backup", SAFE)]));
        let done = Revision {
            follows: Some("1"),
            became: json!([{"statement": BACKUP, "change": change, "now": [BACKUP]}]),
            ..of("2", &[("backup", "backup", UNSAFE)])
        }
        .import(&mut desk);
        let problem = &done["problems"][0];
        assert_eq!(problem["file"], "became.json", "{done}");
        assert!(problem["words"].as_str().unwrap().contains(BACKUP), "{problem}");
        let told = drift(&mut desk);
        assert_eq!((&told["open"], &told["items"][0]["change"]), (&json!(1), &json!("reworded")));
        assert_eq!(told["items"][0]["now"][0]["words"], UNSAFE);
        let newest = desk.ok("drift", json!({"provider": "nordlys"}));
        assert_eq!(newest["drift"]["statements"][0]["change"], "reworded");
    }
}

#[test]
fn words_kept_after_a_removal_are_looked_at_again_when_they_are_published_otherwise() {
    let other = &[("staff", "training", "All staff are trained.")];
    let (mut desk, cited) = drafted(&of("1", &[("backup", "backup", SAFE)]));
    of("2", other).import(&mut desk);
    assert_eq!(drift(&mut desk)["items"][0]["change"], "removed");
    desk.ok(
        "settle",
        json!({"project": "p", "citations": [cited], "how": "keep_old_words", "reason": "Agreed."}),
    );
    assert_eq!(drift(&mut desk)["open"], 0);
    let more = &[other[0], ("visits", "physical", "Visitors are met at the door.")];
    of("3", more).import(&mut desk);
    assert_eq!(drift(&mut desk)["open"], 0, "it is gone as before");
    of("4", &[("backup", "backup", UNSAFE)]).import(&mut desk);
    let told = drift(&mut desk);
    assert_eq!((&told["open"], &told["items"][0]["change"]), (&json!(1), &json!("reworded")));
    assert_eq!(told["items"][0]["now"][0]["words"], UNSAFE);
}

#[test]
fn a_request_stays_that_of_its_provider_when_the_provider_takes_another_name() {
    let renamed = &[("backup", "backup", SAFE), ("name", "change", "We have another name.")];
    let (mut desk, _) = drafted(&of("1", &renamed[..1]));
    desk.ok(
        "judge",
        json!({"project": "p", "statement": BACKUP, "judgement": "partly", "note": "Where?"}),
    );
    let about = json!({"project": "p", "provider": "nordlys", "topic": "backup"});
    let mut ask = about.clone();
    ask["id"] = json!("q");
    desk.ok("ask_provider", ask);
    let gap = |desk: &mut Desk| {
        let coverage = desk.ok("coverage", json!({"project": "p"}))["coverage"].clone();
        let topics = coverage["topics"].as_array().unwrap();
        let topic = topics.iter().find(|topic| topic["topic"]["id"] == "backup").unwrap();
        topic["providers"][0]["gap"]["state"].clone()
    };
    assert_eq!(gap(&mut desk), "asked");
    Revision { name: "Nordlys Cloud AS", ..of("2", renamed) }.import(&mut desk);
    let follow = json!({"project": "p", "provider": "nordlys", "revision": "2"});
    desk.ok("follow_revision", follow);
    assert_eq!(gap(&mut desk), "asked", "it is the same provider");
    assert_eq!(desk.ok("request_for", about)["row"], "q", "nobody asks twice");
    for to in ["nordlys", "Nordlys", "Nordlys Cloud AS"] {
        let letter = desk.ok("letter", json!({"project": "p", "provider": to}));
        assert_eq!(letter["provider"], "Nordlys Cloud AS", "{to}");
        assert_eq!(letter["requests"], json!(["q"]));
    }
    let requests = desk.ok("requests", json!({"project": "p"}));
    assert_eq!(requests["requests"][0]["provider_id"], "nordlys");
    desk.set("q", "provider", line("Another Cloud"));
    assert_eq!(gap(&mut desk), "open");
    desk.refused("letter", json!({"project": "p", "provider": "nordlys"}), ErrorCode::NotFound);
}

#[test]
fn a_request_that_names_topics_is_told_of_each_that_changed() {
    let first =
        &[("backup", "backup", SAFE), ("disks", "encryption-rest", "Some disks are encrypted.")];
    let (mut desk, _) = drafted(&of("1", first));
    let ask = json!({"project": "p", "provider": "nordlys", "id": "q", "about": "Page 3: our copies",
        "topics": ["backup", "encryption-rest", "logging"]});
    desk.ok("ask_provider", ask);
    of(
        "2",
        &[
            ("backup", "backup", UNSAFE),
            ("disks", "encryption-rest", "All disks are encrypted."),
            ("log", "logging", "Each access is logged."),
        ],
    )
    .import(&mut desk);
    let told = drift(&mut desk);
    let items = told["items"].as_array().unwrap().iter();
    let of_request: Vec<(&Json, &Json)> = items
        .filter(|item| item["kind"] == "request" && item["row"] == "q")
        .map(|item| (&item["statement"], &item["change"]))
        .collect();
    assert_eq!(
        of_request,
        [
            (&json!("encryption-rest"), &json!("reworded")),
            (&json!("logging"), &json!("new")),
            (&json!("backup"), &json!("reworded"))
        ]
    );
    let new = &told["topics"][0];
    assert_eq!(new["topic"], "logging");
    assert_eq!(new["waiting"][0]["row"], "q", "{new}");
    desk.set("q", "status", choice("answered"));
    assert_eq!(drift(&mut desk)["topics"][0]["waiting"], json!([]));
}

#[test]
fn a_pack_without_a_page_that_can_be_read_is_refused_with_file_line_and_fault() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("pages")).unwrap();
    let write = |name: &str, words: &str| fs::write(folder.path().join(name), words).unwrap();
    write("vurder-pack.json", "{\"schema\": 1, \"provider\": \"nordlys\", \"name\": \"Nordlys\"}");
    write("pages/security.json", "{\"id\": \"nordlys/security\",\n \"heading\": 1}");
    write("statement.json", "[]");
    let mut desk = Desk::new();
    for command in ["look_at_import", "import"] {
        let mut arguments = json!({"path": path(folder.path())});
        if command == "import" {
            arguments["date"] = json!("2026-09-01");
        }
        let refused = desk.refused(command, arguments, ErrorCode::WrongValue);
        let first =
            "The first fault, in pages/security.json, line 2: Left out: the file cannot be read.";
        assert!(refused.message.contains(first), "{}", refused.message);
        assert!(refused.message.contains("unknown field"), "{}", refused.message);
        let lines: Vec<&str> = refused.detail.lines().collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(
            lines.contains(&"statement.json:0: Left out: a pack has no such file."),
            "{lines:?}"
        );
        assert!(lines.iter().any(|line| line.starts_with("pages/security.json:2: ")), "{lines:?}");
    }
}
