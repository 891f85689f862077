# The words of a project's coverage: what its providers state on each topic, and what is done about gaps.

coverage = Coverage
coverage-about = What the chosen providers state on each topic, your judgement on it, and the measure or the request that fills a gap.
coverage-work = Judge, ask and fill gaps
coverage-measure = Measure
coverage-judgement = Judgement
coverage-providers-shown = Providers side by side
coverage-left = Provider on the left
coverage-right = Provider on the right
coverage-no-second = No second provider

## How a provider stands to a topic; each with a sign beside it
coverage-stated = Provided
coverage-limitation = Limitation
coverage-duty = Yours
coverage-not-stated = Not stated
coverage-not-looked-at = Not looked at
coverage-statements = { $count ->
    [one] one statement
   *[other] { $count } statements
}

## Judgement
coverage-not-judged = No judgement yet
coverage-judged = { $judgement }, { $judged } of { $of } judged

## Gaps
coverage-gap-filled = Gap filled by a measure
coverage-gap-asked = Gap: the provider is asked
coverage-gap-answered = Gap: the provider answered
coverage-gap-open = Gap: nothing done yet
coverage-request-open = Open request { $number }
coverage-request-answered = Answered request { $number }
coverage-add-measure = Add a measure of my own
coverage-link-measure = Link a measure
coverage-link-title = Which measure fills the gap “{ $topic }”?
coverage-link-none = This project has no measure yet.
coverage-link-find = Find a measure
coverage-link-no-fit = No measure has these words.
coverage-measure-made = A measure against the gap “{ $topic }” is begun.
coverage-measure-linked = { $measure } fills the gap “{ $topic }”.
coverage-no-gap = no gap

## What is shown
coverage-show = Show
coverage-show-without-measure = Gaps without a measure ({ $count })
coverage-show-open = Gaps with nothing done ({ $count })
coverage-show-asked = Gaps that are asked or answered ({ $count })
coverage-show-filled = Gaps filled by a measure ({ $count })
coverage-show-too-little = Judged to be too little ({ $count })
coverage-show-not-judged = Stated, without a judgement ({ $count })
coverage-show-stated = Provided ({ $count })
coverage-show-limitation = With limitations only ({ $count })
coverage-show-duty = Left to you ({ $count })
coverage-show-not-stated = Not stated ({ $count })
coverage-show-not-looked-at = Not looked at ({ $count })
coverage-show-all = All topics ({ $count })
coverage-group = Group
coverage-find = Find a topic
coverage-shown = { $count ->
    [one] One topic of { $all }
   *[other] { $count } topics of { $all }
}
coverage-none-fit = No topic fits.
coverage-all = All topics
coverage-compare = Compare the providers
