# Words that stand in the PDF besides the form's own and what was written.

report-contents = Contents
report-page-of = page { $x } of { $y }
report-draft = DRAFT
report-source-file = The project as it stood, which Vurder can read
report-continued = continued

# What changed since an earlier version. The first two are heard in place of marked words.
report-inserted = inserted: { $x }
report-deleted = deleted: { $x }
report-changes = Changed since version { $version } of { $day }
# In a report of some parts, of which levels and counts may have changed.
report-changes-none-shown = No answer that is printed in this report changed since version { $version }. Levels, sums and drawings are worked out anew from the answers and are not listed.
report-changes-none = Nothing changed in this report since version { $version }.
report-changes-inserted = Underlined words came in.
report-changes-deleted = Words struck through went.
report-changes-about = Of long answers, the words around each change are shown. Levels, sums and drawings are worked out anew from the answers and are not listed.
report-changes-about-marked = The same marks stand in the report below. Of long answers, this list shows the words around each change. Levels, sums, drawings and the summary are worked out anew from the answers and bear no marks.
report-changes-counted = { $changed ->
    [0] No answer was changed
    [one] 1 answer was changed
   *[other] { $changed } answers were changed
}, { $came } came in, { $went } went. Rows: { $rows-came } new, { $rows-went } removed.
# Stands in a word processor as the author of the marked changes.
report-changes-by = Changed since version { $version }
report-change = Change
report-change-row-came = new row
report-change-row-went = row removed
# Stands in brackets in words that went, in place of the number of a source that is cited nowhere any more.
report-change-source = source no longer cited
report-change-without-words = Changed in a way that words do not show: how the text is set, or a drawing.

report-revision = Revision
report-form = { $short }, form version { $version }
report-version-header = Version { $version }
report-controllers = Controllers
report-providers = Providers
report-version = Version
report-date = Date
# A day as paper and window show it; the day and the month stay on one line.
report-day = { $day }{"\u00A0"}{ $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
# The name of a month in a drawing, short; what is drawn has little room.
report-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
report-month = { $month }{"\u00A0"}{ $year }
report-day-of-month = { $day }{"\u00A0"}{ $month }
report-state = State
report-state-draft = Draft for review
report-state-final = Final
report-follows = Form
report-not-filled-in = Not filled in.
report-yes = Yes
report-no = No
report-number = No.
report-accepted = Accepted
report-not-accepted = Not accepted
report-level-number = No.
report-level = Level
report-meaning = Meaning
report-may-stay = Acceptable
report-accepted-by = Accepted by
report-severity = Severity
report-likelihood = Likelihood
report-unscored = Not scored yet
report-matrix-subjects-before = Risks to data subjects, before additional measures
report-matrix-subjects-after = Risks to data subjects, after additional measures
report-matrix-organisation-before = Risks to the organisation, before treatment
report-matrix-organisation-after = Risks to the organisation, after treatment
report-risk-level = Level of risk
report-before = Risks before
report-after = Risks after
report-highest-before = The highest level before treatment is { $level }.
report-highest-after = The highest level after treatment is { $level }.
report-nothing-treated = No measure treats a risk yet, so there is no level after treatment.
report-levels-open = { $count ->
    [one] One of { $all } risks to the organisation has no level before treatment, so no highest level is given
   *[other] { $count } of { $all } risks to the organisation have no level before treatment, so no highest level is given
}
report-levels-open-after = { $count ->
    [one] One risk that a measure treats has no level after treatment, so no highest level after treatment is given
   *[other] { $count } risks that measures treat have no level after treatment, so no highest level after treatment is given
}
report-cell = { $severity } and { $likelihood }: { $level }
report-cell-risks = Level { $level }, severity { $severity }, likelihood { $likelihood }: { $risks }
report-no-risk-scored = No risk has both scores.
report-level-may-stay = { $level }, acceptable
report-untreated = Scored otherwise after treatment although no measure treats them, and counted at the level before
report-matrix-untreated = Scored otherwise after treatment although no measure treats them, and shown where they were before
report-topic = Topic
report-stated = Stated
report-limitation = Limit
report-see = see
report-duty = Left to the controller
report-not-stated = Not on the pages read
report-not-looked-at = No statement was made from the imported pages yet
report-no-provider = No provider is chosen for this project; there is nothing to hold against the topics.
report-off-scale = outside the scale
report-pages-read = Pages read
report-other-pages = { $count ->
    [one] and { $count } other page
   *[other] and { $count } other pages
    }
report-pages-of = { $provider }: { $pages }
report-not-on-pages = { $count } of { $all } topics are not on the pages read ({ $providers })
report-stated-topics = Topics that are stated
report-screening-open = The answers come to nothing yet: questions are open.
report-screening-required = A DPIA is required.
report-screening-required-unless-reason = A DPIA is required unless a reason against it is written down.
report-screening-recommended = A DPIA is recommended. A reason either way is written down.
report-screening-not-required = No DPIA is required. This screening is the record of it.
report-screening-exempt = What the rules below ask for is lifted: { $exemption }.
report-screening-no-rule = No rule holds.
report-screening-unlawful = No DPIA is made although one is required: the law leaves no room for this decision.
report-screening-rule = Rule
report-screening-answers = Answers that made it hold
report-screening-check = Check against the authority's own list.
report-no-requests = No request has been made to a provider.
report-no-notes = No published control has been judged.
report-no-sources = No published statement is cited.
report-provider = Provider
report-page = Page
report-captured-on = State of
report-undated = undated
report-left-open = Left open
report-judgement = Judgement
report-not-judged = no judgement yet
report-gap-measure = Measure, request
report-gap-open = nothing done yet
report-gap-open-of = nothing done yet ({ $providers })
report-cited-as = Cited as
report-title = Title
report-title-and-address = Title and address
report-sources = Sources
report-sources-about-cut = Published statements that this report cites, in the words on which each citation was pinned, with the numbers that they have in the whole report; then the provider, the page and the heading. The pages, with the state in which each was read:
report-sources-about = Published statements that this report cites, in the words on which each citation was pinned, numbered in the order of their first citation; then the provider, the page and the heading. The pages, with the state in which each was read:

# How a source stands to what its provider publishes now. "when" is one of the three lines that follow.
report-since-day = since { $day }
report-since-state = in the state of { $day }
report-since-revision = in revision { $revision }
report-source-gone = No longer published { $when }.
report-source-changed = Published in other words { $when }.
report-source-kept = No longer published in these words { $when }. Kept because: { $reason }
report-source-kept-place = The page behind these words changed { $when }. Kept because: { $reason }

# Two providers, or two states of one provider's pages, side by side by topic.
report-compare-kicker = Comparison by topic
report-compare-what = What is published, by topic
report-compare-names = { $left } and { $right }
report-compare-providers-title = { $left } and { $right }: what they publish, by topic
report-compare-revisions-title = { $provider }: what it publishes in two states of its pages, by topic
report-compare-state = State of { $day }, revision { $revision }: { $pages ->
    [one] 1 page
   *[other] { $pages } pages
    }, { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
    }
report-compare-state-undated = Undated, revision { $revision }: { $pages ->
    [one] 1 page
   *[other] { $pages } pages
    }, { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
    }
report-compare-revision = revision { $revision }
report-compare-side = { $provider }, { $state }
report-compare-judgements = Judgements of
report-compare-own-words = The statements on { $providers } are Vurder’s own words about what is published, not quotations. What counts is the page that is named below each statement, in the state of its day.
report-compare-imported-words = The statements on { $providers } were made by users of Vurder from its imported pages, or came with an imported file.
report-compare-not-stated-means = “Not on the pages read” means that nothing on the topic stands on the pages of that state. It may stand elsewhere, or be answered when asked.
report-compare-overview = Overview
report-compare-statements = Statements
report-compare-topics-stated = Topics stated
report-compare-topics-limited = Topics with limits only
report-compare-topics-duty = Topics left to the controller
report-compare-topics-not-stated = Topics not on the pages read
report-compare-topics-not-looked-at = Topics without a statement yet
report-compare-topics-left-open = Topics with something left open
report-compare-topic-counted = Topic (number of statements)
report-compare-counted = { $status } ({ $count })
report-compare-something-open = something left open
report-compare-provided = Provided
report-compare-limits = Limits
report-compare-uncertain = Uncertain: { $reason }
report-compare-source = { $page }, { $day }
report-compare-also = also on { $pages }
report-compare-judged = Judged: { $judgement }
report-became-removed = No longer published
report-became-narrowed = Promises less
report-became-widened = Promises more
report-became-reworded = Reworded
report-became-relinked = Leads elsewhere
report-became-moved = Moved
report-became-new = New
report-became-unchanged = As it was

# Findings that somebody waived
report-waived = Findings waived
report-waived-about = What the checks of the program found and the controller lets stand, with the reason.
report-waived-on = Waived on { $day }: { $reason }
report-waived-for = Waived: { $reason }

# The answers to the remarks of reviewers
report-answers = Answers to reviewers
report-answers-of-version = What reviewers wrote on version { $version }, and what became of it.
report-answers-of-draft = What reviewers wrote on the draft, and what became of it.
report-remark-of = Remark: { $who }
report-remark-reply = Reply: { $who }
report-remark-on = On “{ $words }”
report-remark-proposes = Proposed words: “{ $words }”
report-remark-proposes-nothing = Proposed: these words go.
report-remark-nowhere = The report as a whole
report-remark-open = Not decided yet
report-remark-accepted = Accepted, the words were changed
report-remark-answered = Answered
report-remark-declined = Not followed
report-remark-done = Done
report-remark-decided = { $outcome }: { $who }

# Cuts of a report, and the page in front of a whole one
report-project = Project
report-cut-summary = Summary on one page
report-cut-owner = For the risk owner
report-cut-provider = For the provider
report-cut-public = Public summary
report-cut-sections = { $count ->
    [one] Section { $sections } of the report, with its own number
   *[other] Sections { $sections } of the report, with their own numbers
}
report-holds = This file holds
report-asked-of = Asked of
report-decision = Decision
report-no-decision = There is no decision yet.
report-highest-residual = Highest residual risks
report-highest-of = { $side } ({ $count } of { $all })
report-no-residual-level = No risk has a level yet.
report-side-subjects = Risks to the people concerned
report-side-organisation = Risks to the organisation
report-level-before = Before
report-level-after = After
report-not-stated-topics = Topics not stated by the providers
report-not-stated-of = { $provider }: { $count } of { $all }
report-and-more = and { $count } more
report-open-requests = Open requests
report-no-open-request = No request waits for an answer.
report-due = by { $day }
report-open-findings = Open findings
report-no-open-finding = The checks find nothing that is open in this form.
report-findings-counted = Asked for by law: { $law }; by a standard: { $standard }; advice: { $advice }.
report-finding-law = Law
report-finding-standard = Standard
report-finding-advice = Advice
report-risks-by-level = Risks by level
report-subjects-before = People concerned, before
report-subjects-after = People concerned, after
report-organisation-before = Organisation, before
report-organisation-after = Organisation, after
report-residual-risks = Residual risks
report-treatment = Treatment
report-acceptance = Acceptance
report-not-treated = No measure
report-accepted-by-decision = With the decision
report-accepted-by-nobody = Nobody is named
report-not-yet = { $name }, not yet
report-risks-handled = How the risks were handled
# What of the risks has a level, before the next sentence.
report-risks-all-levels = Each risk was given a level before and after measures.
report-risks-all-levels-untreated = Each risk was given a level. No measure counts against a risk yet.
report-risks-some-levels = { $count } of { $all } risks have all their levels so far.
report-risks-none = No risk is listed yet.
report-risks-handled-about = Which risks and measures these are is not published, since it would help those from whom the data are protected.
report-measures-in-place = Measures in place: { $count } of { $all }.
report-rights = Rights of the people concerned
report-rights-about = Whoever is concerned can turn to the controllers named in this summary with each of these rights, as far as the law gives it for this processing, and can complain to the supervisory authority.
report-relied-on = Published statements that the assessment relies on
report-relied-on-about = The numbers lead to the words as they were cited. Please tell us where they are no longer right.
report-answers-citing = Answers that cite them
report-deadlines = Deadlines of the plan
report-coverage-by-group = { $provider }: topics by group
