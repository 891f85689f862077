//! What the program writes: its words, and standard output and standard error, either of which may be full or closed.

use std::io::{ErrorKind, Write};
use std::sync::LazyLock;

use vurder_app::{AppError, program_language};
use vurder_content::{Message, Messages, msg};

/// A message in the language of the program.
pub(crate) fn words(message: &Message) -> String {
    static MESSAGES: LazyLock<Messages> =
        LazyLock::new(|| Messages::for_language(program_language()));
    MESSAGES.format(message)
}

/// Why the program ends before its work is done.
pub(crate) enum Refusal {
    /// It ends with exit code 1 and writes this to standard error.
    Told(String),
    /// It ends with exit code 0 and writes nothing: nobody reads standard output any more, as after `| head`.
    Unread,
}

impl Refusal {
    pub(crate) fn of(message: &Message) -> Self {
        Self::Told(words(message))
    }

    /// The message, and below it what the machine said.
    pub(crate) fn with_detail(message: &Message, detail: impl std::fmt::Display) -> Self {
        Self::Told(format!("{}\n({detail})", words(message)))
    }

    /// Standard output that takes no more.
    pub(crate) fn unwritten(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::with_detail(&msg::cli_answer_unwritten(), error),
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        let detail =
            if error.detail.is_empty() { String::new() } else { format!("\n({})", error.detail) };
        Self::Told(format!("{}\n{}{detail}", error.message, error.help))
    }
}

/// Writes a line to standard output. Unlike `println!` it gives back what goes wrong, instead of ending in a panic.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        writeln!(std::io::stdout().lock(), $($words)*).map_err($crate::print::Refusal::unwritten)
    }};
}
pub(crate) use say;

/// Writes out what is held back. To be asked before leaving: the system would not tell anybody.
pub(crate) fn finish() -> Result<(), Refusal> {
    std::io::stdout().lock().flush().map_err(Refusal::unwritten)
}

/// Writes a line to standard error. Where that is closed there is nobody left to tell.
pub(crate) fn complain(words: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{words}");
}
