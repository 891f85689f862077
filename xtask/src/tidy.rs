//! `cargo xtask tidy`: the rules of the house, read off its files and its dependency tree.

use crate::{Outcome, bindings, licences, messages, room_rules, shell_rules};

/// Something that breaks a rule, as `place: what`.
pub(crate) type Offence = String;

/// The whole task: the rules, and the generated types.
pub(crate) fn tidy() -> Outcome {
    let kept = rules();
    let generated = bindings::check(bindings::generated);
    match (kept, generated) {
        (Ok(()), Ok(())) => {
            println!("The house is tidy.");
            Ok(())
        }
        (Err(first), Err(second)) => Err(format!("{first}\n{second}")),
        (Err(one), Ok(())) | (Ok(()), Err(one)) => Err(one),
    }
}

/// The rules that need nothing to be built.
///
/// # Errors
/// When a rule is broken; each offence has been printed.
pub(crate) fn rules() -> Outcome {
    let mut offences = Vec::new();
    for rule in [
        room_rules::names_stay_in_their_rooms,
        room_rules::model_stays_pure,
        room_rules::interface_shows_no_raw_html,
        room_rules::files_are_well_named_and_short,
        room_rules::nothing_names_a_machine,
        messages::complete,
        shell_rules::one_list_of_shell_commands,
        licences::tree_is_allowed,
    ] {
        offences.append(&mut rule()?);
    }
    for offence in &offences {
        println!("{offence}");
    }
    match offences.len() {
        0 => Ok(()),
        1 => Err("one house rule is broken".to_owned()),
        many => Err(format!("house rules are broken in {many} places")),
    }
}
