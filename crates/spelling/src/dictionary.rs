//! One dictionary, read from its two files. Whatever stands in them, the program goes on.

use std::fs::{self, File};
use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, UTF_8};

/// The most bytes of a file of words. The largest dictionaries in use have 13 MB.
const MOST_WORDS: u64 = 40 << 20;
/// The most bytes of a file of endings. The largest in use have 3 MB.
const MOST_ENDINGS: u64 = 10 << 20;
/// The most suggestions for one word.
const MOST_SUGGESTIONS: usize = 8;
/// So many bytes at the beginning of the file of endings hold the line that names the encoding.
const HEAD: usize = 4096;

/// Why a dictionary can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// A file is not there or can't be read.
    #[error("{path}: {why}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// A file is larger than any dictionary.
    #[error("{path} has {bytes} bytes, more than {most}")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// The most that is read.
        most: u64,
    },
    /// What stands in the files is no dictionary.
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
    /// [`Unusable`], where a file is missing, too large, or no dictionary.
    pub fn read(dic: &Path) -> Result<Self, Unusable> {
        let aff = bytes_of(&dic.with_extension("aff"), MOST_ENDINGS)?;
        let words = bytes_of(dic, MOST_WORDS)?;
        let encoding = encoding_of(&aff);
        let aff = encoding.decode(&aff).0;
        let words = encoding.decode(&words).0;
        let broken = |why: String| Unusable::Broken { path: dic.to_owned(), why };
        // The reader is others' work and the files are anybody's: where it panics, the dictionary counts as broken.
        let read = catch_unwind(AssertUnwindSafe(|| spellbook::Dictionary::new(&aff, &words)));
        match read {
            Ok(Ok(words)) => Ok(Self { words }),
            Ok(Err(error)) => Err(broken(error.to_string())),
            Err(_) => Err(broken("its rules can't be followed".to_owned())),
        }
    }

    /// Whether the dictionary has the word, in this form and this case of letters. A word on which the reader fails
    /// counts as known: it is not the person's fault.
    pub(crate) fn knows(&self, word: &str) -> bool {
        catch_unwind(AssertUnwindSafe(|| self.words.check(word))).unwrap_or(true)
    }

    /// Words that stand near, the nearest first.
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
    // A file that has no size of its own, or grows meanwhile, is no larger either.
    file.take(most + 1).read_to_end(&mut read).map_err(unreadable)?;
    if read.len() as u64 > most {
        return Err(too_large(read.len() as u64));
    }
    Ok(read)
}

/// The encoding that the file of endings names (`SET`); UTF-8 where it names none.
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
