//! A later state of a made site, and what was changed in it.

use std::collections::HashMap;

use vurder_model::drift::PassageChange;

use crate::site::{Section, Site, SitePage, SitePassage, Writer};

/// A change that a reader of both states would name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// How it was made; several ways may come to the same change.
    pub way: Way,
    /// What it is to a reader.
    pub change: PassageChange,
    /// The words of the passages as they were.
    pub before: Vec<String>,
    /// The words as they are now.
    pub after: Vec<String>,
}

/// How a passage is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// One word in eight is another one.
    FewOtherWords,
    /// Nearly half of the words are others.
    ManyOtherWords,
    /// A number is another one.
    OtherNumber,
    /// An exception is added.
    Exception,
    /// All but the first sentence is gone.
    Shortened,
    /// Its sentences are two passages.
    Split,
    /// It is one passage with the next.
    Joined,
    /// It is taken away.
    Gone,
    /// One stands after it that was not there.
    New,
    /// Its link leads elsewhere.
    Relinked,
    /// It stands under the next heading.
    OtherHeading,
    /// It stands on the next page.
    OtherPage,
    /// Its section stands on the next page.
    SectionToOtherPage,
    /// It stands on the next page, one word in eight another one.
    OtherPageOtherWords,
    /// It and the next are other words by a quarter.
    TwoInARow,
    /// It stands after the next: no change to a reader.
    Swapped,
    /// Another one that says something else stands in its place: reworded, or gone and new.
    Replaced,
    /// Only marks and case are other ones: no change to a reader.
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

/// A section has one edit, and the sections of a page in turn. On every fifth page the headings are renamed, every
/// seventh stands at another address; neither changes a passage.
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

/// Edits that are under way.
struct Editing {
    later: Site,
    edits: Vec<Edit>,
    /// What goes to the page after the one named.
    to_next_page: Vec<(usize, Section)>,
}

impl Editing {
    /// Changes a passage of a section; `false` where none fits.
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
        // Not at the ends of a section, so that what stands around it is as it was.
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
                // The section after it is edited next in its place.
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

    /// Puts what goes to another page there, after all else.
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

/// Puts another word in place of one in `every`, but not of the first.
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
