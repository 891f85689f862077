//! Checks numbers of laws and standards to which the content refers: whether there is such a clause, control or
//! article.

/// The number of controls in each theme of annex A of ISO/IEC 27001:2022.
const ANNEX_A: [(u8, u8); 4] = [(5, 37), (6, 8), (7, 14), (8, 34)];

/// The number of parts in each clause of ISO/IEC 27001:2022, and in each part that has parts itself.
const CLAUSES: [(u8, u8); 7] = [(4, 4), (5, 3), (6, 3), (7, 5), (8, 3), (9, 3), (10, 2)];
const PARTS: [(u8, u8, u8); 4] = [(6, 1, 3), (7, 5, 3), (9, 2, 2), (9, 3, 3)];

/// The last article of the GDPR.
const GDPR_ARTICLES: u8 = 99;

/// The parts of a number, written without leading zeros.
fn numbers(text: &str) -> Option<Vec<u8>> {
    let number = |part: &str| part.parse::<u8>().ok().filter(|n| n.to_string() == part);
    text.split('.').map(number).collect()
}

/// Whether ISO/IEC 27001:2022 has a control of annex A (`A.5.35`) or a clause (`6.1`) with this number.
pub(crate) fn is_iso_number(number: &str) -> bool {
    if let Some(control) = number.strip_prefix("A.") {
        return matches!(numbers(control).as_deref(), Some([theme, control])
            if ANNEX_A.iter().any(|(t, last)| t == theme && (1..=*last).contains(control)));
    }
    match numbers(number).as_deref() {
        Some([clause, part]) => {
            CLAUSES.iter().any(|(c, last)| c == clause && (1..=*last).contains(part))
        }
        Some([clause, part, below]) => {
            PARTS.iter().any(|(c, p, last)| c == clause && p == part && (1..=*last).contains(below))
        }
        _ => false,
    }
}

/// The message for a number that ISO/IEC 27001 does not have.
pub(crate) fn bad_iso_number(number: &str) -> String {
    format!(
        "\"{number}\" is no number of ISO/IEC 27001: write A.5.35 for annex A or 6.1 for a clause"
    )
}

/// Whether the GDPR has an article with this number. Only the form of its paragraph and letter (`28(3)(h)`) is checked.
pub(crate) fn is_gdpr_article(text: &str) -> bool {
    let (article, rest) = text.split_at(text.find('(').unwrap_or(text.len()));
    let is_article = article
        .parse::<u8>()
        .is_ok_and(|n| (1..=GDPR_ARTICLES).contains(&n) && n.to_string() == article);
    let mut parts = rest.split_inclusive(')').peekable();
    let paragraph =
        parts.next_if(|part| inside(part).is_some_and(|n| n.parse::<u8>().is_ok_and(|n| n > 0)));
    let letter = parts.next_if(|part| {
        inside(part).is_some_and(|l| l.len() == 1 && l.bytes().all(|b| b.is_ascii_lowercase()))
    });
    // An article may have only letters, or only numbers: Article 4 numbers its points as others number paragraphs.
    is_article
        && parts.next().is_none()
        && (paragraph.is_some() || letter.is_some() || rest.is_empty())
}

fn inside(part: &str) -> Option<&str> {
    part.strip_prefix('(')?.strip_suffix(')')
}

/// The message for an article that the GDPR does not have.
pub(crate) fn bad_gdpr_article(text: &str) -> String {
    format!(
        "\"{text}\" is no article of the GDPR: write 32 or 28(3)(h), with an article from 1 to 99"
    )
}

/// The last recital of the GDPR, and its chapters.
const GDPR_RECITALS: u8 = 173;
const GDPR_CHAPTERS: [&str; 11] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"];

/// The number of parts in each clause of ISO/IEC 27005:2022, and in each part that has parts itself.
const CLAUSES_OF_27005: [(u8, u8); 6] = [(5, 2), (6, 5), (7, 4), (8, 6), (9, 2), (10, 8)];
const PARTS_OF_27005: [(u8, u8, u8); 6] =
    [(7, 2, 2), (7, 3, 4), (7, 4, 2), (8, 6, 3), (10, 4, 3), (10, 5, 2)];

fn is_clause_of_27005(number: &str) -> bool {
    match numbers(number).as_deref() {
        Some([clause, part]) => {
            CLAUSES_OF_27005.iter().any(|(c, last)| c == clause && (1..=*last).contains(part))
        }
        Some([clause, part, below]) => PARTS_OF_27005
            .iter()
            .any(|(c, p, last)| c == clause && p == part && (1..=*last).contains(below)),
        _ => false,
    }
}

/// The message for a wrong entry of a form's list of law. `None` for a correct entry, and for law whose numbers this
/// module does not know, such as guidelines.
pub(crate) fn bad_law(entry: &str) -> Option<String> {
    if let Some(rest) = entry.strip_prefix("GDPR ") {
        let sound = match (rest.strip_prefix("chapter "), rest.split_once(" to ")) {
            (Some(chapter), _) => GDPR_CHAPTERS.contains(&chapter),
            (None, Some((from, to))) => {
                let number = |text: &str| text.parse::<u8>().ok();
                is_gdpr_article(from) && is_gdpr_article(to) && number(from) < number(to)
            }
            (None, None) => is_gdpr_article(rest),
        };
        return (!sound).then(|| bad_gdpr_article(rest));
    }
    if let Some(rest) = entry.strip_prefix("recital ") {
        let sound =
            numbers(rest).is_some_and(|n| matches!(n[..], [n] if (1..=GDPR_RECITALS).contains(&n)));
        return (!sound)
            .then(|| format!("the GDPR has no recital {rest}: write recital 76, from 1 to 173"));
    }
    if let Some(rest) = entry.strip_prefix("ISO/IEC 27001 ") {
        return (!is_iso_number(rest)).then(|| bad_iso_number(rest));
    }
    if let Some(rest) = entry.strip_prefix("ISO/IEC 27005 ") {
        return (!is_clause_of_27005(rest))
            .then(|| format!("\"{rest}\" is no clause of ISO/IEC 27005:2022: write 7.3 or 8.6.3"));
    }
    let known = ["GDPR", "recital", "Recital", "ISO/IEC 27001", "ISO/IEC 27005"];
    if known.iter().any(|name| entry.starts_with(name)) {
        return Some(format!("\"{entry}\" has no number: write \"GDPR 32\" or \"recital 76\""));
    }
    entry.trim().is_empty().then(|| "the law is empty: name an article".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_has_what_it_has() {
        for number in
            ["A.5.1", "A.5.37", "A.6.8", "A.7.14", "A.8.34", "4.1", "6.1", "6.1.3", "10.2"]
        {
            assert!(is_iso_number(number), "{number}");
        }
        for number in [
            "A.99.99", "A.5.0", "A.5.38", "A.6.9", "A.7.15", "A.8.35", "A.4.1", "A.5", "A.5.01",
            "A.5.1.1", "3.1", "4.5", "11.1", "6", "6.1.4", "6.2.1", "", "5.35.", "a.5.1",
        ] {
            assert!(!is_iso_number(number), "{number}");
        }
    }

    #[test]
    fn the_gdpr_has_ninety_nine_articles() {
        for article in ["1", "99", "28(3)", "28(3)(h)", "24", "9(2)(j)", "4(23)"] {
            assert!(is_gdpr_article(article), "{article}");
        }
        for article in [
            "128(5)",
            "0",
            "100",
            "028",
            "28(0)",
            "28()",
            "28(3",
            "28(h)(3)",
            "28(3)(h)(i)",
            "28 (3)",
            "",
        ] {
            assert!(!is_gdpr_article(article), "{article}");
        }
    }

    #[test]
    fn law_of_forms_is_there() {
        for entry in [
            "GDPR 35(7)(a)",
            "GDPR 13 to 22",
            "GDPR chapter V",
            "recital 173",
            "ISO/IEC 27005 8.6.3",
            "ISO/IEC 27005 10.5",
            "ISO/IEC 27001 5.3",
            "ISO/IEC 27001 A.5.1",
            "WP248 rev.01",
            "EDPB Guidelines 07/2020",
            "NIST SP 800-30 task 2-3",
        ] {
            assert_eq!(bad_law(entry), None, "{entry}");
        }
        for entry in [
            "GDPR 135(1)",
            "GDPR 0",
            "GDPR 22 to 13",
            "GDPR chapter XII",
            "GDPR",
            "recital 174",
            "recital 0",
            "recital",
            "ISO/IEC 27005 11.1",
            "ISO/IEC 27005 8.7",
            "ISO/IEC 27005 7.2.3",
            "ISO/IEC 27001 A.5.38",
            "GDPR Article 32",
            "",
            " ",
        ] {
            assert!(bad_law(entry).is_some(), "{entry}");
        }
    }
}
