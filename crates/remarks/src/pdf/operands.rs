//! Reads the operators and operands of content streams (ISO 32000-1, 7.8.2), one after the other.
//!
//! Content may be large, so none of it is kept: the caller handles an operator before the next one is read.

/// The greatest depth of arrays and dictionaries.
const DEPTH: usize = 16;
/// The greatest number of items of an array, and of operands of an operator. The rest is left out.
const ITEMS: usize = 65_536;

/// An operand.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Operand>),
    Entries(Vec<(String, Operand)>),
    /// `true`, `false`, `null`, and anything that is no operand.
    Other,
}

enum Token<'a> {
    Operand(Operand),
    Word(&'a [u8]),
    Open(u8),
    Close,
}

/// Reads a content stream.
pub(super) struct Operators<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Operators<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Returns the next operator, and puts its operands into `operands`. `None` at the end of the content.
    pub(super) fn next(&mut self, operands: &mut Vec<Operand>) -> Option<&'a [u8]> {
        operands.clear();
        loop {
            match self.token()? {
                Token::Word(b"ID") => self.skip_image(),
                Token::Word(word @ (b"true" | b"false" | b"null")) => {
                    debug_assert!(!word.is_empty());
                    operands.push(Operand::Other);
                }
                Token::Word(word) => return Some(word),
                Token::Operand(operand) if operands.len() < ITEMS => operands.push(operand),
                Token::Open(kind) => {
                    let value = self.collection(kind, DEPTH);
                    if operands.len() < ITEMS {
                        operands.push(value);
                    }
                }
                Token::Operand(_) | Token::Close => {}
            }
        }
    }

    fn collection(&mut self, kind: u8, depth: usize) -> Operand {
        let mut items = Vec::new();
        while let Some(token) = self.token() {
            let item = match token {
                Token::Close => break,
                // An operator within an array: the end of the array is missing.
                Token::Word(_) => Operand::Other,
                Token::Operand(operand) => operand,
                Token::Open(_) if depth == 0 => Operand::Other,
                Token::Open(inner) => self.collection(inner, depth - 1),
            };
            if items.len() < ITEMS {
                items.push(item);
            }
        }
        if kind == b'[' {
            return Operand::Array(items);
        }
        let mut entries = Vec::new();
        let mut rest = items.into_iter();
        while let (Some(key), Some(value)) = (rest.next(), rest.next()) {
            if let Operand::Name(key) = key {
                entries.push((key, value));
            }
        }
        Operand::Entries(entries)
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn token(&mut self) -> Option<Token<'a>> {
        loop {
            match self.peek(0)? {
                b'%' => {
                    while self.peek(0).is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                        self.at += 1;
                    }
                }
                byte if is_white(byte) => self.at += 1,
                _ => break,
            }
        }
        let byte = self.peek(0)?;
        let pair = self.peek(1) == Some(byte);
        match byte {
            b'(' => Some(Token::Operand(Operand::Text(self.literal()))),
            b'<' if pair => {
                self.at += 2;
                Some(Token::Open(b'<'))
            }
            b'<' => Some(Token::Operand(Operand::Text(self.hexadecimal()))),
            b'>' => {
                self.at += if pair { 2 } else { 1 };
                Some(Token::Close)
            }
            b'[' => {
                self.at += 1;
                Some(Token::Open(b'['))
            }
            b']' | b'{' | b'}' | b')' => {
                self.at += 1;
                Some(Token::Close)
            }
            b'/' => {
                self.at += 1;
                Some(Token::Operand(Operand::Name(name(self.regular()))))
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => {
                let digits = self.regular();
                Some(Token::Operand(number(digits).map_or(Operand::Other, Operand::Number)))
            }
            _ => Some(Token::Word(self.regular())),
        }
    }

    /// The bytes up to the next white space or delimiter; empty if the next byte is one of these.
    fn regular(&mut self) -> &'a [u8] {
        let from = self.at;
        while self.peek(0).is_some_and(|byte| !is_white(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        self.bytes.get(from..self.at).unwrap_or_default()
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1_u32;
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                b'\r' => {
                    if self.peek(0) == Some(b'\n') {
                        self.at += 1;
                    }
                    text.push(b'\n');
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek(0) else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => {
                if self.peek(0) == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek(0) else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((value & 0xff) as u8);
            }
            byte => text.push(byte),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            digits.extend(char::from(byte).to_digit(16).map(|digit| digit as u8));
        }
        digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect()
    }

    /// Skips the bytes of an inline image, up to the word `EI`.
    fn skip_image(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest.windows(4).position(|window| {
            is_white(window[0]) && &window[1..3] == b"EI" && is_white(window[3])
        });
        self.at = end.map_or(self.bytes.len(), |end| self.at + end + 1);
    }
}

fn is_white(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn number(digits: &[u8]) -> Option<f64> {
    std::str::from_utf8(digits).ok()?.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A name. `#xx` in it stands for the byte with this hexadecimal number.
fn name(written: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.iter().copied();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        if byte == b'#'
            && let (Some(high), Some(low)) = (digit(ahead.next()), digit(ahead.next()))
        {
            bytes.push((high * 16 + low) as u8);
            rest = ahead;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &[u8]) -> Vec<(String, Vec<Operand>)> {
        let mut operators = Operators::new(content);
        let mut operands = Vec::new();
        let mut found = Vec::new();
        while let Some(operator) = operators.next(&mut operands) {
            found.push((String::from_utf8_lossy(operator).into_owned(), operands.clone()));
        }
        found
    }

    #[test]
    fn operands_stand_before_their_operator() {
        let found = read(b"/T#201 -1.5 Tf % note\n[(a\\)\\101(b))-20<41 4>]TJ /S <</K [1]>> BDC");
        let text = |bytes: &[u8]| Operand::Text(bytes.to_vec());
        assert_eq!(
            found,
            [
                ("Tf".into(), vec![Operand::Name("T 1".into()), Operand::Number(-1.5)]),
                (
                    "TJ".into(),
                    vec![Operand::Array(vec![
                        text(b"a)A(b)"),
                        Operand::Number(-20.0),
                        text(b"A@")
                    ])]
                ),
                (
                    "BDC".into(),
                    vec![
                        Operand::Name("S".into()),
                        Operand::Entries(vec![(
                            "K".into(),
                            Operand::Array(vec![Operand::Number(1.0)])
                        )])
                    ]
                ),
            ]
        );
    }

    #[test]
    fn an_image_in_the_content_is_passed_over() {
        let found = read(b"q BI /W 1 /H 1 ID (((\xff\x00 EI Q");
        let names: Vec<_> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["q", "BI", "EI", "Q"]);
    }

    #[test]
    fn what_has_no_end_ends_with_the_content() {
        for content in [&b"(abc"[..], b"[[[[", b"<<", b"<4", b"BI ID", b"\\", b"%"] {
            assert_eq!(read(content).iter().filter(|(name, _)| name == "Tj").count(), 0);
        }
        let deep = [b"[".repeat(100_000), b"1 ".to_vec(), b"]".repeat(100_000), b" TJ".to_vec()];
        assert_eq!(read(&deep.concat()).len(), 1);
    }
}
