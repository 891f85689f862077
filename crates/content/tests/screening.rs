//! The screening: which rule holds for which answers, the outcome, and what the DPIA takes over from it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use chrono::DateTime;
use vurder_content::Content;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::{FormChoice, Project, ProjectHead, Row};
use vurder_model::provider::Coverage;
use vurder_model::screening::{Screened, ScreeningOutcome, carried, screen};
use vurder_model::template::Template;
use vurder_model::value::{Chosen, Value};
use vurder_model::view::{BlockView, FormSource, FormView, form_view};

use ScreeningOutcome::{NotRequired, Recommended, Required, RequiredUnlessReason};

fn form(id: &str) -> &'static Template {
    Content::embedded().templates.templates.iter().rfind(|form| form.id == id).unwrap()
}

fn chosen(options: &[&str]) -> Vec<Chosen> {
    options.iter().map(|id| Chosen { option: (*id).to_owned(), note: String::new() }).collect()
}

fn row(form: &str, answers: Vec<(&str, Value)>) -> Row {
    Row {
        id: RowId::new(form).unwrap(),
        register: form.to_owned(),
        key: Some("one".to_owned()),
        number: None,
        position: 0.0,
        trashed: None,
        values: answers.into_iter().map(|(field, value)| (field.to_owned(), value)).collect(),
    }
}

/// A row with answers, each given as field and options. Other fields have no answer.
fn answers(given: &[(&str, &[&str])]) -> Row {
    let screening = form("screening");
    let value = |field: &str, options: &[&str]| {
        let known = screening.own_field(field).unwrap();
        let value = match options {
            [one] if field == "exemption" || field == "list_other" || field == "decision" => {
                Value::Choice(chosen(&[one]).remove(0))
            }
            _ => Value::Choices(chosen(options)),
        };
        assert!(known.takes(&value), "{field} takes {options:?}");
        value
    };
    let values = given.iter().map(|(field, options)| (*field, value(field, options))).collect();
    row("screening", values)
}

/// A row with the answer "none" to all questions, except the given ones.
fn answered(given: &[(&'static str, &[&'static str])]) -> Row {
    let mut all: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("named_cases", &["none"][..]),
        ("criteria", &["none"][..]),
        ("countries", &["norway", "denmark"][..]),
        ("list_norway", &["none"][..]),
        ("list_denmark", &["none"][..]),
        ("exemption", &["no-exemption"][..]),
    ]);
    all.extend(given.iter().copied());
    answers(&all.into_iter().collect::<Vec<_>>())
}

fn screened(row: &Row) -> Screened<'static> {
    screen(form("screening"), Some(row)).unwrap()
}

fn rules(screened: &Screened<'_>) -> Vec<String> {
    screened.fired.iter().map(|fired| fired.rule.id.clone()).collect()
}

#[test]
fn each_rule_holds_for_its_answers_and_for_no_others() {
    // A rule, the answers that make it hold, the outcome, and similar answers for which it must not hold.
    type Given = &'static [(&'static str, &'static [&'static str])];
    let cases: [(&str, Given, ScreeningOutcome, Given); 15] = [
        ("35-3-a", &[("named_cases", &["profiling"])], Required, &[("criteria", &["evaluation"])]),
        (
            "35-3-b",
            &[("named_cases", &["special-large-scale"])],
            Required,
            &[("criteria", &["sensitive-data", "large-scale"])],
        ),
        (
            "35-3-c",
            &[("named_cases", &["public-monitoring"])],
            Required,
            &[("criteria", &["systematic-monitoring"])],
        ),
        (
            "norway-without-consent",
            &[("list_norway", &["without-consent"]), ("criteria", &["vulnerable"])],
            Required,
            &[("list_norway", &["without-consent"])],
        ),
        (
            "norway-third-parties",
            &[("list_norway", &["third-parties"]), ("criteria", &["matching"])],
            Required,
            &[("list_norway", &["third-parties"])],
        ),
        (
            "norway-location",
            &[("list_norway", &["location"]), ("criteria", &["large-scale"])],
            Required,
            &[("list_norway", &["location"]), ("criteria", &["sensitive-data"])],
        ),
        ("norway-employees", &[("list_norway", &["employees"])], Required, &[]),
        (
            "norway-biometric",
            &[("list_norway", &["biometric"]), ("criteria", &["vulnerable"])],
            Required,
            &[("list_norway", &["biometric"]), ("criteria", &["sensitive-data"])],
        ),
        (
            "norway-innovative",
            &[("list_norway", &["innovative"]), ("criteria", &["sensitive-data"])],
            Required,
            &[("list_norway", &["innovative"]), ("criteria", &["new-technology"])],
        ),
        (
            "denmark-biometric",
            &[("list_denmark", &["biometric"]), ("criteria", &["vulnerable"])],
            Required,
            &[("list_denmark", &["biometric"]), ("criteria", &["sensitive-data"])],
        ),
        (
            "denmark-genetic",
            &[("list_denmark", &["genetic"]), ("criteria", &["sensitive-data", "matching"])],
            Required,
            &[("list_denmark", &["genetic"]), ("criteria", &["sensitive-data"])],
        ),
        (
            "denmark-location",
            &[("list_denmark", &["location"]), ("criteria", &["vulnerable"])],
            Required,
            &[("list_denmark", &["location"])],
        ),
        (
            "denmark-new-technology",
            &[("list_denmark", &["new-technology"]), ("criteria", &["evaluation"])],
            Required,
            &[("list_denmark", &["new-technology"]), ("criteria", &["new-technology"])],
        ),
        (
            "two-criteria",
            &[("criteria", &["vulnerable", "matching"])],
            RequiredUnlessReason,
            &[("criteria", &["vulnerable"])],
        ),
        (
            "one-criterion",
            &[("criteria", &["blocks-right"])],
            Recommended,
            &[("criteria", &["blocks-right", "evaluation"])],
        ),
    ];
    let rest = ["other-list"];
    let all = form("screening").screening.as_ref().unwrap().rules.iter();
    for rule in all {
        let told = cases.iter().any(|case| case.0 == rule.id) || rest.contains(&rule.id.as_str());
        assert!(told, "{} is tested", rule.id);
    }
    for (rule, given, outcome, near) in cases {
        let holds = screened(&answered(given));
        assert!(rules(&holds).contains(&rule.to_owned()), "{rule} holds: {:?}", rules(&holds));
        assert_eq!(holds.outcome, Some(outcome), "{rule}");
        let fired = holds.fired.iter().find(|fired| fired.rule.id == rule).unwrap();
        assert!(!fired.answers.is_empty(), "{rule} says which answers made it hold");
        let silent = screened(&answered(near));
        assert!(!rules(&silent).contains(&rule.to_owned()), "{rule} is silent");
    }
    let listed = |option: &'static [&'static str]| {
        let other = [("countries", &["other"][..]), ("list_other", option)];
        screened(&answered(&other)).outcome
    };
    assert_eq!(listed(&["listed"]), Some(Required));
    assert_eq!(listed(&["not-listed"]), Some(NotRequired));
}

#[test]
fn an_answer_that_is_no_longer_asked_makes_no_rule_hold() {
    let left_over = answered(&[("countries", &["denmark"]), ("list_norway", &["employees"])]);
    assert_eq!(screened(&left_over).outcome, Some(NotRequired));
    assert_eq!(rules(&screened(&left_over)), [""; 0]);
}

#[test]
fn nothing_is_concluded_before_the_questions_are_answered() {
    let open = |given| {
        let row = answers(given);
        let screened = screened(&row);
        let open: Vec<String> = screened.open.iter().map(|field| field.id.clone()).collect();
        (screened.outcome, open)
    };
    let nothing = screen(form("screening"), None).unwrap();
    assert_eq!(nothing.outcome, None);
    assert_eq!(nothing.made, None);
    let (outcome, left) = open(&[("criteria", &["vulnerable"])]);
    assert_eq!(outcome, None, "a list could still ask for more");
    assert_eq!(left, ["named_cases", "countries", "exemption"], "the country decides on lists");
    let (outcome, left) = open(&[("named_cases", &["profiling"]), ("countries", &["norway"])]);
    assert_eq!(outcome, None, "the exemption could take the duty away");
    assert_eq!(left, ["criteria", "list_norway", "exemption"]);
    let given = [
        ("named_cases", &["profiling"][..]),
        ("countries", &["norway"]),
        ("exemption", &["no-exemption"]),
    ];
    assert_eq!(open(&given).0, Some(Required), "no answer could ask for more");
}

#[test]
fn the_exemption_lifts_what_the_rules_ask_for_and_they_are_told_all_the_same() {
    let row = answered(&[("named_cases", &["special-large-scale"]), ("exemption", &["exempt"])]);
    let lifted = screened(&row);
    assert_eq!(lifted.outcome, Some(NotRequired));
    assert!(lifted.exempt);
    assert_eq!(rules(&lifted), ["35-3-b"]);
}

#[test]
fn a_no_where_a_dpia_is_required_is_told() {
    let decided = |given: &[(&'static str, &[&'static str])]| {
        let mut given = given.to_vec();
        given.push(("decision", &["no-dpia"]));
        screened(&answered(&given)).is_unlawful()
    };
    assert!(decided(&[("named_cases", &["profiling"])]));
    assert!(
        !decided(&[("criteria", &["vulnerable", "matching"])]),
        "a reason may stand against it"
    );
    assert!(!decided(&[]));
}

fn project(rows: Vec<Row>) -> Project {
    let choice = |id: &str| {
        let form = form(id);
        FormChoice { template: form.id.clone(), version: form.version.clone() }
    };
    Project {
        head: ProjectHead {
            id: ProjectId::new("p").unwrap(),
            title: "Cohort".to_owned(),
            language: "en".to_owned(),
            version: "0.1".to_owned(),
            forms: vec![choice("screening"), choice("edpb-dpia")],
            providers: Vec::new(),
            follows: Default::default(),
            created: DateTime::UNIX_EPOCH,
            trashed: None,
        },
        rows,
        citations: Vec::new(),
    }
}

fn view(project: &Project) -> FormView {
    form_view(&FormSource {
        project,
        template: form("screening"),
        registers: &Content::embedded().templates.registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &[],
    })
}

#[test]
fn a_reason_is_asked_for_one_criterion_and_for_a_no_and_for_nothing_else() {
    let asked = |given: &[(&'static str, &[&'static str])]| {
        let view = view(&project(vec![answered(given)]));
        let parts = view.sections.iter().flat_map(|section| &section.parts);
        let mut fields = parts.flat_map(|part| &part.blocks).filter_map(|block| match block {
            BlockView::Field(field) if field.field.id == "why" => Some(field.cell.missing),
            _ => None,
        });
        fields.next().unwrap()
    };
    let yes: (&str, &[&str]) = ("decision", &["dpia"]);
    let no: (&str, &[&str]) = ("decision", &["no-dpia"]);
    assert!(asked(&[("criteria", &["vulnerable"]), yes]), "one criterion, either way");
    assert!(asked(&[("criteria", &["vulnerable"]), no]));
    assert!(asked(&[("criteria", &["vulnerable", "matching"]), no]));
    assert!(!asked(&[("criteria", &["vulnerable", "matching"]), yes]));
    assert!(!asked(&[("named_cases", &["profiling"]), ("criteria", &["vulnerable"]), yes]));
}

#[test]
fn the_view_says_which_rule_holds_and_why_and_what_is_open() {
    let given = [("list_denmark", &["genetic"][..]), ("criteria", &["sensitive-data", "matching"])];
    let view = view(&project(vec![answered(&given)]));
    let blocks = view.sections.iter().flat_map(|s| &s.parts).flat_map(|part| &part.blocks);
    let screening = blocks
        .filter_map(|block| match block {
            BlockView::Screening(screening) => Some(screening),
            _ => None,
        })
        .next()
        .unwrap();
    assert_eq!(screening.outcome, Some(Required));
    assert_eq!(screening.open, []);
    let rule = &screening.fired[0];
    assert_eq!(rule.rule, "denmark-genetic");
    assert_eq!(rule.answers, ["Genetic data", "Datasets are matched or combined"]);
    assert!(rule.check && rule.source.contains("2018"));
}

#[test]
fn every_rule_from_a_summary_asks_to_look_at_the_list() {
    for rule in &form("screening").screening.as_ref().unwrap().rules {
        let of_a_list = rule.reason.is_some() && rule.id != "other-list";
        assert_eq!(rule.check, of_a_list, "{}", rule.id);
    }
}

#[test]
fn the_dpia_takes_up_the_reasons_and_loses_none_of_its_own() {
    let dpia = form("edpb-dpia");
    let mut own = chosen(&["evaluation", "dpo-advice", "other-benefit"]);
    own[2].note = "Trust of the panels".to_owned();
    let given = [
        ("named_cases", &["special-large-scale"][..]),
        ("criteria", &["sensitive-data", "matching"]),
        ("list_norway", &["without-consent", "third-parties"]),
    ];
    let rows =
        vec![answered(&given), row("edpb-dpia", vec![("reasons", Value::Choices(own.clone()))])];
    let mut project = project(rows);
    let found = carried(&project, form("screening"), dpia).unwrap();
    let [(field, Value::Choices(reasons))] = &found.answers[..] else { panic!("{found:?}") };
    let options: Vec<&str> = reasons.iter().map(|r| r.option.as_str()).collect();
    assert_eq!(
        options,
        [
            "special-large-scale",
            "national-law",
            "sensitive-data",
            "matching",
            "dpo-advice",
            "other-benefit"
        ],
        "what the screening does not find is unticked, what it does not know stays"
    );
    assert_eq!(reasons[5].note, "Trust of the panels");
    assert!(reasons[1].note.contains("third parties"), "{}", reasons[1].note);
    assert!(dpia.own_field(field).unwrap().takes(&Value::Choices(reasons.clone())));
    let taken = Value::Choices(reasons.clone());
    project.rows[1].values.insert(field.clone(), taken);
    assert_eq!(carried(&project, form("screening"), dpia), None, "the two say the same now");
}

#[test]
fn nothing_is_taken_up_of_a_screening_that_came_to_nothing_or_to_no_dpia() {
    let dpia = form("edpb-dpia");
    let of = |row: Row| carried(&project(vec![row]), form("screening"), dpia);
    assert_eq!(of(answers(&[("criteria", &["vulnerable"])])), None);
    let no = [("criteria", &["vulnerable", "matching"][..]), ("decision", &["no-dpia"])];
    assert_eq!(of(answered(&no)), None);
    assert!(of(answered(&no[..1])).is_some());
}
