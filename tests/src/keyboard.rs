//! Translates the names of keys that people use into WebDriver's actions.

use serde_json::{Value, json};

/// WebDriver's code of a key that writes no letter.
fn code_of(name: &str) -> Option<char> {
    Some(match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Ctrl" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "Delete" => '\u{e017}',
        "F1" => '\u{e031}',
        "F2" => '\u{e032}',
        "F5" => '\u{e035}',
        "F6" => '\u{e036}',
        "F7" => '\u{e037}',
        _ => return None,
    })
}

/// The actions for a chord such as `Ctrl+Shift+Z` or `Enter`: all keys down in order, then up in reverse.
///
/// # Errors
/// The name of an unknown key.
pub fn chord(chord: &str) -> Result<Value, String> {
    let keys = chord.split('+').map(|name| {
        let mut letters = name.chars();
        match (code_of(name), letters.next(), letters.next()) {
            (Some(code), _, _) => Ok(code),
            // With modifiers, the key is the small letter.
            (None, Some(letter), None) => Ok(letter.to_ascii_lowercase()),
            _ => Err(format!("no key is called {name}")),
        }
    });
    let keys: Vec<char> = keys.collect::<Result<_, _>>()?;
    let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
    let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
    Ok(actions(down.chain(up).collect()))
}

/// The actions for typing a text, letter by letter; a line break is Enter.
pub fn typing(text: &str) -> Value {
    let press = |letter: char| {
        let key = if letter == '\n' { '\u{e007}' } else { letter };
        [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
    };
    actions(text.chars().flat_map(press).collect())
}

fn actions(actions: Vec<Value>) -> Value {
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_chord_goes_down_and_up_again() {
        let keys = &chord("Ctrl+K").unwrap()["actions"][0]["actions"];
        let order: Vec<_> =
            keys.as_array().unwrap().iter().map(|key| key["type"].as_str().unwrap()).collect();
        assert_eq!(order, ["keyDown", "keyDown", "keyUp", "keyUp"]);
        assert_eq!(keys[1]["value"], "k");
        assert_eq!(chord("Hyper+K").unwrap_err(), "no key is called Hyper");
    }
}
