//! The help of `vurder-cli`. Clap lays it out, and all of its words come from the message files. Clap's own words are
//! English and fixed, so each command gets a template, and the arguments that clap would add are added here.

use clap::{Arg, ArgAction, Command, CommandFactory};
use vurder_content::{Message, msg};

use crate::arguments::Arguments;
use crate::print::words;

/// The whole command line, with its help in the language of the program.
pub(crate) fn command_line() -> Command {
    let mut root = in_our_words(Arguments::command().disable_version_flag(true).arg(flag(
        "version",
        'V',
        ArgAction::Version,
        &msg::cli_help_version(),
    )));
    // After this call, the usage of each command names the commands above it.
    root.build();
    with_usage(root)
}

fn in_our_words(command: Command) -> Command {
    let help = flag("help", 'h', ArgAction::Help, &msg::cli_help_flag());
    let command = command.disable_help_flag(true).arg(help).mut_args(|arg| {
        match value_name(arg.get_id().as_str()) {
            // Clap's lists of values and defaults contain English words. The help of the argument tells values and
            // default instead.
            Some(name) => {
                arg.value_name(words(&name)).hide_default_value(true).hide_possible_values(true)
            }
            None => arg,
        }
    });
    let template = template(&command);
    let command = command.help_template(template);
    if !command.has_subcommands() {
        return command;
    }
    command
        .disable_help_subcommand(true)
        .subcommand_value_name(words(&msg::cli_value_command()))
        .mut_subcommands(in_our_words)
}

fn flag(name: &'static str, short: char, action: ArgAction, help: &Message) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(words(help))
}

/// The name that the usage shows for the value of an argument.
fn value_name(argument: &str) -> Option<Message> {
    Some(match argument {
        "workspace" => msg::cli_value_workspace(),
        "project" => msg::cli_value_project(),
        "provider" => msg::cli_value_provider(),
        "from" | "to" | "revision" => msg::cli_value_revision(),
        "dialect" | "format" => msg::cli_value_format(),
        "title" => msg::cli_value_name(),
        "address" => msg::cli_value_address(),
        "left_out" => msg::cli_value_page(),
        "path" => msg::cli_value_path(),
        "password" => msg::cli_value_password(),
        "form" => msg::cli_value_form(),
        "query" => msg::cli_value_query(),
        "file" | "out" => msg::cli_value_file(),
        "dir" => msg::cli_value_folder(),
        "date" => msg::cli_value_day(),
        "empty" => msg::cli_value_empty(),
        "cut" => msg::cli_value_cut(),
        "since" | "round" => msg::cli_value_version(),
        "sections" => msg::cli_value_sections(),
        "fail_on" => msg::cli_value_weight(),
        "command" => msg::cli_value_command(),
        _ => return None,
    })
}

/// The parts of a command's help, with our headings.
fn template(command: &Command) -> String {
    let usage = words(&msg::cli_help_usage());
    let mut template = format!("{{about-with-newline}}\n{usage} {{usage}}");
    let mut part = |heading: &Message, tag: &str| {
        template = format!("{template}\n\n{}\n{{{tag}}}", words(heading));
    };
    if command.has_subcommands() {
        part(&msg::cli_help_commands(), "subcommands");
    }
    if command.get_positionals().next().is_some() {
        part(&msg::cli_help_arguments(), "positionals");
    }
    part(&msg::cli_help_options(), "options");
    template.push_str("{after-help}");
    template
}

/// The usage, with our word in place of clap's `[OPTIONS]`.
fn with_usage(command: Command) -> Command {
    let mut command = command.mut_subcommands(with_usage);
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let options = format!("[{}]", words(&msg::cli_value_options()));
    command.override_usage(usage.replace("[OPTIONS]", &options))
}

/// The help of the command with these names, such as `content` and `list`.
///
/// # Errors
/// The first name that belongs to no command.
pub(crate) fn help_of(names: &[String]) -> Result<String, &str> {
    let mut command = command_line();
    for name in names {
        let found = command.find_subcommand(name).cloned();
        command = found.ok_or(name.as_str())?;
    }
    Ok(command.render_help().to_string())
}

/// The command that a command line names, as one types it: `vurder-cli content list`.
pub(crate) fn named_command(arguments: impl Iterator<Item = String>) -> String {
    let root = Arguments::command();
    let mut names = vec![root.get_name().to_owned()];
    let mut command = &root;
    for argument in arguments {
        let Some(found) = command.find_subcommand(&argument) else { break };
        names.push(argument);
        command = found;
    }
    names.join(" ")
}
