//! Asks axe-core whether a screen is accessible (WCAG 2.2, A and AA).

use crate::webdriver::{DriveError, Driven, Session};
use serde_json::{Value, json};
use std::path::Path;

/// The path of axe-core, a development dependency of the interface.
const AXE: &str = "../ui/node_modules/axe-core/axe.min.js";

/// What axe-core finds wrong with the current screen. One line each: rule, advice, place.
///
/// # Errors
/// When axe-core is not installed or the driver fails.
pub fn violations(session: &Session) -> Driven<Vec<String>> {
    let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    ask(session, &json!({ "type": "tag", "values": tags }))
}

/// Only what axe-core finds wrong with the colours of a theme.
///
/// # Errors
/// As with [`violations`].
pub fn colour_violations(session: &Session) -> Driven<Vec<String>> {
    ask(session, &json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] }))
}

fn ask(session: &Session, rules: &Value) -> Driven<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE);
    let axe = std::fs::read_to_string(&path)
        .map_err(|error| DriveError::Start(format!("{}: {error}", path.display())))?;
    if session.execute("return typeof window.axe", &json!([]))? == "undefined" {
        session.execute(&format!("{axe}; window.axe = axe; return null"), &json!([]))?;
    }
    let script = "const done = arguments[arguments.length - 1];
        window.axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(
            (result) => done(result.violations.flatMap((violation) => violation.nodes.map((node) =>
                `${violation.id}: ${violation.help}: ${node.target.join(' ')}: ${node.failureSummary}`))),
            (error) => done([`axe-core failed: ${error}`]));";
    let found = session.execute_async(script, &json!([rules]))?;
    let lines = found
        .as_array()
        .ok_or_else(|| DriveError::Strange(format!("axe-core answered {found}")))?;
    Ok(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}
