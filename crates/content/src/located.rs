//! A YAML file as a tree that knows the line of every key and value.
//!
//! The types of the model do not have lines. Therefore a template with mistakes is read a second time as such a tree,
//! and the checks go through both in parallel. Overlays of labels are read only as such a tree.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;

/// A value of the file, with its line. For an alias (`*name`), it is the line of the value that the alias names.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) line: usize,
    pub(crate) tree: Tree,
}

/// The kind of a value.
#[derive(Debug)]
pub(crate) enum Tree {
    /// Values by key, in the order of the file.
    Map(Vec<(String, Node)>),
    /// Values one after the other.
    List(Vec<Node>),
    /// A text.
    Text(String),
    /// A number, a boolean, or no value.
    Other,
}

/// A place in the file: the place of a value, or, if there is no such value, the place in which it should stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'t> {
    file: &'t str,
    node: Option<&'t Node>,
    line: usize,
}

impl<'t> At<'t> {
    /// The whole file. If its lines are not known, every place is the first line.
    pub(crate) fn root(file: &'t str, node: Option<&'t Node>) -> Self {
        Self { file, node, line: node.map_or(1, |n| n.line) }
    }

    /// The value under a key.
    pub(crate) fn key(self, key: &str) -> Self {
        let child = match self.node.map(|n| &n.tree) {
            Some(Tree::Map(entries)) => entries.iter().find(|(k, _)| k == key).map(|(_, n)| n),
            _ => None,
        };
        self.child(child)
    }

    /// An item of a list, counted from 0.
    pub(crate) fn item(self, at: usize) -> Self {
        let child = match self.node.map(|n| &n.tree) {
            Some(Tree::List(items)) => items.get(at),
            _ => None,
        };
        self.child(child)
    }

    fn child(self, node: Option<&'t Node>) -> Self {
        Self { node, line: node.map_or(self.line, |n| n.line), ..self }
    }

    /// The name of the file, as the reader knows it.
    pub(crate) fn file(self) -> &'t str {
        self.file
    }

    /// The line, counted from 1.
    pub(crate) fn line(self) -> usize {
        self.line
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Tree>::deserialize(from)?;
        let line = usize::try_from(spanned.defined.line()).unwrap_or(usize::MAX);
        Ok(Self { line, tree: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry::<String, Node>()? {
            entries.push(entry);
        }
        Ok(Tree::Map(entries))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Node>()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Tree, D::Error> {
        Tree::deserialize(from)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }
}
