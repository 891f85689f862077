//! Output intents (ISO 32000-1, 14.11.5): states that the colours of the file are those of sRGB.
//!
//! The profile is made here from the figures of IEC 61966-2-1, in version 4.2 of the ICC format: three primaries that
//! are adapted to the white D50, and one curve.

use lopdf::{Document, Object, Stream, StringFormat, dictionary};

use super::objects::name;

/// Adds the output intent, and returns the catalog's list of output intents.
pub(super) fn add(pdf: &mut Document) -> Object {
    let profile = Stream::new(dictionary! { "N" => 3 }, srgb_profile());
    let profile = pdf.add_object(profile);
    let condition = || Object::String(b"sRGB IEC61966-2.1".to_vec(), StringFormat::Literal);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        // The only subtype that PDF/A uses. It does not make a file PDF/A; the metadata do that.
        "S" => name("GTS_PDFA1"),
        "OutputConditionIdentifier" => condition(),
        "Info" => condition(),
        "DestOutputProfile" => profile,
    };
    let intent = pdf.add_object(intent);
    Object::Array(vec![intent.into()])
}

/// The white D50 of the profile connection space.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
/// Red, green and blue of sRGB for the white D50.
const PRIMARIES: [([u8; 4], [f64; 3]); 3] = [
    (*b"rXYZ", [0.436_066, 0.222_488, 0.013_916]),
    (*b"gXYZ", [0.385_147, 0.716_873, 0.097_076]),
    (*b"bXYZ", [0.143_066, 0.060_608, 0.714_096]),
];
/// The adaptation from the white of sRGB, D65, to D50, by Bradford's method.
const ADAPTATION: [f64; 9] = [
    1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076,
    0.751_678,
];
/// The curve of sRGB: `((X + 0.055) / 1.055) ^ 2.4`, a straight line below 0.04045.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

fn srgb_profile() -> Vec<u8> {
    let mut tags: Vec<([u8; 4], Vec<u8>)> = vec![
        (*b"desc", localized("sRGB")),
        (*b"cprt", localized("No copyright, use freely")),
        (*b"wtpt", xyz(WHITE)),
        (*b"chad", numbers(*b"sf32", &ADAPTATION)),
    ];
    tags.extend(PRIMARIES.iter().map(|(signature, primary)| (*signature, xyz(*primary))));
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    CURVE.iter().for_each(|value| curve.extend(fixed(*value)));
    // Three tags share their bytes, because all channels have the same curve.
    let curves: [[u8; 4]; 3] = [*b"rTRC", *b"gTRC", *b"bTRC"];

    let count = tags.len() + curves.len();
    let mut offset = 128 + 4 + 12 * count;
    let mut table = big_endian(count).to_vec();
    let mut data = Vec::new();
    let mut enter = |signature: [u8; 4], offset: usize, size: usize| {
        table.extend(signature);
        table.extend(big_endian(offset));
        table.extend(big_endian(size));
    };
    for (signature, bytes) in tags {
        enter(signature, offset, bytes.len());
        data.extend(&bytes);
        // Each tag begins at a multiple of four bytes.
        data.resize(data.len().next_multiple_of(4), 0);
        offset = 128 + 4 + 12 * count + data.len();
    }
    for signature in curves {
        enter(signature, offset, curve.len());
    }
    data.extend(&curve);

    let mut profile = header(128 + table.len() + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = big_endian(size).to_vec();
    header.extend([0; 4]);
    header.extend([4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // 1 January 2026 is the day of this profile.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.extend([0; 28]);
    WHITE.iter().for_each(|value| header.extend(fixed(*value)));
    header.resize(128, 0);
    header
}

fn big_endian(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}

/// A number with 16 binary places.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn numbers(signature: [u8; 4], values: &[f64]) -> Vec<u8> {
    let mut out = signature.to_vec();
    out.extend([0; 4]);
    values.iter().for_each(|value| out.extend(fixed(*value)));
    out
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    numbers(*b"XYZ ", &values)
}

/// English words in the form "multi localized Unicode".
fn localized(words: &str) -> Vec<u8> {
    let words: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut out = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    out.extend(big_endian(words.len()));
    out.extend(big_endian(28));
    out.extend(words);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_is_the_sum_of_the_primaries() {
        for (channel, white) in WHITE.iter().enumerate() {
            let sum: f64 = PRIMARIES.iter().map(|(_, primary)| primary[channel]).sum();
            assert!((sum - white).abs() < 0.000_3, "{channel}: {sum}");
        }
    }

    #[test]
    fn the_profile_says_its_size_and_its_tags_lie_within_it() {
        let profile = srgb_profile();
        let number = |at: usize| {
            u32::from_be_bytes([profile[at], profile[at + 1], profile[at + 2], profile[at + 3]])
                as usize
        };
        assert_eq!(number(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for tag in 0..number(128) {
            let entry = 132 + 12 * tag;
            let (offset, size) = (number(entry + 4), number(entry + 8));
            assert!(offset % 4 == 0 && offset + size <= profile.len(), "tag {tag}");
        }
    }
}
