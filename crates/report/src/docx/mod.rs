//! Writes a document as DOCX (Office Open XML, ISO/IEC 29500, transitional), for people who answer in Word.
//!
//! One file of this room for each part of the standard, under its name there. The same document gives the same bytes.
//!
//! # How a file that comes back is read
//!
//! The names are made and read by [`vurder_model::report_address`].
//!
//! - **Which export**: `docProps/custom.xml` names project, form, version of the form, version of the report, and day
//!   ([`property`]).
//! - **Sections, parts, rows, findings, sources**: a bookmark around the heading, the row's first cell or the card's
//!   title, named by [`bookmark`] from the place's anchor, the same that the PDF has as named destination:
//!   `section/2`, `part/2.3`, `row/ROW`, `row/ROW@TABLE` (a row that is shown again), `finding/KEY`, `source/12`. Other
//!   bookmarks (`heading/N`, `_Toc…`) serve the table of contents alone.
//! - **Answers**: a content control (`w:sdt`) whose `w:tag` is [`AnswerAddress::tag`]: `ROW/FIELD`, and `ROW/FIELD@2`
//!   where the same answer is shown a second time. It stands around whole paragraphs, lists and tables where the
//!   answer has them to itself, and within a paragraph where a label or another answer stands in the same line. Its
//!   words are those of the answer as the report prints them; labels, and names of attached files, stand outside.
//!   A yes or no begins with "Yes." or "No." in bold, followed by its reason.
//! - **Nothing answered yet**: the control holds a prompt and says so by `w:showingPlcHdr`, which Word takes away when
//!   somebody types.
//! - **Citations** within an answer: a run `[12]` with the character style `Citation`, in a link to the bookmark
//!   `source_12`. Rows that an answer refers to: their number with the style `Reference`, in a link to the row's
//!   bookmark.
//!
//! [`AnswerAddress::tag`]: vurder_model::report_address::AnswerAddress::tag
//! [`bookmark`]: vurder_model::report_address::bookmark()
//! [`property`]: vurder_model::report_address::property
