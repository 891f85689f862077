# The findings of the checks, in the window and on the command line.
findings = Findings
findings-law = Blocks a decision
findings-standard = Asked by guidelines and standards
findings-advice = Advice
findings-none = Nothing found.
findings-none-here = Nothing found in this section.
findings-waived = Waived
findings-idle = Waivers that are no longer needed
findings-where = Where
findings-here = This section
findings-everywhere = The whole project
findings-counts = { $law ->
    [one] 1 blocks a decision
   *[other] { $law } block a decision
  }, { $standard } from guidelines and standards, { $advice } advice
findings-all-done = The checks find nothing.
findings-waived-count = { $count ->
    [one] 1 waived
   *[other] { $count } waived
  }
findings-keys = Arrow keys move, Enter goes there, { $mend } fixes, { $waive } waives, { $ask } asks a provider.
weight-law = Law
weight-standard = Standard
weight-advice = Advice
finding-mend = Fix
finding-waive = Waive
finding-ask = Ask a provider
finding-ask-whom = Ask { $provider }
finding-waive-title = Waive a finding
finding-waive-help = It is accepted for a reason, and the report prints the reason. The waiver ends when what it is about changes.
finding-reason = Reason
finding-unwaive = Undo the waiver
finding-waived-for = Waived { $on }: { $reason }
finding-fell = Was waived (“{ $reason }”), but has changed since.
finding-mended = { $said } – no longer found. Reason: { $reason }
finding-unknown-rule = This version does not check “{ $key }”. The waiver is kept. Reason: { $reason }
finding-marks = { $count ->
    [one] 1 finding
   *[other] { $count } findings
  }
mended = Fixed: { $what }
