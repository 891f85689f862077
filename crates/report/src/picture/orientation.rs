//! Which way up a picture stands: cameras store the pixels as the sensor lay and note beside them how to turn them.

/// How the stored pixels are turned to stand upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Orientation {
    /// Whether stored rows are columns of the upright picture.
    pub(crate) swapped: bool,
    /// Whether what is on the left is then on the right.
    pub(crate) mirrored: bool,
    /// Whether what is above is then below.
    pub(crate) upside_down: bool,
}

/// The tag of the orientation (Exif 2.3, 4.6.4) and the kind of its number.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

impl Orientation {
    /// What the numbers 1 to 8 of Exif mean; any other means nothing.
    fn of_number(number: u16) -> Option<Self> {
        let (swapped, mirrored, upside_down) = match number {
            1 => (false, false, false),
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, true, true),
            6 => (true, false, true),
            7 => (true, false, false),
            8 => (true, true, false),
            _ => return None,
        };
        Some(Self { swapped, mirrored, upside_down })
    }

    /// What a camera would write to say this, and nothing else; nothing where the pixels are upright.
    pub(super) fn exif(self) -> Option<Vec<u8>> {
        let number = (2..=8_u8).find(|number| Self::of_number((*number).into()) == Some(self))?;
        // One entry: the tag, its kind, how many numbers it has, and the number; then no further list.
        let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, number, 0, 0];
        let head = b"Exif\0\0MM\0*\0\0\0\x08\0\x01";
        Some([head.as_slice(), &entry, &[0; 4]].concat())
    }

    /// Reads the orientation from what a camera wrote; none where it says nothing about it.
    pub(super) fn of_exif(segment: &[u8]) -> Option<Self> {
        let tiff = segment.strip_prefix(b"Exif\0\0")?;
        let big = match tiff.get(..2)? {
            b"MM" => true,
            b"II" => false,
            _ => return None,
        };
        let short = |at: usize| {
            let two: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
        };
        let long = |at: usize| {
            let four: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
            Some(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
        };
        let first = usize::try_from(long(4)?).ok()?;
        let entries = (0..usize::from(short(first)?)).map_while(|n| first.checked_add(2 + 12 * n));
        for at in entries {
            if short(at)? == ORIENTATION && short(at.checked_add(2)?)? == SHORT {
                return Self::of_number(short(at.checked_add(8)?)?);
            }
        }
        None
    }

    /// For a drawing in a Word file: by how many degrees it is turned clockwise, after it was mirrored from left to
    /// right and from top to bottom.
    pub(crate) fn turned(self) -> (u32, bool, bool) {
        match (self.swapped, self.mirrored, self.upside_down) {
            (false, true, true) => (180, false, false),
            (false, mirrored, upside_down) => (0, mirrored, upside_down),
            (true, false, true) => (90, false, false),
            (true, true, false) => (270, false, false),
            (true, true, true) => (270, true, false),
            (true, false, false) => (90, true, false),
        }
    }

    /// For a PDF: the matrix that draws the unit square of the stored pixels upright on a rectangle, whose lower left
    /// corner is at `x` and `y`.
    pub(crate) fn matrix(self, (x, y): (f32, f32), (width, height): (f32, f32)) -> [f32; 6] {
        let (across, left) = if self.mirrored { (-width, x + width) } else { (width, x) };
        let (up, below) = if self.upside_down { (-height, y + height) } else { (height, y) };
        if self.swapped {
            [0.0, up, across, 0.0, left, below]
        } else {
            [across, 0.0, 0.0, up, left, below]
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Orientation;

    /// Where the stored upper left and upper right corners stand on a rectangle of 2 by 1.
    fn corners(of: Orientation) -> [(f32, f32); 2] {
        let [a, b, c, d, e, f] = of.matrix((0.0, 0.0), (2.0, 1.0));
        [(0.0, 1.0), (1.0, 1.0)].map(|(u, v)| (a * u + c * v + e, b * u + d * v + f))
    }

    #[test]
    fn each_number_of_exif_turns_the_corners_to_their_place() {
        let (upper_left, upper_right) = ((0.0, 1.0), (2.0, 1.0));
        let (lower_left, lower_right) = ((0.0, 0.0), (2.0, 0.0));
        for (number, first, second) in [
            (1, upper_left, upper_right),
            (2, upper_right, upper_left),
            (3, lower_right, lower_left),
            (4, lower_left, lower_right),
            (5, upper_left, lower_left),
            (6, upper_right, lower_right),
            (7, lower_right, upper_right),
            (8, lower_left, upper_left),
        ] {
            let orientation = Orientation::of_number(number).unwrap();
            assert_eq!(corners(orientation), [first, second], "{number}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for number in 2..=8 {
            let orientation = Orientation::of_number(number).unwrap();
            assert_eq!(Orientation::of_exif(&orientation.exif().unwrap()), Some(orientation));
        }
        assert_eq!(Orientation::default().exif(), None);
    }

    #[test]
    fn what_is_broken_says_nothing() {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0".to_vec();
        assert_eq!(Orientation::of_exif(&exif), Orientation::of_number(6));
        for end in 0..exif.len() {
            let _ = Orientation::of_exif(&exif[..end]);
        }
        exif[10..14].fill(0xff);
        assert_eq!(Orientation::of_exif(&exif), None);
        assert_eq!(Orientation::of_exif(b"Exif\0\0MM"), None);
        assert_eq!(Orientation::of_exif(b"http://ns.adobe.com/xap/1.0/\0"), None);
    }
}
