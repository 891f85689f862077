//! Projects: made, changed, put into the trash and restored. Their progress counts what is written.

use serde_json::json;
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, choices, field, line, numbers, table, text};

#[test]
fn a_new_project_has_its_controllers_processors_and_forms() {
    let mut desk = Desk::new();
    assert_eq!(desk.ok("status", json!({}))["first_start"], true);
    let made = desk.ok(
        "create_project",
        json!({"title": "  Kidneys \n in time ", "controllers": ["Fjordby", " ", "Sundholm"],
               "providers": ["hunt-cloud", "genomedk"], "forms": ["dpia", "RAR", "edpb-dpia"], "language": "nb"}),
    );
    assert_eq!(desk.ok("status", json!({}))["first_start"], false);
    let project = made["project"].as_str().unwrap();
    let overview = desk.ok("project", json!({"project": project}));
    assert_eq!(overview["head"]["title"], "Kidneys in time", "line breaks are no part of a name");
    assert_eq!(overview["head"]["language"], "nb");
    assert_eq!(
        overview["controllers"],
        json!(["Fjordby", "Sundholm"]),
        "an empty name is no controller"
    );
    let forms = overview["forms"].as_array().unwrap();
    let forms: Vec<_> = forms.iter().map(|f| f["form"].as_str().unwrap()).collect();
    assert_eq!(forms, ["edpb-dpia", "rar"], "a form named twice is one form");
    let dpia = desk.ok("form", json!({"project": project, "form": "dpia"}));
    assert_eq!(numbers(&dpia, "controllers").len(), 2);
    let processors: Vec<_> = numbers(&dpia, "processors").into_iter().map(|(_, id)| id).collect();
    assert_eq!(processors, ["processor-hunt-cloud", "processor-genomedk"]);
    let name = &cell(&dpia, "processors", "processor-genomedk", "name")["value"]["value"];
    assert_eq!(name, "GenomeDK");
    let list = desk.ok("projects", json!({}));
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["controllers"], overview["controllers"]);
}

/// The language of the answers decides how the PDF divides words. A language for the headings is offered only when its
/// translation is complete.
#[test]
fn a_text_can_be_in_languages_that_the_program_does_not_speak() {
    let mut desk = Desk::new();
    let status = desk.ok("status", json!({}));
    assert_eq!(status["languages"], json!(["en"]), "no other language is complete");
    assert_eq!(status["text_languages"], json!(["en", "nb", "nn", "da"]));
    desk.make_project();
    desk.ok("change_project", json!({"project": "p", "language": "nb"}));
    assert_eq!(desk.ok("project", json!({"project": "p"}))["head"]["language"], "nb");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": desk.path("report.pdf")}));
}

#[test]
fn what_makes_no_project_is_refused_and_leaves_nothing() {
    let mut desk = Desk::new();
    let forms = json!(["dpia"]);
    for (arguments, code) in [
        (json!({"title": "  ", "forms": forms}), ErrorCode::WrongValue),
        (json!({"title": "x".repeat(301), "forms": forms}), ErrorCode::TooLarge),
        (json!({"title": "x", "forms": []}), ErrorCode::WrongValue),
        (json!({"title": "x", "forms": ["nis2"]}), ErrorCode::NotFound),
        (json!({"title": "x", "forms": forms, "providers": ["acme"]}), ErrorCode::NotFound),
        (json!({"title": "x", "forms": forms, "language": "tlh"}), ErrorCode::WrongValue),
        (json!({"title": "x", "forms": forms, "id": "Not an id"}), ErrorCode::BadArguments),
        (json!({"title": "x", "forms": forms, "colour": "red"}), ErrorCode::BadArguments),
        (json!({"forms": forms}), ErrorCode::BadArguments),
    ] {
        desk.refused("create_project", arguments, code);
    }
    assert_eq!(desk.ok("projects", json!({})), json!([]));
    desk.make_project();
    let again = json!({"id": "p", "title": "Other", "forms": forms});
    desk.refused("create_project", again, ErrorCode::Taken);
    assert_eq!(desk.ok("project", json!({"project": "p"}))["head"]["title"], "Kidneys");
}

#[test]
fn providers_that_come_bring_a_processor_and_those_that_go_leave_what_was_written() {
    let mut desk = Desk::with_project();
    desk.set("processor-hunt-cloud", "tasks", text("Runs the lab."));
    desk.ok(
        "change_project",
        json!({"project": "p", "providers": ["genomedk"], "title": "Memory"}),
    );
    let dpia = desk.form("dpia");
    let rows: Vec<_> = numbers(&dpia, "processors").into_iter().map(|(_, id)| id).collect();
    assert_eq!(rows, ["processor-hunt-cloud", "processor-genomedk"]);
    let tasks = &cell(&dpia, "processors", "processor-hunt-cloud", "tasks")["value"]["value"];
    assert_eq!(tasks, "Runs the lab.");
    desk.ok("change_project", json!({"project": "p", "providers": ["hunt-cloud", "genomedk"]}));
    assert_eq!(numbers(&desk.form("dpia"), "processors").len(), 2, "nobody is processor twice");
    for _ in 0..2 {
        desk.ok("undo", json!({"project": "p"}));
    }
    let head = desk.ok("project", json!({"project": "p"}))["head"].clone();
    assert_eq!((&head["title"], &head["providers"]), (&json!("Kidneys"), &json!(["hunt-cloud"])));
    assert_eq!(numbers(&desk.form("dpia"), "processors").len(), 1);
}

#[test]
fn a_project_comes_back_from_the_trash_as_it_was() {
    let mut desk = Desk::with_project();
    desk.set("controller-1", "contact", line("post@fjordby.example"));
    let before = desk.state("p");
    desk.ok("trash_project", json!({"project": "p"}));
    assert_eq!(desk.ok("projects", json!({})), json!([]));
    assert_eq!(desk.ok("status", json!({}))["first_start"], false, "it is not gone");
    assert_eq!(desk.ok("trash", json!({}))["projects"][0]["id"], "p");
    assert_eq!(desk.ok("search", json!({"query": "fjordby"}))["hits"], json!([]));
    let value =
        json!({"project": "p", "row": "controller-1", "field": "dpo", "value": line("None")});
    desk.refused("set_value", value, ErrorCode::NotFound);
    desk.refused("undo", json!({"project": "p"}), ErrorCode::NotFound);
    desk.ok("restore_project", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before);
    assert_eq!(desk.ok("trash", json!({}))["projects"], json!([]));
    assert_ne!(desk.ok("search", json!({"query": "fjordby"}))["hits"], json!([]));
    assert!(desk.undo_state().0.is_string(), "what was done before can still be undone");
}

#[test]
fn progress_counts_what_is_required_and_says_what_is_open() {
    let mut desk = Desk::with_project();
    let progress = |desk: &mut Desk| {
        let forms = desk.ok("project", json!({"project": "p"}))["forms"].clone();
        forms[0]["sections"][0]["progress"].clone()
    };
    let before = progress(&mut desk);
    let gaps = |p: &serde_json::Value| {
        let open = p["gaps"].as_array().unwrap().iter().filter(|g| g["part"] == "0.1");
        open.map(|g| g["label"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(gaps(&before), ["Main establishment or contact", "Data protection officer"]);
    desk.set("controller-1", "units", text("Not required: touching it counts for nothing."));
    assert_eq!(progress(&mut desk)["filled"], before["filled"]);
    desk.set("controller-1", "contact", line("Fjordby"));
    assert_eq!(progress(&mut desk)["filled"], before["filled"], "half a part is not a part");
    desk.set("controller-1", "dpo", line("Aslaug Bråten"));
    let after = progress(&mut desk);
    assert_eq!(after["filled"], before["filled"].as_u64().unwrap() + 1);
    assert_eq!(gaps(&after), Vec::<String>::new());
    desk.set("controller-1", "dpo", line("   "));
    assert_eq!(progress(&mut desk)["filled"], before["filled"], "blanks say nothing");
}

#[test]
fn what_does_not_apply_is_not_asked_but_stays_in_sight_when_written() {
    let mut desk = Desk::with_project();
    let tasks =
        |desk: &mut Desk, row: &str| cell(&desk.form("dpia"), "controllers", row, "tasks").clone();
    assert_eq!(tasks(&mut desk, "controller-1")["asked"], false, "one controller arranges nothing");
    desk.add("controller", "second", json!({"name": line("Sundholm")}));
    let asked = tasks(&mut desk, "controller-1");
    assert_eq!((&asked["asked"], &asked["missing"]), (&json!(true), &json!(true)));
    desk.set("controller-1", "tasks", text("Informs everyone."));
    desk.ok("trash_row", json!({"project": "p", "row": "second"}));
    let answer = tasks(&mut desk, "controller-1");
    assert_eq!(answer["value"]["value"], "Informs everyone.", "words never vanish");
    assert_eq!(answer["missing"], false);

    desk.add(
        "data_item",
        "genomes",
        json!({"name": line("Genomes"), "special": choices(&["none"])}),
    );
    let dpia = desk.form("dpia");
    let special = table(&dpia, "item_retention")["groups"][0]["rows"].as_array().unwrap().len();
    assert_eq!(special, 1, "each data item owes a retention");
    desk.set("genomes", "special", choices(&["genetic"]));
    let dpia = desk.form("dpia");
    let art9 = dpia["sections"].to_string().matches("\"art9_why\"").count();
    assert!(art9 > 0, "genetic data need a ground");
    assert!(field(&dpia, "end_conditions").is_none_or(|f| f["cell"]["asked"] == false));
    let own = json!({"project": "p", "register": "edpb-dpia", "field": "duration",
                     "value": {"kind": "choice", "value": {"option": "temporary"}}});
    desk.ok("set_value", own);
    let dpia = desk.form("dpia");
    assert_eq!(field(&dpia, "end_conditions").unwrap()["cell"]["asked"], true);
}

#[test]
fn a_form_left_out_keeps_its_answers_for_the_day_it_comes_back() {
    let mut desk = Desk::with_project();
    let own = json!({"project": "p", "register": "rar", "field": "main_findings", "value": text("Ask for the report.")});
    desk.ok("set_value", own);
    desk.ok("change_project", json!({"project": "p", "forms": ["dpia"]}));
    desk.refused("form", json!({"project": "p", "form": "rar"}), ErrorCode::NotFound);
    desk.refused(
        "section",
        json!({"project": "p", "form": "dpia", "section": "99"}),
        ErrorCode::NotFound,
    );
    desk.ok("change_project", json!({"project": "p", "forms": ["rar", "dpia"]}));
    let rar = desk.form("rar");
    assert_eq!(
        field(&rar, "main_findings").unwrap()["cell"]["value"]["value"],
        "Ask for the report."
    );
}

#[test]
fn the_list_follows_every_change() {
    let mut desk = Desk::with_project();
    desk.ok("create_project", json!({"id": "q", "title": "Memory", "forms": ["rar"]}));
    let listed = |desk: &mut Desk| {
        let list = desk.ok("projects", json!({})).as_array().unwrap().clone();
        list.into_iter().map(|p| (p["head"]["id"].clone(), p)).collect::<Vec<_>>()
    };
    let first = listed(&mut desk);
    assert_eq!((&first[0].0, &first[1].0), (&json!("q"), &json!("p")), "last changed first");
    assert_eq!(listed(&mut desk), first, "asked again, the same");
    desk.set("controller-1", "name", line("Sundholm"));
    let second = listed(&mut desk);
    assert_eq!((&second[0].0, &second[0].1["controllers"]), (&json!("p"), &json!(["Sundholm"])));
    assert_eq!(second[1].1, first[0].1);
    desk.set("controller-1", "contact", line("Post"));
    desk.set("controller-1", "dpo", line("None"));
    let filled =
        |project: &serde_json::Value| project["forms"][0]["progress"]["filled"].as_u64().unwrap();
    let third = listed(&mut desk);
    assert_eq!(filled(&third[0].1), filled(&second[0].1) + 1);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(filled(&listed(&mut desk)[0].1), filled(&second[0].1));
    desk.ok("trash_project", json!({"project": "p"}));
    assert_eq!(listed(&mut desk).len(), 1);
    desk.ok("restore_project", json!({"project": "p"}));
    assert_eq!(listed(&mut desk).len(), 2);
}

/// The ids of the visible processors of the project `p`.
fn processors(desk: &mut Desk) -> Vec<String> {
    let state = desk.state("p");
    let rows = state["rows"].as_array().unwrap().iter();
    rows.filter(|r| r["row"]["register"] == "processor" && r["row"]["trashed"].is_null())
        .map(|r| r["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_provider_whose_row_is_in_the_trash_can_be_chosen_again() {
    let mut desk = Desk::with_project();
    let choose = |desk: &mut Desk, providers: &[&str]| {
        desk.ok("change_project", json!({"project": "p", "providers": providers}));
        desk.ok("project", json!({"project": "p"}))["head"]["providers"].clone()
    };
    desk.set("processor-hunt-cloud", "tasks", text("Keeps the data."));
    desk.ok("trash_row", json!({"project": "p", "row": "processor-hunt-cloud"}));
    choose(&mut desk, &[]);
    assert_eq!(processors(&mut desk), [""; 0]);
    choose(&mut desk, &["hunt-cloud"]);
    assert_eq!(processors(&mut desk), ["processor-hunt-cloud"], "the row came back");
    let tasks = cell(&desk.form("dpia"), "processors", "processor-hunt-cloud", "tasks").clone();
    assert_eq!(tasks["value"]["value"], "Keeps the data.", "with what was written there");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(processors(&mut desk), [""; 0], "one change, undone as one");
    desk.ok("redo", json!({"project": "p"}));

    let twice = choose(&mut desk, &["genomedk", "hunt-cloud", "genomedk"]);
    assert_eq!(twice, json!(["genomedk", "hunt-cloud"]), "each provider once");
    assert_eq!(processors(&mut desk), ["processor-hunt-cloud", "processor-genomedk"]);

    let made =
        json!({"id": "q", "title": "Q", "forms": ["dpia"], "providers": ["genomedk", "genomedk"]});
    desk.ok("create_project", made);
    let head = desk.ok("project", json!({"project": "q"}))["head"].clone();
    assert_eq!(head["providers"], json!(["genomedk"]));
}

#[test]
fn a_row_that_bears_the_identity_of_a_providers_row_is_not_in_the_way() {
    let mut desk = Desk::with_project();
    desk.add("risk", "processor-genomedk", json!({}));
    desk.ok("change_project", json!({"project": "p", "providers": ["hunt-cloud", "genomedk"]}));
    let all = processors(&mut desk);
    assert_eq!(all.len(), 2);
    assert!(!all.contains(&"processor-genomedk".to_owned()), "{all:?}");
}

#[test]
fn progress_at_a_glance_is_the_progress_of_the_form() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Loss"), "how": text("&nbsp;")}));
    desk.add("measure", "m", json!({"measure": text("**")}));
    desk.ok("sample", json!({}));
    for project in ["p", "sample"] {
        let overview = desk.ok("project", json!({"project": project}));
        for form in ["edpb-dpia", "rar"] {
            let whole = desk.ok("form", json!({"project": project, "form": form}));
            let forms = overview["forms"].as_array().unwrap();
            let seen = &forms.iter().find(|f| f["form"] == form).unwrap()["sections"];
            for (section, seen) in
                whole["sections"].as_array().unwrap().iter().zip(seen.as_array().unwrap())
            {
                assert_eq!(seen["title"], section["title"]);
                assert_eq!(seen["progress"], section["progress"], "{project} {form}");
            }
        }
    }
}

#[test]
fn a_long_list_says_of_each_project_what_the_project_says() {
    let mut desk = Desk::new();
    for number in 0..20 {
        let (id, title) = (format!("p-{number}"), format!("Study {number}"));
        desk.ok(
            "create_project",
            json!({"id": id, "title": title, "controllers": [format!("House {number}")], "providers": [],
                   "forms": if number % 2 == 0 { json!(["dpia"]) } else { json!(["dpia", "rar"]) }}),
        );
        for row in 0..number {
            let name = json!({"name": line(&format!("Item {row}"))});
            desk.ok("add_row", json!({"project": id, "register": "data_item", "values": name}));
        }
    }
    let list = desk.ok("projects", json!({}));
    let list = list.as_array().unwrap();
    let ids: Vec<_> = list.iter().map(|p| p["head"]["id"].as_str().unwrap().to_owned()).collect();
    let newest_first: Vec<_> = (0..20).rev().map(|number| format!("p-{number}")).collect();
    assert_eq!(ids, newest_first);
    for listed in list {
        let whole = desk.ok("project", json!({"project": listed["head"]["id"]}));
        assert_eq!(listed["controllers"], whole["controllers"]);
        for (form, of_whole) in
            listed["forms"].as_array().unwrap().iter().zip(whole["forms"].as_array().unwrap())
        {
            for part in ["filled", "required"] {
                assert_eq!(
                    form["progress"][part], of_whole["progress"][part],
                    "{}",
                    listed["head"]
                );
            }
        }
    }
    assert_eq!(desk.ok("projects", json!({})).as_array().unwrap(), list, "asked again, the same");
}

/// A project reads a provider at the revision that it follows: a new project at the newest one, the sample at the
/// first.
#[test]
fn a_project_follows_a_revision_of_each_provider() {
    let mut desk = Desk::new();
    desk.make_project();
    let newest = desk.ok("library", json!({}))["providers"].as_array().unwrap().clone();
    let follows = desk.ok("project", json!({"project": "p"}))["head"]["follows"].clone();
    for provider in &newest {
        let id = provider["id"].as_str().unwrap();
        assert_eq!(follows[id], provider["revision"], "{id}");
    }
    let unknown = json!({"project": "p", "follows": {"hunt-cloud": "no such"}});
    desk.refused("change_project", unknown, ErrorCode::NotFound);
    desk.ok("change_project", json!({"project": "p", "follows": {"hunt-cloud": "1"}}));
    let library = desk.ok("library", json!({"project": "p"}));
    let providers = library["providers"].as_array().unwrap();
    let hunt = providers.iter().find(|provider| provider["id"] == "hunt-cloud").unwrap();
    assert_eq!(hunt["revision"], "1");
    let page =
        json!({"project": "p", "provider": "hunt-cloud", "page": "hunt-cloud/risk-management-faq"});
    assert_eq!(
        desk.ok("page", page)["page"]["address"],
        "https://docs.hdc.ntnu.no/riskmanagement/faq"
    );
}
