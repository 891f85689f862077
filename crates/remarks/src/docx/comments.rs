//! Reads comments (ISO/IEC 29500-1, 17.13.4), and the additions of later programs: replies, and whether a comment is
//! resolved.

use std::collections::HashMap;

use super::xml::{Fault, Vocabulary, XmlEvent, walk};
use crate::limits::REMARKS;

/// A comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Comment {
    /// The number by which the text refers to it.
    pub(super) id: String,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) words: String,
    /// The id of its last paragraph, by which the additions refer to it.
    pub(super) paragraph: Option<String>,
}

/// Reads the comments of a part.
pub(super) fn read(content: &str) -> Result<Vec<Comment>, Fault> {
    let mut comments: Vec<Comment> = Vec::new();
    let mut open: Option<Comment> = None;
    let mut in_text = false;
    walk(content, |met| match met {
        XmlEvent::Start(Vocabulary::Word, name, attributes) => match (name.as_str(), &mut open) {
            ("comment", _) => {
                let text =
                    |key| attributes.get(key).map(str::to_owned).filter(|text| !text.is_empty());
                open = Some(Comment {
                    id: text("id").unwrap_or_default(),
                    author: text("author"),
                    date: text("date"),
                    ..Comment::default()
                });
            }
            ("p", Some(comment)) => {
                if !comment.words.is_empty() {
                    comment.words.push('\n');
                }
                comment.paragraph =
                    attributes.get("paraId").map(str::to_owned).or(comment.paragraph.take());
            }
            ("t", Some(_)) => in_text = true,
            ("br" | "cr", Some(comment)) => comment.words.push('\n'),
            ("tab", Some(comment)) => comment.words.push(' '),
            ("noBreakHyphen", Some(comment)) => comment.words.push('-'),
            _ => {}
        },
        XmlEvent::End(Vocabulary::Word, name) => match name.as_str() {
            // One more than is read tells that there are too many.
            "comment" if comments.len() <= REMARKS => comments.extend(open.take()),
            "t" => in_text = false,
            _ => {}
        },
        XmlEvent::Text(text) if in_text => {
            if let Some(comment) = &mut open {
                comment.words.push_str(&text);
            }
        }
        _ => {}
    })?;
    if comments.len() > REMARKS { Err(Fault::TooMany) } else { Ok(comments) }
}

/// What the additions hold about a comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Extended {
    /// The id of the last paragraph of the comment that it answers.
    pub(super) parent: Option<String>,
    pub(super) done: bool,
}

/// Reads the additions, by the id of the last paragraph of each comment.
pub(super) fn extended(content: &str) -> Result<HashMap<String, Extended>, Fault> {
    let mut found = HashMap::new();
    walk(content, |met| {
        if let XmlEvent::Start(Vocabulary::Extension, name, attributes) = met
            && name == "commentEx"
            && let Some(paragraph) = attributes.get("paraId")
        {
            let parent = attributes.get("paraIdParent").map(str::to_owned);
            let done = matches!(attributes.get("done"), Some("1" | "true" | "on"));
            found.insert(paragraph.to_owned(), Extended { parent, done });
        }
    })?;
    Ok(found)
}
