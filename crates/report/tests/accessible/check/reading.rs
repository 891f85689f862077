//! A PDF file in which references are followed.

use lopdf::{Dictionary, Document, Object, ObjectId};

pub struct File {
    pub pdf: Document,
    /// The pages in order.
    pub pages: Vec<ObjectId>,
}

impl File {
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let pdf = Document::load_mem(bytes).map_err(|error| error.to_string())?;
        let pages = pdf.get_pages().into_values().collect();
        Ok(Self { pdf, pages })
    }

    /// The object itself, behind any number of references.
    pub fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.pdf.dereference(object).map_or(&Object::Null, |(_, object)| object)
    }

    pub fn get<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Object> {
        let object = self.follow(dict.get(key.as_bytes()).ok()?);
        (!matches!(object, Object::Null)).then_some(object)
    }

    pub fn dict<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        self.as_dict(self.get(dict, key)?)
    }

    pub fn array<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Vec<&'a Object> {
        match self.get(dict, key) {
            Some(Object::Array(items)) => items.iter().collect(),
            _ => Vec::new(),
        }
    }

    pub fn name(&self, dict: &Dictionary, key: &str) -> String {
        let name = self.get(dict, key).and_then(|object| object.as_name().ok());
        name.map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
    }

    pub fn number(&self, dict: &Dictionary, key: &str) -> Option<i64> {
        self.get(dict, key)?.as_i64().ok()
    }

    pub fn text(&self, dict: &Dictionary, key: &str) -> String {
        self.get(dict, key).map(text).unwrap_or_default()
    }

    /// The dictionary of an object, or of a stream.
    pub fn as_dict<'a>(&'a self, object: &'a Object) -> Option<&'a Dictionary> {
        match self.follow(object) {
            Object::Dictionary(dict) => Some(dict),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    /// The bytes of a stream, unpacked.
    pub fn stream(&self, dict: &Dictionary, key: &str) -> Option<Vec<u8>> {
        let stream = self.get(dict, key)?.as_stream().ok()?;
        if stream.dict.has(b"Filter") {
            stream.decompressed_content().ok()
        } else {
            Some(stream.content.clone())
        }
    }

    pub fn catalog(&self) -> &Dictionary {
        self.pdf.catalog().expect("a file that was read has a catalog")
    }

    pub fn page(&self, index: usize) -> &Dictionary {
        self.pdf.get_dictionary(self.pages[index]).expect("a page")
    }

    /// The entries of a name tree or a number tree, in the order of the file.
    pub fn leaves<'a>(&'a self, tree: &'a Dictionary, key: &str) -> Vec<(&'a Object, &'a Object)> {
        let mut found: Vec<_> =
            self.array(tree, key).chunks(2).map(|pair| (pair[0], pair[pair.len() - 1])).collect();
        for kid in self.array(tree, "Kids") {
            found.extend(self.as_dict(kid).map_or(Vec::new(), |kid| self.leaves(kid, key)));
        }
        found
    }
}

/// A text string.
pub fn text(object: &Object) -> String {
    let Object::String(bytes, _) = object else { return String::new() };
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => {
            let units: Vec<u16> =
                units.chunks(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
