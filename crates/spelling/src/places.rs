//! Where dictionaries lie: in a folder that the person named, or where the system keeps them.

use std::fs;
use std::path::{Path, PathBuf};

/// The most entries of a folder that are looked at.
const MOST_ENTRIES: usize = 2000;

/// By language of a text, the names that its dictionary has, the best one first. What follows the language and is not
/// named here (`en_ZA`) comes last.
const NAMES: [(&str, &[&str]); 4] = [
    ("en", &["en_GB", "en_US", "en"]),
    ("nb", &["nb_NO", "nb", "no_NO", "no"]),
    ("nn", &["nn_NO", "nn"]),
    ("da", &["da_DK", "da"]),
];

/// A dictionary that lies on the computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is called: `en_GB`.
    pub name: String,
    /// Its file of words.
    pub path: PathBuf,
}

/// The dictionary for texts in `language` (`en`, `nb`, `nn`, `da`): of the first folder that has one, the best.
#[must_use]
pub fn find(language: &str, folders: &[PathBuf]) -> Option<Found> {
    folders.iter().find_map(|folder| best(language, files_of_words(folder)))
}

/// The folders in which this system keeps dictionaries, whether they are there or not.
#[must_use]
pub fn system_folders() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let data = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let data = data.or_else(|| home.as_ref().map(|home| home.join(".local/share")));
    let mut folders: Vec<PathBuf> = Vec::new();
    if cfg!(windows) {
        for variable in ["ProgramFiles", "ProgramFiles(x86)"] {
            let programs = std::env::var_os(variable).map(PathBuf::from);
            folders.extend(programs.map(|p| p.join(r"LibreOffice\share\extensions")));
        }
    } else if cfg!(target_os = "macos") {
        folders.extend(home.map(|home| home.join("Library/Spelling")));
        folders.push("/Library/Spelling".into());
        folders.push("/Applications/LibreOffice.app/Contents/Resources/extensions".into());
    } else {
        folders.extend(data.map(|data| data.join("hunspell")));
        let shared = [
            "/usr/local/share/hunspell",
            "/usr/share/hunspell",
            "/usr/share/myspell",
            "/usr/share/myspell/dicts",
            "/app/share/hunspell",
            "/usr/lib/libreoffice/share/extensions",
        ];
        folders.extend(shared.map(PathBuf::from));
    }
    folders
}

/// The files of words in a folder and in the folders in it, as extensions of an office program have them. Files that
/// stand for hyphens or synonyms have no endings beside them, and are left out.
fn files_of_words(folder: &Path) -> Vec<PathBuf> {
    let (mut files, below) = entries(folder);
    for folder in below {
        files.extend(entries(&folder).0);
    }
    files.retain(|file| file.with_extension("aff").is_file());
    // The order in which a system lists files is by chance.
    files.sort();
    files
}

fn entries(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let listed = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_ENTRIES);
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) =
        listed.map(|entry| entry.path()).partition(|path| path.is_dir());
    let is_words = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "dic");
    (files.into_iter().filter(is_words).collect(), folders)
}

fn best(language: &str, files: Vec<PathBuf>) -> Option<Found> {
    let known = NAMES.iter().find(|(known, _)| *known == language);
    let names: &[&str] = known.map_or(&[], |(_, names)| names);
    let rank = |path: &PathBuf| -> Option<usize> {
        let name = name_of(path);
        if let Some(at) = names.iter().position(|known| name.eq_ignore_ascii_case(known)) {
            return Some(at);
        }
        let (first, _) = name.split_once('_').unwrap_or((&name, ""));
        first.eq_ignore_ascii_case(language).then_some(names.len())
    };
    let ranked = files.into_iter().filter_map(|path| Some((rank(&path)?, path)));
    ranked.min().map(|(_, path)| Found { name: name_of(&path), path })
}

/// The name of a dictionary as its file has it, with one sign between language and country.
fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_")
}
