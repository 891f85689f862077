# What a person should know of the workspace though nothing was refused.
# "notice-X" says what happened, "notice-X-help" the next step.

notice-repaired = Part of { $path } was damaged, and has been made anew from your answers.
notice-repaired-help = Every project, answer and version is as it was written. Damage seldom comes alone: put a backup on another disk.
notice-not-backed-up = Today's backup could not be written to { $path }.
notice-not-backed-up-help = Your work is saved. Check that the disk has room and that the folder can be written to; the next try is tomorrow.
notice-journal-set-aside = A journal of another file was in the way of a new one, and is now called { $path }.
notice-journal-set-aside-help = If a workspace was moved away from that folder while Vurder was ended, move this journal to it and give it the old name. Otherwise it can be deleted.
