//! The rules by which drafts are checked. Reads them from `checks.yaml` and checks them against registers, forms and
//! messages.

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

/// Reads the rules, and adds the problems to `problems`. A folder without the file has no rules. `None` if the file
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
    // To read the lines takes as long as to read the file, and a correct file does not need them.
    if !found.is_empty() {
        let lines: Option<Node> = serde_saphyr::from_str(text).ok();
        check::check(&rules, templates, At::root(&file, lines.as_ref()), problems);
    }
    Some(rules)
}
