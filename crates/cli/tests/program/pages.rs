//! A provider's pages in two states, and projects that cite them.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use serde_json::json;

use super::Desk;

const BACKUP: &str = "# Backup\n\nHome folders are copied every night.\n\n## Copies\n\n\
    Copies are kept for 30 days.\n\nSee [the price list](prices.md).\n";
const ACCESS: &str =
    "# Access\n\n- Everybody signs in with two factors.\n- Accounts end with the contract.\n";
const NO_HEAD: &str = "---\ntitle: [\n---\n\nWords below a head that can't be read.\n";
/// 3 February 2026 at noon, in seconds since 1970.
const NEWEST: u64 = 1_770_120_000;

impl Desk {
    /// The first state: three pages, one with a head that can't be read and one with a dead link, and a file that is no
    /// text. The newest file is of 3 February 2026.
    pub(crate) fn first_state(&self) -> PathBuf {
        let files = [
            ("mkdocs.yml", "site_name: Nordlys\nsite_url: https://nordlys.example/docs/\n"),
            ("docs/backup.md", BACKUP),
            ("docs/access.md", ACCESS),
            ("docs/notes.md", NO_HEAD),
            ("docs/picture.md", "\0\0\0"),
        ];
        for (i, (path, words)) in (0..).zip(files) {
            let path = self.path("nordlys").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, words).unwrap();
            let day = SystemTime::UNIX_EPOCH + Duration::from_secs(NEWEST - i * 86_400);
            fs::File::options().write(true).open(&path).unwrap().set_modified(day).unwrap();
        }
        self.path("nordlys")
    }

    /// The second state, in the same folder: copies are kept for another time, there is a new page on keys, and the
    /// notes are gone.
    pub(crate) fn second_state(&self) -> PathBuf {
        let docs = self.first_state().join("docs");
        let backup = BACKUP.replace("for 30 days", "for 14 days, unless agreed otherwise");
        fs::write(docs.join("backup.md"), backup).unwrap();
        fs::write(docs.join("keys.md"), "# Keys\n\nKeys are renewed every year.\n").unwrap();
        fs::remove_file(docs.join("notes.md")).unwrap();
        self.path("nordlys")
    }

    /// Makes a project "p" that cites the provider "nordlys": the text of a risk cites how long copies are kept.
    pub(crate) fn cite_a_passage(&self) {
        let line = |words: &str| json!({"kind": "line", "value": words});
        let how = "A copy is at hand [source](cite:c). It helps.";
        for command in [
            json!({"command": "create_project", "id": "p", "title": "Kidneys", "providers": ["nordlys"],
                   "forms": ["dpia", "rar"]}),
            json!({"command": "add_row", "project": "p", "register": "risk", "id": "r",
                   "values": {"title": line("Copies are lost")}}),
            json!({"command": "cite", "project": "p", "statement": "nordlys/backup#2", "id": "c"}),
            json!({"command": "set_value", "project": "p", "row": "r", "field": "how",
                   "value": {"kind": "text", "value": how}}),
        ] {
            self.done(&command);
        }
    }
}
