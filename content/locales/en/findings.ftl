# The findings of the checks on the command line and, in the same words, in the window.
cli-findings = What the checks say of a project: what stands in the way of a decision, what standards ask, advice
cli-findings-fail-on = End with exit code 1 if there is an open finding of this weight or more
cli-finding = { $part }: { $text } ({ $law })
cli-finding-fell = It was waived ({ $reason }), and has changed since
cli-finding-waived = Waived: { $part }: { $text } (reason: { $reason })
cli-finding-mended = A waiver is no longer needed: { $said } (reason: { $reason })
cli-finding-of-unknown-rule = A waiver of “{ $key }”, which this version does not check, is kept (reason: { $reason })
