//! The limits of what is read.

/// The greatest number of bytes of a returned file. A report with pictures has about a hundredth of this.
pub const FILE_BYTES: usize = 64 * 1024 * 1024;

/// The greatest number of remarks in one file, including replies.
pub const REMARKS: usize = 20_000;

/// The greatest number of characters in the words of one remark. The rest is left out and reported as a problem.
pub const WORDS: usize = 50_000;

/// The number of characters that are kept before and after the words that a remark covers.
pub const CONTEXT: usize = 40;

/// The greatest number of pages of a PDF that are read.
pub const PAGES: usize = 20_000;

/// The greatest number of bytes of all object streams of a PDF together, when they are unpacked.
pub const STRUCTURE_BYTES: usize = 32 * 1024 * 1024;

/// Streams of a PDF that may hold objects.
pub const STREAMS: usize = 100_000;

/// Bytes that the cross-reference streams of a PDF may become together.
pub const REFERENCE_BYTES: usize = 4 * 1024 * 1024;

/// The greatest number of numbers, names, strings, arrays and dictionaries in a PDF. Each takes about a hundred bytes
/// of memory.
pub const VALUES: usize = 1_500_000;

/// The greatest number of bytes of the content of one page, or of a table of a font, when it is unpacked.
pub const CONTENT_BYTES: usize = 8 * 1024 * 1024;

/// The greatest number of glyphs of one page.
pub const GLYPHS: usize = 200_000;

/// The greatest number of bytes of a part of a Word document, when it is unpacked.
pub const PART_BYTES: usize = 48 * 1024 * 1024;

/// Bytes that all parts of a Word document that are read may become together.
pub const PACKAGE_BYTES: usize = 64 * 1024 * 1024;

/// How many times larger than in the archive a part may be.
pub const RATIO: usize = 400;

/// The number of bytes up to which [`RATIO`] is not applied to a part.
pub const RATIO_FROM: usize = 4 * 1024 * 1024;

/// The greatest depth of elements in a Word document.
pub const DEPTH: usize = 256;
