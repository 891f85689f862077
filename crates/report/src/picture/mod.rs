//! Pictures that a person attached, prepared for the report: PNG and JPEG.
//!
//! The head of a file is read first. A picture that is too large is refused before anything is unpacked.

mod jpeg;
mod orientation;
mod png;

pub(crate) use orientation::Orientation;

/// The most pixels that a picture may have: unpacked they take four bytes each.
pub const MOST_PIXELS: u64 = 25_000_000;

/// A picture in the form in which a PDF has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels, as it stands upright.
    pub width: u32,
    /// Height in pixels, as it stands upright.
    pub height: u32,
    /// The channels of each pixel.
    pub(crate) colors: Colors,
    /// How the pixels are turned.
    pub(crate) orientation: Orientation,
    pub(crate) data: PictureData,
}

/// The channels of a picture, with eight bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colors {
    Grey,
    Rgb,
}

/// The pixels of a picture.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum PictureData {
    /// A JPEG file without what stands in it besides the picture.
    Jpeg(Vec<u8>),
    /// Rows of pixels from top to bottom.
    Pixels {
        pixels: Vec<u8>,
        /// How much each pixel covers what is behind it: 0 is nothing, 255 is everything.
        cover: Option<Vec<u8>>,
    },
}

/// A failing test prints what it compared. For a picture, that is the number of its bytes, not the bytes.
impl std::fmt::Debug for PictureData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Jpeg(bytes) => write!(f, "Jpeg({} bytes)", bytes.len()),
            Self::Pixels { pixels, cover } => {
                let cover = cover.as_ref().map_or(0, Vec::len);
                write!(f, "Pixels({} bytes, {cover} of cover)", pixels.len())
            }
        }
    }
}

/// Why a picture cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// It has no bytes.
    #[error("the file has no bytes")]
    Empty,
    /// It is neither a PNG nor a JPEG.
    #[error("the file is no PNG and no JPEG")]
    Format,
    /// It is a drawing in SVG.
    #[error("the file is an SVG")]
    Svg,
    /// It has more pixels than [`MOST_PIXELS`].
    #[error("the picture has {width} times {height} pixels")]
    Pixels {
        /// Width.
        width: u32,
        /// Height.
        height: u32,
    },
    /// It is a JPEG with four colours, for printers.
    #[error("the picture is in CMYK")]
    Cmyk,
    /// It ends too early, or its content is not consistent.
    #[error("the picture is broken: {0}")]
    Broken(String),
}

impl Picture {
    /// The file of a picture without what a camera or a program wrote beside the pixels, but for how they are turned.
    ///
    /// # Errors
    /// [`PictureFault`]: why it cannot be drawn.
    pub fn bare_file(bytes: &[u8]) -> Result<Vec<u8>, PictureFault> {
        let picture = Self::read(bytes)?;
        match picture.data {
            PictureData::Jpeg(bytes) => Ok(jpeg::file(&bytes, picture.orientation)),
            PictureData::Pixels { .. } => png::file(bytes),
        }
    }

    /// Width and height of the pixels as they are stored.
    pub(crate) fn stored_size(&self) -> (u32, u32) {
        if self.orientation.swapped { (self.height, self.width) } else { (self.width, self.height) }
    }

    /// Reads a picture.
    ///
    /// # Errors
    /// A [`PictureFault`] says why it cannot be drawn.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureFault> {
        if bytes.is_empty() {
            Err(PictureFault::Empty)
        } else if bytes.starts_with(png::SIGNATURE) {
            png::read(bytes)
        } else if bytes.starts_with(jpeg::START) {
            jpeg::read(bytes)
        } else if is_svg(bytes) {
            Err(PictureFault::Svg)
        } else {
            Err(PictureFault::Format)
        }
    }
}

/// Refuses a picture that is too large, by the size in its head.
fn check_size(width: u32, height: u32) -> Result<(), PictureFault> {
    if width == 0 || height == 0 {
        return Err(PictureFault::Broken("a side has no length".to_owned()));
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureFault::Pixels { width, height });
    }
    Ok(())
}

/// Whether a file begins like a drawing in SVG.
fn is_svg(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with('<') && start.contains("<svg")
}
