# The words of the window.

## The whole window
skip = Skip to the page
opening = Opening …
try-again = Try again
to-projects = Go to the projects
for-support = Details for support
messages = Messages
dismiss = Close
cancel = Cancel
actions = Actions
any = Any
none = None
yes = Yes
no = No
choose = Choose
optional = (optional)
law = Law
filter = Filter the list
take-back = Undo
# A button with the keys that do the same: Search everything (Ctrl+K)
with-shortcut = { $what } ({ $shortcut })
# What stands on the keys.
keyboard-ctrl = Ctrl
keyboard-shift = Shift
keyboard-alt = Alt
keyboard-enter = Enter
keyboard-tab = Tab
stays-here = Everything stays on this computer.
today-at = Today { $time }

saving = Saving …
saved = Saved { $time }
not-saved = Not saved: { $why }
unsaved-first = Not done, because what you wrote before could not be saved. It is still here. { $why }
leave-unsaved = Something could not be saved
# Asked before the window closes, about words in a dialog or in a field that nobody has sent yet.
leave-unkept = Something you wrote is not kept yet
leave-stay = Keep it open
leave-anyway = Close without saving
# Asked on Escape in a dialog in which the person typed something.
dialog-unkept = Close without keeping what you wrote?
unsaved-words = This is not saved. Copy what you want to keep:
undo-nothing = Nothing to undo
undo-what = Undo: { $what }
undone = Undone: { $what }
# The button “Undo” in the message about a change, after the project went on.
undo-went-on = Not undone, because the project changed since. Press { $keys } to undo one change at a time, newest first.
redo-nothing = Nothing to redo
redo-what = Redo: { $what }
redone = Redone: { $what }

rail = Project and sections
rail-work = Project
all-projects = All projects

## First start
start-what = Draft a data protection impact assessment and a risk assessment. Cite what your cloud provider publishes, so that readers can check every source.
start-1 = Enter facts once. Both forms show them.
start-2 = Cite what the provider publishes, and see what it leaves out.
start-3 = Export a draft as PDF or Word file for colleagues, the provider and the risk owner.
start-local = Nothing you write leaves this computer. The program uses no network.
start-sample = The sample is a complete project about a made-up study. Change it as you like, and delete it when you are done.
open-sample = Open the sample
open-report = Open a project from a PDF…
open-report-help = A report that was exported with its project: from a colleague, or from another computer
report-opened = The project of the PDF is now one of yours. The PDF stays as it is.
new-project = New project

## Projects
projects = Projects
project = Project
project-duplicate = Duplicate
project-copy-of = { $title } (copy)
project-new-like = New project like this
project-begin-with = Start with
project-begin-empty = An empty project
project-like-help = Copies the facts of that project: data, purposes, providers, assets, risks and measures. Decisions, acceptances, people, dates and requests are not copied.
next-steps = Next steps
next-steps-none = Nothing is missing, and no finding blocks the decision. The reports can be exported.
step-go = Go there
step-do = Do it
stage-screening = Screening
stage-facts = Facts
stage-coverage = Coverage
stage-risks = Risks
stage-requests = Requests
stage-decision = Decision
step-fill = { $form } { $section }, { $title }: { $open ->
    [one] 1 answer is missing
   *[other] { $open } answers are missing
    }
step-carry-over = Copy the result of the screening into the reasons of the { $form }
step-choose-provider = Choose the providers that process the data
step-judge = { $open ->
    [one] Judge { $open } statement of a provider
   *[other] Judge { $open } statements of the providers
    }
step-send-requests = { $open ->
    [one] Send { $open } request to a provider
   *[other] Send { $open } requests to the providers
    }
step-settle-findings = { $open ->
    [one] Settle 1 finding that blocks the decision
   *[other] Settle { $open } findings that block the decision
  }
step-await-answers = { $open ->
    [one] Write down the answer to { $open } request when it comes
   *[other] Write down the answers to { $open } requests when they come
    }
duties = Dates to keep
duties-none = No date is set yet.
duties-more = Show { $count } more
duty-day = Date
duty-what = What
duty-whose = Who
duty-overdue = overdue
duty-of = { $what }: { $about }
duty-document = { $title } expires
projects-none = No projects yet. Create one, or open the sample.
controllers = Controllers
controllers-none = No controller yet
forms = Forms
form = Form
changed = Last changed
changed-at = Last changed: { $when }
project-trash = Delete “{ $title }”. It goes to the trash.
project-trashed = “{ $title }” is in the trash.

## New project
project-title = Name of the project
project-title-help = The name that colleagues use. You can change it later.
project-title-wrong = Give the project a name.
controllers-help = The organisations that decide why and how the data are processed.
controller-n = Controller { $n }
controller-add = Add a controller
controller-remove = Remove controller { $n }
providers = Providers
provider = Provider
providers-help = The services that will hold the data. You can then cite what they publish.
provider-size = { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
  }
choose-providers-forms = Change providers and forms
provider-read = as of { $day }
no-day = no date
forms-wrong = Choose at least one form.
text-language = Language you write in
text-language-hint = The PDF hyphenates in this language. Headings and questions stay in English.
version-of-report = Version
create-project = Create project

## Overview
overview = Overview
glance = At a glance
glance-risks = Highest risks
glance-after = after measures:
glance-all-stated = The providers state something on every topic.
glance-waits = Waiting for
glance-nobody = Nobody named yet
glance-dates = { $count ->
    [one] 1 date, { $day }
   *[other] { $count } dates, the next on { $day }
  }
glance-changed = Last changed
section = Section
parts-complete = Answered
what-is-missing = What is missing
progress-none = Nothing required
progress-complete = { $required ->
    [one] Answered
   *[other] All { $required } answered
  }
progress-part = { $filled } of { $required } answered
gap-field = { $label }: no answer yet
gap-rows = { $label }: nothing entered yet
gap-cells = { $of ->
    [one] { $label }: no answer yet
   *[other] { $label }: no answer yet in { $missing } of { $of } rows
  }
gap-incomplete = { $of ->
    [one] { $label }: { $lacks } missing
   *[other] { $label }: { $lacks } missing in { $missing } of { $of }
  }
gap-off-scale = { $label }: { $missing ->
    [one] 1 score is outside the scale
   *[other] { $missing } scores are outside the scale
  }
lack-answer = answer
lack-name = name
lack-role = role
lack-date = date
lack-reason = reason
lack-explanation = explanation of the choice
lack-meaning = meaning of a level
lack-level = level of the scale
level-off-scale = { $level } – outside the scale
gap-subjects = { $label }: nothing entered yet for { $missing } of { $of }
gaps-more = { $count ->
    [one] 1 more
   *[other] { $count } more
  }
missing-none = Nothing is missing.
statements = Statements
judged = Judged
judged-of = { $judged } of { $statements }
topics-stated = Topics stated
topics-not-stated = Not stated
provider-unread = No statement taken from its pages yet
topics-count = { $count ->
    [one] 1 topic
   *[other] { $count } topics
  }

## Form
next-and-before = Other sections
section-before = Previous
section-next = Next
form-end = This is the end of the form.
form-end-next = Go on with the { $form }
panel = Side panel
panel-toggle = Show or hide the side panel
pane-back = Back to the form
tab-hint = Hint
tab-library = Library
tab-history = History
required-open = Required, and still missing
prompt-text = Write here
prompt-day = For example 22.11.2026
prompt-reason = Why
reason-of = Reason: { $label }
day-wrong = Write the date as 22.11.2026.
calendar = Calendar
calendar-of = Calendar: { $label }
calendar-today = Today
month-before = Previous month
month-next = Next month
choice-clear = Clear
choice-note = Note
removed-with-answer = Removed with the answer: “{ $words }”
removed-went-on = Not brought back, because the answer changed since. These words stood there: “{ $words }”
not-asked = Not asked
nothing-yet = Nothing yet
refs-none-yet = Nothing to choose from yet
col-no = No.
table-empty = Nothing entered yet.
row-unnamed = No name yet
row-add = Add { $one }
row-refused = The new row was not added. You wrote for it: “{ $words }”
row-out-of-sight = The new row is there, but what you wrote for it is not: “{ $words }”
row-menu = What can be done with { $row }
row-all-answers = All answers of { $row }
row-drag = Drag to move this row
row-up = Move up
row-down = Move down
row-trash = Delete
row-trash-which = Delete { $row }?
row-trash-stays = It goes to the trash with its answers, and can be restored from there.
fill-down-nothing = There is nothing in the row above to fill in.
row-trashed = { $what } is in the trash.
accepted = Accepted
accept-name = Name
accept-role = Role
accept-date = Date
evidence-attach = Attach a source
evidence-attach-short = Attach …
evidence-remove = Detach: { $words }

level-name = Name
level-name-of = Name of level { $n }
level-name-meaning = Name and meaning
level-meaning-of = Meaning of level { $n }
level-meaning-prompt = What it means, so that everyone scores alike
level-acceptance = Acceptance
level-may-stay = acceptable
level-not-acceptable = not acceptable
level-accepted-by-of = Who may accept level { $n }
level-accepted-by-prompt = Role that may accept
level-new = New level
level-add = Add a level
level-remove = Remove { $name }
level-remove-which = Remove the level “{ $name }”?
level-remove-do = Remove
matrix-help = Click a cell to change its level. With the keyboard: arrow keys move, + and − or a digit set the level.
matrix-axes = severity ↑ likelihood →
matrix-cell = { $likelihood } and { $severity }: { $level }
matrix-subjects-inherent = Risks to data subjects, before additional measures
matrix-subjects-residual = Risks to data subjects, after additional measures
matrix-organisation-inherent = Risks to the organisation, before treatment
matrix-organisation-residual = Risks to the organisation, after treatment
matrix-was = was: { $likelihood }, { $severity }
matrix-unscored = { $count ->
    [one] { $which } has no score yet.
   *[other] No score yet: { $which }.
  }
levels-caption = Risks per level
levels-highest = The highest level is { $before } before treatment and { $after } after it.
levels-nothing-treated = The highest level is { $before } before treatment. No measure treats a risk yet, so there is no level after it.
levels-highest-before = The highest level is { $before } before treatment.
levels-open = { $count ->
    [one] One of { $all } risks to the organisation has no level before treatment, so no highest level is given: { $risks }
   *[other] { $count } of { $all } risks to the organisation have no level before treatment, so no highest level is given: { $risks }
}
levels-open-after = { $count ->
    [one] One risk that a measure treats has no level after treatment, so no highest level after it is given: { $risks }
   *[other] { $count } risks that measures treat have no level after treatment, so no highest level after it is given: { $risks }
}
levels-untreated = These risks have another score after treatment, but no measure treats them. They are counted at the level before: { $risks }
matrix-untreated = These risks have another score after treatment, but no measure treats them. They are shown where they were before: { $risks }
screening-open = There is no result yet.
screening-required = A DPIA is required.
screening-required-unless-reason = A DPIA is required unless a reason against it is written down.
screening-recommended = A DPIA is recommended. Write down the reason, whatever you decide.
screening-not-required = No DPIA is required. This screening is the record of it.
screening-exempt = This exception applies, so the rules below ask for nothing: { $exemption }.
screening-unanswered = These questions have no answer yet:
screening-rules = Rules that apply
screening-rule = Rule
screening-answers = Because of
screening-check = Check against the authority's own list.
screening-no-rule = No rule applies.
screening-unlawful = A DPIA is required. The law does not allow a “no” here.
screening-take-over = Copy into the reasons of the { $form }
screening-take-over-help = Ticks the reasons that the screening found, and unticks its other reasons. What you wrote there stays. It can be undone.
screening-taken-over = The reasons are copied.
levels-none = No risk has a score yet.
levels-level = Level
levels-before = Before
levels-after = After

hint-choose = Click into a field to see what belongs there.
hint-example = In the sample study
hint-example-whole = Show the whole example
hint-none = No hint for this field.
key-cite = cite a statement or a passage
key-search = search everything
key-undo = undo
key-move = move the row
key-row = add a row
key-toolbar = to the toolbar
key-panel = show or hide the side panel

history-choose = Click into a field to see its earlier versions.
history-none = Nothing was written here yet.
history-current = current
history-restore = Restore
history-restored = The earlier version is restored.
history-empty = Empty
history-older = Older versions

## Rich text
toolbar = Text tools
bold = Bold
italic = Italic
bullets = Bulleted list
numbers = Numbered list
heading = Heading
heading-none = Text
heading-level = Heading { $level }
table = Table
table-row-add = Row below
table-row-remove = Remove row
table-column-add = Column right
table-column-remove = Remove column
table-remove = Remove table
text-unreadable = This text has something in it that can’t be edited here. It is kept as it is.
link = Link
link-address = Address
link-set = Link
link-remove = Remove the link
link-wrong = Write an address that begins with https://, http:// or mailto:
pasted-note = (note { $number })
pasted-note-begin = Note { $number }:
pasted-without-struck = { $count ->
    [one] One word that was struck out was not pasted.
   *[other] { $count } words that were struck out were not pasted.
  }
pasted-without-pictures = { $count ->
    [one] One picture was not pasted: a text holds words only.
   *[other] { $count } pictures were not pasted: a text holds words only.
  }
pasted-without-comments = { $count ->
    [one] One comment was not pasted.
   *[other] { $count } comments were not pasted.
  }
cite = Cite a statement or a passage
cite-search = Search statements and passages
cite-list = Statements and passages
cite-keys = ↑ ↓ choose · Enter cites · Esc closes
cite-none = No statement found.
cite-nothing = Nothing found to cite.
cite-here = Insert citation
citation-of = Citation, { $provider }: { $words }
citation-changed = The provider’s pages say something else now.
cited-times = { $count ->
    [one] cited once
   *[other] cited { $count } times
  }

## Library
library = Library
library-pages = Pages
library-topics = Topics
library-statements = Statements
library-search = Search the statements
library-all-topics = All topics
shelf-for = For: { $label }
from-statements = Use provider statements
shelf-fitting = { $count ->
    [one] 1 statement fits here
   *[other] { $count } statements fit here
  }
shelf-none = Nothing is stated on this on the pages read. Tick “All topics” to see more.
shelf-none-imported = There is no statement on this yet. You can still cite passages of imported pages: type @ in an answer.
shelf-all = { $count ->
    [one] 1 statement
   *[other] { $count } statements
  }
use-as-measures = { $count ->
    [one] Add as a measure
   *[other] Add { $count } measures
  }
use-in-text = Add to this text
use-choose = First click into the text that they should go to.
used-as-measures = { $count ->
    [one] 1 measure added, with its citation.
   *[other] { $count } measures added, with their citations.
  }
used-in-text = { $count ->
    [one] 1 statement added to the text.
   *[other] { $count } statements added to the text.
  }
statements-found = { $count ->
    [one] 1 statement
   *[other] { $count } statements
  }
statements-unread = No one has taken a statement from these pages yet. Read a page, and make statements from its passages.
page-read = { $revision }; { $day }
topics-left-open = { $count ->
    [one] 1 topic with something left open
   *[other] { $count } topics with something left open
}
since-then = Since then
uncertain = Uncertain: { $reason }
cover-left-open = Left open: { $what }
page-contents = On this page
page-find = Find on this page
page-find-before = Previous match
page-find-next = Next match
page-found = { $at } of { $count }
page-found-none = Not on this page
passage-of = Passage: { $words }
passage-cite = Cite
passage-cited = Ready to cite. In an answer, type @: it is the first in the list.
passage-ready = ready to cite
passage-back = Back to the answer
passage-before = Earlier words
passage-before-hide = Hide the earlier words
passage-state = Make a statement
statement-make = Make a statement
statement-words = Statement
statement-words-help = Say one thing that can be checked. The passage stays beside it as its source.
statement-words-wrong = Write what the passage says.
statement-kind = Kind
statement-side = Side
statement-topics-at-once = makes the statement at once, on the proposed topics where you chose none.
statement-topics-wrong = Choose at least one topic that it answers.
statement-other-topics = { $count ->
    [one] 1 other topic
   *[other] { $count } other topics
  }
statement-topic-proposed = proposed: { $words }
statement-made = The statement stands beside its passage and among the provider’s statements.
statement-remove = Remove
statement-remove-which = Remove this statement?
statement-remove-goes = It goes from all projects, and this can’t be undone. You can make it again from its passage.
statement-remove-stays = A statement that a project cites or judges is not removed.
statement-removed = The statement is removed.
page-changed = Changed since the pages before
page-changed-before = Previous change
page-changed-next = Next change
page-gone = Removed since the pages before
page-gone-count = { $count } removed
page-is-new = This page is new since the pages before.
page-made = Statements made from this page
action = You can
ask-provider = Ask the provider
request-add = Add to requests
request-open = “{ $title }” is already among the requests of this project, and not answered yet.
request-added = “{ $title }” is added to the requests of this project.
request-status-pending = Enter sets it, Escape takes it back.
topic = Topic
topics-only-not-stated = Only topics with something left open
gdpr = GDPR { $article }
list-provided = Provided
list-limitations = Limitations
list-duties = Left to you
judgement = Judgement
judgement-of = Judgement of: { $words }
judgement-sufficient = Sufficient
judgement-partly = Partly
judgement-insufficient = Insufficient
judgement-not-relevant = Not relevant
judged-yes = Judged
judged-no = Not judged yet
note-add = Add a note
note-of = Note on: { $words }
note-prompt = What it means for this project
filter-words = Words
theme-iso = Theme (ISO/IEC 27001)
sources = Sources
sources-also = also on { $pages }
sources-none = Nothing is cited yet.
source-page = Page
source-revision = Revision
source-read = As of
source-citations = Citations
cover-provided = { $count } provided
cover-limitations = { $count ->
    [one] 1 limitation
   *[other] { $count } limitations
  }
cover-duties = { $count ->
    [one] 1 duty of the controller
   *[other] { $count } duties of the controller
  }
cover-not-stated = Not stated
cover-not-looked-at = No one has taken a statement on this from its pages yet
cover-other-pages = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
    }
cover-pages-read = { $count ->
    [one] { $provider }: 1 page was read ({ $pages })
   *[other] { $provider }: { $count } pages were read ({ $pages })
  }
cover-pages-imported = { $count ->
    [one] { $provider }: 1 page is imported
   *[other] { $provider }: { $count } pages are imported
  }
cover-pages-used = { $count ->
    [one] Statements were made from 1 of them ({ $pages })
   *[other] Statements were made from { $count } of them ({ $pages })
  }
cover-no-provider = No provider is chosen for this project.
library-none = There are no pages of a provider yet.
pages-filter = Filter the pages of { $provider }
pages-filter-none = No page has these words.
passages = Passages
revisions-of = Pages of { $provider }, by date
revision-origin = Source
origin-bundled = Comes with Vurder
origin-imported = Imported
origin-imported-at = Imported: { $when }
revision-not-stated = Topics not stated
revision-not-stated-unknown = Not known: only someone who has read the imported pages can tell
revision-remove = Remove
revision-remove-which = Remove the pages of { $provider }, { $revision }?
revision-remove-goes = This is removed from all projects:
revision-remove-provider = { $provider } itself, since there are no other pages of it
revision-remove-stays = Pages that a project uses or cites, or that a statement was made from, are not removed. To get the pages back, import them again.
revision-removed = These pages of { $provider } are removed.
revision-write-pack = Write as a pack …
revision-write-oscal = Write as OSCAL …
revision-write-busy = Writing …
revision-write-words = This file contains the words that { $provider } published on these pages. Make sure that you may pass them on.
revision-write-judgements = The judgements and notes of “{ $project }” are included.

## Import
import = Import a provider’s pages
import-invite = Is your provider missing, or are its pages newer than here?
import-help = Choose a copy of the pages on this computer. You can then read them, cite any passage, and see later what has changed.
import-choose = Where the pages are
import-choose-folder = Choose a folder …
import-choose-file = Choose a zip or another file …
import-what-is-read = A folder or a zip: saved web pages (HTML), or the source of the site (Markdown). A single file: HTML, Markdown, OSCAL (JSON), a questionnaire such as CAIQ (CSV, Excel), or a file written by another Vurder.
import-looking = Reading …
import-found = What was found
import-nothing = No pages were found there. Choose another format above, or another folder or file.
import-format = Format
import-all-pages = All pages
import-folder = Folder: { $folder }
import-chosen = { $chosen } of { $all }
import-passages = { $count ->
    [one] 1 passage
   *[other] { $count } passages
  }
import-counts = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
  } · { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
  }
import-problems = { $count ->
    [one] 1 thing could not be read
   *[other] { $count } things could not be read
  }
import-dead-links = { $count ->
    [one] 1 link leads to no page
   *[other] { $count } links lead to no page
  }
import-at = { $file }, line { $line }
import-whose = Whose pages these are
import-new-provider = A new provider
import-beside = What Vurder says about { $provider } stays. Your pages are kept beside it, as a separate provider.
import-newer = Keeps these as newer pages. What has changed is shown afterwards.
import-pack-tells = The file says: { $provider }, { $date }.
import-name = Name of the provider
import-name-wrong = Give the provider a name.
import-country = Country it works from
import-address = Address of the site
import-date = Day of these pages
import-date-help = The day on which the pages read like this. Citations show it.
import-licence = The pages stay on this computer, and Vurder publishes them nowhere. What you cite is printed in your reports. Make sure that you may keep and quote them.
import-pages-wrong = Choose at least one page.
import-do = { $count ->
    [one] Import 1 page
   *[other] Import { $count } pages
  }
import-busy = Importing …
import-done = { $provider }: { $pages ->
    [one] 1 page
   *[other] { $pages } pages
  } imported, with { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
  } to cite.
import-use-here = Choose this provider for “{ $project }”
import-use-help = A project can cite only the pages of the providers chosen for it.
import-used-here = { $provider } is among the providers of “{ $project }”.
import-to-draft = Back to the new project
import-read = Read the pages
import-what-changed = What changed in them
import-what-it-means = What it means for this project
import-another = Import more pages
import-newer-state = Import newer pages
import-own-pages = Import its pages

## What changed
changes = What changed
changes-help = What this project cites, judges and asks for, compared with what its providers publish now.
changes-open = { $count ->
    [0] No changes to look at.
    [one] 1 change to look at
   *[other] { $count } changes to look at
  }
changes-kinds = Kinds of change
changes-none = Everything that the project cites is still published as it was.
changes-all = All that changed
changes-settled = { $count ->
    [one] 1 change settled
   *[other] { $count } changes settled
  }
changes-topics = Stated now
changes-topics-help = Topics on which the provider said nothing in the pages that the project uses.
changes-waiting = Waiting for this: { $what }
changes-documents = Documents that expire
document-ended = ended on { $day }
document-ends = valid until { $day }
follows-earlier = { $provider }: the project uses the pages of { $follows }. The newest are of { $newest }.
follow-newest = Use the newest
revision-named = revision { $revision }
pages-of = Pages of { $revision }
changed-before = Before
changed-now = Now
changed-not-before = Not published before
changed-not-now = Not published any more
changed-since = since { $day }
words-went = Removed:
words-came = Added:
became-removed = No longer published
became-gone = No longer published
became-narrowed = Promises less
became-widened = Promises more
became-reworded = Reworded
became-split = Split
became-joined = Joined with others
became-relinked = Links elsewhere
became-moved = Moved
became-retitled = New title
became-new = New
became-unchanged = Unchanged
drift-kind-citation = Citation
drift-kind-judgement = Judgement
drift-kind-request = Request
drift-now-on = Now on: { $page }
drift-places = Where it is used – change the text there if it is no longer true
drift-kept = Kept on { $day }: { $reason }
settle-still-true = Still true …
settle-still-true-help = The citation gets the new words. The date and your reason are kept.
settle-keep = Keep the old words …
settle-keep-help = The old words stay. The list of sources says since when they are no longer published.
settle-all-still-true = All { $count } with the same words are still true …
settle-tick-help = Tick those that share one reason, to settle them together. Enter goes from a tick to the choices.
settle-chosen = { $count } chosen:
settle-choose-none = Choose none
settle-many = Settle { $count }
settle-many-still-true-help = In one step, { $count } citations and judgements get the new words. The date and your reason are kept with each.
settle-many-keep-help = In one step, { $count } citations and judgements keep their old words. The list of sources says since when they are no longer published.
settle-which = Which of these says it now?
settle-reason = Reason
settle-reason-wrong = Write a reason. Readers of the report may ask for it.
settled-still-true = The citation has the new words.
settled-kept = The old words are kept.
changes-from = From
changes-to = To
changes-between = Pages of { $from }, compared with those of { $to }
changes-one-revision = There is only one set of these pages. Once there are newer ones, the changes are shown here.
changes-nothing = Nothing changed between these pages.
changes-passages = Passages: { $change }
changes-moved-from = Was under: { $from }
topic-stated-now = stated now
topic-stated-before = no longer stated

## Compare
compare = Compare
compare-left = Left
compare-right = Right
compare-sums = In numbers
compare-what = Number of
compare-stated = Topics stated
compare-limitation = Topics with limitations only
compare-duty = Topics left to you
compare-not-stated = Topics not stated
compare-not-looked-at = Topics with no statement yet
compare-left-open = Topics with something left open
compare-show = Show
compare-all = All topics ({ $count })
compare-differing = Where they differ ({ $count })
compare-one-states = Where one of them states nothing ({ $count })
compare-none-states = Where neither states anything ({ $count })
compare-no-topic = There is no such topic.
compare-one-state = There is only one set of pages. To compare, import the pages of another provider, or newer pages of this one.
provider-pages-of = { $provider }, { $revision }
stated-at = { $page }, { $day }
stated-judged = Judged: { $judgement }
topic-iso = ISO/IEC 27001 { $numbers }
topic-pages-read = { $count ->
    [one] 1 page was read
   *[other] { $count } pages were read
  }
topic-not-chosen = not chosen for this project
topic-otherwise = { $count ->
    [one] 1 statement from its older or newer pages
   *[other] { $count } statements from its older or newer pages
  }

## Search
search-everything = Search everything
search-prompt = Answers, notes, statements, passages, projects
search-results = Results
search-help = Type a few words. ↑ ↓ choose, Enter goes there.
search-none = Nothing found.
search-found = { $count ->
    [one] 1 place
   *[other] { $count } places
  }
hit-project = Project
hit-answer = Answer
hit-note = Note
hit-statement = Statement
hit-passage = Passage

## Export
export = Export
export-cut = Who reads it
cut-full = The whole report
cut-summary = Whoever has little time: one page with what is asked, the decision and what is open
cut-owner = The risk owner: the decision, what remains of each risk, and who accepts it
cut-provider = A provider: requests and the statements relied on, without risks and decisions
cut-public = Everybody: a public summary without names of people, risks by name and measures in detail
cut-name-sections = sections
cut-name-summary = summary
cut-name-owner = risk owner
cut-name-provider = provider
cut-name-public = public
export-summary = With the summary on one page in front
export-summary-of-sections = With the summary of the whole project in front of chosen sections, too
export-goes-along = The file holds besides:
export-sections = Sections of the { $form }
export-no-section = Tick at least one section of the { $form }: without one, it is not written.
export-provider = Whose copy it is
cut-left-sections = Sections that are left out, or parts of them:
cut-left-registers = Rows that are left out:
cut-left-answers = Answers that are left out of what is shown:
cut-left-besides = Also left out:
cut-names = Names of people that still stand in it, although this cut withholds names:
export-left-out = What is left out of the { $form }
export-empty = Optional parts that are empty
export-leave-out = Leave them out
export-say = Print “not filled in”
export-date = Date on the report
export-today = Today
export-save = { $count ->
    [one] Save as PDF …
   *[other] Save { $count } PDFs …
  }
export-save-docx = { $count ->
    [one] Save as Word file …
   *[other] Save { $count } Word files …
  }
export-save-files = { $count ->
    [one] Save 1 file …
   *[other] Save { $count } files …
  }
export-format = File
export-pdf = PDF
export-docx = Word
export-docx-about = Others can write in it. Each answer stands in a field of its own, so that Vurder finds its words again when the file comes back.
export-name-draft = draft
# A part of a file's name.
export-name-since = since v{ $number }
export-since = What changed
export-since-nothing = Do not list changes
export-since-version = Since version { $number } of { $day }
export-since-about = After the table of contents, the report lists the answers and rows that are new, gone or other than in that version.
export-redline = Mark the changes in the report, too
export-redline-about = What came in is underlined, what went is struck through. In a Word file they are tracked changes, which Word can accept.
export-complete = { $form }: nothing is missing.
export-missing = { $count ->
    [one] { $form }: 1 answer is missing
   *[other] { $form }: { $count } answers are missing
  }
export-busy = Writing the file …
export-done = { $pages ->
    [one] Done: 1 page, { $size }.
   *[other] Done: { $pages } pages, { $size }.
  }
export-open = Open
file-written = Done: { $size }.
export-with-answers = Answers to reviewers as an appendix
export-with-answers-about = What reviewers wrote in the last round, with their names, and what became of it. Nothing else that they sent back is in the report.
export-glyphs = No font has these characters; the PDF shows boxes instead: { $which }. Install a font that has them and start Vurder again, or use other characters.
export-glyph = { $count ->
    [0] { $character } ({ $code })
    [one] { $character } ({ $code }, page { $pages })
   *[other] { $character } ({ $code }, pages { $pages })
  }
export-fonts = Some characters are set in a font of this computer: { $fonts }. On another computer they may look different.
export-with-project = Put the project into the file
export-with-project-about = Vurder can then make the project again from the PDF. The file of a whole report then holds all answers, also those of the other forms: send it only to people who may read them. That of a cut holds what the cut shows.
export-public-without-project = A public summary cannot carry the project: that would hold the scores of each risk, which the pages only count.
export-draft = The report is marked as a draft.
export-pages = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
  }
export-preview-alt = { $form }, page { $page } of { $pages }
export-preview-of = Pages of: { $form }
export-page = Page { $page }
export-preview-wait = Preparing the pages …

## Trash
trash = Trash
trash-help = Nothing here is lost. You can restore it at any time.
trash-empty = The trash is empty.
trash-what = What
trash-kind = Kind
trash-when = Deleted
restore = Restore
restored = { $what } is restored.
restored-unnamed = The { $one } (no name yet) is restored.

## Settings
settings = Settings
appearance = Appearance
appearance-system = Follow system
appearance-light = Light
appearance-dark = Dark
workspace = File with all projects
workspace-help = This one file is your workspace: it holds all projects. Copy it like any document while Vurder is closed, or make a backup now.
workspace-open = Open another file …
workspace-new = New file …
workspace-anyway = Open without saving
recent = Opened last
recent-missing = Not found: { $path }
recent-forget = Remove { $name } from this list
backups = Backups
backups-help = When something has changed, Vurder makes one backup a day. Restoring one makes a new workspace of it; the one you work in stays as it is. Backups are in
backups-none = There is none yet.
backup-day = Day
backup-size = Size
backup-changed = Changed since
backup-same = Nothing
backup-outside-the-log = Undone steps, imported pages, or words of the dictionary
backup-since = { $count ->
    [one] One change in { $projects }
   *[other] { $count } changes in { $projects }
  }
backup-on-its-own = It holds work that is not in this workspace.
backup-unreadable = It can't be read: it is damaged, or open in another window.
backup-second = in the second folder
backup-before-format = before an update of Vurder
backup-look = Look inside
backup-restore = Restore …
backup-project = { $title }: { $answers } answers, last changed { $when }
backup-project-trashed = { $title } (in the trash): { $answers } answers, last changed { $when }
backup-no-projects = No projects.
backup-file-name = restored-{ $day }.vurder
restore-newest-backup = Restore the latest backup…
newest-backup-at = Its latest backup is { $path }.
backup-restored = The backup is now a workspace: { $path } ({ $size }).
backup-restored-at = Restored to { $path }.
backup-open = Open it
backups-days = Days kept
backups-weeks = Weeks kept before them
backups-planned = Saved. Used from the next backup on.
backups-second = Each backup is also copied to
backups-second-missing = Each backup is also to be copied to this folder, which is not there now:
backups-second-none = Stop copying
backups-second-choose = Copy backups to a second folder …
backup = Make a backup …
backup-done = The backup is at { $path } ({ $size }).
about = About
about-version = Vurder { $version }
