//! Decides which ids are valid in a pack.

/// Whether `id` is a valid id of a provider or a revision.
pub(super) fn is_name(id: &str) -> bool {
    (1..=60).contains(&id.len()) && is_part(id)
}

/// Whether `id` is a valid id below the id of the provider: `<provider>/<slug>`.
pub(super) fn is_below(provider: &str, id: &str) -> bool {
    let slug = id.strip_prefix(provider).and_then(|rest| rest.strip_prefix('/'));
    slug.is_some_and(|slug| slug.split('/').all(|part| !part.is_empty() && is_part(part)))
}

fn is_part(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_below_that_of_the_provider() {
        assert!(is_name("hunt-cloud") && is_name("1"));
        assert!(!is_name("") && !is_name("Lab") && !is_name("a/b") && !is_name(&"a".repeat(61)));
        assert!(is_below("lab", "lab/doors") && is_below("lab", "lab/a/b-1"));
        for id in [
            "lab",
            "lab/",
            "labs/doors",
            "other/doors",
            "lab/a//b",
            "lab/A",
            "lab/a#1",
            "/doors",
            "lab/../x",
        ] {
            assert!(!is_below("lab", id), "{id}");
        }
    }
}
