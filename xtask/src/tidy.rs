//! `cargo xtask tidy`: checks the rules of the project against its files and its dependency tree.

use crate::offence::Offence;
use crate::{
    Outcome, architecture, bindings, circles, field_names, licences, line_endings, literal_words,
    messages, room_rules, shell_rules,
};

/// Checks the rules and the generated types.
pub(crate) fn tidy() -> Outcome {
    let rules = rules();
    let generated = bindings::check(bindings::generated);
    match (rules, generated) {
        (Ok(()), Ok(())) => {
            println!("The house is tidy.");
            Ok(())
        }
        (Err(first), Err(second)) => Err(format!("{first}\n{second}")),
        (Err(one), Ok(())) | (Ok(()), Err(one)) => Err(one),
    }
}

/// A rule, and advice for a place that breaks it.
type Rule = (fn() -> Outcome<Vec<Offence>>, &'static str);

const RULES: &[Rule] = &[
    (
        room_rules::names_stay_in_their_rooms,
        "move the code into that room, behind a function that does not show the library",
    ),
    (
        room_rules::model_stays_pure,
        "let the caller in app read the clock, the file or the random number, and pass it in",
    ),
    (
        room_rules::interface_shows_no_raw_html,
        "build the elements in Svelte, or call the program over ui/src/bridge.ts",
    ),
    (room_rules::files_are_well_named_and_short, "name the file after the one thing that is in it"),
    (room_rules::lines_are_not_too_wide, "break the comment or the string"),
    (line_endings::are_line_feeds, "git add --renormalize ., or save the file with line feeds"),
    (
        room_rules::nothing_names_a_machine,
        "take the folder from an argument, a variable or a temporary folder",
    ),
    (
        circles::none,
        "move what both modules need into a module of its own, which uses neither of them",
    ),
    (
        messages::complete,
        "add the message to content/locales/en, or remove it where nothing asks for it",
    ),
    (
        literal_words::none_in_markup,
        "put the words into content/locales/en/ui.ftl and show them by t(\"id\")",
    ),
    (
        literal_words::none_told_by_rust,
        "put the words into a file of content/locales/en and take vurder_content::msg::id()",
    ),
    (
        field_names::none_in_code,
        "give the field a role in registers.yaml and model's FieldRole, and ask for the role",
    ),
    (
        shell_rules::one_list_of_shell_commands,
        "name the command in all three: src-tauri/build.rs, main.rs and capabilities/main.json",
    ),
    (
        architecture::page_names_what_exists,
        "correct the page where a file or a test was renamed; write the test where there is none",
    ),
    (
        licences::tree_is_allowed,
        "take another crate; deny.toml has the lists, and changing them is a decision for all",
    ),
];

/// Checks the rules that need no build.
///
/// # Errors
/// When a rule is broken. Each offence has been printed with advice.
pub(crate) fn rules() -> Outcome {
    let mut broken = 0;
    for (rule, next) in RULES {
        let offences = rule()?;
        for offence in &offences {
            println!("{offence}");
        }
        if !offences.is_empty() {
            println!("Next: {next}\n");
        }
        broken += offences.len();
    }
    match broken {
        0 => Ok(()),
        1 => Err("one house rule is broken".to_owned()),
        many => Err(format!("house rules are broken in {many} places")),
    }
}
