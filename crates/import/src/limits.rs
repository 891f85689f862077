//! The limits of an import.

/// The greatest number of files. An import with more files is refused: no provider's documentation has that many, but
/// an unpacked program has.
pub const FILES: usize = 20_000;

/// The greatest number of bytes of one text file. A larger file becomes a problem, and the other files are read.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;

/// The greatest number of bytes of one page of Markdown. For a page that consists only of marks, the Markdown reader
/// takes about sixty times as much memory.
pub const MARKDOWN_BYTES: usize = 1024 * 1024;

/// The greatest number of bytes of one file of a pack. Marks make the words of a page about eight times longer.
pub const PACK_FILE_BYTES: usize = 8 * MARKDOWN_BYTES;

/// The greatest number of bytes of all files with words together. An import with more bytes is refused, because all of
/// them are in memory at the same time. A site of thousands of pages has a fifth of this.
pub const TOTAL_BYTES: usize = 64 * 1024 * 1024;

/// The greatest number of pieces of all pages together: headings, passages, cells, runs of words with the same marks,
/// links and problems. An import with more pieces is refused, because each piece takes about 300 bytes of memory, even
/// if it has few words. A page of documentation has about 200 pieces, so that a site of a thousand pages is read.
pub const PIECES: usize = 300_000;

/// The greatest depth to which files may include other files.
pub const INCLUDE_DEPTH: usize = 8;

/// The greatest number of bytes that the includes of one page may add.
pub const INCLUDED_BYTES: usize = MARKDOWN_BYTES;

/// The greatest number of bytes of a zip archive. The list of its files is read before anything is counted, so that
/// this limits the list, too.
pub const ARCHIVE_BYTES: usize = 128 * 1024 * 1024;

/// The greatest number of bytes of the unpacked files with words.
pub const UNPACKED_BYTES: usize = TOTAL_BYTES;

/// The greatest factor by which a file may grow when it is unpacked. Text grows about ten times, fifty times at most.
pub const RATIO: usize = 200;

/// A file may grow by any factor up to this number of bytes.
pub const RATIO_FROM: usize = 1024 * 1024;
