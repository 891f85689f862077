//! Reads a returned file from the disk, compares it with the project, and finds places for its remarks. Nothing in here
//! writes to the workspace.

mod edited;
mod known_file;
mod place;
mod planned;
mod refused;
mod reviewer_words;
mod short_hash;
mod warnings;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use vurder_content::Messages;
use vurder_model::id::RowId;
use vurder_model::role::FieldRole;
use vurder_remarks::{FileKind, RemarkKind, RemarkState, ReturnedFile, ReturnedRemark};

use crate::chosen_file::bytes_of;
use crate::error::Outcome;
use crate::facts::Facts;
use crate::library::Library;
use crate::remark_told::Told;
use crate::remarks::{all_remarks, remark};
pub(crate) use crate::returned::known_file::file_with_bytes;
use crate::returned::place::Places;
pub(crate) use crate::returned::place::{RemarkPlace, answers_with_words};
pub(crate) use crate::returned::planned::{Planned, PlannedRemark};
use crate::returned::short_hash::short_hash;
pub(crate) use crate::returned::warnings::{problems, warnings};

/// A returned file and its bytes.
pub(crate) struct FileRead {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) file: ReturnedFile,
}

/// Reads a returned file.
///
/// # Errors
/// Nothing in the file can be used. The message names the file.
pub(crate) fn read_file(path: &Path, password: Option<&str>) -> Outcome<FileRead> {
    let bytes = bytes_of(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let file = vurder_remarks::read(&name, &bytes, password).map_err(|why| refused::fault(&why))?;
    Ok(FileRead { name, bytes, file })
}

/// Compares a file with the project as it stands now.
pub(crate) fn plan<'f>(
    library: &Library,
    messages: &Messages,
    facts: &Facts,
    file: &'f ReturnedFile,
) -> Planned<'f> {
    let register = library.role(FieldRole::RemarkWords).0;
    let rows = facts.project.rows.iter().filter(|row| row.register == register);
    let mut known: HashMap<&str, &RowId> = HashMap::new();
    for row in rows {
        let states = remark(library, row).seen.split_whitespace();
        known.extend(row.key.as_deref().into_iter().chain(states).map(|key| (key, &row.id)));
    }
    let other_project =
        file.of.as_ref().is_some_and(|of| of.project != facts.project.head.id.as_str());
    let places = Places::of(library, facts, file.of.as_ref().map(|of| of.form.as_str()));
    let mut set: HashMap<&str, Vec<&str>> = HashMap::new();
    for state in file.remarks.iter().filter(|remark| remark.kind == RemarkKind::State) {
        set.entry(state.reply_to.as_deref().unwrap_or_default()).or_default().push(&state.key);
    }
    let mut by_file_key: HashMap<&str, RemarkPlace> = HashMap::new();
    let mut seen: HashSet<String> = HashSet::new();
    let mut remarks = Vec::with_capacity(file.remarks.len());
    for returned in &file.remarks {
        let key = key_of(returned);
        // A file may hold the same remark twice.
        if !seen.insert(key.clone()) {
            continue;
        }
        let parent = returned.reply_to.as_deref().and_then(|parent| by_file_key.get(parent));
        let place = match (parent, other_project) {
            (Some(parent), _) => parent.clone(),
            // In another project, the same ids name other rows.
            (None, true) => RemarkPlace::Nowhere,
            (None, false) => places.find(returned),
        };
        by_file_key.insert(&returned.key, place.clone());
        let known = known.get(key.as_str()).map(|id| (*id).clone());
        let identity = edited::identity(file.of.as_ref(), returned);
        let words = reviewer_words::words_of(returned, messages);
        let by = set.get(returned.key.as_str()).map(|by| by.join(" ")).unwrap_or_default();
        let done = is_done(returned).then(|| short_hash(&["done", &returned.key, &by]));
        let (told, edits) = (Told::of(returned), None);
        let one = PlannedRemark { returned, words, told, done, key, known, identity, edits, place };
        remarks.push(one);
    }
    edited::find_edits(&mut remarks, &all_remarks(library, &facts.project));
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    let authors = file.remarks.iter().filter_map(|remark| remark.author.as_deref());
    authors.map(str::trim).for_each(|author| *counted.entry(author).or_default() += 1);
    let mut people: Vec<(&str, usize)> =
        counted.into_iter().filter(|(author, _)| !author.is_empty()).collect();
    people.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Planned {
        remarks,
        other_project,
        version: if other_project { None } else { version_of(facts, file) },
        last_version: facts.files.versions.last().map(|line| line.number),
        people: people.into_iter().map(|(author, _)| author.to_owned()).collect(),
    }
}

/// Whether a reviewer says that nothing is left to do about a remark.
pub(crate) fn is_done(remark: &ReturnedRemark) -> bool {
    let says = matches!(
        remark.state,
        Some(RemarkState::Completed | RemarkState::Cancelled | RemarkState::Marked)
    );
    says && remark.kind != RemarkKind::State
}

/// The version of the report in a file, if it is a version of the project. A person gives the report of a draft a name
/// of its own, which can be a number, too. PDF files of earlier versions of the program say the number by that name,
/// and do not say whether they are of a draft.
fn version_of(facts: &Facts, file: &ReturnedFile) -> Option<u32> {
    let of = file.of.as_ref()?;
    let is_old = file.kind == FileKind::Pdf && !of.draft;
    let named = || of.report_version.trim().parse().ok().filter(|_| is_old);
    let number: u32 = of.frozen.or_else(named)?;
    facts.files.versions.iter().map(|line| line.number).find(|known| *known == number)
}

/// The key of a remark's row: the same for the same words of the same person, another one if the words changed.
fn key_of(remark: &ReturnedRemark) -> String {
    let author = remark.author.as_deref().unwrap_or_default();
    let new_words = remark.new_words.as_deref().unwrap_or_default();
    short_hash(&[&remark.key, author, &remark.words, &remark.quoted, new_words])
}
