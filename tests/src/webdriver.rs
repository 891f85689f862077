//! A small WebDriver client. Each function is an action of a test in a window.

use crate::{base64, http, keyboard};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// WebDriver's key for the reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a test waits for something to appear.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A shell script that starts a program in the background. When the test's process ends, `read` comes to the end of its
/// input, and the script ends the program with all its children. Nothing else ends programs that several tests share.
const GUARD: &str = "\"$@\" & read -r _; kill -KILL 0";

/// Why an action of a test failed.
#[derive(Debug, thiserror::Error)]
pub enum DriveError {
    /// The driver or the app could not be started.
    #[error("could not start: {0}")]
    Start(String),
    /// The driver did not answer.
    #[error("{step}: the driver does not answer: {source}")]
    Silent {
        /// The action.
        step: String,
        /// The error of the connection.
        source: std::io::Error,
    },
    /// The driver answered with an error.
    #[error("{step}: {message}")]
    Refused {
        /// The action.
        step: String,
        /// The message of the driver.
        message: String,
    },
    /// A condition was not met in time.
    #[error("waited {} s in vain for {what}; the window says: {seen}", PATIENCE.as_secs())]
    Late {
        /// The condition.
        what: String,
        /// The beginning of the window's text at the end.
        seen: String,
    },
    /// The driver sent an answer of another form.
    #[error("{0}")]
    Strange(String),
}

/// The result of an action.
pub type Driven<T = ()> = Result<T, DriveError>;

/// A running WebDriver with one window.
#[derive(Debug)]
pub struct Session {
    driver: Child,
    port: u16,
    id: String,
}

/// An element of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    /// The element as an argument of a script that is run in the page.
    pub fn reference(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

impl Session {
    /// Starts a driver on a fresh port, and through it the app with these arguments.
    ///
    /// # Errors
    /// When one of them does not start.
    pub fn start(
        app: &Path,
        arguments: &[&Path],
        environment: &[(&str, &Path)],
    ) -> Driven<Session> {
        let port =
            http::free_port().map_err(|error| DriveError::Start(format!("a port: {error}")))?;
        let mut command = Command::new("sh");
        command
            .args(["-c", GUARD, "sh", "WebKitWebDriver", &format!("--port={port}")])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().map(|(name, value)| (*name, value.as_os_str())))
            .stdin(Stdio::piped());
        // The app is a child of the driver. A process group of their own lets both be ended together.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let driver = command
            .spawn()
            .map_err(|error| DriveError::Start(format!("WebKitWebDriver: {error}")))?;
        let mut session = Session { driver, port, id: String::new() };
        session.wait_for_driver()?;
        // `browserName` is left out: with it, the driver would look for a browser of that name.
        let options = json!({ "webkitgtk:browserOptions": { "binary": app, "args": arguments } });
        let wanted = json!({ "capabilities": { "alwaysMatch": options } });
        let made = session.ask("POST", "/session", &wanted, "opening the window")?;
        let id = made["sessionId"].as_str();
        session.id = id
            .ok_or_else(|| DriveError::Strange(format!("a session without id: {made}")))?
            .to_owned();
        Ok(session)
    }

    /// The process group of the driver and the app.
    pub fn process_group(&self) -> u32 {
        self.driver.id()
    }

    fn wait_for_driver(&self) -> Driven {
        let start = Instant::now();
        loop {
            match http::request(self.port, "GET", "/status", "") {
                Ok(_) => return Ok(()),
                Err(error) if start.elapsed() > PATIENCE => {
                    return Err(DriveError::Start(format!("WebKitWebDriver: {error}")));
                }
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    fn ask(&self, method: &str, path: &str, body: &Value, step: &str) -> Driven<Value> {
        let body = if method == "GET" { String::new() } else { body.to_string() };
        let silent = |source| DriveError::Silent { step: step.to_owned(), source };
        let (status, answer) = http::request(self.port, method, path, &body).map_err(silent)?;
        let mut answer: Value = serde_json::from_str(&answer)
            .map_err(|error| DriveError::Strange(format!("{step}: {error} in {answer}")))?;
        let value = answer["value"].take();
        if status == 200 {
            return Ok(value);
        }
        let message = format!("{} {}", value["error"], value["message"]);
        Err(DriveError::Refused { step: step.to_owned(), message })
    }

    fn get(&self, path: &str, step: &str) -> Driven<Value> {
        self.ask("GET", &format!("/session/{}{path}", self.id), &Value::Null, step)
    }

    fn post(&self, path: &str, body: &Value, step: &str) -> Driven<Value> {
        self.ask("POST", &format!("/session/{}{path}", self.id), body, step)
    }

    /// The page's title.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn title(&self) -> Driven<String> {
        text_of(self.get("/title", "title")?)
    }

    /// The first element that a CSS selector finds now.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, css: &str) -> Driven<Element> {
        let found =
            self.post("/element", &json!({ "using": "css selector", "value": css }), css)?;
        element_of(&found).ok_or_else(|| DriveError::Strange(format!("{css}: {found}")))
    }

    /// The first element that a CSS selector finds. Waits for it.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn wait_for(&self, css: &str) -> Driven<Element> {
        self.wait_until(css, || Ok(self.find(css).ok()))
    }

    /// The first visible element for the selector with exactly this name or text. Waits for it.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn wait_for_named(&self, css: &str, name: &str) -> Driven<Element> {
        let script = "const [css, name] = arguments;
            const nameOf = (e) => (e.getAttribute('aria-label') ?? e.textContent).replace(/\\s+/g, ' ').trim();
            return [...document.querySelectorAll(css)]
                .find((e) => e.checkVisibility() && nameOf(e) === name) ?? null;";
        self.wait_until(&format!("{css} named \"{name}\""), || {
            Ok(element_of(&self.execute(script, &json!([css, name]))?))
        })
    }

    /// Waits until the window shows this text anywhere.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn wait_for_text(&self, text: &str) -> Driven {
        self.wait_until(&format!("the text \"{text}\""), || {
            Ok(self.visible_text()?.contains(text).then_some(()))
        })
    }

    /// Calls `look` until it returns something, for as long as [`PATIENCE`].
    ///
    /// # Errors
    /// The error of `look`, or [`DriveError::Late`].
    pub fn wait_until<T>(&self, what: &str, look: impl Fn() -> Driven<Option<T>>) -> Driven<T> {
        let start = Instant::now();
        loop {
            if let Some(found) = look()? {
                return Ok(found);
            }
            if start.elapsed() > PATIENCE {
                let seen = self.seen().unwrap_or_default();
                let seen = seen.chars().take(1500).collect();
                return Err(DriveError::Late { what: what.to_owned(), seen });
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// The text that a person looks at: messages and what lies over the page, then the page.
    fn seen(&self) -> Driven<String> {
        let script = "const over = document.querySelectorAll('[role=alert], dialog[open], [role=dialog], .toasts');
            return [...over, document.querySelector('main') ?? document.body]
                .map((e) => e?.innerText).filter((text) => text).join('\\n')";
        text_of(self.execute(script, &json!([]))?)
    }

    /// All text that the window shows.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn visible_text(&self) -> Driven<String> {
        text_of(self.execute("return document.body ? document.body.innerText : ''", &json!([]))?)
    }

    /// The text of an element.
    ///
    /// # Errors
    /// When it no longer exists.
    pub fn text(&self, element: &Element) -> Driven<String> {
        text_of(self.get(&format!("/element/{}/text", element.0), "text")?)
    }

    /// Clicks an element.
    ///
    /// # Errors
    /// When it no longer exists or is covered.
    pub fn click(&self, element: &Element) -> Driven {
        self.post(&format!("/element/{}/click", element.0), &json!({}), "click").map(drop)
    }

    /// Presses keys together, such as `Ctrl+K`, `Tab` or `Enter`.
    ///
    /// # Errors
    /// A key with an unknown name, or the driver fails.
    pub fn press(&self, chord: &str) -> Driven {
        let keys = keyboard::chord(chord).map_err(DriveError::Strange)?;
        self.post("/actions", &keys, chord).map(drop)
    }

    /// Types a text at the focus.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn type_text(&self, text: &str) -> Driven {
        self.post("/actions", &keyboard::typing(text), "typing").map(drop)
    }

    /// Tag, label and text of the element with the focus, as `tag|label or text`, for tests that use the keyboard only.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn focused(&self) -> Driven<String> {
        let script = "const e = document.activeElement; if (!e) return '';
            const label = e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent ?? '';
            return e.tagName.toLowerCase() + '|' + label.replace(/\\s+/g, ' ').trim().slice(0, 80);";
        text_of(self.execute(script, &json!([]))?)
    }

    /// Runs a script in the page and returns its result.
    ///
    /// # Errors
    /// When it throws.
    pub fn execute(&self, script: &str, arguments: &Value) -> Driven<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }), "script")
    }

    /// Runs a script that returns an element.
    ///
    /// # Errors
    /// When it throws or returns none.
    pub fn execute_element(&self, script: &str, arguments: &Value) -> Driven<Element> {
        let found = self.execute(script, arguments)?;
        element_of(&found)
            .ok_or_else(|| DriveError::Strange(format!("no element for {arguments}: {found}")))
    }

    /// Runs a script that ends by calling its last argument, and returns the value that the script passed to it.
    ///
    /// # Errors
    /// When it throws or does not end in time.
    pub fn execute_async(&self, script: &str, arguments: &Value) -> Driven<Value> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }), "script")
    }

    /// Sets the size of the window, in CSS pixels, and waits until the page has it.
    ///
    /// # Errors
    /// When the window does not take the size.
    pub fn resize(&self, width: u32, height: u32) -> Driven {
        let size = json!({ "width": width, "height": height });
        self.post("/window/rect", &size, "resize")?;
        self.wait_until(&format!("a window of {width} x {height}"), || {
            let now = self.execute("return [innerWidth, innerHeight]", &json!([]))?;
            Ok((now == json!([width, height])).then_some(()))
        })
    }

    /// Waits until the page is painted: fonts are loaded, and some frames have passed.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn settle(&self) -> Driven {
        let script = "const done = arguments[arguments.length - 1];
            const frames = (left) => left ? requestAnimationFrame(() => frames(left - 1)) : setTimeout(done, 150);
            document.fonts.ready.then(() => frames(3));";
        self.execute_async(script, &json!([])).map(drop)
    }

    /// The picture of the window, as PNG, after the page is painted.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn screenshot(&self) -> Driven<Vec<u8>> {
        self.settle()?;
        let picture = text_of(self.get("/screenshot", "screenshot")?)?;
        base64::decode(&picture)
            .ok_or_else(|| DriveError::Strange("a screenshot that is no base64".to_owned()))
    }

    /// Closes the window like its close button, so that the program can save first.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn close_window(&self) -> Driven {
        self.ask("DELETE", &format!("/session/{}/window", self.id), &Value::Null, "close").map(drop)
    }

    /// Ends the app at once and without warning, like a power cut.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        #[cfg(unix)]
        {
            let group = format!("-{}", self.driver.id());
            let tell = |signal: &str| {
                let mut kill = Command::new("kill");
                kill.args([signal, "--", &group]).stderr(Stdio::null()).status()
            };
            // The group may have ended already, which is the aim.
            let _ = tell("-KILL");
            let _ = self.driver.wait();
            // The app holds the workspace until it has ended.
            let start = Instant::now();
            while start.elapsed() < Duration::from_secs(5)
                && tell("-0").is_ok_and(|status| status.success())
            {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.id.is_empty() {
            let path = format!("/session/{}", self.id);
            let _ = http::request(self.port, "DELETE", &path, "");
        }
        self.end();
    }
}

fn text_of(value: Value) -> Driven<String> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(DriveError::Strange(format!("a text was expected, not {other}"))),
    }
}

fn element_of(value: &Value) -> Option<Element> {
    value[ELEMENT].as_str().map(|id| Element(id.to_owned()))
}
