# What a cut of a report leaves out, and why it cannot be made.

cut-left-section = Section { $number }, { $title }
cut-left-parts = Section { $number }, { $title }: { $parts } of { $of } parts
cut-left-rows = { $many }: { $rows } of { $of }
cut-goes-along = Goes along
cut-along-summary = In front stands the summary of the whole project: names of risks, requests to providers, the decision, and who is asked for it
cut-left-summary = The summary on one page
cut-left-waived = Findings that were waived
cut-left-attachments = Attached files, and the pictures among them

error-no-cut = The report { $form } has no cut "{ $cut }"; it has { $known }.
error-cut-no-section = The report { $form } has no section "{ $section }"; it has { $known }.
error-cut-sections = Sections are chosen from the whole report only; leave out the sections or the cut.
error-cut-no-sections = No section is chosen. Choose at least one section, or leave out the choice to export the whole report.
error-public-with-project = A public summary cannot carry its project: the attached project would hold the scores of each risk, which its pages only count. Export it without the project.
error-public-with-answers = A public summary cannot have the answers to reviewers: remarks quote answers that it withholds. Export it without them.
error-cut-which-provider = The project has several providers, and each has a copy of its own. Choose one of { $known }.
error-cut-provider = "{ $provider }" is no provider of the project, or the cut is not the one for a provider.

cut-left-nothing = Nothing is left out.

# The title of a project from a file, where another project has its title.
project-title-of-file = { $title } (from { $file })
