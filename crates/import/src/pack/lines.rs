//! Writes JSON with one line for each field and each entry; the entries themselves are in one line. Such files are
//! small, can be compared line by line, and have useful line numbers.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// The greatest depth in the tree at which entries have lines of their own.
const DEEPEST: usize = 2;

/// Writes `value` as JSON, with a line end after it.
pub(super) fn json(value: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut out = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut out, Lines::default()))?;
    out.push(b'\n');
    Ok(out)
}

#[derive(Default)]
struct Lines {
    depth: usize,
    /// Whether the array or object that ends next has an element.
    is_filled: bool,
}

impl Lines {
    fn begin<W: Write + ?Sized>(&mut self, to: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.is_filled = false;
        to.write_all(sign)
    }

    fn entry<W: Write + ?Sized>(&self, to: &mut W, is_first: bool) -> io::Result<()> {
        if !is_first {
            to.write_all(b",")?;
        }
        if self.depth <= DEEPEST {
            return self.line(to);
        }
        if is_first { Ok(()) } else { to.write_all(b" ") }
    }

    fn end<W: Write + ?Sized>(&mut self, to: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.is_filled && self.depth < DEEPEST {
            self.line(to)?;
        }
        to.write_all(sign)
    }

    fn line<W: Write + ?Sized>(&self, to: &mut W) -> io::Result<()> {
        to.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| to.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.begin(to, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(
        &mut self,
        to: &mut W,
        is_first: bool,
    ) -> io::Result<()> {
        self.entry(to, is_first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.begin(to, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(
        &mut self,
        to: &mut W,
        is_first: bool,
    ) -> io::Result<()> {
        self.entry(to, is_first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn fields_and_entries_have_lines_of_their_own() {
        let value =
            serde_json::json!({"a": [], "b": [{"c": [1, 2], "d": {}}, 3], "e": {"f": null}});
        let written = String::from_utf8(json(&value).unwrap()).unwrap();
        assert_eq!(
            written,
            "{\n  \"a\": [],\n  \"b\": [\n    {\"c\": [1, 2], \"d\": {}},\n    3\n  ],\n  \
             \"e\": {\n    \"f\": null\n  }\n}\n"
        );
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), value);
    }
}
