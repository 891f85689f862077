//! Packs: one folder per provider, `provider.yaml` and one Markdown file per page.

mod assemble;
mod body;
mod headings;
mod links;
mod marked;
mod page;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;
use serde_saphyr::Spanned;
use sha2::{Digest as _, Sha256};
use vurder_model::provider::Pack;
use vurder_model::richtext::says_something;

use self::assemble::assemble;
use self::body::Body;
pub(crate) use self::headings::Headings;
use self::page::Front;
use crate::files::Files;
use crate::problem::Problem;
use crate::yaml;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Provider {
    name: Spanned<String>,
    country: Spanned<String>,
    website: Spanned<String>,
    revision: Spanned<String>,
    licence: Spanned<String>,
    about: Spanned<String>,
}

impl Provider {
    /// Refuses what is there and says nothing.
    fn check(&self, file: &str, problems: &mut Vec<Problem>) {
        for (name, value) in [
            ("name", &self.name),
            ("country", &self.country),
            ("revision", &self.revision),
            ("licence", &self.licence),
            ("about", &self.about),
        ] {
            if !says_something(&value.value) {
                let message = format!("the provider's {name} is empty");
                problems.push(Problem::new(file, yaml::line(value), message));
            }
        }
        if !page::is_address(&self.website.value) {
            let message = format!("\"{}\" is no http or https address", self.website.value);
            problems.push(Problem::new(file, yaml::line(&self.website), message));
        }
    }
}

/// Whether `id` can name a provider, a page, a statement, an action or a topic.
pub(crate) fn is_slug(id: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=60).contains(&id.len()) && id.bytes().all(fits)
}

/// What to say of an id that is no slug.
pub(crate) fn bad_slug(what: &str, id: &str) -> String {
    format!("\"{id}\" cannot be the id of a {what}: write 1 to 60 of a-z, 0-9 and \"-\"")
}

/// The hash of a statement's words: whether they are still the words of an earlier day. Sixteen hexadecimal digits of
/// the SHA-256 of the words with single spaces between them.
#[must_use]
pub fn words_hash(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut hash = String::new();
    for byte in Sha256::digest(words.as_bytes()).iter().take(8) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// Reads every pack below `providers/`; what is wrong goes to `problems`. `topics` are the known ids.
pub(crate) fn read(
    files: &Files,
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Vec<Pack> {
    let providers: BTreeSet<&str> =
        files.below("providers", "").filter_map(|path| path.split('/').nth(1)).collect();
    if providers.is_empty() {
        let message = "there are no packs: each provider has a folder here";
        problems.push(Problem::new(files.name("providers"), 1, message));
    }
    let mut packs: Vec<Pack> =
        providers.into_iter().filter_map(|id| read_pack(files, id, topics, problems)).collect();
    packs.sort_by(|a, b| a.name.cmp(&b.name));
    packs
}

/// A page that was read, before the pack's statements are put together.
struct Read {
    file: String,
    id: String,
    front: Option<Front>,
    body: Body,
}

fn read_pack(
    files: &Files,
    provider: &str,
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Option<Pack> {
    let folder = format!("providers/{provider}");
    let about_path = format!("{folder}/provider.yaml");
    let about_file = files.name(&about_path);
    if !is_slug(provider) {
        problems.push(Problem::new(files.name(&folder), 1, bad_slug("provider", provider)));
    }
    let about: Option<Provider> = match files.text(&about_path) {
        Ok(Some(text)) => {
            let about = yaml::read(&about_file, text, 0).map_err(|p| problems.push(p)).ok();
            about.inspect(|about: &Provider| about.check(&about_file, problems))
        }
        Ok(None) => {
            let message = "this file is missing: it names the provider";
            problems.push(Problem::new(&about_file, 1, message));
            None
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let mut pages: Vec<Read> = files
        .below(&folder, ".md")
        .filter_map(|path| {
            let file = files.name(path);
            let slug = path.strip_prefix(&folder)?.strip_prefix('/')?.strip_suffix(".md")?;
            if !is_slug(slug) {
                problems.push(Problem::new(&file, 1, bad_slug("page", slug)));
            }
            match files.text(path) {
                Ok(text) => {
                    let cut = page::cut(&file, text?, problems);
                    let body = body::read(&file, cut.body, cut.lines_above, problems);
                    Some(Read { file, id: format!("{provider}/{slug}"), front: cut.front, body })
                }
                Err(problem) => {
                    problems.push(problem);
                    None
                }
            }
        })
        .collect();
    pages.sort_by_key(|page| page.front.as_ref().map(|front| front.order));
    if files.below(&folder, ".md").next().is_none() {
        problems.push(Problem::new(&about_file, 1, "missing source: the provider has no page"));
    }
    links::check(&pages, problems);
    let parts = assemble(provider, &pages, topics, problems);
    let about = about?;
    Some(Pack {
        provider: provider.to_owned(),
        name: about.name.value,
        country: about.country.value,
        website: about.website.value,
        revision: about.revision.value,
        captured: parts.pages.iter().map(|page| page.captured).max()?,
        licence: about.licence.value,
        about: about.about.value.trim().to_owned(),
        pages: parts.pages,
        statements: parts.statements,
        actions: parts.actions,
        documents: parts.documents,
    })
}
