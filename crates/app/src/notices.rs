//! The daily backup, and the notices of the workspace in words: what a person should know although no command failed.

use std::path::Path;

use vurder_content::msg;
use vurder_workspace::Notice as Found;

use crate::answers::Notice;
use crate::app::App;
use crate::backup_answers::Backups;

impl App {
    /// The notices about the workspace; usually none.
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
            Found::NotCopied { folder, reason } => (
                msg::notice_not_copied(shown(folder)),
                msg::notice_not_copied_help(),
                reason.clone(),
            ),
            Found::BackupPlanUnread { file, reason } => (
                msg::notice_backup_plan_unread(shown(file)),
                msg::notice_backup_plan_unread_help(),
                reason.clone(),
            ),
            Found::OnShare { share } => (
                msg::notice_on_share(shown(self.workspace.path()), share.as_str()),
                msg::notice_on_share_help(),
                String::new(),
            ),
            Found::OwnWordsLeft { file, reason } => (
                msg::notice_own_words_left(shown(file)),
                msg::notice_own_words_left_help(),
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

    /// Makes the backup of the day if it is due. Call this when nobody waits for an answer, since a backup of a large
    /// workspace takes a while. `go_on` is called every few milliseconds; if it returns false, the backup stops, and
    /// the next call begins it again. `status` reports failures; the answer says whether its notices changed.
    pub fn make_daily_backup(&mut self, go_on: &mut dyn FnMut() -> bool) -> bool {
        let before = self.workspace.notices().to_vec();
        // The workspace keeps the error among its notices, so it need not be returned.
        let _ = self.workspace.make_daily_backup(go_on);
        before != self.workspace.notices()
    }

    /// Brings the backup of today up to date. Call this when the program ends.
    pub fn make_last_backup(&mut self) {
        // Nobody is there any more to be told, and the next start makes the backup of its day.
        let _ = self.workspace.make_last_backup();
    }

    /// The folder of the daily backups, and the day of the last one.
    pub(crate) fn backups(&self) -> Backups {
        Backups {
            folder: self.workspace.backups_folder().display().to_string(),
            last: self.workspace.daily_backups().first().map(|backup| backup.day.to_string()),
        }
    }
}
