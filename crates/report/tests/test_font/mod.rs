//! Generates a font. Each letter is a box whose width depends on its place in the list.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used)]

/// The font to generate.
pub struct TestFont<'a> {
    pub family: &'a str,
    pub letters: &'a str,
    /// Whether its letters have outlines.
    pub drawn: bool,
    /// The uses that the licence bits forbid (`fsType` in the table OS/2).
    pub forbidden: u16,
}

const EM: u16 = 1000;

fn advance(at: usize) -> u16 {
    400 + 20 * at as u16
}

impl TestFont<'_> {
    /// The bytes of the font file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut letters: Vec<char> = self.letters.chars().collect();
        letters.sort_unstable();
        letters.dedup();
        let count = letters.len() as u16 + 1;
        let (mut glyf, mut loca, mut hmtx) = (Vec::new(), vec![0_u32], Vec::new());
        for at in 0..usize::from(count) {
            hmtx.extend(words(&[advance(at), 50]));
            if at == 0 || self.drawn {
                glyf.extend(rectangle(50, 0, advance(at) - 50, 600));
            }
            loca.push(glyf.len() as u32);
        }
        let mut tables: Vec<(&[u8; 4], Vec<u8>)> = vec![
            (b"OS/2", self.os2()),
            (b"cmap", cmap(&letters)),
            (b"glyf", glyf),
            (b"head", head()),
            (b"hhea", hhea(count)),
            (b"hmtx", hmtx),
            (b"loca", loca.iter().flat_map(|at| at.to_be_bytes()).collect()),
            (b"maxp", words(&[0, 1, count, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])),
            (b"name", self.name()),
            (b"post", [words(&[3, 0, 0, 0, 0, 0]), vec![0; 20]].concat()),
        ];
        tables[7].1[0..4].copy_from_slice(&[0, 1, 0, 0]);
        file(&tables)
    }

    fn os2(&self) -> Vec<u8> {
        let mut table = words(&[4, 500, 400, 5, self.forbidden]);
        table.resize(96, 0);
        table
    }

    fn name(&self) -> Vec<u8> {
        let mut records = Vec::new();
        let mut storage: Vec<u8> = Vec::new();
        let script: String = self.family.chars().filter(|c| *c != ' ').collect();
        for (id, text) in [(1, self.family), (2, "Regular"), (6, &script)] {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            records.extend(words(&[3, 1, 0x409, id, bytes.len() as u16, storage.len() as u16]));
            storage.extend(bytes);
        }
        [words(&[0, 3, 6 + 3 * 12]), records, storage].concat()
    }
}

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

fn rectangle(left: u16, bottom: u16, right: u16, top: u16) -> Vec<u8> {
    let (width, height) = (right - left, top - bottom);
    let mut glyph = words(&[1, left, bottom, right, top, 3, 0]);
    glyph.extend([1; 4]);
    glyph.extend(words(&[left, width, 0, width.wrapping_neg()]));
    glyph.extend(words(&[bottom, 0, height, 0]));
    glyph
}

fn cmap(letters: &[char]) -> Vec<u8> {
    let mut table = words(&[0, 1, 3, 10, 0, 12, 12, 0]);
    table.extend((16 + 12 * letters.len() as u32).to_be_bytes());
    table.extend(0_u32.to_be_bytes());
    table.extend((letters.len() as u32).to_be_bytes());
    for (at, letter) in letters.iter().enumerate() {
        for number in [*letter as u32, *letter as u32, at as u32 + 1] {
            table.extend(number.to_be_bytes());
        }
    }
    table
}

fn head() -> Vec<u8> {
    let mut table = words(&[1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, EM]);
    table.resize(36, 0);
    // From here: bounding box of all glyphs, style, smallest size, direction, long offsets, format.
    table.extend(words(&[0, 0, EM, 700, 0, 8, 2, 1, 0]));
    table
}

fn hhea(count: u16) -> Vec<u8> {
    let mut table = words(&[1, 0, 800, 200_u16.wrapping_neg(), 0, EM]);
    table.resize(34, 0);
    table.extend(count.to_be_bytes());
    table
}

fn file(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = vec![0, 1, 0, 0];
    out.extend(words(&[tables.len() as u16, 128, 3, 32]));
    let mut at = 12 + 16 * tables.len();
    for (tag, table) in tables {
        out.extend(**tag);
        out.extend([0; 4]);
        out.extend((at as u32).to_be_bytes());
        out.extend((table.len() as u32).to_be_bytes());
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}
