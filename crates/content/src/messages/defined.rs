//! Reads what a message file defines: the ids, the arguments of each message, and its source text.
//!
//! From it the build writes the functions of [`crate::msg`], and the check of the message files compares the languages.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// One message of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Defined {
    /// Its id, such as `error-taken`.
    pub(crate) id: String,
    /// The line on which it starts, counted from 1.
    pub(crate) line: usize,
    /// The names of its arguments, in the order of their first use.
    pub(crate) arguments: Vec<String>,
    /// The ids of other messages that it includes.
    pub(crate) includes: Vec<String>,
    /// The message as it stands in the file.
    pub(crate) source: String,
}

/// A place in a file that Fluent cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// The line on which the unreadable message starts, counted from 1.
    pub(crate) line: usize,
    /// The message of the parser.
    pub(crate) reason: String,
}

/// The messages that `text` defines, in their order, and the places that cannot be read.
pub(crate) fn defined(text: &str) -> (Vec<Defined>, Vec<Unreadable>) {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let unreadable = errors
        .into_iter()
        .map(|error| {
            // The place where the message starts, not the place where the parser stopped.
            let start = error.slice.clone().unwrap_or(error.pos.clone()).start;
            Unreadable { line: line_of(text, start), reason: error.to_string() }
        })
        .collect();
    let messages = resource.body.iter().filter_map(|entry| {
        let Entry::Message(message) = entry else { return None };
        // The parser gives no places, but the strings that it returns are slices of `text`.
        let start = (message.id.name.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let mut found = Defined {
            id: message.id.name.to_owned(),
            line: line_of(text, start),
            arguments: Vec::new(),
            includes: Vec::new(),
            source: source(text, start),
        };
        if let Some(pattern) = &message.value {
            found.read(pattern);
        }
        Some(found)
    });
    (messages.collect(), unreadable)
}

impl Defined {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => add(&mut self.arguments, id.name),
            InlineExpression::MessageReference { id, .. } => add(&mut self.includes, id.name),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument));
            }
            _ => {}
        }
    }
}

fn add(names: &mut Vec<String>, name: &str) {
    if names.iter().all(|known| known != name) {
        names.push(name.to_owned());
    }
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text.get(..at).unwrap_or_default().matches('\n').count()
}

/// The source of the message that starts at `start`, without its id. Its further lines are indented.
fn source(text: &str, start: usize) -> String {
    let mut lines = text.get(start..).unwrap_or_default().lines();
    let first = lines.next().unwrap_or_default();
    let first = first.split_once('=').map_or("", |(_, value)| value.trim());
    let further = lines.take_while(|line| line.starts_with(' ')).map(str::trim);
    std::iter::once(first).chain(further).collect::<Vec<_>>().join(" ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_found_wherever_they_stand() {
        let text = "# A note\none = One\ntwo = { $b } of { $a }, { $b } { one }\n\
                    many = { $count ->\n    [one] one { $thing }\n   *[other] { NUMBER($all) }\n  }\n";
        let (messages, unreadable) = defined(text);
        assert_eq!(unreadable, []);
        let found: Vec<(&str, usize, String)> = messages
            .iter()
            .map(|message| (message.id.as_str(), message.line, message.arguments.join(" ")))
            .collect();
        assert_eq!(
            found,
            [
                ("one", 2, String::new()),
                ("two", 3, "b a".into()),
                ("many", 4, "count thing all".into())
            ]
        );
        assert_eq!(messages[1].includes, ["one"]);
        assert_eq!(messages[1].source, "{ $b } of { $a }, { $b } { one }");
        assert!(
            messages[2].source.ends_with("*[other] { NUMBER($all) } }"),
            "{}",
            messages[2].source
        );
    }
}
