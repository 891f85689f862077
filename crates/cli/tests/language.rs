//! The help and the errors of usage in the test language: every word of them can be translated.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use vurder_tests::test_language::{self, TEST_LANGUAGE, words_outside};

/// Words that are the same in every language: the program's name, values, and parts of values.
const VALUES: [&str; 11] = [
    "leave-out",
    "say",
    "dpia",
    "rar",
    "screening",
    "vurder-cli",
    "law",
    "standard",
    "advice",
    "pdf",
    "docx",
];

/// Whether a word is such a value, an import format or a cut.
fn is_value(word: &str) -> bool {
    VALUES.contains(&word)
        || vurder_app::import_formats().contains(&word)
        || vurder_app::cut_ids().contains(&word)
}

struct InTestLanguage {
    folder: TempDir,
    /// The commands whose help was checked, each with the commands above it.
    commands: BTreeSet<String>,
}

impl InTestLanguage {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        test_language::write(folder.path()).unwrap();
        Self { folder, commands: BTreeSet::new() }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_vurder-cli"))
            .args(arguments)
            .env("VURDER_LANGUAGE", TEST_LANGUAGE)
            .env("VURDER_LANGUAGE_FOLDER", self.folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// Checks the help of a command and of all commands below it.
    fn check_help(&mut self, command: &[&str]) {
        let output = self.run(&[command, &["--help"]].concat());
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && help.contains("«Usage"), "{command:?}: {help}");
        self.commands.insert(command.join(" "));
        // Only the lines of commands begin with a plain word.
        let below: Vec<&str> = help
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split(' ').next())
            .collect();
        let names = [command, &below].concat();
        assert_eq!(untranslated(&help, &names), [""; 0], "{command:?}:\n{help}");
        for name in below {
            self.check_help(&[command, &[name]].concat());
        }
    }
}

/// The words outside the marks that are no flags and no names.
fn untranslated(text: &str, names: &[&str]) -> Vec<String> {
    let is_name = |token: &&str| {
        let token = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
        token.starts_with('-') || names.contains(&token) || is_value(token)
    };
    let rest: Vec<&str> = text.split_whitespace().filter(|token| !is_name(token)).collect();
    words_outside(&rest.join(" "))
}

#[test]
fn the_help_of_every_command_could_be_translated() {
    let mut program = InTestLanguage::new();
    program.check_help(&[]);
    for command in ["export", "content check", "apply", "import", "drift", "help"] {
        assert!(program.commands.contains(command), "{:?}", program.commands);
    }
    let help = program.run(&["help", "export"]).stdout;
    assert_eq!(help, program.run(&["export", "--help"]).stdout, "both ask for the same");
}

#[test]
fn what_is_wrong_with_a_command_line_could_be_translated() {
    let program = InTestLanguage::new();
    let export = ["export", "--project", "p", "--workspace", "w", "--form", "dpia", "--out", "o"];
    let cases: [(&[&str], &[&str]); 13] = [
        (&["fly"], &["fly"]),
        (&["help", "fly"], &["fly"]),
        (&["exprt"], &["exprt", "export"]),
        (&["projects", "--workspce", "w"], &["projects"]),
        (&["projects", "--workspace"], &["projects"]),
        (&["projects"], &["projects"]),
        (&[&export[..], &["--empty", "perhaps"]].concat(), &["export", "perhaps"]),
        (&[&export[..], &["--date", "soon"]].concat(), &["export", "soon"]),
        (&[&export[..], &["--since", "ever"]].concat(), &["export", "ever"]),
        (&[&export[..], &["--since", "1", "--final"]].concat(), &["export"]),
        (&["dump", "--schema", "--workspace", "w"], &["dump"]),
        (&["import", "--workspace", "w", "--dialect", "song", "pages"], &["import", "song"]),
        (&["drift", "--workspace", "w", "--from", "1"], &["drift"]),
    ];
    for (arguments, names) in cases {
        let output = program.run(arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
        assert_eq!(untranslated(&told, names), [""; 0], "{arguments:?}: {told}");
        assert!(told.lines().count() == 2, "what is wrong, and the next step: {told}");
    }
}
