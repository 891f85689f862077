//! Proposes a name for the provider and the address of its site.

use std::path::Path;

use vurder_import::Files;

/// Folder names that do not tell whose pages the folder holds.
const NAMELESS: [&str; 7] = ["docs", "doc", "content", "src", "pages", "site", "website"];
/// Settings files with the address of a site, each with the key of the address.
const TELL_ADDRESS: [(&str, &str); 7] = [
    ("mkdocs.yml", "site_url"),
    ("mkdocs.yaml", "site_url"),
    ("config.toml", "base_url"),
    ("zola.toml", "base_url"),
    ("_config.yml", "url"),
    ("docusaurus.config.js", "url"),
    ("docusaurus.config.ts", "url"),
];

/// A name made from the name of the folder or file, or else from the folder above.
pub(super) fn name(path: &Path) -> String {
    let is_folder = path.is_dir();
    let named = |part: &Path| {
        let name = if is_folder { part.file_name() } else { part.file_stem() };
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let own = named(path);
    if !NAMELESS.contains(&own.to_ascii_lowercase().as_str()) {
        return own;
    }
    path.parent()
        .and_then(Path::file_name)
        .map_or(own, |above| above.to_string_lossy().into_owned())
}

/// The address in the settings of the site; empty if there is none.
pub(super) fn address(files: &Files) -> String {
    let settings = files.iter().filter_map(|(path, bytes)| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let (_, key) = TELL_ADDRESS.iter().find(|(file, _)| *file == name)?;
        Some((key, std::str::from_utf8(bytes).ok()?))
    });
    settings
        .flat_map(|(key, text)| text.lines().filter_map(move |line| address_in(line, key)))
        .next()
        .unwrap_or_default()
}

/// The address in a line of settings: `site_url: https://…`, `base_url = "https://…"`.
fn address_in(line: &str, key: &str) -> Option<String> {
    let value = line.trim().strip_prefix(key)?.trim_start().strip_prefix([':', '='])?;
    let value = value.trim().trim_end_matches(',').trim_matches(['"', '\'']);
    let is_address = value.starts_with("https://") || value.starts_with("http://");
    (is_address && !value.contains(char::is_whitespace)).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_of_a_site_tell_its_address() {
        let of = |name: &str, text: &str| {
            let mut files = Files::new();
            files.insert(name, text.as_bytes());
            address(&files)
        };
        assert_eq!(
            of("mkdocs.yml", "site_name: X\nsite_url: https://docs.example/\n"),
            "https://docs.example/"
        );
        assert_eq!(
            of("site/config.toml", "base_url = \"https://example.dk\"\n"),
            "https://example.dk"
        );
        assert_eq!(
            of("docusaurus.config.js", "  url: 'https://x.example',\n"),
            "https://x.example"
        );
        assert_eq!(of("mkdocs.yml", "# site_url: none\nsite_url: !ENV URL\n"), "");
        assert_eq!(of("README.md", "url: https://no.example\n"), "");
    }
}
