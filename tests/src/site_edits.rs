//! Edits of a generated site: its later state, and the list of what changed.

use std::collections::HashMap;

use vurder_model::drift::PassageChange;

use crate::site::{Section, Site, SitePage, SitePassage, Writer};

/// An edit that a reader of both states would call a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The way of the edit. Several ways may give the same kind of change.
    pub way: Way,
    /// The kind of change for a reader.
    pub change: PassageChange,
    /// The words of the passages before.
    pub before: Vec<String>,
    /// The words of the passages after.
    pub after: Vec<String>,
}

/// How an edit changes a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// One word in eight is replaced.
    FewOtherWords,
    /// Nearly half of the words are replaced.
    ManyOtherWords,
    /// A number is replaced.
    OtherNumber,
    /// An exception is added.
    Exception,
    /// Only the first sentence stays.
    Shortened,
    /// Its sentences become two passages.
    Split,
    /// It is joined with the next passage.
    Joined,
    /// It is removed.
    Gone,
    /// A new passage follows it.
    New,
    /// Its link gets another address.
    Relinked,
    /// It moves below the next heading.
    OtherHeading,
    /// It moves to the next page.
    OtherPage,
    /// Its section moves to the next page.
    SectionToOtherPage,
    /// It moves to the next page, and one word in eight is replaced.
    OtherPageOtherWords,
    /// A quarter of the words is replaced in it and in the next passage.
    TwoInARow,
    /// It changes places with the next passage: no change for a reader.
    Swapped,
    /// Another passage with another meaning replaces it: reworded, or gone and new.
    Replaced,
    /// Only punctuation and case change: no change for a reader.
    MarksOnly,
}

impl Way {
    /// All ways.
    pub const ALL: [Self; 18] = [
        Self::FewOtherWords,
        Self::ManyOtherWords,
        Self::OtherNumber,
        Self::Exception,
        Self::Shortened,
        Self::Split,
        Self::Joined,
        Self::Gone,
        Self::New,
        Self::Relinked,
        Self::OtherHeading,
        Self::OtherPage,
        Self::SectionToOtherPage,
        Self::OtherPageOtherWords,
        Self::TwoInARow,
        Self::Swapped,
        Self::Replaced,
        Self::MarksOnly,
    ];
}

/// Edits one passage in every second section, each time in the next way that fits. On every fifth page the headings are
/// renamed, and every seventh page gets another address; neither changes a passage.
#[must_use]
pub fn edited(site: &Site, seed: u64) -> (Site, Vec<Edit>) {
    let mut writer = Writer::new(seed);
    let mut often: HashMap<String, usize> = HashMap::new();
    for passage in site.pages.iter().flat_map(|p| &p.sections).flat_map(|s| &s.passages) {
        *often.entry(passage.words()).or_default() += 1;
    }
    let mut editing = Editing { later: site.clone(), edits: Vec::new(), to_next_page: Vec::new() };
    let mut turn = usize::try_from(seed % 18).unwrap_or(0);
    for page in 0..site.pages.len() {
        for section in (0..site.pages[page].sections.len()).step_by(2) {
            let unique = |passage: &SitePassage| often.get(&passage.words()) == Some(&1);
            for _ in 0..Way::ALL.len() {
                let way = Way::ALL[turn % Way::ALL.len()];
                turn += 1;
                if editing.edit(way, page, section, &unique, &mut writer) {
                    break;
                }
            }
        }
    }
    editing.move_to_next_pages();
    for (at, page) in editing.later.pages.iter_mut().enumerate() {
        if at % 5 == 1 {
            for section in &mut page.sections {
                section.heading = format!("{} anew", section.heading);
            }
        }
        if at % 7 == 2 {
            page.path = format!("moved/{}", page.path);
        }
    }
    (editing.later, editing.edits)
}

/// The edits in progress.
struct Editing {
    later: Site,
    edits: Vec<Edit>,
    /// Sections that move, each with the index of the page before their new page.
    to_next_page: Vec<(usize, Section)>,
}

impl Editing {
    /// Changes a passage of a section. Returns `false` where no passage fits.
    fn edit(
        &mut self,
        way: Way,
        page: usize,
        section: usize,
        unique: &dyn Fn(&SitePassage) -> bool,
        writer: &mut Writer,
    ) -> bool {
        let SitePage { sections, .. } = &mut self.later.pages[page];
        let fits = |passage: &SitePassage| {
            unique(passage)
                && match way {
                    Way::OtherNumber => passage.words().contains(" days"),
                    Way::Shortened | Way::Split => {
                        passage.sentences.len() > 1 && passage.link.is_none()
                    }
                    Way::Relinked => passage.link.is_some(),
                    Way::MarksOnly => passage.link.is_none(),
                    _ => true,
                }
        };
        let count = sections[section].passages.len();
        // Not at the ends of a section, so that the passages around it stay the same.
        let mut candidates = (1..count.saturating_sub(2)).filter(|at| {
            let passages = &sections[section].passages;
            let both = matches!(way, Way::Joined | Way::TwoInARow);
            let next_too = !both || unique(&passages[at + 1]);
            fits(&passages[*at]) && next_too
        });
        let Some(at) = candidates.next() else { return false };
        let passages = &mut sections[section].passages;
        let before = passages[at].clone();
        let mut edit = Edit {
            way,
            change: PassageChange::Reworded,
            before: vec![before.words()],
            after: Vec::new(),
        };
        match way {
            Way::FewOtherWords => replace_words(&mut passages[at], 8, writer),
            Way::ManyOtherWords => replace_words(&mut passages[at], 2, writer),
            Way::OtherNumber => {
                for sentence in &mut passages[at].sentences {
                    *sentence = sentence.replace(" days", "0 days");
                }
            }
            Way::Exception => {
                let exception = writer.sentence(6, 10).to_lowercase();
                if let Some(last) = passages[at].sentences.last_mut() {
                    *last = format!("{}, except {exception}", last.trim_end_matches('.'));
                }
            }
            Way::Shortened => passages[at].sentences.truncate(1),
            Way::Split => {
                edit.change = PassageChange::Split;
                let rest = passages[at].sentences.split_off(1);
                edit.after = vec![passages[at].words(), rest.join(" ")];
                passages.insert(at + 1, SitePassage { sentences: rest, ..before.clone() });
            }
            Way::Joined => {
                edit.change = PassageChange::Joined;
                let next = passages.remove(at + 1);
                edit.before.push(next.words());
                passages[at].sentences.extend(next.sentences);
                passages[at].link = None;
            }
            Way::Gone => {
                edit.change = PassageChange::Gone;
                passages.remove(at);
            }
            Way::New => {
                edit.change = PassageChange::New;
                edit.before.clear();
                let sentences = vec![writer.sentence(9, 20), writer.sentence(9, 20)];
                passages.insert(at + 1, SitePassage { sentences, link: None, item: before.item });
                edit.after = vec![passages[at + 1].words()];
            }
            Way::Relinked => {
                edit.change = PassageChange::Relinked;
                passages[at].link =
                    Some(format!("https://other.example/{}.pdf", writer.below(100_000)));
            }
            Way::OtherHeading => {
                edit.change = PassageChange::Moved;
                let moved = passages.remove(at);
                let Some(next) = sections.get_mut(section + 1) else {
                    sections[section].passages.insert(at, moved);
                    return false;
                };
                next.passages.insert(1.min(next.passages.len()), moved);
                edit.after.clone_from(&edit.before);
            }
            Way::OtherPage => {
                edit.change = PassageChange::Moved;
                let moved = passages.remove(at);
                edit.after.clone_from(&edit.before);
                let heading = writer.sentence(2, 3).trim_end_matches('.').to_owned();
                self.to_next_page.push((page, Section { heading, passages: vec![moved] }));
            }
            Way::SectionToOtherPage => {
                let moved = sections.remove(section);
                for passage in &moved.passages {
                    let words = vec![passage.words()];
                    let change = PassageChange::Moved;
                    self.edits.push(Edit { way, change, before: words.clone(), after: words });
                }
                // The section after this one is edited next, at its new index.
                sections.insert(
                    section,
                    Section { heading: moved.heading.clone(), passages: Vec::new() },
                );
                self.to_next_page.push((page, moved));
                return true;
            }
            Way::OtherPageOtherWords => {
                let mut moved = passages.remove(at);
                replace_words(&mut moved, 8, writer);
                edit.after = vec![moved.words()];
                let heading = writer.sentence(2, 3).trim_end_matches('.').to_owned();
                self.to_next_page.push((page, Section { heading, passages: vec![moved] }));
            }
            Way::TwoInARow => {
                replace_words(&mut passages[at], 4, writer);
                let mut next = edit.clone();
                next.before = vec![passages[at + 1].words()];
                replace_words(&mut passages[at + 1], 4, writer);
                next.after = vec![passages[at + 1].words()];
                self.edits.push(next);
            }
            Way::Swapped => {
                passages.swap(at, at + 1);
                return true;
            }
            Way::Replaced => {
                let sentences = vec![writer.sentence(9, 20), writer.sentence(9, 20)];
                passages[at] = SitePassage { sentences, link: None, item: before.item };
            }
            Way::MarksOnly => {
                for sentence in &mut passages[at].sentences {
                    *sentence = format!("“{}”!", sentence.trim_end_matches('.').to_lowercase());
                }
                return true;
            }
        }
        if edit.after.is_empty() && edit.change != PassageChange::Gone {
            edit.after = vec![sections[section].passages[at].words()];
        }
        self.edits.push(edit);
        true
    }

    /// Puts the moved sections at the end of their new pages.
    fn move_to_next_pages(&mut self) {
        for page in &mut self.later.pages {
            page.sections.retain(|section| !section.passages.is_empty());
        }
        let count = self.later.pages.len();
        for (page, section) in self.to_next_page.drain(..) {
            self.later.pages[(page + 1) % count].sections.push(section);
        }
    }
}

/// Replaces one word in `every`, but never the first.
fn replace_words(passage: &mut SitePassage, every: usize, writer: &mut Writer) {
    for sentence in &mut passage.sentences {
        let mut words: Vec<String> =
            sentence.trim_end_matches('.').split(' ').map(str::to_owned).collect();
        for word in words.iter_mut().skip(1).step_by(every) {
            *word = writer.word();
        }
        *sentence = format!("{}.", words.join(" "));
    }
}
