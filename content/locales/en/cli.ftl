# What vurder-cli says besides the answers of commands. What it prints for programs is JSON and has no words.

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
cli-day = expected { $expected }

## Content
cli-content-wrong = { $count ->
    [one] 1 problem to mend
   *[other] { $count } problems to mend
  }
cli-content-right = { $providers } providers, { $statements } statements, { $topics } topics, { $forms } forms: nothing wrong
cli-provider = { $name } ({ $id }), read { $day }
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
