//! Finds dictionaries: in a folder that the person named, or in the folders of the system.

use std::fs;
use std::path::{Path, PathBuf};

/// The greatest number of entries of a folder that are read.
const MOST_ENTRIES: usize = 2000;

/// For each language of a text, the names of its dictionaries, the best one first. Other dictionaries of the language,
/// such as `en_ZA`, come after these.
const NAMES: [(&str, &[&str]); 4] = [
    ("en", &["en_GB", "en_US", "en"]),
    ("nb", &["nb_NO", "nb", "no_NO", "no"]),
    ("nn", &["nn_NO", "nn"]),
    ("da", &["da_DK", "da"]),
];

/// A dictionary on the computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name, such as `en_GB`.
    pub name: String,
    /// Its file of words.
    pub path: PathBuf,
}

/// The dictionary for texts in `language` (`en`, `nb`, `nn`, `da`): the best one of the first folder that has any.
#[must_use]
pub fn find(language: &str, folders: &[PathBuf]) -> Option<Found> {
    folders.iter().find_map(|folder| best(language, files_of_words(folder)))
}

/// The folders in which this system keeps dictionaries. Some of them may not exist.
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

/// The files of words in a folder and in its subfolders, since extensions of an office program use subfolders. Files
/// for hyphenation or synonyms are left out: they have no file of endings beside them.
fn files_of_words(folder: &Path) -> Vec<PathBuf> {
    let (mut files, below) = entries(folder);
    for folder in below {
        files.extend(entries(&folder).0);
    }
    files.retain(|file| file.with_extension("aff").is_file());
    // The system lists files in any order.
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

/// The name of a dictionary, as its file has it, with `_` between language and country.
fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_")
}
