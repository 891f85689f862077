//! How well the proposals fit what those who keep packs say.

use vurder_model::provider::Pack;

use super::TopicWords;

/// How many topics were proposed for statements of packs, and how many of them the packs name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measured {
    /// Topics that were proposed.
    pub proposed: usize,
    /// Those of them that the packs name for the statement.
    pub right: usize,
    /// Topics that the packs name.
    pub wanted: usize,
}

impl Measured {
    /// The share of the proposals that are right, 0 to 1; 1 where none was made.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.right, self.proposed)
    }

    /// The share of the topics named in the packs that were proposed, 0 to 1; 1 where none is named.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.right, self.wanted)
    }
}

/// Counts of statements stay far below the numbers that a float holds exactly.
#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl TopicWords {
    /// Holds the proposals for the words of each statement against the topics that its pack names.
    #[must_use]
    pub fn measure<'a>(&self, packs: impl IntoIterator<Item = &'a Pack>) -> Measured {
        let mut measured = Measured::default();
        for statement in packs.into_iter().flat_map(|pack| &pack.statements) {
            let proposed = self.propose(&statement.words);
            measured.proposed += proposed.len();
            measured.wanted += statement.topics.len();
            let named = |topic: &String| statement.topics.contains(topic);
            measured.right += proposed.iter().filter(|proposal| named(&proposal.topic)).count();
        }
        measured
    }
}
