//! The rules by which drafts are checked, from `checks.yaml`: read, and held against registers, forms and messages.

mod check;
mod check_predicate;
mod messages;

use vurder_model::check::Rules;

use crate::files::{CHECKS, Files};
use crate::located::{At, Node};
use crate::problem::Problem;
use crate::templates::Templates;
use crate::yaml;

pub(crate) use messages::check_messages_of_rules;

/// Reads the rules; what is wrong goes to `problems`. A folder without the file has no rules. Nothing where the file
/// cannot be read.
pub(crate) fn read(
    files: &Files,
    templates: &Templates,
    problems: &mut Vec<Problem>,
) -> Option<Rules> {
    let file = files.name(CHECKS);
    let rules = match files.text(CHECKS) {
        Ok(Some(text)) => match yaml::read::<Rules>(&file, text, 0) {
            Ok(rules) => (rules, text),
            Err(problem) => {
                problems.push(problem);
                return None;
            }
        },
        Ok(None) => return Some(Rules::default()),
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let (rules, text) = rules;
    let mut found = Vec::new();
    check::check(&rules, templates, At::root(&file, None), &mut found);
    // Reading the lines costs as much as reading the file, and a sound file needs none.
    if !found.is_empty() {
        let lines: Option<Node> = serde_saphyr::from_str(text).ok();
        check::check(&rules, templates, At::root(&file, lines.as_ref()), problems);
    }
    Some(rules)
}
