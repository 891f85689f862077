# Versions of a project, the numbers that they froze, and attachments.

change-freeze-version = frozen version
change-renumber = numbering the rows anew

error-no-frozen-version = This project has no version { $version } with this report.
error-no-frozen-version-help = Choose one of the versions in the list.
error-attachment-too-large-help = Nothing was attached. Attach the part that is needed, or name in the text where the file is kept.

reason-number-zero = the row "{ $row }" has the number 0: numbers begin with 1
reason-version-changed = version { $version } is changed or taken away: a version stays as it was frozen
reason-other-version = the entry of version { $version } holds version { $holds }
reason-version-by = whoever sends or approves a version is named, in 1 to { $longest } characters
reason-version-note = the note on a version has at most { $longest } characters
