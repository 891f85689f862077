//! Content controls (structured document tags): what of the text is which answer.

use vurder_model::report_address::AnswerAddress;

use super::story::Story;

/// Whether a control was opened: answers whose tag would be too long have none.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub(super) struct Opened(bool);

impl Story<'_> {
    /// Opens the control of an answer, around paragraphs or within one. `missing`: it holds a prompt, which goes away
    /// when somebody types.
    pub(super) fn open_control(&mut self, address: &AnswerAddress, missing: bool) -> Opened {
        let Some(tag) = self.names.tag(address) else { return Opened(false) };
        let id = self.names.id();
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.value("w:tag", &tag);
        self.xml.value("w:id", &id);
        if missing {
            self.xml.empty("w:showingPlcHdr", &[]);
        }
        self.xml.close();
        self.xml.open("w:sdtContent", &[]);
        Opened(true)
    }

    /// Closes what [`open_control`](Self::open_control) opened.
    pub(super) fn close_control(&mut self, opened: Opened) {
        if opened.0 {
            self.xml.close();
            self.xml.close();
        }
    }
}
