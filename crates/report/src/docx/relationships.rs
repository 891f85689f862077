//! Relationships: a part of the package names other parts and addresses outside by them.

use super::xml::Xml;

/// The beginning of the types of relationships.
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The relationships of one part, in the order in which they were made.
#[derive(Debug, Default)]
pub(super) struct Relationships {
    targets: Vec<Target>,
}

#[derive(Debug, PartialEq, Eq)]
struct Target {
    /// Its complete type.
    kind: String,
    target: String,
    external: bool,
}

impl Relationships {
    /// The id of the relationship to another part. `kind` is the last word of its type, `path` is relative to this
    /// part's folder.
    pub(super) fn part(&mut self, kind: &str, path: &str) -> String {
        self.add(format!("{TYPES}{kind}"), path.to_owned(), false)
    }

    /// The same for a type that does not have the usual beginning.
    pub(super) fn part_of_type(&mut self, kind: &str, path: &str) -> String {
        self.add(kind.to_owned(), path.to_owned(), false)
    }

    /// The id of the relationship to an address outside. Each address has one relationship. `None` if the text is not
    /// an address that a person could follow: programs report a file with such a target as damaged.
    pub(super) fn address(&mut self, address: &str) -> Option<String> {
        let address = web_address(address)?;
        Some(self.add(format!("{TYPES}hyperlink"), address, true))
    }

    /// Whether the part has no relationships.
    pub(super) fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    fn add(&mut self, kind: String, target: String, external: bool) -> String {
        let wanted = Target { kind, target, external };
        let known = self.targets.iter().position(|known| *known == wanted);
        let at = known.unwrap_or_else(|| {
            self.targets.push(wanted);
            self.targets.len() - 1
        });
        format!("rId{}", at + 1)
    }

    /// Writes the part of the relationships.
    pub(super) fn write(&self) -> String {
        let mut xml = Xml::part();
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.open("Relationships", &[("xmlns", namespace)]);
        for (at, target) in self.targets.iter().enumerate() {
            let id = format!("rId{}", at + 1);
            let mut attributes =
                vec![("Id", id.as_str()), ("Type", &target.kind), ("Target", &target.target)];
            if target.external {
                attributes.push(("TargetMode", "External"));
            }
            xml.empty("Relationship", &attributes);
        }
        xml.finish()
    }
}

/// An address of the web or of a mailbox. Characters that an address cannot have are escaped.
fn web_address(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//")?;
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            let (name, port) = host.split_once(':').unwrap_or((host, "443"));
            let named = !name.is_empty()
                && name.split('.').all(|label| !label.is_empty())
                && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
            (named && port.parse::<u16>().is_ok()).then_some(())?;
        }
        "mailto" => rest
            .split_once('@')
            .filter(|(name, host)| !name.is_empty() && !host.is_empty())
            .map(|_| ())?,
        _ => return None,
    }
    let mut out = String::with_capacity(address.len());
    let mut buffer = [0; 4];
    for c in address.chars() {
        if c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c) {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut buffer).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_person_could_follow_is_an_address() {
        let good = |address: &str| web_address(address);
        assert_eq!(
            good("https://a.example/x y?q=[1]#æ").as_deref(),
            Some("https://a.example/x%20y?q=%5B1%5D#%C3%A6")
        );
        assert_eq!(good(" mailto:a@b.example ").as_deref(), Some("mailto:a@b.example"));
        for bad in [
            "",
            "https://",
            "https:///x",
            "http://a:b/",
            "https://a..b",
            "file:///etc",
            "javascript:x",
            "x",
            "mailto:a",
        ] {
            assert_eq!(good(bad), None, "{bad}");
        }
    }

    #[test]
    fn one_address_has_one_relationship() {
        let mut of = Relationships::default();
        assert_eq!(of.part("styles", "styles.xml"), "rId1");
        assert_eq!(of.address("https://a.example/").as_deref(), Some("rId2"));
        assert_eq!(of.address("https://a.example/").as_deref(), Some("rId2"));
    }
}
