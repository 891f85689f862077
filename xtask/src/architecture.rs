//! Compares `ARCHITECTURE.md` with the sources: the files that it names exist, and each law names the file that keeps
//! it and a test that proves it.

use crate::offence::Offence;
use crate::{Outcome, house};

const PAGE: &str = "ARCHITECTURE.md";

/// The heading of the table of laws.
const LAWS: &str = "## What must stay true";

/// The folders with which a path of the project can start.
const ROOMS: &[&str] =
    &["crates/", "content/", "ui/", "tests/", "xtask/", "src-tauri/", "docs/", ".github/"];

/// Checks that every path in the page exists, and that every law names its file and its test.
pub(crate) fn page_names_what_exists() -> Outcome<Vec<Offence>> {
    let page = house::read(PAGE)?;
    let mut offences = missing_paths(&page, |path| house::root().join(path).exists());
    offences.extend(unproved_laws(&page, |path| house::read(path).ok()));
    Ok(offences)
}

fn missing_paths(page: &str, exists: impl Fn(&str) -> bool) -> Vec<Offence> {
    let mut offences = Vec::new();
    for (index, line) in page.lines().enumerate() {
        for path in quoted(line).filter(|quote| is_path(quote)) {
            if !exists(path) {
                offences.push(format!("{PAGE}:{}: there is no file {path}", index + 1));
            }
        }
    }
    offences
}

/// The laws without a file that keeps them, without a test, or with a test that its file does not have.
fn unproved_laws(page: &str, read: impl Fn(&str) -> Option<String>) -> Vec<Offence> {
    let mut offences = Vec::new();
    let mut laws = 0;
    let section = page.lines().enumerate().skip_while(|(_, line)| *line != LAWS).skip(1);
    for (index, line) in section.take_while(|(_, line)| !line.starts_with("## ")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, law, keeper, proof, _] = cells[..] else { continue };
        if law == "law" || law.chars().all(|c| c == '-') {
            continue;
        }
        laws += 1;
        let place = format!("{PAGE}:{}", index + 1);
        if !quoted(keeper).any(is_path) {
            offences.push(format!("{place}: the law names no file that keeps it"));
        }
        let mut file = None;
        let mut proofs = 0;
        for quote in quoted(proof) {
            if is_path(quote) {
                file = Some((quote, read(quote).unwrap_or_default()));
            } else if let Some((path, text)) = &file {
                proofs += 1;
                if !holds_test(text, quote) {
                    offences.push(format!("{place}: {path} has no test \"{quote}\""));
                }
            } else {
                offences.push(format!("{place}: the test \"{quote}\" stands before its file"));
            }
        }
        if proofs == 0 {
            offences.push(format!("{place}: the law names no test"));
        }
    }
    if laws == 0 {
        offences.push(format!("{PAGE}: there is no table of laws below \"{LAWS}\""));
    }
    offences
}

/// Whether a source in Rust or TypeScript has a test of this name.
fn holds_test(source: &str, name: &str) -> bool {
    source.contains(&format!("fn {name}("))
        || ["it(", "test(", "it.each", "describe("].iter().any(|call| source.contains(call))
            && source.contains(&format!("(\"{name}"))
}

fn is_path(quote: &str) -> bool {
    ROOMS.iter().any(|room| quote.starts_with(room)) && !quote.contains(['<', '*', '{', ' ', '…'])
}

/// The words between backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "#[test]\nfn holds() {}\nit(\"keeps the words\", () => {});";

    fn problems_of(row: &str) -> Vec<Offence> {
        let page = format!(
            "{LAWS}\n\n| law | kept by | proved by |\n| --- | --- | --- |\n{row}\n\n## Next\n"
        );
        unproved_laws(&page, |_| Some(SOURCE.to_owned()))
    }

    #[test]
    fn a_law_with_a_file_and_a_test_that_is_there_is_proved() {
        assert_eq!(
            problems_of("| It holds. | `crates/a/src/b.rs` | `crates/a/tests/b.rs`: `holds` |"),
            Vec::<Offence>::new()
        );
        assert_eq!(
            problems_of("| It holds. | `ui/src/b.ts` | `ui/tests/b.test.ts`: `keeps the words` |"),
            Vec::<Offence>::new()
        );
    }

    #[test]
    fn a_law_without_a_file_or_a_test_is_told() {
        assert_eq!(problems_of("| It holds. | care | `crates/a/tests/b.rs`: `holds` |").len(), 1);
        assert_eq!(problems_of("| It holds. | `crates/a/src/b.rs` | people |").len(), 1);
        assert_eq!(
            problems_of("| It holds. | `crates/a/src/b.rs` | `crates/a/tests/b.rs`: `hold` |")
                .len(),
            1
        );
    }

    #[test]
    fn a_page_without_laws_is_told() {
        assert_eq!(unproved_laws("# Page\n", |_| None).len(), 1);
    }

    #[test]
    fn paths_are_told_apart_from_other_words() {
        let page = "See `crates/a.rs`, `transact`, `content/labels/<lang>/` and `ui/b.ts`.";
        let missing = missing_paths(page, |path| path == "ui/b.ts");
        assert_eq!(missing, ["ARCHITECTURE.md:1: there is no file crates/a.rs"]);
    }
}
