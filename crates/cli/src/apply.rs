//! The command `apply`: runs commands from JSON lines and answers each with one line after it is committed.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value as Json, json};
use vurder_app::{App, AppError, ErrorCode, belongs_to};
use vurder_content::msg;

use crate::open_or_make;
use crate::print::{Refusal, complain, words};

/// The longest line that is read. A longer line is refused and skipped.
const LONGEST_LINE: u64 = 16 * 1024 * 1024;

/// Some programs write this mark before the first line of a text in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Runs the commands of a file, or of standard input. If `apply` made the workspace and no command succeeded, the
/// workspace is deleted.
pub(crate) fn run(workspace: &Path, file: Option<&Path>) -> Result<ExitCode, Refusal> {
    let (name, input): (_, Box<dyn Read>) = match file {
        Some(path) if path != Path::new("-") => {
            let name = path.display().to_string();
            if belongs_to(workspace, path) {
                return Err(Refusal::of(&msg::cli_not_commands(name)));
            }
            let file = File::open(path).map_err(|e| unreadable(&name, &e))?;
            (name, Box::new(file))
        }
        _ => (words(&msg::cli_standard_input()), Box::new(stdin())),
    };
    let mut app = open_or_make(workspace)?;
    let mut tally = Tally::default();
    let left = lines(&mut app, BufReader::new(input), &name, &mut tally);
    if tally.done == 0 && (tally.refused > 0 || left.is_err()) {
        app.unmake()?;
    }
    left.map(|()| ExitCode::from(u8::from(tally.refused > 0)))
}

/// Numbers of commands that succeeded and of lines that were refused.
#[derive(Default)]
struct Tally {
    done: usize,
    refused: usize,
}

fn lines(
    app: &mut App,
    mut input: impl BufRead,
    name: &str,
    tally: &mut Tally,
) -> Result<(), Refusal> {
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        let read = input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line);
        let read = read.map_err(|e| unreadable(name, &e))?;
        if read == 0 {
            break;
        }
        let too_long = read as u64 == LONGEST_LINE && line.last() != Some(&b'\n');
        if too_long {
            skip_line(&mut input).map_err(|e| unreadable(name, &e))?;
        }
        let text = match line.strip_prefix(MARK) {
            Some(text) if number == 1 => text,
            _ => &line,
        };
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = match if too_long { Err(too_large()) } else { one(app, text) } {
            Ok(result) => {
                tally.done += 1;
                json!({ "ok": true, "result": result })
            }
            Err(error) => {
                tally.refused += 1;
                complain(&words(&msg::cli_line_refused(number, &error.message)));
                json!({ "ok": false, "error": error })
            }
        };
        let mut out = stdout().lock();
        writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(|e| unanswered(number, &e))?;
    }
    Ok(())
}

fn unreadable(name: &str, error: &std::io::Error) -> Refusal {
    Refusal::with_detail(&msg::cli_input_unreadable(name), error)
}

/// The refusal when an answer cannot be written. No more lines are run, since nobody would learn their results.
fn unanswered(number: usize, error: &std::io::Error) -> Refusal {
    Refusal::with_detail(&msg::cli_answer_to_line_unwritten(number), error)
}

fn one(app: &mut App, line: &[u8]) -> Result<Json, AppError> {
    let no_json = |detail: String| AppError {
        code: ErrorCode::BadArguments,
        message: words(&msg::cli_no_command()),
        help: words(&msg::cli_no_command_help()),
        detail,
    };
    let mut arguments: Json = serde_json::from_slice(line).map_err(|e| no_json(e.to_string()))?;
    let fields = arguments.as_object_mut().ok_or_else(|| no_json("no object".to_owned()))?;
    match fields.remove("command") {
        Some(Json::String(name)) => app.call(&name, arguments),
        _ => Err(no_json("the key \"command\" is missing".to_owned())),
    }
}

fn too_large() -> AppError {
    AppError {
        code: ErrorCode::TooLarge,
        message: words(&msg::cli_line_too_long(LONGEST_LINE / (1024 * 1024))),
        help: words(&msg::cli_line_too_long_help()),
        detail: String::new(),
    }
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        match buffer.iter().position(|&b| b == b'\n') {
            Some(at) => {
                input.consume(at + 1);
                return Ok(());
            }
            None => {
                let all = buffer.len();
                input.consume(all);
            }
        }
    }
}
