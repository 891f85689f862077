//! How much is read.

/// Files in one import. More are refused: no provider's documentation has them, an unpacked program has.
pub const FILES: usize = 20_000;

/// Bytes of one file of text. A larger file is a problem of that file; the others are read.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;

/// Bytes of one page of Markdown. The reader of Markdown takes some sixty times as much memory for a page of marks
/// alone.
pub const MARKDOWN_BYTES: usize = 1024 * 1024;

/// Bytes of one file of a pack. What is marked on a page makes its words some eight times longer.
pub const PACK_FILE_BYTES: usize = 8 * MARKDOWN_BYTES;

/// Bytes of all files with words together. More are refused: they stand in memory at once, and a site of thousands of
/// pages has a fifth of this.
pub const TOTAL_BYTES: usize = 64 * 1024 * 1024;

/// Pieces of all pages together: headings, passages, cells, runs of words with the same marks, links and problems. More
/// are refused: each takes some 300 bytes of memory, however few its words are. A page of documentation has some 200,
/// so a site of a thousand pages is read.
pub const PIECES: usize = 300_000;

/// How deep a file may include a file.
pub const INCLUDE_DEPTH: usize = 8;

/// Bytes that the includes of one page may bring in.
pub const INCLUDED_BYTES: usize = MARKDOWN_BYTES;

/// Bytes of a zip archive. The list of its files is read before anything is counted, so it bounds that list as well.
pub const ARCHIVE_BYTES: usize = 128 * 1024 * 1024;

/// Bytes of files with words that come out of an archive.
pub const UNPACKED_BYTES: usize = TOTAL_BYTES;

/// How many times larger than in the archive a file may be. Text becomes some ten times larger, at most fifty.
pub const RATIO: usize = 200;

/// Bytes up to which a file may be any number of times larger.
pub const RATIO_FROM: usize = 1024 * 1024;
