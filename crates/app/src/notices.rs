//! What a person should know of the workspace though nothing was refused, in words.

use vurder_workspace::Notice as Found;

use crate::answers::Notice;
use crate::app::App;

impl App {
    /// What to know of the workspace: nothing on most days.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        self.workspace.notices().iter().map(|found| self.notice(found)).collect()
    }

    fn notice(&self, found: &Found) -> Notice {
        let (stem, detail) = match found {
            Found::Renewed { damage } => ("notice-renewed", damage.clone()),
        };
        let path = self.workspace.path().display().to_string();
        let args = [("what", path.as_str())];
        Notice {
            message: self.messages.format(stem, &args),
            help: self.messages.format(&format!("{stem}-help"), &args),
            detail,
        }
    }
}
