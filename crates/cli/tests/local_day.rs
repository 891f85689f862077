//! The day of answers is the day at the place where the person is.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{TimeDelta, Timelike, Utc};
use serde_json::{Value as Json, json};

/// A request that is sent at half past midnight in Oslo is sent on that day, though it is still yesterday in UTC.
#[test]
fn a_request_is_sent_on_the_day_of_the_person() {
    let now = Utc::now();
    // A zone in which the day is another one than in UTC: 14 hours ahead, or 12 hours behind.
    let (zone, day) = match now.hour() {
        10.. => ("AHEAD-14", (now + TimeDelta::hours(14)).date_naive()),
        _ => ("BEHIND12", (now - TimeDelta::hours(12)).date_naive()),
    };
    let folder = tempfile::tempdir().unwrap();
    let ask = json!({"command": "ask_provider", "project": "p", "provider": "hunt-cloud", "id": "q", "topic": "backup"});
    let lines = [
        json!({"command": "create_project", "id": "p", "title": "Kidneys", "forms": ["rar"], "providers": ["hunt-cloud"]}),
        ask,
        json!({"command": "set_request_status", "project": "p", "requests": ["q"], "status": "sent"}),
        json!({"command": "requests", "project": "p"}),
    ];
    let mut program = Command::new(env!("CARGO_BIN_EXE_vurder-cli"))
        .args(["apply", "--workspace"])
        .arg(folder.path().join("desk.vurder"))
        .arg("-")
        .env("TZ", zone)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = program.stdin.take().unwrap();
    for line in lines {
        writeln!(input, "{line}").unwrap();
    }
    drop(input);
    let output = String::from_utf8(program.wait_with_output().unwrap().stdout).unwrap();
    let last: Json = serde_json::from_str(output.lines().last().unwrap()).unwrap();
    assert_eq!(last["result"]["requests"][0]["sent"], json!(day.to_string()), "{output}");
    assert_ne!(day, now.date_naive());
}
