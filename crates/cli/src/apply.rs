//! `apply`: commands as JSON lines, each answered by one line after it is committed.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value as Json, json};
use vurder_app::{App, AppError, ErrorCode};

use crate::{Refusal, open_or_make};

/// Longest line that is read; a longer one is refused and passed over.
const LONGEST_LINE: u64 = 16 * 1024 * 1024;

pub(crate) fn run(workspace: &Path, file: Option<&Path>) -> Result<ExitCode, Refusal> {
    let input: Box<dyn Read> = match file {
        Some(path) if path != Path::new("-") => {
            Box::new(File::open(path).map_err(|e| Refusal(format!("{}: {e}", path.display())))?)
        }
        _ => Box::new(stdin()),
    };
    let mut input = BufReader::new(input);
    let mut app = open_or_make(workspace)?;
    let mut refused = false;
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        let too_long = read as u64 == LONGEST_LINE && line.last() != Some(&b'\n');
        if too_long {
            skip_line(&mut input)?;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = if too_long { Err(too_large()) } else { one(&mut app, &line) };
        refused |= answer.is_err();
        let answer = match answer {
            Ok(result) => json!({ "ok": true, "result": result }),
            Err(error) => json!({ "ok": false, "error": error }),
        };
        let mut out = stdout().lock();
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(ExitCode::from(u8::from(refused)))
}

fn one(app: &mut App, line: &[u8]) -> Result<Json, AppError> {
    let no_json = |detail: String| AppError {
        code: ErrorCode::BadArguments,
        message: "This line is no command.".to_owned(),
        help: "Nothing was changed. A command is a JSON object with the key \"command\"."
            .to_owned(),
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
        message: "This line is longer than 16 MB.".to_owned(),
        help: "Nothing was changed. Divide the text.".to_owned(),
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
