//! Checks that each rule has a message, and that the message fits the rule.

use std::collections::HashMap;

use vurder_model::check::{GAP_RULE, MESSAGE_ARGUMENTS, Rules, message_of};

use crate::files::{CHECKS, Files};
use crate::messages::ENGLISH;
use crate::messages::defined::{Defined, defined};
use crate::problem::Problem;

/// Arguments that only a rule about a row has.
const OF_A_ROW: [&str; 2] = ["row", "name"];

/// Checks the messages of the rules in `files`. If there are no message files, there are no problems.
#[must_use]
pub(crate) fn check_messages_of_rules(rules: &Rules, files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    let folder = format!("locales/{ENGLISH}");
    let mut messages: HashMap<String, (String, Defined)> = HashMap::new();
    for path in files.below(&folder, ".ftl") {
        let text = files.text(path).ok().flatten().unwrap_or_default();
        for message in defined(text).0 {
            messages.insert(message.id.clone(), (files.name(path), message));
        }
    }
    if messages.is_empty() {
        return problems;
    }
    for rule in &rules.rules {
        let id = rule.message();
        let Some((file, message)) = messages.get(&id) else {
            let words = format!("rule \"{}\" has no message \"{id}\"", rule.id);
            problems.push(Problem::new(files.name(CHECKS), 1, words));
            continue;
        };
        for argument in &message.arguments {
            let known = MESSAGE_ARGUMENTS.contains(&argument.as_str());
            let filled =
                rule.each.is_some() || rule.function || !OF_A_ROW.contains(&argument.as_str());
            if !known || !filled {
                let words = format!(
                    "\"{id}\" takes the argument \"{argument}\", which its rule does not fill"
                );
                problems.push(Problem::new(file, message.line, words));
            }
        }
        // Words can mean something else. Therefore the message of such a rule is a question.
        if rule.asks() != message.source.ends_with('?') {
            let words = match rule.asks() {
                true => format!("\"{id}\" must be a question, since its rule reads words"),
                false => format!("\"{id}\" must be no question, since its rule reads no words"),
            };
            problems.push(Problem::new(file, message.line, words));
        }
    }
    for (id, (file, message)) in &messages {
        let gap = id.starts_with(&message_of(GAP_RULE));
        let rule = rules.rules.iter().any(|rule| rule.message() == *id);
        if id.starts_with(&message_of("")) && !gap && !rule {
            problems.push(Problem::new(file, message.line, format!("\"{id}\" belongs to no rule")));
        }
    }
    problems.sort();
    problems
}
