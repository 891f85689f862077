//! Reads the remarks of a Word document (ISO/IEC 29500): comments, tracked changes, and the answers as they stand.
//!
//! An export can itself mark the changes since an earlier version. Those changes are no remarks: words that the export
//! marked as inserted are read as ordinary text, and words that it marked as deleted are left out.
//!
//! The export's own names are those of [`vurder_model::report_address`].

mod change;
mod comments;
mod dates;
mod marks;
mod package;
mod properties;
mod reader;
mod relationships;
mod story;
mod tracked;
mod xml;

use std::collections::{HashMap, HashSet};

use vurder_model::report_address::hash_of_words;

use self::comments::{Comment, Extended};
use self::dates::date;
use self::package::Package;
use self::relationships::Relationships;
use self::story::{Anchor, Story, Untracked};
use self::xml::Fault;
use crate::keys::{Keys, hash};
use crate::limits::REMARKS;
use crate::passage::{one_line, surroundings, written};
use crate::problem::Problem;
use crate::remark::{ChangedPart, RemarkKind, RemarkState, ReturnedRemark};
use crate::returned_file::{FileKind, ReturnedFile};
use crate::unreadable::Unreadable;

const DOCUMENT: &str = "word/document.xml";

/// Whether the bytes begin as those of an archive do.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Reads a Word document.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<ReturnedFile, Unreadable> {
    let mut file = File { name, package: Package::open(name, bytes)?, problems: Vec::new() };
    let of_package =
        file.part("_rels/.rels", |content| Relationships::read(content, ""))?.unwrap_or_default();
    let mut path = of_package.one("officeDocument", DOCUMENT);
    let mut document = file.package.part(&path)?;
    if document.is_none() {
        DOCUMENT.clone_into(&mut path);
        document = file.package.part(&path)?;
    }
    let other_format = || Unreadable::OtherFormat { name: name.to_owned() };
    let document = document.ok_or_else(other_format)?;
    let (of_document, folder) = relationships::of_part(&path);
    let parts = file.part(&of_document, |content| Relationships::read(content, folder))?;
    let parts = parts.unwrap_or_default();
    let custom = of_package.one("custom-properties", "docProps/custom.xml");
    let written = file.part(&custom, properties::written_properties)?.unwrap_or_default();
    let own = written.marked_by.as_str();
    let body =
        reader::read(&document, None, own, REMARKS).map_err(|fault| file.refused(&path, fault))?;
    drop(document);
    if !body.is_document {
        return Err(other_format());
    }
    let mut room = REMARKS.saturating_sub(body.remarks());
    let mut stories = Vec::new();
    for kind in ["footnote", "endnote"] {
        let path = parts.one(&format!("{kind}s"), &format!("word/{kind}s.xml"));
        stories.extend(
            file.part(&path, |content| {
                reader::read(content, Some((kind, &body.notes)), own, room)
            })?,
        );
        room = room.saturating_sub(stories.last().map_or(0, Story::remarks));
    }
    for path in file.headers_and_footers(&parts) {
        let story = file.part(&path, |content| reader::read(content, None, own, room))?;
        let story = story.filter(|story| !story.is_untouched());
        room = room.saturating_sub(story.as_ref().map_or(0, Story::remarks));
        stories.extend(story);
    }
    stories.insert(0, body);
    let path = parts.one("comments", "word/comments.xml");
    let comments = file.part(&path, comments::read)?.unwrap_or_default();
    let path = parts.one("commentsExtended", "word/commentsExtended.xml");
    let extended = file.part(&path, comments::extended)?.unwrap_or_default();
    if comments.len() > room {
        return Err(Unreadable::TooManyRemarks { name: name.to_owned(), limit: REMARKS });
    }
    let mut problems = file.problems;
    problems.extend(stories.iter().flat_map(|story| story.marks.problems(&story.was)));
    let outside = stories.first().map(|body| hash_of_words(&body.outside)).unwrap_or_default();
    if !written.outside.is_empty() && written.outside != outside {
        problems.push(Problem::OtherText);
    }
    let mut remarks = remarks(&stories, comments, &extended, &mut problems);
    let answers: Vec<String> = stories.into_iter().flat_map(|story| story.answers).collect();
    match gone(&written.answers, &answers) {
        Some(gone) => remarks.extend(gone),
        None => problems.push(Problem::AnswersUnmarked),
    }
    Ok(ReturnedFile { kind: FileKind::Docx, of: written.identity, remarks, answers, problems })
}

/// Remarks that say which answers of the export are not in the file. `None` if no answer is there: the program of the
/// reviewer did not keep the marks of answers.
fn gone(exported: &[String], answers: &[String]) -> Option<Vec<ReturnedRemark>> {
    if answers.is_empty() && !exported.is_empty() {
        return None;
    }
    let there: HashSet<&String> = answers.iter().collect();
    let gone = exported.iter().filter(|tag| !there.contains(tag)).take(REMARKS);
    Some(gone.map(|tag| without_words(hash(&["gone", tag]), tag)).collect())
}

/// A remark on an answer of which the file does not say who changed it.
fn without_words(key: String, place: &str) -> ReturnedRemark {
    ReturnedRemark {
        key,
        identity: None,
        reply_to: None,
        kind: RemarkKind::Untracked,
        state: None,
        author: None,
        at: None,
        words: String::new(),
        quoted: String::new(),
        before: String::new(),
        after: String::new(),
        new_words: None,
        paragraphs: None,
        place: Some(place.to_owned()),
        page: None,
        exported: None,
        changes: Some(ChangedPart::AnswerGone),
    }
}

struct File<'a> {
    name: &'a str,
    package: Package<'a>,
    problems: Vec<Problem>,
}

impl File<'_> {
    fn refused(&self, part: &str, fault: Fault) -> Unreadable {
        let name = self.name.to_owned();
        match fault {
            Fault::DocumentType => Unreadable::ExternalEntity { name, part: part.to_owned() },
            Fault::Malformed(detail) => {
                Unreadable::Damaged { name, detail: format!("{part}: {detail}") }
            }
            Fault::TooMany => Unreadable::TooManyRemarks { name, limit: REMARKS },
        }
    }

    /// The headers and footers, which the document names or which have the usual names.
    fn headers_and_footers(&self, parts: &Relationships) -> Vec<String> {
        let mut paths = parts.of("header");
        paths.extend(parts.of("footer"));
        let usual = |path: &String| {
            let name = path.strip_prefix("word/").and_then(|name| name.strip_suffix(".xml"));
            name.is_some_and(|name| name.starts_with("header") || name.starts_with("footer"))
        };
        let others: Vec<String> =
            self.package.paths().filter(|path| usual(path) && !paths.contains(path)).collect();
        paths.extend(others);
        paths
    }

    /// A part besides the document itself. One that is malformed is told and left out.
    fn part<T>(
        &mut self,
        path: &str,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Result<Option<T>, Unreadable> {
        let Some(content) = self.package.part(path)? else { return Ok(None) };
        match read(&content) {
            Ok(found) => Ok(Some(found)),
            Err(Fault::Malformed(detail)) => {
                self.problems.push(Problem::Part { name: path.to_owned(), detail });
                Ok(None)
            }
            Err(fault) => Err(self.refused(path, fault)),
        }
    }
}

/// A remark with the place by which it is sorted: the index of the story and the position in it.
type Sorted = ((usize, usize), ReturnedRemark);

fn remarks(
    stories: &[Story],
    comments: Vec<Comment>,
    extended: &HashMap<String, Extended>,
    problems: &mut Vec<Problem>,
) -> Vec<ReturnedRemark> {
    let mut keys = Keys::default();
    let mut found: Vec<Sorted> = Vec::new();
    for (index, story) in stories.iter().enumerate() {
        for change in tracked::joined(&story.changes) {
            let at = (index, change.0.start);
            found.push((at, tracked::changed(story, change, &mut keys)));
        }
    }
    let untracked = stories.iter().enumerate().flat_map(|(index, story)| {
        story.untracked.iter().map(move |one| ((index, one.start), one))
    });
    for (at, one) in untracked {
        let (remark, cut) = rewritten(one, &mut keys);
        if cut {
            problems.push(Problem::Cut { key: remark.key.clone() });
        }
        found.push((at, remark));
    }
    let mut replies: HashMap<String, Vec<ReturnedRemark>> = HashMap::new();
    let own_keys: Vec<String> = comments.iter().map(|comment| keys.unique(key(comment))).collect();
    let by_paragraph: HashMap<&str, &String> = comments
        .iter()
        .zip(&own_keys)
        .filter_map(|(comment, key)| Some((comment.paragraph.as_deref()?, key)))
        .collect();
    for (comment, key) in comments.iter().zip(&own_keys) {
        let extension = comment.paragraph.as_ref().and_then(|paragraph| extended.get(paragraph));
        let anchored = stories
            .iter()
            .enumerate()
            .find_map(|(index, story)| Some((index, story, story.anchors.get(&comment.id)?)));
        let (words, cut) = written(&comment.words);
        if cut {
            problems.push(Problem::Cut { key: key.clone() });
        }
        let mut remark = ReturnedRemark {
            key: key.clone(),
            identity: comment_identity(comment),
            reply_to: None,
            kind: RemarkKind::Comment,
            state: extension.filter(|extension| extension.done).map(|_| RemarkState::Completed),
            author: comment.author.clone(),
            at: comment.date.as_deref().and_then(date),
            words,
            quoted: String::new(),
            before: String::new(),
            after: String::new(),
            new_words: None,
            paragraphs: None,
            place: anchored.and_then(|(_, _, anchor)| anchor.place.clone()),
            page: None,
            exported: None,
            changes: None,
        };
        if let Some(parent) = extension.and_then(|extension| extension.parent.as_deref()) {
            let answered = by_paragraph.get(parent).filter(|answered| **answered != key);
            if let Some(answered) = answered {
                remark.reply_to = Some((*answered).clone());
                replies.entry((*answered).clone()).or_default().push(remark);
                continue;
            }
            problems.push(Problem::ReplyToNothing { key: key.clone() });
        }
        let at = match anchored {
            Some((index, story, anchor)) => {
                quote(&mut remark, story, anchor);
                (index, anchor.start)
            }
            None => (usize::MAX, 0),
        };
        found.push((at, remark));
    }
    found.sort_by_key(|(at, _)| *at);
    with_replies(found, replies, problems)
}

/// Puts the replies after the remark that they answer, and gives them its place.
fn with_replies(
    found: Vec<Sorted>,
    mut replies: HashMap<String, Vec<ReturnedRemark>>,
    problems: &mut Vec<Problem>,
) -> Vec<ReturnedRemark> {
    let mut open: Vec<ReturnedRemark> = found.into_iter().rev().map(|(_, remark)| remark).collect();
    let mut remarks: Vec<ReturnedRemark> = Vec::new();
    loop {
        while let Some(remark) = open.pop() {
            for mut reply in replies.remove(&remark.key).unwrap_or_default().into_iter().rev() {
                reply.place.clone_from(&remark.place);
                open.push(reply);
            }
            let bare = remark.place.is_none() && remark.reply_to.is_none();
            if bare
                && [&remark.quoted, &remark.before, &remark.after]
                    .iter()
                    .all(|words| words.is_empty())
            {
                problems.push(Problem::WithoutPlace { key: remark.key.clone() });
            }
            remarks.push(remark);
        }
        // Comments that answer each other in a circle are not reached from any other remark.
        let Some(circle) = replies.keys().min().cloned() else { return remarks };
        open.extend(replies.remove(&circle).unwrap_or_default());
    }
}

fn quote(remark: &mut ReturnedRemark, story: &Story, anchor: &Anchor) {
    let covered = story.was.get(anchor.start..anchor.end).map(one_line).unwrap_or_default();
    remark.quoted = if covered.is_empty() {
        // The comment covers only inserted words, which the text before the changes does not have.
        story.now.get(anchor.start_now..anchor.end_now).map(one_line).unwrap_or_default()
    } else {
        covered
    };
    (remark.before, remark.after) =
        surroundings(&story.was, anchor.start, anchor.end.max(anchor.start));
}

/// An answer whose words were changed without tracking; the file does not say by whom. Also tells whether words were
/// left out.
fn rewritten(one: &Untracked, keys: &mut Keys) -> (ReturnedRemark, bool) {
    let (words, cut) = written(&one.words);
    let key = keys.unique(hash(&["untracked", &one.place, &one.words]));
    let exported = Some(one.exported.clone());
    let remark =
        ReturnedRemark { words, exported, changes: None, ..without_words(key, &one.place) };
    (remark, cut)
}

/// The key of a comment. Programs number comments anew when they write, so the number is no part of it.
fn key(comment: &Comment) -> String {
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    hash(&["comment", &text(&comment.author), &text(&comment.date), &comment.words])
}

/// What stays the same when the words of a comment are changed: programs keep the author and the time at which the
/// comment was begun. `None` if there is no time: a program with the setting to leave out personal data writes none.
fn comment_identity(comment: &Comment) -> Option<String> {
    let date = comment.date.as_deref()?;
    Some(hash(&["comment", comment.author.as_deref().unwrap_or_default(), date]))
}
