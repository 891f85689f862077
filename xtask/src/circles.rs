//! Checks that modules form no circle: no module uses a module that uses it, directly or through other modules.

use std::collections::{BTreeMap, BTreeSet};

use crate::Outcome;
use crate::offence::Offence;
use crate::room_rules::sources;

/// Which paths of a crate are checked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Paths {
    /// All paths.
    All,
    /// Only paths that begin with `crate::`. In these crates, a module and those below it may use each other.
    FromRoot,
}

/// The folders of the crates that are checked.
const CRATES: &[(&str, Paths)] = &[
    ("crates/workspace", Paths::All),
    ("crates/content", Paths::FromRoot),
    ("crates/import", Paths::FromRoot),
    ("crates/model", Paths::FromRoot),
    ("crates/report", Paths::FromRoot),
    ("crates/remarks", Paths::All),
    ("crates/app", Paths::All),
    ("crates/cli", Paths::All),
    ("crates/launch", Paths::All),
    ("crates/spelling", Paths::All),
    ("xtask", Paths::All),
];

/// By module, the modules that it uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

/// The circles of modules in these crates.
pub(crate) fn none() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    for &(room, looked_at) in CRATES {
        let folder = format!("{room}/src");
        let files = sources(&[&folder], &["rs"])?;
        let modules: Vec<(String, &str)> = files
            .iter()
            .filter_map(|(path, text)| Some((module(path, &folder)?, text.as_str())))
            .collect();
        let uses = uses(&modules, looked_at);
        for (name, _) in &modules {
            // Each circle is reported once, at its first module.
            if let Some(circle) = circle(&uses, name)
                && circle.iter().min() == Some(name)
            {
                offences.push(format!("{room}: {}", circle.join(" -> ")));
            }
        }
    }
    Ok(offences)
}

/// The name of a file's module, such as `change::rows`; `None` for the root of the crate.
fn module(path: &str, folder: &str) -> Option<String> {
    let name = path.strip_prefix(folder)?.trim_start_matches('/').strip_suffix(".rs")?;
    let name = name.strip_suffix("/mod").unwrap_or(name);
    (!matches!(name, "lib" | "main")).then(|| name.replace('/', "::"))
}

fn uses(modules: &[(String, &str)], looked_at: Paths) -> Uses {
    let names: BTreeSet<&str> = modules.iter().map(|(name, _)| name.as_str()).collect();
    let mut uses = Uses::new();
    for (name, text) in modules {
        let found = paths(text).into_iter().filter_map(|path| {
            if looked_at == Paths::FromRoot && !path.starts_with("crate::") {
                return None;
            }
            let path = from_root(name, &path, &names)?;
            // The longest beginning of the path that is a module.
            let ends = path.match_indices("::").map(|(at, _)| at).chain([path.len()]);
            let module = ends.map(|end| &path[..end]).filter(|m| names.contains(m)).last()?;
            (module != name).then(|| module.to_owned())
        });
        uses.insert(name.clone(), found.collect());
    }
    uses
}

/// The path from the root of the crate for a `path` in `module`; `None` where it begins in another crate or in no
/// module.
fn from_root(module: &str, path: &str, names: &BTreeSet<&str>) -> Option<String> {
    let mut segments = path.split("::").peekable();
    let mut from: Vec<&str> = Vec::new();
    match segments.peek() {
        Some(&"crate") => drop(segments.next()),
        Some(&("self" | "super")) => {
            from.extend(module.split("::"));
            while let Some(step) = segments.next_if(|step| matches!(*step, "self" | "super")) {
                if step == "super" {
                    from.pop();
                }
            }
        }
        // A module below this one needs no `self::`.
        Some(&child) if names.contains(format!("{module}::{child}").as_str()) => {
            from.extend(module.split("::"));
        }
        _ => return None,
    }
    from.extend(segments);
    Some(from.join("::"))
}

/// The paths that a file uses, outside of comments and of the tests at its end.
fn paths(text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect();
    let code = code.join(" ");
    let mut found = Vec::new();
    let mut rest = code.as_str();
    while let Some(begin) = rest.find(in_name) {
        rest = &rest[begin..];
        let (_, after) = name(rest);
        rest = if after.starts_with("::") { tree(rest, "", &mut found) } else { after };
    }
    found
}

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The name at the beginning, and the rest.
fn name(code: &str) -> (&str, &str) {
    code.split_at(code.find(|c| !in_name(c)).unwrap_or(code.len()))
}

/// Reads a path from the beginning of the code, with the group in braces at its end. Returns the rest.
fn tree<'c>(code: &'c str, before: &str, found: &mut Vec<String>) -> &'c str {
    let mut path = before.to_owned();
    let mut rest = code;
    loop {
        if let Some(mut group) = rest.strip_prefix('{') {
            while let Some(begin) = group.find(|c| in_name(c) || c == '}') {
                group = &group[begin..];
                match group.strip_prefix('}') {
                    Some(after) => return after,
                    None => {
                        let after = tree(group, &path, found);
                        // Skips the name that `as` gives.
                        group = &after[after.find([',', '}']).unwrap_or(after.len())..];
                    }
                }
            }
            return "";
        }
        let (segment, after) = name(rest);
        if !segment.is_empty() {
            path = if path.is_empty() { segment.to_owned() } else { format!("{path}::{segment}") };
        }
        match after.strip_prefix("::") {
            Some(next) if !segment.is_empty() => rest = next,
            _ => {
                found.push(path);
                return after;
            }
        }
    }
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
        let uses = uses(&modules, Paths::All);
        let found = circle(&uses, "error").unwrap_or_default();
        assert_eq!(found, ["error", "backup", "daily", "error"]);
        assert_eq!(circle(&uses, "open"), None);
        assert_eq!(module("crates/w/src/kind/row.rs", "crates/w/src"), Some("kind::row".into()));
        assert_eq!(module("crates/w/src/lib.rs", "crates/w/src"), None);
    }

    fn circle_among(modules: &[(&str, &str)], start: &str) -> Vec<String> {
        let modules: Vec<(String, &str)> =
            modules.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
        circle(&uses(&modules, Paths::All), start).unwrap_or_default()
    }

    #[test]
    fn a_circle_between_a_module_and_one_below_it_is_found() {
        for (above, below) in [
            ("pub use statements::Index;", "fn f() { super::rank() }"),
            ("pub use self::statements::Index;", "use super::{Hit, rank};"),
            ("fn f() { statements::find() }", "use crate::search::Hit;"),
        ] {
            let modules = [("search", above), ("search::statements", below)];
            let found = circle_among(&modules, "search");
            assert_eq!(found, ["search", "search::statements", "search"], "{above} {below}");
        }
        let modules = [
            ("search", "pub use statements::Index;"),
            ("search::statements", "use super::words::{self, Query};"),
            ("search::words", "use std::fmt; fn f() { self::g() }"),
        ];
        assert!(circle_among(&modules, "search").is_empty(), "siblings are no circle");
    }

    #[test]
    fn groups_within_groups_are_read() {
        let found = paths("use crate::{a::{b, c as d}, e}; fn f(x: super::super::g::H) { k }");
        assert_eq!(found, ["crate::a::b", "crate::a::c", "crate::e", "super::super::g::H"]);
    }
}
