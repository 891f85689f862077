//! Indexed colours (ISO 32000-1, 8.6.6.3): a picture with few colours, such as a diagram or a screenshot of a table, is
//! written as numbers of its colours. It then takes half the bytes or less.

use std::collections::BTreeMap;

/// A picture as numbers of its colours.
pub(super) struct Indexed {
    /// The colours, three bytes each.
    pub(super) colors: Vec<u8>,
    /// Number of bits of each number: 1, 2, 4 or 8.
    pub(super) bits: u8,
    /// The numbers. Each row begins with a whole byte.
    pub(super) rows: Vec<u8>,
}

/// The greatest number of colours.
const MOST: usize = 256;

/// A picture with three bytes for each pixel as numbers of its colours; `None` if it has too many colours.
pub(super) fn indexed(pixels: &[u8], width: u32) -> Option<Indexed> {
    let mut numbers: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    // In a picture with few colours, most pixels have the colour of the pixel before.
    let mut before = None;
    for color in pixels.as_chunks::<3>().0 {
        if before == Some(color) {
            continue;
        }
        before = Some(color);
        numbers.insert(*color, 0);
        if numbers.len() > MOST {
            return None;
        }
    }
    for (number, of_color) in (0..=u8::MAX).zip(numbers.values_mut()) {
        *of_color = number;
    }
    let bits = match numbers.len() {
        0..=2 => 1,
        3..=4 => 2,
        5..=16 => 4,
        _ => 8,
    };
    let mut before = (None, 0);
    let mut rows = Vec::with_capacity(pixels.len() / 3 * usize::from(bits) / 8 + 1);
    for row in pixels.chunks_exact(usize::try_from(width).ok()?.checked_mul(3)?) {
        for group in row.chunks(3 * 8 / usize::from(bits)) {
            let mut byte = 0;
            for (at, color) in (0_u8..).zip(group.as_chunks::<3>().0) {
                if before.0 != Some(color) {
                    before = (Some(color), numbers.get(color).copied().unwrap_or(0));
                }
                byte |= before.1 << (8 - bits * (at + 1));
            }
            rows.push(byte);
        }
    }
    Some(Indexed { colors: numbers.into_keys().flatten().collect(), bits, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pixels of an indexed picture.
    fn drawn(indexed: &Indexed, width: usize) -> Vec<u8> {
        let bits = usize::from(indexed.bits);
        let length = (width * bits).div_ceil(8);
        let mut pixels = Vec::new();
        for row in indexed.rows.chunks(length) {
            for at in 0..width {
                let byte = row[at * bits / 8];
                let number = byte >> (8 - bits - at * bits % 8) & (((1_u16 << bits) - 1) as u8);
                pixels.extend(&indexed.colors[usize::from(number) * 3..][..3]);
            }
        }
        pixels
    }

    #[test]
    fn the_pixels_come_back_whatever_the_number_of_colours() {
        for colors in [1_usize, 2, 3, 4, 5, 16, 17, 200, 256] {
            let pixel = |at: usize| [(at * 7 % colors) as u8, 3, 200];
            let pixels: Vec<u8> = (0..37 * 11).flat_map(pixel).collect();
            let found = indexed(&pixels, 37).map(|found| drawn(&found, 37));
            assert_eq!(found.as_ref(), Some(&pixels), "{colors} colours");
        }
        let many: Vec<u8> = (0..300_u32).flat_map(|at| [at as u8, (at >> 8) as u8, 0]).collect();
        assert!(indexed(&many, 300).is_none());
    }
}
