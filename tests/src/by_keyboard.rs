//! Moves through the window with the keyboard alone, like a person without a mouse.

use crate::webdriver::{DriveError, Driven, Session};
use serde_json::json;

/// More stops of the Tab key than any screen has. After so many, the place cannot be reached.
const STOPS: usize = 400;

/// Presses `Tab` until the element with this name has the focus. Returns the number of stops.
///
/// # Errors
/// When the focus comes back to its start without reaching the element, or goes nowhere.
pub fn tab_to(session: &Session, name: &str) -> Driven<usize> {
    walk_to(session, "Tab", name)
}

/// The same as [`tab_to`], backwards.
///
/// # Errors
/// As with [`tab_to`].
pub fn back_to(session: &Session, name: &str) -> Driven<usize> {
    walk_to(session, "Shift+Tab", name)
}

fn walk_to(session: &Session, key: &str, name: &str) -> Driven<usize> {
    let mut passed = Vec::new();
    for stops in 1..=STOPS {
        session.press(key)?;
        let here = focused(session)?;
        if here == name {
            return Ok(stops);
        }
        passed.push(here);
    }
    passed.dedup();
    passed.truncate(60);
    Err(DriveError::Strange(format!("{key} does not come to \"{name}\"; it passes {passed:?}")))
}

/// The name of the element with the focus, as a screen reader reads it: without its state and without decoration.
///
/// # Errors
/// When the driver fails.
pub fn focused(session: &Session) -> Driven<String> {
    let script = "const e = document.activeElement;
        if (!e || e === document.body) return '';
        const nameOf = (node) => {
            if (node.nodeType === Node.TEXT_NODE) return node.data;
            if (node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === 'true') return '';
            if (node.matches('.unseen, .help, .state, input, select, textarea')) return '';
            return [...node.childNodes].map(nameOf).join(' ');
        };
        const name = e.getAttribute('aria-label') ?? (e.labels?.length ? nameOf(e.labels[0]) : nameOf(e));
        return name.replace(/\\s+/g, ' ').trim();";
    match session.execute(script, &json!([]))? {
        serde_json::Value::String(name) => Ok(name),
        other => Err(DriveError::Strange(format!("a name was expected, not {other}"))),
    }
}

/// Waits until the element with this name has the focus: the program moves the focus there.
///
/// # Errors
/// When the focus does not come there.
pub fn wait_for_focus(session: &Session, name: &str) -> Driven {
    session.wait_until(&format!("the focus on \"{name}\""), || {
        Ok((focused(session)? == name).then_some(()))
    })
}
