# What vurder-cli says besides the answers of commands. What it prints for programs is JSON and has no words.

## Help: what the whole program and each command does. Without a full stop, since each is a line of a list.
cli-about = Vurder without a window: the same commands, for scripts, tests and support
cli-content = Shows what the providers publish
cli-content-list = Lists the providers: numbers of pages, statements and actions, and the topics not stated
cli-content-check = Checks content files and prints each problem with its file and line
cli-commands = Lists the commands that the app knows, with their fields
cli-sample = Makes the sample project and prints its id
cli-apply = Runs commands from a file or from standard input
cli-apply-answers = Each line of the input is a command as JSON. After each commit one line of JSON is printed. What is refused is also told on standard error, with the number of its line.
cli-projects = Lists the projects of a workspace
cli-show = Shows a project with what is missing in it, or all projects
cli-search = Searches projects, answers, notes and statements
cli-undo = Undoes the last change of a project
cli-redo = Redoes the change that was undone last
cli-export = Writes a report as PDF
cli-dump = Writes the whole workspace as JSON
cli-load = Reads a dump into a new workspace; a dump that is refused leaves nothing behind
cli-backup = Writes a backup of the workspace

## Help: arguments
cli-workspace = The workspace
cli-workspace-or-new = The workspace; it is made if it is not there
cli-apply-workspace = The workspace; it is made if it is not there and at least one command is done
cli-load-workspace = The new workspace
cli-project = Id of the project
cli-json = Prints JSON
cli-commands-json = Prints JSON, with the JSON Schema of arguments and answer
cli-apply-file = The file of commands; without it, or for "-", standard input
cli-show-form = Prints this form of the project, whole, as JSON: { $forms }
cli-search-project = Searches this project only
cli-search-query = The words; of the last one the beginning is enough
cli-export-form = The form: { $forms }
cli-export-out = The PDF
cli-export-date = The day on the report, written YYYY-MM-DD; today if left out
cli-export-empty = What the report does with empty optional parts: { $leave_out } (usual) leaves them out, { $say } prints "Not filled in"
cli-dump-file = The JSON file
cli-dump-schema = Prints the JSON Schema of a dump instead
cli-load-file = The dump, a JSON file
cli-backup-file = The backup
cli-content-check-dir = The folder with content; if left out, the content in the program

## Help: what stands for the value of an argument
cli-value-workspace = WORKSPACE
cli-value-project = PROJECT
cli-value-form = FORM
cli-value-query = WORDS
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-day = DAY
cli-value-empty = WHAT
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
cli-content-wrong = { $count ->
    [one] 1 problem to mend
   *[other] { $count } problems to mend
  }
cli-content-right = { $providers } providers, { $statements } statements, { $topics } topics, { $forms } forms: nothing wrong
cli-provider = { $name } ({ $id }), state of { $day }
cli-provider-undated = { $name } ({ $id }), undated
cli-provider-numbers = { $pages } pages, { $statements } statements, { $actions } actions
cli-not-stated = not stated: { $topics }

## Projects and reports
cli-progress = { $form }: { $filled } of { $required } parts filled
cli-gap = { $form } { $part }: { $field } ({ $missing } of { $all } { $what })
cli-gap-without = without { $lacks }
cli-gap-off-scale = outside the scale
cli-gap-open = open
cli-exported = { $path }: { $pages } pages, { $bytes } bytes
cli-missing-glyphs = No font has these characters; they are drawn as boxes: { $characters }
