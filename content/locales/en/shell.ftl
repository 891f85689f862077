# What the program around the window says: closing, file dialogs, opening an exported file.

shell-stopped = Vurder is closing and took nothing new.
shell-stopped-help = Everything saved earlier is safe. Start Vurder again to go on.
shell-fault = Vurder made a mistake of its own while doing this.
shell-fault-help = Everything saved earlier is safe. Try again; if it happens again, please report the detail below.
shell-not-chosen = Vurder opens only files that it wrote itself: { $what }
shell-not-chosen-help = Export the form again, then open it from there.
shell-no-viewer = The file is written, but no program opened it: { $what }
shell-no-viewer-help = Open it from your folders.
shell-no-path = That place is not a folder or file on this computer.
shell-no-path-help = Choose a place in one of your own folders.
shell-not-recent = This workspace is not among those opened last: { $what }
shell-not-recent-help = Choose it with "Open another workspace".
shell-no-start = Vurder could not start.
shell-no-start-help = Nothing was changed. See that your own folder for data of programs can be written to. On Windows, Vurder also needs the Microsoft Edge WebView2 Runtime: ask whoever looks after your computer to install it.
shell-replace-file-question = "{ $name }" exists already. Replace it?
shell-replace-file = Replace
shell-keep-file = Cancel
# The suggested name when a damaged workspace is restored from its newest backup.
backup-restored-name = { $name }-restored.vurder
