//! The reasons why the workspace refuses a record or a dump, as parts of a sentence.

use vurder_content::{Message, msg};
use vurder_workspace::{DumpFault, Named, Refusal};

use crate::quoting::shortened;

/// The reason why a record can't be stored.
pub(crate) fn reason(refusal: &Refusal) -> Message {
    match refusal {
        Refusal::Name { of, name, longest } => {
            let (name, longest) = (shortened(name), *longest);
            match of {
                Named::Register => msg::reason_name_of_register(longest, name),
                Named::Field => msg::reason_name_of_field(longest, name),
                Named::RowKey => msg::reason_row_key(longest, name),
                Named::OperationLabel => msg::reason_operation_label(longest, name),
                Named::Page => msg::reason_page_id(longest, name),
                Named::Provider | Named::Revision | Named::Statement => {
                    msg::reason_id_length(longest, name)
                }
            }
        }
        Refusal::Id { name, .. } => msg::reason_id(shortened(name)),
        Refusal::PageTwice(page) => msg::reason_page_twice(shortened(page)),
        Refusal::AttachmentNameLength { longest } => msg::reason_attachment_name_length(*longest),
        Refusal::AttachmentName(name) => msg::reason_attachment_name(shortened(name)),
        Refusal::MediaType(media_type) => msg::reason_media_type(shortened(media_type)),
        Refusal::Hash(hash) => msg::reason_hash(shortened(hash)),
        Refusal::OtherAttachment { attachment, holds } => {
            msg::reason_other_attachment(attachment.as_str(), holds.as_str())
        }
        Refusal::NumberZero(row) => msg::reason_number_zero(row.as_str()),
        Refusal::VersionChanged(version) => msg::reason_version_changed(version.to_string()),
        Refusal::OtherVersion { version, holds } => {
            msg::reason_other_version(version.to_string(), holds.to_string())
        }
        Refusal::VersionBy { longest } => msg::reason_version_by(*longest),
        Refusal::VersionNote { longest } => msg::reason_version_note(*longest),
        Refusal::OwnWord { word, longest } => msg::reason_own_word(*longest, shortened(word)),
    }
}

/// The reason why a dump can't be loaded.
pub(crate) fn dump_reason(fault: &DumpFault) -> Message {
    match fault {
        DumpFault::Json { line, .. } => msg::reason_dump_json(*line),
        DumpFault::Format(format) => msg::reason_dump_format(shortened(format)),
        DumpFault::Version { found, newest } => msg::reason_dump_version(*found, *newest),
        DumpFault::Record(refusal) => reason(refusal),
        DumpFault::NotOneProject(count) => msg::reason_dump_not_one_project(*count),
        DumpFault::ProjectTwice(project) => msg::reason_dump_project_twice(project.as_str()),
        DumpFault::NoTimeOfChange(project) => msg::reason_dump_no_time_of_change(project.as_str()),
        DumpFault::RowTwice { project, row } => {
            msg::reason_dump_row_twice(project.as_str(), row.as_str())
        }
        DumpFault::Position { project, row } => {
            msg::reason_dump_position(row.as_str(), project.as_str())
        }
        DumpFault::KeyTwice { project, register, key } => {
            msg::reason_dump_key_twice(shortened(register), project.as_str(), shortened(key))
        }
        DumpFault::CitationTwice { project, citation } => {
            msg::reason_dump_citation_twice(project.as_str(), citation.as_str())
        }
        DumpFault::NotARecord { project, record } => {
            msg::reason_dump_not_a_record(record, project.as_str())
        }
        DumpFault::BytesEncoding(hash) => msg::reason_dump_bytes_encoding(shortened(hash)),
        DumpFault::BytesTooLarge(hash) => msg::reason_dump_bytes_too_large(shortened(hash)),
        DumpFault::BytesAltered(hash) => msg::reason_dump_bytes_altered(shortened(hash)),
        DumpFault::BytesUnused(hash) => msg::reason_dump_bytes_unused(shortened(hash)),
        DumpFault::BytesMissing(hash) => msg::reason_dump_bytes_missing(shortened(hash)),
        DumpFault::OperationOrder { operation, previous } => {
            msg::reason_dump_operation_order(operation.to_string(), previous.to_string())
        }
        DumpFault::OperationIdentity(operation) => {
            msg::reason_dump_operation_identity(operation.to_string())
        }
        DumpFault::DoneAfterUndone(operation) => {
            msg::reason_dump_done_after_undone(operation.to_string())
        }
        DumpFault::NotUndoable(operation) => msg::reason_dump_not_undoable(operation.to_string()),
        DumpFault::OperationProject(operation) => {
            msg::reason_dump_operation_project(operation.to_string())
        }
        DumpFault::OperationMismatch { operation, record } => {
            msg::reason_dump_operation_mismatch(operation.to_string(), record)
        }
        DumpFault::LogDiffers { project, record } => {
            msg::reason_dump_log_differs(project.as_str(), record)
        }
        DumpFault::RevisionTwice { provider, revision, there } => {
            msg::reason_dump_revision_twice(there, revision, provider)
        }
        DumpFault::StatementTwice(statement) => msg::reason_dump_statement_twice(statement),
        DumpFault::WordTwice(word) => msg::reason_dump_word_twice(shortened(word)),
        DumpFault::RecordsMissing(project) => msg::reason_dump_records_missing(project.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use vurder_content::Messages;
    use vurder_model::id::{AttachmentId, CitationId, IdError, ProjectId, RowId};
    use vurder_workspace::{Error, Subject};

    use super::*;
    use crate::error::Fault;

    /// The message that a person reads.
    fn told(error: Error) -> String {
        Fault::from(error).in_words(&Messages::for_language("en")).message
    }

    #[test]
    fn each_refused_record_is_told_with_the_name_at_fault() -> Result<(), IdError> {
        let name = |of, longest| Refusal::Name { of, name: "n".repeat(70), longest };
        let shown = format!("\"{}…\"", "n".repeat(60));
        for (refusal, words) in [
            (
                name(Named::Register, 80),
                format!("the name of a register has 1 to 80 characters, and {shown} has not"),
            ),
            (
                name(Named::Field, 80),
                format!("the name of a field has 1 to 80 characters, and {shown} has not"),
            ),
            (
                name(Named::RowKey, 200),
                format!("the key of a row has 1 to 200 characters, and {shown} has not"),
            ),
            (
                name(Named::OperationLabel, 80),
                format!("what an operation did is named in 1 to 80 characters, and {shown} is not"),
            ),
            (
                name(Named::Page, 500),
                format!("the id of a page has 1 to 500 characters, and {shown} has not"),
            ),
            (
                name(Named::Revision, 40),
                format!("an id has 1 to 40 characters, and {shown} has not"),
            ),
            (
                Refusal::Id { of: Named::Provider, name: "A b".to_owned() },
                "\"A b\" is no id: an id is made of a to z, 0 to 9 and \"-\"".to_owned(),
            ),
            (Refusal::PageTwice("c/a".to_owned()), "two pages have the id \"c/a\"".to_owned()),
            (
                Refusal::NumberZero(RowId::new("m-1")?),
                "the row \"m-1\" has the number 0: numbers begin with 1".to_owned(),
            ),
            (
                Refusal::VersionChanged(2),
                "version 2 is changed or taken away: a version stays as it was frozen".to_owned(),
            ),
            (
                Refusal::OtherVersion { version: 2, holds: 3 },
                "the entry of version 2 holds version 3".to_owned(),
            ),
            (
                Refusal::VersionBy { longest: 200 },
                "whoever sends or approves a version is named, in 1 to 200 characters".to_owned(),
            ),
            (
                Refusal::VersionNote { longest: 2000 },
                "the note on a version has at most 2000 characters".to_owned(),
            ),
            (
                Refusal::AttachmentNameLength { longest: 255 },
                "the name of an attachment has 1 to 255 characters".to_owned(),
            ),
            (
                Refusal::AttachmentName("a/b".to_owned()),
                "\"a/b\" can't be the name of a file".to_owned(),
            ),
            (Refusal::MediaType("pdf".to_owned()), "\"pdf\" is no media type".to_owned()),
            (Refusal::Hash("12".to_owned()), "\"12\" is no SHA-256".to_owned()),
            (
                Refusal::OtherAttachment {
                    attachment: AttachmentId::new("a")?,
                    holds: AttachmentId::new("b")?,
                },
                "a change of the attachment \"a\" holds the attachment \"b\"".to_owned(),
            ),
        ] {
            assert_eq!(
                told(Error::Refused(refusal.clone())),
                format!("This does not fit: {words}.")
            );
            let fault = DumpFault::Record(refusal);
            assert_eq!(told(Error::BadDump(fault)), format!("This dump can't be loaded: {words}."));
        }
        Ok(())
    }

    #[test]
    fn each_fault_of_a_dump_is_told_with_its_place() -> Result<(), IdError> {
        let (project, row) = (ProjectId::new("p")?, RowId::new("r")?);
        let (hash, record) = ("12ab".to_owned(), "value r/name".to_owned());
        for (fault, words) in [
            (
                DumpFault::Json { line: 3, detail: "EOF".to_owned() },
                "it can't be read beyond line 3",
            ),
            (DumpFault::Format("x".to_owned()), "it calls itself \"x\""),
            (
                DumpFault::RevisionTwice {
                    provider: "cloud".to_owned(),
                    revision: "2".to_owned(),
                    there: "1".to_owned(),
                },
                "the revisions \"1\" and \"2\" of the provider \"cloud\" have the same name or the same pages",
            ),
            (
                DumpFault::StatementTwice("cloud/x".to_owned()),
                "it holds the statement \"cloud/x\" twice",
            ),
            (
                DumpFault::Version { found: 3, newest: 2 },
                "it has version 3, and this program reads versions up to 2",
            ),
            (DumpFault::ProjectTwice(project.clone()), "it holds the project \"p\" twice"),
            (
                DumpFault::NoTimeOfChange(project.clone()),
                "it does not say when the project \"p\" changed last",
            ),
            (
                DumpFault::RowTwice { project: project.clone(), row: row.clone() },
                "the project \"p\" holds the row \"r\" twice",
            ),
            (
                DumpFault::Position { project: project.clone(), row },
                "the row \"r\" of the project \"p\" has no usable position",
            ),
            (
                DumpFault::KeyTwice {
                    project: project.clone(),
                    register: "risk".to_owned(),
                    key: "k".to_owned(),
                },
                "the register \"risk\" of the project \"p\" has two rows with the key \"k\"",
            ),
            (
                DumpFault::CitationTwice {
                    project: project.clone(),
                    citation: CitationId::new("c")?,
                },
                "the project \"p\" holds the citation \"c\" twice",
            ),
            (
                DumpFault::NotARecord { project: project.clone(), record: record.clone() },
                "\"value r/name\" can't stand among the records of the project \"p\"",
            ),
            (
                DumpFault::BytesEncoding(hash.clone()),
                "the bytes \"12ab\" of an attachment are not written as base64",
            ),
            (
                DumpFault::BytesTooLarge(hash.clone()),
                "the bytes \"12ab\" are more than an attachment may have",
            ),
            (
                DumpFault::BytesAltered(hash.clone()),
                "the bytes \"12ab\" of an attachment were altered",
            ),
            (
                DumpFault::BytesUnused(hash.clone()),
                "the bytes \"12ab\" belong to no attachment, or stand in it twice",
            ),
            (DumpFault::BytesMissing(hash), "the bytes \"12ab\" of an attachment are missing"),
            (
                DumpFault::OperationOrder { operation: 4, previous: 5 },
                "operation 4 of the log stands after operation 5",
            ),
            (
                DumpFault::OperationIdentity(4),
                "the identity of operation 4 is malformed or used twice",
            ),
            (
                DumpFault::DoneAfterUndone(4),
                "operation 4 is done, and an earlier one of its project is undone",
            ),
            (DumpFault::NotUndoable(4), "operation 4 is undone, and undo does not reach it"),
            (
                DumpFault::OperationProject(4),
                "operation 4 belongs to a project that is not in the dump",
            ),
            (
                DumpFault::OperationMismatch { operation: 4, record: record.clone() },
                "operation 4 does not follow from the ones before it, at \"value r/name\"",
            ),
            (
                DumpFault::LogDiffers { project: project.clone(), record },
                "the log of the project \"p\" leads to something else at \"value r/name\"",
            ),
            (
                DumpFault::RecordsMissing(project),
                "the log of the project \"p\" holds records that the project does not have",
            ),
        ] {
            assert_eq!(told(Error::BadDump(fault)), format!("This dump can't be loaded: {words}."));
        }
        Ok(())
    }

    #[test]
    fn what_is_taken_in_the_trash_or_too_large_is_told_by_its_name() -> Result<(), IdError> {
        for (subject, in_trash) in [
            (Subject::Project(ProjectId::new("x")?), "The project \"x\" lies in the trash."),
            (Subject::Row(RowId::new("x")?), "The row \"x\" lies in the trash."),
            (
                Subject::Attachment(AttachmentId::new("x")?),
                "The attachment \"x\" lies in the trash.",
            ),
        ] {
            assert_eq!(told(Error::InTrash(subject.clone())), in_trash);
            assert_eq!(told(Error::Taken(subject)), "The name \"x\" is taken.");
        }
        let too_large =
            Error::TooLarge { name: "plan.pdf".to_owned(), size: 30 << 20, most: 20 << 20 };
        assert_eq!(told(too_large), "\"plan.pdf\" is too large: an attachment may have 20 MB.");
        Ok(())
    }

    #[test]
    fn what_keeps_a_revision_is_told_with_numbers_and_names() -> Result<(), IdError> {
        let project = ProjectId::new("p")?;
        let pinned = |citations| Error::Pinned {
            provider: "cloud".to_owned(),
            revision: "2026-05-01".to_owned(),
            project: project.clone(),
            title: "Blood".to_owned(),
            citations,
        };
        let words = "Revision 2026-05-01 can't be removed:";
        let one = format!("{words} 1 citation of the project \"Blood\" stands on its passages.");
        assert_eq!(told(pinned(1)), one);
        let two = format!("{words} 2 citations of the project \"Blood\" stand on its passages.");
        assert_eq!(told(pinned(2)), two);
        let followed = Error::Followed {
            provider: "cloud".to_owned(),
            revision: "2026-05-01".to_owned(),
            project: project.clone(),
            title: "Blood".to_owned(),
        };
        let drafted = format!("{words} the project \"Blood\" is drafted against it.");
        assert_eq!(told(followed), drafted);
        let same = Error::SameState { provider: "cloud".to_owned(), revision: "1".to_owned() };
        assert_eq!(told(same), "These pages are here already, as revision 1.");
        let none = Error::NoRevision { provider: "cloud".to_owned(), revision: "9".to_owned() };
        assert_eq!(told(none), "There is no revision \"9\" of cloud.");
        Ok(())
    }
}
