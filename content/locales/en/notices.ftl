# What a person should know of the workspace though nothing was refused.
# "notice-X" says what happened, "notice-X-help" the next step.

notice-renewed = Part of { $path } was damaged, and has been made anew from your answers.
notice-renewed-help = Every project, answer and version is as it was written. Damage seldom comes alone: put a backup on another disk.
notice-not-copied = Today's backup could not be written to { $path }.
notice-not-copied-help = Your work is saved. Check that the disk has room and that the folder can be written to; the next try is tomorrow.
