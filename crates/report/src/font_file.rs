//! Reads one face of a font file (ISO/IEC 14496-22), without tables that are not needed.
//!
//! Font files with all Chinese letters have many megabytes and several faces. Only the tables of one face are read from
//! them. Together they are a font file again.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// The tables that describe a font and name its letters.
pub(crate) const DESCRIBING: fn(&[u8; 4]) -> bool =
    |tag| matches!(tag, b"cmap" | b"OS/2" | b"head" | b"name" | b"maxp");
/// The tables that are needed to shape and draw letters.
///
/// Without `fvar`, a variable font has its usual weight. Colour glyphs are left out, because pages do not use them.
pub(crate) const WHOLE: fn(&[u8; 4]) -> bool = |tag| {
    !matches!(
        tag,
        b"fvar"
            | b"gvar"
            | b"avar"
            | b"HVAR"
            | b"VVAR"
            | b"MVAR"
            | b"STAT"
            | b"COLR"
            | b"CPAL"
            | b"CBDT"
            | b"CBLC"
            | b"sbix"
            | b"SVG "
            | b"EBDT"
            | b"EBLC"
            | b"DSIG"
    )
};

/// The tables that a PDF contains of a font (ISO 32000-1, 9.9): glyphs and their widths. The PDF itself has names and
/// letters.
pub(crate) const EMBEDDED: fn(&[u8; 4]) -> bool = |tag| {
    matches!(
        tag,
        b"glyf"
            | b"loca"
            | b"head"
            | b"hhea"
            | b"hmtx"
            | b"maxp"
            | b"cvt "
            | b"fpgm"
            | b"prep"
            | b"CFF "
    )
};

/// The greatest number of bytes of a face.
const LARGEST: usize = 64 << 20;
/// The greatest number of faces of one file.
const MOST_FACES: u32 = 64;
/// Bits of `fsType` in OS/2: the font must not be embedded (1), not in part (8), or only its bitmaps may be embedded
/// (9).
const FORBIDDEN: u16 = 0x0002 | 0x0100 | 0x0200;

struct Table {
    tag: [u8; 4],
    checksum: [u8; 4],
    from: u64,
    length: usize,
}

/// The number of faces of a file; `None` if it is not a font.
pub(crate) fn faces(path: &Path) -> Option<u32> {
    let mut file = File::open(path).ok()?;
    let mut head = [0; 12];
    file.read_exact(&mut head).ok()?;
    match &head[..4] {
        b"ttcf" => Some(number(&head[8..12]).min(MOST_FACES)),
        [0, 1, 0, 0] | b"OTTO" | b"true" => Some(1),
        _ => None,
    }
}

/// One face as a font file of its own. `None` if it cannot be read, has no outlines, or must not be embedded.
pub(crate) fn read(path: &Path, index: u32, wanted: fn(&[u8; 4]) -> bool) -> Option<Vec<u8>> {
    with_tables(&mut File::open(path).ok()?, index, wanted)
}

/// The same for a file that is already open, or in memory.
pub(crate) fn with_tables(
    file: &mut (impl Read + Seek),
    index: u32,
    wanted: fn(&[u8; 4]) -> bool,
) -> Option<Vec<u8>> {
    let (kind, tables) = directory(file, index)?;
    let drawn = tables.iter().any(|table| matches!(&table.tag, b"glyf" | b"CFF "));
    if !drawn {
        return None;
    }
    let tables: Vec<Table> = tables.into_iter().filter(|table| wanted(&table.tag)).collect();
    let size = tables.iter().map(|table| table.length).fold(0, usize::saturating_add);
    if size > LARGEST {
        return None;
    }
    let mut out = Vec::with_capacity(size + 16 * tables.len() + 64);
    out.extend(kind);
    let count = u16::try_from(tables.len()).ok()?;
    let selector = count.checked_ilog2()?;
    let range = 16_u16.checked_shl(selector)?;
    for number in [count, range, selector as u16, count.checked_mul(16)?.saturating_sub(range)] {
        out.extend(number.to_be_bytes());
    }
    let mut at = 12 + 16 * tables.len();
    for table in &tables {
        out.extend(table.tag);
        out.extend(table.checksum);
        out.extend(u32::try_from(at).ok()?.to_be_bytes());
        out.extend(u32::try_from(table.length).ok()?.to_be_bytes());
        at += table.length.next_multiple_of(4);
    }
    for table in &tables {
        let start = out.len();
        file.seek(SeekFrom::Start(table.from)).ok()?;
        let read = file.by_ref().take(table.length as u64).read_to_end(&mut out).ok()?;
        if read != table.length || (&table.tag == b"OS/2" && forbidden(&out[start..])) {
            return None;
        }
        out.resize(start + table.length.next_multiple_of(4), 0);
    }
    Some(out)
}

fn directory(file: &mut (impl Read + Seek), index: u32) -> Option<([u8; 4], Vec<Table>)> {
    let mut head = [0; 12];
    file.read_exact(&mut head).ok()?;
    if &head[..4] == b"ttcf" {
        file.seek(SeekFrom::Start(12 + 4 * u64::from(index))).ok()?;
        let mut offset = [0; 4];
        file.read_exact(&mut offset).ok()?;
        file.seek(SeekFrom::Start(u64::from(number(&offset)))).ok()?;
        file.read_exact(&mut head).ok()?;
    } else if index > 0 {
        return None;
    }
    let kind = [head[0], head[1], head[2], head[3]];
    let count = u16::from_be_bytes([head[4], head[5]]);
    let mut tables = Vec::with_capacity(usize::from(count.min(64)));
    for _ in 0..count {
        let mut entry = [0; 16];
        file.read_exact(&mut entry).ok()?;
        let [a, b, c, d, e, f, g, h, ..] = entry;
        tables.push(Table {
            tag: [a, b, c, d],
            checksum: [e, f, g, h],
            from: u64::from(number(&entry[8..12])),
            length: usize::try_from(number(&entry[12..16])).ok()?,
        });
    }
    Some((kind, tables))
}

/// Whether the maker of a font does not allow to embed a part of it.
fn forbidden(os2: &[u8]) -> bool {
    os2.get(8..10).is_some_and(|bits| u16::from_be_bytes([bits[0], bits[1]]) & FORBIDDEN != 0)
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte))
}
