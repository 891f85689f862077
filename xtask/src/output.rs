//! The output of a step of the tests: it goes to the terminal at once, or as one block at the end where other steps
//! write at the same time.

use crate::Outcome;
use crate::process;
use std::process::Command;

/// The output of a step and of the programs that it runs.
#[derive(Debug)]
pub(crate) enum Output {
    /// Each line is shown at once.
    Terminal,
    /// The lines so far. They are shown together at the end.
    Block(String),
}

impl Output {
    /// Writes a line.
    pub(crate) fn line(&mut self, line: &str) {
        match self {
            Output::Terminal => println!("{line}"),
            Output::Block(text) => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }

    /// Runs a program. Its output becomes part of this output.
    ///
    /// # Errors
    /// When it cannot be started or ends with an error.
    pub(crate) fn run(&mut self, command: &mut Command) -> Outcome {
        match self {
            Output::Terminal => process::run(command),
            Output::Block(_) => {
                let name = process::name(command);
                let ended_well = self.follow(command, |_| {})?;
                if ended_well { Ok(()) } else { Err(format!("{name} failed")) }
            }
        }
    }

    /// Runs a program, writes each line of its standard output, and passes the line to the caller. For a block, it does
    /// the same with the standard error. Returns whether the program ended without an error.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn follow(
        &mut self,
        command: &mut Command,
        mut each_line: impl FnMut(&str),
    ) -> Outcome<bool> {
        let read = match self {
            Output::Terminal => process::read_lines,
            Output::Block(_) => process::read_both_outputs,
        };
        read(command, &mut |line| {
            self.line(line);
            each_line(line);
        })
    }

    /// Shows the block.
    pub(crate) fn end(self) {
        if let Output::Block(text) = self {
            // One call holds the terminal, so that no line of another step comes between.
            print!("{text}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_holds_both_outputs_of_a_program_and_its_lines_are_read() {
        let mut output = Output::Block(String::new());
        let mut lines = Vec::new();
        let mut echo = process::command("sh", &["-c", "echo passed; echo complaint >&2; exit 3"]);
        let ended_well = output.follow(&mut echo, |line| lines.push(line.to_owned()));
        assert_eq!(ended_well, Ok(false));
        assert_eq!(lines, ["passed", "complaint"]);
        assert!(matches!(output, Output::Block(text) if text == "passed\ncomplaint\n"));
    }
}
