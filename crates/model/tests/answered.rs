//! What counts as answered: an answer must have everything that its field asks for.
#![allow(clippy::unwrap_used, clippy::panic)]

use serde_json::{Value as Json, json};
use vurder_model::answered::Lack;
use vurder_model::field::{Field, Register};
use vurder_model::id::RowId;
use vurder_model::project::{Project, ProjectHead, Row};
use vurder_model::provider::Coverage;
use vurder_model::template::Template;
use vurder_model::value::Value;
use vurder_model::view::{BlockView, FormSource, GapKind, Progress, form_view};

fn field(json: Json) -> Field {
    let mut whole = json!({"id": "f", "label": "Field", "required": true});
    whole.as_object_mut().unwrap().extend(json.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

/// The view and progress of a form with a field and, below it, a table that needs a row of risks once the field has the
/// option `long`.
fn progress_of(field: &Field, value: Option<&Json>, risks: &[Json]) -> (Progress, Vec<BlockView>) {
    let template: Template = serde_json::from_value(json!({
        "id": "form", "version": "1.0", "title": "Form", "short": "F", "source": "none",
        "sections": [{"id": "1", "title": "One", "parts": [{"id": "1.1", "title": "Part", "blocks": [
            {"field": field},
            {"table": {"id": "risks", "title": "Risks", "rows": ["risk"], "at_least": 1,
                       "when": {"field": "f", "is": ["long"]},
                       "columns": [{"field": "score", "required": true},
                                   {"field": "acceptance", "required": true}]}}]}]}]
    }))
    .unwrap();
    let registers: Vec<Register> = serde_json::from_value(json!([
        {"id": "risk", "one": "risk", "many": "risks", "prefix": "R", "label_field": "score", "fields": [
            {"id": "score", "label": "Likelihood", "kind": "level", "scale": "likelihood"},
            {"id": "acceptance", "label": "Acceptance", "kind": "acceptance"}]},
        {"id": "method", "one": "method", "many": "methods", "single": true, "fields": [
            {"id": "likelihood", "label": "Likelihood", "kind": "scale", "scale": "likelihood"}]}
    ]))
    .unwrap();
    let head: ProjectHead = serde_json::from_value(json!({
        "id": "p", "title": "P", "language": "en", "version": "0.1", "forms": [], "providers": [],
        "created": "2026-11-22T10:00:00Z", "trashed": null
    }))
    .unwrap();
    let row = |register: &str, id: String, single: bool, values: Json| Row {
        id: RowId::new(id).unwrap(),
        register: register.to_owned(),
        key: single.then(|| "one".to_owned()),
        position: 0.0,
        number: None,
        trashed: None,
        values: serde_json::from_value(values).unwrap(),
    };
    let levels: Vec<Json> = ["Rare", "Possible", "Likely"].map(|l| json!({"label": l})).to_vec();
    let mut rows = vec![row(
        "method",
        "method".to_owned(),
        true,
        json!({"likelihood": {"kind": "scale", "value": levels}}),
    )];
    rows.extend(value.map(|v| row("form", "form".to_owned(), true, json!({"f": v}))));
    rows.extend((0..).zip(risks).map(|(n, r)| row("risk", format!("r{n}"), false, r.clone())));
    let project = Project { head, rows, citations: Vec::new() };
    let source = FormSource {
        project: &project,
        template: &template,
        registers: &registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &[],
    };
    let mut view = form_view(&source);
    let mut section = view.sections.remove(0);
    (section.progress, section.parts.remove(0).blocks)
}

/// What one field with one value lacks.
fn lacks(of: &Json, value: Json) -> Vec<Lack> {
    let field = field(of.clone());
    let read: Value = serde_json::from_value(value.clone()).unwrap();
    let lacks = field.lacks(Some(&read), 3);
    // Everything that is lacking is a gap, and there are no other gaps.
    let (progress, _) = progress_of(&field, Some(&value), &[]);
    let gaps: Vec<_> = progress.gaps.iter().filter(|g| g.label == "Field").collect();
    assert_eq!(gaps.is_empty(), lacks.is_empty(), "{value}: {gaps:?}");
    if let Some(gap) = gaps.first() {
        match lacks[0] {
            Lack::Answer => assert_eq!((gap.kind, &gap.lacks[..]), (GapKind::Field, &[][..])),
            _ => assert_eq!((gap.kind, &gap.lacks), (GapKind::Incomplete, &lacks)),
        }
    }
    lacks
}

#[test]
fn an_acceptance_is_by_somebody_in_a_role_on_a_day() {
    let of = json!({"kind": "acceptance"});
    let given = |name: &str, role: &str, date: Option<&str>, accepted: bool| {
        let value = json!({"accepted": accepted, "name": name, "role": role, "date": date});
        lacks(&of, json!({"kind": "acceptance", "value": value}))
    };
    assert_eq!(given("", "", None, true), [Lack::Name, Lack::Role, Lack::Date]);
    assert_eq!(given("Åse", "", None, true), [Lack::Role, Lack::Date]);
    assert_eq!(given("\u{200b}", "Owner", Some("2026-12-15"), true), [Lack::Name]);
    assert_eq!(given("Åse", "Owner", None, true), [Lack::Date]);
    assert_eq!(given("Åse", "Owner", Some("2026-12-15"), true), []);
    assert_eq!(given("Åse", "Owner", None, false), [Lack::Date], "a refusal has a day as well");
    assert_eq!(given("", "", None, false), [Lack::Answer]);
}

#[test]
fn a_yes_or_no_has_the_reason_that_is_asked_for() {
    let given = |reason: Option<&str>, answer: bool, why: &str| {
        let mut of = json!({"kind": "yes_no"});
        if let Some(reason) = reason {
            of["reason"] = json!(reason);
        }
        lacks(&of, json!({"kind": "yes_no", "value": {"answer": answer, "reason": why}}))
    };
    for (asked, yes, no) in [
        (None, false, false),
        (Some("both"), true, true),
        (Some("if_yes"), true, false),
        (Some("if_no"), false, true),
    ] {
        for (answer, owed) in [(true, yes), (false, no)] {
            let expected: &[Lack] = if owed { &[Lack::Reason] } else { &[] };
            for why in ["", " ", "<!-- -->", "****", "\u{200b}"] {
                assert_eq!(given(asked, answer, why), expected, "{asked:?} {answer} {why:?}");
            }
            assert_eq!(given(asked, answer, "No data leave Norway."), [], "{asked:?} {answer}");
        }
    }
}

#[test]
fn an_option_that_asks_for_an_explanation_gets_one() {
    let options = json!([{"id": "short", "label": "Short"}, {"id": "law", "label": "Law", "explain": "Which law"}]);
    let one = json!({"kind": "choice", "options": options});
    let many = json!({"kind": "choices", "options": options});
    let choice = |option: &str, note: &str| {
        lacks(&one, json!({"kind": "choice", "value": {"option": option, "note": note}}))
    };
    assert_eq!(choice("short", ""), []);
    assert_eq!(choice("law", ""), [Lack::Explanation]);
    assert_eq!(choice("law", " "), [Lack::Explanation]);
    assert_eq!(choice("law", "Health Research Act"), []);
    assert_eq!(choice("", ""), [Lack::Answer]);
    let choices = |all: Json| lacks(&many, json!({"kind": "choices", "value": all}));
    assert_eq!(choices(json!([{"option": "short"}, {"option": "law"}])), [Lack::Explanation]);
    assert_eq!(choices(json!([{"option": "short"}, {"option": "law", "note": "§ 10"}])), []);
    assert_eq!(choices(json!([])), [Lack::Answer]);
}

#[test]
fn words_that_say_nothing_are_no_answer() {
    for kind in ["text", "line"] {
        let of = json!({"kind": kind});
        for words in
            ["", " ", "\u{200b}\u{feff}", "–", "…", "<!-- -->", "<!-- to do -->", "https://"]
        {
            let value = json!({"kind": kind, "value": words});
            assert_eq!(lacks(&of, value), [Lack::Answer], "{kind} {words:?}");
        }
        for words in ["none", "2031", "なし"] {
            assert_eq!(lacks(&of, json!({"kind": kind, "value": words})), [], "{kind} {words:?}");
        }
    }
    let text = json!({"kind": "text"});
    for markdown in [
        "****",
        "[](http://a.example)",
        "| |\n| - |\n| |",
        "- \n- ",
        "---",
        "[x](http://)",
        "- [see here](https://) –",
        "[the plan]()",
        "[x](mailto:)",
    ] {
        let value = json!({"kind": "text", "value": markdown});
        assert_eq!(lacks(&text, value), [Lack::Answer], "{markdown:?}");
    }
    for markdown in
        ["[x](http://a.example)", "[](http://) kept", "[x](http://) [y](https://b.example)"]
    {
        let value = json!({"kind": "text", "value": markdown});
        assert_eq!(lacks(&text, value), [], "{markdown:?}");
    }
    let cited = json!({"kind": "text", "value": "[H05](cite:h05)"});
    assert_eq!(lacks(&text, cited), [], "a citation is shown with its words");
}

#[test]
fn rows_can_be_owed_by_what_was_decided() {
    let options = json!([{"id": "short", "label": "Short"}, {"id": "long", "label": "Long"}]);
    let of = field(json!({"kind": "choice", "options": options}));
    let owed = |option: &str| {
        let value = json!({"kind": "choice", "value": {"option": option}});
        let (progress, blocks) = progress_of(&of, Some(&value), &[]);
        assert_eq!(blocks.len() == 2, option == "long", "the table is there when it is asked");
        let told = |g: &vurder_model::view::Gap| (g.kind, g.label.clone(), g.missing);
        progress.gaps.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(owed("short"), []);
    assert_eq!(owed("long"), [(GapKind::Rows, "Risks".to_owned(), 1)]);
    let short = json!({"kind": "choice", "value": {"option": "short"}});
    let (_, blocks) = progress_of(&of, Some(&short), &[json!({})]);
    assert_eq!(blocks.len(), 2, "a row that was written before stays in sight");
}

#[test]
fn a_score_outside_its_scale_is_shown_and_told() {
    let accepted = json!({"kind": "acceptance", "value":
        {"accepted": true, "name": "Åse", "role": "Owner", "date": "2026-12-15"}});
    let risk =
        |score: u8| json!({"score": {"kind": "level", "value": score}, "acceptance": accepted});
    let text = field(json!({"kind": "text", "required": false}));
    let (progress, blocks) = progress_of(&text, None, &[risk(3), risk(5), risk(4)]);
    let told: Vec<_> =
        progress.gaps.iter().map(|g| (g.kind, g.label.as_str(), g.missing, g.of)).collect();
    assert_eq!(told, [(GapKind::OffScale, "Likelihood", 2, 3)]);
    assert_eq!(progress.gaps[0].row.as_ref().map(RowId::as_str), Some("r1"), "leads to the first");
    let BlockView::Table(table) = &blocks[1] else { panic!("the table comes second") };
    let cells: Vec<_> = table.groups[0].rows.iter().map(|r| &r.cells[0]).collect();
    assert_eq!(cells[0].level.as_ref().map(|l| l.label.as_str()), Some("Likely"));
    assert_eq!((&cells[0].lacks[..], cells[0].missing), (&[][..], false));
    assert_eq!((&cells[1].lacks[..], cells[1].missing), (&[Lack::Level][..], true));
}

#[test]
fn answers_in_part_are_told_apart_from_empty_ones() {
    let given = |value: Json| json!({"score": {"kind": "level", "value": 1}, "acceptance": value});
    let accepted = |name: &str, date: Option<&str>| {
        let value = json!({"accepted": true, "name": name, "role": "Owner", "date": date});
        given(json!({"kind": "acceptance", "value": value}))
    };
    let text = field(json!({"kind": "text", "required": false}));
    let rows = [
        json!({"score": {"kind": "level", "value": 1}}),
        accepted("", None),
        accepted("Åse", None),
        accepted("Åse", Some("2026-12-15")),
    ];
    let (progress, _) = progress_of(&text, None, &rows);
    let told: Vec<_> = progress
        .gaps
        .iter()
        .map(|g| (g.kind, g.label.as_str(), g.lacks.as_slice(), g.missing, g.of))
        .collect();
    assert_eq!(
        told,
        [
            (GapKind::Cells, "Acceptance", &[][..], 1, 4),
            (GapKind::Incomplete, "Acceptance", &[Lack::Name, Lack::Date][..], 2, 4),
        ],
        "the words can say \"name and date of the acceptance\""
    );
    assert_eq!(progress.filled, 0);
}

mod following {
    use proptest::prelude::*;
    use vurder_model::field::{Field, FieldKind};
    use vurder_model::value::{Chosen, Value};

    fn field(kind: FieldKind) -> Field {
        let options: Vec<_> =
            ["a", "b", "c"].iter().map(|id| serde_json::json!({"id": id, "label": id})).collect();
        let kind = serde_json::to_value(kind).unwrap();
        let field = serde_json::json!({"id": "f", "label": "F", "kind": kind, "options": options});
        serde_json::from_value(field).unwrap()
    }

    fn chosen() -> impl Strategy<Value = Chosen> {
        ("[abc]", ".{0,12}").prop_map(|(option, note)| Chosen { option, note })
    }

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            chosen().prop_map(Value::Choice),
            Just(Value::Choice(Chosen { option: String::new(), note: String::new() })),
            proptest::collection::vec(chosen(), 0..4).prop_map(Value::Choices),
            ".{0,20}".prop_map(Value::Line),
            ".{0,20}".prop_map(Value::Text),
        ]
    }

    proptest! {
        /// An answer that follows its field says the same as before, and following it again changes nothing. A single
        /// choice can always be read by a field that takes several.
        #[test]
        fn an_answer_follows_its_field_and_says_the_same(value in value(), many in any::<bool>()) {
            let kind = if many { FieldKind::Choices } else { FieldKind::Choice };
            let field = field(kind);
            let followed = field.follow(value.clone());
            prop_assert_eq!(followed.plain_text(), value.plain_text());
            prop_assert_eq!(followed.is_empty(), value.is_empty());
            prop_assert_eq!(field.follow(followed.clone()), followed.clone());
            let fits = field.takes(&value) || (many && matches!(value, Value::Choice(_)));
            prop_assert_eq!(field.takes(&followed), fits);
        }
    }
}
