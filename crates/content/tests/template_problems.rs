//! Each problem that a template or the registers can have is named with its file and line.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use vurder_content::templates::{TemplateFile, read_templates};

/// Two files without a problem. Each test breaks one thing in them.
const REGISTERS: &str = "\
registers:
- id: item
  one: item
  many: items
  prefix: D
  label_field: name
  fields:
  - {id: name, label: Name, kind: line}
  - id: special
    label: Special
    kind: choices
    options:
    - {id: none, label: None}
    - {id: health, label: Health}
  - {id: why, label: Why, kind: text, when: {field: special, is_not: [none]}}
- id: risk
  one: risk
  many: risks
  prefix: R
  label_field: title
  fields:
  - {id: title, label: Title, kind: line}
  - {id: items, label: Items, kind: refs, to: [item]}
  - {id: likelihood, label: Likelihood, kind: level, scale: likelihood, role: subjects_likelihood}
  - id: origin
    label: Origin
    kind: choice
    default: {kind: choice, value: {option: access}}
    options:
    - {id: access, label: Access}
    - {id: other, label: Other}
  - {id: severity, label: Severity, kind: level, scale: severity, role: subjects_severity}
  - {id: concerns, label: Concerns, kind: choices, role: concerns, options: [{id: subjects, label: People}]}
- id: method
  one: method
  many: methods
  single: true
  fields:
  - {id: scale, label: Scale, kind: scale, scale: risk, customary: [Low, High]}
";

const FORM: &str = "\
id: form
version: \"1.0\"
title: A form
short: FORM
source: Ours
sections:
- id: \"1\"
  title: First
  parts:
  - id: \"1.1\"
    title: Items
    blocks:
    - field:
        id: kind
        label: Kind
        kind: choice
        options:
        - {id: short, label: Short}
        - {id: long, label: Long, explain: Why}
    - field: {id: why, label: Why, kind: text, when: {field: kind, is: [long]}}
    - table:
        id: items
        rows: [item]
        empty: Add one.
        only:
        - {field: special, is_not: [none]}
        new_row:
        - {field: special, value: {kind: choices, value: [{option: health}]}}
        columns:
        - {field: name, width: 6}
        - {named_by: risk.items, label: Risks}
  - id: \"1.2\"
    title: Risks
    blocks:
    - shared: {register: method, field: scale}
    - table:
        id: risks
        rows: [risk]
        empty: Add one.
        groups:
          by: origin
          label: Origin
          subjects:
          - {id: access, label: Access, topics: [backup]}
          - id: other
            label: Other
            when: {register: item, more_than: 1}
        columns:
        - {field: title}
        - {computed: subjects_inherent, label: Level}
    - computed: subjects_matrix
";

const TOPICS: [&str; 1] = ["backup"];

fn read(registers: &str, form: &str) -> Vec<String> {
    let files = [
        TemplateFile { name: "templates/registers.yaml", text: registers },
        TemplateFile { name: "templates/form-1.0.yaml", text: form },
    ];
    let problems = read_templates(&files, TOPICS).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn broken(sound: &str, from: &str, to: &str) -> String {
    assert_eq!(sound.matches(from).count(), 1, "\"{from}\" must stand in the sound file once");
    sound.replace(from, to)
}

#[test]
fn the_sound_files_are_sound() {
    assert_eq!(read(REGISTERS, FORM), Vec::<String>::new());
}

/// `name: FILE, "text in the file" => "text in its place", ["all problems"]`.
macro_rules! problems {
    ($($name:ident: $file:ident, $from:literal => $to:literal, [$($problem:literal),+ $(,)?];)+) => {$(
        #[test]
        fn $name() {
            let text = broken($file, $from, $to);
            let found = if $file == FORM { read(REGISTERS, &text) } else { read(&text, FORM) };
            assert_eq!(found, [$($problem),+]);
        }
    )+};
}

problems! {
    no_yaml: FORM, "title: A form" => "title: A form: of ours", ["templates/form-1.0.yaml:3: put text that holds a colon and a space in quotes"];
    a_tab: FORM, "title: A form" => "title: A form\n\tshort: x", ["templates/form-1.0.yaml:3: there is a tab; indent with spaces"];
    an_open_quote: FORM, "source: Ours" => "source: \"Ours", ["templates/form-1.0.yaml:6: a quote that opens above is not closed"];
    a_key_twice: FORM, "source: Ours" => "source: Ours\ntitle: Again", ["templates/form-1.0.yaml:6: \"title\" is there twice"];
    an_unknown_key: FORM, "    title: Items" => "    title: Items\n    hints: Help", ["templates/form-1.0.yaml:12: \"hints\" is not known here; there can be: id, title, law, hint, optional, consultation, blocks"];
    an_unknown_key_of_a_field: REGISTERS, "label: Title, kind: line" => "label: Title, kind: line, hnt: x", ["templates/registers.yaml:22: \"hnt\" is not known here; there can be: id, label, kind, hint, prompt, law, required, cite, options, options_from, explain_several, to, scale, customary, reason, when, role, alternative, reason_of, default"];
    a_wrong_type: FORM, "width: 6" => "width: wide", ["templates/form-1.0.yaml:30: a number is expected here"];
    a_list_for_words: FORM, "    title: Items" => "    title: [Items]", ["templates/form-1.0.yaml:11: words are expected here"];
    an_unknown_kind: REGISTERS, "label: Name, kind: line" => "label: Name, kind: lien", ["templates/registers.yaml:8: \"lien\" is not known here; write one of: text, line, date, choice, choices, yes_no, refs, level, scale, matrix, citations, acceptance"];
    an_unknown_block: FORM, "    - computed: subjects_matrix" => "    - picture: subjects_matrix", ["templates/form-1.0.yaml:51: \"picture\" is not known here; write one of: field, shared, table, computed"];
    an_unknown_computed_block: FORM, "computed: subjects_matrix" => "computed: subject_matrix", ["templates/form-1.0.yaml:51: \"subject_matrix\" is not known here; write one of: subjects_matrix, subjects_matrices, organisation_matrix, organisation_matrices, levels, coverage, requests, sources, notes, screening, versions"];
    an_unknown_computed_cell: FORM, "computed: subjects_inherent" => "computed: inherent", ["templates/form-1.0.yaml:50: \"inherent\" is not known here; write one of: label, subjects_inherent, subjects_residual, organisation_inherent, organisation_residual"];
    an_unknown_scale: REGISTERS, "scale: likelihood," => "scale: chance,", ["templates/registers.yaml:24: \"chance\" is not known here; write one of: likelihood, severity, risk"];
    an_alternative_that_is_not_there: REGISTERS, "{id: title, label: Title, kind: line}" => "{id: title, label: Title, kind: line, alternative: nothing}", ["templates/registers.yaml:22: there is no field \"nothing\" in the same row whose answer could be enough"];
    an_answer_to_no_question: REGISTERS, "when: {field: special, is_not: [none]}" => "when: {field: nothing, answered: true}", ["templates/registers.yaml:15: there is no field \"nothing\" in the same row"];
    a_yes_to_a_choice: REGISTERS, "when: {field: special, is_not: [none]}" => "when: {all: [{field: special, answer: true}]}", ["templates/registers.yaml:15: there is no field \"special\" of kind yes_no in the same row"];
    options_from_two_places: REGISTERS, "    kind: choices\n    options:" => "    kind: choices\n    options_from: topics\n    options:", ["templates/registers.yaml:12: options_from belongs to fields of kind choice or choices that list no options"];
    an_explanation_of_one_choice: REGISTERS, "    kind: choice\n" => "    kind: choice\n    explain_several: Why\n", ["templates/registers.yaml:28: explain_several belongs to fields of kind choices only"];
    an_unknown_condition: FORM, "when: {register: item, more_than: 1}" => "when: {register: item, less_than: 1}", ["templates/form-1.0.yaml:47: a condition is {field: …, is: […]}, {field: …, is_not: […]}, {field: …, without: […]}, {field: …, answer: …}, {field: …, answered: …}, {register: …, more_than: …}, {all: […]}, {any: […]} or {screening: […]}"];
    a_preset_of_no_kind: FORM, "value: {kind: choices, value" => "value: {kind: chosen, value", ["templates/form-1.0.yaml:28: \"chosen\" is not known here; write one of: text, line, date, choice, choices, yes_no, refs, level, scale, matrix, citations, acceptance"];
    no_version: FORM, "version: \"1.0\"\n" => "", ["templates/form-1.0.yaml:5: \"version\" is missing"];
    no_title: FORM, "title: A form\n" => "", ["templates/form-1.0.yaml:5: \"title\" is missing"];
    no_section_title: FORM, "  title: First\n" => "", ["templates/form-1.0.yaml:8: \"title\" is missing"];
    an_empty_version: FORM, "version: \"1.0\"" => "version: \"\"", ["templates/form-1.0.yaml:2: the version is empty"];
    an_empty_title: FORM, "title: A form" => "title: \"\"", ["templates/form-1.0.yaml:3: the title is empty"];
    an_empty_label: REGISTERS, "label: Title" => "label: \"\"", ["templates/registers.yaml:22: the label is empty"];
    an_empty_label_of_an_option: REGISTERS, "{id: health, label: Health}" => "{id: health, label: \" \"}", ["templates/registers.yaml:14: the label is empty"];
    an_empty_label_of_a_column: FORM, "label: Risks" => "label: \"\"", ["templates/form-1.0.yaml:31: the label is empty"];
    an_empty_table_without_a_next_step: FORM, "        rows: [risk]\n        empty: Add one." => "        rows: [risk]", ["templates/form-1.0.yaml:37: what stands in place of rows is empty"];
    a_register_twice: REGISTERS, "- id: risk" => "- id: item", ["templates/form-1.0.yaml:31: there is no register \"risk\"", "templates/form-1.0.yaml:38: there is no register \"risk\"", "templates/registers.yaml:16: register \"item\" is there twice; the first stands on line 2"];
    a_letter_twice: REGISTERS, "prefix: R" => "prefix: D", ["templates/registers.yaml:19: register \"item\" has the letter D already"];
    a_field_twice: REGISTERS, "{id: why," => "{id: name,", ["templates/registers.yaml:15: field \"name\" is there twice; the first stands on line 8"];
    an_option_twice: REGISTERS, "{id: health," => "{id: none,", ["templates/form-1.0.yaml:28: the first value is none that field \"special\" can hold", "templates/registers.yaml:14: option \"none\" is there twice; the first stands on line 13"];
    a_section_twice: FORM, "sections:" => "sections:\n- {id: \"1\", title: Zeroth, parts: [{id: \"1.0\", title: Part, blocks: [{computed: levels}]}]}", ["templates/form-1.0.yaml:8: section \"1\" is there twice; the first stands on line 7"];
    a_part_twice: FORM, "id: \"1.2\"" => "id: \"1.1\"", ["templates/form-1.0.yaml:32: part \"1.1\" is there twice; the first stands on line 10"];
    a_part_of_another_section: FORM, "id: \"1.2\"" => "id: \"2.2\"", ["templates/form-1.0.yaml:32: part 2.2 does not belong to section 1"];
    a_form_field_twice: FORM, "{id: why," => "{id: kind,", ["templates/form-1.0.yaml:20: field \"kind\" is there twice; the first stands on line 14"];
    a_table_twice: FORM, "id: risks" => "id: items", ["templates/form-1.0.yaml:37: table \"items\" is there twice; the first stands on line 22"];
    a_subject_twice: FORM, "- id: other" => "- id: access", ["templates/form-1.0.yaml:45: subject \"access\" is there twice; the first stands on line 44"];
    an_id_with_a_space: REGISTERS, "{id: title," => "{id: the title,", ["templates/form-1.0.yaml:49: register \"risk\" has no field \"title\"", "templates/registers.yaml:20: label_field \"title\" is no field of register \"risk\"", "templates/registers.yaml:22: \"the title\" cannot be the id of a field: write 1 to 40 of a-z, 0-9, \"-\", \"_\" and \".\""];
    a_form_named_like_a_register: FORM, "id: form" => "id: item", ["templates/form-1.0.yaml:1: \"item\" is a register already; a form's own fields stand under its id"];
    a_register_of_its_own_that_is_shared: FORM, "sections:" => "registers:\n- {id: item, one: x, many: y, label_field: f, fields: [{id: f, label: F, kind: line}]}\nsections:", ["templates/form-1.0.yaml:7: register \"item\" is shared by all forms already"];
    no_label_field: REGISTERS, "  label_field: title\n" => "", ["templates/registers.yaml:16: label_field is missing: name the field that says which row is meant"];
    an_unknown_label_field: REGISTERS, "label_field: title" => "label_field: name", ["templates/registers.yaml:20: label_field \"name\" is no field of register \"risk\""];
    a_choice_without_options: REGISTERS, "    options:\n    - {id: access, label: Access}\n    - {id: other, label: Other}\n" => "", ["templates/registers.yaml:25: field \"origin\" is a choice without options", "templates/registers.yaml:28: the first value is none that field \"origin\" can hold"];
    options_of_a_line: REGISTERS, "label: Title, kind: line" => "label: Title, kind: line, options: [{id: a, label: A}]", ["templates/registers.yaml:22: options belong to fields of kind choice or choices only"];
    a_level_without_scale: REGISTERS, "kind: level, scale: likelihood" => "kind: level", ["templates/registers.yaml:24: field \"likelihood\" is a level or scale: say which with scale: likelihood, severity or risk"];
    a_scale_on_a_line: REGISTERS, "label: Title, kind: line" => "label: Title, kind: line, scale: risk", ["templates/registers.yaml:22: scale belongs to fields of kind level or scale only"];
    a_scale_without_levels: REGISTERS, ", customary: [Low, High]" => "", ["templates/registers.yaml:39: the scale \"scale\" has 0 customary levels: name 2 to 5, lowest first"];
    a_nameless_level: REGISTERS, "customary: [Low, High]" => "customary: [Low, \"\"]", ["templates/registers.yaml:39: the customary level is empty"];
    levels_of_a_line: REGISTERS, "label: Title, kind: line" => "label: Title, kind: line, customary: [Low, High]", ["templates/registers.yaml:22: customary belongs to fields of kind scale only"];
    refs_to_nothing: REGISTERS, "kind: refs, to: [item]" => "kind: refs", ["templates/form-1.0.yaml:31: field \"risk.items\" does not refer to the rows of this table", "templates/registers.yaml:23: field \"items\" refers to rows: say of which registers"];
    refs_to_an_unknown_register: REGISTERS, "to: [item]" => "to: [item, thing]", ["templates/registers.yaml:23: there is no register \"thing\""];
    refs_to_a_single_register: REGISTERS, "to: [item]" => "to: [item, method]", ["templates/registers.yaml:23: register \"method\" has no rows to refer to"];
    to_on_a_line: REGISTERS, "label: Title, kind: line" => "label: Title, kind: line, to: [item]", ["templates/registers.yaml:22: \"to\" belongs to fields of kind refs only"];
    a_default_of_the_wrong_kind: REGISTERS, "default: {kind: choice, value: {option: access}}" => "default: {kind: line, value: access}", ["templates/registers.yaml:28: the first value is none that field \"origin\" can hold"];
    a_default_of_an_unknown_option: REGISTERS, "value: {option: access}" => "value: {option: acces}", ["templates/registers.yaml:28: the first value is none that field \"origin\" can hold"];
    a_condition_on_an_unknown_field: REGISTERS, "when: {field: special," => "when: {field: category,", ["templates/registers.yaml:15: there is no field \"category\" in the same row"];
    a_condition_on_an_unknown_option: REGISTERS, "is_not: [none]" => "is_not: [nothing]", ["templates/registers.yaml:15: field \"special\" has no option \"nothing\""];
    a_condition_on_a_line: REGISTERS, "when: {field: special," => "when: {field: name,", ["templates/registers.yaml:15: field \"name\" is no choice, so it holds no options"];
    a_condition_on_an_unknown_register: FORM, "{register: item, more_than" => "{register: thing, more_than", ["templates/form-1.0.yaml:47: there is no register \"thing\""];
    a_subject_that_looks_at_a_row: FORM, "when: {register: item, more_than: 1}" => "when: {field: origin, is: [other]}", ["templates/form-1.0.yaml:47: a subject belongs to no row; its condition counts rows: {register: …, more_than: …}"];
    shared_of_an_unknown_register: FORM, "{register: method," => "{register: methods,", ["templates/form-1.0.yaml:35: there is no register \"methods\""];
    shared_of_an_unknown_field: FORM, "{register: method, field: scale}" => "{register: method, field: scales}", ["templates/form-1.0.yaml:35: register \"method\" has no field \"scales\""];
    shared_of_many_rows: FORM, "{register: method, field: scale}" => "{register: item, field: name}", ["templates/form-1.0.yaml:35: register \"item\" has many rows; show it as a table, not as a shared field"];
    a_table_of_an_unknown_register: FORM, "rows: [risk]" => "rows: [risks]", ["templates/form-1.0.yaml:38: there is no register \"risks\""];
    a_table_of_a_single_register: FORM, "rows: [risk]" => "rows: [method]", ["templates/form-1.0.yaml:38: register \"method\" has no rows; show it as shared fields"];
    a_table_of_nothing: FORM, "rows: [risk]" => "rows: []", ["templates/form-1.0.yaml:38: the table shows no register: name it under rows"];
    a_column_of_an_unknown_field: FORM, "{field: name, width: 6}" => "{field: names, width: 6}", ["templates/form-1.0.yaml:30: register \"item\" has no field \"names\""];
    a_column_of_nothing: FORM, "{field: name, width: 6}" => "{label: Name, width: 6}", ["templates/form-1.0.yaml:30: a column shows one thing: give it field, computed or named_by"];
    a_column_of_two_things: FORM, "{field: name, width: 6}" => "{field: name, computed: label}", ["templates/form-1.0.yaml:30: a column shows one thing: give it field, computed or named_by"];
    a_column_without_heading: FORM, "{computed: subjects_inherent, label: Level}" => "{computed: subjects_inherent}", ["templates/form-1.0.yaml:50: a column without a field needs a label"];
    a_level_of_rows_that_are_no_risks: FORM, "{field: name, width: 6}" => "{computed: subjects_inherent, label: Level}", ["templates/form-1.0.yaml:30: register \"item\" has no level of risk: its fields have not the roles of the two scores"];
    a_role_twice: REGISTERS, "scale: severity, role: subjects_severity" => "scale: severity, role: subjects_likelihood", ["templates/form-1.0.yaml:50: register \"risk\" has no level of risk: its fields have not the roles of the two scores", "templates/registers.yaml:32: \"risk.likelihood\" has the role subjects_likelihood already"];
    a_role_of_another_kind: REGISTERS, "kind: choices, role: concerns, options: [{id: subjects, label: People}]" => "kind: line, role: concerns", ["templates/registers.yaml:33: the role concerns is one of fields of kind choices"];
    a_role_that_is_none: REGISTERS, "role: concerns" => "role: concern", ["templates/registers.yaml:33: \"concern\" is not known here; write one of: controller, data_protection_officer, processor_name, library_provider, concerns, risk_title, risk_scenario_id, risk_origin, risk_how, risk_sources, risk_impact, risk_environment, risk_scenario, risk_affected, risk_owner, subjects_reason, subjects_acceptable, subjects_residual_acceptable, subjects_acceptance, organisation_likelihood_reason, organisation_severity_reason, organisation_residual_reason, subjects_likelihood, subjects_severity, subjects_residual_likelihood, subjects_residual_severity, organisation_likelihood, organisation_severity, organisation_residual_likelihood, organisation_residual_severity, risk_acceptance, measure_words, measure_serves, measure_by, measure_treats, measure_option, measure_status, measure_responsible, measure_deadline, measure_evidence, measure_fills, request_to, request_about, request_topics, request_words, request_published, request_wanted, request_asked_by, request_status, request_sent, request_due, request_answer, request_answered, judged_statement, judgement, judgement_note, person_role, person_name, subject_note, picture_caption, picture_alternative, waiver_reason, waiver_words, waiver_fingerprint, waiver_date, round_recipients, round_date, round_version, round_closed, returned_name, returned_from, returned_date, returned_version, returned_round, remark_words, remark_by, remark_date, remark_kind, remark_quoted, remark_before, remark_after, remark_new_words, remark_row, remark_field, remark_section, remark_page, remark_state, remark_answer, remark_answered_by, remark_answered, remark_reply_to, remark_file, remark_identity, remark_seen, remark_edited, remark_earlier, remark_exported, remark_told, own_note_words, own_note_row, own_note_field, own_note_section, own_note_date, ready_by, ready_date, ready_fingerprint, ignored_word"];
    a_role_without_the_one_beside_it: REGISTERS, "kind: choices, role: concerns, options" => "kind: choices, options", ["templates/registers.yaml:24: the role subjects_likelihood stands beside concerns; no field of register \"risk\" has that one", "templates/registers.yaml:32: the role subjects_severity stands beside concerns; no field of register \"risk\" has that one"];
    law_that_is_none: REGISTERS, "{id: why, label: Why, kind: text," => "{id: why, label: Why, kind: text, law: [\"GDPR 9\", \"recital 174\"],", ["templates/registers.yaml:15: the GDPR has no recital 174: write recital 76, from 1 to 173"];
    law_of_a_part_that_is_none: FORM, "  - id: \"1.1\"\n    title: Items" => "  - id: \"1.1\"\n    title: Items\n    law: [\"GDPR 135(7)\"]", ["templates/form-1.0.yaml:12: \"135(7)\" is no article of the GDPR: write 32 or 28(3)(h), with an article from 1 to 99"];
    a_reason_of_nothing: REGISTERS, "{id: why, label: Why, kind: text," => "{id: why, label: Why, kind: text, reason_of: what,", ["templates/registers.yaml:15: there is no field \"what\" in the same row to give a reason for"];
    a_width_beyond_the_page: FORM, "width: 6" => "width: 13", ["templates/form-1.0.yaml:30: a width is a share of 12"];
    named_by_without_a_field: FORM, "named_by: risk.items" => "named_by: risk", ["templates/form-1.0.yaml:31: write the register and its field: measure.risks"];
    named_by_an_unknown_register: FORM, "named_by: risk.items" => "named_by: risks.items", ["templates/form-1.0.yaml:31: there is no register \"risks\""];
    named_by_an_unknown_field: FORM, "named_by: risk.items" => "named_by: risk.things", ["templates/form-1.0.yaml:31: register \"risk\" has no field \"things\""];
    named_by_a_line: FORM, "named_by: risk.items" => "named_by: risk.title", ["templates/form-1.0.yaml:31: field \"risk.title\" does not refer to rows"];
    named_by_rows_that_name_others: FORM, "{field: title}" => "{named_by: risk.items, label: X}", ["templates/form-1.0.yaml:49: field \"risk.items\" does not refer to the rows of this table"];
    a_filter_on_an_unknown_field: FORM, "- {field: special, is_not: [none]}" => "- {field: category, is_not: [none]}", ["templates/form-1.0.yaml:26: register \"item\" has no field \"category\""];
    a_filter_on_an_unknown_option: FORM, "- {field: special, is_not: [none]}" => "- {field: special, is_not: [nothing]}", ["templates/form-1.0.yaml:26: field \"special\" has no option \"nothing\""];
    a_filter_on_a_line: FORM, "- {field: special, is_not: [none]}" => "- {field: name, is_not: [none]}", ["templates/form-1.0.yaml:26: field \"name\" is no choice, so it holds no options"];
    a_filter_that_filters_nothing: FORM, "- {field: special, is_not: [none]}" => "- {field: special}", ["templates/form-1.0.yaml:26: the condition lets every row pass: give it is or is_not"];
    a_preset_of_an_unknown_field: FORM, "- {field: special, value" => "- {field: category, value", ["templates/form-1.0.yaml:26: a row added here would not stand in the table: give \"special\" a fitting first value under new_row", "templates/form-1.0.yaml:28: register \"item\" has no field \"category\""];
    a_preset_of_the_wrong_kind: FORM, "value: {kind: choices, value: [{option: health}]}" => "value: {kind: choice, value: {option: health}}", ["templates/form-1.0.yaml:28: the first value is none that field \"special\" can hold"];
    a_preset_of_an_unknown_option: FORM, "[{option: health}]" => "[{option: wealth}]", ["templates/form-1.0.yaml:28: the first value is none that field \"special\" can hold"];
    a_row_that_would_vanish: FORM, "[{option: health}]" => "[{option: none}]", ["templates/form-1.0.yaml:26: a row added here would not stand in the table: give \"special\" a fitting first value under new_row"];
    a_derived_table_that_adds: FORM, "        rows: [item]" => "        rows: [item]\n        derived: true", ["templates/form-1.0.yaml:29: a derived table adds no rows"];
    groups_by_an_unknown_field: FORM, "by: origin" => "by: origins", ["templates/form-1.0.yaml:41: register \"risk\" has no field \"origins\""];
    groups_by_a_line: FORM, "by: origin" => "by: title", ["templates/form-1.0.yaml:41: field \"title\" is no choice"];
    groups_of_an_unknown_option: FORM, "- id: other" => "- id: others", ["templates/form-1.0.yaml:45: field \"origin\" has no option \"others\""];
    a_reason_of_a_line: REGISTERS, "label: Title, kind: line" => "label: Title, kind: line, reason: both", ["templates/registers.yaml:22: reason belongs to fields of kind yes_no only"];
    a_reason_of_no_answer: REGISTERS, "label: Title, kind: line" => "label: Title, kind: yes_no, reason: maybe", ["templates/registers.yaml:22: \"maybe\" is not known here; write one of: both, if_yes, if_no"];
    table_on_an_unknown_option: FORM, "        rows: [risk]" => "        rows: [risk]\n        at_least: 1\n        when: {field: kind, is: [longer]}", ["templates/form-1.0.yaml:40: field \"kind\" has no option \"longer\""];
    table_on_a_field_of_the_row: FORM, "        rows: [risk]" => "        rows: [risk]\n        at_least: 1\n        when: {field: origin, is: [other]}", ["templates/form-1.0.yaml:40: there is no field \"origin\" in the same row"];
    an_unknown_topic: FORM, "topics: [backup]" => "topics: [backups]", ["templates/form-1.0.yaml:44: there is no topic \"backups\""];
}

#[test]
fn an_aliased_value_is_named_where_it_is_written() {
    // The options of the second field are an alias of those of the first. The problem is reported at the first.
    let registers = "\
registers:
- id: item
  one: item
  many: items
  label_field: a
  fields:
  - id: a
    label: A
    kind: choice
    options: &both
    - {id: x, label: \"\"}
  - id: b
    label: B
    kind: choice
    options: *both
";
    let problems = read(registers, &broken(FORM, "topics: [backup]", "topics: []"));
    assert!(problems.contains(&"templates/registers.yaml:11: the label is empty".to_owned()));
    assert!(!problems.iter().any(|p| p.contains("yaml:15:")), "one mistake is told once");
}

#[test]
fn registers_that_cannot_be_read_hide_what_forms_say_of_them() {
    let found = read("registers: [", FORM);
    assert_eq!(found.len(), 1, "forms are not blamed for registers nobody could read: {found:?}");
    assert!(found[0].starts_with("templates/registers.yaml:1: "), "{found:?}");
}

#[test]
fn every_unreadable_file_is_named() {
    let files = [
        TemplateFile { name: "registers.yaml", text: REGISTERS },
        TemplateFile { name: "a.yaml", text: "id: [" },
        TemplateFile { name: "b.yaml", text: "" },
    ];
    let problems = read_templates(&files, TOPICS).unwrap_err();
    let names: Vec<&str> = problems.iter().map(|p| p.file.as_str()).collect();
    assert_eq!(names, ["a.yaml", "b.yaml"]);
}

#[test]
fn the_same_form_in_the_same_version_is_there_once() {
    let files = [
        TemplateFile { name: "registers.yaml", text: REGISTERS },
        TemplateFile { name: "a.yaml", text: FORM },
        TemplateFile { name: "b.yaml", text: FORM },
    ];
    let problems = read_templates(&files, TOPICS).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["b.yaml:2: a.yaml holds \"form\" 1.0 already"]);
    let newer = FORM.replace("\"1.0\"", "\"1.1\"");
    let files = [files[0], files[1], TemplateFile { name: "b.yaml", text: &newer }];
    let both = read_templates(&files, TOPICS).unwrap();
    assert!(both.template("form", "1.0").is_some() && both.template("form", "1.1").is_some());
}

#[test]
fn every_mistake_in_the_shape_of_a_file_is_told_at_once() {
    let form = FORM
        .replace("    - field: {id: why, label: Why,", "    - field: {id: why, labl: Why,")
        .replace("id: short, label: Short", "id: short, label: [Short]")
        .replace("        rows: [item]\n", "        rows: [item]\n        at_leest: 1\n");
    let files = [
        TemplateFile { name: "registers.yaml", text: REGISTERS },
        TemplateFile { name: "form-1.0.yaml", text: &form },
    ];
    let problems = read_templates(&files, ["backup"]).unwrap_err();
    let lines: Vec<usize> = problems.iter().map(|p| p.line).collect();
    let place = |what: &str| form.lines().position(|line| line.contains(what)).unwrap() + 1;
    assert_eq!(lines, [place("[Short]"), place("labl"), place("at_leest")], "{problems:?}");
}

/// The rules of a screening, which are added at the end of the form.
const SCREENING: &str = "
screening:
  criteria: many
  decision: {field: kind, not_made: short, why: why}
  exemption: {label: Lifted, law: [\"GDPR 35(10)\"], when: {field: kind, is: [long]}}
  rules:
  - {id: two, label: Two, law: [\"WP248 rev.01\"], at_least: 2, outcome: recommended}
  - {id: long, label: Long, law: [\"GDPR 35(3)\"], when: {field: kind, is: [long]}, outcome: required}
";

#[test]
fn what_is_wrong_with_the_rules_of_a_screening_is_named_with_its_line() {
    let many = "    - field: {id: many, label: Many, kind: choices, options: [{id: one, label: One}]}\n    - table:\n        id: items";
    let form = broken(FORM, "    - table:\n        id: items", many) + SCREENING;
    assert_eq!(read(REGISTERS, &form), [""; 0]);
    for (from, to, line, problem) in [
        ("criteria: many", "criteria: few", 55, "the form has no field \"few\" of its own"),
        ("criteria: many", "criteria: kind", 55, "field \"kind\" does not take several criteria"),
        ("not_made: short", "not_made: no", 56, "field \"kind\" has no option \"no\""),
        (
            "when: {field: kind, is: [long]}}\n  rules",
            "when: {field: kind, is: [x]}}\n  rules",
            57,
            "field \"kind\" has no option \"x\"",
        ),
        ("at_least: 2,", "at_least: 2, at_most: 1,", 59, "rule \"two\" can never hold"),
        ("at_least: 2, ", "", 59, "rule \"two\" asks for nothing, so it always holds"),
        ("law: [\"WP248 rev.01\"], ", "", 59, "rule \"two\" does not say where it comes from"),
        (
            "id: long, label: Long, law: [\"GDPR 35(3)\"]",
            "id: two, label: Long, law: [\"GDPR 35(3)\"]",
            60,
            "rule \"two\" is there twice; the first stands on line 59",
        ),
        (
            "  rules:\n",
            "  carried: {form: dpia, reasons: why, same: [many]}\n  rules:\n",
            58,
            "there is no form \"dpia\"",
        ),
        (
            "  rules:\n",
            "  carried: {form: form, reasons: kind, same: [many]}\n  rules:\n",
            58,
            "form 1.0 has no reason \"one\" to carry over",
        ),
    ] {
        let found = read(REGISTERS, &broken(&form, from, to));
        assert_eq!(found, [format!("templates/form-1.0.yaml:{line}: {problem}")], "{to}");
    }
}

#[test]
fn a_condition_on_a_screening_needs_its_rules() {
    let form =
        broken(FORM, "when: {field: kind, is: [long]}", "when: {any: [{screening: [required]}]}");
    let found = read(REGISTERS, &form);
    assert_eq!(found, ["templates/form-1.0.yaml:20: the form has no rules of a screening"]);
}
