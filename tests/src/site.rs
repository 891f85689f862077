//! A provider's site made by a program: the same pages for the same numbers.
//!
//! Its sentences have the words of the program's own packs, as often as these have them, in no order that means
//! anything. So frequent and rare words are as in pages that people write.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use vurder_content::Content;
use vurder_import::Files;

/// The pages of a site in the order of its navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The pages.
    pub pages: Vec<SitePage>,
}

/// A page of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePage {
    /// Its path below `docs/`: `area-2/page-17.md`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What stands on it.
    pub sections: Vec<Section>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The words of the heading.
    pub heading: String,
    /// Its paragraphs and items of lists.
    pub passages: Vec<SitePassage>,
}

/// A paragraph or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePassage {
    /// Its sentences.
    pub sentences: Vec<String>,
    /// Where its last sentence leads, where it is a link.
    pub link: Option<String>,
    /// Whether it is an item of a list.
    pub item: bool,
}

impl SitePassage {
    /// Its words.
    #[must_use]
    pub fn words(&self) -> String {
        self.sentences.join(" ")
    }
}

/// What a passage of few words says; the same stands in many places.
const SHORT: [&str; 6] = ["Yes.", "No.", "Ask us.", "See below.", "Not yet.", "On request."];
/// Passages under one heading.
const UNDER_A_HEADING: usize = 8;

impl Site {
    /// A site of so many pages with so many passages each.
    #[must_use]
    pub fn made(pages: usize, passages: usize, seed: u64) -> Self {
        let mut writer = Writer::new(seed);
        let pages = (0..pages).map(|number| {
            let mut sections = Vec::new();
            let mut left = passages;
            while left > 0 {
                let count = left.min(UNDER_A_HEADING);
                let passages = (0..count).map(|_| writer.passage()).collect();
                sections.push(Section { heading: writer.heading(), passages });
                left -= count;
            }
            SitePage {
                path: format!("area-{}/page-{number}.md", number % 12),
                title: format!("{} {number}", writer.heading()),
                sections,
            }
        });
        Self { pages: pages.collect() }
    }

    /// The files of the site, as MkDocs reads them.
    #[must_use]
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        for (path, text) in self.texts() {
            files.insert(path, text);
        }
        files
    }

    /// Writes the files of the site into a folder.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (path, text) in self.texts() {
            let path = folder.join(path);
            if let Some(above) = path.parent() {
                std::fs::create_dir_all(above)?;
            }
            std::fs::write(path, text)?;
        }
        Ok(())
    }

    /// The text of each file by its path.
    fn texts(&self) -> BTreeMap<String, String> {
        let mut nav = "site_name: A site\nnav:\n".to_owned();
        let mut texts = BTreeMap::new();
        for page in &self.pages {
            nav += &format!("  - {}\n", page.path);
            texts.insert(format!("docs/{}", page.path), page.text());
        }
        texts.insert("mkdocs.yml".to_owned(), nav);
        texts
    }
}

impl SitePage {
    fn text(&self) -> String {
        let mut text = format!("# {}\n", self.title);
        for section in &self.sections {
            text += &format!("\n## {}\n", section.heading);
            let mut in_list = false;
            for passage in &section.passages {
                // Items follow each other; all else is parted by an empty line.
                if !(in_list && passage.item) {
                    text.push('\n');
                }
                in_list = passage.item;
                text += if passage.item { "- " } else { "" };
                let Some((last, others)) = passage.sentences.split_last() else { continue };
                for sentence in others {
                    text += &format!("{sentence} ");
                }
                text += &match &passage.link {
                    Some(link) => format!("[{last}]({link})\n"),
                    None => format!("{last}\n"),
                };
            }
        }
        text
    }
}

/// Writes sentences from a list of words.
#[derive(Debug)]
pub struct Writer {
    words: Vec<String>,
    state: u64,
}

impl Writer {
    /// A writer that writes the same for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let statements = Content::embedded().packs.iter().flat_map(|pack| &pack.statements);
        let words = statements.flat_map(|statement| {
            statement.words.split(|c: char| !c.is_alphanumeric()).filter(|word| {
                // One letter alone is no word; the rest of "HUNT Cloud's" is one.
                word.len() > 1 && word.chars().all(char::is_alphabetic)
            })
        });
        Self { words: words.map(str::to_lowercase).collect(), state: seed }
    }

    /// A number below `end` (splitmix64).
    #[must_use]
    pub fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end.max(1)).unwrap_or(u64::MAX)).unwrap_or(0)
    }

    /// A word, frequent ones more often.
    #[must_use]
    pub fn word(&mut self) -> String {
        let at = self.below(self.words.len());
        self.words[at].clone()
    }

    /// A sentence of `least` to `most` words.
    #[must_use]
    pub fn sentence(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        let mut words: Vec<String> = (0..count).map(|_| self.word()).collect();
        if self.below(3) == 0 {
            let at = self.below(count);
            words[at] = format!("{} days", 2 + self.below(365));
        }
        let sentence = words.join(" ");
        let mut letters = sentence.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{}.", letters.as_str())
    }

    fn heading(&mut self) -> String {
        let sentence = self.sentence(2, 4);
        sentence.trim_end_matches('.').to_owned()
    }

    /// A paragraph or an item of a list; one in twelve has few words.
    #[must_use]
    pub fn passage(&mut self) -> SitePassage {
        let item = self.below(3) == 0;
        if self.below(12) == 0 {
            let short = SHORT[self.below(SHORT.len())].to_owned();
            return SitePassage { sentences: vec![short], link: None, item };
        }
        let sentences = 1 + self.below(3);
        let sentences = (0..sentences).map(|_| self.sentence(7, 22)).collect();
        let link = (self.below(6) == 0)
            .then(|| format!("https://elsewhere.example/{}.pdf", self.below(100_000)));
        SitePassage { sentences, link, item }
    }
}
