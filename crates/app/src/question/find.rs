//! Finds words in the answers of a project.

use crate::app::App;
use crate::error::Outcome;
use crate::find_answers::FoundPlaces;
use crate::find_arguments::Find;
use crate::found_places::{found_places, sought};

/// The places in which the words stand, each with the text around the words.
pub(crate) fn find(app: &mut App, of: Find) -> Outcome<FoundPlaces> {
    let sought = sought(&of.words, of.case, of.whole)?;
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    Ok(found_places(&app.library, facts, &sought))
}
