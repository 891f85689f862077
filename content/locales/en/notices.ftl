# What a person should know of the workspace though nothing was refused.
# "notice-X" says what happened, "notice-X-help" the next step.

notice-repaired = Part of { $path } was damaged, and has been made anew from your answers.
notice-repaired-help = Every project, answer and version is as it was written. Damage seldom comes alone: put a backup on another disk.
notice-not-backed-up = Today's backup could not be written to { $path }.
notice-not-backed-up-help = Your work is saved. Check that the disk has room and that the folder can be written to; the next try is tomorrow.
notice-not-copied = The last backup could not be copied to { $path }.
notice-not-copied-help = Your work is saved, and the backup beside the workspace was made. See that the folder is there and has room, or choose another one in Settings; Vurder tries again by itself.
notice-backup-plan-unread = The choice which backups to keep could not be read from { $path }.
notice-backup-plan-unread-help = Until it is mended, no backup is removed and none is copied to a second folder. Choose the numbers and the folder again in Settings.
notice-on-share = { $path } lies on a network share ({ $share }).
notice-on-share-help = Work in it at one computer at a time, and close it before you open it at another one. A place on this computer is safer: make a backup there, and open that as your workspace.
notice-own-words-left = Your own dictionary in { $path } could not be taken into the workspace.
notice-own-words-left-help = The words stay in that file, and until they are taken over they are underlined. Check that the disk has room and that the file can be read; Vurder tries again at the next start.
notice-journal-set-aside = A journal of another file was in the way of a new one, and is now called { $path }.
notice-journal-set-aside-help = If a workspace was moved away from that folder while Vurder was ended, move this journal to it and give it the old name. Otherwise it can be deleted.
