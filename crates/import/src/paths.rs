//! Joins and cleans paths and addresses, and makes ids from them.

/// The folder of a path, with `/` at its end; empty for a path without a folder.
pub(crate) fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

/// `target` relative to `folder`, with `.` and `..` resolved. A path that leads above the top folder stays at the top.
pub(crate) fn joined(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(target.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The last part of a path.
pub(crate) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The ending of a file name, in small letters.
pub(crate) fn ending(path: &str) -> Option<String> {
    let (stem, ending) = name(path).rsplit_once('.')?;
    let plausible = !stem.is_empty()
        && (1..=8).contains(&ending.len())
        && ending.chars().all(|c| c.is_ascii_alphanumeric())
        && !ending.chars().all(|c| c.is_ascii_digit());
    plausible.then(|| ending.to_ascii_lowercase())
}

/// Endings of files whose words are not read. Links may lead to them.
const WITHOUT_WORDS: [&str; 34] = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "avif", "bmp", "tif", "tiff", "pdf", "doc",
    "docx", "ppt", "pptx", "odt", "odp", "zip", "gz", "tgz", "xz", "bz2", "7z", "tar", "mp3",
    "mp4", "webm", "mov", "woff", "woff2", "ttf", "otf", "eot",
];

/// Whether a file with this name can have words. Pictures, fonts and films have none; only their names are used,
/// because links lead to them.
#[must_use]
pub fn has_words(path: &str) -> bool {
    ending(path).is_none_or(|ending| !WITHOUT_WORDS.contains(&ending.as_str()))
}

/// The path without the ending of a Markdown page; `None` for another file.
pub(crate) fn without_ending(path: &str) -> Option<&str> {
    let (stem, ending) = path.rsplit_once('.')?;
    let page = matches!(ending.to_ascii_lowercase().as_str(), "md" | "mdx" | "markdown");
    (page && !stem.is_empty() && !stem.ends_with('/')).then_some(stem)
}

/// A path or a name as a part of an id: `a-z`, `0-9`, `-` and the `/` of the path; never empty.
#[must_use]
pub fn slug(path: &str) -> String {
    let mut slug = String::with_capacity(path.len());
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if !slug.is_empty() {
            slug.push('/');
        }
        let start = slug.len();
        for c in part.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if let Some(plain) = without_accent(c) {
                slug.push_str(plain);
            } else if c.is_alphanumeric() {
                slug.push_str(&format!("u{:x}", u32::from(c)));
            } else if slug.len() > start && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        while slug.len() > start && slug.ends_with('-') {
            slug.pop();
        }
        if slug.len() == start {
            slug.push('x');
        }
    }
    if slug.is_empty() {
        slug.push('x');
    }
    slug
}

fn without_accent(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' | 'ä' => "ae",
        'ø' | 'ö' => "o",
        'å' | 'á' | 'à' | 'â' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'ü' => "u",
        'ß' => "ss",
        _ => return None,
    })
}

/// The text with `%20` and so on instead of each character for which `stays` is false.
pub(crate) fn percent_encoded(text: &str, stays: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if stays(c) {
            out.push(c);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The text with `%20` and so on decoded, if the result is a text.
pub(crate) fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_and_made_into_ids() {
        assert_eq!(joined("docs/guide/", "../faq.md"), "docs/faq.md");
        assert_eq!(joined("", "../../x"), "x");
        assert_eq!(slug("Om oss/Førsteside_2 (ny)"), "om-oss/forsteside-2-ny");
        assert_eq!(slug("数据/--"), "u6570u636e/x");
        assert_eq!((slug(""), slug("/")), ("x".to_owned(), "x".to_owned()));
        assert_eq!(percent_decoded("a%20b%2"), "a b%2");
        assert_eq!(ending("a/v1.2"), None);
        assert_eq!(ending("a/b.PDF").as_deref(), Some("pdf"));
    }
}
