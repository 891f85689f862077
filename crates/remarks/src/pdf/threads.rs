//! Turns annotations into remarks: joins those that form one remark, and attaches replies and states.

use std::collections::HashMap;

use lopdf::ObjectId;

use super::annotations::Annotation;
use super::covered_words::Covered;
use super::states::{self, States};
use crate::keys::{Keys, hash};
use crate::locate::reads_the_same;
use crate::passage::written;
use crate::problem::Problem;
use crate::remark::{RemarkKind, ReturnedRemark};

/// An annotation with the words at its place.
#[derive(Clone)]
pub(super) struct PlacedAnnotation {
    pub(super) annotation: Annotation,
    pub(super) covered: Covered,
    pub(super) place: Option<String>,
    /// What was joined with it.
    pub(super) group: Group,
}

/// The other members of a group that form one remark with an annotation.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// Their objects.
    members: Vec<ObjectId>,
    /// Of a replacement: what the reviewer wrote besides the words that come in.
    words: String,
}

impl PlacedAnnotation {
    /// An annotation whose place does not matter.
    pub(super) fn without_place(annotation: Annotation) -> Self {
        let (covered, group) = (Covered::default(), Group::default());
        Self { annotation, covered, place: None, group }
    }
}

/// The remarks in the order of their places, replies after what they answer.
pub(super) fn remarks(
    found: Vec<PlacedAnnotation>,
    problems: &mut Vec<Problem>,
) -> Vec<ReturnedRemark> {
    let (set, mut found): (Vec<PlacedAnnotation>, Vec<PlacedAnnotation>) =
        found.into_iter().partition(|one| {
            // One that answers nothing is a remark with words of its own, whatever else it says.
            one.annotation.state.is_some() && one.annotation.in_reply_to.is_some()
        });
    join_groups(&mut found);
    found.sort_by_key(|one| (one.annotation.page, one.covered.at));
    let states = States::of(set.into_iter().map(|one| one.annotation).collect());
    let mut keys = Keys::default();
    let mut by_object = HashMap::new();
    let mut remarks: Vec<(ReturnedRemark, Option<ObjectId>)> = Vec::new();
    for PlacedAnnotation { mut annotation, covered, place, group } in found {
        let Some(kind) = kind(&annotation) else {
            let page = annotation.page;
            problems.push(Problem::Drawing { page, kind: annotation.subtype });
            continue;
        };
        let key =
            keys.unique(annotation.name.clone().unwrap_or_else(|| named_by_words(&annotation)));
        let identity = identity(&annotation);
        if let Some(words) = stamped(&annotation) {
            annotation.words = words;
        }
        let (words, cut) = written(&annotation.words);
        if cut {
            problems.push(Problem::Cut { key: key.clone() });
        }
        let own = annotation.state.as_deref().and_then(states::state).and_then(states::in_force);
        let mut objects = annotation.id.iter().chain(&group.members);
        let state = objects.clone().find_map(|id| states.about(*id)).or(own);
        by_object.extend(objects.by_ref().map(|id| (*id, remarks.len())));
        let parent = annotation.in_reply_to;
        let puts_in = matches!(kind, RemarkKind::Insertion | RemarkKind::Replacement);
        let is_reply = parent.is_some();
        let covered = if is_reply { Covered::default() } else { covered };
        let remark = ReturnedRemark {
            key,
            identity,
            reply_to: None,
            kind: if is_reply { RemarkKind::Comment } else { kind },
            state,
            author: annotation.author,
            at: annotation.changed.or(annotation.created),
            new_words: (puts_in && !is_reply).then(|| words.clone()),
            words: if puts_in && !is_reply { written(&group.words).0 } else { words },
            paragraphs: None,
            quoted: covered.quoted,
            before: covered.before,
            after: covered.after,
            place: place.filter(|_| !is_reply),
            page: Some(annotation.page),
            exported: None,
            changes: None,
        };
        remarks.push((remark, parent));
    }
    remarks.extend(states.replies(&mut keys));
    in_order(remarks, &by_object, problems)
}

/// The kind of remark that the annotation is; `None` for a drawing without words.
fn kind(annotation: &Annotation) -> Option<RemarkKind> {
    Some(match annotation.subtype.as_str() {
        "Highlight" => RemarkKind::Highlight,
        "Underline" | "Squiggly" => RemarkKind::Underline,
        "StrikeOut" if annotation.intent.as_deref() == Some("StrikeOutTextEdit") => {
            RemarkKind::Deletion
        }
        "StrikeOut" => RemarkKind::StrikeOut,
        "Caret" => RemarkKind::Insertion,
        REPLACEMENT => RemarkKind::Replacement,
        "FreeText" => RemarkKind::FreeText,
        "Text" => RemarkKind::Comment,
        "Stamp" if stamped(annotation).is_some() => RemarkKind::Comment,
        _ if annotation.words.trim().is_empty() => return None,
        _ => RemarkKind::Comment,
    })
}

/// The subtype of a caret that was joined with a strike-out. No annotation in a file has this subtype.
const REPLACEMENT: &str = "Caret+StrikeOut";

/// The words of a stamp that has no words of its own: its name, without the letters that programs put before it.
fn stamped(annotation: &Annotation) -> Option<String> {
    if annotation.subtype != "Stamp" || !annotation.words.trim().is_empty() {
        return None;
    }
    let name = annotation.shows.as_deref()?;
    let bare = ["SB", "SH", "DS"].iter().find_map(|prefix| name.strip_prefix(prefix));
    let bare = bare.filter(|bare| bare.starts_with(char::is_uppercase)).unwrap_or(name);
    if bare.is_empty() || !bare.chars().all(char::is_alphabetic) {
        return None;
    }
    let mut words = String::with_capacity(bare.len() + 4);
    for c in bare.chars() {
        if c.is_uppercase() && words.ends_with(char::is_lowercase) {
            words.push(' ');
        }
        words.push(c);
    }
    Some(words)
}

/// Joins the members of a group. A caret and a strike-out become a replacement by the words of the caret; the words of
/// other members are added to those of the first.
fn join_groups(found: &mut Vec<PlacedAnnotation>) {
    let by_object: HashMap<ObjectId, usize> = found
        .iter()
        .enumerate()
        .filter_map(|(index, one)| Some((one.annotation.id?, index)))
        .collect();
    let mut joined = vec![false; found.len()];
    for index in 0..found.len() {
        let member = &found[index].annotation;
        let first = member.in_reply_to.filter(|_| member.grouped);
        let Some(first) = first.and_then(|id| by_object.get(&id)).copied() else { continue };
        if first == index || joined[first] {
            continue;
        }
        joined[index] = true;
        let member = found[index].clone();
        let whole = &mut found[first];
        whole.group.members.extend(member.annotation.id);
        whole.group.members.extend(member.group.members);
        let words = member.annotation.words;
        match (whole.annotation.subtype.as_str(), member.annotation.subtype.as_str()) {
            ("Caret", "StrikeOut") => {
                whole.covered = member.covered;
                whole.place = member.place.or(whole.place.take());
                whole.annotation.subtype = REPLACEMENT.into();
                whole.group.add(&words, &whole.covered.quoted);
            }
            ("StrikeOut", "Caret") => {
                let own = std::mem::replace(&mut whole.annotation.words, words);
                whole.annotation.subtype = REPLACEMENT.into();
                whole.group.add(&own, &whole.covered.quoted);
            }
            (REPLACEMENT, _) => whole.group.add(&words, &whole.covered.quoted),
            _ => {
                if whole.covered.quoted.is_empty() {
                    whole.covered = member.covered;
                }
                let own = &mut whole.annotation.words;
                if own.trim().is_empty() {
                    *own = words;
                } else if !words.trim().is_empty() && words.trim() != own.trim() {
                    own.push('\n');
                    own.push_str(&words);
                }
            }
        }
    }
    let mut joined = joined.into_iter();
    found.retain(|_| !joined.next().unwrap_or(false));
}

impl Group {
    /// Adds what the reviewer wrote. Some programs copy the struck words into the note; those nobody wrote.
    fn add(&mut self, words: &str, quoted: &str) {
        if words.trim().is_empty() || reads_the_same(words, quoted) {
            return;
        }
        if !self.words.is_empty() {
            self.words.push('\n');
        }
        self.words.push_str(words);
    }
}

/// The key of an annotation without a name.
fn named_by_words(annotation: &Annotation) -> String {
    let area = annotation.areas.first().copied().or(annotation.rect);
    let at = area.map(|area| format!("{} {:.0} {:.0}", annotation.page, area.left, area.top));
    hash(&[
        &annotation.subtype,
        annotation.author.as_deref().unwrap_or_default(),
        &annotation.created.or(annotation.changed).map(|at| at.to_rfc3339()).unwrap_or_default(),
        &annotation.words,
        &at.unwrap_or_default(),
    ])
}

/// What stays the same when the words of an annotation are changed: its name, or the time of its creation if it has no
/// name; with its author and its page, since a name is unique only on its page.
fn identity(annotation: &Annotation) -> Option<String> {
    let created = || annotation.created.map(|at| at.to_rfc3339());
    let own = annotation.name.clone().or_else(created)?;
    let author = annotation.author.as_deref().unwrap_or_default();
    Some(hash(&["annotation", &own, author, &annotation.page.to_string()]))
}

/// Puts replies after the remark that they answer, and gives them its place.
fn in_order(
    mut remarks: Vec<(ReturnedRemark, Option<ObjectId>)>,
    by_object: &HashMap<ObjectId, usize>,
    problems: &mut Vec<Problem>,
) -> Vec<ReturnedRemark> {
    let mut replies: Vec<Vec<usize>> = vec![Vec::new(); remarks.len()];
    let mut open = Vec::new();
    for index in 0..remarks.len() {
        let Some(parent) = remarks[index].1 else {
            open.push(index);
            continue;
        };
        match by_object.get(&parent) {
            Some(parent) if *parent != index => {
                replies[*parent].push(index);
                remarks[index].0.reply_to = Some(remarks[*parent].0.key.clone());
            }
            _ => {
                problems.push(Problem::ReplyToNothing { key: remarks[index].0.key.clone() });
                open.push(index);
            }
        }
    }
    open.reverse();
    let mut order = Vec::with_capacity(remarks.len());
    let mut placed = vec![false; remarks.len()];
    // Replies that answer each other in a circle are not reached from any other remark; they come last.
    let circles = 0..remarks.len();
    for start in circles.map(Some).chain([None]) {
        while let Some(index) = open.pop() {
            if std::mem::replace(&mut placed[index], true) {
                continue;
            }
            order.push(index);
            for reply in replies[index].iter().rev() {
                let (place, page) = (remarks[index].0.place.clone(), remarks[index].0.page);
                let reply_remark = &mut remarks[*reply].0;
                reply_remark.place = reply_remark.place.take().or(place);
                reply_remark.page = page.or(reply_remark.page);
                open.push(*reply);
            }
        }
        open.extend(start.filter(|start| !placed[*start]));
    }
    for (remark, _) in &remarks {
        let nowhere = remark.place.is_none() && remark.reply_to.is_none();
        if nowhere
            && [&remark.quoted, &remark.before, &remark.after].iter().all(|words| words.is_empty())
        {
            problems.push(Problem::WithoutPlace { key: remark.key.clone() });
        }
    }
    let mut remarks: Vec<Option<ReturnedRemark>> =
        remarks.into_iter().map(|(remark, _)| Some(remark)).collect();
    order.into_iter().filter_map(|index| remarks.get_mut(index)?.take()).collect()
}
