//! A provider's site that a program generates: the same seed gives the same pages.
//!
//! Its sentences use the words of the program's own packs with the same frequency, in random order. So frequent and
//! rare words are distributed as in pages that people write.

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
    /// The path below `docs/`: `area-2/page-17.md`.
    pub path: String,
    /// The title.
    pub title: String,
    /// The sections of the page.
    pub sections: Vec<Section>,
}

/// A heading with its passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The words of the heading.
    pub heading: String,
    /// The paragraphs and items of lists.
    pub passages: Vec<SitePassage>,
}

/// A paragraph or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePassage {
    /// The sentences.
    pub sentences: Vec<String>,
    /// The address of the last sentence, where that is a link.
    pub link: Option<String>,
    /// Whether the passage is an item of a list.
    pub item: bool,
}

impl SitePassage {
    /// The words of the passage.
    #[must_use]
    pub fn words(&self) -> String {
        self.sentences.join(" ")
    }
}

/// The words of a short passage. The same words stand in many places.
const SHORT: [&str; 6] = ["Yes.", "No.", "Ask us.", "See below.", "Not yet.", "On request."];
/// The number of passages below one heading.
const UNDER_A_HEADING: usize = 8;

impl Site {
    /// Generates a site with so many pages and so many passages on each.
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
                // Items of a list follow each other; an empty line separates all others.
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

/// Generates sentences from a list of words.
#[derive(Debug)]
pub struct Writer {
    words: Vec<String>,
    state: u64,
}

impl Writer {
    /// A writer. The same seed gives the same words.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let statements = Content::embedded().packs.iter().flat_map(|pack| &pack.statements);
        let words = statements.flat_map(|statement| {
            statement.words.split(|c: char| !c.is_alphanumeric()).filter(|word| {
                // A single letter is not a word, such as the rest of "HUNT Cloud's".
                word.len() > 1 && word.chars().all(char::is_alphabetic)
            })
        });
        Self { words: words.map(str::to_lowercase).collect(), state: seed }
    }

    /// A random number below `end` (splitmix64).
    #[must_use]
    pub fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end.max(1)).unwrap_or(u64::MAX)).unwrap_or(0)
    }

    /// A random word; frequent words come more often.
    #[must_use]
    pub fn word(&mut self) -> String {
        let at = self.below(self.words.len());
        self.words[at].clone()
    }

    /// A random sentence of `least` to `most` words.
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

    /// A random paragraph or item of a list. One in twelve is short.
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
