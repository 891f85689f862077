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

error-version-by-nobody = A version needs the name of whoever sends or approves it.
error-nothing-frozen = No version of this project was frozen before.
error-attach-path-or-text = A file to attach is named by "path", or made of "name" and "text".
error-attach-missing = There is no file { $path }.
error-attach-missing-help = Nothing was attached. Perhaps it was moved or renamed meanwhile: choose it again.
error-attach-permission = You may not read { $path }.
error-attach-permission-help = Nothing was attached. Copy the file to a folder of your own, or ask its owner for the right to read it.
error-attach-unreadable = { $path } can't be read.
error-attach-folder = { $path } is a folder.
error-attach-folder-help = Attach single files, or pack the folder into a zip archive and attach that.
error-attachment-empty = "{ $name }" has no bytes.
error-attachment-empty-help = Nothing was attached. Perhaps the file is still being written or was not copied whole: look at it and choose it again.

answer-yes = Yes
answer-no = No

report-state-review = For review
report-state-approved = Approved
report-version-by = By
report-version-note = Note
report-attached = Attached:
report-attached-to = Belongs to
report-attachments = Attachments
report-attachments-about = Files that are kept with this assessment and handed over beside this report. The beginning of the SHA-256 hash tells whether a file is the one that was meant.
report-file = File
report-size = Size
report-hash = SHA-256
report-kilobytes = { $size } kB
