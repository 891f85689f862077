//! How much is read.

/// Bytes of a returned file. A report with pictures has a hundredth of this.
pub const FILE_BYTES: usize = 64 * 1024 * 1024;

/// Remarks of one file, replies among them.
pub const REMARKS: usize = 20_000;

/// Characters of one remark's words. What is longer is cut, and said.
pub const WORDS: usize = 50_000;

/// Characters before and after what a remark covers.
pub const CONTEXT: usize = 40;

/// Pages of a PDF.
pub const PAGES: usize = 20_000;

/// Bytes that the object streams of a PDF may become together.
pub const STRUCTURE_BYTES: usize = 32 * 1024 * 1024;

/// Streams of a PDF that may hold objects.
pub const STREAMS: usize = 100_000;

/// Bytes that the cross-reference streams of a PDF may become together.
pub const REFERENCE_BYTES: usize = 4 * 1024 * 1024;

/// Numbers, names, strings, arrays and dictionaries of a PDF. Each takes a hundred bytes of memory.
pub const VALUES: usize = 1_500_000;

/// Bytes that the content of one page may become, or a font's table.
pub const CONTENT_BYTES: usize = 8 * 1024 * 1024;

/// Glyphs of one page.
pub const GLYPHS: usize = 200_000;

/// Bytes that a part of a Word document may become.
pub const PART_BYTES: usize = 48 * 1024 * 1024;

/// Bytes that all parts of a Word document that are read may become together.
pub const PACKAGE_BYTES: usize = 64 * 1024 * 1024;

/// How many times larger than in the archive a part may be.
pub const RATIO: usize = 400;

/// Bytes up to which a part may be any number of times larger.
pub const RATIO_FROM: usize = 4 * 1024 * 1024;

/// How deep the elements of a Word document may be nested.
pub const DEPTH: usize = 256;
