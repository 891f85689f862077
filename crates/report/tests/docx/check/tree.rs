//! XML as a tree. The strict reader here shares no code with the writer.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// An element.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// The name with its prefix.
    pub name: String,
    /// Attributes in order.
    pub attributes: Vec<(String, String)>,
    /// The child nodes.
    pub content: Vec<Node>,
}

/// A child of an element.
#[derive(Debug, Clone)]
pub enum Node {
    Element(Element),
    Words(String),
}

impl Element {
    /// The value of an attribute; empty where it is missing.
    pub fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// The child elements.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    /// The first child element with a name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The attribute `w:val` of a child element.
    pub fn value(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.get("w:val"))
    }

    /// The element and all elements below it, in order.
    pub fn all(&self) -> impl Iterator<Item = &Element> {
        let mut found = vec![self];
        self.collect(&mut found);
        found.into_iter()
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a Element>) {
        for element in self.elements() {
            found.push(element);
            element.collect(found);
        }
    }

    /// All elements below it with a name.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all().filter(move |element| element.name == name)
    }

    /// The words that a reader sees, with a new line for each paragraph and each break.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.read_words(&mut words);
        words
    }

    fn read_words(&self, words: &mut String) {
        for node in &self.content {
            match node {
                Node::Words(text) => words.push_str(text),
                Node::Element(element) if element.name == "w:instrText" => {}
                Node::Element(element) => {
                    element.read_words(words);
                    match element.name.as_str() {
                        "w:p" | "w:br" => words.push('\n'),
                        "w:tab" => words.push('\t'),
                        _ => {}
                    }
                }
            }
        }
    }
}

/// Reads a part. The error says what is not well formed.
pub fn parse(text: &str) -> Result<Element, String> {
    if let Some(wrong) = text.chars().find(|c| {
        !matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    }) {
        return Err(format!("{wrong:?} is no character of XML"));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|e| e.to_string())?;
        match event {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let element = element(&start)?;
                put(&mut open, Node::Element(element))?;
            }
            Event::End(_) => {
                let element = open.pop().ok_or("closed too often")?;
                put(&mut open, Node::Element(element))?;
            }
            Event::Text(words) => {
                if open.len() > 1 {
                    put(&mut open, Node::Words(words.xml10_content().into_owned()))?;
                }
            }
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                let words = quick_xml::escape::unescape(&entity).map_err(|e| e.to_string())?;
                put(&mut open, Node::Words(words.into_owned()))?;
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => return Err(format!("{other:?} has no place here")),
        }
    }
    match (open.len(), open.pop()) {
        (1, Some(root)) if root.elements().count() == 1 => {
            root.elements().next().cloned().ok_or_else(|| "nothing".to_owned())
        }
        _ => Err("it is not one element, closed".to_owned()),
    }
}

fn put(open: &mut [Element], node: Node) -> Result<(), String> {
    open.last_mut().ok_or("closed too often")?.content.push(node);
    Ok(())
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let name = start.name().as_ref().to_owned();
    let mut element = Element { name, ..Element::default() };
    let mut known = BTreeSet::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        let name = attribute.key.as_ref().to_owned();
        let value =
            attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|e| e.to_string())?;
        if !known.insert(name.clone()) {
            return Err(format!("{name} is there twice"));
        }
        element.attributes.push((name, value.into_owned()));
    }
    Ok(element)
}
