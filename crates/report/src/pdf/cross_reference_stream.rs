//! Cross-reference stream (ISO 32000-1, 7.5.8): where each object stands, packed. lopdf writes it plain, seven bytes
//! for each object.

use super::content_stream::deflate;

/// Bytes of an entry, as lopdf writes it: one for the type, four for the place, two for the index.
const ENTRY: usize = 7;

/// Packs the cross-reference stream of `length` bytes at the end of a file.
///
/// Nothing follows it that something else points to, so that nothing else moves. `None` where the file does not end
/// with such a stream.
pub(super) fn pack(file: &[u8], length: usize) -> Option<Vec<u8>> {
    let end = find(file, b"startxref", file.len().checked_sub(64)?)?;
    let digits = file.get(end + 10..)?.split(|byte| !byte.is_ascii_digit()).next()?;
    let start: usize = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let data = find(file, b">>stream\n", start)? + 9;
    let plain = file.get(data..data + length)?;
    let head = std::str::from_utf8(file.get(start..data)?).ok()?;
    let packed = deflate(&predicted(plain));
    let parameters = format!(
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {ENTRY}>>/Length {}",
        packed.len()
    );
    let head = head.replace(&format!("/Length {length}"), &parameters);
    let mut out = file.get(..start)?.to_vec();
    out.extend(head.as_bytes());
    out.extend(packed);
    out.extend(file.get(data + length..)?);
    Some(out)
}

fn find(bytes: &[u8], words: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(words.len()).position(|window| window == words).map(|at| from + at)
}

/// Each entry as its difference from the one before, byte by byte: PNG's filter "up".
fn predicted(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(plain.len() / ENTRY * (ENTRY + 1));
    let mut above = [0_u8; ENTRY];
    for entry in plain.chunks(ENTRY) {
        out.push(2);
        out.extend(entry.iter().zip(above).map(|(here, above)| here.wrapping_sub(above)));
        above[..entry.len()].copy_from_slice(entry);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_lead_back_to_the_entries() {
        let plain: Vec<u8> = (0..70_u8).map(|n| n.wrapping_mul(37)).collect();
        let mut back: Vec<u8> = Vec::new();
        for row in predicted(&plain).chunks(ENTRY + 1) {
            let above = back.len().saturating_sub(ENTRY);
            for (column, byte) in row[1..].iter().enumerate() {
                let up = if back.len() < ENTRY { 0 } else { back[above + column] };
                back.push(byte.wrapping_add(up));
            }
        }
        assert_eq!(back, plain);
        assert_eq!(pack(b"no file", 3), None);
    }
}
