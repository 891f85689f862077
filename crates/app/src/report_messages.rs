//! Provides the messages of a report from the message files.

use vurder_content::{Messages, msg};
use vurder_report::{ReportMessages, report_messages};

/// The report's messages, from the message files of one language.
pub(crate) struct MessagesOfReport(pub(crate) Messages);

macro_rules! format_messages {
    ($($name:ident($($argument:ident: $kind:ty),*);)*) => {
        impl ReportMessages for MessagesOfReport {
            $(
                fn $name(&self, $($argument: $kind),*) -> String {
                    self.0.format(&msg::$name($($argument),*))
                }
            )*
        }
    };
}

report_messages!(format_messages);
