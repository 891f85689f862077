//! Checks the dependencies: their licences are allowed, and none reaches a network. The lists are in `deny.toml`.

use crate::offence::Offence;
use crate::process::{cargo, command, output};
use crate::{Outcome, house};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The packages that people install.
const SHIPPED: &[&str] = &["vurder", "vurder-cli"];

/// Checks every package that is built into the shipped programs on this system against the two lists.
pub(crate) fn tree_is_allowed() -> Outcome<Vec<Offence>> {
    let lists = house::read("deny.toml")?;
    let allowed = list(&lists, "allow = [");
    let banned = list(&lists, "deny = [");
    if allowed.is_empty() || banned.is_empty() {
        return Err("deny.toml: the lists of licences and bans are not found".to_owned());
    }
    let platform = host()?;
    let arguments = ["metadata", "--format-version", "1", "--filter-platform", &platform];
    let metadata = output(&mut cargo(&arguments))?;
    let metadata: Value =
        serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages: BTreeMap<&str, &Value> = array(&metadata["packages"])
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();

    let mut offences = Vec::new();
    for id in shipped_tree(&metadata, &packages) {
        let Some(package) = packages.get(id) else { continue };
        let name = package["name"].as_str().unwrap_or_default();
        if banned.contains(name) {
            offences.push(format!("{name}: deny.toml bans it; see cargo tree --invert {name}"));
        }
        match package["license"].as_str() {
            Some(licence) if is_allowed(licence, &allowed) => {}
            Some(licence) => {
                offences.push(format!("{name}: its licence is not allowed: {licence}"))
            }
            None => offences.push(format!("{name}: it names no licence")),
        }
    }
    Ok(offences)
}

/// The ids of all packages that are compiled into the shipped ones, or run while those are built.
fn shipped_tree<'a>(
    metadata: &'a Value,
    packages: &BTreeMap<&'a str, &'a Value>,
) -> BTreeSet<&'a str> {
    let nodes: BTreeMap<&str, &Value> = array(&metadata["resolve"]["nodes"])
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let is_shipped = |package: &Value| SHIPPED.iter().any(|name| package["name"] == *name);
    let mut waiting: Vec<&str> = array(&metadata["workspace_members"])
        .filter_map(Value::as_str)
        .filter(|id| packages.get(id).is_some_and(|package| is_shipped(package)))
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !reached.insert(id) {
            continue;
        }
        let Some(node) = nodes.get(id) else { continue };
        for dependency in array(&node["deps"]) {
            let is_used = array(&dependency["dep_kinds"]).any(|kind| kind["kind"] != "dev");
            if is_used && let Some(id) = dependency["pkg"].as_str() {
                waiting.push(id);
            }
        }
    }
    reached
}

/// Whether an SPDX expression can be satisfied with allowed licences alone.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any_of(&mut rest, allowed) && rest.is_empty()
}

fn any_of(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut result = all_of(rest, allowed);
    while let [word, after @ ..] = *rest
        && *word == "OR"
    {
        *rest = after;
        // `||` would skip the second side when the first is enough, but it must be read, too.
        let other = all_of(rest, allowed);
        result = result || other;
    }
    result
}

fn all_of(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut result = one(rest, allowed);
    while let [word, after @ ..] = *rest
        && *word == "AND"
    {
        *rest = after;
        let other = one(rest, allowed);
        result = result && other;
    }
    result
}

fn one(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    match *rest {
        ["(", after @ ..] => {
            *rest = after;
            let result = any_of(rest, allowed);
            if let [")", after @ ..] = *rest {
                *rest = after;
            }
            result
        }
        [licence, "WITH", exception, after @ ..] => {
            *rest = after;
            // An exception only adds permissions.
            allowed.contains(*licence) || allowed.contains(&format!("{licence} WITH {exception}"))
        }
        [licence, after @ ..] => {
            *rest = after;
            allowed.contains(*licence)
        }
        [] => false,
    }
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The quoted words of one of deny.toml's lists.
fn list(text: &str, start: &str) -> BTreeSet<String> {
    let after = text.split_once(start).map_or("", |(_, after)| after);
    let inside = after.split_once(']').map_or("", |(inside, _)| inside);
    inside.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The target for which cargo builds here.
fn host() -> Outcome<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let about = output(&mut command(rustc, &["-vV"]))?;
    about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "rustc does not say what system this is".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read_with_their_brackets() {
        let allowed: BTreeSet<String> = ["MIT", "Unicode-3.0"].map(str::to_owned).into();
        for good in ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"]
        {
            assert!(is_allowed(good, &allowed), "{good}");
        }
        for bad in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0", ""] {
            assert!(!is_allowed(bad, &allowed), "{bad}");
        }
    }
}
