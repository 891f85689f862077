//! Finds the sentence in which something is cited.

use super::{Block, Inline, RichText};

/// Stands for a citation while sentences are looked for. No text holds this character.
const CITED: char = '\u{FFFC}';

impl RichText {
    /// The sentences that cite `citation`, in order, as plain words without the citations. A citation after the end of
    /// a sentence belongs to that sentence.
    #[must_use]
    pub fn sentences_citing(&self, citation: &str) -> Vec<String> {
        let mut found = Vec::new();
        look_through(&self.content, citation, &mut found);
        found
    }
}

fn look_through(blocks: &[Block], citation: &str, found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => {
                sentences(content, citation, found);
            }
            Block::BulletList { content } | Block::OrderedList { content, .. } => {
                content.iter().for_each(|item| look_through(&item.content, citation, found));
            }
            Block::Table { content } => {
                let cells = content.iter().flat_map(|row| &row.content);
                cells.for_each(|cell| look_through(cell.content(), citation, found));
            }
        }
    }
}

/// The sentences of one run of words that cite `citation`.
fn sentences(inlines: &[Inline], citation: &str, found: &mut Vec<String>) {
    let cites =
        |inline: &Inline| matches!(inline, Inline::Citation { attrs } if attrs.id == citation);
    if !inlines.iter().any(cites) {
        return;
    }
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => words.extend(text.chars().filter(|c| *c != CITED)),
            Inline::HardBreak {} => words.push(' '),
            Inline::Citation { .. } => {
                // The space before a citation belongs to the citation.
                if words.ends_with(' ') {
                    words.pop();
                }
                if cites(inline) {
                    words.push(CITED);
                }
            }
        }
    }
    let mut from = 0;
    for end in ends(&words) {
        let sentence = &words[from..end];
        from = end;
        if sentence.contains(CITED) {
            let plain = sentence.replace(CITED, "");
            found.push(plain.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}

/// The places at which the sentences of a run of words end; the last one is the end of the run. A sentence ends at `.`,
/// `!`, `?` or `…` if white space follows, and then no small letter. The citations that follow it belong to it.
fn ends(words: &str) -> Vec<usize> {
    let characters: Vec<(usize, char)> = words.char_indices().collect();
    let mut ends = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let closes = matches!(characters[at].1, '.' | '!' | '?' | '…');
        at += 1;
        if !closes {
            continue;
        }
        let mut next = at;
        let mut last_cited = at;
        let mut apart = false;
        while let Some((_, c)) = characters.get(next) {
            match c {
                &CITED => last_cited = next + 1,
                ')' | '"' | '”' | '’' if !apart => last_cited = next + 1,
                c if c.is_whitespace() => apart = true,
                _ => break,
            }
            next += 1;
        }
        let goes_on = characters.get(next).is_some_and(|(_, c)| c.is_lowercase());
        let cited = last_cited > at;
        if next < characters.len() && (apart || cited) && !goes_on {
            ends.push(characters.get(last_cited).map_or(words.len(), |(offset, _)| *offset));
            at = last_cited;
        }
    }
    ends.push(words.len());
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citing(markdown: &str) -> Vec<String> {
        RichText::from_markdown(markdown).sentences_citing("c")
    }

    #[test]
    fn a_citation_behind_a_sentence_belongs_to_it() {
        let text =
            "Backups are kept. Data is never shared. [x](cite:c) We ask for the audit report.";
        assert_eq!(citing(text), ["Data is never shared."]);
        assert_eq!(
            citing("Data is never shared.[x](cite:c)[y](cite:d) Next."),
            ["Data is never shared."]
        );
    }

    #[test]
    fn a_citation_within_a_sentence_gives_the_whole_sentence() {
        let text = "One. The audit (A.5.35, cf. section 3) [x](cite:c) is yearly. Two.";
        assert_eq!(citing(text), ["The audit (A.5.35, cf. section 3) is yearly."]);
        let text = "Certificates [y](cite:d), the list [x](cite:c), and terms.";
        assert_eq!(citing(text), ["Certificates, the list, and terms."]);
        assert_eq!(
            citing("Version 2.1 holds [x](cite:c) since May"),
            ["Version 2.1 holds since May"]
        );
    }

    #[test]
    fn lists_and_tables_are_looked_through_and_other_citations_left_out() {
        let text = "- One [x](cite:c)\n- Two [y](cite:d)\n\n| A | B |\n| --- | --- |\n| Three [x](cite:c) | Four |";
        assert_eq!(citing(text), ["One", "Three"]);
        assert_eq!(citing("Nothing [y](cite:d)."), Vec::<String>::new());
    }
}
