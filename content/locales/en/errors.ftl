# Errors: what happened, and the next step.
# "error-X" says what happened; "error-X-help" says the next step.
# "reason-X" and "expected-X" are parts of a sentence: they begin with a small letter and end without a full stop.

## A command that can't be read
error-bad-arguments-help = Nothing was changed. Check the line against "vurder-cli commands --json".
error-unknown-command = There is no command called "{ $name }".
error-unknown-command-help = Nothing was changed. "vurder-cli commands" lists them all.
error-no-object = This command can't be read: its fields are no JSON object.
error-unknown-argument = This command can't be read: it has no field "{ $field }".
error-missing-argument = This command can't be read: "{ $field }" is missing.
error-wrong-argument = This command can't be read: "{ $field }" must be { $expected }, not { $given }.
error-arguments-do-not-fit = This command can't be read: its fields do not fit together.
error-row-and-register = This command can't be read: "row" and "register" are both given.
error-row-or-register = This command can't be read: neither "row" nor "register" is given.
error-serves-or-row = This command can't be read: give either "serves", or "row" and "field".
error-action-or-topic = This command can't be read: give one of "action", "topic", "statement" and "about".

expected-text = a text
expected-day = a day that exists, written YYYY-MM-DD
expected-true-or-false = true or false
expected-whole-number = a whole number
expected-list = a list
expected-object = an object
expected-one-of = one of { $choices }
expected-identity = an identity of 1 to 40 of a-z, 0-9 and "-"
expected-rich-text = a text as the editor writes it, as a tree
expected-answer = an object with "kind" and "value", such as { "{" }"kind":"line","value":"Name"{ "}" }
expected-kind = an answer of one of the kinds { $kinds }
expected-choice = an object with "option", and "note" where one is needed
expected-choices = a list of objects with "option", and "note" where one is needed
expected-yes-no = an object with "answer", true or false, and "reason", a text
expected-rows = a list of identities of rows
expected-level = a whole number from 1 to { $highest }
expected-scale = a list of levels, each an object with "label" and "meaning"
expected-matrix = a list of rows, each a list of levels, which are whole numbers
expected-citations = a list of identities of citations
expected-acceptance = an object with "accepted", true or false, "name", "role" and "date"

## Something that is not there
error-not-found-help = Nothing was changed. It may lie in the trash, or belong to another project.
error-unknown-name-help = Nothing was changed. Check how it is written; a newer version of Vurder may know it.
error-no-project = The project "{ $project }" is not here.
error-no-project-help = Nothing was changed. Check how it is written; the project may be in another workspace.
error-no-row = The row "{ $row }" is not here.
error-no-attachment = There is no attachment "{ $what }" in this project.
error-attachment-too-large = "{ $what }" is too large: an attachment may have { $most } MB.
error-same-state = These pages are here already, as revision { $revision }.
error-same-state-help = Nothing was imported. Open the revision that is here, or choose a newer state of the pages.
error-revision-pinned = Revision { $revision } can't be removed: { $citations ->
        [one] { $citations } citation
       *[other] { $citations } citations
    } of the project "{ $project }" { $citations ->
        [one] stands
       *[other] stand
    } on its passages.
error-revision-made-from = Revision { $revision } can't be removed: { $statements ->
        [one] { $statements } statement was
       *[other] { $statements } statements were
    } made from its passages.
error-revision-made-from-help = Nothing was removed. Remove these statements first, or keep the revision.
error-no-own-statement = No statement of yours has the name "{ $statement }".
error-statement-used = This statement can't be removed: { $citations ->
        [one] { $citations } citation
       *[other] { $citations } citations
    } in the project "{ $project }" { $citations ->
        [one] stands
       *[other] stand
    } on it.
error-statement-used-help = Nothing was removed. Take these citations out of the project first, or keep the statement.
error-revision-followed = Revision { $revision } can't be removed: the project "{ $project }" is drafted against it.
error-revision-followed-help = Nothing was removed. Let the project follow another revision first.
error-revision-pinned-help = Nothing was removed. Take these citations out of the project first, or keep the revision.
error-no-citation = The citation "{ $citation }" is not here.
error-project-in-trash = The project "{ $project }" lies in the trash.
error-attachment-in-trash = The attachment "{ $attachment }" lies in the trash.
error-row-in-trash = The row "{ $row }" lies in the trash.
error-in-trash-help = Nothing was changed. Take it out of the trash first.
error-no-form = The form "{ $form }" is not here. There are: { $forms }.
error-no-form-help = Nothing was changed. Check how it is written, and whether the project follows this form.
error-no-form-version = Version { $version } of the form "{ $form }" is not here.
error-no-section = The section "{ $section }" is not here. There are: { $sections }.
error-no-register = The register "{ $register }" is not here.
error-no-single-register = The register "{ $register }" is not among those with exactly one row: { $registers }.
error-no-field = The field "{ $register }.{ $field }" is not here. There are: { $fields }.
error-no-text-field = The field "{ $register }.{ $field }" is no text that statements can be written into.
error-no-version = The version "{ $version }" is not here.
error-no-such-version = This project has no version { $version }. { $count ->
    [0] It has no version yet.
    [one] Its only version is { $versions }.
   *[other] Its versions are { $versions }.
  }
error-no-provider = The provider "{ $provider }" is not here. There are: { $providers }.
error-no-revision = There is no revision "{ $revision }" of { $provider }.
error-nothing-to-settle = What "{ $citation }" cites is published as it was.
error-compare-same = Both sides are { $provider } in revision { $revision }: there is nothing to compare.
error-compare-same-help = Choose another provider, or another revision, for one of the sides.
error-nothing-published = Nothing that { $provider } publishes now stands in its place.
error-nothing-published-help = Keep the words and give a reason, or change the text that cites them. You can also name the statement to cite from now on.
error-no-citation-chosen = No citation was chosen.
error-settle-statement = A statement to cite from now on can be named for one citation only, and only where what it says is still true.
error-settle-several = What was cited stands in several places now: { $parts }.
error-settle-several-help = Choose the one to cite from now on.
error-settle-without-reason = There is no reason.
error-settle-reason-too-long = The reason has more than { $longest } characters.
error-no-page = The page "{ $page }" is not here.
error-no-statement = The statement "{ $statement }" is not here.
error-no-answer = There is no answer "{ $answer }" in this project that could be cited.
error-request-open = The request "{ $row }" on this is still open.
error-no-request-chosen = No request is chosen.
error-no-request-to = No request of this project goes to "{ $provider }". They go to: { $names }.
error-request-to-other = The request "{ $row }" goes to somebody else than "{ $provider }".
error-no-action = The provider offers no "{ $action }".
error-no-topic = The topic "{ $topic }" is not here.
error-no-theme = The theme "{ $theme }" is not here. There are: { $themes }.

## A value that does not fit
error-wrong-value = This does not fit: { $what }.
error-wrong-value-help = Nothing was changed. Correct it and try again.
error-answer = This does not fit "{ $field }": { $reason }.
error-answer-help = Nothing was changed. The earlier answer still stands.
error-too-large = This text is too long: { $size } kB, and an answer holds { $most } kB.
error-too-large-help = Nothing was changed. Divide the text, or put the long part into an appendix of its own.
error-rich-text = This does not fit "{ $field }": a rich text is given, and the field takes { $expected }.
error-screening-taken-over = There is nothing to take over: the screening has no result yet, no DPIA is made, or the DPIA says the same already.
error-one-row = The register "{ $register }" has exactly one row.
error-other-register = The row "{ $row }" is of the register "{ $register }", not of "{ $expected }".
error-no-import-format = There is no format "{ $name }". There are: { $formats }.
error-no-passage = The passage "{ $passage }" is not here.
error-statement-without-words = A statement needs words.
error-statement-too-long = The statement is too long: at most { $most } characters.
error-statement-without-topic = A statement needs a topic. Choose at least one.
error-provider-without-name = Whose pages are these? Name the provider, or choose one that is known.
error-provider-name = The name of a provider is one line of at most { $most } characters.
error-revision-bundled = Revision { $revision } of { $provider } came with the program and can't be removed.
error-revision-bundled-help = Nothing was removed. Only imported revisions can be removed.
error-no-statement-chosen = No statement is chosen.
error-no-subject = There is no subject of measures called "{ $subject }". There are: { $subjects }.
error-project-without-name = A project needs a name.
error-project-name-too-long = This name is too long: a project's name holds { $most } characters.
error-report-version-too-long = This version is too long: a report's version holds { $most } characters.
error-controller-name = The name of a controller is one line.
error-project-without-form = A project needs at least one form.
error-no-language = There is no report in the language "{ $language }". There are: { $languages }.
error-report-day = The day of the report does not fit: { $reason }.

reason-kind = { $kind } is given, { $given }, and the field takes { $expected }
reason-unknown-kind = the answer is of another kind
reason-option = "{ $option }" is none of its options, which are { $options }
reason-not-alone = one of the options rules the others out
reason-nul = the text holds a character that can't be kept (NUL)
reason-line-break = the answer is one line
reason-too-long = the text has { $size } kB, and an answer holds { $most } kB
reason-levels = a scale has { $least } to { $most } levels
reason-nameless-level = each level needs a name
reason-level = the level is outside any scale
reason-level-off-scale = the scale has levels 1 to { $highest }
reason-matrix = the matrix does not fit the scales
reason-day = the day is not between the years { $first } and { $last }
reason-citation-missing = the citation "{ $citation }" is not in the project
reason-row-missing = the row "{ $row }" is not in the project
reason-other-register = the row "{ $row }" is of another register ("{ $register }"); the field takes rows of { $registers }

reason-name-of-register = the name of a register has 1 to { $longest } characters, and "{ $name }" has not
reason-name-of-field = the name of a field has 1 to { $longest } characters, and "{ $name }" has not
reason-row-key = the key of a row has 1 to { $longest } characters, and "{ $name }" has not
reason-operation-label = what an operation did is named in 1 to { $longest } characters, and "{ $name }" is not
reason-page-id = the id of a page has 1 to { $longest } characters, and "{ $name }" has not
reason-id-length = an id has 1 to { $longest } characters, and "{ $name }" has not
reason-id = "{ $name }" is no id: an id is made of a to z, 0 to 9 and "-"
reason-page-twice = two pages have the id "{ $page }"
reason-attachment-name-length = the name of an attachment has 1 to { $longest } characters
reason-attachment-name = "{ $name }" can't be the name of a file
reason-media-type = "{ $name }" is no media type
reason-hash = "{ $hash }" is no SHA-256
reason-other-attachment = a change of the attachment "{ $attachment }" holds the attachment "{ $holds }"

kind-of-answer-text = a rich text
kind-of-answer-line = one line of text
kind-of-answer-date = a day
kind-of-answer-choice = one option
kind-of-answer-choices = a list of options
kind-of-answer-yes-no = yes or no with a reason
kind-of-answer-refs = a list of rows
kind-of-answer-level = a level
kind-of-answer-scale = a scale
kind-of-answer-matrix = a matrix
kind-of-answer-citations = a list of citations
kind-of-answer-acceptance = an acceptance

## Finding and replacing
error-nothing-sought = There is nothing to look for. Type words in one line.
error-nothing-to-replace = No place is chosen.
error-replacement-lines = The new words must stand in one line.
error-replacement-too-long = The new words are longer than { $most } characters.
error-changed-since-found = The project changed since the words were found. Nothing was replaced.
error-changed-since-found-help = Find them again, then replace.
error-not-found-there = The words do not stand at a place that was chosen in “{ $field }”. Nothing was replaced.

error-no-page-of-report = The report has no page { $page }: it has { $pages ->
    [one] one page
   *[other] { $pages } pages
}.

## Names and undo
error-taken = The name "{ $name }" is taken.
error-taken-help = Nothing was changed. Choose another name.
error-nothing-to-undo = There is nothing to undo.
error-nothing-to-redo = There is nothing to redo.
error-nothing-to-undo-help = The history of each answer still shows its earlier versions.

## Files
error-locked = { $path } is open in another window or program.
error-locked-help = Nothing was changed. Close the other one, then open the file again.
error-missing = There is no file { $path }.
error-missing-help = Nothing was changed. Check the name; it may have been moved, or lie on a disk that is not there now.
error-not-a-workspace = { $path } is not a Vurder workspace.
error-not-a-workspace-help = The file was left as it is. Choose another file, or start a new workspace.
error-newer = { $path } was written by a newer version of Vurder.
error-newer-help = The file was left as it is. Install the newer version to open it.
error-damaged = { $path } is damaged and can't be opened safely.
error-damaged-help = The file was left as it is. Open your latest backup, and keep the damaged file: parts of it may be rescued.
error-damaged-backup = The file was left as it is; keep it, parts of it may be rescued. Restore the latest backup as a workspace of its own: { $backup }
error-read-only = { $path } can't be written to.
error-read-only-help = Nothing was changed. Check the permissions of the folder, or move the file to your own documents.
error-disk-full = There is no room left on the disk for { $path }.
error-disk-full-help = Everything saved earlier is safe. Free some space; your latest words are still on the screen and will be saved then.
error-file = { $path } can't be read or written.
error-file-help = Nothing was lost. Check that the folder exists and that the file is not open in another program, then try again.
error-in-use = { $path } is open in another program, which keeps it from being replaced.
error-in-use-help = Nothing was changed. Close the program that shows the file, then try again; or choose another name.
error-no-backup = There is no such backup (any more): { $path }
error-no-backup-help = Nothing was changed. Choose another one; the list shows those that there are.
error-damaged-copy-help = Nothing was changed, and your workspace is not touched by this. Choose another backup.
error-backup-plan = Backups of 1 to { $most } days, and of up to { $most } weeks, can be kept.
error-no-second-folder = There is no folder { $path } on this computer now.
error-no-second-folder-help = Nothing was changed. Plug in the disk that it is on, or choose another folder.
error-own-file = { $path } is the workspace that is open, or belongs to it.
error-own-file-help = Nothing was written. Choose another name.
error-over-workspace = { $path } is a Vurder workspace, and what is in it would be lost.
error-over-workspace-help = Nothing was written. Choose another name.
error-not-a-file = { $path } is a folder or a device, not a file.
error-not-a-file-help = Nothing was written. Choose the name of a file.

## Dumps
error-dump = This dump can't be loaded: { $reason }.
error-dump-help = Nothing was loaded. A dump is what "vurder-cli dump" writes, and is loaded into a new workspace.
error-dump-answer = This dump can't be loaded: project "{ $project }", row "{ $row }", field "{ $field }": { $reason }.
error-dump-own-file = This dump can't be loaded: { $path } is the workspace that is open.
error-dump-not-a-dump = This dump can't be loaded: { $path } is no dump of a workspace (line { $line }).
error-dump-damaged-pdf = This dump can't be loaded: { $path } is a PDF that can't be read.
error-dump-bare-pdf = This dump can't be loaded: { $path } is a PDF that carries no project.
error-dump-not-empty = This dump can't be loaded: { $path } holds projects already.

reason-dump-json = it can't be read beyond line { $line }
reason-dump-format = it calls itself "{ $format }"
reason-dump-version = it has version { $found }, and this program reads versions up to { $newest }
reason-dump-revision-twice = the revisions "{ $there }" and "{ $revision }" of the provider "{ $provider }" have the same name or the same pages
reason-dump-statement-twice = it holds the statement "{ $statement }" twice
reason-own-word = "{ $word }" is not one word of at most { $longest } characters
reason-dump-word-twice = it holds the word "{ $word }" of the own dictionary twice
reason-dump-not-one-project = { $count ->
    [0] it holds no project
   *[other] it holds { $count } projects, and only a file with one project can be added to others
}
reason-dump-project-twice = it holds the project "{ $project }" twice
reason-dump-no-time-of-change = it does not say when the project "{ $project }" changed last
reason-dump-row-twice = the project "{ $project }" holds the row "{ $row }" twice
reason-dump-position = the row "{ $row }" of the project "{ $project }" has no usable position
reason-dump-key-twice = the register "{ $register }" of the project "{ $project }" has two rows with the key "{ $key }"
reason-dump-citation-twice = the project "{ $project }" holds the citation "{ $citation }" twice
reason-dump-not-a-record = "{ $record }" can't stand among the records of the project "{ $project }"
reason-dump-bytes-encoding = the bytes "{ $hash }" of an attachment are not written as base64
reason-dump-bytes-too-large = the bytes "{ $hash }" are more than an attachment may have
reason-dump-bytes-altered = the bytes "{ $hash }" of an attachment were altered
reason-dump-bytes-unused = the bytes "{ $hash }" belong to no attachment, or stand in it twice
reason-dump-bytes-missing = the bytes "{ $hash }" of an attachment are missing
reason-dump-operation-order = operation { $operation } of the log stands after operation { $previous }
reason-dump-operation-identity = the identity of operation { $operation } is malformed or used twice
reason-dump-done-after-undone = operation { $operation } is done, and an earlier one of its project is undone
reason-dump-not-undoable = operation { $operation } is undone, and undo does not reach it
reason-dump-operation-project = operation { $operation } belongs to a project that is not in the dump
reason-dump-operation-mismatch = operation { $operation } does not follow from the ones before it, at "{ $record }"
reason-dump-log-differs = the log of the project "{ $project }" leads to something else at "{ $record }"
reason-dump-records-missing = the log of the project "{ $project }" holds records that the project does not have

## The program itself
error-report = The report can't be made.
error-report-help = Your text is safe. Please tell us, with the details below.
error-internal = Something went wrong in Vurder itself.
error-internal-help = Everything saved earlier is safe. Please tell us, with the details below.

## Pages that can't be imported
error-import-missing = There is no file or folder { $path }.
error-import-missing-help = Nothing was imported. Choose a folder, a zip archive or a file.
error-import-no-file = { $path } is neither a file nor a folder.
error-import-unreadable = { $path } can't be read.
error-import-unreadable-help = Nothing was imported. Check that you may open it, then try again.
error-import-too-many-files = There are more than { $limit } files in { $path }.
error-import-files = There are { $count } files, and at most { $limit } are read.
error-import-bytes = There are { $size } MB, and at most { $limit } MB are read.
error-import-pieces = The pages have more than { $limit } headings, paragraphs, marked words and links, and no more are read.
error-import-smaller-help = Nothing was imported. Choose the folder in which the pages stand, such as "docs".
error-import-nothing = Among the { $count } files is none that can be read as a page.
error-import-not-this-format = None of the files is in the format that was chosen.
error-import-nothing-help = Nothing was imported. Choose another format, or the folder in which the pages stand.
error-import-no-page = No page is chosen.
error-import-archive = The archive is damaged, or no zip archive.
error-import-in-archive = "{ $file }" in the archive can't be read: the archive is damaged.
error-import-encrypted = "{ $file }" in the archive is protected by a password.
error-import-outside = "{ $file }" in the archive leads out of it. An honest archive has no such path.
error-import-compression = "{ $file }" in the archive is compressed in a way that can't be read.
error-import-bomb = "{ $file }" in the archive becomes more than { $times } times as large when it is unpacked. Such an archive is made to do harm.
error-import-archive-help = Nothing was imported. Unpack the archive yourself and choose the folder, or get it anew from the provider.
error-import-newer-pack = This pack was made by a newer Vurder: it is of version { $stated }, and at most { $known } is read.
error-import-newer-pack-help = Nothing was imported. Update Vurder, or ask the provider for an earlier pack.
error-import-pack-head = { $file }, line { $line }: the head of the pack can't be read.
error-import-pack-name = { $file }: "{ $name }" can't name a provider or a revision.
error-import-pack-without-page = No page of the pack can be read. The first fault, in { $line ->
    [0] { $file }
   *[other] { $file }, line { $line }
  }: { $fault }
error-import-pack-without-pages = No page of the pack can be read: there is no file in "pages/" that ends with ".json".
error-import-pack-help = Nothing was imported. Ask the provider for the pack anew.

## Risks
error-no-scenario = The catalogue has no scenario "{ $scenario }".
error-no-scales = There are no ready-made scales "{ $scales }". There are: { $known }.
error-no-score = Neither a score nor a reason is given.
error-no-risk-chosen = No risk is chosen.
error-no-risk = The row "{ $row }" is no risk.
error-no-measure = The row "{ $row }" is no measure.
error-measure-or-new = Name the measure that fills the gap, or the identity of a new one, and not both.
error-fills-already = The measure fills the gap of this topic already.
error-not-of-subjects = { $risk } does not concern data subjects, so it has no score for them.
error-not-of-organisation = { $risk } does not concern the organisation, so it has no score for it.
error-not-of-side-help = Nothing was changed. Say first whom the risk concerns.
error-nothing-as-before = None of these risks has a score before treatment that could stand after it as well.
error-nothing-as-before-help = Nothing was changed. A risk that a measure treats is scored by itself.
error-nothing-to-take-over = Every risk to data subjects concerns the organisation already.
error-nothing-to-take-over-help = Nothing was changed. Risks to data subjects are entered in 3.1 and 4.1.a of the DPIA, or here.
error-reason-without-verdict = The reason of what remains belongs to the verdict whether it is acceptable, and there is none yet.
error-reason-without-verdict-help = Nothing was changed. Answer yes or no first.
