//! Orders the revisions of one provider, oldest first, and checks what each says about the one before it.

use std::collections::{BTreeMap, BTreeSet};

use vurder_model::provider::{Change, Pack};

use super::revision::Revision;
use crate::problem::Problem;

/// A pack, with what its file says about the revision.
pub(super) struct Linked {
    pub(super) revision: Revision,
    pub(super) pack: Pack,
}

/// Orders the revisions of a provider, oldest first. Problems between them go to `problems`.
pub(super) fn in_order(mut revisions: Vec<Linked>, problems: &mut Vec<Problem>) -> Vec<Pack> {
    let names: BTreeSet<String> =
        revisions.iter().map(|linked| linked.revision.name.clone()).collect();
    let mut followed: BTreeMap<String, String> = BTreeMap::new();
    for Linked { revision, .. } in &revisions {
        let message = match &revision.follows {
            None => continue,
            Some(before) if !names.contains(before) => {
                format!("unknown revision \"{before}\": the provider has no folder of that name")
            }
            Some(before) => match followed.insert(before.clone(), revision.name.clone()) {
                Some(other) => format!("revision \"{before}\" is followed by \"{other}\" already"),
                None => continue,
            },
        };
        problems.push(Problem::new(&revision.file, revision.follows_line, message));
    }
    let mut ordered: Vec<Linked> = Vec::new();
    let first = revisions.iter().position(|linked| linked.revision.follows.is_none());
    let mut next = first.map(|at| revisions.remove(at));
    while let Some(linked) = next {
        if let Some(before) = ordered.last() {
            compare(before, &linked, problems);
        } else if let Some((line, _)) = linked.revision.became.first() {
            let message = "the first revision follows none, so nothing can have become of one";
            problems.push(Problem::new(&linked.revision.file, *line, message));
        }
        let name = linked.revision.name.clone();
        ordered.push(linked);
        let at = revisions.iter().position(|l| l.revision.follows.as_ref() == Some(&name));
        next = at.map(|at| revisions.remove(at));
    }
    for Linked { revision, .. } in &revisions {
        // A revision that does not exist or is followed twice was reported above.
        if problems.is_empty() {
            let message = "this revision does not stand in one line with the first one: say which one it follows";
            problems.push(Problem::new(&revision.file, revision.follows_line, message));
        }
    }
    ordered.into_iter().map(|linked| linked.pack).collect()
}

/// Reports what a revision says wrongly about the revision before it.
fn compare(before: &Linked, after: &Linked, problems: &mut Vec<Problem>) {
    let Linked { revision, pack } = after;
    let mut refuse = |line: usize, message: String| {
        problems.push(Problem::new(&revision.file, line, message));
    };
    if let (Some(earlier), Some(date)) = (before.revision.date, revision.date)
        && date <= earlier
    {
        let message = format!("the revision before is of {earlier}: a later one has a later day");
        refuse(revision.date_line, message);
    }
    let slug = |id: &str| id.split_once('/').map_or(id, |(_, slug)| slug).to_owned();
    let mut open: BTreeSet<String> =
        before.pack.statements.iter().map(|statement| slug(&statement.id)).collect();
    let known = open.clone();
    for (line, became) in &revision.became {
        let name = &became.statement;
        if !known.contains(name) {
            refuse(
                *line,
                format!("unknown statement \"{name}\": the revision before has none of that id"),
            );
        } else if !open.remove(name) {
            refuse(*line, format!("\"{name}\" stands here twice"));
        }
        let id = |slug: &String| format!("{}/{slug}", pack.provider);
        for now in became.now.iter().filter(|now| pack.statement(&id(now)).is_none()) {
            refuse(
                *line,
                format!("unknown statement \"{now}\": this revision has none of that id"),
            );
        }
        let hash = |pack: &Pack, name| pack.statement(&id(name)).map(|s| s.hash.clone());
        let earlier = hash(&before.pack, name);
        let same_words = match became.change {
            Change::Unchanged => hash(pack, name) == earlier,
            Change::Moved | Change::Relinked => {
                became.now.iter().any(|now| hash(pack, now) == earlier)
            }
            Change::Reworded | Change::Narrowed | Change::Widened | Change::Removed => true,
        };
        if !same_words {
            let change = match became.change {
                Change::Moved => "only moved",
                Change::Relinked => "only relinked",
                _ => "unchanged",
            };
            refuse(
                *line,
                format!(
                    "\"{name}\" has other words than in the revision before: it is not {change}"
                ),
            );
        }
        if let Some(since) = became.since {
            let early = before.revision.date.is_some_and(|date| since <= date);
            if early || revision.date.is_some_and(|date| since > date) {
                refuse(
                    *line,
                    format!("\"{name}\" changed on {since}: that is not between the two revisions"),
                );
            }
        }
    }
    for name in open {
        refuse(1, format!("nothing says what became of \"{name}\": add it to became"));
    }
}
