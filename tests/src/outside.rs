//! Sends keys and clicks from outside the webview, like a person's keyboard and mouse.
//!
//! WebDriver gives its keys to the page itself, one after the other, and waits for each. Some faults show only with
//! real events: these come at their own pace, through the X server and GTK, whether the page is ready or not. This
//! module sends such events with the XTest extension of the X server. It is meant for the window lane, which has its
//! own screen. On a person's desktop, the keys would go to the window with the focus.

use crate::app_window::AppWindow;
use crate::screen;
use crate::webdriver::{DriveError, Driven, Element, PATIENCE};
use serde_json::json;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, InputFocus,
    KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// The time between two keys of a person who types fast, as measured.
pub const FAST: Duration = Duration::from_millis(90);

/// The time between two keys when a key is held down, or when a dictation program sends words.
pub const BURST: Duration = Duration::from_millis(12);

/// The time for which a click holds the button down.
const CLICK: Duration = Duration::from_millis(20);

const SHIFT: u32 = 0xffe1;
const LEFT_BUTTON: u8 = 1;

/// The keyboard and the mouse of the screen with the app's window.
#[derive(Debug)]
pub struct Outside {
    connection: RustConnection,
    root: Window,
    window: Window,
    /// For each symbol that a key can make: the key's code, and whether Shift is needed for it.
    keys: HashMap<u32, (u8, bool)>,
}

/// A point of the screen, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    x: i16,
    y: i16,
}

impl Outside {
    /// Connects to the screen, finds the app's window, and gives it the keyboard focus. A screen of the window lane has
    /// no window manager that would do so.
    ///
    /// # Errors
    /// When there is no X server with XTest, or no window of the app on it.
    pub fn of(app: &AppWindow) -> Driven<Outside> {
        let name = screen::of_this_test();
        let (connection, screen) = x11rb::connect(name.as_deref()).map_err(failed("the screen"))?;
        let root = connection.setup().roots[screen].root;
        let version = connection.xtest_get_version(2, 2).map_err(failed("XTest"))?;
        version.reply().map_err(failed("XTest"))?;
        let keys = keys(&connection)?;
        let window = app.wait_until("the app's window on the screen", || {
            window_of(&connection, root, app.process_group())
        })?;
        let outside = Outside { connection, root, window, keys };
        outside.focus(app)?;
        Ok(outside)
    }

    /// Connects to the screen and finds the dialog with this title, of a program without a page.
    ///
    /// # Errors
    /// When there is no X server with XTest, or the dialog does not appear.
    pub fn of_dialog(title: &str) -> Driven<Outside> {
        let name = screen::of_this_test();
        let (connection, screen) = x11rb::connect(name.as_deref()).map_err(failed("the screen"))?;
        let root = connection.setup().roots[screen].root;
        let keys = keys(&connection)?;
        let late = Instant::now() + PATIENCE;
        loop {
            if let Some(window) = titled(&connection, root, title)? {
                let focus = connection
                    .set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)
                    .map_err(failed("the focus"))?;
                focus.check().map_err(failed("the focus"))?;
                return Ok(Outside { connection, root, window, keys });
            }
            if Instant::now() > late {
                return Err(DriveError::Strange(format!("no dialog is called {title}")));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Gives the app's window the keyboard focus, and waits until the page has noticed.
    fn focus(&self, app: &AppWindow) -> Driven {
        self.connection
            .set_input_focus(InputFocus::PARENT, self.window, x11rb::CURRENT_TIME)
            .map_err(failed("the focus"))?
            .check()
            .map_err(failed("the focus"))?;
        app.wait_until("the page to have the focus", || {
            Ok((app.execute("return document.hasFocus()", &json!([]))? == true).then_some(()))
        })
    }

    /// Types a text at a steady pace: one key each `pace`, whether the page keeps up or not. A line break is Enter.
    ///
    /// # Errors
    /// A letter for which the (US) keyboard has no key; then nothing is typed.
    pub fn type_text(&self, text: &str, pace: Duration) -> Driven {
        let keys: Vec<(u8, bool)> = text
            .chars()
            .map(|letter| {
                let symbol = if letter == '\n' { symbol_of("Enter") } else { latin(letter) };
                symbol.and_then(|symbol| self.keys.get(&symbol).copied()).ok_or_else(|| {
                    DriveError::Strange(format!("the keyboard has no key for {letter:?}"))
                })
            })
            .collect::<Driven<_>>()?;
        let shift = self.key(SHIFT)?;
        let mut due = Instant::now();
        for (code, shifted) in keys {
            wait_until(due);
            due += pace;
            if shifted {
                self.send(KEY_PRESS_EVENT, shift)?;
            }
            self.send(KEY_PRESS_EVENT, code)?;
            self.send(KEY_RELEASE_EVENT, code)?;
            if shifted {
                self.send(KEY_RELEASE_EVENT, shift)?;
            }
            self.connection.flush().map_err(failed("a key"))?;
        }
        wait_until(due);
        Ok(())
    }

    /// Presses keys together, named as in [`crate::keyboard::chord`]: `Ctrl+Z`, `Tab`, `Escape`.
    ///
    /// # Errors
    /// A key with an unknown name.
    pub fn press(&self, chord: &str) -> Driven {
        let codes: Vec<u8> = chord
            .split('+')
            .map(|name| {
                let mut letters = name.chars();
                let symbol = match (symbol_of(name), letters.next(), letters.next()) {
                    (Some(symbol), _, _) => Some(symbol),
                    (None, Some(letter), None) => latin(letter.to_ascii_lowercase()),
                    _ => None,
                };
                let unknown = || DriveError::Strange(format!("no key is called {name}"));
                self.key(symbol.ok_or_else(unknown)?)
            })
            .collect::<Driven<_>>()?;
        for code in &codes {
            self.send(KEY_PRESS_EVENT, *code)?;
        }
        for code in codes.iter().rev() {
            self.send(KEY_RELEASE_EVENT, *code)?;
        }
        self.connection.flush().map_err(failed("a key"))
    }

    /// Gives these symbols to keys without a symbol, as on another keyboard, and waits until programs have noticed.
    ///
    /// # Errors
    /// When the keyboard has no more such keys.
    pub fn add_keys(&mut self, symbols: &[u32]) -> Driven {
        let (first, last) =
            (self.connection.setup().min_keycode, self.connection.setup().max_keycode);
        let mapping = self.connection.get_keyboard_mapping(first, last - first + 1);
        let mapping =
            mapping.map_err(failed("the keyboard"))?.reply().map_err(failed("the keyboard"))?;
        let per_key = mapping.keysyms_per_keycode;
        let mut spare = (first..=last)
            .zip(mapping.keysyms.chunks(usize::from(per_key).max(1)))
            .filter(|(_, symbols)| symbols.iter().all(|symbol| *symbol == 0))
            .map(|(code, _)| code);
        for symbol in symbols {
            if self.keys.contains_key(symbol) {
                continue;
            }
            let full = || DriveError::Strange("the keyboard has no spare key".to_owned());
            let code = spare.next().ok_or_else(full)?;
            let both = [*symbol; 2];
            self.connection
                .change_keyboard_mapping(1, code, 2, &both)
                .map_err(failed("the keyboard"))?
                .check()
                .map_err(failed("the keyboard"))?;
            self.keys.insert(*symbol, (code, false));
        }
        std::thread::sleep(FAST * 4);
        Ok(())
    }

    /// Presses the keys of these symbols one after the other.
    ///
    /// # Errors
    /// A symbol that no key has.
    pub fn press_symbols(&self, symbols: &[u32]) -> Driven {
        for symbol in symbols {
            let code = self.key(*symbol)?;
            self.send(KEY_PRESS_EVENT, code)?;
            self.send(KEY_RELEASE_EVENT, code)?;
            self.connection.flush().map_err(failed("a key"))?;
            std::thread::sleep(FAST);
        }
        Ok(())
    }

    /// Presses one key several times, at a steady pace.
    ///
    /// # Errors
    /// A key with an unknown name.
    pub fn press_often(&self, chord: &str, times: usize, pace: Duration) -> Driven {
        for _ in 0..times {
            self.press(chord)?;
            std::thread::sleep(pace);
        }
        Ok(())
    }

    /// The middle of an element on the screen. The element is scrolled into sight first.
    ///
    /// # Errors
    /// When the element no longer exists or has no size.
    pub fn point_of(&self, app: &AppWindow, element: &Element) -> Driven<Point> {
        let script = "const [e] = arguments;
            e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            const box = e.getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2, box.width * box.height, innerHeight]";
        let found = app.execute(script, &json!([element.reference()]))?;
        let number = |at: usize| found[at].as_f64().unwrap_or_default();
        if number(2) <= 0.0 {
            return Err(DriveError::Strange(format!("an element without a size: {found}")));
        }
        let size = self.connection.get_geometry(self.window).map_err(failed("the window"))?;
        let size = size.reply().map_err(failed("the window"))?;
        let place = self.connection.translate_coordinates(self.window, self.root, 0, 0);
        let place = place.map_err(failed("the window"))?.reply().map_err(failed("the window"))?;
        // What the window shows besides the page, such as a menu bar, is above the page.
        let above = f64::from(size.height) - number(3);
        #[allow(clippy::cast_possible_truncation)]
        let pixel = |start: i16, offset: f64| start.saturating_add(offset.round() as i16);
        Ok(Point { x: pixel(place.dst_x, number(0)), y: pixel(place.dst_y, number(1) + above) })
    }

    /// Clicks an element with the left button.
    ///
    /// # Errors
    /// When the element no longer exists or has no size.
    pub fn click(&self, app: &AppWindow, element: &Element) -> Driven {
        self.click_at(self.point_of(app, element)?)
    }

    /// Clicks a point that was computed earlier, without a question to the page.
    ///
    /// # Errors
    /// When the X server no longer runs.
    pub fn click_at(&self, point: Point) -> Driven {
        let move_to = self.connection.xtest_fake_input(
            MOTION_NOTIFY_EVENT,
            0,
            x11rb::CURRENT_TIME,
            self.root,
            point.x,
            point.y,
            0,
        );
        move_to.map_err(failed("the pointer"))?;
        self.send(BUTTON_PRESS_EVENT, LEFT_BUTTON)?;
        self.connection.flush().map_err(failed("the button"))?;
        std::thread::sleep(CLICK);
        self.send(BUTTON_RELEASE_EVENT, LEFT_BUTTON)?;
        self.connection.flush().map_err(failed("the button"))
    }

    fn key(&self, symbol: u32) -> Driven<u8> {
        let missing = || DriveError::Strange(format!("the keyboard has no key for {symbol:#x}"));
        self.keys.get(&symbol).map(|(code, _)| *code).ok_or_else(missing)
    }

    fn send(&self, event: u8, detail: u8) -> Driven {
        let sent = self.connection.xtest_fake_input(
            event,
            detail,
            x11rb::CURRENT_TIME,
            self.root,
            0,
            0,
            0,
        );
        sent.map(drop).map_err(failed("an event"))
    }
}

/// Sleeps until a moment, so that a late key does not delay the keys after it.
fn wait_until(moment: Instant) {
    std::thread::sleep(moment.saturating_duration_since(Instant::now()));
}

/// The keys of this keyboard by their symbol, alone and with Shift.
fn keys(connection: &RustConnection) -> Driven<HashMap<u32, (u8, bool)>> {
    let (first, last) = (connection.setup().min_keycode, connection.setup().max_keycode);
    let mapping = connection.get_keyboard_mapping(first, last - first + 1);
    let mapping =
        mapping.map_err(failed("the keyboard"))?.reply().map_err(failed("the keyboard"))?;
    let mut keys = HashMap::new();
    let per_key = usize::from(mapping.keysyms_per_keycode).max(1);
    for (code, symbols) in (first..=last).zip(mapping.keysyms.chunks(per_key)) {
        for (symbol, shifted) in symbols.iter().take(2).zip([false, true]) {
            if *symbol != 0 {
                keys.entry(*symbol).or_insert((code, shifted));
            }
        }
    }
    Ok(keys)
}

/// The window on the screen whose process belongs to this process group.
fn window_of(connection: &RustConnection, root: Window, group: u32) -> Driven<Option<Window>> {
    let name = b"_NET_WM_PID";
    let atom = connection.intern_atom(false, name).map_err(failed("a name"))?;
    let pid: Atom = atom.reply().map_err(failed("a name"))?.atom;
    let tree = connection.query_tree(root).map_err(failed("the windows"))?;
    for window in tree.reply().map_err(failed("the windows"))?.children {
        // A window may close between two questions; then it is not the one.
        let shown = connection.get_window_attributes(window).map_err(failed("a window"))?.reply();
        if !shown.is_ok_and(|shown| shown.map_state == MapState::VIEWABLE) {
            continue;
        }
        let owner = connection.get_property(false, window, pid, AtomEnum::CARDINAL, 0, 1);
        let owner = owner.map_err(failed("a window"))?.reply();
        let owner = owner.ok().and_then(|owner| owner.value32()?.next());
        if owner.and_then(group_of) == Some(group) {
            return Ok(Some(window));
        }
    }
    Ok(None)
}

/// The window on the screen with this title.
fn titled(connection: &RustConnection, root: Window, title: &str) -> Driven<Option<Window>> {
    let tree = connection.query_tree(root).map_err(failed("the windows"))?;
    for window in tree.reply().map_err(failed("the windows"))?.children {
        let shown = connection.get_window_attributes(window).map_err(failed("a window"))?.reply();
        if !shown.is_ok_and(|shown| shown.map_state == MapState::VIEWABLE) {
            continue;
        }
        let name =
            connection.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::STRING, 0, 64);
        let name = name.map_err(failed("a window"))?.reply();
        if name.is_ok_and(|name| name.value == title.as_bytes()) {
            return Ok(Some(window));
        }
    }
    Ok(None)
}

/// The process group of a process, as Linux reports it.
fn group_of(process: u32) -> Option<u32> {
    let told = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The second field is the name of the program in brackets and may have spaces. State, parent and group follow.
    told.rsplit_once(')')?.1.split_whitespace().nth(2)?.parse().ok()
}

/// The X symbol of a letter. For Latin-1, it is the number of the letter.
fn latin(letter: char) -> Option<u32> {
    (' '..='\u{ff}').contains(&letter).then_some(u32::from(letter))
}

/// The X symbol of a key that writes no letter.
fn symbol_of(name: &str) -> Option<u32> {
    Some(match name {
        "Backspace" => 0xff08,
        "Tab" => 0xff09,
        "Enter" => 0xff0d,
        "Escape" => 0xff1b,
        "Home" => 0xff50,
        "Left" => 0xff51,
        "Up" => 0xff52,
        "Right" => 0xff53,
        "Down" => 0xff54,
        "PageUp" => 0xff55,
        "PageDown" => 0xff56,
        "End" => 0xff57,
        "Shift" => SHIFT,
        "Ctrl" => 0xffe3,
        "Alt" => 0xffe9,
        "Delete" => 0xffff,
        "Space" => 0x20,
        _ => return None,
    })
}

fn failed<E: std::fmt::Display>(what: &str) -> impl Fn(E) -> DriveError {
    move |error| DriveError::Strange(format!("X server, {what}: {error}"))
}
