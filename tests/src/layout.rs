//! Measures the looks of a screen: whether it fits the window, and whether all of it can be read.

use crate::webdriver::{DriveError, Driven, Session};
use serde_json::{Value, json};

/// Shows the screen in the theme `light` or `dark`, whatever the system uses.
///
/// # Errors
/// When the driver fails.
pub fn show_theme(session: &Session, theme: &str) -> Driven {
    let script = "document.documentElement.dataset.theme = arguments[0]";
    session.execute(script, &json!([theme])).map(drop)
}

/// What does not fit, one line each: a page or a part of it that scrolls sideways, elements beyond the edges of the
/// window, and words that the box around them cuts off.
///
/// # Errors
/// When the driver fails.
pub fn faults(session: &Session) -> Driven<Vec<String>> {
    // Words for a screen reader alone are hidden on purpose. A text area has a hidden copy of its words that gives its
    // size.
    let script = "const found = [];
        const name = (e) => `${e.tagName.toLowerCase()}${e.className && typeof e.className === 'string'
            ? '.' + e.className.trim().split(/\\s+/).join('.') : ''} \"${(e.textContent ?? '').trim().slice(0, 40)}\"`;
        const page = document.scrollingElement;
        if (page.scrollWidth > page.clientWidth) found.push(`the page scrolls sideways: ${page.scrollWidth} px`);
        const unseen = (e) => e.closest('.unseen, .skip, dialog:not([open]), svg, option, [hidden]');
        for (const e of document.body.querySelectorAll('*')) {
            if (unseen(e) || !e.checkVisibility({ visibilityProperty: true })) continue;
            const box = e.getBoundingClientRect();
            if (box.width === 0 || box.height === 0) continue;
            const style = getComputedStyle(e);
            if (box.right > innerWidth + 1 || box.left < -1) found.push(`beyond the edge: ${name(e)}`);
            if ((style.position === 'fixed' || e.matches('dialog')) && (box.bottom > innerHeight + 1 || box.top < -1)) {
                found.push(`beyond the edge: ${name(e)}`);
            }
            if (style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
                && e.tagName !== 'INPUT' && e.tagName !== 'SELECT') {
                found.push(`${style.overflowX === 'auto' || style.overflowX === 'scroll' ? 'scrolls sideways'
                    : 'cut off'}: ${name(e)}: ${e.scrollWidth} in ${e.clientWidth} px`);
            }
            if (['hidden', 'clip'].includes(style.overflowY) && e.scrollHeight > e.clientHeight + 1
                && e.clientHeight > 0 && e.tagName !== 'INPUT' && e.tagName !== 'MAIN') {
                found.push(`cut off below: ${name(e)}: ${e.scrollHeight} in ${e.clientHeight} px`);
            }
        }
        return found.slice(0, 12);";
    let found = session.execute(script, &json!([]))?;
    let lines = found
        .as_array()
        .ok_or_else(|| DriveError::Strange(format!("the layout script answered {found}")))?;
    Ok(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}
