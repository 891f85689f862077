//! Reads ToUnicode tables (ISO 32000-1, 9.10.3): which characters the codes of a font stand for.

use std::collections::HashMap;

use super::operands::{Operand, Operators};

/// The greatest number of codes of one font.
const CODES: usize = 70_000;

/// The characters of each code.
#[derive(Debug, Default)]
pub(super) struct ToUnicode {
    says: HashMap<u32, String>,
}

impl ToUnicode {
    /// Reads a table.
    pub(super) fn read(content: &[u8]) -> Self {
        let mut table = Self::default();
        let mut operators = Operators::new(content);
        let mut operands = Vec::new();
        while let Some(operator) = operators.next(&mut operands) {
            match operator {
                b"endbfchar" => {
                    for pair in operands.as_chunks::<2>().0 {
                        if let [Operand::Text(code), Operand::Text(says)] = pair {
                            table.set(number(code), utf16(says, 0));
                        }
                    }
                }
                b"endbfrange" => {
                    for range in operands.as_chunks::<3>().0 {
                        if let [Operand::Text(first), Operand::Text(last), says] = range {
                            table.range(number(first), number(last), says);
                        }
                    }
                }
                _ => {}
            }
        }
        table
    }

    fn set(&mut self, code: u32, says: String) {
        if self.says.len() < CODES {
            self.says.insert(code, says);
        }
    }

    fn range(&mut self, first: u32, last: u32, says: &Operand) {
        let codes = (first..=last).take(CODES);
        match says {
            Operand::Text(first) => {
                for (code, by) in codes.zip(0..) {
                    self.set(code, utf16(first, by));
                }
            }
            Operand::Array(each) => {
                for (code, says) in codes.zip(each) {
                    if let Operand::Text(says) = says {
                        self.set(code, utf16(says, 0));
                    }
                }
            }
            _ => {}
        }
    }

    /// The characters of a code.
    pub(super) fn get(&self, code: u32) -> Option<&str> {
        self.says.get(&code).map(String::as_str)
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |value, byte| (value << 8) | u32::from(*byte))
}

/// Decodes UTF-16. The code point of the last character is increased by `by`, as a range of codes needs it.
fn utf16(bytes: &[u8], by: u32) -> String {
    let units: Vec<u16> = match bytes {
        [one] => vec![u16::from(*one)],
        _ => bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect(),
    };
    let mut says: String = char::decode_utf16(units.into_iter().take(32))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if by > 0
        && let Some(last) = says.pop()
    {
        let moved = char::from_u32((last as u32).saturating_add(by));
        says.push(moved.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    says
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_ranges_are_read() {
        let table = ToUnicode::read(
            b"1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <00660069>\n<0002> \
              <D83DDE00> endbfchar 2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <0062>] endbfrange",
        );
        let says: Vec<_> =
            [1, 2, 0x10, 0x12, 0x21, 0x22].map(|code| table.get(code).unwrap_or("-")).to_vec();
        assert_eq!(says, ["fi", "😀", "A", "C", "b", "-"]);
    }

    #[test]
    fn a_range_over_everything_is_bounded() {
        let table = ToUnicode::read(b"<00000000> <ffffffff> <0041> endbfrange");
        assert_eq!(table.says.len(), CODES);
    }
}
