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
error-redline-since-nothing = To mark changes in the report, name the version since when.
error-version-docx-changes = A Word file of a version cannot show what changed since another one. Write the PDF for that, or leave out the changes.
error-changes-in-final = A final file cannot show what changed since a version. Write it as a draft, or without the changes.
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

compared-level-acceptable = acceptable
compared-level-not-acceptable = not acceptable
compared-level-accepted-by = Accepted by: { $role }
answer-yes = Yes
answer-no = No

report-state-review = For review
report-state-approved = Approved
report-version-by = By
report-version-note = Note
report-attached = Attached
report-attached-to = Belongs to
# A row that another report shows.
report-attached-elsewhere = { $row }, in the { $form }
report-attachments = Attachments
report-attachments-about = Files that are kept with this assessment and handed over beside this report. The beginning of the SHA-256 hash tells whether a file is the one that was meant.
report-file = File
report-size = Size
report-hash = SHA-256
report-kilobytes = { $size } kB

# The window.

hit-attachment = Attachment
hit-remark = Remark
versions = Versions
versions-help = A version keeps the project and its reports as they were sent or approved. The draft goes on; nothing changes a version.
versions-none = Nothing has been sent for review yet. From the first version on, the numbers of rows (D1, R2, M3) stay as they are.
version-review = Send for review …
version-approve = Approve …
version-by = Who sends or approves it
version-note = Note
version-note-help = For example to whom it is sent, and what changed.
version-freeze-review = Send for review
version-freeze-approved = Approve
version-unlawful = { $count ->
    [one] One finding of the law is open. Approve only if you can answer for it:
   *[other] { $count } findings of the law are open. Approve only if you can answer for them; the first ones:
  }
version-freeze-help = This freezes version { $number } with all reports. It cannot be changed or undone afterwards; you go on with the draft.
version-busy = Writing the reports …
version-frozen = Version { $number } is frozen.
version-number = Version { $number }
version-kind-review = For review
version-kind-approved = Approved
version-column-number = Version
version-column-on = Day
version-column-state = State
version-column-by = By
version-column-note = Note
version-read = Read { $form }
version-save = Save { $form } …
version-save-docx = Save { $form } as Word file …
version-compare = Compare with the draft
version-compare-before = Compare with version { $number }
version-renumber = Number the rows anew
version-renumber-help = Closes the gaps that deleted rows left. Whoever read a version knows the old numbers.
version-renumbered = The rows are numbered anew.
version-renumber-nothing = There are no gaps to close.
version-reading = { $form } as it was in version { $number }. It can only be read.
version-back = All versions
version-log = Frozen versions
compared-versions = Version { $from } and version { $to }
compared-draft = Version { $from } and the draft
compared-sums = Answers: { $added } added, { $removed } removed, { $changed } changed.
compared-nothing = No answer is different.
compared-answer = Answer
compared-before = Before
compared-now = Now
compared-added = added
compared-removed = removed
compared-changed = changed
compared-number-before = was { $number }
compared-go = Go there
attachments = Attachments
attachments-help = Files that are kept in the workspace with this project. Nothing in them is run. The reports list them. Each may have up to { $most } MB.
attachments-none = No file is attached.
attachment-add = Attach a file …
attachment-add-row = Attach a file to { $row } …
attachment-file = File
attachment-row = Belongs to
attachment-of-project = the project
attachment-size = Size
attachment-type = Type
attachment-added = Attached
attachment-save = Save …
attachment-trash = Delete
attachment-of-row = Attached to { $row }
attachments-trashed = Deleted
attached-names = Attached:
version-recipients = Who is asked to review
version-changes = What changed since version { $number } of { $day }
version-changes-none = No report on it
version-changes-list = With reports that list what changed
version-changes-redline = With reports that list it and mark it in the text
version-changes-since = { $form } with what changed since version { $number }
version-recipients-help = Names, separated by semicolons. Remarks shows who has sent a file back.
