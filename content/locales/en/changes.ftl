# What would be undone or redone: "Undo: { label }".

change-of = { $change } ({ $what })
change-create-project = new project
change-change-project = project details
change-trash-project = moving the project to the trash
change-restore-project = taking the project out of the trash
change-set-value = change of an answer
change-add-row = new row
change-move-row = moving a row
change-trash-row = deleting a row
change-restore-row = taking a row out of the trash
change-cite = citation
change-judge = judgement or note on a statement
change-use-statements = statements written into the form
change-take-over-screening = result of the screening taken over
change-settle-citation = settling what changed since it was cited
change-follow-revision = another revision of a provider's pages
change-attach = attached file
change-trash-attachment = deleting an attached file
change-restore-attachment = taking an attached file out of the trash
change-other = a change by a later version of Vurder
change-restore-answer = earlier version brought back
