//! Writes words to standard output and standard error. Each of them may be full or closed.

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

/// The reason why the program ends before its work is done.
pub(crate) enum Refusal {
    /// The program writes this to standard error and ends with exit code 1.
    Told(String),
    /// The program writes nothing and ends with exit code 0: nobody reads standard output any more, as after `| head`.
    Unread,
}

impl Refusal {
    pub(crate) fn of(message: &Message) -> Self {
        Self::Told(words(message))
    }

    /// The message, and below it the technical cause.
    pub(crate) fn with_detail(message: &Message, detail: impl std::fmt::Display) -> Self {
        Self::Told(format!("{}\n({detail})", words(message)))
    }

    /// The refusal when standard output takes no more.
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

/// Writes a line to standard output. Unlike `println!`, it returns an error and does not panic.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        writeln!(std::io::stdout().lock(), $($words)*).map_err($crate::print::Refusal::unwritten)
    }};
}
pub(crate) use say;

/// Writes out the buffer of standard output. Call this before the program ends, since otherwise nobody would learn of
/// an error.
pub(crate) fn finish() -> Result<(), Refusal> {
    std::io::stdout().lock().flush().map_err(Refusal::unwritten)
}

/// Writes a line to standard error. If that fails, nobody can be told.
pub(crate) fn complain(words: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{words}");
}
