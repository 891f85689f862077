//! What a person should know of the workspace though nothing was refused, in words.

use vurder_workspace::Notice as Found;

use crate::answers::{Backups, Notice};
use crate::app::App;

impl App {
    /// What to know of the workspace: nothing on most days.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        self.workspace.notices().iter().map(|found| self.notice(found)).collect()
    }

    fn notice(&self, found: &Found) -> Notice {
        let (stem, path, detail) = match found {
            Found::Renewed { damage } => ("notice-renewed", self.workspace.path(), damage),
            Found::NotCopied { folder, reason } => ("notice-not-copied", folder.as_path(), reason),
        };
        let path = path.display().to_string();
        let args = [("what", path.as_str())];
        Notice {
            message: self.messages.format_by_id(stem, &args),
            help: self.messages.format_by_id(&format!("{stem}-help"), &args),
            detail: detail.clone(),
        }
    }

    /// Does what waits for a quiet moment: the copy of the day. To be called when nobody waits for an answer; `go_on`
    /// is asked every few milliseconds whether that is still so, and the work is begun anew at the next call when not.
    /// What goes wrong is told by `status`.
    pub fn tend(&mut self, go_on: &mut dyn FnMut() -> bool) {
        // The error is among the notices of the workspace.
        let _ = self.workspace.tend(go_on);
    }

    /// Where the copies of the days stand, and of when the last one is.
    pub(crate) fn backups(&self) -> Backups {
        Backups {
            folder: self.workspace.copies_folder().display().to_string(),
            last: self.workspace.day_copies().first().map(|copy| copy.day.to_string()),
        }
    }
}
