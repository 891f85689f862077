# What vurder-cli says besides the answers of commands. What it prints for programs is JSON and has no words.

## Help: what the whole program and each command does. Without a full stop, since each is a line of a list.
cli-about = Vurder without a window: the same commands, for scripts, tests and support
cli-content = Shows what the providers publish
cli-content-list = Lists the providers: numbers of pages, statements and actions, and the topics not stated; of a workspace, the revisions
cli-content-export = Writes what a provider publishes as a file that others can read
cli-content-check = Checks content files and prints each problem with its file and line
cli-commands = Lists the commands that the app knows, with their fields
cli-sample = Makes the sample project and prints its id
cli-apply = Runs commands from a file or from standard input
cli-apply-answers = Each line of the input is a command as JSON. After each commit one line of JSON is printed. What is refused is also told on standard error, with the number of its line.
cli-projects = Lists the projects of a workspace
cli-show = Shows a project with what is missing in it, or all projects
cli-search = Searches projects, answers, notes and statements
cli-import = Keeps a state of a provider's own pages in the workspace
cli-import-answers = A folder is read with all that is below it. What can't be read is printed with its file and line, and the rest is kept.
cli-drift = Tells what changed since it was cited, or from one revision of a provider to another
cli-undo = Undoes the last change of a project
cli-redo = Redoes the change that was undone last
cli-export = Writes a report as PDF or as Word file
cli-dump = Writes the whole workspace as JSON
cli-load = Reads a dump into a new workspace; a dump that is refused leaves nothing behind
cli-backup = Writes a backup of the workspace

## Help: arguments
cli-workspace = The workspace
cli-workspace-or-new = The workspace; it is made if it is not there
cli-apply-workspace = The workspace; it is made if it is not there and at least one command is done
cli-import-workspace = The workspace; it is made if it is not there and something is kept
cli-load-workspace = The new workspace; with --add, an existing one
cli-load-add = Adds the only project of the file to the projects of the workspace
cli-project = Id of the project
cli-json = Prints JSON
cli-commands-json = Prints JSON, with the JSON Schema of arguments and answer
cli-apply-file = The file of commands; without it, or for "-", standard input
cli-show-form = Prints this form of the project, whole, as JSON: { $forms }
cli-search-project = Searches this project only
cli-search-query = The words; of the last one the beginning is enough
cli-import-path = A folder, a zip archive or a file
cli-import-dialect = How the pages are written: { $formats }; recognised if left out
cli-import-provider = Id of the provider; made from its name if left out
cli-import-title = Name of the provider; needed the first time
cli-import-address = Address of the site, to which links to the pages lead
cli-import-date = The day on which the pages read like this, written YYYY-MM-DD; that of the newest file if left out
cli-import-left-out = Id of a page that is left out; can be given more than once
cli-import-look = Only looks: prints what would be kept, with the ids of the pages
cli-drift-project = Id of the project; all projects if left out
cli-drift-provider = Id of a provider: tells what changed on its pages, whoever cites them
cli-drift-from = The earlier revision; the one before the later one if left out
cli-drift-to = The later revision; the newest if left out
cli-export-form = The form: { $forms }
cli-export-out = The file
cli-export-format = What the file is: { $pdf } (usual), or { $docx } for a Word file in which others can write
cli-export-date = The day on the report, written YYYY-MM-DD; today if left out
cli-export-final = The report is final: the PDF is one for the archive, which programs open read-only
cli-export-with-answers = Adds the answers to the remarks of the last review round as an appendix; nothing else that reviewers sent back is ever in a report
cli-export-with-project = The PDF carries the project, for "load" to read it again. That of a whole report holds all answers, also those of the project's other forms; that of a cut holds what the cut shows
cli-export-cut = What of the report is written, for which reader: { $cuts }; full is usual
cli-export-sections = Only these sections of the whole report, by their numbers: 2,4
cli-export-without-summary = No summary in front of the report
cli-export-with-summary = Put the summary of the whole project in front of the chosen sections
cli-export-provider = Of the cut for a provider, the provider whose copy it is; can be left out if the project has only one
cli-export-since = Lists in the report what changed since this version of the project, given by its number
cli-export-redline = Marks in the report itself, too, what changed since then
cli-export-look = Writes nothing, and tells what the cut leaves out
cli-export-empty = What the report does with empty optional parts: { $leave_out } (usual) leaves them out, { $say } prints "Not filled in"
cli-dump-file = The JSON file
cli-dump-schema = Prints the JSON Schema of a dump instead
cli-load-file = The dump: a JSON file, or a report as PDF, which carries its project
cli-backup-file = The backup
cli-content-export-provider = The provider
cli-content-export-revision = The revision; the newest if left out
cli-content-export-format = A pack, which another Vurder imports, or a component definition of OSCAL
cli-content-export-project = A project, whose judgements are written as remarks; only OSCAL has a place for them
cli-content-export-out = The file
cli-content-check-dir = The folder with content; if left out, the content in the program
cli-content-list-workspace = A workspace, whose imported pages are listed, too; if left out, what came with the program

## Help: what stands for the value of an argument
cli-value-workspace = WORKSPACE
cli-value-project = PROJECT
cli-value-provider = PROVIDER
cli-value-revision = REVISION
cli-value-format = FORMAT
cli-value-name = NAME
cli-value-address = ADDRESS
cli-value-page = PAGE
cli-value-path = PATH
cli-value-password = PASSWORD
cli-value-form = FORM
cli-value-query = WORDS
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-day = DAY
cli-value-empty = WHAT
cli-value-cut = CUT
cli-value-version = NUMBER
cli-value-sections = SECTIONS
cli-value-weight = WEIGHT
cli-value-command = COMMAND
cli-value-options = OPTIONS

## Help: its headings, and what each command has
cli-help-usage = Usage:
cli-help-commands = Commands:
cli-help-arguments = Arguments:
cli-help-options = Options:
cli-help-flag = Prints this help
cli-help-version = Prints the version
cli-help-command = Prints the help of the program or of a command
cli-help-command-name = The command, with the one above it if there is one

## A command line that can't be read
cli-misuse = This command line can't be read.
cli-misuse-unknown-argument = There is no argument "{ $argument }" here.
cli-misuse-unknown-command = There is no command "{ $command }".
cli-misuse-missing-argument = This is missing: { $arguments }
cli-misuse-missing-command = A command is missing.
cli-misuse-missing-value = { $argument } needs a value.
cli-misuse-surplus-value = "{ $value }" is more than { $argument } takes.
cli-misuse-wrong-value = "{ $value }" does not fit { $argument }: it must be { $expected }.
cli-misuse-argument-twice = { $argument } is given twice.
cli-misuse-not-together = { $argument } and { $other } can't be given together.
cli-misuse-help = Nothing was changed. "{ $help }" tells what can be given.
cli-misuse-help-near = Nothing was changed. Did you mean "{ $near }"? "{ $help }" tells what can be given.

## What the commands print

cli-not-commands = { $path } is the workspace itself, or belongs to it. Nothing was changed. Name a file with commands.
cli-input-unreadable = { $name } can't be read.
cli-standard-input = Standard input
cli-line-refused = line { $line }: { $message }
cli-answer-unwritten = The answer can't be written to standard output. A change that was asked for is made all the same.
cli-answer-to-line-unwritten = The answer to line { $line } can't be written to standard output. The lines after it were not done.
cli-no-command = This line is no command.
cli-no-command-help = Nothing was changed. A command is a JSON object with the key "command".
cli-line-too-long = This line is longer than { $most } MB.
cli-line-too-long-help = Nothing was changed. Divide the text.

## Content
cli-content-export-no-remarks = A pack has no place for the judgements of a project, so nothing was written. Leave out "--project", or write the format "oscal".
cli-content-wrong = { $count ->
    [one] 1 problem to mend
   *[other] { $count } problems to mend
  }
cli-content-right = { $providers } providers, { $statements } statements, { $topics } topics, { $forms } forms: nothing wrong
cli-provider = { $name } ({ $id }), state of { $day }
cli-provider-undated = { $name } ({ $id }), undated
cli-provider-of-workspace = { $name } ({ $id })
cli-provider-numbers = { $pages } pages, { $statements } statements, { $actions } actions
cli-not-stated = not stated: { $topics }
cli-revision = revision { $revision }
cli-revision-bundled = came with the program
cli-revision-imported = imported
cli-revision-of-day = state of { $day }
cli-revision-numbers = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
  }, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
  }, { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
  }
cli-revision-not-stated = { $topics ->
    [one] 1 topic
   *[other] { $topics } topics
  } not stated

## Import
cli-imported = { $provider } ({ $id }), revision { $revision }: { $counts }
cli-imported-after = { $provider } ({ $id }), revision { $revision }, after { $before }: { $counts }
cli-import-counts = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
  }, { $headings ->
    [one] 1 heading
   *[other] { $headings } headings
  }, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
  }, { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
  }, { $links ->
    [one] 1 link
   *[other] { $links } links
  }
cli-import-format = Read as { $format }. { $recognised }
cli-import-day-taken = The day is that of the newest file: { $day }.
cli-import-newest-file = The newest file is of { $day }.
cli-import-no-day = Nothing tells on which day the pages read like this.
cli-import-no-day-help = Nothing was imported. Give the day with "--date".
cli-import-page = { $page }: { $title } ({ $file })
cli-import-leads-nowhere = leads nowhere: { $target }
cli-import-only-looked = Nothing was kept.

## What changed. The first line names the project or the revisions, each of the others one thing.
cli-drift-of-project = { $title }: { $open ->
    [0] nothing to look at
    [one] 1 to look at
   *[other] { $open } to look at
  }
cli-drift-follows = { $provider }: the project follows revision { $revision }, the newest is { $newest }
cli-drift-between = { $provider }: from revision { $from } to revision { $to }
cli-drift-nothing = nothing changed
cli-drift-counts = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
  }, { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
  }, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
  }, { $topics ->
    [one] 1 topic
   *[other] { $topics } topics
  }
cli-drift-citation = Citation { $citation } of { $statement }
cli-drift-judgement = Judgement on { $statement }
cli-drift-request = Request about { $statement }
cli-drift-page = Page { $page }
cli-drift-change = { $subject }: { $change }
cli-drift-change-since = { $subject }: { $change } since { $since }
cli-drift-before = before: { $words }
cli-drift-now = now: { $words }
cli-drift-place = in { $place }
cli-drift-topic-stated = Topic { $topic }: stated now
cli-drift-topic-not-stated = Topic { $topic }: no longer stated
cli-drift-newly-stated = Topic { $topic }: stated now by { $provider }
cli-drift-waiting = waits for it: { $place }
cli-drift-document-ends = { $document } ({ $provider }): valid until { $day }
cli-drift-document-ended = { $document } ({ $provider }): was valid until { $day }
cli-drift-removed = no longer published
cli-drift-narrowed = promises less
cli-drift-widened = promises more
cli-drift-reworded = in other words
cli-drift-relinked = the same words, other evidence
cli-drift-moved = at another place
cli-drift-new = new
cli-drift-unchanged = as it was
cli-drift-split = in several passages
cli-drift-joined = in one passage with others
cli-drift-other-links = the same words, other links
cli-drift-other-address = at another address
cli-drift-retitled = another title

## Projects and reports
cli-progress = { $form }: { $filled } of { $required } parts filled
cli-gap = { $form } { $part }: { $field } ({ $missing } of { $all } { $what })
cli-gap-without = without { $lacks }
cli-gap-off-scale = outside the scale
cli-gap-open = open
cli-exported-docx = { $path }: { $bytes } bytes
cli-exported = { $path }: { $pages } pages, { $bytes } bytes
cli-missing-glyphs = No font has these characters; they are drawn as boxes: { $characters }. Install a font that has them, or use other characters.
cli-missing-glyph = { $count ->
    [0] { $character } ({ $code })
    [one] { $character } ({ $code }, page { $pages })
   *[other] { $character } ({ $code }, pages { $pages })
  }
cli-names-in-cut = This cut withholds names of people, but these names are still in its text: { $names }. The program knows only names that the project lists: read the file before you publish it.
cli-fonts-of-computer = Some characters are set in a font of this computer: { $fonts }. On another computer they may look different.

cli-search-nothing = Nothing found.

# What the checks say
cli-remarks = Reads the remarks of a returned report, PDF or Word file, into its project
cli-remarks-file = The file that came back
cli-remarks-password = The password that opens the file
cli-remarks-round = Number of the review round that the file belongs to, if the file does not say it
cli-remarks-look = Only looks: prints what the file would bring
cli-findings = What the checks say of a project: what stands in the way of a decision, what standards ask, advice
cli-findings-fail-on = End with exit code 3 if there is an open finding of this weight or more: law, standard or advice (1 is a refusal)
cli-finding = { $part }: { $text } ({ $law })
cli-finding-fell = It was waived ({ $reason }), and has changed since
cli-finding-waived = Waived: { $part }: { $text } (reason: { $reason })
cli-finding-mended = A waiver is no longer needed: { $said } (reason: { $reason })
cli-finding-of-unknown-rule = A waiver of “{ $key }”, which this version does not check, is kept (reason: { $reason })
