//! States (ISO 32000-1, 12.5.6.3) that reviewers set on remarks. There are two models, what became of a remark and
//! whether somebody ticked it off; a state of the one says nothing of the other.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use lopdf::ObjectId;

use super::annotations::Annotation;
use crate::keys::{Keys, hash};
use crate::passage::written;
use crate::remark::{RemarkKind, RemarkState, ReturnedRemark};

/// States that answer each other before they answer a remark.
const STEPS: usize = 100;

/// A state that somebody set.
struct StateAnnotation {
    annotation: Annotation,
    /// The annotation that it is about.
    target: ObjectId,
    /// Whether it is of the model by which remarks are ticked off.
    ticks: bool,
}

impl StateAnnotation {
    fn at(&self) -> Option<DateTime<FixedOffset>> {
        self.annotation.changed.or(self.annotation.created)
    }
}

/// The states of a file, each the newest of its author and model.
pub(super) struct States {
    set: Vec<StateAnnotation>,
    /// The newest state by what it is about: what became of it, and whether it is ticked off.
    newest: HashMap<ObjectId, [Option<RemarkState>; 2]>,
}

impl States {
    /// Takes annotations that say a state of the one that they answer.
    pub(super) fn of(annotations: Vec<Annotation>) -> Self {
        let about: HashMap<ObjectId, ObjectId> =
            annotations.iter().filter_map(|one| Some((one.id?, one.in_reply_to?))).collect();
        let mut set: Vec<StateAnnotation> = Vec::new();
        let mut latest: HashMap<(ObjectId, bool, Option<String>), usize> = HashMap::new();
        for annotation in annotations {
            let Some(mut target) = annotation.in_reply_to else { continue };
            // A later state answers an earlier one in some programs.
            for _ in 0..STEPS {
                let Some(next) = about.get(&target) else { break };
                target = *next;
            }
            let ticks = matches!(annotation.state.as_deref(), Some("Marked" | "Unmarked"));
            let whose = (target, ticks, annotation.author.clone());
            let one = StateAnnotation { annotation, target, ticks };
            match latest.get(&whose) {
                Some(known) if one.at() >= set[*known].at() => set[*known] = one,
                Some(_) => {}
                None => {
                    latest.insert(whose, set.len());
                    set.push(one);
                }
            }
        }
        let mut in_order: Vec<&StateAnnotation> = set.iter().collect();
        in_order.sort_by_key(|one| one.at());
        let mut newest: HashMap<ObjectId, [Option<RemarkState>; 2]> = HashMap::new();
        for one in in_order {
            let of_target = newest.entry(one.target).or_default();
            let new_state = one.annotation.state.as_deref().and_then(state);
            of_target[usize::from(one.ticks)] = new_state.and_then(in_force);
        }
        Self { set, newest }
    }

    /// What became of an annotation: the newest state, else whether it is ticked off.
    pub(super) fn about(&self, target: ObjectId) -> Option<RemarkState> {
        let [became, ticked] = self.newest.get(&target)?;
        became.or(*ticked)
    }

    /// Each state as a reply to what it is about, so that it is told who said it, and when.
    pub(super) fn replies(self, keys: &mut Keys) -> Vec<(ReturnedRemark, Option<ObjectId>)> {
        let reply = |StateAnnotation { annotation, target, .. }: StateAnnotation| {
            let at = annotation.changed.or(annotation.created);
            let state_name = annotation.state.as_deref().unwrap_or_default();
            let known = state(state_name);
            let mut words = annotation.words.as_str();
            if words.contains("set by") && words.trim_start().starts_with(state_name) {
                // The program wrote this, not the person.
                words = "";
            }
            let words = match known {
                None => format!("{state_name}\n{words}"),
                Some(_) => words.to_owned(),
            };
            let author = annotation.author.as_deref().unwrap_or_default();
            let time = at.map(|at| at.to_rfc3339()).unwrap_or_default();
            let name = annotation.name.as_deref().unwrap_or_default();
            // A program that sets another state under the same name says something new.
            let key = keys.unique(hash(&["state", name, state_name, author, &time]));
            let remark = ReturnedRemark {
                key,
                identity: None,
                reply_to: None,
                kind: if known.is_some() { RemarkKind::State } else { RemarkKind::Comment },
                state: known,
                author: annotation.author,
                at,
                words: written(&words).0,
                quoted: String::new(),
                before: String::new(),
                after: String::new(),
                new_words: None,
                paragraphs: None,
                place: None,
                page: Some(annotation.page),
                exported: None,
                changes: None,
            };
            (remark, Some(target))
        };
        self.set.into_iter().map(reply).collect()
    }
}

/// The state of this name.
pub(super) fn state(name: &str) -> Option<RemarkState> {
    Some(match name {
        "Accepted" => RemarkState::Accepted,
        "Rejected" => RemarkState::Rejected,
        "Completed" => RemarkState::Completed,
        "Cancelled" => RemarkState::Cancelled,
        "Marked" => RemarkState::Marked,
        "None" | "Unmarked" => RemarkState::TakenBack,
        _ => return None,
    })
}

/// The state, where it does not say that there is none any more.
pub(super) fn in_force(state: RemarkState) -> Option<RemarkState> {
    (state != RemarkState::TakenBack).then_some(state)
}
