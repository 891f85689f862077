//! The letter with requests to a provider. The requests are grouped by topic, so that one person can answer a group.
//! Each request has what the provider publishes on it. The letter is a document for the PDF, or plain text for an
//! e-mail.

mod text;

use chrono::NaiveDate;

pub use self::text::letter_text;
use super::cells::paragraph;
use super::{date, words};
use crate::document::{Block, BlockKind, Card, Document, Inline, List, Meta, Pair};
use crate::messages::{ReportMessages, msg};

/// The content of a letter.
pub struct Letter<'a> {
    /// The provider to whom it goes.
    pub provider: String,
    /// The project's title.
    pub project: String,
    /// The controllers in whose name it is written.
    pub senders: Vec<String>,
    /// The day on the letter.
    pub date: NaiveDate,
    /// BCP 47 tag of the language of the requests.
    pub language: String,
    /// Whether pages of the provider were read.
    pub read: bool,
    /// The groups of requests, in reading order.
    pub groups: Vec<LetterGroup>,
    /// The letter's own words, in its language.
    pub messages: &'a dyn ReportMessages,
}

/// Requests on related topics.
pub struct LetterGroup {
    /// Their subject; `None` for requests that belong to no topic.
    pub title: Option<String>,
    /// The requests.
    pub requests: Vec<LetterRequest>,
}

/// A request in a letter.
pub struct LetterRequest {
    /// Identifies it in the letter.
    pub anchor: String,
    /// The number by which both sides refer to it: "Q3".
    pub number: String,
    /// The offer or topic that it is about; may be empty.
    pub about: String,
    /// The question as plain text, with one line for each paragraph.
    pub question: String,
    /// What the provider should send back; may be empty.
    pub wanted: String,
    /// The day by which the answer is needed.
    pub due: Option<NaiveDate>,
    /// The person who asks and receives the answer; may be empty.
    pub asked_by: String,
    /// What the provider publishes on it.
    pub published: Vec<LetterSource>,
    /// Number of further statements on it.
    pub more: usize,
    /// Whether the provider's pages were read and have nothing on it.
    pub nothing_published: bool,
}

/// Something that the provider publishes, and where.
pub struct LetterSource {
    /// The words, as the project has them.
    pub words: String,
    /// Title of the page; may be empty.
    pub page: String,
    /// Heading on the page; may be empty.
    pub heading: String,
    /// Address of the page; may be empty.
    pub address: String,
    /// Day of the state that was read, if it is known.
    pub captured: Option<NaiveDate>,
}

impl Letter<'_> {
    fn requests(&self) -> impl Iterator<Item = &LetterRequest> {
        self.groups.iter().flat_map(|group| &group.requests)
    }

    /// The day by which all answers are needed; `None` if the requests have different days.
    fn common_due(&self) -> Option<NaiveDate> {
        let mut days = self.requests().map(|request| request.due);
        let first = days.next()??;
        days.all(|day| day == Some(first)).then_some(first)
    }

    /// The sentences before the requests. Each is a paragraph.
    fn opening(&self) -> Vec<String> {
        let count = self.requests().count();
        let mut intro = vec![match self.read {
            true => msg::report_letter_intro(self.messages, count, &self.project),
            false => msg::report_letter_intro_unread(self.messages, count, &self.project),
        }];
        intro.push(msg::report_letter_how(self.messages));
        if let Some(day) = self.common_due() {
            intro.push(msg::report_letter_due(self.messages, &date(self.messages, day)));
        }
        vec![msg::report_letter_greeting(self.messages, &self.provider), intro.join(" ")]
    }

    /// The heading of a group; `None` if the letter has only one group without a topic.
    fn heading(&self, group: &LetterGroup) -> Option<String> {
        match &group.title {
            Some(title) => Some(title.clone()),
            None if self.groups.len() > 1 => Some(msg::report_letter_other(self.messages)),
            None => None,
        }
    }

    /// The short facts of a request, each with its label.
    fn facts(&self, request: &LetterRequest) -> Vec<(String, String)> {
        let mut facts = Vec::new();
        if !request.wanted.is_empty() {
            facts.push((msg::report_letter_wanted(self.messages), request.wanted.clone()));
        }
        if let (Some(day), None) = (request.due, self.common_due()) {
            facts.push((msg::report_letter_by(self.messages), date(self.messages, day)));
        }
        if !request.asked_by.is_empty() {
            facts.push((msg::report_letter_asked_by(self.messages), request.asked_by.clone()));
        }
        facts
    }

    /// "Certificates, “Audits”, as of 28 April 2026"; empty if no place is known.
    fn place(&self, source: &LetterSource) -> String {
        let place = match source.heading.as_str() {
            "" => source.page.clone(),
            heading => msg::report_letter_place(self.messages, &source.page, heading),
        };
        match source.captured {
            Some(day) if !place.is_empty() => {
                msg::report_letter_as_of(self.messages, &place, &date(self.messages, day))
            }
            _ => place,
        }
    }
}

/// The subject of the e-mail.
#[must_use]
pub fn letter_subject(letter: &Letter<'_>) -> String {
    msg::report_letter_subject(letter.messages, &letter.project)
}

/// Composes the letter.
#[must_use]
pub fn compose_letter(letter: &Letter<'_>) -> Document {
    let subject = letter_subject(letter);
    let mut blocks = vec![head(letter), Block::heading(1, "", subject.clone()).at("letter")];
    blocks.extend(letter.opening().into_iter().map(Block::text));
    for (at, group) in letter.groups.iter().enumerate() {
        if let Some(heading) = letter.heading(group) {
            blocks.push(Block::heading(2, "", heading).at(format!("group/{at}")));
        }
        blocks.extend(group.requests.iter().map(|request| card(letter, request)));
    }
    blocks.push(Block::text(msg::report_letter_thanks(letter.messages)));
    blocks.extend(letter.senders.iter().map(Block::text));
    let meta = Meta {
        title: subject,
        project: letter.provider.clone(),
        form: String::new(),
        version: date(letter.messages, letter.date),
        authors: letter.senders.clone(),
        date: letter.date,
        language: letter.language.clone(),
        words_language: letter.language.clone(),
        draft: false,
    };
    Document { meta, words: words(letter.messages), blocks }
}

/// The receiver, the senders and the day.
fn head(letter: &Letter<'_>) -> Block {
    let pair = |label: String, value: Vec<Block>| Pair { anchor: None, label, value };
    let senders: Vec<Block> = letter.senders.iter().map(Block::text).collect();
    let mut pairs = vec![
        pair(msg::report_letter_to(letter.messages), vec![Block::text(&letter.provider)]),
        pair(msg::report_letter_from(letter.messages), senders),
        pair(
            msg::report_date(letter.messages),
            vec![Block::text(date(letter.messages, letter.date))],
        ),
    ];
    pairs.retain(|pair| !pair.value.is_empty());
    Block::new(BlockKind::KeyValue(pairs))
}

fn card(letter: &Letter<'_>, request: &LetterRequest) -> Block {
    let pair = |label: String, value: Vec<Block>| Pair { anchor: None, label, value };
    let question = request.question.lines().filter(|line| !line.trim().is_empty());
    let question = question.map(Block::text).collect();
    let mut pairs = vec![pair(msg::report_letter_question(letter.messages), question)];
    let mut read: Vec<Block> = Vec::new();
    if !request.published.is_empty() {
        let items = request.published.iter().map(|source| vec![published(letter, source)]);
        let mut items: Vec<Vec<Block>> = items.collect();
        if request.more > 0 {
            items.push(vec![Block::text(msg::report_letter_more(letter.messages, request.more))]);
        }
        read.push(Block::new(BlockKind::List(List { start: None, items })));
    } else if request.nothing_published {
        read.push(Block::text(msg::report_letter_nothing(letter.messages)));
    }
    if !read.is_empty() {
        pairs.push(pair(msg::report_letter_read(letter.messages), read));
    }
    let facts = letter.facts(request).into_iter();
    let card = Card {
        number: request.number.clone(),
        title: match request.about.as_str() {
            "" => Vec::new(),
            about => vec![Inline::plain(about)],
        },
        levels: Vec::new(),
        facts: facts.map(|(label, words)| (label, vec![Inline::plain(words)])).collect(),
        pairs,
    };
    Block::new(BlockKind::Card(card)).at(format!("row/{}", request.anchor))
}

/// The words, and after them the place with a link to the address.
fn published(letter: &Letter<'_>, source: &LetterSource) -> Block {
    let mut inlines = vec![Inline::plain(&source.words)];
    let place = letter.place(source);
    if !place.is_empty() {
        inlines.push(Inline::plain(" "));
        let content = vec![Inline::plain(format!("({place})"))];
        inlines.push(match source.address.as_str() {
            "" => Inline::Remark(format!("({place})")),
            address => Inline::Link { href: address.to_owned(), content },
        });
    }
    paragraph(inlines)
}
