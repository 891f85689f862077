//! What a person should know of the workspace though nothing was refused, in words.

use std::path::Path;

use vurder_content::msg;
use vurder_workspace::Notice as Found;

use crate::answers::{Backups, Notice};
use crate::app::App;

impl App {
    /// What to know of the workspace: nothing on most days.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        self.workspace.notices().iter().map(|found| self.notice(found)).collect()
    }

    fn notice(&self, found: &Found) -> Notice {
        let shown = |path: &Path| path.display().to_string();
        let (message, help, detail) = match found {
            Found::Repaired { damage } => (
                msg::notice_repaired(shown(self.workspace.path())),
                msg::notice_repaired_help(),
                damage.clone(),
            ),
            Found::NotBackedUp { folder, reason } => (
                msg::notice_not_backed_up(shown(folder)),
                msg::notice_not_backed_up_help(),
                reason.clone(),
            ),
            Found::JournalSetAside { path } => (
                msg::notice_journal_set_aside(shown(path)),
                msg::notice_journal_set_aside_help(),
                String::new(),
            ),
        };
        Notice {
            message: self.messages.format(&message),
            help: self.messages.format(&help),
            detail,
        }
    }

    /// Does what waits for a quiet moment: the backup of the day. To be called when nobody waits for an answer; `go_on`
    /// is asked every few milliseconds whether that is still so, and the work is begun anew at the next call when not.
    /// What goes wrong is told by `status`.
    pub fn tend(&mut self, go_on: &mut dyn FnMut() -> bool) {
        // The error is among the notices of the workspace.
        let _ = self.workspace.make_daily_backup(go_on);
    }

    /// Where the backups of the days stand, and of when the last one is.
    pub(crate) fn backups(&self) -> Backups {
        Backups {
            folder: self.workspace.backups_folder().display().to_string(),
            last: self.workspace.daily_backups().first().map(|backup| backup.day.to_string()),
        }
    }
}
