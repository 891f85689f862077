//! Controls of ISO/IEC 27001:2022 by their names in OSCAL: `a.8.13` for number A.8.13 of annex A, `clause-6.1` for a
//! clause.

use vurder_model::provider::Theme;

/// The number of controls in each theme of annex A.
const ANNEX_A: [(u8, u8, Theme); 4] = [
    (5, 37, Theme::Organisational),
    (6, 8, Theme::People),
    (7, 14, Theme::Physical),
    (8, 34, Theme::Technological),
];

const CLAUSE: &str = "clause-";

/// The parts of a number, written without leading zeros.
fn parts(number: &str) -> Option<Vec<u8>> {
    let part = |part: &str| part.parse::<u8>().ok().filter(|n| n.to_string() == part);
    number.split('.').map(part).collect()
}

fn theme_of(number: &str) -> Option<Theme> {
    let [theme, control] = parts(number)?[..] else { return None };
    let found = ANNEX_A.iter().find(|(t, last, _)| *t == theme && (1..=*last).contains(&control));
    found.map(|(_, _, theme)| *theme)
}

fn is_clause(number: &str) -> bool {
    parts(number).is_some_and(|parts| matches!(parts[..], [4..=10, _] | [4..=10, _, _]))
}

/// The id of the control with this number; `None` if the standard does not have the number.
pub(super) fn control(number: &str) -> Option<String> {
    match number.strip_prefix("A.") {
        Some(annex) => theme_of(annex).map(|_| format!("a.{annex}")),
        None => is_clause(number).then(|| format!("{CLAUSE}{number}")),
    }
}

/// The number of the control with this id; `None` for a control of another catalogue.
pub(super) fn number(control: &str) -> Option<String> {
    if let Some(clause) = control.strip_prefix(CLAUSE) {
        return is_clause(clause).then(|| clause.to_owned());
    }
    let annex = control.strip_prefix("a.").or_else(|| control.strip_prefix("A."))?;
    theme_of(annex).map(|_| format!("A.{annex}"))
}

/// The theme of a control of annex A.
pub(super) fn theme(control: &str) -> Option<Theme> {
    theme_of(number(control)?.strip_prefix("A.")?)
}

/// The sort key of a control: clauses come first, then annex A.
pub(super) fn order(control: &str) -> (bool, Vec<u8>) {
    let number = number(control).unwrap_or_default();
    let annex = number.strip_prefix("A.");
    (annex.is_some(), parts(annex.unwrap_or(&number)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_controls_and_controls_are_numbers() {
        for (of, id) in [
            ("A.8.13", "a.8.13"),
            ("A.5.1", "a.5.1"),
            ("6.1", "clause-6.1"),
            ("9.2.1", "clause-9.2.1"),
        ] {
            assert_eq!(control(of).as_deref(), Some(id));
            assert_eq!(number(id).as_deref(), Some(of));
        }
        for bad in
            ["A.8.35", "A.9.1", "A.8.1.1", "A.08.1", "8", "11.1", "A.8.", "a.8.1", "", "A.8.1 x"]
        {
            assert_eq!(control(bad), None, "{bad}");
        }
        assert_eq!((number("ac-2"), number("a.18.1"), number("clause-x")), (None, None, None));
        assert_eq!(
            (theme("a.7.2"), theme("A.8.1"), theme("clause-6.1")),
            (Some(Theme::Physical), Some(Theme::Technological), None)
        );
    }
}
