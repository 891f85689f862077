# Own notes, which are never printed, and sections that are ready for review.

error-own-note-place = A place is a row, with or without its field, or a form with its section.
error-own-note-beside = An own note can't stand beside a note or a remark.
error-own-note-beside-help = Put it beside the answer that it is about.
error-ready-without-name = Nobody is named who says that the section is ready.
error-ready-without-name-help = Give a name, or name whoever leads the assessment among the roles of the project.
error-not-ready = Section { $section } is not marked as ready for review.

own-notes = Notes
own-notes-help = Notes to yourself. They are never printed, and no report, Word file or project that goes out with a report has them.
own-notes-none = No notes in this project.
own-notes-none-here = No notes in this section.
own-note = Note to yourself
own-note-at = Note to yourself: { $place }
own-note-prompt = A note to yourself
own-note-add = Add a note to yourself
own-note-goes-to = It stands beside “{ $place }”.
own-note-goes-to-section = It stands at the heading of the section.
own-note-remove = Remove this note
own-note-place-gone = The row that it stood beside is gone.
own-note-marks = { $count ->
    [one] 1 note to yourself
   *[other] { $count } notes to yourself
}
hit-own-note = Own note
key-own-note = Add a note to yourself beside the line

ready = Ready for review
ready-not = Nobody has said that this section is ready.
ready-says = { $by } said on { $day } that it is ready.
ready-changed = { $by } said on { $day } that it is ready. It has changed since.
ready-by = Who says so
ready-mark = Mark as ready
ready-again = Mark as ready again
ready-back = Undo
ready-count = { $ready } of { $sections } sections ready for review
ready-short = Ready for review: { $by }, { $day }
ready-short-changed = Changed since { $by } called it ready on { $day }
ready-unready = { $count ->
    [one] 1 section is not marked as ready for review:
   *[other] { $count } sections are not marked as ready for review:
}
ready-unready-changed = changed since

key-print = Write the section in sight as PDF and open it, to be printed
print-section-done = Section { $section } is written and opens now. Print it there.
