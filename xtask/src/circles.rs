//! Modules form no circle: no module uses a module that uses it, directly or over other modules.

use std::collections::{BTreeMap, BTreeSet};

use crate::Outcome;
use crate::offence::Offence;
use crate::room_rules::sources;

/// The crates whose modules are looked at, by their folder.
const CRATES: &[&str] = &[
    "crates/workspace",
    "crates/content",
    "crates/model",
    "crates/report",
    "crates/app",
    "crates/cli",
    "xtask",
];

/// Which modules each module names by `crate::`.
type Uses = BTreeMap<String, BTreeSet<String>>;

/// The circles among the modules of these crates.
pub(crate) fn none() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    for room in CRATES {
        let folder = format!("{room}/src");
        let files = sources(&[&folder], &["rs"])?;
        let modules: Vec<(String, &str)> = files
            .iter()
            .filter_map(|(path, text)| Some((module(path, &folder)?, text.as_str())))
            .collect();
        let uses = uses(&modules);
        for (name, _) in &modules {
            // Each circle is told once, at its first module.
            if let Some(circle) = circle(&uses, name)
                && circle.iter().min() == Some(name)
            {
                offences.push(format!("{room}: {}", circle.join(" -> ")));
            }
        }
    }
    Ok(offences)
}

/// The module that a file is, as `kind::row`; none for the root of the crate.
fn module(path: &str, folder: &str) -> Option<String> {
    let name = path.strip_prefix(folder)?.trim_start_matches('/').strip_suffix(".rs")?;
    let name = name.strip_suffix("/mod").unwrap_or(name);
    (!matches!(name, "lib" | "main")).then(|| name.replace('/', "::"))
}

fn uses(modules: &[(String, &str)]) -> Uses {
    let names: BTreeSet<&str> = modules.iter().map(|(name, _)| name.as_str()).collect();
    let mut uses = Uses::new();
    for (name, text) in modules {
        let found = paths(text).into_iter().filter_map(|path| {
            // The longest beginning of the path that is a module.
            let ends = path.match_indices("::").map(|(at, _)| at).chain([path.len()]);
            let module = ends.map(|end| &path[..end]).filter(|m| names.contains(m)).last()?;
            (module != name).then(|| module.to_owned())
        });
        uses.insert(name.clone(), found.collect());
    }
    uses
}

/// What a file names by `crate::`, outside of comments and of the tests at its end.
fn paths(text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect();
    let code = code.join(" ");
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':')));
        let (path, rest) = rest.split_at(end.unwrap_or(rest.len()));
        match rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((names, _)) => {
                found.extend(names.split(',').map(|name| format!("{path}{}", name.trim())));
            }
            None => found.push(path.to_owned()),
        }
    }
    found
}

/// The shortest way from a module back to itself.
fn circle(uses: &Uses, start: &str) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut ways = std::collections::VecDeque::from([vec![start.to_owned()]]);
    while let Some(way) = ways.pop_front() {
        for next in way.last().and_then(|last| uses.get(last)).into_iter().flatten() {
            let mut longer = way.clone();
            longer.push(next.clone());
            if next == start {
                return Some(longer);
            }
            if seen.insert(next.clone()) {
                ways.push_back(longer);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_over_three_files_is_found_and_tests_and_comments_are_no_use() {
        let error = "use crate::backup::newest;\n";
        let backup = "use crate::{daily, files::{}};\n// use crate::never;\n";
        let daily = "fn f() { crate::error::io() }\n#[cfg(test)]\nmod tests { use crate::open; }\n";
        let modules: Vec<(String, &str)> = [
            ("error", error),
            ("backup", backup),
            ("daily", daily),
            ("files", ""),
            ("open", "use crate::daily::list;"),
        ]
        .map(|(name, text)| (name.to_owned(), text))
        .to_vec();
        let uses = uses(&modules);
        let found = circle(&uses, "error").unwrap_or_default();
        assert_eq!(found, ["error", "backup", "daily", "error"]);
        assert_eq!(circle(&uses, "open"), None);
        assert_eq!(module("crates/w/src/kind/row.rs", "crates/w/src"), Some("kind::row".into()));
        assert_eq!(module("crates/w/src/lib.rs", "crates/w/src"), None);
    }
}
