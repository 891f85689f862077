//! Standard output and standard error, either of which may be full or closed.

use std::io::{ErrorKind, Write};

use vurder_app::AppError;

/// Why the program leaves before its work is done.
pub(crate) enum Refusal {
    /// With 1, and these words on standard error.
    Said(String),
    /// Nobody reads on, as after `| head`: no error, and nothing more to say.
    Unread,
}

impl Refusal {
    pub(crate) fn of(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }

    /// Standard output that takes no more.
    pub(crate) fn unwritten(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::Said(format!(
                "The answer can't be written to standard output.\n\
                 A change that was asked for is made all the same.\n({error})"
            )),
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        let detail =
            if error.detail.is_empty() { String::new() } else { format!("\n({})", error.detail) };
        Self::Said(format!("{}\n{}{detail}", error.message, error.help))
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
