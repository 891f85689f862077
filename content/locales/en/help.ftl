# Help in the window: the keys, the commands that the search finds, and a short guide. All of it is there without a network.

help = Help
help-hint = This field
help-keys = Keys
help-guide = Guide

everything-saved = Everything is saved.
everything-saved-and-backed-up = Everything is saved, and there is a backup of today.

## The keys
key-find = search this project
key-replace = find and replace
key-save = write what is still on its way, and bring the backup of today up to date
key-redo = redo
key-row-next = in the last answer of the last row: a new row
key-fill-down = fill in the answer of the row above
key-row-menu = what can be done with the row
key-calendar = open the calendar of a date
key-zoom = larger, smaller, usual size

## The search
search-here = Search this project
hit-command = Go to
command-help-words = keys shortcuts guide manual how
command-export-words = pdf print report save file
command-overview-words = next steps missing progress title
command-risks-words = register matrix scores scales
command-coverage-words = topics stated gaps measures providers
command-requests-words = questions ask provider letter answers due
command-library-words = statements provider pages topics cite
command-versions-words = freeze approve review send number
command-attachments-words = file attach annex evidence
command-remarks-words = review reviewer comment returned file reply
command-trash-words = deleted restore bin
command-changes-words = drift updated citations
command-settings-words = backup theme dark light appearance file workspace
command-home-words = all projects start list
command-new-words = create project copy
command-import-words = provider pages folder zip
command-form-words = form section fill
search-ask = Ask { $provider }: “{ $words }”

## The guide
guide-lead = Vurder helps you write a data protection impact assessment (DPIA) and a risk report (RAR). You write; the program keeps facts, sources and numbers together. Nothing leaves this computer.
guide-begin = Begin with the overview
guide-begin-how = It shows the next three steps. Choose your providers there. If you are not sure that a DPIA is needed, fill in the screening first.
guide-facts = Write each fact once
guide-facts-how = Data, purposes, people and measures are rows of tables. Both forms show the same rows. Click into a field to see what belongs there. An amber dot marks what is required and still missing.
guide-cite = Cite your provider
guide-cite-how = Type @ in a text and a few words. Choose a statement: it becomes a numbered source in the report. In the library you can read all pages and judge what they say.
guide-ask = Ask for what is not stated
guide-ask-how = Where a provider says nothing, the library offers “Ask the provider”. The question becomes a request in the project, and the report shows it as open.
guide-risks = Score the risks
guide-risks-how = Pick risks from the catalogue or write your own. Score likelihood and severity before and after measures. The matrix follows by itself.
guide-export = Export a draft
guide-export-how = The report is a PDF or Word file, marked as a draft, with all sources at its end. Freeze a version when you send it for review: its numbers then stay as they are.
guide-safe = Nothing gets lost
guide-safe-how = Everything is saved while you type. Undo takes back what you write and change in a project, also after a restart. What you delete goes to the trash. Once a day a backup is made.
