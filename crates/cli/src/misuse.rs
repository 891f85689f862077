//! Tells in the words of the message files what is wrong with a command line, and the next step.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use vurder_content::{Message, msg};

use crate::print::words;

/// The message for a command line that clap refuses. `command` is the command that it names, as one types it.
pub(crate) fn told(error: &Error, command: &str) -> String {
    let mut told = words(&what_is_wrong(error));
    if let Some(detail) = detail(error) {
        told = format!("{told}\n({detail})");
    }
    format!("{told}\n{}", words(&next_step(error, command)))
}

/// The message for the help of an unknown command.
pub(crate) fn unknown_command(name: &str) -> String {
    let wrong = words(&msg::cli_misuse_unknown_command(name));
    format!("{wrong}\n{}", words(&msg::cli_misuse_help("vurder-cli --help")))
}

fn what_is_wrong(error: &Error) -> Message {
    let argument = || context(error, ContextKind::InvalidArg);
    let value = || context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => msg::cli_misuse_unknown_argument(argument()),
        ErrorKind::InvalidSubcommand => {
            msg::cli_misuse_unknown_command(context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => msg::cli_misuse_missing_argument(argument()),
        ErrorKind::MissingSubcommand => msg::cli_misuse_missing_command(),
        ErrorKind::InvalidValue if value().is_empty() => msg::cli_misuse_missing_value(argument()),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            msg::cli_misuse_missing_value(argument())
        }
        ErrorKind::TooManyValues => msg::cli_misuse_surplus_value(value(), argument()),
        ErrorKind::InvalidValue => {
            let choices = context(error, ContextKind::ValidValue);
            msg::cli_misuse_wrong_value(value(), argument(), msg::expected_one_of(choices))
        }
        ErrorKind::ValueValidation => {
            let expected = std::error::Error::source(error).map(ToString::to_string);
            msg::cli_misuse_wrong_value(value(), argument(), expected.unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            if other == argument() {
                msg::cli_misuse_argument_twice(other)
            } else {
                msg::cli_misuse_not_together(argument(), other)
            }
        }
        _ => msg::cli_misuse(),
    }
}

/// Clap's words for an error that has no message of ours.
fn detail(error: &Error) -> Option<String> {
    (what_is_wrong(error) == msg::cli_misuse()).then(|| error.kind().to_string())
}

fn next_step(error: &Error, command: &str) -> Message {
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let help = format!("{command} --help");
    match suggested.into_iter().find_map(|kind| nearest(error, kind)) {
        Some(near) => msg::cli_misuse_help_near(near, help),
        None => msg::cli_misuse_help(help),
    }
}

/// Clap's suggestion of this kind. The last of several suggestions is the most similar to what was typed.
fn nearest(error: &Error, kind: ContextKind) -> Option<&String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(one),
        ContextValue::Strings(several) => several.last(),
        _ => None,
    }
}

/// What clap says about the error in this context. Several values are separated by commas.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(several)) => several.join(", "),
        _ => String::new(),
    }
}
