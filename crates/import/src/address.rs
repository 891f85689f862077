//! Web addresses by which pages refer to each other. The program never requests anything from them.

use crate::paths::{joined, percent_encoded};

/// Whether the text is an address of a page on the web.
pub(crate) fn is_web(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        text.get(..scheme.len())
            .filter(|start| start.eq_ignore_ascii_case(scheme))
            .map(|_| &text[scheme.len()..])
    });
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// Whether the text begins with a scheme: `mailto:`, `https:`.
pub(crate) fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// The address without `#` and the text after it.
pub(crate) fn without_place(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

/// An address split into its scheme and host, and its path with `/` before it.
pub(crate) fn parted(address: &str) -> (&str, &str) {
    let host = address.find("://").map_or(0, |at| at + 3);
    let path = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    address.split_at(path)
}

/// The address of `target`, as the page at `base` refers to it.
pub(crate) fn from(base: &str, target: &str) -> String {
    let target = target.trim();
    if has_scheme(target) {
        return target.to_owned();
    }
    if target.starts_with("//") {
        let scheme = base.split("//").next().unwrap_or("https:");
        return format!("{scheme}{target}");
    }
    let (host, path) = parted(without_place(base));
    let path = path.split('?').next().unwrap_or(path);
    if target.is_empty() || target.starts_with('#') {
        return format!("{}{target}", without_place(base));
    }
    if target.starts_with('?') {
        return format!("{host}{path}{target}");
    }
    let end = target.find(['?', '#']).unwrap_or(target.len());
    let (target, rest) = target.split_at(end);
    let folder = if target.starts_with('/') { "" } else { crate::paths::folder(path) };
    let path = joined(folder, target);
    let is_folder =
        target.ends_with('/') || matches!(target, "." | "..") || target.ends_with("/..");
    let slash = if is_folder && !path.is_empty() { "/" } else { "" };
    encoded(&format!("{host}/{path}{slash}{rest}"))
}

/// The address of a page below the address of the site; its path if the address of the site is not known.
pub(crate) fn of_page(site: &str, path: &str) -> String {
    if site.is_empty() {
        return of_file(path);
    }
    encoded(&format!("{}/{path}", site.trim_end_matches('/')))
}

/// The address of a part of a file that is published at the address of the site. If that is not known, the address is
/// below the path of the file.
pub(crate) fn of_part(site: &str, file: &str, part: &str) -> String {
    let whole = if site.is_empty() { of_file(file) } else { site.trim_end_matches('/').to_owned() };
    format!("{whole}#{part}")
}

/// A path as an address. Text before a colon in the path must not look like a scheme.
fn of_file(path: &str) -> String {
    if has_scheme(path) && !is_web(path) { path.replacen(':', "%3A", 1) } else { path.to_owned() }
}

/// The address with white space and control characters written as `%20` and so on.
pub(crate) fn encoded(address: &str) -> String {
    percent_encoded(address, |c| !c.is_whitespace() && !c.is_control())
}

/// The address in the form in which it is compared: without scheme, `www.`, place, query, `index.html` and `/` at its
/// end.
pub(crate) fn bare(address: &str) -> String {
    let address = address.split(['#', '?']).next().unwrap_or(address);
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let address = address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/');
    let address = address.strip_suffix(".html").or(address.strip_suffix(".htm")).unwrap_or(address);
    let address = address.strip_suffix("/index").unwrap_or(address);
    address.trim_end_matches('/').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_where_a_browser_would_go() {
        let base = "https://docs.example.org/guide/start.html?x=1#top";
        for (target, leads) in [
            ("other.html#a", "https://docs.example.org/guide/other.html#a"),
            ("../faq/", "https://docs.example.org/faq/"),
            ("/a b", "https://docs.example.org/a%20b"),
            ("//cdn.example.org/x", "https://cdn.example.org/x"),
            ("#part", "https://docs.example.org/guide/start.html?x=1#part"),
            ("?y=2", "https://docs.example.org/guide/start.html?y=2"),
            ("mailto:help@example.org", "mailto:help@example.org"),
            ("../../../..", "https://docs.example.org/"),
        ] {
            assert_eq!(from(base, target), leads, "{target}");
        }
        assert_eq!(from("https://example.org", "a/b"), "https://example.org/a/b");
    }

    #[test]
    fn a_page_is_below_its_site_or_its_path() {
        assert_eq!(of_page("https://a.example/", "b c\n/d"), "https://a.example/b%20c%0A/d");
        assert_eq!(of_page("", "a b.md"), "a b.md");
        assert_eq!(of_page("", "javascript:x:y"), "javascript%3Ax:y");
        assert_eq!(of_part("https://a.example/", "x.csv", "b"), "https://a.example#b");
        assert_eq!(of_part("", "data:x.csv", "b"), "data%3Ax.csv#b");
    }

    #[test]
    fn the_same_page_is_the_same_address() {
        let same = "docs.example.org/guide";
        assert_eq!(bare("https://www.docs.example.org/guide/index.html#x"), same);
        assert_eq!(bare("http://docs.example.org/Guide/?q"), same);
        assert!(is_web("https://example.org/å") && !is_web("https://") && !is_web("http://a b"));
        assert!(has_scheme("tel:1") && !has_scheme("C:/x") && !has_scheme("a/b:c"));
    }
}
