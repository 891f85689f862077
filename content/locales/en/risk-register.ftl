# The words of the register of risks.

risks = Risks
risk-same-as-subjects = Same as for data subjects.

## What can be done
risks-from-catalogue = From the catalogue
risks-add = Add a risk
risks-take-over = Copy to the organisation ({ $count })
risks-take-over-help = { $count ->
    [one] One risk concerns data subjects only, so the RAR does not have it. It will concern the organisation as well, with the same scores.
   *[other] { $count } risks concern data subjects only, so the RAR does not have them. They will concern the organisation as well, with the same scores.
}
risks-as-before = Same after as before ({ $count })
risks-as-before-help = Where no measure treats a risk, its score after is set to its score before.
risks-scales = Ready-made scales
risks-help = Set a score with the keys 1 to { $levels }. Arrows move. With several risks ticked, a score is set for all of them.

## The list
risks-list = Risks of the project
risks-side = Scores for
risks-side-subjects = Data subjects
risks-side-organisation = The organisation
risks-side-all = Both
risks-search = Find in the list
risks-filter-level = Level
risks-filter-before = { $level } before
risks-filter-after = { $level } after
risks-filter-unscored-before = No level before
risks-filter-unscored-after = No level after
risks-filter-owner = Owner
risks-filter-environment = Environment
risks-filter-origin = Origin
risks-filter-open = Missing
risks-open-any = Anything missing
risks-group = Group by
risks-group-none = No groups
risks-group-environment = Environment
risks-group-owner = Owner
risks-group-level = Level before
risks-group-origin = Origin
risks-group-without = Not filled in
risks-shown = { $count } of { $all ->
    [one] one risk
   *[other] { $all } risks
}
risks-cell-chosen = Only { $likelihood } and { $severity }, { $when ->
    [before] before
   *[after] after
} measures
risks-show-all = Show all
risks-none-fit = No risk matches.
risks-select = Tick { $risk }
risks-select-all = Tick all that are shown
risks-ticked = { $count ->
    [one] One risk ticked
   *[other] { $count } risks ticked
}
risks-col-title = Risk
risks-col-owner = Owner
risks-col-likelihood = Likelihood
risks-col-likelihood-short = L
risks-col-severity = Severity
risks-col-severity-short = S
risks-col-before = Before
risks-col-after = After
risks-col-subjects-before = Data subjects before
risks-col-subjects-after = Data subjects after
risks-col-organisation-before = Organisation before
risks-col-organisation-after = Organisation after
risks-col-measures = Measures
risks-col-open = Missing
risks-score = { $which ->
    [likelihood] Likelihood
   *[severity] Severity
} { $when ->
    [before] before
   *[after] after
}, { $risk }: { $value }
risks-score-none = no score
risks-no-level = –
risks-no-level-words = no level yet
risks-after-as-before = as before
risks-unnamed = No name
risks-open-count = { $count ->
    [0] Nothing missing
    [one] 1 answer missing
   *[other] { $count } answers missing
}
risk-gap-description = Description
risk-gap-score_before = Score before
risk-gap-reason = Reason of a score
risk-gap-measure = A measure: it is not acceptable
risk-gap-measure_plan = Who does a measure, and by when
risk-gap-score_after = Score after
risk-gap-verdict = Whether it is acceptable
risk-gap-owner = Owner
risk-gap-acceptance = Acceptance

## The matrix
risks-matrix-before = Before measures
risks-matrix-after = After measures
risks-matrix-help = Choose a cell to list its risks. On a risk, the arrow keys move it, which sets its scores.
risks-matrix-cell = { $severity } and { $likelihood }, level { $level }: { $count ->
    [0] no risk
    [one] 1 risk
   *[other] { $count } risks
}
risks-matrix-risk = { $risk }. Arrow keys move it.
risks-matrix-more = and { $count } more
risks-matrix-unscored = { $count ->
    [one] One risk has no place yet: it lacks a score.
   *[other] { $count } risks have no place yet: they lack a score.
}
risks-matrix-moved = { $risk }: { $likelihood } and { $severity }

## One risk
risk-panel = The chosen risk
risk-close = Close
risk-open-here = Open { $risk }
risk-of-subjects = For data subjects
risk-of-organisation = For the organisation
risk-still-open = Still missing
risk-measures = Treatment and measures
risk-no-measures = No measure treats this risk.
risk-add-measure = Add a measure
risk-suggested = Usually helps
risk-suggested-add = Add as an additional measure
risk-suggested-base = Add as already in place: { $subject }
risk-suggested-help = An additional measure treats this risk. What is already in place is listed among the measures of 2.3 and treats nothing here.
risk-trash = Delete this risk
risk-trash-named = { $count ->
    [one] A measure names { $risk }
   *[other] { $count } rows name { $risk }
}
risk-trash-detach = They stay, and no longer name the risk. Undo restores the risk and everything that named it.
risk-trash-do = Delete and detach
measure-trash = Delete { $measure }

## The catalogue
scenarios-title = Scenarios from the catalogue
scenarios-search = Find a scenario
scenarios-prompt = For example: backup, key, relatives
scenarios-count = { $count ->
    [one] One scenario
   *[other] { $count } scenarios
}
scenarios-none = No scenario matches.
scenarios-help = They are starting points in Vurder’s own words. Change what you add as you like.
scenario-how = How it happens
scenario-sources = Sources
scenario-causes = Usual causes
scenario-impact = Impact on people
scenario-measures = Usually helps
scenario-gdpr = GDPR { $articles }
scenario-topics = What your providers say about it
scenario-no-provider = No provider is chosen for this project.
scenario-not-stated = not stated
scenario-not-looked-at = no one has looked at the pages yet
scenario-add = Add to the risks
scenario-added = Added: { $risk }
scenario-there = In the register: { $risks }

## Ready-made scales
scales-title = Ready-made scales
scales-help = They replace likelihood, severity, levels of risk and the matrix in one step. Scores stay; those beyond a shorter scale are marked. You can edit the scales in the method afterwards.
scales-use = Use these
scales-likelihood = Likelihood
scales-severity = Severity
scales-risk = Levels of risk
scales-may-stay = acceptable, accepted by { $role }

## With nothing there
risks-first = No risks yet
risks-first-scales = First: how you score
risks-first-scales-help = Likelihood and severity, with meanings that two people read alike. Take ready-made scales, or set your own in the method.
risks-first-pick = Then: what can go wrong
risks-first-pick-help = Pick from { $count } scenarios for research data, see what your provider says about each, and change the words. Or write your own.
risks-first-score = Then: score, treat, accept
risks-first-score-help = Each risk is scored for people and for the organisation, before and after measures. Both forms show the same risks.
