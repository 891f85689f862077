//! Reads templates from YAML.

use std::collections::{BTreeSet, HashMap};

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_saphyr::UserMessageFormatter;
use vurder_model::field::Register;
use vurder_model::template::Template;

use super::check::Checker;
use super::words::plain;
use super::{REGISTERS_FILE, Templates, shape};
use crate::located::{At, Node};
use crate::problem::Problem;

/// A file of templates: its name, as problems show it, and its text.
#[derive(Debug, Clone, Copy)]
pub struct TemplateFile<'a> {
    /// Path or name. The file with the shared registers is recognised by its name, [`REGISTERS_FILE`].
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl TemplateFile<'_> {
    fn holds_registers(&self) -> bool {
        self.name.rsplit(['/', '\\']).next() == Some(REGISTERS_FILE)
    }
}

/// The file with the registers that forms share.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RegistersFile {
    /// The registers.
    pub(super) registers: Vec<Register>,
}

/// A file that could be read: its name and its content.
struct Parsed<'a, T> {
    name: &'a str,
    value: T,
}

/// Reads and checks registers and forms. `topics` are the ids of the topics that statements can have.
///
/// # Errors
/// All problems, with file and line. A file that is not YAML has one problem. A file with the wrong shape has the
/// problems of its shape. The other files are checked all the same, unless the registers cannot be read.
pub fn read_templates<'a>(
    files: &[TemplateFile<'_>],
    topics: impl IntoIterator<Item = &'a str>,
) -> Result<Templates, Vec<Problem>> {
    let mut problems = Vec::new();
    let registers: Vec<Parsed<'_, RegistersFile>> =
        parse_all(files.iter().filter(|f| f.holds_registers()), &mut problems);
    let registers_whole = problems.is_empty();
    let templates: Vec<Parsed<'_, Template>> =
        parse_all(files.iter().filter(|f| !f.holds_registers()), &mut problems);

    let shared: Vec<Register> =
        registers.iter().flat_map(|f| &f.value.registers).cloned().collect();
    if registers_whole {
        let topics: BTreeSet<&str> = topics.into_iter().collect();
        let sound = {
            let mut found = Vec::new();
            check(&registers, &templates, &shared, &topics, &mut found, |_| None);
            found.is_empty()
        };
        // To read the lines takes as long as to read the files, and correct files do not need them.
        if !sound {
            let lines: HashMap<&str, Node> = files
                .iter()
                .filter_map(|f| Some((f.name, serde_saphyr::from_str::<Node>(f.text).ok()?)))
                .collect();
            check(&registers, &templates, &shared, &topics, &mut problems, |name| lines.get(name));
        }
    }
    if problems.is_empty() {
        let mut templates: Vec<Template> = templates.into_iter().map(|f| f.value).collect();
        templates.sort_by(|a, b| {
            a.id.cmp(&b.id).then_with(|| numbers(&a.version).cmp(&numbers(&b.version)))
        });
        Ok(Templates { registers: shared, templates })
    } else {
        problems.sort();
        problems.dedup();
        Err(problems)
    }
}

/// The numbers of a version. `1.0.1` comes after `1.0` and before `1.1` and `1.10`.
fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or_default()).collect()
}

fn check<'t>(
    registers: &'t [Parsed<'t, RegistersFile>],
    templates: &'t [Parsed<'t, Template>],
    shared: &'t [Register],
    topics: &'t BTreeSet<&str>,
    problems: &'t mut Vec<Problem>,
    lines: impl Fn(&str) -> Option<&'t Node>,
) {
    let mut checker = Checker::new(shared, topics, problems);
    for file in registers {
        let at = At::root(file.name, lines(file.name)).key("registers");
        checker.registers(&file.value.registers, at);
    }
    for file in templates {
        checker.template(&file.value, At::root(file.name, lines(file.name)));
    }
    let forms: Vec<&Template> = templates.iter().map(|file| &file.value).collect();
    for file in templates {
        let at = At::root(file.name, lines(file.name)).key("screening").key("carried");
        checker.carried(&file.value, &forms, at);
    }
}

fn parse_all<'f, 'a: 'f, T: DeserializeOwned>(
    files: impl Iterator<Item = &'f TemplateFile<'a>>,
    problems: &mut Vec<Problem>,
) -> Vec<Parsed<'a, T>> {
    let mut parsed = Vec::new();
    for file in files {
        match shape::read(file.text) {
            Ok(value) => parsed.push(Parsed { name: file.name, value }),
            Err(errors) => problems.extend(errors.iter().map(|error| problem(file, error))),
        }
    }
    parsed
}

fn problem(file: &TemplateFile<'_>, error: &serde_saphyr::Error) -> Problem {
    let error = error.without_snippet();
    let line = error.location().map_or(1, |l| usize::try_from(l.line()).unwrap_or(1));
    Problem::new(file.name, line, plain(&error.render_with_formatter(&UserMessageFormatter)))
}
