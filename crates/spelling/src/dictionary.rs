//! Reads one dictionary from its two files. Broken files never stop the program.

use std::fs::{self, File};
use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, UTF_8};

/// The greatest number of bytes of a file of words. The largest dictionaries in use have 13 MB.
const MOST_WORDS: u64 = 40 << 20;
/// The greatest number of bytes of a file of endings. The largest in use have 3 MB.
const MOST_ENDINGS: u64 = 10 << 20;
/// The greatest number of suggestions for one word.
const MOST_SUGGESTIONS: usize = 8;
/// The number of bytes at the beginning of the file of endings in which the line with the encoding is looked for.
const HEAD: usize = 4096;

/// Why a dictionary can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// A file does not exist or can't be read.
    #[error("{path}: {why}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The message of the system.
        why: String,
    },
    /// A file is larger than the limit, which no dictionary in use reaches.
    #[error("{path} has {bytes} bytes, more than {most}")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        most: u64,
    },
    /// The content of the files is no dictionary.
    #[error("{path}: {why}")]
    Broken {
        /// The file of words.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
}

/// The words of one language.
pub struct Dictionary {
    words: spellbook::Dictionary,
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dictionary").finish_non_exhaustive()
    }
}

impl Dictionary {
    /// Reads the dictionary whose file of words is `dic`; the file of endings stands beside it.
    ///
    /// # Errors
    /// [`Unusable`] if a file is missing, too large, or no dictionary.
    pub fn read(dic: &Path) -> Result<Self, Unusable> {
        let aff = bytes_of(&dic.with_extension("aff"), MOST_ENDINGS)?;
        let words = bytes_of(dic, MOST_WORDS)?;
        let encoding = encoding_of(&aff);
        let aff = encoding.decode(&aff).0;
        let words = encoding.decode(&words).0;
        let broken = |why: String| Unusable::Broken { path: dic.to_owned(), why };
        // A library reads files of unknown origin here. If it panics, the dictionary counts as broken.
        let read = catch_unwind(AssertUnwindSafe(|| spellbook::Dictionary::new(&aff, &words)));
        match read {
            Ok(Ok(words)) => Ok(Self { words }),
            Ok(Err(error)) => Err(broken(error.to_string())),
            Err(_) => Err(broken("its rules can't be followed".to_owned())),
        }
    }

    /// Whether the dictionary has the word in this form, with these capital and small letters. If the library panics at
    /// a word, the word counts as known, because the person made no mistake.
    pub(crate) fn knows(&self, word: &str) -> bool {
        catch_unwind(AssertUnwindSafe(|| self.words.check(word))).unwrap_or(true)
    }

    /// Similar words of the dictionary, the most similar one first.
    pub(crate) fn near(&self, word: &str) -> Vec<String> {
        let near = catch_unwind(AssertUnwindSafe(|| {
            let mut near = Vec::new();
            self.words.suggest(word, &mut near);
            near
        }));
        let mut near = near.unwrap_or_default();
        near.truncate(MOST_SUGGESTIONS);
        near
    }
}

fn bytes_of(path: &Path, most: u64) -> Result<Vec<u8>, Unusable> {
    let unreadable = |error: std::io::Error| Unusable::Unreadable {
        path: path.to_owned(),
        why: error.to_string(),
    };
    let bytes = fs::metadata(path).map_err(unreadable)?.len();
    let too_large = |bytes| Unusable::TooLarge { path: path.to_owned(), bytes, most };
    if bytes > most {
        return Err(too_large(bytes));
    }
    let mut read = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // The size that the system gives can be wrong: some files have none, and a file can grow meanwhile.
    file.take(most + 1).read_to_end(&mut read).map_err(unreadable)?;
    if read.len() as u64 > most {
        return Err(too_large(read.len() as u64));
    }
    Ok(read)
}

/// The encoding that the file of endings names (`SET`); UTF-8 if it names no encoding.
fn encoding_of(aff: &[u8]) -> &'static Encoding {
    let head = String::from_utf8_lossy(&aff[..aff.len().min(HEAD)]);
    let named =
        head.lines().find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("SET"));
    let name = named.unwrap_or_default().trim().to_ascii_lowercase();
    let name = match name.strip_prefix("iso8859-") {
        Some(part) => format!("iso-8859-{part}"),
        None => name.replace("microsoft-cp", "windows-"),
    };
    Encoding::for_label(name.as_bytes()).unwrap_or(UTF_8)
}
