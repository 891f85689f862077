# The findings of the checks, in the window and on the command line.
findings = Findings
findings-law = Blocks a decision
findings-standard = Asked by guidelines and standards
findings-advice = Advice
findings-none = Nothing is found.
findings-none-here = Nothing is found in this section.
findings-waived = Waived
findings-idle = Waivers without a finding
findings-where = Where
findings-here = This section
findings-everywhere = The whole project
findings-counts = { $law } in the way of a decision, { $standard } of guidelines and standards, { $advice } of advice
findings-all-done = The checks find nothing that is open.
findings-waived-count = { $count ->
    [one] 1 waived
   *[other] { $count } waived
  }
findings-keys = Arrow keys move, Enter goes there, { $mend } mends, { $waive } waives.
weight-law = Law
weight-standard = Standard
weight-advice = Advice
finding-mend = Mend
finding-waive = Waive
finding-waive-title = Waive a finding
finding-waive-help = It may stand, for a reason that the report prints. The waiver falls when what it waived changes.
finding-reason = Reason
finding-unwaive = Take the waiver back
finding-waived-for = Waived { $on }: { $reason }
finding-fell = Was waived (“{ $reason }”); what it waived has changed since.
finding-mended = { $said } – not found any more. Reason: { $reason }
finding-unknown-rule = This version does not check “{ $key }”. The waiver is kept. Reason: { $reason }
finding-marks = { $count ->
    [one] 1 finding
   *[other] { $count } findings
  }
mended = Mended: { $what }
