//! Which dialect a site is written in: by its settings, else by marks in its pages.

use super::paths;
use crate::decode;
use crate::files::Files;
use crate::format::{Dialect, Reason};

/// Pages that are looked at for marks.
const PAGES: usize = 400;

/// The dialect and what tells it; none where there is no Markdown.
pub(crate) fn recognise(files: &Files) -> Option<(Dialect, Reason)> {
    let pages = || files.iter().filter(|(path, _)| paths::without_ending(path).is_some());
    pages().next()?;
    // The settings nearest to the top are those of the site.
    let mut settings: Vec<(usize, &str, Dialect)> = files
        .iter()
        .filter_map(|(path, bytes)| Some((path.matches('/').count(), path, of_settings(path, bytes)?)))
        .collect();
    settings.sort_by_key(|(depth, ..)| *depth);
    if let Some((_, path, dialect)) = settings.first() {
        return Some((*dialect, Reason::File { path: (*path).to_owned() }));
    }
    let mut votes: Vec<(Dialect, usize, Reason)> = Vec::new();
    for (path, bytes) in pages().take(PAGES) {
        let Ok((text, _)) = decode::text(bytes) else { continue };
        for (dialect, line, mark) in marks(path, &text) {
            match votes.iter_mut().find(|(voted, ..)| *voted == dialect) {
                Some((_, count, _)) => *count += 1,
                None => {
                    let mark = mark.to_owned();
                    votes.push((dialect, 1, Reason::Mark { path: path.to_owned(), line, mark }));
                }
            }
        }
    }
    // Of equal numbers the one that was seen first.
    let most = votes.into_iter().rev().max_by_key(|(_, count, _)| *count);
    Some(most.map_or((Dialect::GitHub, Reason::NothingElse), |(dialect, _, reason)| (dialect, reason)))
}

fn of_settings(path: &str, bytes: &[u8]) -> Option<Dialect> {
    let name = paths::name(path);
    let contains = |words: &str| bytes.windows(words.len()).any(|piece| piece == words.as_bytes());
    let within = |folder: &str| path.starts_with(&folder[1..]) || path.contains(folder);
    match name {
        "mkdocs.yml" | "mkdocs.yaml" => Some(Dialect::MkDocs),
        "zola.toml" => Some(Dialect::Zola),
        "config.toml" if contains("base_url") => Some(Dialect::Zola),
        "myst.yml" | "_toc.yml" | "conf.py" => Some(Dialect::Myst),
        "_config.yml" if contains("sphinx:") => Some(Dialect::Myst),
        "_config.yml" => Some(Dialect::Jekyll),
        _ if name.starts_with("docusaurus.config.") => Some(Dialect::Docusaurus),
        "sidebars.js" | "sidebars.ts" => Some(Dialect::Docusaurus),
        _ if name.starts_with("config.") && (within("/.vitepress/") || within("/.vuepress/")) => {
            Some(Dialect::VitePress)
        }
        _ => None,
    }
}

/// Marks in a page that only one dialect has, each with its line.
fn marks<'t>(path: &str, text: &'t str) -> Vec<(Dialect, u32, &'t str)> {
    let mut found: Vec<(Dialect, u32, &str)> = Vec::new();
    let mut code = false;
    let mdx = paths::ending(path).as_deref() == Some("mdx");
    for (line, number) in text.lines().zip(1u32..) {
        let trimmed = line.trim();
        if (trimmed.starts_with("```") || trimmed.starts_with("~~~")) && !trimmed.starts_with("```{") {
            code = !code;
            continue;
        }
        if code {
            continue;
        }
        let dialect = of_line(trimmed, line, number).or_else(|| {
            (mdx && line.starts_with("import ") && line.contains(" from ")).then_some(Dialect::Docusaurus)
        });
        if let Some(dialect) = dialect
            && !found.iter().any(|(seen, ..)| *seen == dialect)
        {
            let end = trimmed.char_indices().nth(30).map_or(trimmed.len(), |(at, _)| at);
            found.push((dialect, number, &trimmed[..end]));
        }
    }
    found
}

fn of_line(trimmed: &str, line: &str, number: u32) -> Option<Dialect> {
    let starts = |marks: &[&str]| marks.iter().any(|mark| trimmed.starts_with(mark));
    if (number == 1 && trimmed == "+++") || trimmed.contains("](@/") || starts(&["{% end %}"]) {
        return Some(Dialect::Zola);
    }
    if super::boxes::indented(trimmed).is_some() || starts(&["--8<-- "]) {
        return Some(Dialect::MkDocs);
    }
    let role = ["{ref}`", "{doc}`", "{term}`"].iter().any(|role| trimmed.contains(role));
    if starts(&["```{", ":::{"]) || role || (line.starts_with('(') && trimmed.ends_with(")=")) {
        return Some(Dialect::Myst);
    }
    if line.starts_with("import ") && trimmed.contains(" from '@") {
        return Some(Dialect::Docusaurus);
    }
    if trimmed == "[[toc]]" || starts(&["<<< @/", "permalink: /"]) {
        return Some(Dialect::VitePress);
    }
    if let Some(rest) = trimmed.strip_prefix(":::") {
        let spaced = rest.starts_with(' ');
        let word = rest.trim().starts_with(|c: char| c.is_alphabetic());
        return word.then_some(if spaced { Dialect::VitePress } else { Dialect::Docusaurus });
    }
    let liquid = ["{% include", "{% raw", "{% link", "{% highlight", "{% if ", "{{ site.", "{: ."];
    liquid.iter().any(|mark| trimmed.contains(mark)).then_some(Dialect::Jekyll)
}
