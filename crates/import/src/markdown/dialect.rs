//! Recognises the dialect of a site: by its settings, otherwise by marks in its pages.

use crate::decode;
use crate::files::Files;
use crate::format::{Dialect, Reason};
use crate::paths;

/// The greatest number of pages in which marks are looked for.
const PAGES: usize = 400;

/// The dialect and how it was recognised; `None` if there is no Markdown.
pub(crate) fn recognise(files: &Files) -> Option<(Dialect, Reason)> {
    let pages = || files.iter().filter(|(path, _)| paths::without_ending(path).is_some());
    pages().next()?;
    // The settings in the fewest folders are those of the site.
    let mut settings: Vec<(usize, &str, Dialect)> = files
        .iter()
        .filter_map(|(path, bytes)| {
            Some((path.matches('/').count(), path, of_settings(path, bytes)?))
        })
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
    // If two dialects have the same number, the one that was found first is taken.
    let most = votes.into_iter().rev().max_by_key(|(_, count, _)| *count);
    Some(
        most.map_or((Dialect::GitHub, Reason::NothingElse), |(dialect, _, reason)| {
            (dialect, reason)
        }),
    )
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
    let components = paths::ending(path).as_deref() == Some("mdx");
    for (line, number) in text.lines().zip(1u32..) {
        let trimmed = line.trim();
        let fence = trimmed.starts_with("```") || trimmed.starts_with("~~~");
        if fence && !trimmed.starts_with("```{") {
            code = !code;
            continue;
        }
        if code {
            continue;
        }
        let import = components && line.starts_with("import ") && line.contains(" from ");
        let seen = of_line(trimmed, line, number)
            .or_else(|| import.then_some((Dialect::Docusaurus, "import")));
        if let Some((dialect, mark)) = seen
            && !found.iter().any(|(seen, ..)| *seen == dialect)
        {
            found.push((dialect, number, mark));
        }
    }
    found
}

/// The dialect of a line, and the mark by which it was recognised.
fn of_line<'t>(trimmed: &'t str, line: &str, number: u32) -> Option<(Dialect, &'t str)> {
    let first_of = |dialect, marks: &[&'static str]| {
        let mark = marks.iter().find(|mark| trimmed.contains(**mark));
        mark.map(|mark| (dialect, *mark))
    };
    if number == 1 && trimmed == "+++" {
        return Some((Dialect::Zola, trimmed));
    }
    if super::boxes::indented(trimmed).is_some() {
        return Some((Dialect::MkDocs, &trimmed[..3]));
    }
    if line.starts_with('(') && trimmed.ends_with(")=") {
        return Some((Dialect::Myst, trimmed));
    }
    if trimmed == "[[toc]]" || trimmed.starts_with("permalink: /") {
        return Some((Dialect::VitePress, trimmed));
    }
    if let Some(rest) = trimmed.strip_prefix(":::")
        && rest.trim_start().starts_with(char::is_alphabetic)
    {
        let spaced = rest.starts_with(' ');
        let end = trimmed.find(['[', '{']).unwrap_or(trimmed.len());
        let dialect = if spaced { Dialect::VitePress } else { Dialect::Docusaurus };
        return Some((dialect, &trimmed[..end]));
    }
    first_of(Dialect::Zola, &["](@/", "{% end %}"])
        .or_else(|| first_of(Dialect::MkDocs, &["--8<-- \""]))
        .or_else(|| first_of(Dialect::Myst, &["```{", ":::{", "{ref}`", "{doc}`", "{term}`"]))
        .or_else(|| first_of(Dialect::VitePress, &["<<< @/"]))
        .or_else(|| {
            let liquid =
                ["{% include", "{% raw", "{% link", "{% highlight", "{% if ", "{{ site.", "{: ."];
            first_of(Dialect::Jekyll, &liquid)
        })
}
