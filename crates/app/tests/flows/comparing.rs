//! Compares what providers state: two providers, two revisions of one, and one topic by all providers.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::Desk;
use crate::printed::words_in_file_order;

fn compare(desk: &mut Desk, left: Json, right: Json) -> Json {
    desk.ok("compare", json!({"left": left, "right": right}))
}

/// HUNT Cloud and GenomeDK, each in its newest revision.
fn providers(desk: &mut Desk) -> Json {
    compare(desk, json!({"provider": "hunt-cloud"}), json!({"provider": "genomedk"}))
}

/// The first two revisions of GenomeDK.
fn revisions(desk: &mut Desk) -> Json {
    let of = |revision: &str| json!({"provider": "genomedk", "revision": revision});
    compare(desk, of("1"), of("2"))
}

fn list(json: &Json) -> &Vec<Json> {
    json.as_array().unwrap()
}

/// The topics of a comparison, each with the statements of both sides.
fn topics(comparison: &Json) -> &Vec<Json> {
    list(&comparison["topics"])
}

fn is_stated(covered: &Json) -> bool {
    !["not_stated", "not_looked_at"].contains(&covered["status"].as_str().unwrap())
}

/// A statement on one side, at its first place.
fn statement<'a>(comparison: &'a Json, side: &str, id: &str) -> &'a Json {
    let all = topics(comparison).iter().flat_map(|topic| list(&topic[side]["statements"]));
    let found = all.into_iter().find(|statement| statement["statement"] == id);
    found.unwrap_or_else(|| panic!("{id} is not on the {side}"))
}

#[test]
fn two_providers_stand_side_by_side_in_the_order_of_asking() {
    let mut desk = Desk::new();
    let told = providers(&mut desk);
    let names = [&told["left"]["provider_name"], &told["right"]["provider_name"]];
    assert_eq!(names, ["HUNT Cloud", "GenomeDK"]);
    assert_eq!(told["earlier"], Json::Null, "none of two providers is the earlier one");
    let asked = desk.ok("library", json!({}))["topics"].clone();
    let order: Vec<&Json> = topics(&told).iter().map(|topic| &topic["topic"]).collect();
    assert_eq!(order, list(&asked).iter().collect::<Vec<_>>());
    let coverage = desk.ok("topics", json!({}))["coverage"].clone();
    for (one, covered) in topics(&told).iter().zip(list(&coverage)) {
        for side in ["left", "right"] {
            let provider = &told[side]["provider"];
            let known = list(&covered["providers"]).iter().find(|p| &p["provider"] == provider);
            let known = known.unwrap();
            assert_eq!(one[side]["status"], known["status"]);
            assert_eq!(one[side]["missing"], known["missing"]);
            let ids: Vec<&Json> =
                list(&one[side]["statements"]).iter().map(|s| &s["statement"]).collect();
            let lists = ["provided", "limitations", "duties"];
            let wanted: Vec<&Json> = lists.iter().flat_map(|name| list(&known[*name])).collect();
            assert_eq!(ids, wanted, "provided, then limited, then left to the controller");
        }
    }
}

#[test]
fn the_sums_are_those_of_the_topics() {
    let mut desk = Desk::new();
    let told = providers(&mut desk);
    for side in ["left", "right"] {
        let sums = &told[side]["sums"];
        let count = |status: &str| {
            topics(&told).iter().filter(|topic| topic[side]["status"] == status).count()
        };
        for status in ["stated", "limitation", "controllers_duty", "not_stated", "not_looked_at"] {
            assert_eq!(sums[status], count(status), "{side}: {status}");
        }
        assert!(count("stated") > 10, "{side}");
        let open =
            |topic: &&Json| is_stated(&topic[side]) && !list(&topic[side]["missing"]).is_empty();
        assert_eq!(sums["left_open"], topics(&told).iter().filter(open).count());
        let revisions = desk.ok("revisions", json!({"provider": told[side]["provider"]}));
        let newest = list(&revisions).last().unwrap();
        assert_eq!(told[side]["pages"], newest["pages"]);
        assert_eq!(told[side]["day"], newest["captured"]);
        assert_eq!(told[side]["statements"], newest["statements"]);
    }
}

#[test]
fn a_topic_that_one_states_and_the_other_does_not_differs() {
    let mut desk = Desk::new();
    let told = providers(&mut desk);
    let alone: Vec<&Json> = topics(&told)
        .iter()
        .filter(|topic| is_stated(&topic["left"]) != is_stated(&topic["right"]))
        .collect();
    assert!(!alone.is_empty(), "the two providers do not state the same");
    for topic in &alone {
        assert_eq!(topic["differs"], true, "{}", topic["topic"]["id"]);
    }
    let silent: Vec<&Json> = topics(&told)
        .iter()
        .filter(|topic| !is_stated(&topic["left"]) && !is_stated(&topic["right"]))
        .collect();
    for topic in silent {
        let missing = |side: &str| list(&topic[side]["missing"]).is_empty();
        assert_eq!(
            topic["differs"],
            missing("left") != missing("right"),
            "{}",
            topic["topic"]["id"]
        );
    }
    let same = topics(&told).iter().filter(|topic| topic["differs"] == false).count();
    assert!(same > 0 && same < topics(&told).len(), "{same}");
}

#[test]
fn a_statement_has_its_words_its_page_and_the_day_of_the_page() {
    let mut desk = Desk::new();
    let told = providers(&mut desk);
    let mut days: BTreeMap<String, Json> = BTreeMap::new();
    for side in ["left", "right"] {
        let provider = &told[side]["provider"];
        for one in topics(&told).iter().flat_map(|topic| list(&topic[side]["statements"])) {
            assert!(!one["words"].as_str().unwrap().is_empty());
            let source = &one["sources"][0];
            assert!(!source["page_title"].as_str().unwrap().is_empty(), "{one}");
            assert!(source["address"].as_str().unwrap().starts_with("https://"), "{one}");
            let page = source["page"].as_str().unwrap().to_owned();
            let of_page = json!({"provider": provider, "page": page});
            let day = days
                .entry(page)
                .or_insert_with(|| desk.ok("page", of_page)["page"]["captured"].clone());
            assert_eq!(&source["captured"], day, "{one}");
            assert_eq!(one["became"], Json::Null, "two providers have no past in common");
        }
    }
    assert!(days.values().any(Json::is_string) && days.values().any(Json::is_null));
    let mut on_left = topics(&told).iter().flat_map(|topic| list(&topic["left"]["statements"]));
    assert!(on_left.any(|one| one["uncertain"].is_string()));
}

#[test]
fn two_revisions_tell_what_became_of_each_statement() {
    let mut desk = Desk::new();
    let told = revisions(&mut desk);
    assert_eq!(told["earlier"], "left");
    let shared = statement(&told, "left", "genomedk/user-data-not-shared");
    let became = &shared["became"];
    assert_eq!((&became["change"], &became["since"]), (&json!("narrowed"), &json!("2025-05-15")));
    assert!(became["note"].as_str().unwrap().contains("legal duty"), "{became}");
    assert_eq!(
        became["others"],
        json!(["genomedk/user-data-shared-by-law-or-consent", "genomedk/user-data-recipients"])
    );
    for id in list(&became["others"]) {
        let now = statement(&told, "right", id.as_str().unwrap());
        assert_eq!(now["became"]["change"], "narrowed", "the later side shows it too");
        assert_eq!(now["became"]["others"], json!(["genomedk/user-data-not-shared"]));
        assert_eq!(now["became"]["note"], "", "and says it once");
    }
    let drift = desk.ok("drift", json!({"provider": "genomedk", "from": "1", "to": "2"}));
    let of = |change: &str| {
        let all = list(&drift["drift"]["statements"]).iter();
        all.filter(|one| one["change"] == change).map(|one| one["statement"].clone()).collect()
    };
    let removed: Vec<Json> = of("removed");
    assert!(!removed.is_empty(), "something was taken away");
    for id in removed {
        let gone = statement(&told, "left", id.as_str().unwrap());
        assert_eq!(gone["became"]["change"], "removed");
        for id in list(&gone["became"]["others"]) {
            let now = statement(&told, "right", id.as_str().unwrap());
            assert_ne!(now["became"]["change"], "removed", "what stands in its place is published");
        }
    }
    let right = || topics(&told).iter().flat_map(|topic| list(&topic["right"]["statements"]));
    assert!(right().any(|one| one["became"]["change"] == "new"));
    assert!(right().any(|one| one["became"] == Json::Null), "and some are as they were");
    for topic in topics(&told) {
        let changed = |side: &str| {
            let all = list(&topic[side]["statements"]).iter();
            let changes = all.filter_map(|one| one["became"]["change"].as_str());
            changes.filter(|change| *change != "unchanged").count()
        };
        if changed("left") + changed("right") > 0 {
            assert_eq!(topic["differs"], true, "{}", topic["topic"]["id"]);
        }
    }
}

#[test]
fn the_later_revision_may_stand_on_the_left() {
    let mut desk = Desk::new();
    let told = revisions(&mut desk);
    let of = |revision: &str| json!({"provider": "genomedk", "revision": revision});
    let turned = compare(&mut desk, of("2"), of("1"));
    assert_eq!(turned["earlier"], "right");
    assert_eq!((&turned["left"], &turned["right"]), (&told["right"], &told["left"]));
    for (one, other) in topics(&told).iter().zip(topics(&turned)) {
        assert_eq!((&one["left"], &one["right"]), (&other["right"], &other["left"]));
    }
}

#[test]
fn a_project_brings_its_judgements_and_the_revision_that_it_follows() {
    let mut desk = Desk::new();
    let project = json!({"id": "p", "title": "Kidneys", "providers": ["genomedk"],
        "follows": {"genomedk": "1"}, "forms": ["rar"]});
    desk.ok("create_project", project);
    let judged = "genomedk/user-data-not-shared";
    desk.ok("judge", json!({"project": "p", "statement": judged, "judgement": "partly"}));
    let told = desk.ok(
        "compare",
        json!({"project": "p", "left": {"provider": "genomedk"}, "right": {"provider": "hunt-cloud"}}),
    );
    assert_eq!(told["left"]["revision"], "1");
    assert_eq!(statement(&told, "left", judged)["judgement"], "partly");
    let newest = providers(&mut desk);
    assert_eq!(newest["right"]["revision"], "2", "without a project the newest");
    let judgements = topics(&newest).iter().flat_map(|topic| list(&topic["right"]["statements"]));
    assert!(judgements.into_iter().all(|one| one["judgement"] == Json::Null));
}

#[test]
fn what_cannot_be_compared_is_refused_in_words() {
    let mut desk = Desk::new();
    let mut refused = |left: Json, right: Json, code| {
        desk.refused("compare", json!({"left": left, "right": right}), code)
    };
    let hunt = json!({"provider": "hunt-cloud"});
    let unknown = refused(hunt.clone(), json!({"provider": "nobody"}), ErrorCode::NotFound);
    assert!(
        unknown.message.contains("nobody") && unknown.message.contains("genomedk"),
        "{unknown}"
    );
    let revision = json!({"provider": "genomedk", "revision": "99"});
    let unknown = refused(hunt.clone(), revision, ErrorCode::NotFound);
    assert!(
        unknown.message.contains("\"99\"") && unknown.message.contains("GenomeDK"),
        "{unknown}"
    );
    let newest = json!({"provider": "hunt-cloud", "revision": "2"});
    for (left, right) in [(hunt.clone(), hunt.clone()), (hunt.clone(), newest)] {
        let same = refused(left, right, ErrorCode::WrongValue);
        assert!(
            same.message.contains("HUNT Cloud") && same.message.contains("revision 2"),
            "{same}"
        );
        assert!(same.help.contains("another"), "{}", same.help);
    }
}

#[test]
fn a_topic_tells_what_all_providers_state_and_what_they_stated() {
    let mut desk = Desk::new();
    desk.ok(
        "create_project",
        json!({"id": "p", "title": "Kidneys", "providers": ["hunt-cloud"], "forms": ["rar"]}),
    );
    let shared = "genomedk/user-data-not-shared";
    let told = revisions(&mut desk);
    let at = |topic: &&Json| {
        list(&topic["left"]["statements"]).iter().any(|one| one["statement"] == shared)
    };
    let topic = topics(&told).iter().find(at).unwrap();
    let id = &topic["topic"]["id"];
    let view = desk.ok("topic", json!({"topic": id}));
    let names: Vec<&Json> =
        list(&view["providers"]).iter().map(|one| &one["state"]["provider_name"]).collect();
    assert_eq!(names, ["GenomeDK", "HUNT Cloud"], "by name");
    let genomedk = &view["providers"][0];
    let without = |covered: &Json| {
        let mut covered = covered.clone();
        for one in covered["statements"].as_array_mut().unwrap() {
            one["became"] = Json::Null;
        }
        covered
    };
    assert_eq!(genomedk["coverage"], without(&topic["right"]));
    assert_eq!(genomedk["state"], told["right"]);
    let before = list(&genomedk["otherwise"]);
    let before = before.iter().find(|one| one["statement"]["statement"] == shared).unwrap();
    assert_eq!(
        (&before["of"]["revision"], &before["of"]["day"]),
        (&json!("1"), &json!("2025-01-16"))
    );
    assert_eq!(before["statement"]["became"]["change"], "narrowed");
    let of_project = desk.ok("topic", json!({"topic": id, "project": "p"}));
    let chosen: Vec<(&Json, &Json)> = list(&of_project["providers"])
        .iter()
        .map(|one| (&one["state"]["provider"], &one["chosen"]))
        .collect();
    assert_eq!(chosen, [(&json!("hunt-cloud"), &json!(true)), (&json!("genomedk"), &json!(false))]);
    desk.refused("topic", json!({"topic": "weather"}), ErrorCode::NotFound);
}

#[test]
fn a_comparison_is_written_as_pdf_with_all_topics_and_the_same_each_time() {
    let mut desk = Desk::new();
    let out = desk.path("compared.pdf");
    let export = json!({"left": {"provider": "hunt-cloud"}, "right": {"provider": "genomedk"},
        "date": "2026-11-20", "out": out});
    let made = desk.ok("export_comparison", export.clone());
    assert_eq!(made["missing_glyphs"], json!([]));
    let bytes = std::fs::read(&out).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() as u64 == made["bytes"].as_u64().unwrap());
    desk.ok("export_comparison", export);
    assert_eq!(std::fs::read(&out).unwrap(), bytes, "the same comparison is the same file");

    let text = words_in_file_order(&out);
    assert!(text.contains("HUNT Cloud and GenomeDK: what they publish, by topic"), "{text}");
    assert!(text.contains("State of 28 April 2026, revision 2"), "{text}");
    let told = providers(&mut desk);
    let squeezed = |text: &str| text.replace(['-', ' ', '\u{a0}'], "");
    let all = squeezed(&text);
    for topic in topics(&told) {
        let title = topic["topic"]["title"].as_str().unwrap();
        assert!(
            text.matches(title).count() >= 2,
            "{title}: in the overview and above its statements"
        );
    }
    // Except statements that the end of a page divides, with the header between the parts.
    let statements: Vec<&str> = topics(&told)
        .iter()
        .flat_map(|topic| {
            ["left", "right"].into_iter().flat_map(|side| list(&topic[side]["statements"]))
        })
        .map(|one| one["words"].as_str().unwrap())
        .collect();
    let found = statements.iter().filter(|words| all.contains(&squeezed(words))).count();
    assert!(found * 20 > statements.len() * 19, "{found} of {}", statements.len());
}

#[test]
fn the_pdf_bears_the_judgements_of_the_project_and_is_refused_like_the_comparison() {
    let mut desk = Desk::with_project();
    let told = providers(&mut desk);
    let judged = topics(&told).iter().find_map(|topic| topic["left"]["statements"].get(0)).unwrap();
    desk.ok(
        "judge",
        json!({"project": "p", "statement": judged["statement"], "judgement": "insufficient"}),
    );
    let out = desk.path("compared.pdf");
    let mut export = json!({"left": {"provider": "hunt-cloud"}, "right": {"provider": "genomedk"},
        "project": "p", "date": "2026-11-20", "out": out});
    desk.ok("export_comparison", export.clone());
    let text = words_in_file_order(&out);
    assert!(
        text.contains("Judgements of Kidneys") && text.contains("Judged: Insufficient"),
        "{text}"
    );
    export["date"] = json!("9999-01-01");
    desk.refused("export_comparison", export.clone(), ErrorCode::WrongValue);
    export["date"] = json!("2026-11-20");
    export["right"] = json!({"provider": "hunt-cloud"});
    desk.refused("export_comparison", export.clone(), ErrorCode::WrongValue);
    export["right"] = json!({"provider": "nobody"});
    desk.refused("export_comparison", export.clone(), ErrorCode::NotFound);
    export["right"] = json!({"provider": "genomedk"});
    export["out"] = json!(desk.path("no-such-folder").join("compared.pdf"));
    desk.refused("export_comparison", export, ErrorCode::File);
}

/// A folder with one page of these words.
fn page_saying(words: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("backup.md"), format!("# Backup\n\n{words}\n")).unwrap();
    folder
}

#[test]
fn imported_pages_are_compared_by_the_statements_that_people_made_from_them() {
    let mut desk = Desk::new();
    let import = |desk: &mut Desk, words: &str, date: &str| {
        let pages = page_saying(words);
        let path = pages.path().to_str().unwrap();
        desk.ok("import", json!({"path": path, "name": "Nordlys", "date": date}))
    };
    import(&mut desk, "Folders are copied every night.", "2026-03-01");
    let (hunt, nordlys) = (json!({"provider": "hunt-cloud"}), json!({"provider": "nordlys"}));
    let told = compare(&mut desk, hunt.clone(), nordlys.clone());
    assert!(topics(&told).iter().all(|topic| topic["right"]["status"] == "not_looked_at"));
    assert_eq!(told["right"]["sums"]["not_looked_at"], topics(&told).len());
    assert_eq!(
        (&told["right"]["origin"], &told["right"]["day"]),
        (&json!("imported"), &json!("2026-03-01"))
    );

    let found = desk.ok("passages", json!({"query": "copied every night", "provider": "nordlys"}));
    let made = desk.ok(
        "make_statement",
        json!({"passage": found[0]["name"], "words": "Copies are made nightly.", "kind": "measure",
            "side": "provided", "theme": "technological", "topics": ["backup"]}),
    );
    let id = made["statement"]["id"].as_str().unwrap();
    let told = compare(&mut desk, hunt, nordlys.clone());
    let own = statement(&told, "right", id);
    assert_eq!(
        (&own["words"], &own["sources"][0]["captured"]),
        (&json!("Copies are made nightly."), &json!("2026-03-01"))
    );
    assert_eq!(told["right"]["sums"]["stated"], 1);

    import(&mut desk, "Folders are copied every week.", "2026-06-01");
    let first = desk.ok("revisions", json!({"provider": "nordlys"}))[0]["revision"].clone();
    let told = compare(&mut desk, json!({"provider": "nordlys", "revision": first}), nordlys);
    for side in ["left", "right"] {
        let became = &statement(&told, side, id)["became"];
        assert_eq!(became["change"], "reworded", "{side}: what it was made from reads otherwise");
    }
}
